// SPDX-License-Identifier: GPL-3.0-or-later
// The page over a real engine: what is typed into it, and what then runs.
#include "ui/bridge/campaign_draft.h"
#include "ui/campaigns/campaign_table.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/campaigns/cell_editor.h"
#include "ui/campaigns/draft/review_dialog.h"
#include "ui/campaigns/inspector/campaign_inspector.h"
#include "ui/campaigns/inspector/targeting_tab.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using campaigns::CampaignTree;

namespace {

constexpr int kWaitMs = 20000;

/// An engine on a workspace, with the demonstration's market paused at its start.
struct Desk
{
    explicit Desk(const QString& workspace)
    {
        runtime::EngineOptions options;
        options.workspace = workspace.toStdString();
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        engine = *runtime::Engine::open(options);
        runtime::ScenarioRequest request;
        request.scenario = "demo";
        request.seed = 1;
        request.paused = true;
        loaded = engine->loadScenario(request).has_value();
        client = std::make_unique<bridge::EngineClient>(*engine);
        page = std::make_unique<pages::CampaignsPage>(*client, navigator);
        page->retranslate();
        page->resize(1284, 779);
        page->show();
        QObject::connect(client.get(), &bridge::EngineClient::snapshotChanged, page.get(),
                         [this](const bridge::SnapshotPtr& now) { page->setSnapshot(now); });
        page->setSnapshot(client->snapshot());
    }
    bool waitForCampaigns() const
    {
        return QTest::qWaitFor([this] { return !page->draft().ids().empty(); }, kWaitMs);
    }
    QString cell(const std::string& id, int column) const
    {
        return page->table().model()->data(indexOf(id, column)).toString();
    }
    QModelIndex indexOf(const std::string& id, int column) const
    {
        return static_cast<const CampaignTree*>(page->table().model())->indexOf(id, column);
    }
    campaigns::CellEditor* edit(const std::string& id, int column)
    {
        page->table().editCell(id, column);
        return page->table().findChild<campaigns::CellEditor*>();
    }

    bridge::Navigator navigator;
    std::unique_ptr<runtime::Engine> engine;
    std::unique_ptr<bridge::EngineClient> client;
    std::unique_ptr<pages::CampaignsPage> page;
    bool loaded = false;
};

} // namespace

class TestCampaignsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::Theme::current().install(); }
    void showsTheCampaignsOfTheMarket();
    void aDayBudgetAboveTheTotalProposesTheTotal();
    void whatCannotBeReadIsNotTaken();
    void editsStayInTheDraftUntilTheyArePublished();
    void errorsHoldPublishing();
    void aDraftOutlivesTheWindow();
    void theFilterCountsWhatItShows();
    void aProposedBidComesIntoTheDraft();
    void drawnColumnsAreKept();
    void ctrlEnterShowsTheInspectorAndStaysInTheTable();
    void theClickRateIsShownWhereItFits();
    void countsComeWithTheInspectorAndGoOnWithTheMarket();
};

void TestCampaignsPage::showsTheCampaignsOfTheMarket()
{
    const QTemporaryDir folder;
    Desk desk(folder.filePath(QStringLiteral("desk.gavel")));
    QVERIFY(desk.loaded);
    QVERIFY(desk.waitForCampaigns());
    const QAbstractItemModelTester tester(desk.page->table().model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(desk.cell("camp-001", CampaignTree::Name), QStringLiteral("Mobile Gaming Campaign"));
    QCOMPARE(desk.cell("camp-001", CampaignTree::State), QStringLiteral("Running"));
    QCOMPARE(desk.cell("camp-001", CampaignTree::Strategy), QStringLiteral("Contract"));
    QCOMPARE(desk.page->info().draft, false);
}

/// The demonstration's first campaign has a total of 1000.
void TestCampaignsPage::aDayBudgetAboveTheTotalProposesTheTotal()
{
    const QTemporaryDir folder;
    Desk desk(folder.filePath(QStringLiteral("desk.gavel")));
    QVERIFY(desk.waitForCampaigns());
    auto* editor = desk.edit("camp-001", CampaignTree::Budget);
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("1200"));
    QCOMPARE(editor->verdict().state, campaigns::CellVerdict::State::Wrong);
    QCOMPARE(editor->verdict().proposal, QStringLiteral("1000.00"));
    QTest::keyClick(editor, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(editor->text(), QStringLiteral("1000.00"));
    QCOMPARE(editor->verdict().state, campaigns::CellVerdict::State::Good);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(desk.cell("camp-001", CampaignTree::Budget), QStringLiteral("1,000"));
    QCOMPARE(desk.cell("camp-001", CampaignTree::Sign), QStringLiteral("Δ"));
}

void TestCampaignsPage::whatCannotBeReadIsNotTaken()
{
    const QTemporaryDir folder;
    Desk desk(folder.filePath(QStringLiteral("desk.gavel")));
    QVERIFY(desk.waitForCampaigns());
    auto* editor = desk.edit("camp-001", CampaignTree::Budget);
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("12,5O"));
    QCOMPARE(editor->verdict().state, campaigns::CellVerdict::State::Wrong);
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(desk.page->draft().isEmpty());
}

