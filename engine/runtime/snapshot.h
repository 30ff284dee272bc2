// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/money.h"
#include "engine/model/auction.h"
#include "engine/model/campaign.h"
#include "engine/model/seat.h"
#include "engine/runtime/annotation_desk.h"
#include "engine/runtime/schedule_view.h"
#include "engine/runtime/settlement_view.h"
#include "engine/runtime/watch_view.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace gavel::runtime {

struct FaultsView;

enum class MarketMode : std::uint8_t { Stopped, Live, Simulation };

/// Counts over a span; ratios are made where they are shown.
struct Totals
{
    std::uint64_t auctions = 0;
    std::uint64_t seatRequests = 0;
    std::uint64_t bids = 0;
    std::uint64_t wins = 0;
    std::uint64_t impressions = 0;
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;
    Money cost; ///< advertisers paid
    Money publisher; ///< publishers earned
    Money fee; ///< the exchange kept; cost = publisher + fee to the last micro shown
};

struct SeatView
{
    std::string id;
    std::string name;
    std::string playedBy;
    model::SeatKind kind{};
    std::string strategy; ///< name of the strategy most of its budget runs, "" for rivals
    std::uint32_t deadlineMicros = 0;
    bool cutOff = false;
    std::uint64_t asked = 0;
    std::uint64_t answered = 0;
    std::uint64_t late = 0;
    std::uint64_t wins = 0;
    Money spend;
    Money value; ///< worth of its conversions
    std::uint32_t p50Micros = 0;
    std::uint32_t p99Micros = 0;
};

struct CampaignView
{
    std::string id;
    std::string name;
    std::string advertiserId;
    std::string advertiserName;
    std::string seatId;
    std::string seatName;
    model::CampaignStatus status{};
    model::StrategyKind strategy{};
    Money budgetTotal;
    Money budgetDay; ///< 0 = no bound per day
    Money spent; ///< since its start
    Money spentToday; ///< in its own zone
    Money planToday; ///< the part of the day budget that spending in step with the traffic uses by
                     ///< now
    Money quotaLeft;
    model::PacingPolicy pacing{};
    Money quotaHeld; ///< reserved for quota that ad servers may still spend
    std::int32_t bidFactorPpm = 1'000'000; ///< bids are scaled by this to keep the pace
    std::int8_t pace = 0; ///< delivery is ahead (1) of its plan, behind (-1), or with it
    Money valueLost; ///< worth of what pacing let go, since the market began
    TimeMs budgetEnds; ///< when the day budget is used up at the pace of now; 0 = not today
    std::array<Money, 24> spentByHour{}; ///< of its local day
    std::string quotaNote; ///< why it gets no or less quota; "" when nothing is in its way
    std::uint64_t bids = 0;
    std::uint64_t wins = 0;
    std::uint64_t impressions = 0;
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;
    TimeMs flightStart;
    TimeMs flightEnd;
};

struct SupplyView
{
    std::string id;
    std::string name;
    std::string publisherId; ///< "" for a publisher
    std::uint64_t offered = 0;
    std::uint64_t filled = 0;
    Money revenue;
    Price floor; ///< placements only
    Price suggestedFloor; ///< placements only; 0 = not enough bids seen
};

/// One of the invariants of design section 8.
struct Invariant
{
    int number = 0; ///< 1 to 7
    std::string name;
    bool checked = false; ///< false while the part that it speaks of does not exist in this market
    std::uint64_t broken = 0;
    std::string detail;
};

/// A line of the event log or of the journal.
struct LogLine
{
    TimeMs at;
    std::string kind; ///< "seat", "campaign", "market", "journal", "store", "gateway", "pipeline",
                      ///< "alert", "fault"
    std::string level; ///< "info", "warn", "bad", "good"
    std::string subject;
    std::string text;
};

/// Everything the console shows of the running market at one moment. Immutable; made ten times a
/// second.
struct Snapshot
{
    std::uint64_t number = 0; ///< counts up; equal numbers are the same snapshot
    MarketMode mode = MarketMode::Stopped;
    std::string workspace; ///< file name without folder, "" when nothing is kept
    std::string scenario; ///< name, "" when live
    std::uint64_t seed = 0;
    unsigned shards = 0;
    bool paused = false;
    bool finished = false; ///< the scenario's end is reached
    std::uint64_t replayTo = 0; ///< auctions at which a replay ends; 0 = none is under way
    double speed = 1; ///< virtual over wall time; 0 = as fast as possible
    TimeMs start; ///< of the market's time
    TimeMs end; ///< of the scenario; 0 when live
    TimeMs now; ///< market time
    std::int64_t wallMs = 0; ///< monotonic milliseconds when this was made: how old it is
    Currency currency;
    std::int32_t utcOffsetMinutes = 0; ///< of the market's zone, for display
    model::AuctionRules rules;
    double trafficFactor = 1;
    double auctionsPerSecond = 0; ///< per wall second
    double bidsPerSecond = 0;
    double winsPerSecond = 0;
    Totals total;
    std::uint32_t auctionP50Micros = 0;
    std::uint32_t auctionP95Micros = 0;
    std::uint32_t auctionP99Micros = 0;
    std::vector<SeatView> seats;
    std::vector<CampaignView> campaigns;
    std::vector<SupplyView> publishers;
    std::vector<SupplyView> placements;
    std::vector<Invariant> invariants;
    ScheduleStatus schedule;
    SettlementStatus settlement;
    std::vector<LogLine> log; ///< newest first, at most 200
    std::vector<LogLine> journal; ///< control changes, newest first
    std::uint64_t digest = 0;
    std::uint64_t rowsKept = 0; ///< auctions in the list
    std::uint32_t traceEvery = 0; ///< one story of so many auctions is kept whole; 0 = none
    std::uint64_t rowsLeftOut = 0; ///< auctions the list could not take
    std::uint64_t eventsStored = 0; ///< durable delivery events
    std::uint64_t eventsWaiting = 0;
    std::shared_ptr<const WatchView> watch; ///< alerts and scores; null before the first look
    std::shared_ptr<const FaultsView> faults; ///< null before the first look
    std::shared_ptr<const AnnotationsView> annotations; ///< null without a market
};

} // namespace gavel::runtime
