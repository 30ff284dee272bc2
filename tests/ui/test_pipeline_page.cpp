// SPDX-License-Identifier: GPL-3.0-or-later
// The page over a pipeline of the test's own: what it shows is what the desk says, and what changes
// something is listed first.
#include "tests/ui/pipeline_bed.h"
#include "ui/pipeline/batches/batches_view.h"
#include "ui/pipeline/dead/dead_panel.h"
#include "ui/pipeline/equation_strip.h"
#include "ui/pipeline/flow_view.h"
#include "ui/pipeline/rules_view.h"
#include "ui/pipeline/sources_panel.h"
#include "ui/pipeline/stages_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/order_dialog.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>

using namespace gavel;
using namespace gavel::pipeline_page;
using bed::kWaitMs;
using bed::PipelineBed;

namespace {

/// Shown, and the first letter is in the repair form.
bool opens(const PipelineBed& bed)
{
    bed.page->show();
    return QTest::qWaitFor([&] { return bed.part<RepairPanel>().table().fields().rowCount() > 0; },
                           kWaitMs);
}

bool says(const QWidget& widget, const QString& words)
{
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisibleTo(&widget) && label->text().contains(words))
            return true;
    return false;
}

/// F2, the text, without leaving the cell.
void typeInto(FieldTable& table, const QString& text)
{
    table.edit(table.currentIndex());
    auto* line = table.findChild<QLineEdit*>();
    line->selectAll();
    QTest::keyClicks(line, text);
}

} // namespace

class PipelinePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itShowsWhatTheDeskSays();
    void ratesAreDifferencesOfTwoLooks();
    void aMinuteThatDoesNotCloseIsTold();
    void withoutASourceItOffersToFeedAFile();
    void aFilterListsLessAndAWrongOneKeepsTheList();
    void aRepairIsJudgedWhileItIsTyped();
    void aFieldCanBeTakenAway();
    void theGroupIsRedrivenWithTheEditAfterItsNumberIsTyped();
    void onlyTheShownLetterIsRedriven();
    void aDiscardNeedsAReason();
    void checkedLettersAreThoseThatAreRedriven();
    void aClickOnAStateListsItsBatches();
    void aPausedSourceSaysSo();
    void onlyWhatIsReadCanBeRemoved();
    void scoresAreHiddenUntilThereAreSome();
    void everyCommandOfThePageIsAnswered();
    void modelsKeepTheirPromises();
};

void PipelinePageTest::itShowsWhatTheDeskSays()
{
    const PipelineBed bed;
    QVERIFY(opens(bed));
    // Eight sources and their sum.
    QCOMPARE(bed.part<SourcesPanel>().table().model()->rowCount(), 9);
    auto& dead = bed.part<DeadPanel>();
    QCOMPARE(dead.rows().rowCount(), 3);
    QCOMPARE(dead.rows().rows().front().count, 41U);
    QCOMPARE(dead.chosenCount(), 41U);
    const QString equation = bed.part<EquationStrip>().sentence();
    for (const QString& part : {QStringLiteral("525,600"), QStringLiteral("524,812"),
                                QStringLiteral("614"), QStringLiteral("158"), QStringLiteral("16")})
        QVERIFY2(equation.contains(part), qPrintable(part));
    QVERIFY(equation.contains(QStringLiteral("nothing missing")));
    QCOMPARE(bed.part<RepairPanel>().letter()->id, 100U);
    QCOMPARE(bed.part<RepairPanel>().field()->name, std::string("country"));
}

void PipelinePageTest::ratesAreDifferencesOfTwoLooks()
{
    const PipelineBed bed;
    QVERIFY(opens(bed));
    // 4,380 events more in every half second that the desk tells: 8,760 a second.
    const auto& flow = bed.part<FlowView>();
    QTRY_COMPARE_WITH_TIMEOUT(flow.rateText(runtime::PipelineStage::Collect),
                              QStringLiteral("8,760"), kWaitMs);
    QCOMPARE(flow.rateText(runtime::PipelineStage::Repair), QStringLiteral("22.0"));
}

