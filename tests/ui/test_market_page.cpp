// SPDX-License-Identifier: GPL-3.0-or-later
// The page Market over a real engine on the scenario city-day, seed 42.
#include "ui/market/market_page.h"
#include "ui/widgets/charts/bar_list.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QtTest>

using namespace gavel;

namespace {

constexpr int kWaitMs = 20'000;

runtime::ScenarioRequest cityDay()
{
    runtime::ScenarioRequest request;
    request.scenario = "city-day";
    request.seed = 42;
    request.shards = 1;
    request.speed = 0;
    request.keepEvents = false;
    request.mostAuctions = 20'000;
    return request;
}

} // namespace

class TestMarketPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void everyAuctionIsListed();
    void aWrongFilterLeavesTheListAlone();
    void aFilterShowsItsPartsAndCounts();
    void theListKeepsTheRulesOfModels();
    void selectingHoldsTheList();
    void theStepsAddUp();
    void everyCampaignIsAccountedFor();
    void anUntracedAuctionOffersTheNearestTraced();
    void anAuctionIsOpenedByItsNumber();
    void picture();

private:
    void type(const QString& filter);
    void openTraced();
    std::unique_ptr<runtime::Engine> m_engine;
    std::unique_ptr<bridge::EngineClient> m_client;
    bridge::Navigator m_navigator;
    std::unique_ptr<pages::MarketPage> m_page;
};

void TestMarketPage::initTestCase()
{
    widgets::Theme::current().install();
    runtime::EngineOptions options;
    options.scenarioFolder = QStringLiteral(GAVEL_SOURCE_DIR "/resources/scenarios").toStdString();
    options.threads = 1;
    auto engine = runtime::Engine::open(options);
    QVERIFY(engine.has_value());
    m_engine = std::move(*engine);
    QVERIFY(m_engine->loadScenario(cityDay()).has_value());
    QVERIFY(m_engine->runToEnd().has_value());
    m_client = std::make_unique<bridge::EngineClient>(*m_engine);
    m_page = std::make_unique<pages::MarketPage>(*m_client, m_navigator);
    m_page->resize(1304, 799);
    m_page->retranslate();
    connect(m_client.get(), &bridge::EngineClient::snapshotChanged, m_page.get(),
            &pages::MarketPage::setSnapshot);
    m_page->show();
}

void TestMarketPage::cleanupTestCase()
{
    m_page.reset();
    m_client.reset();
    m_engine.reset();
}

void TestMarketPage::init()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_client->snapshot()->rowsKept == 20'000, kWaitMs);
    m_page->filterBar()->setFilter({});
    m_page->listPanel()->follow();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->list().matching(), std::size_t{20'000}, kWaitMs);
}

void TestMarketPage::type(const QString& filter)
{
    auto* editor = m_page->filterBar()->findChild<QPlainTextEdit*>();
    editor->setPlainText({});
    QTest::keyClicks(editor, filter);
    QTest::keyClick(editor, Qt::Key_Escape);
    QTest::keyClick(editor, Qt::Key_Return);
}

void TestMarketPage::openTraced()
{
    m_page->filterBar()->setFilter(QStringLiteral("traced and filled and bids >= 2"));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->list().filter().startsWith(u"traced")
                                 && m_page->list().matching() < 20'000
                                 && m_page->list().rowAt(0) != nullptr,
                             kWaitMs);
    m_page->listPanel()->select(0);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->openedAuction(), m_page->list().rowAt(0)->id, kWaitMs);
}

