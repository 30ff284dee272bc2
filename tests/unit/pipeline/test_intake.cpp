// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/counter_check.h"
#include "engine/pipeline/intake/dead_letters.h"
#include "engine/pipeline/intake/lineage.h"
#include "engine/pipeline/intake/number_trace.h"
#include "engine/store/verify.h"
#include "tests/unit/pipeline/intake_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

namespace {

std::string told(const char* id, const char* type, const char* rest = "")
{
    return std::string("{\"eventId\":\"") + id + "\",\"eventType\":\"" + type
        + "\",\"advertisementId\":\"ad-1\",\"campaignId\":\"camp-1\",\"timestamp\":1774000799000"
        + rest + "}";
}

} // namespace

class IntakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodEventIsStoredAndCounted();
    void itsUsersSegmentsAreCountedAndTraced();
    void anEventIsStoredOnceAlsoAfterARestart();
    void aBrokenLineIsADeadLetterWithItsReason();
    void aRepairedEventKeepsItsOriginal();
    void theEleventhClickOfASessionIsInQuarantine();
    void aDeadLetterIsRepairedRedrivenAndTracedBack();
    void aLetterIsRedrivenOnce();
    void twoWhoRedriveTheSameLetterStoreItOnce();
    void aLetterOfAnEarlierProcessIsNotMissing();
    void linesOfTwoFilesAreTwoEvents();
    void whatIsRefusedIsOfItsMinute();
    void discardingNeedsAReason();
    void everyMinuteAddsUp();
    void aLineThatIsMissingIsFound();
    void whatDoesNotFitIsRefusedAndCounted();
    void newRulesAreInForceForTheNextBatch();
    void aBatchMayNotGetAStateThatTheTableDoesNotKnow();
    void anUnknownCollectorIsRefused();
};

void IntakeTest::aGoodEventIsStoredAndCounted()
{
    IntakeBed bed;
    const auto outcome = bed.offer(
        {told("e-1", "IMPRESSION", ",\"bidAmount\":0.0025,\"isViewable\":true"),
         told("e-2", "CLICK"), told("e-3", "CONVERSION", ",\"conversionValue\":\"12.50\"")});
    QCOMPARE(outcome.flow.received, 3);
    QCOMPARE(outcome.flow.stored, 3);
    QVERIFY(outcome.dead.empty());
    const Measures campaign = bed.total(CountedBy::Campaign, "camp-1");
    QCOMPARE(campaign.impressions, 1);
    QCOMPARE(campaign.viewable, 1);
    QCOMPARE(campaign.clicks, 1);
    QCOMPARE(campaign.conversions, 1);
    QCOMPARE(campaign.spentNanos, 2'500'000); // 0.0025 of a unit
    QCOMPARE(campaign.valueMicros, 12'500'000);
    QVERIFY(bed.total(CountedBy::Ad, "ad-1") == campaign);
    auto reader = bed.workspace->reader();
    const auto checks = store::verify(*reader).value();
    for (const auto& check : checks)
        QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
}

void IntakeTest::itsUsersSegmentsAreCountedAndTraced()
{
    IntakeBed bed;
    const auto outcome = bed.offer({told("e-1", "IMPRESSION", ",\"segments\":[\"vip\",\"new\"]"),
                                    told("e-2", "IMPRESSION", ",\"segments\":\"vip\""),
                                    told("e-3", "CLICK", ",\"segments\":\"new|vip\""),
                                    told("e-4", "CLICK", ",\"segments\":[7]")});
    QCOMPARE(outcome.flow.stored, 3);
    QCOMPARE(outcome.dead.at(0).field, std::string("segments"));
    QCOMPARE(bed.total(CountedBy::Segment, "vip").impressions, 2);
    QCOMPARE(bed.total(CountedBy::Segment, "new").impressions, 1);
    QCOMPARE(bed.total(CountedBy::Segment, "new").clicks, 1);
    auto reader = bed.workspace->reader();
    NumberQuery query;
    query.scopes = {Scopes::read(*reader).value().newestOf(kOutsideMarket)};
    query.by = CountedBy::Segment;
    query.to = {INT64_MAX};
    for (const auto& [segment, events] : {std::pair{"vip", 2U}, {"new", 1U}}) {
        query.name = **nameOf(*reader, CountedBy::Segment, segment);
        QCOMPARE(traceNumber(*reader, query).value().value, std::uint64_t{events});
    }
    const auto check = checkCounters(*reader);
    QVERIFY2(check && check->ok, check ? check->detail.c_str() : "");
}

