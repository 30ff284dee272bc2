// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

Q_DECLARE_METATYPE(model::AdEvent)

namespace {

const Received kHere{kNow, "push", {}, 1, {}};
const SmallWorld kWorld;
constexpr const char* kPhone
    = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4) Mobile/15E148 Safari/604.1";

/// A rule that only a value of one of these texts passes.
Judge judgeOf(const std::string& field, const std::string& repairs, const std::string& check)
{
    return Judge(
        setOf(rule("r", "format", field, R"("check":)" + check + R"(,"repair":)" + repairs)),
        kWorld);
}

} // namespace

/// Each repair alone: where it helps and where it does not.
class TestRepairs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachRepairHelpsOrDoesNot_data();
    void eachRepairHelpsOrDoesNot();
    void aPrefixGivesItsRestAway();
    void aPrefixKeepsWhatIsThere();
    void historyIsOfTheUserElseTheSession();
    void otherSourcesTellWhatIsMissing();
    void repairsGoOnUntilTheChecksHold();
    void aFailedRuleLeavesTheEventAsItWas();
    void aRuleWithoutACheckFillsWhatIsMissing();
    void changesSayBeforeAndAfter();
};

void TestRepairs::eachRepairHelpsOrDoesNot_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QByteArray>("repair");
    QTest::addColumn<AdEvent>("event");
    QTest::addColumn<QByteArray>("after"); ///< "dead" = it does not help, "-" = it is taken away
    const auto row = [](const char* name, const char* field, const char* check, const char* repair,
                        AdEvent event, const char* after) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(check) << QByteArray(repair) << event
                            << QByteArray(after);
    };
    const auto with = [](AdField field, std::string_view value) {
        return eventOf({{field, value}});
    };
    const char* const id = R"({"kind":"id"})";
    row("trim", "campaignId", id, R"({"trim":true})", with(AdField::CampaignId, " \tcamp-1\r\n"),
        "camp-1");
    row("trim inside", "campaignId", id, R"({"trim":true})", with(AdField::CampaignId, "camp 1"),
        "dead");
    row("upper", "country", R"({"kind":"country"})", R"({"upper":true})",
        with(AdField::Country, "cn"), "CN");
    row("upper, still wrong", "country", R"({"kind":"country"})", R"({"upper":true})",
        with(AdField::Country, "xx"), "dead");
    row("lower", "isViewable", R"({"kind":"boolean"})", R"({"lower":true})",
        with(AdField::IsViewable, "True"), "true");
    row("map", "eventType", R"({"oneOf":["IMPRESSION"]})", R"({"map":{"IMP":"IMPRESSION"}})",
        with(AdField::EventType, "IMP"), "IMPRESSION");
    row("map without it", "eventType", R"({"oneOf":["IMPRESSION"]})",
        R"({"map":{"IMP":"IMPRESSION"}})", with(AdField::EventType, "imp"), "dead");
    const char* const decimal = R"({"kind":"decimal"})";
    row("decimalComma", "bidAmount", decimal, R"({"decimalComma":true})",
        with(AdField::BidAmount, "12,50"), "12.50");
    row("decimalComma of thousands", "bidAmount", decimal, R"({"decimalComma":true})",
        with(AdField::BidAmount, "1.234,50"), "dead");
    row("decimalComma twice", "bidAmount", decimal, R"({"decimalComma":true})",
        with(AdField::BidAmount, "1,234,500"), "dead");
    row("round", "bidAmount", R"({"decimals":9})", R"({"round":9})",
        with(AdField::BidAmount, "0.30000000000000004"), "0.3");
    row("round no number", "bidAmount", R"({"decimals":9})", R"({"round":9})",
        with(AdField::BidAmount, "x"), "dead");
    row("zone", "timestamp", R"({"kind":"time"})", R"({"zone":"+08:00"})",
        with(AdField::Timestamp, "2026-03-20T22:31:52"), "2026-03-20T22:31:52+08:00");
    row("zone of no time", "timestamp", R"({"kind":"time"})", R"({"zone":"Z"})",
        with(AdField::Timestamp, "22:31"), "dead");
    row("prefix", "country", R"({"kind":"country"})", R"({"prefix":{"letters":2}})",
        with(AdField::Country, "CN-SH"), "CN");
    row("prefix of a word", "country", R"({"kind":"country"})", R"({"prefix":{"letters":2}})",
        with(AdField::Country, "CHINA"), "dead"); // CH would be Switzerland
    row("default", "deviceType", R"({"oneOf":["OTHER"]})", R"({"default":"OTHER"})",
        with(AdField::DeviceType, "FRIDGE"), "OTHER");
    row("default of what is missing", "currency", R"({"required":true})", R"({"default":"USD"})",
        AdEvent{}, "USD");
    row("from", "advertisementId", R"({"required":true})", R"({"from":"creativeId"})",
        with(AdField::CreativeId, "cr-1"), "cr-1");
    row("from nothing", "advertisementId", R"({"required":true})", R"({"from":"creativeId"})",
        AdEvent{}, "dead");
    row("owner", "campaignId", R"({"required":true})", R"({"owner":"advertisementId"})",
        with(AdField::AdvertisementId, "ad-1"), "camp-1");
    row("owner not known", "campaignId", R"({"required":true})", R"({"owner":"advertisementId"})",
        with(AdField::AdvertisementId, "ad-2"), "dead");
    row("receivedTime", "timestamp", R"({"required":true})", R"({"receivedTime":true})", AdEvent{},
        "2026-03-20T14:31:52Z");
    row("receivedTime within", "timestamp", R"({"notAhead":0})",
        R"({"receivedTime":{"within":60}})", with(AdField::Timestamp, "2026-03-20T14:32:52Z"),
        "2026-03-20T14:31:52Z");
    row("receivedTime beyond", "timestamp", R"({"notAhead":0})",
        R"({"receivedTime":{"within":60}})", with(AdField::Timestamp, "2026-03-20T14:32:52.001Z"),
        "dead");
    row("receivedTime of an old one", "timestamp", R"({"notOlder":1})",
        R"({"receivedTime":{"within":60}})", with(AdField::Timestamp, "2025-01-01T00:00:00Z"),
        "dead");
    row("derive device", "deviceType", R"({"required":true})", R"({"derive":true})",
        with(AdField::UserAgent, kPhone), "MOBILE");
    row("derive browser", "browser", R"({"required":true})", R"({"derive":true})",
        with(AdField::UserAgent, kPhone), "Safari");
    row("derive os", "os", R"({"required":true})", R"({"derive":true})",
        with(AdField::UserAgent, kPhone), "iOS");
    row("derive from nothing", "os", R"({"required":true})", R"({"derive":true})", AdEvent{},
        "dead");
    row("clear", "language", R"({"kind":"language"})", R"({"clear":true})",
        with(AdField::Language, "?"), "-");
    row("clear what is needed", "language", R"({"kind":"language","required":true})",
        R"({"clear":true})", with(AdField::Language, "?"), "dead");
}

