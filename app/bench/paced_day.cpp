// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/paced_day.h"

#include "engine/market/market_shard.h"
#include "engine/scheduling/quota/pacing.h"
#include "engine/scheduling/quota/quota_split.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>

namespace gavel::bench {

namespace {

using scheduling::QuotaSlice;

constexpr std::int64_t kUnit = 1'000'000'000; ///< a price of 1 in the log, in nano-units
constexpr std::int64_t kMostBid = 300;
constexpr int kMinutes = 1440;
constexpr TimeMs kMidnight{1'371'340'800'000}; ///< 2013-06-16 00:00 UTC
constexpr Currency kYuan{{'C', 'N', 'Y'}};

Result<std::vector<double>> readHalfHours(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::vector<double> shares;
    std::string line;
    std::getline(file, line); // the heading
    while (std::getline(file, line))
        if (const auto comma = line.find(','); comma != std::string::npos)
            shares.push_back(std::strtod(line.c_str() + comma + 1, nullptr));
    if (shares.size() != scheduling::kHalfHours)
        return Error{"FILE_NOT_FOUND", path.string(), "does not hold the shares of 48 half hours",
                     "put the shared data beside the source"};
    return shares;
}

model::Seat seatNamed(const char* id, model::SeatKind kind)
{
    model::Seat seat;
    seat.id = id;
    seat.name = id;
    seat.kind = kind;
    seat.currency = kYuan;
    seat.answerTime = {1, 0};
    return seat;
}

/// Ours first, so that a tie is ours; the market bids its recorded price.
model::MarketSetup setupOf(const simulation::IpinyouTraining& training)
{
    model::Campaign campaign;
    campaign.id = campaign.name = campaign.advertiserId = campaign.seatId = "ours";
    campaign.status = model::CampaignStatus::Active;
    campaign.currency = kYuan;
    campaign.budgetTotal = Money::units(1);
    campaign.strategy.kind = model::StrategyKind::Linear;
    campaign.strategy.averageCtr = training.averageCtr();
    campaign.strategy.cpm = Price::floorOf(training.costPerClick() * training.averageCtr() * kUnit);
    campaign.strategy.maxBid = {kMostBid * kUnit};
    model::MarketSetup setup;
    setup.currency = kYuan;
    setup.start = kMidnight;
    setup.rules.kind = model::PriceRule::SecondPrice;
    setup.rules.increment = {};
    setup.rules.seededTies = false;
    setup.rules.feePpm = 0;
    setup.seats = {seatNamed("ours", model::SeatKind::Campaigns),
                   seatNamed("market", model::SeatKind::Recorded)};
    setup.campaigns = {campaign};
    return setup;
}

/// The most value that the budget could have bought, knowing everything.
double hindsight(const PacedLog& log, std::int64_t budget)
{
    auto auctions = log.auctions;
    std::ranges::sort(auctions, [](const auto& a, const auto& b) {
        return static_cast<double>(a.price) * b.ctr < static_cast<double>(b.price) * a.ctr;
    });
    double value = 0;
    for (const auto& auction : auctions) {
        if (auction.price > budget)
            return value
                + auction.ctr * static_cast<double>(budget) / static_cast<double>(auction.price);
        budget -= auction.price;
        value += auction.ctr;
    }
    return value;
}

/// The day as it goes on: auctions through a shard, and a round each minute.
class Day
{
public:
    Day(const PacedLog& log, model::PacingPolicy policy, std::int64_t budget)
        : m_log(log)
        , m_policy(policy)
        , m_budget(budget * kUnit)
        , m_setup(setupOf(log.training))
        , m_shard(m_setup, 0, {})
        , m_seat(m_setup.vocabulary->seats.find("ours"))
        , m_campaign(m_setup.vocabulary->campaigns.find("ours"))
        , m_days{scheduling::localDay({}, kMidnight),
                 scheduling::localDay({}, kMidnight + base::kDayMs)}
        , m_prior(scheduling::priorShape(log.halfHours, 0, m_days[0]))
    {
        m_opportunity.width = m_opportunity.height = 300;
    }

    PacedOutcome play()
    {
        act(round(0));
        model::QuotaGrant next = m_acting;
        for (int minute = 0; minute < kMinutes; ++minute) {
            act(next);
            runMinute(minute);
            next = round(minute + 1);
        }
        return {m_value, static_cast<double>(m_spent) / static_cast<double>(m_budget),
                m_deviation / kMinutes};
    }

private:
    /// Share of the day's traffic before a minute begins.
    double passed(int minute) const
    {
        double sum = 0;
        for (int half = 0; half < minute / 30; ++half)
            sum += m_prior[static_cast<std::size_t>(half)];
        if (minute % 30 != 0)
            sum += m_prior[static_cast<std::size_t>(minute / 30)] * (minute % 30) / 30;
        return sum / static_cast<double>(scheduling::kHalfHours);
    }

    void act(const model::QuotaGrant& grant)
    {
        m_acting = grant;
        m_shard.apply(grant);
    }