void TestCampaignsPage::editsStayInTheDraftUntilTheyArePublished()
{
    const QTemporaryDir folder;
    Desk desk(folder.filePath(QStringLiteral("desk.gavel")));
    QVERIFY(desk.waitForCampaigns());
    QVERIFY(desk.page->table().model()->setData(desk.indexOf("camp-001", CampaignTree::Budget),
                                                QStringLiteral("250"), Qt::EditRole));
    QVERIFY(desk.page->table().model()->setData(desk.indexOf("camp-001", CampaignTree::State),
                                                QStringLiteral("Paused"), Qt::EditRole));
    QVERIFY(desk.engine->campaign("camp-001")->budgetDay == Money{});
    desk.page->runCommand(QStringLiteral("campaigns.review"));
    auto* dialog = desk.page->findChild<campaigns::ReviewDialog*>();
    QVERIFY(dialog && dialog->canConfirm());
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk.page->draft().isEmpty(), kWaitMs);
    QVERIFY(desk.engine->campaign("camp-001")->budgetDay == Money::units(250));
    QCOMPARE(desk.engine->campaign("camp-001")->status, model::CampaignStatus::Paused);
    const auto shows = [&] {
        for (const auto& view : desk.engine->freshSnapshot()->campaigns) {
            if (view.id == "camp-001")
                return view.budgetDay == Money::units(250);
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(shows(), kWaitMs);
}

void TestCampaignsPage::errorsHoldPublishing()
{
    const QTemporaryDir folder;
    Desk desk(folder.filePath(QStringLiteral("desk.gavel")));
    QVERIFY(desk.waitForCampaigns());
    desk.page->table().model()->setData(desk.indexOf("camp-001", CampaignTree::Budget),
                                        QStringLiteral("5000"), Qt::EditRole);
    QCOMPARE(desk.page->draft().counts().errors, 1);
    desk.page->runCommand(QStringLiteral("campaigns.review"));
    auto* dialog = desk.page->findChild<campaigns::ReviewDialog*>();
    QVERIFY(dialog && !dialog->canConfirm());
    dialog->reject();
    desk.page->runCommand(QStringLiteral("edit.undo"));
    QVERIFY(desk.page->draft().isEmpty());
}

/// The draft holds a value that breaks a rule: it must come back all the same.
void TestCampaignsPage::aDraftOutlivesTheWindow()
{
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("desk.gavel"));
    {
        Desk desk(workspace);
        QVERIFY(desk.waitForCampaigns());
        desk.page->table().model()->setData(desk.indexOf("camp-002", CampaignTree::Budget),
                                            QStringLiteral("9000"), Qt::EditRole);
        QTRY_VERIFY_WITH_TIMEOUT(desk.engine->loadDraft("campaigns.demo").has_value(), kWaitMs);
    }
    Desk desk(workspace);
    QSignalSpy said(&desk.navigator, &bridge::Navigator::noticed);
    QTRY_COMPARE_WITH_TIMEOUT(desk.page->draft().counts().edited, 1, kWaitMs);
    QVERIFY(desk.page->draft().find("camp-002")->budgetDay == Money::units(9000));
    QCOMPARE(said.count(), 1);
}

void TestCampaignsPage::theFilterCountsWhatItShows()
{
    const QTemporaryDir folder;
    Desk desk(folder.filePath(QStringLiteral("desk.gavel")));
    QVERIFY(desk.waitForCampaigns());
    auto& tree = *static_cast<CampaignTree*>(desk.page->table().model());
    tree.setFilter(QStringLiteral("fashion running"));
    QCOMPARE(tree.shown(), 1);
    QCOMPARE(tree.total(), 2);
    tree.setFilter(QStringLiteral("nowhere"));
    QCOMPARE(tree.shown(), 0);
}

void TestCampaignsPage::aProposedBidComesIntoTheDraft()
{
    const QTemporaryDir folder;
    Desk desk(folder.filePath(QStringLiteral("desk.gavel")));
    QVERIFY(desk.waitForCampaigns());
    model::Campaign fixed = *desk.page->draft().find("camp-002");
    fixed.strategy.kind = model::StrategyKind::FixedCpm;
    fixed.strategy.cpm = Price::cpm(Money::units(1));
    desk.page->draft().put(QStringLiteral("fixed"), {fixed});
    desk.page->open({QStringLiteral("campaigns"), QStringLiteral("campaign"),
                     QStringLiteral("camp-002?bid=2.60")});
    QCOMPARE(desk.page->table().current(), std::string("camp-002"));
    QCOMPARE(desk.cell("camp-002", CampaignTree::Bid), QStringLiteral("2.60"));
    desk.page->open({QStringLiteral("campaigns"), QStringLiteral("campaign"),
                     QStringLiteral("camp-001?bid=2.60")});
    QCOMPARE(desk.page->draft().changeOf("camp-001"), bridge::DraftChange::None);
}