void TestMarketPage::everyAuctionIsListed()
{
    QCOMPARE(m_page->list().rowCount(), 20'000);
    QVERIFY(m_page->list().rowAt(0)->at >= m_page->list().rowAt(199)->at);
    // A page far down arrives when it is asked for.
    QVERIFY(m_page->list().rowAt(15'000) == nullptr);
    const auto there = [this] {
        m_page->list().index(15'000, 0).data(); // as a view asks when it paints
        return m_page->list().rowAt(15'000) != nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(there(), kWaitMs);
}

void TestMarketPage::aWrongFilterLeavesTheListAlone()
{
    type(QStringLiteral("prize > 1"));
    QTest::qWait(300);
    QCOMPARE(m_page->filterBar()->filter(), QString());
    QCOMPARE(m_page->list().matching(), std::size_t{20'000});
}

void TestMarketPage::aFilterShowsItsPartsAndCounts()
{
    type(QStringLiteral("price > 2 and filled"));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->list().matching() < 20'000, kWaitMs);
    const auto* chips = m_page->filterBar()->findChild<widgets::ChipRow*>();
    QCOMPARE(chips->chips().size(), 2);
    QCOMPARE(chips->chips().first()->text(), QStringLiteral("price > 2"));
    for (int row = 0; row < 100; ++row)
        QVERIFY(m_page->list().rowAt(row)->price.nanos > 2'000'000);
    const std::size_t both = m_page->list().matching();
    Q_EMIT const_cast<widgets::ChipRow*>(chips)->removed(0);
    QCOMPARE(m_page->filterBar()->filter(), QStringLiteral("filled"));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->list().matching() > both, kWaitMs);
}

/// The tester reads every row at every change: on a short list.
void TestMarketPage::theListKeepsTheRulesOfModels()
{
    m_page->filterBar()->setFilter(QStringLiteral("traced and bids = 3 and ms > 40"));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->list().matching() < 20'000, kWaitMs);
    const QAbstractItemModelTester tester(m_page->listPanel()->table()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_page->listPanel()->select(2);
    m_page->listPanel()->step(1);
    for (const char* filter : {"traced and bids = 4 and ms > 40",
                               "campaign = \"camp-005\" and traced", "won and lost"}) {
        m_page->filterBar()->setFilter(QString::fromLatin1(filter));
        QTRY_VERIFY_WITH_TIMEOUT(m_page->list().isLoaded(), kWaitMs);
    }
    QCOMPARE(m_page->list().rowCount(), static_cast<int>(m_page->list().matching()));
}

void TestMarketPage::selectingHoldsTheList()
{
    QVERIFY(!m_page->list().isHolding());
    m_page->listPanel()->select(3);
    QVERIFY(m_page->list().isHolding());
    QCOMPARE(m_page->commandState(QStringLiteral("list.follow"))->on, std::optional<bool>(false));
    m_page->runCommand(QStringLiteral("list.follow"));
    QVERIFY(!m_page->list().isHolding());
}

void TestMarketPage::theStepsAddUp()
{
    openTraced();
    const auctions::Timing& timing = m_page->microscope()->waterfall().timing();
    std::uint32_t sum = 0;
    int seats = 0;
    for (const auctions::TimingRow& row : timing.rows) {
        sum += row.number > 0 ? row.length : 0;
        seats += row.seat != 0 ? 1 : 0;
    }
    QCOMPARE(sum, timing.total);
    QCOMPARE(seats, 6);
    QCOMPARE(timing.limit, 100'000U);
    QCOMPARE(timing.seatDeadline, 50'000U);
}

void TestMarketPage::everyCampaignIsAccountedFor()
{
    openTraced();
    const auctions::WhyNot& whyNot = m_page->microscope()->whyNot()->whyNot();
    std::size_t others = 0;
    for (const auctions::WhyNotGroup& group : whyNot.groups)
        others += group.campaigns.size();
    QCOMPARE(whyNot.total, m_client->snapshot()->campaigns.size());
    QCOMPARE(whyNot.bid + others, whyNot.total);
    // A reason that was chosen stays so from auction to auction, as long as there is one.
    auto* bars = m_page->microscope()->whyNot()->findChild<widgets::BarList*>();
    for (const auctions::WhyNotGroup& group : whyNot.groups) {
        Q_EMIT bars->selected(group.key);
        QCOMPARE(static_cast<std::size_t>(m_page->microscope()->whyNot()->campaigns().rowCount()),
                 group.campaigns.size());
    }
}

void TestMarketPage::anUntracedAuctionOffersTheNearestTraced()
{
    m_page->filterBar()->setFilter(QStringLiteral("not traced"));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->list().matching() < 20'000, kWaitMs);
    m_page->filterBar()->setFilter({});
    QTRY_COMPARE_WITH_TIMEOUT(m_page->list().matching(), std::size_t{20'000}, kWaitMs);
    int untraced = 0;
    while (m_page->list().rowAt(untraced)->traced != 0)
        ++untraced;
    m_page->listPanel()->select(untraced);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->commandState(QStringLiteral("market.json"))->enabled,
                             kWaitMs);
    QTest::qWait(100);
    Q_EMIT m_page->microscope()->nearestTracedAsked();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->commandState(QStringLiteral("market.json"))->enabled, kWaitMs);
    const int now = m_page->listPanel()->table()->currentIndex().row();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->list().rowAt(now) != nullptr, kWaitMs);
    QCOMPARE(int{m_page->list().rowAt(now)->traced}, 1);
}

void TestMarketPage::anAuctionIsOpenedByItsNumber()
{
    const std::uint64_t wanted = m_page->list().rowAt(150)->id;
    m_page->open({QStringLiteral("market"), QStringLiteral("auction"), QString::number(wanted)});
    QTRY_COMPARE_WITH_TIMEOUT(m_page->list().rowCount(), 1, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->listPanel()->hasSelection(), kWaitMs);
    QCOMPARE(m_page->list().rowAt(0)->id, wanted);
}

/// With GAVEL_PICTURES set to a folder, what a person would see.
void TestMarketPage::picture()
{
    const QString folder = qEnvironmentVariable("GAVEL_PICTURES");
    if (folder.isEmpty())
        QSKIP("GAVEL_PICTURES is not set");
    openTraced();
    m_page->filterBar()->setFilter(QStringLiteral("traced and campaign = \"camp-005\" and lost"));
    for (const auto mode : {widgets::Mode::Dark, widgets::Mode::Light}) {
        widgets::Theme::current().setMode(mode);
        for (const QSize size : {QSize(1304, 799), QSize(1232, 619), QSize(2424, 1339)}) {
            m_page->resize(size);
            QTest::qWait(400);
            m_page->listPanel()->select(2);
            QTest::qWait(400);
            auto* amount = m_page->whatIf()->form()->findChildren<auctions::AmountEdit*>().first();
            amount->selectAll();
            QTest::keyClicks(amount, QStringLiteral("20"));
            QTest::qWait(200);
            QVERIFY(
                m_page->grab().save(QStringLiteral("%1/market-%2-%3.png")
                                        .arg(folder,
                                             mode == widgets::Mode::Dark ? QStringLiteral("dark")
                                                                         : QStringLiteral("light"))
                                        .arg(size.width())));
        }
    }
}

QTEST_MAIN(TestMarketPage)
#include "test_market_page.moc"
