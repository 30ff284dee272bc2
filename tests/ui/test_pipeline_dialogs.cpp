// SPDX-License-Identifier: GPL-3.0-or-later
// What the page asks for before it changes something, and the languages of its small texts.
#include "tests/ui/pipeline_bed.h"
#include "ui/pipeline/dead/dead_filter.h"
#include "ui/pipeline/dialogs/address_form.h"
#include "ui/pipeline/dialogs/feed_dialog.h"
#include "ui/pipeline/dialogs/field_names.h"
#include "ui/pipeline/dialogs/line_dialog.h"
#include "ui/pipeline/dialogs/replay_dialog.h"
#include "ui/pipeline/dialogs/rules_dialog.h"
#include "ui/pipeline/dialogs/trace_dialog.h"
#include "ui/pipeline/flow_rates.h"
#include "ui/widgets/button.h"
#include "ui/widgets/json_edit.h"

#include <QComboBox>
#include <QLabel>
#include <QTableWidget>

using namespace gavel;
using namespace gavel::pipeline_page;
using bed::kWaitMs;
using bed::PipelineBed;

namespace {

bool shows(const PipelineBed& bed)
{
    bed.page->show();
    return QTest::qWaitFor([&] { return bed.part<RepairPanel>().table().fields().rowCount() > 0; },
                           kWaitMs);
}

std::string codeOf(const QString& filter)
{
    const auto read = readDeadFilter(filter, {bed::kNow}, 0);
    return read ? "" : read.error().code + ' ' + read.error().where;
}

} // namespace

class PipelineDialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFilterIsRead();
    void aFilterThatIsNoneSaysWhere_data();
    void aFilterThatIsNoneSaysWhere();
    void aMinuteIsTheLastOfItsName();
    void valuesAreProposed();
    void aRateIsTheDifferenceOverTheSpan();
    void aTotalThatFallsBeginsAnew();
    void aRuleIsPutBeforeTheOthers();
    void aMissingFieldGetsADefault();
    void theRuleEditorMarksTheLineThatIsWrong();
    void rulesAreTriedAndSaved();
    void aRuleIsMadeOfTheSelectedField();
    void aFileIsFedWithItsNames();
    void aSourceThatIsWrongStaysInTheDialog();
    void namesThatAreNotOursAreRead();
    void aNumberIsTracedToItsLines();
    void aCounterThatDiffersIsTold();
    void aTraceThatIsWrongSaysSo();
    void aBatchIsFollowedForward();
    void aReplayIsStartedAndStopped();
    void theRawLineIsShownAsItCame();
};

void PipelineDialogsTest::aFilterIsRead()
{
    const auto read = readDeadFilter(
        QStringLiteral("rule = country and source = \"push 8085\" and text = CN and state = any"),
        {bed::kNow}, 0);
    QVERIFY(read);
    QCOMPARE(read->rule, std::string("country"));
    QCOMPARE(read->source, std::string("push 8085"));
    QCOMPARE(read->text, std::string("CN"));
    QVERIFY(read->state.empty());
    const auto all = readDeadFilter({}, {bed::kNow}, 0);
    QVERIFY(all);
    QCOMPARE(all->state, std::string("open"));
}

void PipelineDialogsTest::aFilterThatIsNoneSaysWhere_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* filter, const char* code) {
        QTest::newRow(filter) << QString::fromLatin1(filter) << QString::fromLatin1(code);
    };
    row("ru", "FILTER_UNFINISHED column 1");
    row("rule", "FILTER_UNFINISHED column 5");
    row("rule =", "FILTER_UNFINISHED column 7");
    row("rule = a an", "FILTER_UNFINISHED column 10");
    row("rule = a and", "FILTER_UNFINISHED column 13");
    row("text = \"open quote", "FILTER_UNFINISHED column 19");
    row("state = re", "FILTER_UNFINISHED column 9");
    row("minute = 14:", "FILTER_UNFINISHED column 10");
    row("amount = 3", "FILTER_WRONG column 1");
    row("rule > a", "FILTER_WRONG column 6");
    row("rule = a or rule = b", "FILTER_WRONG column 10");
    row("rule = a and rule = b", "FILTER_WRONG column 14");
    row("state = gone", "FILTER_WRONG column 9");
    row("minute = 25:00", "FILTER_WRONG column 10");
}