void IntakeTest::anEventIsStoredOnceAlsoAfterARestart()
{
    IntakeBed bed;
    QCOMPARE(bed.offer({told("e-1", "CLICK"), told("e-1", "CLICK")}).flow.duplicate, 1);
    bed.close();
    bed.open();
    const auto again = bed.offer({told("e-1", "CLICK"), told("e-2", "CLICK")});
    QCOMPARE(again.flow.duplicate, 1);
    QCOMPARE(again.flow.stored, 1);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").clicks, 2);
    auto reader = bed.workspace->reader();
    const auto check = checkCounters(*reader);
    QVERIFY2(check && check->ok, check ? check->detail.c_str() : "");
}

void IntakeTest::aBrokenLineIsADeadLetterWithItsReason()
{
    IntakeBed bed;
    const auto outcome = bed.offer({"{\"eventType\":", told("e-1", "BOGUS"), told("e-2", "CLICK")});
    QCOMPARE(outcome.flow.dead, 2);
    QCOMPARE(outcome.flow.stored, 1);
    QCOMPARE(outcome.dead[0].rule, std::string(kUnreadable));
    QCOMPARE(outcome.dead[1].line, std::size_t{1});
    QCOMPARE(outcome.dead[1].field, std::string("eventType"));
    auto reader = bed.workspace->reader();
    const auto letters = readLetters(*reader, {}).value();
    QCOMPARE(letters.size(), std::size_t{2});
    QCOMPARE(letters[1].original, std::string("{\"eventType\":"));
    QCOMPARE(letters[0].position, 2U);
    const auto batch = readBatch(*reader, outcome.batch).value();
    QVERIFY(batch.state == model::BatchState::DistributionCompleted);
}

void IntakeTest::aRepairedEventKeepsItsOriginal()
{
    IntakeBed bed;
    const auto outcome = bed.offer({told("e-1", "CONVERSION", ",\"conversionValue\":\"12,50\"")});
    QCOMPARE(outcome.flow.stored, 1);
    QCOMPARE(outcome.flow.repaired, 1);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").valueMicros, 12'500'000);
    auto reader = bed.workspace->reader();
    const auto lines = readRecentLines(*reader, 10, 10).value();
    QVERIFY(lines.front().original.find("12,50") != std::string::npos);
}

// The contract: more than ten clicks of one session are not to be believed.
void IntakeTest::theEleventhClickOfASessionIsInQuarantine()
{
    IntakeBed bed;
    std::vector<std::string> clicks;
    for (int i = 0; i < 12; ++i)
        clicks.push_back(told(("c-" + std::to_string(i)).c_str(), "CLICK",
                              ",\"sessionId\":\"s-1\",\"userId\":\"u-1\""));
    const auto outcome = bed.offer(clicks);
    QCOMPARE(outcome.flow.stored, 12);
    QCOMPARE(outcome.flow.quarantined, 2);
    const Measures campaign = bed.total(CountedBy::Campaign, "camp-1");
    QCOMPARE(campaign.clicks, 10);
    QCOMPARE(campaign.quarantined, 2);
}