void TestRepairs::eachRepairHelpsOrDoesNot()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, check);
    QFETCH(QByteArray, repair);
    QFETCH(AdEvent, event);
    QFETCH(QByteArray, after);
    auto judge
        = judgeOf(field.toStdString(), "[" + repair.toStdString() + "]", check.toStdString());
    const auto place = *model::adFieldOf(field.toStdString());
    const auto before = event[place];
    const auto verdict = judge.judge(event, kHere);
    if (after == "dead") {
        QVERIFY(verdict.fate == Fate::Dead);
        QVERIFY(verdict.changes.empty());
        QVERIFY(event[place].data() == before.data() && event[place].size() == before.size());
        return;
    }
    QVERIFY(verdict.fate == Fate::Stored);
    QVERIFY(verdict.stages[0] == StageOutcome::Repaired);
    QCOMPARE(event.has(place) ? bytes(event[place]) : QByteArray("-"), after);
    QCOMPARE(verdict.changes.size(), std::size_t{1});
    const Change& change = verdict.changes.front();
    QVERIFY(change.field == place && change.how == judge.rules().rules[0].repairs[0].kind);
    QCOMPARE(text(change.before), text(before));
    QCOMPARE(judge.counts()[0].repaired, std::uint64_t{1});
}

void TestRepairs::aPrefixGivesItsRestAway()
{
    auto judge = judgeOf("country", R"([{"prefix":{"letters":2,"rest":"region"}}])",
                         R"({"kind":"country"})");
    auto event = eventOf({{AdField::Country, "CN-SH"}});
    const auto verdict = judge.judge(event, kHere);
    QCOMPARE(text(event[AdField::Country]), std::string("CN"));
    QCOMPARE(text(event[AdField::Region]), std::string("SH"));
    QCOMPARE(verdict.changes.size(), std::size_t{2});
    const auto& region
        = verdict.changes[0].field == AdField::Region ? verdict.changes[0] : verdict.changes[1];
    QVERIFY(region.before.data() == nullptr);
    QCOMPARE(text(region.after), std::string("SH"));
}

