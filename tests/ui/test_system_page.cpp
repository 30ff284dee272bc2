// SPDX-License-Identifier: GPL-3.0-or-later
// The page over a real engine whose alert raises a real fault: what it shows is what the desk says,
// and what people do there is done.
#include "ui/system/fault_diagram.h"
#include "ui/system/fault_panel.h"
#include "ui/system/services_panel.h"
#include "ui/system/sources_panel.h"
#include "ui/system/store_panel.h"
#include "ui/system/system_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/order_dialog.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using model::FaultClass;
using model::FaultState;
using system_page::SystemPage;

namespace {

constexpr int kWaitMs = 30'000;
/// Every disk has more than a byte: it fires at once, and nothing can repair the ledger.
constexpr const char* kRules
    = R"({"rules":[{"id":"odd","name":"Odd","level":"page","metric":"disk_free_bytes",)"
      R"("condition":{"kind":"above","limit":1},)"
      R"("labels":{"fault":"integrity","component":"ledger"}}]})";

struct Bed
{
    explicit Bed(bool withFault = true)
    {
        qputenv("USER", "Mina");
        runtime::EngineOptions options;
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        options.workspace = folder.filePath(QStringLiteral("w.gavel")).toStdString();
        engine = *runtime::Engine::open(options);
        if (withFault)
            isRuled = engine->watch().setRules(kRules, "Mina").has_value();
        client = std::make_unique<bridge::EngineClient>(*engine);
        page = std::make_unique<SystemPage>(*client, navigator);
        page->resize(1304, 799);
        page->retranslate();
        QObject::connect(client.get(), &bridge::EngineClient::snapshotChanged, page.get(),
                         [this](const bridge::SnapshotPtr& now) { page->setSnapshot(now); });
        QObject::connect(&navigator, &bridge::Navigator::noticed, page.get(),
                         [this](const bridge::Notice& notice) { said << notice.sentence; });
        page->show();
        page->setSnapshot(client->snapshot());
    }
    template<typename Widget>
    Widget& part() const
    {
        return *page->findChild<Widget*>();
    }
    const system_page::ServiceRow* row() const
    {
        return part<system_page::ServicesPanel>().selected();
    }
    bool waitFor(FaultState state) const
    {
        return QTest::qWaitFor(
            [this, state] { return row() && row()->kind && row()->state == state; }, kWaitMs);
    }
    widgets::OrderDialog* dialog() const
    {
        widgets::OrderDialog* found = nullptr;
        (void)QTest::qWaitFor(
            [&] { return (found = page->findChild<widgets::OrderDialog*>()) != nullptr; }, kWaitMs);
        return found;
    }
    QTemporaryDir folder;
    std::unique_ptr<runtime::Engine> engine;
    bridge::Navigator navigator;
    std::unique_ptr<bridge::EngineClient> client;
    std::unique_ptr<SystemPage> page;
    QStringList said;
    bool isRuled = false;
};

} // namespace

class SystemPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPartIsListedWhenNothingIsWrong();
    void theWorstRowStandsFirst();
    void theWayIsThatSinceNormal();
    void onlyWaysOfTheTableAreOffered();
    void aFaultIsSeenAcknowledgedAndMoved();
    void maintenanceNeedsAReason();
    void sourcesAndStoreShowWhatIsTrue();
    void everyStateHasABoxOfItsOwn();
};

void SystemPageTest::everyPartIsListedWhenNothingIsWrong()
{
    const Bed bed(false);
    QTRY_VERIFY_WITH_TIMEOUT(bed.row() != nullptr, kWaitMs);
    const auto rows = bed.part<system_page::ServicesPanel>().rows();
    QCOMPARE(rows.size(), std::size_t{7});
    for (const auto& row : rows) {
        QVERIFY(!row.kind);
        QCOMPARE(row.state, FaultState::Normal);
    }
    QVERIFY(!bed.page->commandState(QStringLiteral("system.acknowledge"))->enabled);
    QVERIFY(!bed.page->commandState(QStringLiteral("system.move"))->enabled);
    QVERIFY(bed.page->commandState(QStringLiteral("system.maintain"))->enabled);
    QVERIFY(!bed.page->commandState(QStringLiteral("market.whatIf")));
}