void IntakeTest::aDeadLetterIsRepairedRedrivenAndTracedBack()
{
    IntakeBed bed;
    const std::string broken = told("e-9", "IMPRESION", ",\"bidAmount\":\"0.001\"");
    QCOMPARE(bed.offer({told("e-1", "IMPRESSION"), broken}).flow.dead, 1);
    auto reader = bed.workspace->reader();
    const auto letter = readLetters(*reader, {}).value().front();
    GivenField edit;
    edit.field = model::AdField::EventType;
    edit.value = "IMPRESSION";
    edit.wins = true;
    edit.byHand = true;
    const std::vector<std::uint64_t> ids{letter.id};
    const auto counts = redriveLetters(*bed.intake, *reader, ids, {edit}, "Mina", bed.clock.now());
    QVERIFY2(counts, counts ? "" : toString(counts.error()).c_str());
    QCOMPARE(counts->stored, 1U);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").impressions, 2);

    auto later = bed.workspace->reader();
    const auto closed = readLetter(*later, letter.id).value();
    QCOMPARE(closed.state, std::string("redriven"));
    QCOMPARE(closed.actor, std::string("Mina"));
    NumberQuery query;
    query.scopes = {Scopes::read(*later).value().newestOf(kOutsideMarket)};
    query.by = CountedBy::Campaign;
    query.name = **nameOf(*later, CountedBy::Campaign, "camp-1");
    query.to = {INT64_MAX};
    const auto number = traceNumber(*later, query).value();
    QCOMPARE(number.value, 2U);
    QCOMPARE(number.events.front().original, broken);
    QCOMPARE(number.events.front().position, letter.position);
    QCOMPARE(number.events.front().origin, std::string("test"));
    QCOMPARE(number.events.front().letter, letter.id);
    QCOMPARE(number.events.front().redrivenBy, std::string("Mina"));
    QCOMPARE(number.events.back().letter, 0U);
    QVERIFY(number.events.front().changes.find("eventType\tIMPRESION\tIMPRESSION\thand")
            != std::string::npos);
    QCOMPARE(number.batches.size(), std::size_t{2});
    QCOMPARE(readTouched(*later, number.batches.front()).value().front().count, 1U);
}

void IntakeTest::aLetterIsRedrivenOnce()
{
    IntakeBed bed;
    bed.offer({told("e-1", "BOGUS")});
    auto reader = bed.workspace->reader();
    const std::vector<std::uint64_t> ids{readLetters(*reader, {}).value().front().id};
    const auto still = redriveLetters(*bed.intake, *reader, ids, {}, "Mina", bed.clock.now());
    QCOMPARE(still->stillDead, 1U); // nothing was repaired
    QCOMPARE(bed.integer("SELECT attempts FROM dead_letter"), 2);
    GivenField edit{model::AdField::EventType, "CLICK", true, true};
    QCOMPARE(redriveLetters(*bed.intake, *reader, ids, {edit}, "Mina", bed.clock.now())->stored,
             1U);
    auto later = bed.workspace->reader();
    QCOMPARE(redriveLetters(*bed.intake, *later, ids, {edit}, "Mina", bed.clock.now())->notOpen,
             1U);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").clicks, 1);
}

void IntakeTest::twoWhoRedriveTheSameLetterStoreItOnce()
{
    IntakeBed bed;
    bed.offer({told("e-1", "BOGUS")});
    auto reader = bed.workspace->reader();
    const Letter letter = readLetters(*reader, {}).value().front();
    for (int person = 0; person < 2; ++person) { // both saw it open
        auto redrive = redriveOf(letter, {{model::AdField::EventType, "CLICK", true, true}});
        QVERIFY(redrive);
        Offer offer;
        offer.collector = letter.collector;
        offer.received = bed.clock.now();
        offer.origin = kRedriveOrigin;
        offer.lines.push_back(std::move(redrive->line));
        offer.given = std::move(redrive->given);
        const auto outcome = bed.intake->offerAndWait(std::move(offer));
        QVERIFY(outcome);
        QCOMPARE(outcome->flow.stored, person == 0 ? 1 : 0);
    }
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").clicks, 1);
    const Flow flow = bed.minutes();
    QCOMPARE(flow.dead, 0);
    QCOMPARE(flow.missing(), 0);
    const auto check = bed.flowCheck();
    QVERIFY2(check.ok, check.detail.c_str());
}

void IntakeTest::aLetterOfAnEarlierProcessIsNotMissing()
{
    IntakeBed bed;
    bed.offer({told("e-1", "BOGUS"), told("e-2", "CLICK")});
    bed.close();
    bed.open();
    auto reader = bed.workspace->reader();
    const std::vector<std::uint64_t> ids{readLetters(*reader, {}).value().front().id};
    GivenField edit{model::AdField::EventType, "CLICK", true, true};
    QCOMPARE(redriveLetters(*bed.intake, *reader, ids, {edit}, "Mina", bed.clock.now())->stored,
             1U);
    const Flow live = bed.intake->status().flow;
    QCOMPARE(live.stored, 1);
    QCOMPARE(live.dead, 0);
    QCOMPARE(live.missing(), 0);
    QCOMPARE(bed.minutes().missing(), 0);
}

