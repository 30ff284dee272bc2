// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/market/filter/auction_filter.h"
#include "engine/market/market_shard.h"
#include "engine/market/what_if.h"
#include "engine/model/delivery_event.h"
#include "engine/model/market_setup.h"
#include "engine/model/trace.h"
#include "engine/runtime/ad_server_desk.h"
#include "engine/runtime/annotation_desk.h"
#include "engine/runtime/delivery_feed.h"
#include "engine/runtime/live_port.h"
#include "engine/runtime/pipeline_desk.h"
#include "engine/runtime/poll_feed.h"
#include "engine/runtime/schedule_desk.h"
#include "engine/runtime/settlement_desk.h"
#include "engine/runtime/snapshot.h"
#include "engine/runtime/storage_desk.h"
#include "engine/runtime/subscriber_desk.h"
#include "engine/runtime/watch_desk.h"

#include <filesystem>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace gavel::dmp {
class Audience;
}
namespace gavel::market {
class AdvertiserDomains;
}
namespace gavel::pipeline {
class Intake;
}
namespace gavel::ssp {
class Inventory;
}
namespace gavel::store {
class Workspace;
}

namespace gavel::runtime {

class FaultDesk;
class Topics;

struct EngineOptions
{
    std::filesystem::path workspace; ///< "" = nothing is kept
    std::filesystem::path scenarioFolder; ///< where names of scenarios are looked up
    unsigned threads = 0; ///< market threads; 0 = one for each core but one, at least one
    /// A window shares this machine: its threads go before those of the market.
    bool besideWindow = false;
    /// Reads the sources, judges alerts and tries faults. False for who only looks or orders.
    bool isAtWork = true;
};

/// Which market to run.
struct ScenarioRequest
{
    std::string scenario; ///< a name in the scenario folder, or a path
    std::optional<std::uint64_t> seed; ///< else the scenario's
    std::optional<unsigned> shards;
    bool paused = false;
    double speed = 1; ///< 0 = as fast as possible
    bool keepEvents = true; ///< store delivery events in the workspace
    bool keepRows = true; ///< fill the auction list
    bool afresh = false; ///< forget edits that were stored for this market
    std::uint64_t mostAuctions = UINT64_MAX; ///< stops after so many
};

struct ScenarioInfo
{
    std::string name;
    std::string title;
    std::string description;
    std::uint64_t seed = 0;
    unsigned shards = 1;
    std::int64_t durationMs = 0;
    std::size_t campaigns = 0;
    std::size_t seats = 0;
    std::vector<double> dayCurve; ///< share of traffic of each half hour
};

/// A window on the auction list: rows newest first.
struct AuctionQuery
{
    std::string filter;
    std::size_t first = 0;
    std::size_t count = 200;
    std::uint64_t upTo = 0; ///< list position (AuctionPage::newest) to hold at; 0 = the newest
};
struct AuctionPage
{
    std::vector<model::AuctionRow> rows;
    std::size_t matching = 0; ///< rows the filter takes
    std::size_t total = 0; ///< rows looked at
    std::uint64_t newest = 0; ///< position of the newest row looked at
    std::uint64_t waiting = 0; ///< newer rows than the held position
    double milliseconds = 0; ///< how long the answer took
};

/// State of a filter text while it is typed.
struct FilterCheck
{
    enum class State : std::uint8_t { Empty, Valid, Unfinished, Wrong };
    State state = State::Empty;
    std::string reason;
    std::size_t column = 0;
    std::vector<std::string> parts;
    std::string campaignId; ///< the campaign the filter is about
};

/// Time series for charts; `points` values from `from` to `to`, NaN where nothing was measured.
struct SeriesQuery
{
    std::vector<std::string> names; ///< see Engine::seriesNames()
    TimeMs from;
    TimeMs to;
    std::size_t points = 300;
};
struct Series
{
    std::string name;
    std::vector<double> values;
};

/// Bids by price and time, and the price paid.
struct Depth
{
    TimeMs from;
    std::int64_t columnMs = 0;
    std::size_t bins = 0; ///< rows, each 0.1 per thousand
    std::vector<std::uint32_t> counts; ///< column by column
    std::vector<double> clearingCpm; ///< mean price paid per column, NaN when none
    double floorCpm = 0;
};

struct PublishReport
{
    std::size_t stored = 0;
    std::vector<Error> errors; ///< nothing is stored when there is one
};

/// Rules of the auction to change; the others stay as they are when the change acts.
struct RulesDelta
{
    std::optional<model::PriceRule> kind;
    std::optional<Price> increment;
    std::optional<Price> softFloor;
    std::optional<std::int32_t> floorFactorPpm;
};

/// What to change of a seat; the rest stays.
struct SeatDelta
{
    std::string id;
    std::optional<std::uint32_t> deadlineMicros;
    std::optional<bool> cutOff;
};

/// A control that acts at the next auction and is written to the journal.
struct ControlChange
{
    std::optional<RulesDelta> rules;
    std::optional<SeatDelta> seat;
    std::optional<model::SeatStrategyChange> strategy;
    std::optional<double> trafficFactor;
    std::string said; ///< the journal's words: "Floors × 1.00 → × 1.20"
    std::string subject;
};

/// What a scenario run did, for the command line.
struct RunSummary
{
    Totals total;
    double seconds = 0;
    std::uint64_t digest = 0;
    bool finished = false;
};

/// A seat's answer outside an auction. What it offers is held for five seconds, as in an auction.
struct Quote
{
    model::Bid bid; ///< price 0 = no bid
    model::BidFormula formula;
};

/// What a seat that another process plays answered to an opportunity.
struct OutsideBid
{
    std::string seat; ///< the log's name for it; never the id of a seat of this market
    Price price; ///< in the market's currency; 0 = no bid
    bool late = false;
    std::uint32_t answerMicros = 0;
};

/// How the workspace does.
struct StoreHealth
{
    bool kept = false; ///< false: nothing outlives the process
    std::string file;
    std::string problem; ///< why it writes no more; "" when it does
    std::uint64_t eventsStored = 0;
    std::uint64_t eventsWaiting = 0;
};

/// The engine: market threads, control, store and clock behind plain calls.
/// Every member may be called from any thread. Queries return values. Commands return when they are
/// done (durable where they store something); the window calls them from a pool and never waits on
/// its own thread.
class Engine
{
public:
    static Result<std::unique_ptr<Engine>> open(const EngineOptions& options);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// Nobody waits for answers any more: looks into much of the log end early.
    void leave();