void SystemPageTest::theWorstRowStandsFirst()
{
    runtime::FaultsView view;
    view.components = {"gateway", "ledger", "pipeline", "storage"};
    const auto fault = [](const char* component, FaultClass kind, FaultState state) {
        health::Fault made;
        made.component = component;
        made.kind = kind;
        made.state = state;
        made.raisedAt = state == FaultState::Monitoring ? TimeMs{} : TimeMs{1};
        return made;
    };
    view.faults = {fault("gateway", FaultClass::Errors, FaultState::Monitoring),
                   fault("ledger", FaultClass::Integrity, FaultState::Normal),
                   fault("pipeline", FaultClass::Latency, FaultState::AutoHealing),
                   fault("storage", FaultClass::Resources, FaultState::Failed)};
    view.faults[1].raisedAt = {};
    view.windows = {{"ledger", "Mina", "moves house", {0}, {100}}};
    QStringList keys;
    for (const auto& row : system_page::serviceRows(view))
        keys << QString::fromStdString(row.key());
    QCOMPARE(keys,
             (QStringList{QStringLiteral("storage/resources"), QStringLiteral("pipeline/latency"),
                          QStringLiteral("gateway/errors"), QStringLiteral("ledger/")}));
    QCOMPARE(system_page::serviceRows(view).back().work->reason, std::string("moves house"));
}

void SystemPageTest::theWayIsThatSinceNormal()
{
    std::vector<health::KeptFaultChange> history;
    const auto add = [&](FaultState from, FaultState to) { // newest first
        health::KeptFaultChange change;
        change.kind = FaultClass::Errors;
        change.from = from;
        change.to = to;
        history.insert(history.begin(), change);
    };
    add(FaultState::Normal, FaultState::Monitoring);
    add(FaultState::Monitoring, FaultState::Normal);
    add(FaultState::Normal, FaultState::Monitoring);
    add(FaultState::Monitoring, FaultState::AlertTriggered);
    add(FaultState::AlertTriggered, FaultState::Investigating);
    QCOMPARE(system_page::wayOf(history, FaultClass::Errors, FaultState::Investigating),
             (std::vector<FaultState>{FaultState::Normal, FaultState::Monitoring,
                                      FaultState::AlertTriggered, FaultState::Investigating}));
    QCOMPARE(system_page::wayOf({}, FaultClass::Errors, FaultState::Normal),
             std::vector<FaultState>{FaultState::Normal});
}

void SystemPageTest::onlyWaysOfTheTableAreOffered()
{
    using system_page::waysByHand;
    using States = std::vector<FaultState>;
    QCOMPARE(waysByHand(FaultState::Normal), States{});
    QCOMPARE(waysByHand(FaultState::AutoHealing), States{});
    QCOMPARE(waysByHand(FaultState::Failed), States{FaultState::ManualIntervention});
    QCOMPARE(waysByHand(FaultState::ManualIntervention), States{FaultState::HumanFixing});
    QCOMPARE(waysByHand(FaultState::HumanFixing),
             (States{FaultState::Normal, FaultState::Escalation}));
    QCOMPARE(waysByHand(FaultState::ExpertIntervention),
             (States{FaultState::Normal, FaultState::SystemShutdown}));
    QCOMPARE(waysByHand(FaultState::SystemShutdown), States{}); // the closed intake leads on
    QCOMPARE(waysByHand(FaultState::Maintenance), States{FaultState::Normal});
}