void PipelineDialogsTest::aFilterThatIsNoneSaysWhere()
{
    QFETCH(const QString, filter);
    QFETCH(const QString, code);
    QCOMPARE(QString::fromStdString(codeOf(filter)), code);
}

void PipelineDialogsTest::aMinuteIsTheLastOfItsName()
{
    // It is 06:32:07 UTC, 14:32:07 at +08:00.
    const qint64 minuteBegin = bed::kNow - 67'000; // 06:31:00
    const auto same = readDeadFilter(QStringLiteral("minute = 14:31"), {bed::kNow}, 480);
    QVERIFY(same);
    QCOMPARE(same->from.value, minuteBegin);
    QCOMPARE(same->to.value, minuteBegin + 60'000);
    // 14:33 has not come yet: it is yesterday's.
    const auto before = readDeadFilter(QStringLiteral("minute = 14:33"), {bed::kNow}, 480);
    QVERIFY(before);
    QCOMPARE(before->from.value, minuteBegin + 120'000 - 86'400'000);
    const auto dated
        = readDeadFilter(QStringLiteral("minute = \"2026-03-20 06:31\""), {bed::kNow}, 0);
    QVERIFY(dated);
    QCOMPARE(dated->from.value, minuteBegin);
}

void PipelineDialogsTest::valuesAreProposed()
{
    const QStringList rules{QStringLiteral("country")};
    const QStringList sources{QStringLiteral("push 8085")};
    const auto at = [&](const char* before) {
        return deadFilterProposals(QString::fromLatin1(before), rules, sources);
    };
    QVERIFY(at("").contains(QStringLiteral("minute")));
    QCOMPARE(at("rule "), QStringList{QStringLiteral("=")});
    QCOMPARE(at("rule = "), rules);
    QCOMPARE(at("rule = cou"), rules);
    QCOMPARE(at("source = "), QStringList{QStringLiteral("\"push 8085\"")});
    QVERIFY(at("state = ").contains(QStringLiteral("discarded")));
    QCOMPARE(at("rule = country "), QStringList{QStringLiteral("and")});
}

void PipelineDialogsTest::aRateIsTheDifferenceOverTheSpan()
{
    Meter meter(2000);
    QVERIFY(std::isnan(meter.perSecond()));
    meter.look({10'000}, 100);
    QVERIFY(std::isnan(meter.perSecond()));
    meter.look({10'500}, 150);
    QCOMPARE(meter.perSecond(), 100.0); // 50 in half a second
    for (std::int64_t at = 11'000; at <= 15'000; at += 500)
        meter.look({at}, 150);
    QCOMPARE(meter.perSecond(), 0.0); // nothing came in the last two seconds
}

void PipelineDialogsTest::aTotalThatFallsBeginsAnew()
{
    Meter meter(2000);
    meter.look({10'000}, 1000);
    meter.look({11'000}, 5);
    QVERIFY(std::isnan(meter.perSecond()));
    meter.look({12'000}, 12);
    QCOMPARE(meter.perSecond(), 7.0);
    QCOMPARE(meter.within(), std::uint64_t{7});
}

void PipelineDialogsTest::aRuleIsPutBeforeTheOthers()
{
    const QString before = QStringLiteral("{\"rules\": [\n {\"id\": \"country-by-hand-1\"}]}");
    const RuleDraft draft = withRuleFor(before,
                                        {QStringLiteral("format"), QStringLiteral("country"),
                                         QStringLiteral("CN-\"SH\""), true, QStringLiteral("CN")});
    QCOMPARE(draft.id, QStringLiteral("country-by-hand-2")); // the first is taken
    const QJsonObject set = QJsonDocument::fromJson(draft.json.toUtf8()).object();
    const QJsonArray rules = set.value(QStringLiteral("rules")).toArray();
    QCOMPARE(rules.size(), 2);
    const QJsonObject rule = rules.first().toObject();
    QCOMPARE(rule.value(QStringLiteral("field")).toString(), QStringLiteral("country"));
    const QJsonObject when = rule.value(QStringLiteral("when")).toObject();
    QCOMPARE(when.value(QStringLiteral("is")).toArray().first().toString(),
             QStringLiteral("CN-\"SH\""));
    const QJsonObject repair = rule.value(QStringLiteral("repair")).toArray().first().toObject();
    QCOMPARE(repair.value(QStringLiteral("map")).toObject().value(QStringLiteral("CN-\"SH\"")),
             QJsonValue(QStringLiteral("CN")));
    // A text without rules stays as it is.
    QCOMPARE(withRuleFor(QStringLiteral("{}"), {}).json, QStringLiteral("{}"));
}

void PipelineDialogsTest::aMissingFieldGetsADefault()
{
    const RuleDraft draft
        = withRuleFor(QStringLiteral("{\"rules\": []}"),
                      {{}, QStringLiteral("sessionId"), {}, false, QStringLiteral("none")});
    const QJsonObject set = QJsonDocument::fromJson(draft.json.toUtf8()).object();
    const QJsonObject rule = set.value(QStringLiteral("rules")).toArray().first().toObject();
    QCOMPARE(rule.value(QStringLiteral("check")).toObject().value(QStringLiteral("required")),
             QJsonValue(true));
    QVERIFY(!rule.contains(QStringLiteral("when")));
}

void PipelineDialogsTest::theRuleEditorMarksTheLineThatIsWrong()
{
    const PipelineBed bed;
    QVERIFY(shows(bed));
    bed.page->runCommand(QStringLiteral("pipeline.rules"));
    auto* dialog = bed.dialog<RulesDialog>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->edit().toPlainText().isEmpty(), kWaitMs);
    dialog->edit().setPlainText(QStringLiteral("{\n\n\n nonsense }"));
    QTRY_COMPARE_WITH_TIMEOUT(dialog->edit().wrongLine(), 4, kWaitMs);
    QVERIFY(dialog->statusWords().contains(QStringLiteral("nonsense is no check")));
    QVERIFY(!dialog->saveButton().isEnabled());
    // One Esc does not lose what was typed.
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void PipelineDialogsTest::rulesAreTriedAndSaved()
{
    PipelineBed bed;
    QVERIFY(shows(bed));
    bed.page->runCommand(QStringLiteral("pipeline.rules"));
    auto* dialog = bed.dialog<RulesDialog>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->edit().toPlainText().isEmpty(), kWaitMs);
    QVERIFY(!dialog->saveButton().isEnabled()); // nothing is changed
    dialog->edit().appendPlainText(QStringLiteral(" "));
    QTRY_VERIFY_WITH_TIMEOUT(dialog->tryButton().isEnabled(), kWaitMs);
    dialog->tryButton().click();
    QTRY_COMPARE_WITH_TIMEOUT(dialog->changes().model()->rowCount(), 1, kWaitMs);
    dialog->saveButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(!bed.said.isEmpty(), kWaitMs);
    QVERIFY(bed.said.front().contains(QStringLiteral("18")));
    QVERIFY(!bed.desk.savedRules.empty());
}

void PipelineDialogsTest::aRuleIsMadeOfTheSelectedField()
{
    const PipelineBed bed;
    QVERIFY(shows(bed));
    auto& table = bed.part<RepairPanel>().table();
    table.fields().setData(table.currentIndex(), QStringLiteral("CN"), Qt::EditRole);
    bed.page->runCommand(QStringLiteral("pipeline.makeRule"));
    auto* dialog = bed.dialog<RulesDialog>();
    QVERIFY(dialog != nullptr);
    const QString mapping = QStringLiteral("{\"map\": {\"CN-SH\": \"CN\"}}");
    QTRY_VERIFY_WITH_TIMEOUT(dialog->edit().toPlainText().contains(mapping), kWaitMs);
}

void PipelineDialogsTest::aFileIsFedWithItsNames()
{
    PipelineBed bed;
    QVERIFY(shows(bed));
    const QString file = bed.folder.filePath(QStringLiteral("orders.csv"));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("eventId,Campaign_ID,colour\n1,camp-1,red\n");
    out.close();
    bed.page->runCommand(QStringLiteral("pipeline.feed"));
    auto* dialog = bed.dialog<FeedDialog>();
    QVERIFY(dialog != nullptr && !dialog->mayBeDone());
    dialog->place().setText(file);
    Q_EMIT dialog->place().editingFinished();
    // Two names are not ours; a row is left for one more.
    QTRY_COMPARE_WITH_TIMEOUT(dialog->fields().rowCount(), 3, kWaitMs);
    dialog->every().setText(QStringLiteral("60"));
    const auto order = dialog->order();
    QVERIFY(order);
    QCOMPARE(order->collector, std::string("file"));
    QCOMPARE(order->everySeconds, std::int64_t{60});
    QCOMPARE(order->fields.size(), std::size_t{1});
    QCOMPARE(order->fields.front().first, std::string("Campaign_ID"));
    QCOMPARE(order->fields.front().second, std::string("campaignId"));
    QVERIFY(dialog->mayBeDone());
    for (auto* button : dialog->findChildren<widgets::Button*>())
        if (button->text() == u"Feed")
            button->click();
    QTRY_COMPARE_WITH_TIMEOUT(bed.desk.addedSources.size(), std::size_t{1}, kWaitMs);
}

void PipelineDialogsTest::aSourceThatIsWrongStaysInTheDialog()
{
    const PipelineBed bed;
    QVERIFY(shows(bed));
    bed.page->runCommand(QStringLiteral("pipeline.feed"));
    auto* dialog = bed.dialog<FeedDialog>();
    QVERIFY(dialog != nullptr);
    dialog->place().setText(QStringLiteral("https://partner.example/events"));
    QVERIFY(!dialog->order()); // an address is looked at again and again
    dialog->every().setText(QStringLiteral("0"));
    QVERIFY(!dialog->order());
    dialog->every().setText(QStringLiteral("often"));
    QVERIFY(!dialog->order());
    dialog->every().setText(QStringLiteral("30"));
    QVERIFY(dialog->order());
    QCOMPARE(dialog->order()->collector, std::string("poll"));
    dialog->address().events().setText(QStringLiteral("/events"));
    dialog->address().parameter().setText(QStringLiteral("after"));
    dialog->address().next().setText(QStringLiteral("X-Next"));
    QCOMPARE(dialog->order()->address.nextHeader, std::string("X-Next"));
    dialog->address().next().setText(QStringLiteral("/paging/next"));
    dialog->address().allowHost().setChecked(true);
    dialog->address().headers().setPlainText(
        QStringLiteral("Authorization: Bearer 9f2c\n\n X-Api-Key: a b "));
    const auto asked = dialog->order()->address;
    QCOMPARE(asked.events, std::string("/events"));
    QCOMPARE(asked.nextCursor, std::string("/paging/next"));
    QVERIFY(asked.nextHeader.empty());
    QCOMPARE(asked.cursorParameter, std::string("after"));
    QCOMPARE(asked.kind, std::string("third_party"));
    QVERIFY(asked.allowHost);
    QCOMPARE(asked.headers,
             (std::vector<std::string>{"Authorization: Bearer 9f2c", "X-Api-Key: a b"}));
    QVERIFY(dialog->address().isVisible());
    dialog->every().clear();
    dialog->place().setText(QStringLiteral("/nowhere.csv"));
    for (auto* button : dialog->findChildren<widgets::Button*>())
        if (button->text() == u"Feed")
            button->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->mayBeDone(), kWaitMs);
    QVERIFY(dialog->isVisible());
    QVERIFY(!dialog->address().isVisible()); // a file is not asked
}

void PipelineDialogsTest::namesThatAreNotOursAreRead()
{
    const QTemporaryDir folder;
    QFile out(folder.filePath(QStringLiteral("a.jsonl")));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("{\"eventId\":\"1\",\"camp\":\"c\",\"user_id\":\"u\"}\n");
    out.close();
    const QStringList expected{QStringLiteral("camp"), QStringLiteral("user_id")};
    QCOMPARE(foreignNamesOf(out.fileName()), expected);
    QCOMPARE(foreignNamesOf(folder.path()), expected); // of its first file
    QVERIFY(foreignNamesOf(folder.filePath(QStringLiteral("none.csv"))).isEmpty());
    QCOMPARE(likelyFieldOf(QStringLiteral("user_id")), QStringLiteral("userId"));
    QVERIFY(likelyFieldOf(QStringLiteral("camp")).isEmpty());
}

void PipelineDialogsTest::aNumberIsTracedToItsLines()
{
    const PipelineBed bed;
    QVERIFY(shows(bed));
    bed.page->runCommand(QStringLiteral("number.trace"));
    auto* dialog = bed.dialog<TraceDialog>();
    QVERIFY(dialog != nullptr);
    dialog->key().setText(QStringLiteral("camp-002"));
    QTest::keyClick(&dialog->key(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->verdictWords().contains(QStringLiteral("agree")), kWaitMs);
    QCOMPARE(dialog->events().model()->rowCount(), 2);
    QTest::keyClick(&dialog->events(), Qt::Key_Return);
    auto* line = bed.dialog<LineDialog>();
    QVERIFY(line != nullptr);
    QVERIFY(line->findChild<QPlainTextEdit*>()->toPlainText().contains(QStringLiteral("evt-7")));
    QString way; // back to the auction, nearest first
    for (const auto* label : line->findChildren<QLabel*>())
        way += label->text();
    const auto click = way.indexOf(QStringLiteral("Caused by click of camp-002"));
    const auto win = way.indexOf(QStringLiteral("Caused by win of camp-002"));
    QVERIFY2(click >= 0 && win > click, qPrintable(way));
    QVERIFY(way.contains(QStringLiteral("click-through")));
    QVERIFY(way.contains(QStringLiteral("of auction-17")));
    QVERIFY(way.contains(QStringLiteral("Came as rows.jsonl, line 48,213")));
}

void PipelineDialogsTest::aCounterThatDiffersIsTold()
{
    PipelineBed bed;
    bed.desk.counterDiffers = true;
    QVERIFY(shows(bed));
    bed.page->runCommand(QStringLiteral("number.trace"));
    auto* dialog = bed.dialog<TraceDialog>();
    QVERIFY(dialog != nullptr);
    dialog->key().setText(QStringLiteral("camp-002"));
    dialog->traceButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->verdictWords().contains(QStringLiteral("the counter has 3")),
                             kWaitMs);
}

void PipelineDialogsTest::aTraceThatIsWrongSaysSo()
{
    const PipelineBed bed;
    QVERIFY(shows(bed));
    bed.page->runCommand(QStringLiteral("number.trace"));
    auto* dialog = bed.dialog<TraceDialog>();
    QVERIFY(dialog != nullptr);
    dialog->from().setText(QStringLiteral("yesterday"));
    dialog->traceButton().click();
    QVERIFY(dialog->verdictWords().contains(QStringLiteral("From")));
    dialog->from().setText(QStringLiteral("2026-03-20 06:00"));
    dialog->key().setText(QStringLiteral("nobody"));
    dialog->traceButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->verdictWords().contains(QStringLiteral("no campaign nobody")),
                             kWaitMs);
}

void PipelineDialogsTest::aBatchIsFollowedForward()
{
    const PipelineBed bed;
    QVERIFY(shows(bed));
    Q_EMIT bed.part<RepairPanel>().lineageWanted();
    auto* dialog = bed.dialog<TraceDialog>();
    QVERIFY(dialog != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->numbers().model()->rowCount(), 1, kWaitMs);
    QVERIFY(dialog->numbers().isVisible());
    QTest::keyClick(&dialog->numbers(), Qt::Key_Return); // and back from the number
    QTRY_COMPARE_WITH_TIMEOUT(dialog->events().model()->rowCount(), 2, kWaitMs);
    QCOMPARE(dialog->key().text(), QStringLiteral("camp-002"));
}

void PipelineDialogsTest::aReplayIsStartedAndStopped()
{
    PipelineBed bed;
    QVERIFY(shows(bed));
    bed.page->runCommand(QStringLiteral("pipeline.replay"));
    auto* dialog = bed.dialog<ReplayDialog>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->startButton().isEnabled(), kWaitMs);
    dialog->startButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->sentence().contains(QStringLiteral("420,000 of 1,000,000")),
                             kWaitMs);
    QVERIFY(bed.desk.replays);
    QVERIFY(dialog->stopButton().isVisible());
    dialog->stopButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->sentence().contains(QStringLiteral("was stopped")), kWaitMs);
    QVERIFY(!bed.desk.replays);
}

void PipelineDialogsTest::theRawLineIsShownAsItCame()
{
    const PipelineBed bed;
    QVERIFY(shows(bed));
    bed.page->runCommand(QStringLiteral("pipeline.raw"));
    auto* dialog = bed.dialog<LineDialog>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->findChild<QPlainTextEdit*>()->toPlainText().toStdString(),
             bed.part<RepairPanel>().letter()->original);
}

QTEST_MAIN(PipelineDialogsTest)
#include "test_pipeline_dialogs.moc"
