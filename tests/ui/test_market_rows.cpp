// SPDX-License-Identifier: GPL-3.0-or-later
// A list of a million auctions, and what can be done with a row: menu, history, document, back.
#include "market_bed.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>

using namespace bed;

namespace {

constexpr std::uint64_t kMillion = 1'000'000;

/// Chooses the entry of the menu that opens next whose text `wanted` accepts; the texts seen.
template<typename Open, typename Wanted>
QStringList chooseInMenu(QWidget* parent, Open open, Wanted wanted)
{
    QStringList seen;
    QTimer::singleShot(0, parent, [&] {
        auto* menu = parent->findChild<QMenu*>();
        if (!menu)
            return;
        const QList<QAction*> actions = menu->actions();
        for (QAction* action : actions) {
            seen << action->text();
            if (wanted(action->text()))
                action->trigger();
        }
        menu->close();
    });
    open();
    return seen;
}

} // namespace

class TestMarketRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bed.reset(); }
    void init();
    void theFirstTheMiddleAndTheLastAreShown();
    void aFilterRunsOverAllOfThem();
    void theMenuOfACellMakesAFilter();
    void theHistoryBringsAFilterBack();
    void rowsAreCopied();
    void theDocumentHoldsTheAuction();
    void goingBackBringsTheSameRows();
    void aDrawnColumnIsKeptUntilTheLayoutIsReset();
    void theModelsKeepTheirRules();
    void aPlaceThatIsNoneIsRefused_data();
    void aPlaceThatIsNoneIsRefused();

private:
    widgets::DataTable* table() const { return m_bed->page->listPanel()->table(); }
    bool isShown(int row) const;
    QString cell(int row, auctions::Column column) const
    {
        return m_bed->page->list().index(row, static_cast<int>(column)).data().toString();
    }
    std::unique_ptr<MarketBed> m_bed;
};

