// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/campaign.h"

#include <QtTest>

#include <cmath>
#include <functional>

using namespace gavel;
using namespace gavel::model;

namespace {

Campaign validCampaign()
{
    Campaign campaign;
    campaign.id = "camp-001";
    campaign.name = "Spring sale";
    campaign.advertiserId = "adv_1";
    campaign.seatId = "seat-1";
    campaign.budgetTotal = Money::units(1000);
    campaign.budgetDay = Money::units(100);
    campaign.strategy.cpm = Price::cpm(Money::units(2));
    campaign.ads
        = {{"ad", "Ad", {{"cr", CreativeFormat::Banner, 300, 250, "Title", "", "", "", ""}}}};
    campaign.caps = {{CapScope::Campaign, CapWindow::Day, 5}};
    campaign.targeting.rules = {{Dimension::Country, Match::AnyOf, {"US", "CA"}}};
    return campaign;
}

using Change = std::function<void(Campaign&)>;
struct BadInput
{
    const char* field;
    Change change;
};

Creative& creative(Campaign& campaign)
{
    return campaign.ads[0].creatives[0];
}

/// One broken rule each, and the path that must be named.
const std::vector<BadInput>& badInputs()
{
    static const std::string ideograph = "\xe4\xba\xba"; // one character of three bytes
    static const std::vector<BadInput> inputs{
        {"id", [](Campaign& c) { c.id = ""; }},
        {"id", [](Campaign& c) { c.id = "camp 1"; }},
        {"id", [](Campaign& c) { c.id = std::string(65, 'a'); }},
        {"name", [](Campaign& c) { c.name = " \t"; }},
        {"name", [](Campaign& c) { c.name = std::string(256, 'a'); }},
        {"advertiser_id", [](Campaign& c) { c.advertiserId = "a/b"; }},
        {"advertiser_name", [](Campaign& c) { c.advertiserName = std::string(256, 'a'); }},
        {"seat_id", [](Campaign& c) { c.seatId = "?"; }},
        {"budget.hour", [](Campaign& c) { c.budgetHour = {-1}; }},
        {"budget.hour", [](Campaign& c) { c.budgetHour = c.budgetDay + Money{1}; }},
        {"budget.hour",
         [](Campaign& c) {
             c.budgetDay = {};
             c.budgetHour = c.budgetTotal + Money{1};
         }},
        {"round_cron", [](Campaign& c) { c.roundCron = "61 * * * *"; }},
        {"round_cron", [](Campaign& c) { c.roundCron = "0 0 30 2 *"; }},
        {"round_cron", [](Campaign& c) { c.roundCron = "every morning"; }},
        {"billing.per_click", [](Campaign& c) { c.billing.perClick = {-1}; }},
        {"billing.per_conversion", [](Campaign& c) { c.billing.model = BillingModel::Cpa; }},
        {"billing.per_day", [](Campaign& c) { c.billing.model = BillingModel::Fixed; }},
        {"budget.total",
         [](Campaign& c) {
             c.budgetTotal = {-1};
             c.budgetDay = {-1};
         }},
        {"budget.day", [](Campaign& c) { c.budgetDay = {-1}; }},
        {"budget.day", [](Campaign& c) { c.budgetDay = c.budgetTotal + Money{1}; }},
        {"flight.end",
         [](Campaign& c) {
             c.flightStart = {5};
             c.flightEnd = {5};
         }},
        {"flight.end", [](Campaign& c) { c.flightEnd = {INT64_MAX - 1}; }},
        {"flight.start", [](Campaign& c) { c.flightStart = {INT64_MAX - 1}; }},
        {"time_zone", [](Campaign& c) { c.timeZone = "Mars/Olympus"; }},
        {"time_zone", [](Campaign& c) { c.timeZone = ""; }},
        {"time_zone", [](Campaign& c) { c.timeZone = "../../etc/passwd"; }},
        {"strategy.cpm", [](Campaign& c) { c.strategy.cpm = {}; }},
        {"strategy.target", [](Campaign& c) { c.strategy.kind = StrategyKind::TargetCpc; }},
        {"strategy.target", [](Campaign& c) { c.strategy.kind = StrategyKind::TargetCpa; }},
        {"strategy.average_ctr", [](Campaign& c) { c.strategy.kind = StrategyKind::Linear; }},
        {"strategy.conversion_value",
         [](Campaign& c) { c.strategy.kind = StrategyKind::TargetRoas; }},
        {"strategy.roas",
         [](Campaign& c) {
             c.strategy
                 = {.kind = StrategyKind::TargetRoas, .conversionValue = {1}, .roasMilli = 0};
         }},
        {"strategy.ortb_c",
         [](Campaign& c) { c.strategy = {.kind = StrategyKind::Ortb, .ortbLambda = 1}; }},
        {"strategy.ortb_lambda",
         [](Campaign& c) { c.strategy = {.kind = StrategyKind::Ortb, .ortbC = 1}; }},
        {"strategy.ortb_c", [](Campaign& c) { c.strategy.ortbC = std::nan(""); }},
        {"strategy.max_cpm", [](Campaign& c) { c.strategy.maxBid = {-1}; }},
        {"strategy.quantum_cpm", [](Campaign& c) { c.strategy.quantum = {0}; }},
        {"caps[0].limit", [](Campaign& c) { c.caps[0].limit = 0; }},
        {"caps[0].limit", [](Campaign& c) { c.caps[0].limit = 1001; }},
        {"caps[1]", [](Campaign& c) { c.caps.push_back(c.caps[0]); }},
        {"ads[0].id", [](Campaign& c) { c.ads[0].id = ""; }},
        {"ads[1].id",
         [](Campaign& c) {
             c.ads.push_back({"ad", "", {}});
         }},
        {"ads[0].creatives[0].id", [](Campaign& c) { creative(c).id = "!"; }},
        {"ads[0].creatives[1].id", [](Campaign& c) { c.ads[0].creatives.push_back(creative(c)); }},
        {"ads[0].creatives[0].width", [](Campaign& c) { creative(c).width = 49; }},
        {"ads[0].creatives[0].height", [](Campaign& c) { creative(c).height = 4097; }},
        {"ads[0].creatives[0].width", [](Campaign& c) { creative(c).width = 0; }},
        {"ads[0].creatives[0].title",
         [](Campaign& c) { creative(c).title = std::string(101, 'a'); }},
        {"ads[0].creatives[0].description",
         [](Campaign& c) {
             for (int i = 0; i < 501; ++i)
                 creative(c).description += ideograph;
         }},
        {"ads[0].creatives[0].image_url",
         [](Campaign& c) { creative(c).imageUrl = "javascript:alert(1)"; }},
        {"ads[0].creatives[0].click_url",
         [](Campaign& c) { creative(c).clickUrl = "https://a b.test/"; }},
        {"ads[0].creatives[0].click_url", [](Campaign& c) { creative(c).clickUrl = "http:///x"; }},
        {"ads[0].creatives[0].click_url",
         [](Campaign& c) { creative(c).clickUrl = "http://a.test/" + std::string(2048, 'x'); }},
        {"targeting.country.all", [](Campaign& c) { c.targeting.rules[0].match = Match::AllOf; }},
        {"targeting.country.any", [](Campaign& c) { c.targeting.rules[0].values.clear(); }},
        {"targeting.country.any[1]", [](Campaign& c) { c.targeting.rules[0].values[1] = " "; }},
        {"targeting.country.any[1]", [](Campaign& c) { c.targeting.rules[0].values[1] = "US"; }},
        {"targeting.country.any",
         [](Campaign& c) { c.targeting.rules.push_back(c.targeting.rules[0]); }},
        {"targeting.age.any", [](Campaign& c) { c.targeting.rules[0].dimension = Dimension::Age; }},
        {"targeting.age.min",
         [](Campaign& c) {
             c.targeting.age = {12, 40};
         }},
        {"targeting.age.max",
         [](Campaign& c) {
             c.targeting.age = {18, 101};
         }},
        {"targeting.age",
         [](Campaign& c) {
             c.targeting.age = {40, 18};
         }},
        {"targeting.circles[0].radius_m",
         [](Campaign& c) {
             c.targeting.circles = {{{0, 0}, 0.5}};
         }},
        {"targeting.circles[0].radius_m",
         [](Campaign& c) {
             c.targeting.circles = {{{0, 0}, 100'001}};
         }},
        {"targeting.circles[0].latitude",
         [](Campaign& c) {
             c.targeting.circles = {{{91, 0}, 5}};
         }},
        {"targeting.circles[0].longitude",
         [](Campaign& c) {
             c.targeting.circles = {{{0, std::nan("")}, 5}};
         }},
        {"targeting.polygons[0]",
         [](Campaign& c) {
             c.targeting.polygons = {{{{0, 0}, {1, 1}}}};
         }},
        {"targeting.polygons[0]",
         [](Campaign& c) { c.targeting.polygons = {{std::vector<GeoPoint>(1001)}}; }},
        {"targeting.polygons[0][2].latitude",
         [](Campaign& c) {
             c.targeting.polygons = {{{{0, 0}, {1, 1}, {99, 0}}}};
         }},
        {"targeting.hours", [](Campaign& c) { c.targeting.hours = HourGrid(); }},
        {"targeting.dates[0]",
         [](Campaign& c) {
             c.targeting.dates = {{5, 4}};
         }},
        {"targeting.os_versions[0]",
         [](Campaign& c) {
             c.targeting.osVersions = {{"", 1}};
         }},
    };
    return inputs;
}

} // namespace

class TestCampaign : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aValidCampaignBreaksNoRule()
    {
        auto campaign = validCampaign();
        QVERIFY(validate(campaign).empty());
        campaign.timeZone = "Asia/Shanghai";
        campaign.budgetDay = {};
        campaign.name = std::string(255, 'a');
        creative(campaign).clickUrl = "https://shop.test/a?b=c#d";
        creative(campaign).width = 50;
        creative(campaign).height = 4096;
        campaign.targeting.age = {13, 100};
        campaign.targeting.circles = {{{-90, 180}, 100'000}};
        creative(campaign).title.clear();
        for (int i = 0; i < 100; ++i)
            creative(campaign).title += "\xe4\xba\xba";
        const auto errors = validate(campaign);
        QVERIFY2(errors.empty(), errors.empty() ? "" : base::toString(errors[0]).c_str());
    }

    void eachBrokenRuleNamesItsField_data()
    {
        QTest::addColumn<int>("place");
        for (std::size_t i = 0; i < badInputs().size(); ++i)
            QTest::addRow("%zu %s", i, badInputs()[i].field) << static_cast<int>(i);
    }
    void eachBrokenRuleNamesItsField()
    {
        QFETCH(int, place);
        const auto& input = badInputs()[static_cast<std::size_t>(place)];
        auto campaign = validCampaign();
        input.change(campaign);
        const auto errors = validate(campaign);
        QVERIFY(!errors.empty());
        QCOMPARE(errors[0].where, std::string(input.field));
        QVERIFY(!errors[0].what.empty() && !errors[0].advice.empty() && !errors[0].code.empty());
    }

    void everyErrorIsToldNotOnlyTheFirst()
    {
        auto campaign = validCampaign();
        campaign.id = "";
        campaign.timeZone = "x";
        campaign.caps[0].limit = 0;
        QCOMPARE(validate(campaign).size(), std::size_t{3});
    }

    void statusFollowsTheTable()
    {
        // Rows: from draft, active, paused, completed; columns: to the same.
        constexpr std::array<std::array<bool, 4>, 4> kMay{{
            {true, true, false, true},
            {false, true, true, true},
            {false, true, true, true},
            {false, false, false, true},
        }};
        for (std::size_t from = 0; from < 4; ++from) {
            for (std::size_t to = 0; to < 4; ++to) {
                const auto before = static_cast<CampaignStatus>(from);
                const auto after = static_cast<CampaignStatus>(to);
                QCOMPARE(mayBecome(before, after), kMay[from][to]);
                auto old = validCampaign();
                auto changed = old;
                old.status = before;
                changed.status = after;
                const auto result = validateChange(old, changed, {});
                QCOMPARE(result.has_value(), kMay[from][to]);
                if (!result)
                    QCOMPARE(result.error().where, std::string("status"));
            }
        }
    }

    void theBudgetStaysAboveWhatIsSpent()
    {
        const auto before = validCampaign();
        auto after = before;
        after.budgetTotal = Money::units(500);
        QVERIFY(validateChange(before, after, Money::units(500)));
        const auto refused = validateChange(before, after, Money::units(500) + Money{1});
        QVERIFY(!refused);
        QCOMPARE(refused.error().what,
                 std::string("Budget cannot be less than already spent amount"));
        QCOMPARE(refused.error().where, std::string("budget.total"));
    }
};

QTEST_GUILESS_MAIN(TestCampaign)
#include "test_campaign.moc"
