// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

Q_DECLARE_METATYPE(model::AdEvent)

namespace {

const Received kHere{kNow, "push", {}, 1, {}};
const SmallWorld kWorld;

} // namespace

/// Each check alone, with events that pass it and events that fail it.
class TestChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachCheckPassesAndFails_data();
    void eachCheckPassesAndFails();
    void boundsAreComparedExactly_data();
    void boundsAreComparedExactly();
    void whatIsNotThereFailsOnlyRequired();
    void aClickNeedsAnEarlierImpression_data();
    void aClickNeedsAnEarlierImpression();
    void impressionsOutOfOrderCount();
};

void TestChecks::eachCheckPassesAndFails_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<AdEvent>("event");
    QTest::addColumn<bool>("passes");
    const auto rows = [](const char* name, const char* field, const char* check, AdEvent good,
                         AdEvent bad) {
        QTest::addRow("%s passes", name) << QByteArray(field) << QByteArray(check) << good << true;
        QTest::addRow("%s fails", name) << QByteArray(field) << QByteArray(check) << bad << false;
    };
    const auto with = [](AdField field, std::string_view value) {
        return eventOf({{field, value}});
    };
    rows("required", "os", R"({"required":true})", with(AdField::Os, "x"), with(AdField::Os, ""));
    rows("required, not there", "os", R"({"required":true})", with(AdField::Os, "x"), AdEvent{});
    rows("oneOf", "eventType", R"({"oneOf":["CLICK","IMPRESSION"]})",
         with(AdField::EventType, "CLICK"), with(AdField::EventType, "click"));
    rows("kind", "country", R"({"kind":"country"})", with(AdField::Country, "CN"),
         with(AdField::Country, "CN-SH"));
    rows("maxLength", "os", R"({"maxLength":3})", with(AdField::Os, "abc"),
         with(AdField::Os, "abcd"));
    rows("decimals", "bidAmount", R"({"decimals":2})", with(AdField::BidAmount, "1.250"),
         with(AdField::BidAmount, "1.251"));
    rows("known", "campaignId", R"({"known":true})", with(AdField::CampaignId, "camp-1"),
         with(AdField::CampaignId, "camp-2"));
    // An hour and a second more than the receiving time.
    rows("notAhead", "timestamp", R"({"notAhead":3600})",
         with(AdField::Timestamp, "2026-03-20T15:31:52Z"),
         with(AdField::Timestamp, "2026-03-20T15:31:52.001Z"));
    // Two days, and a millisecond more.
    rows("notOlder", "timestamp", R"({"notOlder":2})",
         with(AdField::Timestamp, "2026-03-18T14:31:52.000Z"),
         with(AdField::Timestamp, "2026-03-18T14:31:51.999Z"));
    rows("requires", "bidAmount", R"({"requires":"currency"})",
         eventOf({{AdField::BidAmount, "1"}, {AdField::Currency, "USD"}}),
         with(AdField::BidAmount, "1"));
    rows("robot", "userAgent", R"({"robot":["googlebot"]})", with(AdField::UserAgent, "Chrome/1"),
         with(AdField::UserAgent, "X Googlebot/2.1"));
    rows("sameAs", "campaignId", R"({"sameAs":"advertisementId"})",
         eventOf({{AdField::CampaignId, "camp-1"}, {AdField::AdvertisementId, "ad-1"}}),
         eventOf({{AdField::CampaignId, "camp-2"}, {AdField::AdvertisementId, "ad-1"}}));
    rows("sameAs, ad not known", "campaignId", R"({"sameAs":"advertisementId"})",
         eventOf({{AdField::CampaignId, "camp-2"}, {AdField::AdvertisementId, "ad-9"}}),
         eventOf({{AdField::CampaignId, "camp-9"}, {AdField::AdvertisementId, "ad-1"}}));
    rows("two checks", "bidAmount", R"({"min":0,"max":10})", with(AdField::BidAmount, "10"),
         with(AdField::BidAmount, "10.1"));
}

void TestChecks::eachCheckPassesAndFails()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, check);
    QFETCH(AdEvent, event);
    QFETCH(bool, passes);
    Judge judge(
        setOf(rule("r", "format", field.toStdString(), R"("check":)" + check.toStdString())),
        kWorld);
    const auto verdict = judge.judge(event, kHere);
    QVERIFY(verdict.fate == (passes ? Fate::Stored : Fate::Dead));
    QCOMPARE(verdict.rule.has_value(), !passes);
    QCOMPARE(judge.counts()[0].passed, std::uint64_t{passes ? 1U : 0U});
    QCOMPARE(judge.counts()[0].failed, std::uint64_t{passes ? 0U : 1U});
}

void TestChecks::boundsAreComparedExactly_data()
{
    QTest::addColumn<QByteArray>("bounds");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("passes");
    const auto row = [](const char* bounds, const char* value, bool passes) {
        QTest::addRow("%s %s", bounds, value) << QByteArray(bounds) << QByteArray(value) << passes;
    };
    row(R"("min":0)", "0", true);
    row(R"("min":0)", "-0.0", true);
    row(R"("min":0)", "-0.000000000000000000001", false);
    row(R"("max":0.3)", "0.3", true);
    row(R"("max":0.3)", "0.30000000000000001", false); // the same double as 0.3
    row(R"("max":"0.3")", "3e-1", true);
    row(R"("max":1000000)", "1e6", true);
    row(R"("max":1000000)", "1000000.000001", false);
    row(R"("max":"9223372036854775807")", "9223372036854775808", false);
    row(R"("max":10)", "9.99", true);
    row(R"("min":-2,"max":-1)", "-1.5", true);
    row(R"("min":-2,"max":-1)", "-2.01", false);
    row(R"("min":0)", "many", false);
}

