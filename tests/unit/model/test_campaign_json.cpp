// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"
#include "engine/model/campaign_json.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::model;

namespace {

/// Every field away from its default.
Campaign fullCampaign()
{
    Campaign campaign;
    campaign.id = "camp-001";
    campaign.name = "Fr\xc3\xbchling \"sale\"\n";
    campaign.advertiserId = "adv";
    campaign.advertiserName = "Advertiser";
    campaign.seatId = "seat";
    campaign.status = CampaignStatus::Paused;
    campaign.currency = *Currency::parse("EUR");
    campaign.budgetTotal = {9'223'372'036'854'775'807};
    campaign.budgetDay = {100'000'001};
    campaign.flightStart = {1'709'202'600'123};
    campaign.flightEnd = {1'809'202'600'000};
    campaign.timeZone = "Asia/Seoul";
    campaign.roundCron = "0 9 * * mon-fri";
    auto& targeting = campaign.targeting;
    targeting.rules = {{Dimension::Country, Match::AnyOf, {"US", "CA"}},
                       {Dimension::Country, Match::NoneOf, {"UK"}},
                       {Dimension::Segment, Match::AnyOf, {"a"}},
                       {Dimension::Segment, Match::AllOf, {"b", "c"}},
                       {Dimension::Segment, Match::NoneOf, {"d"}}};
    targeting.circles = {{{48.137154, 11.576124}, 5000.5}};
    targeting.polygons = {{{{0, 0}, {0, 1.0 / 3}, {1, 1}}}};
    targeting.age = AgeRange{18, 35};
    targeting.osVersions
        = {{"iOS", packVersion(15, 2, 0)}, {"Windows Phone", packVersion(8, 1, 3)}};
    HourGrid hours;
    for (const std::size_t hour : {8, 9, 32, 33, 167, 0})
        hours.set(hour);
    targeting.hours = hours;
    targeting.dates = {{19782, 19790}, {-5, 3}};
    targeting.unknownJson = R"({"weather":["sunny"]})";
    campaign.strategy
        = {StrategyKind::Ortb, {1'234'567}, {5},  {7}, 2500, {9'000'001}, {10'000}, 0.00075,
           23'456'789.125,     5.2e-7,      false};
    campaign.caps = {{CapScope::Campaign, CapWindow::Hour, 3},
                     {CapScope::Creative, CapWindow::Lifetime, 1000}};
    campaign.ads = {{"ad-1",
                     "First",
                     {{"cr-1", CreativeFormat::Banner, 300, 250, "t", "d", "https://i.test/a.png",
                       "https://c.test/", "IAB3"},
                      {"cr-2", CreativeFormat::Video, 0, 0, "", "", "", "", ""}}},
                    {"ad-2", "", {}}};
    campaign.creativeJson = R"({ "title": "as given" })";
    campaign.budgetHour = {12'500'000};
    campaign.pacing = PacingPolicy::Dual;
    campaign.delivery = DeliveryPromise::Guaranteed;
    campaign.billing = {BillingModel::Mixed, {250'000}, {9'000'000}, {1'000'001}};
    campaign.createdAt = {1'700'000'000'001};
    campaign.updatedAt = {1'700'000'000'002};
    campaign.version = 42;
    return campaign;
}

std::string where(const std::string& text)
{
    const auto campaign = campaignFromJson(text, "c.json");
    return campaign ? "" : campaign.error().where;
}

} // namespace

class TestCampaignJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldComesBack()
    {
        const auto campaign = fullCampaign();
        const auto text = toJson(campaign);
        const auto read = campaignFromJson(text, "memory");
        QVERIFY2(read, read ? "" : base::toString(read.error()).c_str());
        QVERIFY2(*read == campaign, text.c_str());
        QCOMPARE(toJson(*read), text);
        const auto pretty = base::jsonPretty(toValue(campaign));
        QVERIFY(*campaignFromJson(pretty, "") == campaign);
    }

    void everyStrategyComesBack()
    {
        auto campaign = fullCampaign();
        for (std::size_t kind = 0; kind < kStrategyNames.size(); ++kind) {
            campaign.strategy.kind = static_cast<StrategyKind>(kind);
            const auto read = campaignFromJson(toJson(campaign), "");
            QVERIFY2(read && *read == campaign, kStrategyNames[kind].data());
        }
    }

    void aShortCampaignHasTheDefaults()
    {
        const auto read = campaignFromJson(R"({"id":"c","name":"n","advertiser_id":"a",
            "budget":{"total":1000.5},"strategy":{"kind":"contract"}})",
                                           "");
        QVERIFY2(read, read ? "" : base::toString(read.error()).c_str());
        Campaign expected;
        expected.id = "c";
        expected.name = "n";
        expected.advertiserId = "a";
        expected.budgetTotal = {1'000'500'000};
        expected.strategy.kind = StrategyKind::Contract;
        expected.pacing = PacingPolicy::Asap; // as the contract spends
        QVERIFY(*read == expected);
        const auto other = campaignFromJson(R"({"id":"c","name":"n","advertiser_id":"a",
            "strategy":{"kind":"fixed_cpm","cpm":1}})",
                                            "");
        QVERIFY(other && other->pacing == PacingPolicy::Mpc);
        const auto told = campaignFromJson(R"({"id":"c","name":"n","advertiser_id":"a",
            "strategy":{"kind":"contract"},"pacing":"even"})",
                                           "");
        QVERIFY(told && told->pacing == PacingPolicy::Even);
    }

    void moneyAndTimesAreReadable()
    {
        auto campaign = fullCampaign();
        campaign.budgetTotal = Money::units(250);
        const auto text = toJson(campaign);
        QVERIFY(text.find(R"("budget":{"total":"250.00","day":"100.000001","hour":"12.50"})")
                != std::string::npos);
        QVERIFY(text.find(R"("start":"2024-02-29T10:30:00.123Z")") != std::string::npos);
        QVERIFY(text.find(R"("country":{"any":["US","CA"],"none":["UK"]})") != std::string::npos);
        QVERIFY(text.find(R"("os_versions":["iOS 15.2","Windows Phone 8.1.3"])")
                != std::string::npos);
    }

    void errorsNameFileLineAndField()
    {
        QCOMPARE(where("{\n\"id\":\"c\",\n\"name\":\"n\",\n\"advertiser_id\":\"a\",\n\"budget\":{"
                       "\n\"total\":-5}}"),
                 std::string("c.json line 6, field \"budget.total\""));
        QCOMPARE(where("{\n\"id\":\"c\",\n\"name\":\"n\",\n\"advertiser_id\":\"a\",\n\"strategy\":{"
                       "\"kind\":\"mcpc\"}}"),
                 std::string("c.json line 5, field \"strategy.target\""));
        QVERIFY(where("{\"id\":").starts_with("c.json line 1, column"));
    }

    void badInputIsRefused_data()
    {
        QTest::addColumn<QByteArray>("extra");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char* extra, const char* field) {
            QTest::newRow(extra) << QByteArray(extra) << QByteArray(field);
        };
        row(R"("colour":1)", "colour");
        row(R"("status":"running")", "status");
        row(R"("currency":"euro")", "currency");
        row(R"("budget":{"total":"12,50"})", "budget.total");
        row(R"("budget":{"totl":1})", "budget.totl");
        row(R"("budget":[])", "budget");
        row(R"("flight":{"start":"soon"})", "flight.start");
        row(R"("targeting":{"contry":["US"]})", "targeting.contry");
        row(R"("targeting":{"country":{"some":["US"]}})", "targeting.country.some");
        row(R"("targeting":{"country":{"any":[1]}})", "targeting.country.any[0]");
        row(R"("targeting":{"country":{"all":["US"]}})", "targeting.country.all");
        row(R"("targeting":{"hours":["mon 18-8"]})", "targeting.hours");
        row(R"("targeting":{"polygons":[[[1,2],[3]]]})", "targeting.polygons[0][1]");
        row(R"("targeting":{"circles":[{"latitude":1,"longitude":2}]})",
            "targeting.circles[0].radius_m");
        row(R"("targeting":{"dates":[{"first":"2024-02-30","last":"2024-03-01"}]})",
            "targeting.dates[0].first");
        row(R"("targeting":{"os_versions":["iOS"]})", "targeting.os_versions[0]");
        row(R"("targeting":[])", "targeting");
        row(R"("strategy":{"kind":"magic"})", "strategy.kind");
        row(R"("strategy":{"kind":"fixed_cpm","cpm":-1})", "strategy.cpm");
        row(R"("strategy":{"kind":"target_roas","roas":"1.2345"})", "strategy.roas");
        row(R"("caps":[{"scope":"campaign","window":"week","limit":1}])", "caps[0].window");
        row(R"("caps":[{"limit":-1}])", "caps[0].limit");
        row(R"("ads":[{"id":"a","creatives":[{"id":"b","format":"gif"}]}])",
            "ads[0].creatives[0].format");
        row(R"("ads":[{"creatives":[]}])", "ads[0].id");
        row(R"("budget":{"total":5,"hour":"x"})", "budget.hour");
        row(R"("budget":{"total":5,"hour":6})", "budget.hour");
        row(R"("pacing":"soon")", "pacing");
        row(R"("delivery":"sure")", "delivery");
        row(R"("billing":{"model":"cpx"})", "billing.model");
        row(R"("billing":{"model":"cpc"})", "billing.per_click");
        row(R"("billing":{"rate":1})", "billing.rate");
        row(R"("version":-1)", "version");
        row(R"("time_zone":"Moon")", "time_zone");
    }
    void badInputIsRefused()
    {
        QFETCH(QByteArray, extra);
        QFETCH(QByteArray, field);
        std::string text = R"({"id":"c","name":"n","advertiser_id":"a",)" + extra.toStdString();
        if (!extra.contains("strategy"))
            text += R"(,"strategy":{"kind":"contract"})";
        QCOMPARE(QByteArray::fromStdString(where(text + "}")),
                 "c.json line 1, field \"" + field + "\"");
    }
};

QTEST_GUILESS_MAIN(TestCampaignJson)
#include "test_campaign_json.moc"