    // what is
    std::shared_ptr<const Snapshot> snapshot() const;
    std::shared_ptr<const model::Vocabulary> vocabulary() const;
    std::vector<ScenarioInfo> scenarios() const;
    /// Reads and checks a scenario by name or path; nothing that runs is touched. Errors name the
    /// file, the line and the field.
    Result<ScenarioInfo> readScenario(const std::string& scenario) const;
    std::vector<std::string> seriesNames() const;
    std::vector<Series> series(const SeriesQuery& query) const;
    Depth depth(std::int64_t spanMs) const;
    /// The part of the campaign's day budget, in units of its currency, planned to be spent by each
    /// of `points` moments at equal distances from `from` to `to`, the last just before `to`; empty
    /// without a day budget.
    std::vector<double> plannedSpend(const model::Campaign& campaign, TimeMs from, TimeMs to,
                                     std::size_t points) const;

    // the market
    Result<void> loadScenario(const ScenarioRequest& request);
    /// Real traffic on the workspace's own campaigns, placements and seats, on the system clock.
    Result<void> goLive();
    void pause();
    void resume();
    void setSpeed(double speed);
    /// Runs one auction of a paused market and returns its row; traces it.
    Result<model::AuctionRow> step();
    /// Takes the last auction of a paused scenario back: starts it again with the same seed and
    /// runs all others with every change at its auction, then pauses. Returns when the replay has
    /// begun; Snapshot::replayTo says how far it goes. Changes made after that auction are undone,
    /// but for what was published. Errors: INVALID_REQUEST.
    Result<void> stepBack();
    /// Stops a replay that is under way: the market is paused where it has come to, and what was to
    /// come after, auctions and changes, is dropped but for what was published.
    /// Errors: INVALID_REQUEST.
    Result<void> stopReplay();
    /// Runs to a market time and pauses there; false when it lies behind or past the end.
    Result<void> runTo(TimeMs time);
    Result<void> apply(const ControlChange& change);
    /// Runs as fast as it goes and blocks until the scenario's end, its mostAuctions or a market
    /// time, for the command line. Errors: INVALID_REQUEST of a time that lies behind.
    Result<RunSummary> runToEnd(TimeMs until = {INT64_MAX});

    // auctions
    Result<AuctionPage> auctions(const AuctionQuery& query) const;
    FilterCheck checkFilter(const std::string& text) const;
    std::vector<std::string> completeFilter(const std::string& text, std::size_t cursor) const;
    /// Every auction the filter takes is traced from now on; "" = sampled ones only.
    Result<void> setTraceFilter(const std::string& filter);
    Result<model::AuctionTrace> trace(std::uint64_t auction) const;
    /// Of a story that this market gave, be it kept here still or not.
    Result<market::WhatIfOutcome> whatIf(const model::AuctionTrace& trace,
                                         const market::WhatIf& change) const;
    /// The trace as the JSON document a person may read: request, bids, clearing, notices.
    std::string traceJson(const model::AuctionTrace& trace) const;