void TestMarketRows::initTestCase()
{
    widgets::Theme::current().install();
    auto request = MarketBed::cityDay(kMillion);
    request.scenario = "week-hundred";
    m_bed = std::make_unique<MarketBed>(request);
    QVERIFY(m_bed->loaded);
    QVERIFY(m_bed->engine->runToEnd().has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_bed->client->snapshot()->rowsKept == kMillion, 60'000);
}

void TestMarketRows::init()
{
    QVERIFY(m_bed->filter({}));
    m_bed->page->listPanel()->follow();
    QTRY_COMPARE_WITH_TIMEOUT(m_bed->page->list().rowCount(), static_cast<int>(kMillion), kWaitMs);
}

bool TestMarketRows::isShown(int row) const
{
    return QTest::qWaitFor([&] { return m_bed->page->list().rowAt(row) != nullptr; }, kWaitMs);
}

void TestMarketRows::theFirstTheMiddleAndTheLastAreShown()
{
    QScrollBar* bar = table()->verticalScrollBar();
    const std::uint64_t newest = m_bed->page->list().rowAt(0)->id;
    for (const int row : {500'000, 999'999, 250'000, 0}) {
        QElapsedTimer since;
        since.start();
        bar->setValue(std::min(row, bar->maximum()));
        QVERIFY(isShown(row));
        qInfo("row %d shown after %lld ms", row, since.elapsed());
        QVERIFY(!cell(row, auctions::Column::Time).isEmpty());
    }
    QCOMPARE(m_bed->page->list().rowAt(0)->id, newest);
}

void TestMarketRows::aFilterRunsOverAllOfThem()
{
    QElapsedTimer since;
    since.start();
    QVERIFY(m_bed->filter(QStringLiteral("price > 1.5 and filled")));
    const std::size_t dear = m_bed->page->list().matching();
    qInfo("filter over %llu rows answered after %lld ms", static_cast<unsigned long long>(kMillion),
          since.elapsed());
    QVERIFY(m_bed->filter(QStringLiteral("price <= 1.5 and filled")));
    const std::size_t cheap = m_bed->page->list().matching();
    QVERIFY(m_bed->filter(QStringLiteral("unfilled")));
    QCOMPARE(dear + cheap + m_bed->page->list().matching(), std::size_t{kMillion});
}

void TestMarketRows::theMenuOfACellMakesAFilter()
{
    QVERIFY(isShown(0));
    m_bed->page->listPanel()->select(0);
    const int column = static_cast<int>(auctions::Column::Bids);
    const QString wanted = QStringLiteral("bids = %1").arg(cell(0, auctions::Column::Bids));
    const auto open = [&] {
        table()->setCurrentIndex(m_bed->page->list().index(0, column));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(table()->viewport(), &event);
    };
    const QStringList seen = chooseInMenu(m_bed->page.get(), open, [&](const QString& text) {
        return text.endsWith(QStringLiteral("not (%1)").arg(wanted))
            && text.startsWith(QStringLiteral("Apply"));
    });
    QCOMPARE(seen.filter(wanted).size(), 5);
    QCOMPARE(m_bed->page->filterBar()->filter(), QStringLiteral("not (%1)").arg(wanted));
    QTRY_VERIFY_WITH_TIMEOUT(m_bed->page->list().matching() < kMillion, kWaitMs);
    for (int row = 0; row < 100; ++row)
        QVERIFY(cell(row, auctions::Column::Bids) != wanted.section(u' ', 2));
}

void TestMarketRows::theHistoryBringsAFilterBack()
{
    QVERIFY(m_bed->filter(QStringLiteral("ms > 40")));
    auto* bar = m_bed->page->filterBar();
    auto* button = bar->findChild<widgets::Button*>(QStringLiteral("history"));
    QVERIFY(button);
    chooseInMenu(
        bar, [&] { button->click(); }, [](const QString&) { return false; });
    QVERIFY(m_bed->filter(QStringLiteral("bids >= 2")));
    const QStringList seen = chooseInMenu(
        bar, [&] { button->click(); }, [](const QString& text) { return text == u"ms > 40"; });
    QCOMPARE(seen.mid(0, 2), QStringList({QStringLiteral("bids >= 2"), QStringLiteral("ms > 40")}));
    QCOMPARE(bar->filter(), QStringLiteral("ms > 40"));
}

void TestMarketRows::rowsAreCopied()
{
    QVERIFY(isShown(0));
    m_bed->page->listPanel()->select(0);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList cells = QApplication::clipboard()->text().split(u'\t');
    QCOMPARE(cells.value(1), QString::number(m_bed->page->list().rowAt(0)->id));
}

void TestMarketRows::theDocumentHoldsTheAuction()
{
    QVERIFY(m_bed->filter(QStringLiteral("traced")));
    QVERIFY(m_bed->openRow(0));
    m_bed->page->runCommand(QStringLiteral("market.json"));
    auto* document = m_bed->page->microscope()->bids()->findChild<auctions::TraceDocument*>();
    QVERIFY(document);
    const auto parsed = [&] { return QJsonDocument::fromJson(document->toPlainText().toUtf8()); };
    QTRY_VERIFY_WITH_TIMEOUT(parsed().isObject(), kWaitMs);
    QVERIFY(document->toPlainText().contains(QString::number(m_bed->page->openedAuction())));
    m_bed->page->runCommand(QStringLiteral("market.json"));
    QVERIFY(!m_bed->page->microscope()->bids()->showsJson());
}

void TestMarketRows::goingBackBringsTheSameRows()
{
    const QString filter = QStringLiteral("bids >= 2");
    QVERIFY(m_bed->filter(filter));
    // The view lays out what it was given in its own time.
    QTRY_VERIFY_WITH_TIMEOUT(table()->verticalScrollBar()->maximum() > 5'003, kWaitMs);
    table()->verticalScrollBar()->setValue(5'000);
    QVERIFY(isShown(5'003));
    m_bed->page->listPanel()->select(5'003);
    table()->verticalScrollBar()->setValue(5'000);
    const std::uint64_t chosen = m_bed->page->list().rowAt(5'003)->id;
    const bridge::Destination place = m_bed->page->place();
    m_bed->page->open(
        {QStringLiteral("market"), QStringLiteral("auction"), QString::number(chosen - 7)});
    QTRY_COMPARE_WITH_TIMEOUT(m_bed->page->list().rowCount(), 1, kWaitMs);
    m_bed->page->open(place);
    QTRY_COMPARE_WITH_TIMEOUT(m_bed->page->listPanel()->selectedRow(), 5'003, kWaitMs);
    QVERIFY(isShown(5'003));
    QCOMPARE(m_bed->page->list().rowAt(5'003)->id, chosen);
    QCOMPARE(m_bed->page->listPanel()->topRow(), 5'000);
    QCOMPARE(m_bed->page->filterBar()->filter(), filter);
}

void TestMarketRows::aDrawnColumnIsKeptUntilTheLayoutIsReset()
{
    const int column = static_cast<int>(auctions::Column::Publisher);
    const int usual = table()->columnWidth(column);
    table()->horizontalHeader()->resizeSection(column, usual + 37);
    const QJsonObject state = m_bed->page->saveState();
    m_bed->page->resetLayout();
    QCOMPARE(table()->columnWidth(column), usual);
    m_bed->page->restoreState(state);
    QCOMPARE(table()->columnWidth(column), usual + 37);
    m_bed->page->resize(1320, 820);
    QCOMPARE(table()->columnWidth(column), usual + 37);
    m_bed->page->resetLayout();
    QCOMPARE(table()->columnWidth(column), usual);
}

void TestMarketRows::theModelsKeepTheirRules()
{
    using Mode = QAbstractItemModelTester::FailureReportingMode;
    QVERIFY(m_bed->filter(QStringLiteral("traced and bids >= 2")));
    auto& bids = const_cast<auctions::BidTree&>(m_bed->page->microscope()->bids()->tree());
    auto& campaigns
        = const_cast<auctions::WhyNotList&>(m_bed->page->microscope()->whyNot()->campaigns());
    const QAbstractItemModelTester ofBids(&bids, Mode::Fatal);
    const QAbstractItemModelTester ofCampaigns(&campaigns, Mode::Fatal);
    for (int row = 0; row < 10; ++row)
        QVERIFY(m_bed->openRow(row));
    QVERIFY(bids.rowCount() >= 4);
}

void TestMarketRows::aPlaceThatIsNoneIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "5", "1 2", "a 0 0 won", "1 b 0 won", "1 0 c won", "1 -2 0 won",
                             "1 0 -1 won", "-1 0 0 won"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestMarketRows::aPlaceThatIsNoneIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!auctions::ListPlace::fromText(text));
    const auctions::ListPlace place{QStringLiteral("price > 1 and won"), 7, -1, 3};
    QCOMPARE(auctions::ListPlace::fromText(place.toText()), std::optional(place));
}

QTEST_MAIN(TestMarketRows)
#include "test_market_rows.moc"