void TestRepairs::aPrefixKeepsWhatIsThere()
{
    auto judge = judgeOf("country", R"([{"prefix":{"letters":2,"rest":"region"}}])",
                         R"({"kind":"country"})");
    auto event = eventOf({{AdField::Country, "CN-SH"}, {AdField::Region, "Shanghai"}});
    judge.judge(event, kHere);
    QCOMPARE(text(event[AdField::Region]), std::string("Shanghai"));
    // A rule that fails takes the rest back too.
    auto wrong = eventOf({{AdField::Country, "XX-SH"}});
    QVERIFY(judge.judge(wrong, kHere).fate == Fate::Dead);
    QVERIFY(!wrong.has(AdField::Region));
    QCOMPARE(text(wrong[AdField::Country]), std::string("XX-SH"));
}

void TestRepairs::historyIsOfTheUserElseTheSession()
{
    auto judge
        = judgeOf("country", R"([{"history":true}])", R"({"required":true,"kind":"country"})");
    const auto told = [&](std::string_view user, std::string_view session,
                          std::string_view country) {
        auto event = eventOf(
            {{AdField::UserId, user}, {AdField::SessionId, session}, {AdField::Country, country}});
        judge.judge(event, kHere);
        auto result = text(event[AdField::Country]);
        judge.clear();
        return result;
    };
    QCOMPARE(told("u1", "s1", ""), std::string("")); // nothing known yet: dead, and not learned
    told("u1", "s1", "CN");
    QCOMPARE(told("u1", "", ""), std::string("CN"));
    told("u1", "s2", "KR");
    QCOMPARE(told("u1", "", ""), std::string("KR")); // the last one
    QCOMPARE(told("", "s1", ""), std::string("CN"));
    QCOMPARE(told("u2", "s2", "??"), std::string("KR")); // a wrong value is replaced
    QCOMPARE(told("s1", "", ""), std::string("")); // a user named as a session is another
}

void TestRepairs::otherSourcesTellWhatIsMissing()
{
    auto judge = judgeOf("campaignId", R"([{"crossSource":true}])", R"({"required":true})");
    const auto told = [&](std::string_view source, std::string_view request,
                          std::string_view campaign) {
        auto event = eventOf({{AdField::RequestId, request}, {AdField::CampaignId, campaign}});
        judge.judge(event, {kNow, source, {}, 1, {}});
        return text(event[AdField::CampaignId]);
    };
    told("pixel", "r1", "camp-7");
    QCOMPARE(told("pixel", "r1", ""), std::string("")); // it is no other source
    QCOMPARE(told("push", "r1", ""), std::string("camp-7"));
    QCOMPARE(told("push", "r2", ""), std::string(""));
    QCOMPARE(told("push", "", ""), std::string(""));
}