    /// The rounds of the market: tasks, quota, and what a person may do about them.
    ScheduleDesk& schedule() const;
    /// The money of the market: wallets, ledger, statements, reconciliation.
    SettlementDesk& settlement() const;
    /// The events that come from outside, and where numbers come from.
    PipelineDesk& pipeline() const;
    /// Alerts: what is wrong, who has seen it, and by which rules.
    WatchDesk& watch() const;
    /// What people and the program say of moments of the market.
    AnnotationDesk& annotations() const;
    /// Faults of components: what is done about them, by itself and by people.
    FaultDesk& faults() const;
    /// Who is told of alerts, metrics, events and batches, and what nobody took.
    SubscriberDesk& subscribers() const;
    /// Where the events of the log are kept, and after how many days they are moved.
    StorageDesk& storage() const;
    /// What there is to be told, in order.
    Topics& topics() const;
    /// Where a sender gets what is to be sent to subscribers.
    DeliveryFeed& deliveries() const;
    /// Which addresses are to be asked for events.
    PollFeed& polls() const;
    /// Where a collector brings what it was told.
    pipeline::Intake& intake() const;
    /// The scopes of the counters that are shown: of the market that runs, and of what is told from
    /// outside.
    std::vector<std::uint32_t> countedScopes() const;
    /// Ad servers of other processes that spend the market's quota.
    AdServerDesk& adServers() const;
    /// This process as an ad server of another one's market. Then nothing is scheduled or published
    /// here: such commands are refused as JOINED.
    JoinedDesk& joined() const;

    // campaigns
    std::vector<model::Campaign> campaigns() const;
    Result<model::Campaign> campaign(const std::string& id) const;
    /// Held from reading a campaign until what follows from it is published or spent: of two
    /// callers the second builds on what the first has stored.
    std::unique_lock<std::mutex> holdCampaigns() const;
    /// Stores changes and removals at once or not at all, and gives them to the running market.
    PublishReport publish(const std::vector<model::Campaign>& changed,
                          const std::vector<std::string>& removed);
    /// Of the recent opportunities (at most 20 000), how many the targeting matches after each of
    /// its rules in turn, scaled to a whole day. First value: all opportunities. Hours of the week
    /// follow the scenario's plan of the day, as most of them have not been seen; dates count the
    /// days they allow. NaN = not known yet: nothing was sampled, or hours of real traffic.
    std::vector<double> opportunitiesPerDay(const model::Targeting& targeting,
                                            const std::string& timeZone) const;
    /// Drafts of the console, kept in the workspace: a name and a JSON text each.
    Result<void> saveDraft(const std::string& name, const std::string& json);
    std::optional<std::string> loadDraft(const std::string& name) const;
    Result<void> discardDraft(const std::string& name);

    // real traffic and other programs
    /// The market that runs: its seats, placements and vocabulary. A new object after each start of
    /// a market.
    std::shared_ptr<const model::MarketSetup> setup() const;
    /// Whose domains the campaigns of the market that runs lead to; follows what is published.
    std::shared_ptr<const market::AdvertiserDomains> advertiserDomains() const;
    /// A line for one gateway thread; closed when the market ends (open another).
    std::shared_ptr<LivePort> openLivePort(std::function<void()> wake);
    /// The same for a caller that may wait. Errors: TIMEOUT, SERVICE_UNAVAILABLE.
    Result<LiveAnswer> auction(const model::Opportunity& opportunity, std::int64_t deadlineMs);
    /// An auction whose only bidder is a seat of another process: decided by this market's rules,
    /// counted and logged like any other. Its price is nobody's budget here. Durable when it
    /// returns. Errors: SERVICE_UNAVAILABLE, those of the store.
    Result<LiveAnswer> auctionOutside(const model::Opportunity& opportunity,
                                      const OutsideBid& answer);
    /// Asks one seat without an auction. Errors: SEAT_NOT_FOUND, SERVICE_UNAVAILABLE.
    Result<Quote> quote(const std::string& seatId, const model::Opportunity& opportunity);
    /// A win told from outside: posts the price to the quote it answers, else to the campaign's
    /// budget. Durable. The same notice ("" = none) counts once. Errors: CAMPAIGN_NOT_FOUND,
    /// BUDGET_EXCEEDED, INVALID_REQUEST.
    Result<void> recordWin(const std::string& campaignId, const std::string& userId, Price price,
                           const std::string& notice);
    /// Adds to what a campaign has spent outside the auctions. Durable.
    /// Errors: CAMPAIGN_NOT_FOUND, INVALID_REQUEST, BUDGET_EXCEEDED.
    Result<void> recordSpend(const std::string& campaignId, Money amount);
    /// Impression, viewable, click or conversion of a real auction that was won in this market, in
    /// this run or an earlier one; twice counts once, also across runs. Durable. Without a
    /// workspace only the newest wins are known. Errors: DATA_NOT_FOUND, those of the store.
    Result<void> recordDelivery(std::uint64_t auction, model::EventKind kind, Money value);
    /// Numbers of this moment, for callers that read what they have just written.
    std::shared_ptr<const Snapshot> freshSnapshot() const;
    Result<CampaignView> campaignView(const std::string& id) const;
    std::shared_ptr<dmp::Audience> audience() const;
    const ssp::Inventory& inventory() const;
    StoreHealth storeHealth() const;
    /// For tables that a room above keeps in the same file.
    store::Workspace& workspace() const;

private:
    struct State;
    explicit Engine(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace gavel::runtime