void TestCampaignsPage::drawnColumnsAreKept()
{
    const QTemporaryDir folder;
    Desk desk(folder.filePath(QStringLiteral("desk.gavel")));
    QVERIFY(desk.waitForCampaigns());
    QHeaderView* header = desk.page->table().header();
    const int strategy = header->sectionSize(CampaignTree::Strategy);
    const int name = header->sectionSize(CampaignTree::Name);
    header->resizeSection(CampaignTree::Strategy, strategy + 20);
    desk.page->resize(1300, 779); // a new size leaves what was drawn
    QCOMPARE(header->sectionSize(CampaignTree::Strategy), strategy + 20);
    const QJsonObject state = desk.page->saveState();

    Desk later(folder.filePath(QStringLiteral("later.gavel")));
    QVERIFY(later.waitForCampaigns());
    QHeaderView* again = later.page->table().header();
    QCOMPARE(again->sectionSize(CampaignTree::Strategy), strategy);
    later.page->restoreState(state);
    QCOMPARE(again->sectionSize(CampaignTree::Strategy), strategy + 20);
    QCOMPARE(again->sectionSize(CampaignTree::Name), name - 20);
    later.page->resetLayout();
    QCOMPARE(again->sectionSize(CampaignTree::Strategy), strategy);
}

void TestCampaignsPage::ctrlEnterShowsTheInspectorAndStaysInTheTable()
{
    const QTemporaryDir folder;
    Desk desk(folder.filePath(QStringLiteral("desk.gavel")));
    QVERIFY(desk.waitForCampaigns());
    desk.page->resize(1212, 599); // the inspector slides over the table
    auto* inspector = desk.page->findChild<campaigns::CampaignInspector*>();
    QVERIFY(inspector->isHidden());
    desk.page->table().select("camp-001");
    desk.page->table().setFocus();
    QTest::keyClick(&desk.page->table(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(inspector->isVisible());
    QVERIFY(desk.page->stepBack());
    QVERIFY(inspector->isHidden());
}

void TestCampaignsPage::theClickRateIsShownWhereItFits()
{
    const QTemporaryDir folder;
    Desk desk(folder.filePath(QStringLiteral("desk.gavel")));
    QVERIFY(desk.waitForCampaigns());
    desk.page->resize(1212, 599);
    QTRY_VERIFY(!desk.page->table().isColumnHidden(CampaignTree::Ctr));
    desk.page->resize(860, 599);
    QTRY_VERIFY(desk.page->table().isColumnHidden(CampaignTree::Ctr));
}

void TestCampaignsPage::countsComeWithTheInspectorAndGoOnWithTheMarket()
{
    const QTemporaryDir folder;
    Desk desk(folder.filePath(QStringLiteral("desk.gavel")));
    QVERIFY(desk.waitForCampaigns());
    const auto run = [&](std::int64_t minutes) {
        const TimeMs end = desk.engine->freshSnapshot()->start + minutes * base::kMinuteMs;
        QVERIFY(desk.engine->runTo(end).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(desk.client->snapshot()->now >= end, 60'000);
    };
    run(10);
    desk.page->resize(1212, 599);
    desk.page->table().select("camp-001");
    QTest::qWait(400); // out of sight nothing is counted
    desk.page->table().setFocus();
    QTest::keyClick(&desk.page->table(), Qt::Key_Return, Qt::ControlModifier);
    auto& targeting = desk.page->findChild<campaigns::CampaignInspector*>()->targeting();
    const auto counts = [&] {
        QStringList texts;
        for (campaigns::RuleRow* row : targeting.rows())
            texts << row->left().toolTip();
        return texts;
    };
    const auto areCounted = [&] {
        return !targeting.rows().empty() && targeting.rows().front()->left().text() != u"–";
    };
    QTRY_VERIFY_WITH_TIMEOUT(areCounted(), kWaitMs);
    desk.page->hide();
    desk.page->retranslate();
    QTest::qWait(400);
    QVERIFY(!areCounted());
    desk.page->show();
    QTRY_VERIFY_WITH_TIMEOUT(areCounted(), kWaitMs);
    const QStringList before = counts();
    run(60);
    QTRY_VERIFY_WITH_TIMEOUT(counts() != before, kWaitMs);
}

QTEST_MAIN(TestCampaignsPage)
#include "test_campaigns_page.moc"
