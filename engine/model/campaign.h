// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/money.h"
#include "engine/model/pacing.h"
#include "engine/model/targeting.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gavel::model {

/// The end of a flight that has none.
inline constexpr TimeMs kOpenEnd{INT64_MAX};

enum class CampaignStatus : std::uint8_t { Draft, Active, Paused, Completed };
inline constexpr std::array<std::string_view, 4> kCampaignStatusNames{"draft", "active", "paused",
                                                                      "completed"};

/// The only changes of status there are; everything else is refused. Staying the same is always
/// allowed.
inline constexpr std::array<std::pair<CampaignStatus, CampaignStatus>, 6> kCampaignTransitions{{
    {CampaignStatus::Draft, CampaignStatus::Active},
    {CampaignStatus::Draft, CampaignStatus::Completed},
    {CampaignStatus::Active, CampaignStatus::Paused},
    {CampaignStatus::Active, CampaignStatus::Completed},
    {CampaignStatus::Paused, CampaignStatus::Active},
    {CampaignStatus::Paused, CampaignStatus::Completed},
}};
constexpr bool mayBecome(CampaignStatus from, CampaignStatus to)
{
    for (const auto& [before, after] : kCampaignTransitions)
        if (before == from && after == to)
            return true;
    return from == to;
}

enum class StrategyKind : std::uint8_t {
    Contract, ///< the demonstration's formula: max(0.5 (1 + 0.1 n) device, floor 1.1) per
              ///< impression
    FixedCpm, ///< always the same price
    Constant, ///< a constant bid in replay; the same price without shading
    Random, ///< uniform below a price
    TargetCpc, ///< pCTR times the target ("mcpc")
    Linear, ///< base price times pCTR over the average CTR
    Ortb, ///< optimal under the win curve b/(c+b) (Zhang 2014)
    TargetCpa, ///< pCTR times pCVR times the target
    TargetRoas, ///< expected revenue over the wanted return
};
inline constexpr std::array<std::string_view, 9> kStrategyNames{
    "contract", "fixed_cpm", "const", "rand", "mcpc", "lin", "ortb", "target_cpa", "target_roas"};

/// How a campaign turns an opportunity into a price. Which fields count depends on the kind.
struct BidStrategy
{
    StrategyKind kind = StrategyKind::FixedCpm;
    Price cpm{}; ///< FixedCpm, Constant, base of Linear, bound of Random
    Money target{}; ///< per click (TargetCpc) or per conversion (TargetCpa)
    Money conversionValue{}; ///< TargetRoas: revenue of one conversion
    std::int64_t roasMilli = 1000; ///< TargetRoas: wanted revenue per cost, times 1000
    Price maxBid{}; ///< never above this; 0 = no bound of its own
    Price quantum{1}; ///< bids are floored to multiples of this
    double averageCtr = 0; ///< Linear: the CTR at which the base price is right
    double ortbC = 0; ///< Ortb: constant of the win curve, nano-units
    double ortbLambda = 0; ///< Ortb: worth of a nano-unit of budget, in clicks
    bool shade = true; ///< bid below value when the winner pays its own bid
    bool operator==(const BidStrategy&) const = default;
};

enum class CapScope : std::uint8_t { Campaign, Creative };
enum class CapWindow : std::uint8_t { Hour, Day, Lifetime };
inline constexpr std::array<std::string_view, 2> kCapScopeNames{"campaign", "creative"};
inline constexpr std::array<std::string_view, 3> kCapWindowNames{"hour", "day", "lifetime"};
/// At most `limit` impressions to one user in any window. Hour is sliding in six parts; day is the
/// campaign's local day.
struct FrequencyCap
{
    CapScope scope = CapScope::Campaign;
    CapWindow window = CapWindow::Day;
    std::uint16_t limit = 0; ///< 1 to 1000
    bool operator==(const FrequencyCap&) const = default;
};

enum class CreativeFormat : std::uint8_t { Banner, Video, Native, Text };
inline constexpr std::array<std::string_view, 4> kFormatNames{"banner", "video", "native", "text"};

/// What is shown. A banner has a size; the others take the placement's.
struct Creative
{
    std::string id;
    CreativeFormat format = CreativeFormat::Banner;
    int width = 0; ///< pixels, 50 to 4096 for a banner
    int height = 0;
    std::string title; ///< at most 100 characters
    std::string description; ///< at most 500
    std::string imageUrl; ///< http or https, at most 2048
    std::string clickUrl;
    std::string category; ///< IAB content category of the advertising, "" when not said
    bool operator==(const Creative&) const = default;
};

/// A line item: creatives that are shown together under one name.
struct Ad
{
    std::string id;
    std::string name;
    std::vector<Creative> creatives;
    bool operator==(const Ad&) const = default;
};

/// What the advertiser pays for.
enum class BillingModel : std::uint8_t {
    Cpm, ///< impressions, at their clearing prices
    Cpc, ///< clicks, at a rate
    Cpa, ///< conversions, at a rate
    Fixed, ///< a fixed amount for each day of delivery
    Mixed, ///< the sum: clearing prices and every rate that is above 0
};
inline constexpr std::array<std::string_view, 5> kBillingNames{"cpm", "cpc", "cpa", "fixed",
                                                               "mixed"};
struct Billing
{
    BillingModel model = BillingModel::Cpm;
    Money perClick; ///< Cpc, Mixed
    Money perConversion; ///< Cpa, Mixed
    Money perDay; ///< Fixed, Mixed
    bool operator==(const Billing&) const = default;
};

struct Campaign
{
    std::string id; ///< [A-Za-z0-9_-]{1,64}
    std::string name; ///< 1 to 255 characters
    std::string advertiserId;
    std::string advertiserName; ///< shown; the id when empty
    std::string seatId; ///< the DSP seat that bids for it
    CampaignStatus status = CampaignStatus::Draft;
    Currency currency;
    Money budgetTotal;
    Money budgetDay; ///< 0 = no bound per day
    Money budgetHour; ///< 0 = no bound per hour of its own clock
    PacingPolicy pacing = PacingPolicy::Mpc;
    DeliveryPromise delivery = DeliveryPromise::Standard;
    Billing billing;
    TimeMs flightStart; ///< inclusive
    TimeMs flightEnd = kOpenEnd; ///< exclusive
    std::string timeZone = "UTC"; ///< IANA name; its days and hours
    std::string roundCron; ///< times of rounds beside the market's, see CronRule; "" = none
    Targeting targeting;
    BidStrategy strategy;
    std::vector<FrequencyCap> caps;
    std::vector<Ad> ads;
    std::string creativeJson; ///< the REST contract's free creative object as given ("" when none)
    TimeMs createdAt;
    TimeMs updatedAt;
    std::uint64_t version = 0; ///< counts up with every stored change

    bool operator==(const Campaign&) const = default;
};

/// Every rule that the campaign breaks, with field paths such as "ads[0].creatives[1].width"; empty
/// = valid.
std::vector<Error> validate(const Campaign& campaign);

/// Refuses a status change that is not in kCampaignTransitions and a total below what is spent.
Result<void> validateChange(const Campaign& before, const Campaign& after, Money spent);

} // namespace gavel::model
