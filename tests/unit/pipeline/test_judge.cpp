// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/digest.h"
#include "engine/base/random.h"
#include "rules_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

namespace {

const SmallWorld kWorld;
const Received kHere{kNow, "push", {}, 1, {}};
using Stages = std::array<StageOutcome, kRuleStages>;

const std::string kStorm
    = R"("when":{"field":"eventType","is":["CLICK"]},"check":{"clicksPerSession":10},
        "otherwise":"quarantine")";

Fate clickOf(Judge& judge, std::string_view session, std::uint64_t position,
             std::string_view id = {})
{
    auto event = eventOf({{AdField::EventType, "CLICK"}, {AdField::SessionId, session}});
    if (!id.empty())
        event[AdField::EventId] = id;
    return judge.judge(event, {kNow, "push", {}, position, {}}).fate;
}

/// One rule for each stage that asks for a field of its own to be "good", dead if it is not.
std::string fourStages(const char* businessOtherwise)
{
    const std::string check = R"("check":{"oneOf":["good"]},"repair":[{"map":{"mend":"good"}}])";
    return rule("f", "format", "os", check) + "," + rule("c", "completeness", "browser", check)
        + "," + rule("s", "consistency", "language", check) + ","
        + rule("b", "business", "region", check + R"(,"otherwise":")" + businessOtherwise + R"(")");
}

AdEvent fourFields(const char* os, const char* browser, const char* language, const char* region)
{
    return eventOf({{AdField::Os, os},
                    {AdField::Browser, browser},
                    {AdField::Language, language},
                    {AdField::Region, region}});
}

/// What a judge of the shipped rules says of events made of a seeded stream, as one number.
std::uint64_t digestOfRandomEvents(Judge& judge, std::uint64_t seed, int count)
{
    base::Random random(seed);
    base::Digest digest;
    for (int i = 0; i < count; ++i) {
        const std::string session = "s" + std::to_string(random.below(40));
        const std::string user = "u" + std::to_string(random.below(20));
        const std::string request = "r" + std::to_string(random.below(200));
        auto event = eventOf({{AdField::EventType, random.chance(0.6) ? "CLICK" : "impression"},
                              {AdField::SessionId, session},
                              {AdField::UserId, user},
                              {AdField::RequestId, request}});
        if (random.chance(0.7))
            event[AdField::AdvertisementId] = "ad-1";
        const Received received{
            kNow + i, random.chance(0.5) ? "a" : "b", {}, static_cast<std::uint64_t>(i), {}};
        const auto verdict = judge.judge(event, received);
        digest.add(static_cast<std::uint64_t>(verdict.fate));
        digest.add(static_cast<std::uint64_t>(verdict.rule.value_or(999)));
        for (const Change& change : verdict.changes)
            digest.add(hash64(change.after));
        judge.clear();
    }
    return digest.value();
}

} // namespace

class TestJudge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stagesSayHowFarAnEventCame();
    void quarantineGoesOnAndDeathEnds();
    void whatACauseMayTellIsNotDeadYet_data();
    void whatACauseMayTellIsNotDeadYet();
    void rulesRunOnlyWhenTheyAreAsked();
    void theEleventhClickOfASessionIsTheFirstInQuarantine();
    void aClickThatComesAgainKeepsItsNumber();
    void theDeadLeaveNoTrace();
    void aTrialChangesNothing();
    void memoryHasABound();
    void theSameEventsFareTheSame();
    void aBatchOutlivesItsLines();
    void newRulesKeepWhatIsRemembered();
};

void TestJudge::stagesSayHowFarAnEventCame()
{
    using enum StageOutcome;
    Judge judge(setOf(fourStages("quarantine")), kWorld);
    const auto stagesOf = [&](AdEvent event) { return judge.judge(event, kHere).stages; };
    QVERIFY(stagesOf(fourFields("good", "good", "good", "good"))
            == (Stages{Passed, Passed, Passed, Passed}));
    QVERIFY(stagesOf(fourFields("good", "mend", "good", "good"))
            == (Stages{Passed, Repaired, Passed, Passed}));
    QVERIFY(stagesOf(fourFields("bad", "good", "good", "good"))
            == (Stages{Failed, NotReached, NotReached, NotReached}));
    QVERIFY(stagesOf(fourFields("mend", "good", "bad", "good"))
            == (Stages{Repaired, Passed, Failed, NotReached}));
    QVERIFY(stagesOf(fourFields("good", "good", "good", "bad"))
            == (Stages{Passed, Passed, Passed, Failed}));
    Judge empty(setOf(""), kWorld);
    AdEvent event;
    QVERIFY(empty.judge(event, kHere).stages == (Stages{Passed, Passed, Passed, Passed}));
}