    void runMinute(int minute)
    {
        const auto count = static_cast<double>(m_log.auctions.size());
        const auto end = std::llround(passed(minute + 1) * count);
        for (std::int64_t left = end - static_cast<std::int64_t>(m_next); left > 0; --left)
            run(m_log.auctions[m_next++],
                kMidnight + ((minute + 1) * base::kMinuteMs - 1 - left * base::kMinuteMs / 10'000));
        m_deviation += std::abs(static_cast<double>(m_spent) / static_cast<double>(m_budget)
                                - passed(minute + 1));
    }

    void run(const simulation::IpinyouAuction& auction, TimeMs at)
    {
        m_opportunity.id = m_opportunity.request = m_next;
        m_opportunity.at = at;
        m_opportunity.givenCtr = auction.ctr;
        m_opportunity.recordedPrice = {auction.price * kUnit};
        const auto& row = m_shard.run(m_opportunity);
        if (row.winnerSeat != m_seat)
            return;
        m_shard.feedback(true, auction.clicked, false, {});
        m_spent += row.price.nanos;
        m_value += auction.ctr;
    }

    /// Reports as of a minute's begin and grants for the minute after it; the first round for both.
    model::QuotaGrant round(int minute)
    {
        const bool isFirst = minute == 0;
        const TimeMs at = kMidnight + minute * base::kMinuteMs;
        const scheduling::RoundTimes times{at, at + base::kMinuteMs,
                                           isFirst ? at : at + base::kMinuteMs,
                                           at + 2 * base::kMinuteMs};
        m_shard.fill(m_report);
        const model::CampaignReport& told = m_report.campaigns.front();
        learn(times, told.pacing);
        m_slices[0].report(
            {at, told.appliedVersion, told.spentNanos, told.boundNanos, told.pacing.worthSeen});
        const auto& windowDay = m_days[times.windowStart >= m_days[0].end ? 1 : 0];
        const auto& today = m_days[at >= m_days[0].end ? 1 : 0];
        const auto shape = m_policy == model::PacingPolicy::Even ? scheduling::evenShape()
                                                                 : m_curve.shape(m_prior);
        const std::int64_t spent = told.spentNanos;
        const auto ahead = scheduling::quotaAhead(
            {.total = m_budget, .day = m_budget, .spent = spent, .spentDay = spent},
            {shape, m_zone, today, windowDay, {}}, times);
        const auto decision
            = scheduling::decidePacing(m_state, {.policy = m_policy}, {spent, told.pacing}, ahead);
        const auto limits = m_split.split({.campaign = m_campaign,
                                           .day = windowDay.day,
                                           .cap = m_budget,
                                           .limit = decision.limit,
                                           .highestBid = told.pacing.highestBid.nanos},
                                          m_servers, m_slices);
        model::QuotaGrant grant;
        grant.campaign = m_campaign;
        grant.epoch = 1;
        grant.limit = {limits[0]};
        grant.version = m_slices[0].send(limits[0]);
        grant.bidFactorPpm = decision.bidFactor;
        return grant;
    }

    void learn(const scheduling::RoundTimes& times, const model::PacingTally& tally)
    {
        const auto asked = static_cast<double>(tally.asked - m_before.asked);
        if (asked > 0)
            m_curve.learn(m_days[0], {}, m_prior, times.report + -base::kMinuteMs, times.report,
                          tally.eligible - m_before.eligible,
                          1 - static_cast<double>(tally.missed - m_before.missed) / asked);
        m_before = tally;
    }

    const PacedLog& m_log;
    model::PacingPolicy m_policy;
    std::int64_t m_budget;
    model::MarketSetup m_setup;
    market::MarketShard m_shard;
    Handle m_seat;
    Handle m_campaign;
    model::Opportunity m_opportunity;
    std::array<scheduling::LocalDay, 2> m_days;
    scheduling::HalfHours m_prior;
    dsp::TimeZone m_zone;
    scheduling::DayCurve m_curve;
    scheduling::PacingState m_state;
    scheduling::QuotaSplit m_split;
    std::array<scheduling::SplitServer, 1> m_servers{};
    std::array<QuotaSlice, 1> m_slices;
    model::QuotaReport m_report;
    model::PacingTally m_before;
    model::QuotaGrant m_acting;
    std::size_t m_next = 0;
    std::int64_t m_spent = 0;
    double m_value = 0;
    double m_deviation = 0;
};

} // namespace

Result<PacedLog> readPacedLog(const std::filesystem::path& sharedData)
{
    PacedLog log;
    auto shares = readHalfHours(sharedData / "traffic_curves/alimama_48halfhours.csv");
    if (!shares)
        return shares.error();
    log.halfHours = std::move(*shares);
    auto training = simulation::readTraining(sharedData / "ipinyou_price_hist/2997.info.json");
    if (!training)
        return training.error();
    log.training = *training;
    simulation::IpinyouLog lines(sharedData / "ipinyou_2997_rlb/test.theta.txt");
    if (!lines.readable())
        return Error{"FILE_NOT_FOUND", "ipinyou_2997_rlb/test.theta.txt", "cannot be read",
                     "put the shared data beside the source"};
    for (;;) {
        const auto auction = lines.next();
        if (!auction)
            return auction.error();
        if (!auction->has_value())
            return log;
        log.auctions.push_back(**auction);
        log.cost += (*auction)->price;
    }
}

PacedOutcome playDay(const PacedLog& log, model::PacingPolicy policy, std::int64_t budget)
{
    PacedOutcome outcome = Day(log, policy, budget).play();
    outcome.valueShare /= hindsight(log, budget);
    return outcome;
}

} // namespace gavel::bench
