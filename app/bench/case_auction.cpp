// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_case.h"
#include "app/bench/workload_w1.h"
#include "engine/base/clock.h"
#include "engine/base/random.h"
#include "engine/dsp/budget_parts.h"
#include "engine/market/market_shard.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace gavel::bench {

BenchResult benchAuction();

namespace {

using model::Dimension;

constexpr std::uint32_t kSeats = 4;
constexpr std::uint32_t kCampaigns = 10'000;
constexpr std::size_t kOpportunities = 20'000;
constexpr std::size_t kRounds = 5;
constexpr std::size_t kAuctionsPerRound = 100'000;
constexpr std::uint32_t kUsers = 1'000'000;
constexpr TimeMs kStart{1'774'224'000'000}; ///< a Monday, 2026-03-23
constexpr std::int64_t kMillisPerAuction = 5;

std::string valueName(std::uint32_t rank)
{
    return "v" + std::to_string(rank);
}

/// The market of the case: four seats, W1's targeting, strategies and caps in fixed shares.
class Workload
{
public:
    Workload()
    {
        // The handle of a value is its rank, as the workload says.
        for (const auto& attribute : kW1)
            for (std::uint32_t rank = 1; rank <= attribute.values; ++rank)
                m_setup.vocabulary->of(attribute.dimension).intern(valueName(rank));
        m_setup.start = kStart;
        m_setup.seed = 7;
        for (std::uint32_t i = 0; i < kSeats; ++i) {
            model::Seat seat;
            seat.id = "seat-" + std::to_string(i);
            m_setup.seats.push_back(seat);
        }
        for (std::uint32_t i = 0; i < kCampaigns; ++i)
            m_setup.campaigns.push_back(campaign(i));
        for (std::size_t i = 0; i < kOpportunities; ++i)
            m_opportunities.push_back(opportunity());
    }

    const model::MarketSetup& setup() const { return m_setup; }
    /// The number-th auction's opportunity, from 0.
    const model::Opportunity& next(std::uint64_t number)
    {
        model::Opportunity& offer = m_opportunities[number % kOpportunities];
        offer.id = number + 1;
        offer.request = offer.id;
        offer.at = kStart + static_cast<std::int64_t>(number) * kMillisPerAuction;
        return offer;
    }

private:
    model::Campaign campaign(std::uint32_t number)
    {
        model::Campaign made;
        made.id = "camp-" + std::to_string(number);
        made.name = made.id;
        made.advertiserId = "adv-" + std::to_string(number % 100);
        made.seatId = "seat-" + std::to_string(number % kSeats);
        made.status = model::CampaignStatus::Active;
        made.budgetTotal = Money::units(100'000);
        made.budgetDay = Money::units(10'000);
        made.flightStart = kStart;
        made.strategy = strategy();
        if (m_w1.random().chance(.3))
            made.caps = {{model::CapScope::Campaign, model::CapWindow::Day, 3}};
        model::Creative creative;
        creative.id = "cr-" + made.id;
        creative.width = 300;
        creative.height = 250;
        made.ads = {{"ad-" + made.id, "ad", {creative}}};
        m_w1.drawRules([&made](const W1Attribute& attribute, const std::vector<Handle>& values) {
            model::ValueRule rule{attribute.dimension, attribute.match, {}};
            for (const Handle value : values)
                rule.values.push_back(valueName(value));
            made.targeting.rules.push_back(std::move(rule));
        });
        if (m_w1.drawHoursAsked())
            made.targeting.hours = m_w1.drawHours();
        return made;
    }

    /// Two fifths per click, three fifths by price, average, and conversion.
    model::BidStrategy strategy()
    {
        model::BidStrategy made;
        const auto drawn = m_w1.random().below(10);
        const auto cents = std::int64_t{20} + m_w1.random().below(60);
        made.cpm = {cents * 30'000};
        made.target = {cents * 10'000};
        made.averageCtr = .005;
        made.maxBid = {8'000'000};
        if (drawn < 4)
            made.kind = model::StrategyKind::TargetCpc;
        else if (drawn < 7)
            made.kind = model::StrategyKind::FixedCpm;
        else if (drawn < 9)
            made.kind = model::StrategyKind::Linear;
        else {
            made.kind = model::StrategyKind::TargetCpa;
            made.target = {cents * 200'000};
        }
        return made;
    }

    model::Opportunity opportunity()
    {
        model::Opportunity made;
        auto& words = *m_setup.vocabulary;
        m_w1.draw(made);
        made.user = base::mix64(m_w1.random().below(kUsers) + 1);
        made.set(Dimension::Format, words.of(Dimension::Format).intern("banner"));
        made.set(Dimension::Size, words.of(Dimension::Size).intern("300x250"));
        made.width = 300;
        made.height = 250;
        made.floor = {200'000};
        return made;
    }

    WorkloadW1 m_w1;
    model::MarketSetup m_setup;
    std::vector<model::Opportunity> m_opportunities;
};

/// One auction with its outcome: a winner is shown, now and then clicked, seldom converted.
void runOne(market::MarketShard& shard, const model::Opportunity& opportunity, base::Random& random)
{
    if (shard.run(opportunity).winnerSeat == 0)
        return;
    const bool clicked = random.chance(.005);
    const bool converted = clicked && random.chance(.05);
    shard.feedback(true, clicked, converted, Money::units(20));
}

std::string ratio(std::uint64_t part, std::uint64_t whole)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3f",
                  static_cast<double>(part)
                      / static_cast<double>(std::max<std::uint64_t>(whole, 1)));
    return text;
}

} // namespace

/// Match, score, cap, price, auction and outcome on one core: 10 000 campaigns in four seats, W1's
/// targeting. Seconds are of the median round.
BenchResult benchAuction()
{
    Workload workload;
    market::MarketShard shard(workload.setup(), 0, {});
    shard.apply(dsp::budgetParts(workload.setup(), 0));
    base::Random random(1);
    std::uint64_t number = 0;
    for (; number < kOpportunities; ++number)
        runOne(shard, workload.next(number), random);
    std::vector<double> seconds;
    std::vector<std::int64_t> nanos;
    nanos.reserve(kRounds * kAuctionsPerRound);
    for (std::size_t round = 0; round < kRounds; ++round) {
        const auto begin = base::monotonicNanos();
        auto before = begin;
        for (std::size_t i = 0; i < kAuctionsPerRound; ++i, ++number) {
            runOne(shard, workload.next(number), random);
            const auto now = base::monotonicNanos();
            nanos.push_back(now - before);
            before = now;
        }
        seconds.push_back(static_cast<double>(before - begin) * 1e-9);
    }
    std::sort(seconds.begin(), seconds.end());
    std::sort(nanos.begin(), nanos.end());
    const auto micros = [&nanos](std::size_t percent) {
        return static_cast<double>(nanos[nanos.size() * percent / 100]) * 1e-3;
    };
    BenchResult result{"auction",  kAuctionsPerRound, seconds[kRounds / 2],
                       micros(50), micros(99),        {}};
    const auto counters = shard.counters();
    result.extra.emplace_back("fill", ratio(counters.wins, counters.auctions));
    result.extra.emplace_back("bids_per_auction", ratio(counters.bids, counters.auctions));
    std::uint64_t broken = 0;
    for (const auto count : counters.broken)
        broken += count;
    result.extra.emplace_back("broken", std::to_string(broken));
    return result;
}

} // namespace gavel::bench