void SystemPageTest::aFaultIsSeenAcknowledgedAndMoved()
{
    Bed bed;
    QVERIFY(bed.isRuled);
    QTRY_VERIFY_WITH_TIMEOUT(bed.part<system_page::ServicesPanel>().rows().size() == 7, kWaitMs);
    bed.page->open(
        {QStringLiteral("system"), QStringLiteral("component"), QStringLiteral("ledger")});
    QVERIFY(bed.waitFor(FaultState::Investigating));
    QCOMPARE(bed.row()->component, std::string("ledger"));
    auto& panel = bed.part<system_page::FaultPanel>();
    QTRY_COMPARE_WITH_TIMEOUT(panel.history().size(), std::size_t{3}, kWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(panel.diagram().path(), (std::vector<int>{0, 1, 2, 3}),
                              kWaitMs); // as the table numbers them
    QVERIFY(bed.page->commandState(QStringLiteral("system.acknowledge"))->enabled);
    bed.page->runCommand(QStringLiteral("system.acknowledge"));
    QVERIFY(bed.waitFor(FaultState::ManualIntervention));
    QCOMPARE(bed.row()->acknowledgedBy, std::string("Mina"));

    bed.page->runCommand(QStringLiteral("system.move"));
    auto* dialog = bed.dialog();
    QVERIFY(dialog != nullptr);
    QVERIFY(!dialog->mayBeDone()); // nobody said why
    dialog->findChild<QLineEdit*>()->setText(QStringLiteral("counts it again"));
    QTRY_VERIFY_WITH_TIMEOUT(dialog->mayBeDone(), kWaitMs);
    for (auto* button : dialog->findChildren<widgets::Button*>())
        if (button->isDefault())
            button->click();
    QVERIFY(bed.waitFor(FaultState::HumanFixing));
    QTRY_VERIFY_WITH_TIMEOUT(
        !panel.history().empty() && panel.history().front().cause == "counts it again", kWaitMs);
    QCOMPARE(panel.history().front().person, std::string("Mina"));
    QCOMPARE(bed.page->place().value, QStringLiteral("ledger"));
    QVERIFY(!bed.page->grab().isNull());
}

void SystemPageTest::maintenanceNeedsAReason()
{
    Bed bed(false);
    QTRY_VERIFY_WITH_TIMEOUT(bed.row() != nullptr, kWaitMs);
    bed.page->runCommand(QStringLiteral("system.maintain"));
    auto* dialog = bed.dialog();
    QVERIFY(dialog != nullptr && !dialog->mayBeDone());
    dialog->findChild<QLineEdit*>()->setText(QStringLiteral("a new disk"));
    QTRY_VERIFY_WITH_TIMEOUT(dialog->mayBeDone(), kWaitMs);
    for (auto* button : dialog->findChildren<widgets::Button*>())
        if (button->isDefault())
            button->click();
    QTRY_VERIFY_WITH_TIMEOUT(bed.row()->work.has_value(), kWaitMs);
    QCOMPARE(bed.row()->work->reason, std::string("a new disk"));
    QVERIFY(bed.page->commandState(QStringLiteral("system.endMaintenance"))->enabled);
    bed.page->runCommand(QStringLiteral("system.endMaintenance"));
    QTRY_VERIFY_WITH_TIMEOUT(!bed.row()->work.has_value(), kWaitMs);
}

void SystemPageTest::sourcesAndStoreShowWhatIsTrue()
{
    Bed bed(false);
    QFile file(bed.folder.filePath(QStringLiteral("orders.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    runtime::SourceOrder order;
    order.collector = "file";
    order.place = file.fileName().toStdString();
    order.everySeconds = 1;
    QVERIFY(bed.engine->pipeline().addSource(order, "Mina").has_value());
    bed.page->showSection(SystemPage::Section::Sources);
    auto& sources = bed.part<system_page::SourcesPanel>();
    QTRY_VERIFY_WITH_TIMEOUT(sources.select("orders.jsonl"), kWaitMs);
    QVERIFY(bed.page->commandState(QStringLiteral("system.pauseSource"))->enabled);
    bed.page->runCommand(QStringLiteral("system.pauseSource"));
    QTRY_VERIFY_WITH_TIMEOUT(sources.selected() != nullptr && sources.selected()->isPaused,
                             kWaitMs);
    bed.page->showSection(SystemPage::Section::Store);
    auto& store = bed.part<system_page::StorePanel>();
    QTRY_VERIFY_WITH_TIMEOUT(store.facts().contains(QStringLiteral("w.gavel")), kWaitMs);
    QCOMPARE(bed.page->place().value, QStringLiteral("store"));
}

void SystemPageTest::everyStateHasABoxOfItsOwn()
{
    system_page::FaultDiagram diagram;
    for (const QSize size : {diagram.minimumSizeHint(), QSize(900, 420)}) {
        diagram.resize(size);
        for (std::size_t i = 0; i < model::kFaultStates; ++i) {
            const QRect box = diagram.boxOf(static_cast<FaultState>(i));
            QVERIFY(diagram.rect().contains(box));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!box.intersects(diagram.boxOf(static_cast<FaultState>(j))));
        }
    }
    QSignalSpy chosen(&diagram, &system_page::FaultDiagram::stateChosen);
    QTest::mouseClick(&diagram, Qt::LeftButton, {}, diagram.boxOf(FaultState::Failed).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<FaultState>(), FaultState::Failed);
}

QTEST_MAIN(SystemPageTest)
#include "test_system_page.moc"