void TestChecks::boundsAreComparedExactly()
{
    QFETCH(QByteArray, bounds);
    QFETCH(QByteArray, value);
    QFETCH(bool, passes);
    Judge judge(
        setOf(rule("r", "format", "bidAmount", R"("check":{)" + bounds.toStdString() + "}")),
        kWorld);
    const std::string amount = value.toStdString();
    auto event = eventOf({{AdField::BidAmount, amount}});
    QCOMPARE(judge.judge(event, kHere).fate == Fate::Stored, passes);
}

void TestChecks::whatIsNotThereFailsOnlyRequired()
{
    const std::vector<std::pair<const char*, const char*>> checks{
        {"eventType", R"({"oneOf":["a"]})"},
        {"os", R"({"kind":"id","maxLength":1})"},
        {"bidAmount", R"({"min":1,"max":2,"decimals":0})"},
        {"campaignId", R"({"known":true,"requires":"os","sameAs":"advertisementId"})"},
        {"timestamp", R"({"notAhead":1,"notOlder":1})"},
        {"sessionId", R"({"afterImpression":{"within":1},"clicksPerSession":1})"},
        {"userAgent", R"({"robot":["bot"]})"},
    };
    for (const auto& [field, check] : checks) {
        Judge judge(setOf(rule("r", "format", field, std::string(R"("check":)") + check)), kWorld);
        AdEvent absent;
        auto empty = eventOf({{*model::adFieldOf(field), ""}});
        QVERIFY2(judge.judge(absent, kHere).fate == Fate::Stored, check);
        QVERIFY2(judge.judge(empty, kHere).fate == Fate::Stored, check);
    }
}

void TestChecks::aClickNeedsAnEarlierImpression_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("session");
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<bool>("passes");
    // The impression is of request r1 and session s1 at 14:31:52; 60 s are allowed.
    const auto row = [](const char* name, const char* request, const char* session, const char* at,
                        bool passes) {
        QTest::newRow(name) << QByteArray(request) << QByteArray(session) << QByteArray(at)
                            << passes;
    };
    row("of the request", "r1", "", "2026-03-20T14:32:52Z", true);
    row("of the session", "r2", "s1", "2026-03-20T14:32:52Z", true);
    row("in the same moment", "r1", "", "2026-03-20T14:31:52Z", true);
    row("too late", "r1", "s1", "2026-03-20T14:32:52.001Z", false);
    row("before it", "r1", "s1", "2026-03-20T14:31:51Z", false);
    row("of another", "r2", "s2", "2026-03-20T14:32:00Z", false);
    row("a session named as the request", "", "r1", "2026-03-20T14:32:00Z", false);
}

void TestChecks::aClickNeedsAnEarlierImpression()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, session);
    QFETCH(QByteArray, at);
    QFETCH(bool, passes);
    Judge judge(setOf(rule("r", "business", "eventType",
                           R"("when":{"field":"eventType","is":["CLICK"]},
                              "check":{"afterImpression":{"within":60}})")),
                kWorld);
    auto impression = eventOf({{AdField::EventType, "IMPRESSION"},
                               {AdField::RequestId, "r1"},
                               {AdField::SessionId, "s1"},
                               {AdField::Timestamp, "2026-03-20T14:31:52Z"}});
    QVERIFY(judge.judge(impression, kHere).fate == Fate::Stored);
    const std::string texts[]{request.toStdString(), session.toStdString(), at.toStdString()};
    auto click = eventOf({{AdField::EventType, "CLICK"},
                          {AdField::RequestId, texts[0]},
                          {AdField::SessionId, texts[1]},
                          {AdField::Timestamp, texts[2]}});
    QVERIFY(judge.judge(click, kHere).fate == (passes ? Fate::Stored : Fate::Dead));
}

void TestChecks::impressionsOutOfOrderCount()
{
    Judge judge(setOf(rule("r", "business", "eventType",
                           R"("when":{"field":"eventType","is":["CLICK"]},
                              "check":{"afterImpression":{"within":60}})")),
                kWorld);
    const auto fateOf = [&](std::string_view type, std::string_view time) {
        auto event = eventOf(
            {{AdField::EventType, type}, {AdField::SessionId, "s"}, {AdField::Timestamp, time}});
        return judge.judge(event, kHere).fate;
    };
    fateOf("IMPRESSION", "2026-03-20T14:20:00Z");
    fateOf("IMPRESSION", "2026-03-20T14:10:00Z");
    QVERIFY(fateOf("CLICK", "2026-03-20T14:10:30Z") == Fate::Stored);
    QVERIFY(fateOf("CLICK", "2026-03-20T14:20:30Z") == Fate::Stored);
    QVERIFY(fateOf("CLICK", "2026-03-20T14:15:00Z") == Fate::Dead);
}

QTEST_GUILESS_MAIN(TestChecks)
#include "test_checks.moc"