void PipelinePageTest::aMinuteThatDoesNotCloseIsTold()
{
    PipelineBed bed;
    bed.desk.lost = 3; // received three more than became of them
    QVERIFY(opens(bed));
    QVERIFY(!bed.part<EquationStrip>().closes());
    QVERIFY(bed.part<EquationStrip>().sentence().contains(QStringLiteral("3 missing")));
}

void PipelinePageTest::withoutASourceItOffersToFeedAFile()
{
    PipelineBed bed;
    bed.desk.noSources = true;
    QVERIFY(opens(bed));
    const auto& sources = bed.part<SourcesPanel>();
    QVERIFY(says(sources, QStringLiteral("No source is connected.")));
    for (auto* button : sources.findChildren<widgets::Button*>())
        if (button->isVisibleTo(&sources))
            button->click();
    QVERIFY(bed.dialog<widgets::OrderDialog>() != nullptr);
}

void PipelinePageTest::aFilterListsLessAndAWrongOneKeepsTheList()
{
    const PipelineBed bed;
    QVERIFY(opens(bed));
    auto& dead = bed.part<DeadPanel>();
    dead.filter().setText(QStringLiteral("rule = bid-amount"));
    QTRY_COMPARE_WITH_TIMEOUT(dead.rows().rowCount(), 1, kWaitMs);
    QCOMPARE(dead.chosenCount(), 3U);
    dead.filter().setText(QStringLiteral("amount > many"));
    QCOMPARE(dead.filter().verdict().state, widgets::FilterVerdict::State::Wrong);
    QVERIFY(!dead.filter().verdict().words.isEmpty());
    QCOMPARE(dead.query().rule, std::string("bid-amount")); // what holds is what was valid
    QVERIFY(bed.page->stepBack());
    QTRY_COMPARE_WITH_TIMEOUT(dead.rows().rowCount(), 3, kWaitMs);
}

void PipelinePageTest::aRepairIsJudgedWhileItIsTyped()
{
    const PipelineBed bed;
    QVERIFY(opens(bed));
    auto& repair = bed.part<RepairPanel>();
    QVERIFY(repair.verdictWords().contains(QStringLiteral("Country is not an ISO 3166 code")));
    typeInto(repair.table(), QStringLiteral("CN"));
    QTRY_VERIFY_WITH_TIMEOUT(repair.verdictWords().contains(QStringLiteral("+1 impression")),
                             kWaitMs);
    QCOMPARE(repair.edits().size(), std::size_t{1});
    QCOMPARE(repair.edits().front().value, std::string("CN"));
    // The editor is still open, with what was typed.
    auto* line = repair.table().findChild<QLineEdit*>();
    QVERIFY(line != nullptr);
    QCOMPARE(line->text(), QStringLiteral("CN"));
    // Another letter begins without an edit.
    QTest::keyClick(line, Qt::Key_Return);
    bed.page->runCommand(QStringLiteral("pipeline.next"));
    QTRY_COMPARE_WITH_TIMEOUT(repair.letter()->id, std::uint64_t{200}, kWaitMs);
    QVERIFY(repair.edits().empty());
}

void PipelinePageTest::aFieldCanBeTakenAway()
{
    const PipelineBed bed;
    QVERIFY(opens(bed));
    auto& table = bed.part<RepairPanel>().table();
    const QModelIndex currency
        = table.fields().index(table.fields().rowOf("currency"), FieldModel::Repaired);
    table.fields().takeAway(currency);
    QVERIFY(table.fields().edits().front().taken);
    table.fields().restore(currency);
    QVERIFY(table.fields().edits().empty());
}

void PipelinePageTest::theGroupIsRedrivenWithTheEditAfterItsNumberIsTyped()
{
    PipelineBed bed;
    QVERIFY(opens(bed));
    typeInto(bed.part<RepairPanel>().table(), QStringLiteral("CN"));
    bed.page->runCommand(QStringLiteral("pipeline.redrive"));
    auto* dialog = bed.dialog<widgets::OrderDialog>();
    QVERIFY(dialog != nullptr);
    QVERIFY(!dialog->mayBeDone()); // 41 are more than 20: the number is typed
    QVERIFY(says(*dialog, QStringLiteral("country = CN")));
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("41"));
    QVERIFY(dialog->mayBeDone());
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(!bed.said.isEmpty(), kWaitMs);
    QCOMPARE(bed.desk.redriven.size(), std::size_t{41});
    QCOMPARE(bed.desk.redriveEdits.size(), std::size_t{1});
    QCOMPARE(bed.desk.redriveEdits.front().field, std::string("country"));
    QVERIFY(bed.said.front().contains(QStringLiteral("41 stored")));
    QTRY_COMPARE_WITH_TIMEOUT(bed.part<DeadPanel>().rows().rowCount(), 2, kWaitMs);
}

