// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dmp/profile_store.h"
#include "engine/pipeline/rules/transform.h"
#include "rules_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

namespace {

const Received kReceived{kNow, "push", {}, 42, {}};

AdEvent impressionWith(AdField field, std::string_view value)
{
    auto event = eventOf({{AdField::EventType, "IMPRESSION"}});
    event[field] = value;
    return event;
}

} // namespace

class TestTransform : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyValueIsTaken();
    void whatIsNotToldIsEmpty();
    void amountsAreExact_data();
    void amountsAreExact();
    void badValuesNameTheirField_data();
    void badValuesNameTheirField();
    void kindsAndViewability_data();
    void kindsAndViewability();
    void devicesComeFromTypeElseAgent();
    void sessionsWithoutAnIdAreHalfHoursOfAUser();
};

void TestTransform::everyValueIsTaken()
{
    const auto event = eventOf({{AdField::EventId, "evt-1"},
                                {AdField::EventType, "CONVERSION"},
                                {AdField::AdvertisementId, "ad-1"},
                                {AdField::CampaignId, "camp-1"},
                                {AdField::CreativeId, "cr-1"},
                                {AdField::Placement, "top"},
                                {AdField::PublisherId, "pub-1"},
                                {AdField::AdvertiserId, "adv-1"},
                                {AdField::Country, "kr"},
                                {AdField::Timestamp, "2026-03-20T23:31:51+09:00"},
                                {AdField::UserId, "user-1"},
                                {AdField::SessionId, "s-1"},
                                {AdField::BidAmount, "0.0025"},
                                {AdField::Revenue, "1.5"},
                                {AdField::ConversionValue, "49.99"},
                                {AdField::Currency, "KRW"}});
    const auto fact = transform(event, kReceived);
    QVERIFY(fact);
    QVERIFY(fact->id == hash128("evt-1"));
    QVERIFY(fact->kind == model::EventKind::Conversion);
    QCOMPARE(fact->at.value, kNow.value - 1000);
    QCOMPARE(text(fact->campaign) + text(fact->ad) + text(fact->creative) + text(fact->placement),
             std::string("camp-1ad-1cr-1top"));
    QCOMPARE(text(fact->publisher) + text(fact->advertiser), std::string("pub-1adv-1"));
    QCOMPARE(text(fact->country.view()), std::string("KR"));
    QCOMPARE(fact->user, dmp::userHash("user-1"));
    QCOMPARE(fact->session, hash64("s-1"));
    QCOMPARE(fact->bid.nanos, std::int64_t{2'500'000}); // 0.0025 x 10^9
    QCOMPARE(fact->revenue.micros, std::int64_t{1'500'000});
    QCOMPARE(fact->conversionValue.micros, std::int64_t{49'990'000});
    QCOMPARE(text(fact->currency.view()), std::string("KRW"));
}

void TestTransform::whatIsNotToldIsEmpty()
{
    const auto fact = transform(eventOf({{AdField::EventType, "CLICK"}}), kReceived);
    QVERIFY(fact);
    QVERIFY(fact->id == eventIdOf(AdEvent{}, kReceived));
    QCOMPARE(fact->at.value, kNow.value);
    QVERIFY(fact->campaign.empty() && fact->country.view().empty());
    QVERIFY(fact->user == 0 && fact->session == 0 && fact->bid.nanos == 0);
    QVERIFY(fact->device == DeviceClass::Unknown);
    QCOMPARE(text(fact->currency.view()), std::string("USD"));
}

void TestTransform::amountsAreExact_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("nanos");
    QTest::newRow("a nano") << QByteArray("0.000000001") << qint64{1};
    QTest::newRow("no binary fraction") << QByteArray("0.1") << qint64{100'000'000};
    QTest::newRow("exponent") << QByteArray("3.18E-3") << qint64{3'180'000};
    QTest::newRow("zeros behind") << QByteArray("2.50000000000000") << qint64{2'500'000'000};
    QTest::newRow("all digits") << QByteArray("9223372036.854775807") << qint64{INT64_MAX};
    QTest::newRow("beyond a double's digits")
        << QByteArray("9007199.254740993") << qint64{9'007'199'254'740'993}; // 2^53 + 1
}

void TestTransform::amountsAreExact()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, nanos);
    const std::string amount = text.toStdString();
    const auto fact = transform(impressionWith(AdField::BidAmount, amount), kReceived);
    QVERIFY(fact);
    QCOMPARE(fact->bid.nanos, nanos);
}