void IntakeTest::linesOfTwoFilesAreTwoEvents()
{
    IntakeBed bed;
    const std::vector<std::string> lines(
        3, R"({"eventType":"CLICK","advertisementId":"ad-1","campaignId":"camp-1"})");
    QCOMPARE(bed.offerOf("a.jsonl", lines).flow.stored, 3);
    QCOMPARE(bed.offerOf("a.jsonl", lines).flow.duplicate, 3); // the same file once more
    QCOMPARE(bed.offerOf("b.jsonl", lines).flow.stored, 3);
    const std::vector<std::string> others(
        3, R"({"eventType":"CLICK","advertisementId":"ad-2","campaignId":"camp-1"})");
    QCOMPARE(bed.offerOf("a.jsonl", others).flow.stored, 3); // another file of that name
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").clicks, 9);
    // A line that a person repairs is known by what it was.
    const std::vector<std::string> broken{
        R"({"eventType":"CLIK","advertisementId":"ad-1","campaignId":"camp-1"})"};
    GivenField edit{model::AdField::EventType, "CLICK", true, true};
    for (const char* file : {"a.jsonl", "b.jsonl"}) {
        bed.offerOf(file, broken);
        auto reader = bed.workspace->reader();
        const std::vector<std::uint64_t> ids{readLetters(*reader, {}).value().front().id};
        QCOMPARE(redriveLetters(*bed.intake, *reader, ids, {edit}, "Mina", bed.clock.now())->stored,
                 1U);
    }
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").clicks, 11);
}

void IntakeTest::whatIsRefusedIsOfItsMinute()
{
    IntakeBed bed;
    bed.intake->countRefused(bed.collector, 3);
    bed.clock.set({kMorning + 2 * base::kMinuteMs});
    bed.intake->countRefused(bed.collector, 1);
    // Nothing else comes from the sender.
    QVERIFY(bed.workspace->writeAndWait([](store::Connection&) { return Result<void>(); }));
    QCOMPARE(bed.integer("SELECT refused FROM flow_minute ORDER BY minute LIMIT 1"), 3);
    QCOMPARE(bed.integer("SELECT max(minute) - min(minute) FROM flow_minute"), 2);
    QCOMPARE(bed.minutes().refused, 4);
    QCOMPARE(bed.minutes().missing(), 0);
}

void IntakeTest::discardingNeedsAReason()
{
    IntakeBed bed;
    bed.offer({told("e-1", "BOGUS")});
    auto reader = bed.workspace->reader();
    const std::vector<std::uint64_t> ids{readLetters(*reader, {}).value().front().id};
    QCOMPARE(discardLetters(*bed.workspace, ids, "", "Mina", bed.clock.now()).error().code,
             std::string("REASON_MISSING"));
    QCOMPARE(
        discardLetters(*bed.workspace, ids, "a test of theirs", "Mina", bed.clock.now()).value(),
        1U);
    QCOMPARE(bed.integer("SELECT count(*) FROM dead_letter WHERE state = 'discarded'"), 1);
}

void IntakeTest::everyMinuteAddsUp()
{
    IntakeBed bed;
    bed.offer({told("e-1", "CLICK"), told("e-1", "CLICK"), told("e-2", "BOGUS"), "no event"});
    bed.intake->countRefused(bed.collector, 5);
    bed.offer({told("e-3", "CLICK")});
    Flow flow = bed.minutes();
    QCOMPARE(flow.received, 10);
    QCOMPARE(flow.stored, 2);
    QCOMPARE(flow.duplicate, 1);
    QCOMPARE(flow.dead, 2);
    QCOMPARE(flow.refused, 5);
    QCOMPARE(flow.missing(), 0);
    // A letter that is stored an hour later leaves the dead of the minute in which it came.
    bed.clock.set({kMorning + base::kHourMs});
    auto reader = bed.workspace->reader();
    LetterQuery query;
    query.rule = "event-type";
    const std::vector<std::uint64_t> ids{readLetters(*reader, query).value().front().id};
    GivenField edit{model::AdField::EventType, "CLICK", true, true};
    QCOMPARE(redriveLetters(*bed.intake, *reader, ids, {edit}, "Mina", bed.clock.now())->stored,
             1U);
    flow = bed.minutes();
    QCOMPARE(flow.received, 10);
    QCOMPARE(flow.stored, 3);
    QCOMPARE(flow.dead, 1);
    QCOMPARE(flow.missing(), 0);
    QCOMPARE(bed.integer("SELECT count(DISTINCT minute) FROM flow_minute"), 1);
    const auto check = bed.flowCheck();
    QVERIFY2(check.ok, check.detail.c_str());
    const Flow live = bed.intake->status().flow;
    QCOMPARE(live.received, 10);
    QCOMPARE(live.missing(), 0);
}