void TestRepairs::repairsGoOnUntilTheChecksHold()
{
    auto judge = judgeOf("eventType",
                         R"([{"trim":true},{"upper":true},{"map":{"IMP":"IMPRESSION"}},
                             {"default":"CLICK"}])",
                         R"({"oneOf":["IMPRESSION","CLICK"]})");
    for (const auto& [written, meant] :
         std::vector<std::pair<const char*, const char*>>{{" IMPRESSION", "IMPRESSION"},
                                                          {" imp ", "IMPRESSION"},
                                                          {"click", "CLICK"},
                                                          {"other", "CLICK"}}) {
        auto event = eventOf({{AdField::EventType, written}});
        const auto verdict = judge.judge(event, kHere);
        QCOMPARE(text(event[AdField::EventType]), std::string(meant));
        QCOMPARE(verdict.changes.size(), std::size_t{1}); // one a field, however many repairs
        QCOMPARE(text(verdict.changes[0].before), std::string(written));
        QCOMPARE(text(verdict.changes[0].after), std::string(meant));
    }
}

void TestRepairs::aFailedRuleLeavesTheEventAsItWas()
{
    Judge judge(
        setOf(rule("first", "format", "country",
                   R"("check":{"kind":"country"},"repair":[{"upper":true}])")
              + ","
              + rule("second", "format", "eventType",
                     R"("check":{"oneOf":["CLICK"]},"repair":[{"trim":true},{"upper":true}])")),
        kWorld);
    auto event = eventOf({{AdField::Country, "kr"}, {AdField::EventType, " view "}});
    const auto verdict = judge.judge(event, kHere);
    QVERIFY(verdict.fate == Fate::Dead);
    QCOMPARE(text(event[AdField::EventType]), std::string(" view "));
    QCOMPARE(text(event[AdField::Country]), std::string("KR")); // the first one did its work
    QCOMPARE(verdict.changes.size(), std::size_t{1});
}

void TestRepairs::aRuleWithoutACheckFillsWhatIsMissing()
{
    Judge judge(setOf(rule("fill", "completeness", "os", R"("repair":[{"derive":true}])")), kWorld);
    auto missing = eventOf({{AdField::UserAgent, kPhone}});
    QVERIFY(judge.judge(missing, kHere).stages[1] == StageOutcome::Repaired);
    QCOMPARE(text(missing[AdField::Os]), std::string("iOS"));
    auto there = eventOf({{AdField::UserAgent, kPhone}, {AdField::Os, "Symbian"}});
    QVERIFY(judge.judge(there, kHere).changes.empty());
    AdEvent nothing;
    QVERIFY(judge.judge(nothing, kHere).fate == Fate::Stored);
    QCOMPARE(judge.counts()[0].repaired, std::uint64_t{1});
    QCOMPARE(judge.counts()[0].passed, std::uint64_t{2});
}

void TestRepairs::changesSayBeforeAndAfter()
{
    Judge judge(setOf(rule("a", "format", "language",
                           R"("check":{"kind":"language"},"repair":[{"clear":true}])")
                      + ","
                      + rule("b", "completeness", "language",
                             R"("check":{"required":true},"repair":[{"default":"en"}])")),
                kWorld);
    std::string line = "?";
    auto event = eventOf({{AdField::Language, line}});
    const auto verdict = judge.judge(event, kHere);
    line = "x"; // the reader's line is gone
    QCOMPARE(verdict.changes.size(), std::size_t{2});
    QCOMPARE(verdict.changes[0].rule, std::uint16_t{0});
    QCOMPARE(text(verdict.changes[0].before), std::string("?"));
    QVERIFY(verdict.changes[0].after.data() == nullptr);
    QCOMPARE(verdict.changes[1].rule, std::uint16_t{1});
    QVERIFY(verdict.changes[1].before.data() == nullptr);
    QCOMPARE(text(verdict.changes[1].after), std::string("en"));
}

QTEST_GUILESS_MAIN(TestRepairs)
#include "test_repairs.moc"