void TestTransform::badValuesNameTheirField_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](AdField field, const char* value, const char* error) {
        QTest::newRow(value) << static_cast<int>(field) << QByteArray(value) << QByteArray(error);
    };
    row(AdField::EventType, "VIEW", R"(eventType: "VIEW" is not a type of event)");
    row(AdField::EventType, "", R"(eventType: "" is not a type of event)");
    row(AdField::Timestamp, "now", R"(timestamp: "now" is not a time with its zone)");
    row(AdField::BidAmount, "12,50", R"(bidAmount: "12,50" is not an amount)");
    row(AdField::BidAmount, "0.0000000001",
        R"(bidAmount: "0.0000000001" has more than 9 decimals)");
    row(AdField::BidAmount, "9223372036.854775808",
        R"(bidAmount: "9223372036.854775808" is too large to be kept)");
    row(AdField::Revenue, "0.0000001", R"(revenue: "0.0000001" has more than 6 decimals)");
    row(AdField::ConversionValue, "1e20", R"(conversionValue: "1e20" is too large to be kept)");
    row(AdField::Currency, "usd", R"(currency: "usd" is not a currency)");
    row(AdField::Segments, "[\"a\",1]",
        R"(segments: "["a",1]" as a list: it is not a list of names)");
    row(AdField::Segments, "[\"a\"", R"(segments: "["a"" as a list: it is not a list of names)");
    row(AdField::Segments, "1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25",
        R"(segments: "1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|1" as a list: it has more than 24 )"
        "names");
}

void TestTransform::badValuesNameTheirField()
{
    QFETCH(int, field);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    const std::string value = text.toStdString();
    const auto fact = transform(impressionWith(static_cast<AdField>(field), value), kReceived);
    QVERIFY(!fact);
    QCOMPARE(QByteArray::fromStdString(base::toString(fact.error())), error);
}

void TestTransform::kindsAndViewability_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("viewable");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isViewable");
    const auto row = [](const char* type, const char* viewable, model::EventKind kind, bool is) {
        QTest::addRow("%s %s", type, viewable)
            << QByteArray(type) << QByteArray(viewable) << static_cast<int>(kind) << is;
    };
    row("IMPRESSION", "true", model::EventKind::Impression, true);
    row("IMPRESSION", "false", model::EventKind::Impression, false);
    row("IMPRESSION", "", model::EventKind::Impression, false);
    row("VIEWABLE", "", model::EventKind::Viewable, true);
    row("CLICK", "true", model::EventKind::Click, false);
    row("CONVERSION", "", model::EventKind::Conversion, false);
}

void TestTransform::kindsAndViewability()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, viewable);
    QFETCH(int, kind);
    QFETCH(bool, isViewable);
    const std::string typeText = type.toStdString();
    const std::string viewableText = viewable.toStdString();
    const auto event
        = eventOf({{AdField::EventType, typeText}, {AdField::IsViewable, viewableText}});
    const auto fact = transform(event, kReceived);
    QCOMPARE(static_cast<int>(fact->kind), kind);
    QCOMPARE(fact->isViewable, isViewable);
}

void TestTransform::devicesComeFromTypeElseAgent()
{
    constexpr std::string_view kAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/123.0";
    auto event = impressionWith(AdField::UserAgent, kAgent);
    QVERIFY(transform(event, kReceived)->device == DeviceClass::Desktop);
    event[AdField::DeviceType] = "TABLET";
    QVERIFY(transform(event, kReceived)->device == DeviceClass::Tablet);
    event[AdField::DeviceType] = "CTV";
    QVERIFY(transform(event, kReceived)->device == DeviceClass::Ctv);
}

void TestTransform::sessionsWithoutAnIdAreHalfHoursOfAUser()
{
    const auto sessionAt = [](std::string_view user, std::string_view time) {
        const auto event = eventOf(
            {{AdField::EventType, "CLICK"}, {AdField::UserId, user}, {AdField::Timestamp, time}});
        return transform(event, kReceived)->session;
    };
    const auto first = sessionAt("u1", "2026-03-20T14:30:00.000Z");
    QVERIFY(first != 0);
    QCOMPARE(sessionAt("u1", "2026-03-20T14:59:59.999Z"), first);
    QVERIFY(sessionAt("u1", "2026-03-20T15:00:00Z") != first);
    QVERIFY(sessionAt("u1", "2026-03-20T14:29:59Z") != first);
    QVERIFY(sessionAt("u2", "2026-03-20T14:30:00Z") != first);
}

QTEST_GUILESS_MAIN(TestTransform)
#include "test_transform.moc"