void TestJudge::quarantineGoesOnAndDeathEnds()
{
    const auto ask = [](const char* id, const char* field, const char* otherwise) {
        return rule(id, "business", field,
                    std::string(R"("check":{"oneOf":["good"]},"otherwise":")") + otherwise
                        + R"(")");
    };
    Judge judge(setOf(ask("q1", "os", "quarantine") + "," + ask("q2", "browser", "quarantine") + ","
                      + ask("d", "language", "dead") + "," + ask("d2", "region", "dead")),
                kWorld);
    const auto fateOf = [&](AdEvent event) {
        const auto verdict = judge.judge(event, kHere);
        return std::pair<Fate, int>(verdict.fate, verdict.rule.value_or(99));
    };
    QVERIFY(fateOf(fourFields("good", "good", "good", "good")) == std::pair(Fate::Stored, 99));
    // The first rule says why it is in quarantine.
    QVERIFY(fateOf(fourFields("bad", "bad", "good", "good")) == std::pair(Fate::Quarantined, 0));
    QVERIFY(fateOf(fourFields("bad", "good", "bad", "bad")) == std::pair(Fate::Dead, 2));
    QCOMPARE(judge.counts()[0].failed, std::uint64_t{2});
    QCOMPARE(judge.counts()[3].failed, std::uint64_t{0}); // not reached
    QCOMPARE(judge.counts()[3].passed, std::uint64_t{2});
}

void TestJudge::whatACauseMayTellIsNotDeadYet_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("request");
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("a conversion of a user") << "CONVERSION"
                                            << "u-1"
                                            << "" << true;
    QTest::newRow("a conversion of a request") << "CONVERSION"
                                               << ""
                                               << "r-1" << true;
    QTest::newRow("a click of a user") << "CLICK"
                                       << "u-1"
                                       << "" << true;
    QTest::newRow("a conversion of nobody") << "CONVERSION"
                                            << ""
                                            << "" << false;
    QTest::newRow("an impression has no cause") << "IMPRESSION"
                                                << "u-1"
                                                << "r-1" << false;
}

