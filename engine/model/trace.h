// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/auction.h"
#include "engine/model/campaign.h"
#include "engine/model/opportunity.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gavel::model {

/// The numbers a price was made of; the formula can be written out from it.
struct BidFormula
{
    StrategyKind kind{};
    double pCtr = 0;
    double pCvr = 0;
    std::int64_t base = 0; ///< target (micros) or price (nanos), as the kind takes it
    double average = 0; ///< Linear: average CTR; TargetRoas: wanted return
    double interests = 0; ///< Contract: n = interests + segments
    double device = 1; ///< Contract: device multiplier
    double pacing = 1; ///< bids scaled by this
    Price value; ///< what the impression is worth before shading
    Price shaded; ///< after shading for first price
    Price bid; ///< after all bounds
};

/// What stopped a campaign, or that it bid. The first reason that applies, in this order.
enum class CampaignFate : std::uint8_t {
    Bid, ///< it was the seat's bid; see the seat's BidFate
    NotActive,
    OutsideFlight,
    Targeting,
    NoFittingCreative,
    Blocked,
    QuotaSpent,
    FrequencyCap,
    NoValue,
    NotChosenBySeat,
    SeatLate,
    SeatCutOff,
};
inline constexpr std::array<std::string_view, 12> kCampaignFateNames{
    "bid",       "not_active",  "outside_flight", "targeting", "no_fitting_creative",
    "blocked",   "quota_spent", "frequency_cap",  "no_value",  "not_chosen_by_seat",
    "seat_late", "seat_cut_off"};

/// One dimension that failed: what was wanted and what the opportunity had, in words.
struct Mismatch
{
    Dimension dimension{};
    Match match = Match::AnyOf;
    std::string needs; ///< "US, CA"
    std::string got; ///< "CN"; "" when the opportunity does not say
    std::vector<Handle> values{}; ///< of a rule of values: all that it names, for running it again
};

/// What a targeting says of segments.
struct SegmentRule
{
    Match match = Match::AnyOf;
    std::vector<Handle> segments;
};

/// What a campaign bids by besides the opportunity: its bid can be worked out again from it.
struct BidTerms
{
    BidStrategy strategy;
    Currency currency;
    std::int64_t rateNumerator = 1; ///< market units for `rateDenominator` own units
    std::int64_t rateDenominator = 1;
    Price quotaLeft; ///< what the bid could cost at most
    double pacing = 1; ///< its bids are scaled by this
    Handle deal = 0; ///< it bids under; 0 = none
    std::vector<SegmentRule> segments;
    /// What keeps it out at any price and with any segments; Bid = nothing.
    CampaignFate barred = CampaignFate::Bid;
    std::optional<double> preference; ///< its seat takes the highest; none = the dearest
};

struct CampaignTrace
{
    Handle campaign = 0;
    Handle seat = 0;
    CampaignFate fate = CampaignFate::Bid;
    std::vector<Mismatch> mismatches; ///< every dimension that failed, for fate Targeting
    BidFormula formula; ///< for Bid and NotChosenBySeat
    BidTerms terms{};
};

struct SeatTrace
{
    Handle seat = 0;
    Bid bid; ///< with its fate; price 0 when there was none
    std::uint32_t deadlineMicros = 0;
    BidFormula formula;
    /// What the seat had learnt of prices that win, as dsp::Landscape keeps it; null for a rival.
    std::shared_ptr<const std::vector<double>> winRates;
};

/// A notice the exchange sent, macros resolved.
struct NoticeTrace
{
    Handle seat = 0;
    std::string kind; ///< "win", "billing", "loss"
    std::string url;
};

/// The full story of one auction: enough to show it, explain it and run it again with a change.
struct AuctionTrace
{
    AuctionRow row;
    bool isSampled = false; ///< whatever it is like; false = it was asked for
    Opportunity opportunity;
    AuctionRules rules;
    Price hardFloor; ///< after the market's floor factor
    std::vector<SeatTrace> seats;
    Clearing clearing;
    std::vector<CampaignTrace> campaigns; ///< every campaign of the market
    std::vector<NoticeTrace> notices;
};

} // namespace gavel::model