void PipelinePageTest::onlyTheShownLetterIsRedriven()
{
    PipelineBed bed;
    QVERIFY(opens(bed));
    bed.page->runCommand(QStringLiteral("pipeline.redriveOne"));
    QTRY_VERIFY_WITH_TIMEOUT(!bed.said.isEmpty(), kWaitMs);
    QCOMPARE(bed.desk.redriven, std::vector<std::uint64_t>{100});
    // The next one with this reason is shown.
    QTRY_COMPARE_WITH_TIMEOUT(bed.part<RepairPanel>().letter()->id, std::uint64_t{101}, kWaitMs);
}

void PipelinePageTest::aDiscardNeedsAReason()
{
    PipelineBed bed;
    QVERIFY(opens(bed));
    auto& dead = bed.part<DeadPanel>();
    dead.selectNext(); // three amounts that are no numbers
    bed.page->runCommand(QStringLiteral("pipeline.discard"));
    auto* dialog = bed.dialog<widgets::OrderDialog>();
    QVERIFY(dialog != nullptr);
    QVERIFY(!dialog->mayBeDone());
    QVERIFY(says(*dialog, QStringLiteral("A reason is needed.")));
    QVERIFY(says(*dialog, QStringLiteral("cannot be undone")));
    auto* reason = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(reason, QStringLiteral("   "));
    QVERIFY(!dialog->mayBeDone());
    QTest::keyClicks(reason, QStringLiteral("test orders"));
    QVERIFY(dialog->mayBeDone());
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(!bed.said.isEmpty(), kWaitMs);
    QCOMPARE(bed.desk.discarded, (std::vector<std::uint64_t>{200, 201, 202}));
    QCOMPARE(bed.desk.discardReason, std::string("test orders"));
}

void PipelinePageTest::checkedLettersAreThoseThatAreRedriven()
{
    PipelineBed bed;
    QVERIFY(opens(bed));
    auto& dead = bed.part<DeadPanel>();
    dead.showByRule(false);
    QCOMPARE(dead.rows().rowCount(), 46); // 41 + 3 + 2
    for (const int row : {0, 45}) {
        dead.list().setCurrentIndex(dead.rows().index(row));
        QTest::keyClick(&dead.list(), Qt::Key_Space);
    }
    QCOMPARE(dead.chosenCount(), 2U);
    bed.page->runCommand(QStringLiteral("pipeline.redrive"));
    auto* dialog = bed.dialog<widgets::OrderDialog>();
    QVERIFY(dialog != nullptr && dialog->mayBeDone());
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(!bed.said.isEmpty(), kWaitMs);
    QCOMPARE(bed.desk.redriven, (std::vector<std::uint64_t>{100, 301}));
}

void PipelinePageTest::aClickOnAStateListsItsBatches()
{
    const PipelineBed bed;
    QVERIFY(opens(bed));
    bed.page->runCommand(QStringLiteral("pipeline.states"));
    auto& batches = bed.part<BatchesView>();
    QTRY_COMPARE_WITH_TIMEOUT(batches.table().model()->rowCount(), 3, kWaitMs);
    QCOMPARE(batches.diagram().counts()[21], 1204U);
    QTRY_VERIFY_WITH_TIMEOUT(batches.diagram().height() > 200, kWaitMs); // the panels below left
    const QPoint place = batches.diagram().boxOf(model::BatchState::ManualIntervention).center();
    QTest::mouseClick(&batches.diagram(), Qt::LeftButton, {}, place);
    QCOMPARE(batches.table().model()->rowCount(), 1);
    QCOMPARE(batches.selected(), 1203U);
    QTest::mouseClick(&batches.diagram(), Qt::LeftButton, {}, place);
    QCOMPARE(batches.table().model()->rowCount(), 3);
    QVERIFY(bed.page->stepBack());
    QVERIFY(bed.part<StagesPanel>().view() == StagesPanel::Flow);
}

