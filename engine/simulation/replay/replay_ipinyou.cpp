// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/replay/replay_ipinyou.h"

#include "engine/market/market_shard.h"
#include "engine/simulation/replay/ipinyou_log.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gavel::simulation {

namespace {

using model::Dimension;
using model::StrategyKind;

/// One thousandth of a fen for one impression: a log's price of 1.
constexpr std::int64_t kUnit = 1'000'000'000;
constexpr std::int64_t kMostBid = 300;
constexpr int kSide = 300; ///< of the banner, which the log does not tell
constexpr const char* kOurs = "ours";
constexpr const char* kMarket = "market";

Price priceOf(std::int64_t fen)
{
    return {fen * kUnit};
}
Price priceOf(double fen)
{
    return Price::floorOf(fen * static_cast<double>(kUnit));
}

std::int64_t episodeBudget(const IpinyouReplay& replay, const IpinyouTraining& training)
{
    // floor(cost / impressions x ratio x episode), exactly.
    const auto up
        = static_cast<__int128_t>(training.cost) * replay.budgetNumerator * replay.episode;
    const auto down = static_cast<__int128_t>(training.impressions) * replay.budgetDenominator;
    return static_cast<std::int64_t>(up / down);
}

/// The dearest whole bid whose expected cost in training stays within the budget of an auction.
double affordable(double perAuction, auto expectedCost)
{
    double best = 1;
    for (std::int64_t bid = 2; bid <= kMostBid; ++bid)
        if (expectedCost(static_cast<double>(bid)) <= perAuction)
            best = static_cast<double>(bid);
    return best;
}

/// c of the win curve bid / (c + bid), by least squares over the whole prices (Zhang 2014,
/// section 4.2).
double fitWinCurve(const IpinyouTraining& training)
{
    double best = 1;
    double least = INFINITY;
    for (std::int64_t quarters = 4; quarters <= 8 * kMostBid; ++quarters) {
        const double c = static_cast<double>(quarters) / 4;
        double squares = 0;
        for (std::int64_t bid = 1; bid <= kMostBid; ++bid) {
            const auto b = static_cast<double>(bid);
            const double off = b / (c + b) - training.winRate(b);
            squares += off * off;
        }
        if (squares < least) {
            least = squares;
            best = c;
        }
    }
    return best;
}

/// Ortb with the worth of budget at which the average impression's bid is `usualBid`.
void setWinCurve(model::BidStrategy& strategy, const IpinyouTraining& training, double usualBid)
{
    const double c = fitWinCurve(training);
    strategy.ortbC = c * static_cast<double>(kUnit);
    strategy.ortbLambda = c * training.averageCtr() / (usualBid * usualBid + 2 * c * usualBid)
        / static_cast<double>(kUnit);
}

model::BidStrategy strategyOf(const IpinyouReplay& replay, const IpinyouTraining& training)
{
    model::BidStrategy strategy;
    strategy.kind = replay.strategy;
    strategy.maxBid = priceOf(kMostBid);
    strategy.quantum = priceOf(std::int64_t{1});
    strategy.averageCtr = training.averageCtr();
    strategy.shade = false;
    const double perAuction = static_cast<double>(episodeBudget(replay, training)) / replay.episode;
    const auto flat = [&](double bid) { return training.costAt(bid); };
    const auto drawn = [&](double bound) {
        double sum = 0;
        for (std::int64_t bid = 0; static_cast<double>(bid) < bound; ++bid)
            sum += training.costAt(static_cast<double>(bid));
        return sum / bound;
    };
    switch (replay.strategy) {
    case StrategyKind::TargetCpc:
        strategy.target = {std::llround(training.costPerClick() * kUnit / 1000)};
        break;
    case StrategyKind::Linear:
        strategy.cpm = priceOf(replay.base.value_or(10));
        break;
    case StrategyKind::Constant:
        strategy.cpm = priceOf(replay.base.value_or(affordable(perAuction, flat)));
        break;
    case StrategyKind::Random:
        strategy.cpm = priceOf(replay.base.value_or(affordable(perAuction, drawn)));
        break;
    default:
        setWinCurve(strategy, training, affordable(perAuction, flat));
    }
    return strategy;
}

model::Seat seatOf(const char* id, model::SeatKind kind)
{
    model::Seat seat;
    seat.id = id;
    seat.name = id;
    seat.kind = kind;
    seat.currency = {{'C', 'N', 'Y'}};
    seat.answerTime = {1, 0};
    return seat;
}

model::Campaign campaignOf(const model::BidStrategy& strategy)
{
    model::Campaign campaign;
    campaign.id = kOurs;
    campaign.name = kOurs;
    campaign.advertiserId = kOurs;
    campaign.seatId = kOurs;
    campaign.status = model::CampaignStatus::Active;
    campaign.currency = {{'C', 'N', 'Y'}};
    campaign.budgetTotal = Money::units(1); // what counts is each episode's grant
    campaign.strategy = strategy;
    model::Creative creative;
    creative.id = kOurs;
    creative.width = kSide;
    creative.height = kSide;
    creative.title = kOurs;
    campaign.ads.push_back({kOurs, kOurs, {creative}});
    return campaign;
}

/// Two seats: ours first, so that a tie is ours, and the market at its recorded price.
model::MarketSetup setupOf(const IpinyouReplay& replay, const model::BidStrategy& strategy)
{
    model::MarketSetup setup;
    setup.currency = {{'C', 'N', 'Y'}};
    setup.seed = replay.seed;
    setup.rules.kind = model::PriceRule::SecondPrice;
    setup.rules.increment = {};
    setup.rules.seededTies = false;
    setup.rules.feePpm = 0;
    setup.seats
        = {seatOf(kOurs, model::SeatKind::Campaigns), seatOf(kMarket, model::SeatKind::Recorded)};
    setup.campaigns = {campaignOf(strategy)};
    return setup;
}

model::Opportunity bannerOf(model::Vocabulary& vocabulary)
{
    model::Opportunity opportunity;
    opportunity.width = kSide;
    opportunity.height = kSide;
    opportunity.set(Dimension::Format, vocabulary.of(Dimension::Format).intern("banner"));
    const auto size = std::to_string(kSide) + "x" + std::to_string(kSide);
    opportunity.set(Dimension::Size, vocabulary.of(Dimension::Size).intern(size));
    return opportunity;
}

Result<void> checkReplay(const IpinyouReplay& replay)
{
    constexpr std::array kKinds{StrategyKind::TargetCpc, StrategyKind::Linear,
                                StrategyKind::Constant, StrategyKind::Random, StrategyKind::Ortb};
    if (std::find(kKinds.begin(), kKinds.end(), replay.strategy) == kKinds.end())
        return Error{"INVALID_STRATEGY", "--strategy", "cannot be replayed on this log",
                     "write mcpc, lin, const, rand or ortb"};
    if (replay.episode == 0)
        return Error{"OUT_OF_RANGE", "--episode", "is 0",
                     "write a number of auctions, for example 1000"};
    if (replay.base && !(*replay.base > 0 && *replay.base <= 1e6))
        return Error{"OUT_OF_RANGE", "--base", "is not a price",
                     "write a number above 0, for example 10"};
    return {};
}

/// Sends the log's auctions through one shard.
class Player
{
public:
    Player(const IpinyouReplay& replay, const IpinyouTraining& training)
        : m_episode(replay.episode)
        , m_budget(priceOf(episodeBudget(replay, training)))
        , m_setup(setupOf(replay, strategyOf(replay, training)))
        , m_opportunity(bannerOf(*m_setup.vocabulary))
        , m_shard(m_setup, 0, {})
        , m_seat(m_setup.vocabulary->seats.find(kOurs))
        , m_campaign(m_setup.vocabulary->campaigns.find(kOurs))
    {
    }