void IntakeTest::aLineThatIsMissingIsFound()
{
    for (const char* sql :
         {"UPDATE flow_minute SET received = received + 1", "DELETE FROM new_event_id",
          "UPDATE dead_letter SET state = 'redriven'"}) {
        IntakeBed bed;
        bed.offer({told("e-1", "CLICK"), told("e-2", "BOGUS")});
        QVERIFY(bed.flowCheck().ok);
        QVERIFY(bed.workspace->writeAndWait(
            [&](store::Connection& connection) { return connection.execute(sql); }));
        QVERIFY2(!bed.flowCheck().ok, sql);
    }
}

void IntakeTest::whatDoesNotFitIsRefusedAndCounted()
{
    IntakeBed bed;
    bed.close();
    Intake::Limits limits;
    limits.mostLines = 10;
    bed.open(limits);
    std::atomic<int> answered{0};
    int refused = 0;
    int taken = 0;
    // The judging thread waits here, so that nothing is taken meanwhile.
    bed.intake->withJudge([&](Judge&) {
        for (int i = 0; i < 8; ++i) {
            Offer offer;
            offer.collector = bed.collector;
            offer.received = bed.clock.now();
            for (int line = 0; line < 4; ++line)
                offer.lines.push_back(
                    {told(("o-" + std::to_string(i * 4 + line)).c_str(), "CLICK"), 0, 0, {}});
            offer.done = [&](const Result<OfferOutcome>& outcome) { answered += outcome ? 1 : 0; };
            const auto result = bed.intake->offer(std::move(offer));
            if (result)
                ++taken;
            else if (result.error().code == "OVERLOADED")
                ++refused;
        }
    });
    QCOMPARE(taken, 2); // 4 and 8 lines wait; 12 would be too many
    QCOMPARE(refused, 6);
    QTRY_COMPARE(answered.load(), 2);
    bed.offer({told("last", "CLICK")});
    const Flow flow = bed.minutes();
    QCOMPARE(flow.refused, 24);
    QCOMPARE(flow.stored, 9);
    QCOMPARE(flow.missing(), 0);
}

void IntakeTest::newRulesAreInForceForTheNextBatch()
{
    IntakeBed bed;
    const std::string strict
        = "{\"version\":1,\"rules\":[{\"id\":\"only-clicks\",\"stage\":\"format\",\"field\":"
          "\"eventType\",\"check\":{\"oneOf\":[\"CLICK\"]},\"otherwise\":\"dead\",\"reason\":{"
          "\"en\":\"Only clicks\"}}]}";
    auto rules = RuleSet::parse(strict);
    QVERIFY2(rules, rules ? "" : toString(rules.error()).c_str());
    QCOMPARE(bed.intake->setRules(std::move(*rules), strict, "Mina").value(), 2U);
    QCOMPARE(bed.offer({told("e-1", "IMPRESSION"), told("e-2", "CLICK")}).flow.dead, 1);
    bed.close();
    bed.open(); // kept
    QCOMPARE(bed.offer({told("e-3", "IMPRESSION")}).flow.dead, 1);
    QCOMPARE(bed.integer("SELECT max(rules) FROM batch"), 2);
}

void IntakeTest::aBatchMayNotGetAStateThatTheTableDoesNotKnow()
{
    IntakeBed bed;
    bed.offer({told("e-1", "CLICK")});
    const auto back = bed.workspace->writeAndWait([](store::Connection& connection) {
        return connection.execute("UPDATE batch SET state = 0");
    });
    QVERIFY(!back);
    QCOMPARE(back.error().code, std::string("STORE_RULE"));
}

void IntakeTest::anUnknownCollectorIsRefused()
{
    IntakeBed bed;
    Offer offer;
    offer.collector = 99;
    offer.lines.push_back({told("e-1", "CLICK"), 0, 0, {}});
    QCOMPARE(bed.intake->offer(std::move(offer)).error().code, std::string("SOURCE_UNKNOWN"));
}

QTEST_APPLESS_MAIN(IntakeTest)
#include "test_intake.moc"