void PipelinePageTest::aPausedSourceSaysSo()
{
    const PipelineBed bed;
    QVERIFY(opens(bed));
    const QString pause = QStringLiteral("pipeline.pauseSource");
    auto& table = bed.part<SourcesPanel>().table();
    table.selectRow(0); // a shard sends by itself
    QVERIFY(!bed.page->commandState(pause)->enabled);
    table.selectRow(6);
    QVERIFY(bed.page->commandState(pause)->enabled);
    bed.page->runCommand(pause);
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->index(6, 2).data().toString(),
                              QStringLiteral("paused"), kWaitMs);
}

void PipelinePageTest::onlyWhatIsReadCanBeRemoved()
{
    const PipelineBed bed;
    QVERIFY(opens(bed));
    const QString remove = QStringLiteral("pipeline.removeSource");
    auto& table = bed.part<SourcesPanel>().table();
    table.selectRow(0); // a shard sends by itself
    QVERIFY(!bed.page->commandState(remove)->enabled);
    table.selectRow(7);
    bed.page->runCommand(remove);
    QTRY_COMPARE_WITH_TIMEOUT(bed.desk.removed, std::vector<std::string>{"geo-partner"}, kWaitMs);
}

void PipelinePageTest::scoresAreHiddenUntilThereAreSome()
{
    const PipelineBed bed;
    QVERIFY(opens(bed));
    const auto& scores = bed.part<ScoresPanel>();
    QVERIFY(!scores.isVisible());
    bed.page->setScores({{QStringLiteral("Quality"), 96.8, {}},
                         {QStringLiteral("Business"), 91.7, {QStringLiteral("one is behind")}},
                         {QStringLiteral("Health"), {}, {}}});
    QVERIFY(scores.isVisible());
    QVERIFY(says(scores, QStringLiteral("Business is lowest: one is behind")));
    bed.page->setScores({});
    QVERIFY(!scores.isVisible());
}

void PipelinePageTest::everyCommandOfThePageIsAnswered()
{
    const PipelineBed bed;
    QVERIFY(opens(bed));
    for (const bridge::Command& command : bridge::commands())
        if (command.scope == bridge::CommandScope::Pipeline)
            QVERIFY2(bed.page->commandState(QString::fromLatin1(command.id)), command.id);
    QVERIFY(bed.page->commandState(QStringLiteral("number.trace"))->enabled);
    QVERIFY(!bed.page->commandState(QStringLiteral("schedule.runNow")));
}

void PipelinePageTest::modelsKeepTheirPromises()
{
    const PipelineBed bed;
    QVERIFY(opens(bed));
    auto& batches = bed.part<BatchesView>();
    const QAbstractItemModelTester dead(&bed.part<DeadPanel>().rows());
    const QAbstractItemModelTester fields(&bed.part<RepairPanel>().table().fields());
    const QAbstractItemModelTester sources(bed.part<SourcesPanel>().table().model());
    const QAbstractItemModelTester list(batches.table().model());
    const QAbstractItemModelTester rules(bed.part<RulesView>().table().model());
    for (const char* view : {"pipeline.states", "pipeline.ruleTable", "pipeline.flow"}) {
        bed.page->runCommand(QString::fromLatin1(view));
        QTest::qWait(300);
    }
    bed.part<DeadPanel>().showByRule(false);
    bed.part<DeadPanel>().rows().checkAll(true);
    bed.page->runCommand(QStringLiteral("pipeline.next"));
    typeInto(bed.part<RepairPanel>().table(), QStringLiteral("DE"));
    bed.part<DeadPanel>().filter().setText(QStringLiteral("source = pixel"));
    QTRY_COMPARE_WITH_TIMEOUT(bed.part<DeadPanel>().rows().rowCount(), 2, kWaitMs);
    QCOMPARE(bed.part<RulesView>().table().model()->rowCount(), 3);
}

QTEST_MAIN(PipelinePageTest)
#include "test_pipeline_page.moc"
