// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/campaign.h"

#include "engine/model/checks.h"
#include "engine/model/cron_rule.h"

#include <date/tz.h>
#include <set>
#include <stdexcept>

namespace gavel::model {

namespace {

constexpr TimeMs kFirstTime{-62'167'219'200'000}; // 0000-01-01
constexpr TimeMs kLastTime{253'402'300'799'999}; // 9999-12-31

bool zoneExists(const std::string& name)
{
    try {
        return date::locate_zone(name) != nullptr;
    } catch (const std::runtime_error&) {
        return false;
    }
}

void checkNames(const Campaign& campaign, Checks& checks)
{
    checks.id(campaign.id, "id");
    checks.text(campaign.name, 1, 255, "name");
    checks.id(campaign.advertiserId, "advertiser_id");
    checks.text(campaign.advertiserName, 0, 255, "advertiser_name");
    if (!campaign.seatId.empty())
        checks.id(campaign.seatId, "seat_id");
}

void checkMoneyAndTime(const Campaign& campaign, Checks& checks)
{
    checks.need(campaign.budgetTotal >= Money{}, "budget.total", "a budget cannot be negative",
                "write 0 or more");
    checks.need(campaign.budgetDay >= Money{}, "budget.day", "a budget cannot be negative",
                "write 0 or more");
    checks.need(campaign.budgetDay <= campaign.budgetTotal, "budget.day",
                "the budget of a day is above the total", "write at most the total budget");
    checks.need(campaign.budgetHour >= Money{}, "budget.hour", "a budget cannot be negative",
                "write 0 or more");
    const bool isDayBound = campaign.budgetDay > Money{};
    checks.need(campaign.budgetHour <= (isDayBound ? campaign.budgetDay : campaign.budgetTotal),
                "budget.hour",
                isDayBound ? "the budget of an hour is above that of a day"
                           : "the budget of an hour is above the total",
                isDayBound ? "write at most the day budget" : "write at most the total budget");
    checks.need(campaign.flightStart < campaign.flightEnd, "flight.end",
                "the flight ends before it starts", "choose an end after the start");
    checks.need(campaign.flightStart >= kFirstTime && campaign.flightStart <= kLastTime,
                "flight.start", "this is not a date of a calendar", "choose a year from 0 to 9999");
    checks.need(campaign.flightEnd == kOpenEnd || campaign.flightEnd <= kLastTime, "flight.end",
                "this is not a date of a calendar", "choose a year up to 9999, or leave it open");
    checks.need(zoneExists(campaign.timeZone), "time_zone",
                "\"" + campaign.timeZone.substr(0, 64) + "\" is not a time zone",
                "use an IANA name such as Asia/Shanghai");
    if (campaign.roundCron.empty())
        return;
    if (const auto cron = CronRule::parse(campaign.roundCron); !cron)
        checks.need(false, "round_cron", cron.error().what, cron.error().advice);
}

/// What each kind cannot do without.
void checkStrategyNeeds(const BidStrategy& strategy, Checks& checks)
{
    const auto needPrice = [&] {
        checks.need(strategy.cpm > Price{}, "strategy.cpm", "this strategy needs a price",
                    "write a price above 0");
    };
    const auto needTarget = [&] {
        checks.need(strategy.target > Money{}, "strategy.target", "this strategy needs a target",
                    "write what one click or conversion may cost");
    };
    switch (strategy.kind) {
    case StrategyKind::Contract:
        break;
    case StrategyKind::Linear:
        checks.need(strategy.averageCtr > 0 && strategy.averageCtr <= 1, "strategy.average_ctr",
                    "this strategy needs the average click rate", "write a share above 0, up to 1");
        [[fallthrough]];
    case StrategyKind::FixedCpm:
    case StrategyKind::Constant:
    case StrategyKind::Random:
        needPrice();
        break;
    case StrategyKind::TargetCpc:
    case StrategyKind::TargetCpa:
        needTarget();
        break;
    case StrategyKind::TargetRoas:
        checks.need(strategy.conversionValue > Money{}, "strategy.conversion_value",
                    "this strategy needs the value of a conversion", "write an amount above 0");
        checks.need(strategy.roasMilli > 0, "strategy.roas",
                    "this strategy needs the wanted return",
                    "write revenue per cost, for example 2.5");
        break;
    case StrategyKind::Ortb:
        checks.need(strategy.ortbC > 0, "strategy.ortb_c",
                    "this strategy needs the constant of its win curve", "write a number above 0");
        checks.need(strategy.ortbLambda > 0, "strategy.ortb_lambda",
                    "this strategy needs the worth of budget", "write a number above 0");
        break;
    }
}

void checkStrategy(const BidStrategy& strategy, Checks& checks)
{
    constexpr double kMost = 1e300;
    checks.need(strategy.cpm >= Price{}, "strategy.cpm", "a price cannot be negative",
                "write 0 or more");
    checks.need(strategy.maxBid >= Price{}, "strategy.max_cpm", "a price cannot be negative",
                "write 0 or more");
    checks.need(strategy.quantum >= Price{1}, "strategy.quantum_cpm", "bids need a smallest step",
                "write 0.000001 or more");
    checks.need(strategy.target >= Money{}, "strategy.target", "an amount cannot be negative",
                "write 0 or more");
    checks.need(strategy.conversionValue >= Money{}, "strategy.conversion_value",
                "an amount cannot be negative", "write 0 or more");
    checks.range(strategy.averageCtr, 0, 1, "strategy.average_ctr");
    checks.range(strategy.ortbC, 0, kMost, "strategy.ortb_c");
    checks.range(strategy.ortbLambda, 0, kMost, "strategy.ortb_lambda");
    checkStrategyNeeds(strategy, checks);
}

void checkBilling(const Billing& billing, Checks& checks)
{
    const auto notNegative = [&](Money rate, const char* field) {
        checks.need(rate >= Money{}, field, "a rate cannot be negative", "write 0 or more");
    };
    notNegative(billing.perClick, "billing.per_click");
    notNegative(billing.perConversion, "billing.per_conversion");
    notNegative(billing.perDay, "billing.per_day");
    const auto needRate = [&](BillingModel model, Money rate, const char* field) {
        checks.need(billing.model != model || rate > Money{}, field, "this billing needs a rate",
                    "write an amount above 0");
    };
    needRate(BillingModel::Cpc, billing.perClick, "billing.per_click");
    needRate(BillingModel::Cpa, billing.perConversion, "billing.per_conversion");
    needRate(BillingModel::Fixed, billing.perDay, "billing.per_day");
}

void checkCaps(const Campaign& campaign, Checks& checks)
{
    std::set<std::pair<CapScope, CapWindow>> seen;
    for (std::size_t i = 0; i < campaign.caps.size(); ++i) {
        const auto& cap = campaign.caps[i];
        checks.range(cap.limit, 1, 1000, at("caps", i) + ".limit");
        checks.need(seen.emplace(cap.scope, cap.window).second, at("caps", i),
                    "a cap of this scope and window is there already", "keep the lower one");
    }
}

void checkCreative(const Creative& creative, const std::string& path, Checks& checks)
{
    checks.id(creative.id, path + ".id");
    const bool sized = creative.format == CreativeFormat::Banner;
    for (const auto& [size, field] :
         {std::pair{creative.width, ".width"}, {creative.height, ".height"}})
        if (sized || size != 0)
            checks.range(size, 50, 4096, path + field);
    checks.text(creative.title, 0, 100, path + ".title");
    checks.text(creative.description, 0, 500, path + ".description");
    checks.url(creative.imageUrl, path + ".image_url");
    checks.url(creative.clickUrl, path + ".click_url");
    checks.text(creative.category, 0, 64, path + ".category");
}

void checkAds(const Campaign& campaign, Checks& checks)
{
    std::set<std::string_view> ads;
    std::set<std::string_view> creatives;
    for (std::size_t i = 0; i < campaign.ads.size(); ++i) {
        const auto& ad = campaign.ads[i];
        const auto path = at("ads", i);
        checks.id(ad.id, path + ".id");
        checks.need(ads.insert(ad.id).second, path + ".id", "\"" + ad.id + "\" is there twice",
                    "use another id");
        checks.text(ad.name, 0, 255, path + ".name");
        for (std::size_t j = 0; j < ad.creatives.size(); ++j) {
            const auto& creative = ad.creatives[j];
            const auto place = at(path + ".creatives", j);
            checkCreative(creative, place, checks);
            checks.need(creatives.insert(creative.id).second, place + ".id",
                        "\"" + creative.id + "\" is there twice", "use another id");
        }
    }
}

} // namespace

std::vector<Error> validate(const Campaign& campaign)
{
    std::vector<Error> errors;
    Checks checks(errors);
    checkNames(campaign, checks);
    checkMoneyAndTime(campaign, checks);
    validate(campaign.targeting, "targeting", errors);
    checkStrategy(campaign.strategy, checks);
    checkBilling(campaign.billing, checks);
    checkCaps(campaign, checks);
    checkAds(campaign, checks);
    return errors;
}

Result<void> validateChange(const Campaign& before, const Campaign& after, Money spent)
{
    if (!mayBecome(before.status, after.status)) {
        const auto from = kCampaignStatusNames[static_cast<std::size_t>(before.status)];
        const auto to = kCampaignStatusNames[static_cast<std::size_t>(after.status)];
        return Error{
            "ILLEGAL_STATUS", "status",
            "a campaign that is " + std::string(from) + " cannot become " + std::string(to),
            "draft leads to active, active and paused to each other, all of them to completed"};
    }
    if (after.budgetTotal < spent)
        return Error{"BUDGET_BELOW_SPENT", "budget.total",
                     "Budget cannot be less than already spent amount",
                     "write at least " + base::toString(spent)};
    return {};
}

} // namespace gavel::model