void TestJudge::whatACauseMayTellIsNotDeadYet()
{
    QFETCH(const QString, type);
    QFETCH(const QString, user);
    QFETCH(const QString, request);
    QFETCH(const bool, isOpen);
    Judge judge(setOf(rule("ad", "completeness", "advertisementId",
                           R"("check":{"required":true},"otherwise":"attribute")")
                      + "," + rule("os", "business", "os", R"("check":{"oneOf":["good"]},
                                                                "otherwise":"quarantine")")),
                kWorld);
    const std::string typeText = type.toStdString();
    const std::string userText = user.toStdString();
    const std::string requestText = request.toStdString();
    const auto judged = [&](const char* os) {
        auto event = eventOf({{AdField::EventType, typeText},
                              {AdField::UserId, userText},
                              {AdField::RequestId, requestText},
                              {AdField::Os, os}});
        return judge.judge(event, kHere);
    };
    QVERIFY(judged("good").fate == (isOpen ? Fate::Stored : Fate::Dead));
    QCOMPARE(judged("good").ifAttributed, isOpen);
    QCOMPARE(judged("good").rule, std::optional<std::uint16_t>(0));
    QVERIFY(judged("bad").fate == (isOpen ? Fate::Quarantined : Fate::Dead));
    QCOMPARE(judged("bad").rule, std::optional<std::uint16_t>(0)); // it would be dead by this one
}

void TestJudge::rulesRunOnlyWhenTheyAreAsked()
{
    Judge judge(setOf(rule("r", "completeness", "conversionValue",
                           R"("when":{"field":"eventType","is":["CONVERSION","SALE"]},
                              "check":{"required":true})")),
                kWorld);
    const auto fateOf = [&](std::string_view type) {
        auto event = eventOf({{AdField::EventType, type}});
        return judge.judge(event, kHere).fate;
    };
    QVERIFY(fateOf("CLICK") == Fate::Stored);
    QVERIFY(fateOf("SALE") == Fate::Dead);
    QVERIFY(fateOf("CONVERSION") == Fate::Dead);
    QCOMPARE(judge.counts()[0].passed, std::uint64_t{0});
    QCOMPARE(judge.counts()[0].failed, std::uint64_t{2});
}

void TestJudge::theEleventhClickOfASessionIsTheFirstInQuarantine()
{
    Judge judge(setOf(rule("storm", "business", "sessionId", kStorm)), kWorld);
    for (std::uint64_t i = 1; i <= 10; ++i) {
        QVERIFY(clickOf(judge, "s1", i) == Fate::Stored);
        // Views and other sessions do not count.
        auto view = eventOf({{AdField::EventType, "IMPRESSION"}, {AdField::SessionId, "s1"}});
        QVERIFY(judge.judge(view, {kNow, "push", {}, 100 + i, {}}).fate == Fate::Stored);
        QVERIFY(clickOf(judge, "s2-" + std::to_string(i), 200 + i) == Fate::Stored);
    }
    QVERIFY(clickOf(judge, "s1", 11) == Fate::Quarantined);
    QVERIFY(clickOf(judge, "s1", 12) == Fate::Quarantined);
    QVERIFY(clickOf(judge, "s3", 13) == Fate::Stored);
    QVERIFY(clickOf(judge, "", 14) == Fate::Stored); // no session
}

void TestJudge::aClickThatComesAgainKeepsItsNumber()
{
    Judge judge(setOf(rule("storm", "business", "sessionId", kStorm)), kWorld);
    for (int turn = 0; turn < 3; ++turn)
        for (std::uint64_t i = 1; i <= 10; ++i)
            QVERIFY(clickOf(judge, "s1", 0, "click-" + std::to_string(i)) == Fate::Stored);
    QVERIFY(clickOf(judge, "s1", 0, "click-11") == Fate::Quarantined);
    QVERIFY(clickOf(judge, "s1", 0, "click-3") == Fate::Stored);
    QVERIFY(clickOf(judge, "s1", 0, "click-11") == Fate::Quarantined);
    // Without an id a click is its place in its source.
    for (std::uint64_t i = 1; i <= 10; ++i)
        QVERIFY(clickOf(judge, "s2", i) == Fate::Stored);
    QVERIFY(clickOf(judge, "s2", 4) == Fate::Stored);
    QVERIFY(clickOf(judge, "s2", 11) == Fate::Quarantined);
}

void TestJudge::theDeadLeaveNoTrace()
{
    Judge judge(setOf(rule("storm", "business", "sessionId", kStorm) + ","
                      + rule("dead", "business", "os", R"("check":{"oneOf":["good"]})") + ","
                      + rule("fill", "completeness", "country", R"("repair":[{"history":true}])")),
                kWorld);
    for (std::uint64_t i = 1; i <= 20; ++i) {
        auto event = eventOf({{AdField::EventType, "CLICK"},
                              {AdField::SessionId, "s1"},
                              {AdField::Country, "KR"},
                              {AdField::Os, "bad"}});
        QVERIFY(judge.judge(event, {kNow, "push", {}, i, {}}).fate == Fate::Dead);
    }
    QCOMPARE(judge.memory().size(), std::size_t{0});
    QVERIFY(clickOf(judge, "s1", 100) == Fate::Stored);
}

void TestJudge::aTrialChangesNothing()
{
    const auto set
        = setOf(rule("storm", "business", "sessionId", kStorm) + ","
                + rule("fill", "completeness", "country", R"("repair":[{"history":true}])") + ","
                + rule("type", "format", "eventType",
                       R"("check":{"oneOf":["CLICK"]},"repair":[{"upper":true}])"));
    Judge judge(set, kWorld);
    for (std::uint64_t i = 1; i <= 10; ++i)
        clickOf(judge, "s1", i);
    const auto size = judge.memory().size();
    const auto passed = judge.counts()[0].passed;
    for (int i = 0; i < 50; ++i) {
        TextArena texts;
        auto event = eventOf(
            {{AdField::EventType, "click"}, {AdField::SessionId, "s1"}, {AdField::Country, "KR"}});
        const auto verdict = judge.tryOut(event, {kNow, "push", {}, 11, {}}, texts);
        QVERIFY(verdict.fate == Fate::Quarantined); // it would be the eleventh
        QCOMPARE(text(event[AdField::EventType]), std::string("CLICK"));
        QCOMPARE(verdict.changes.size(), std::size_t{1});
    }
    QCOMPARE(judge.memory().size(), size);
    QCOMPARE(judge.counts()[0].passed, passed);
    QCOMPARE(judge.counts()[0].repaired, std::uint64_t{0});
    // Each trial is the first: a click of another session stays its first one.
    TextArena texts;
    for (int i = 0; i < 20; ++i) {
        auto event = eventOf({{AdField::EventType, "CLICK"}, {AdField::SessionId, "s9"}});
        QVERIFY(judge.tryOut(event, {kNow, "push", {}, 50, {}}, texts).fate == Fate::Stored);
    }
}

void TestJudge::memoryHasABound()
{
    const auto set = setOf(
        rule("storm", "business", "sessionId", kStorm) + ","
        + rule("after", "business", "os", R"("check":{"afterImpression":{"within":9}})") + ","
        + rule("fill", "completeness", "country",
               R"("repair":[{"history":true},{"crossSource":true}])"));
    Judge judge(set, kWorld, {10, 20, 30, 40, 50});
    for (std::uint64_t i = 0; i < 5000; ++i) {
        const std::string name = std::to_string(i);
        auto event = eventOf({{AdField::EventType, i % 2 == 0 ? "CLICK" : "IMPRESSION"},
                              {AdField::UserId, name},
                              {AdField::SessionId, name},
                              {AdField::RequestId, name},
                              {AdField::Country, "KR"}});
        judge.judge(event, {kNow, "push", {}, i, {}});
    }
    QCOMPARE(judge.memory().size(), std::size_t{10 + 20 + 30 + 40 + 50});
    // The newest are known, the oldest forgotten.
    auto newest = eventOf({{AdField::UserId, "4999"}});
    judge.judge(newest, kHere);
    QCOMPARE(text(newest[AdField::Country]), std::string("KR"));
    auto oldest = eventOf({{AdField::UserId, "1"}});
    judge.judge(oldest, kHere);
    QVERIFY(!oldest.has(AdField::Country));
    // What no rule asks for is not remembered at all.
    Judge plain(setOf(rule("r", "format", "os", R"("check":{"required":true})")), kWorld);
    clickOf(plain, "s1", 1);
    QCOMPARE(plain.memory().size(), std::size_t{0});
}

void TestJudge::theSameEventsFareTheSame()
{
    const auto set = *RuleSet::parse(shippedRules());
    Judge first(set, kWorld);
    Judge second(set, kWorld);
    const auto digest = digestOfRandomEvents(first, 5, 5000);
    QCOMPARE(digestOfRandomEvents(second, 5, 5000), digest);
    Judge other(set, kWorld);
    QVERIFY(digestOfRandomEvents(other, 6, 5000) != digest);
}

void TestJudge::aBatchOutlivesItsLines()
{
    Judge judge(*RuleSet::parse(shippedRules()), kWorld);
    AdEventReader reader;
    std::vector<AdEvent> batch;
    for (std::uint64_t i = 0; i < 2000; ++i) {
        const std::string line = R"({"eventId":"e)" + std::to_string(i)
            + R"(","eventType":"imp","advertisementId":" ad-7 ","country":"cn-sh"})";
        AdEvent event;
        QVERIFY(reader.readJson(line, event));
        QVERIFY(judge.judge(event, {kNow, "push", {}, i, {}}).fate == Fate::Stored);
        judge.keep(event);
        batch.push_back(event);
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
        QCOMPARE(text(batch[i][AdField::EventId]), "e" + std::to_string(i));
        QCOMPARE(text(batch[i][AdField::EventType]), std::string("IMPRESSION"));
        QCOMPARE(text(batch[i][AdField::AdvertisementId]), std::string("ad-7"));
        QCOMPARE(text(batch[i][AdField::Country]) + text(batch[i][AdField::Region]),
                 std::string("CNSH"));
        QVERIFY(!batch[i].has(AdField::UserId));
    }
}

void TestJudge::newRulesKeepWhatIsRemembered()
{
    Judge judge(setOf(rule("storm", "business", "sessionId", kStorm)), kWorld);
    for (std::uint64_t i = 1; i <= 10; ++i)
        clickOf(judge, "s1", i);
    judge.setRules(setOf(rule("os", "format", "os", R"("check":{"maxLength":9})") + ","
                         + rule("storm", "business", "sessionId", kStorm)));
    QCOMPARE(judge.counts().size(), std::size_t{2});
    QCOMPARE(judge.counts()[1].passed, std::uint64_t{0});
    QVERIFY(clickOf(judge, "s1", 11) == Fate::Quarantined);
}

QTEST_GUILESS_MAIN(TestJudge)
#include "test_judge.moc"