    void play(const IpinyouAuction& auction)
    {
        if (m_count % m_episode == 0)
            beginEpisode();
        m_opportunity.id = ++m_count;
        m_opportunity.request = m_count;
        m_opportunity.at = {static_cast<std::int64_t>(m_count)};
        m_opportunity.givenCtr = auction.ctr;
        m_opportunity.recordedPrice = priceOf(auction.price);
        const auto& row = m_shard.run(m_opportunity);
        if (row.winnerSeat == m_seat)
            m_shard.feedback(true, auction.clicked, false, {});
    }

    /// The episode's budget beside what was spent before: limits count from the start.
    void beginEpisode()
    {
        auto& seat = *m_shard.seat(m_seat);
        model::QuotaGrant grant;
        grant.campaign = m_campaign;
        grant.version = ++m_episodes;
        grant.limit = Price{seat.counters(m_campaign).spentNanos} + m_budget;
        seat.apply(grant);
    }

    ReplaySummary summary()
    {
        const auto counters = m_shard.seat(m_seat)->counters(m_campaign);
        ReplaySummary summary;
        summary.auctions = m_count;
        summary.bids = counters.bids;
        summary.impressions = counters.impressions;
        summary.clicks = counters.clicks;
        summary.cost = {counters.spentNanos / 1000};
        summary.revenue = summary.cost;
        summary.digest = m_shard.digest();
        return summary;
    }

private:
    std::uint32_t m_episode;
    Price m_budget;
    model::MarketSetup m_setup;
    model::Opportunity m_opportunity;
    market::MarketShard m_shard;
    Handle m_seat;
    Handle m_campaign;
    std::uint64_t m_count = 0;
    std::uint64_t m_episodes = 0;
};

} // namespace

Result<ReplaySummary> replayIpinyou(const IpinyouReplay& replay)
{
    if (auto checked = checkReplay(replay); !checked)
        return checked.error();
    const auto training = readTraining(replay.trainInfo);
    if (!training)
        return training.error();
    IpinyouLog log(replay.log);
    if (!log.readable())
        return Error{"FILE_NOT_FOUND", replay.log.string(), "cannot be read",
                     "give the path of an auction log"};
    Player player(replay, *training);
    for (;;) {
        const auto auction = log.next();
        if (!auction)
            return auction.error();
        if (!auction->has_value())
            return player.summary();
        player.play(**auction);
    }
}

Result<void> parseBudgetRatio(std::string_view text, IpinyouReplay& replay)
{
    const Error bad{
        "OUT_OF_RANGE", "--budget-ratio", "\"" + std::string(text) + "\" is not a ratio",
        "write a fraction such as 1/32 or a decimal such as 0.5, above 0 and at most 1000"};
    const auto slash = text.find('/');
    const auto up = base::parseDecimal(text.substr(0, slash), 6, "--budget-ratio");
    const auto down = slash == std::string_view::npos
        ? Result<std::int64_t>(1'000'000)
        : base::parseDecimal(text.substr(slash + 1), 6, "--budget-ratio");
    if (!up || !down || *up <= 0 || *down <= 0 || *down > 1'000'000'000'000 || *up / *down >= 1000)
        return bad;
    replay.budgetNumerator = *up;
    replay.budgetDenominator = *down;
    return {};
}

} // namespace gavel::simulation
