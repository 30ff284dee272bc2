// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_case.h"
#include "engine/base/clock.h"
#include "engine/base/random.h"
#include "engine/market/market_shard.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace gavel::bench {

BenchResult benchAuction();

namespace {

using model::Dimension;
using model::Match;

constexpr std::uint32_t kSeats = 4;
constexpr std::uint32_t kCampaigns = 10'000;
constexpr std::size_t kOpportunities = 20'000;
constexpr std::size_t kRounds = 5;
constexpr std::size_t kAuctionsPerRound = 100'000;
constexpr std::uint32_t kUsers = 1'000'000;
constexpr TimeMs kStart{1'774'224'000'000}; ///< a Monday, 2026-03-23
constexpr std::int64_t kMillisPerAuction = 5;

/// One attribute of workload W1: how many values, how skewed, how many campaigns ask for how many,
/// and how many an opportunity has. Slot stands on Placement, exchange on Publisher, buckets of age
/// on Language.
struct Attribute
{
    Dimension dimension{};
    std::uint32_t values = 0;
    double zipf = 0;
    double asked = 0;
    std::uint32_t most = 0;
    std::uint32_t offered = 1;
    Match match = Match::AnyOf;
};
constexpr std::array<Attribute, 13> kAttributes{{
    {Dimension::Country, 50, 1.1, .7, 5},
    {Dimension::Region, 400, 1, .2, 20},
    {Dimension::DeviceType, 3, .5, .4, 2},
    {Dimension::Os, 6, .8, .2, 3},
    {Dimension::Browser, 8, .8, .1, 3},
    {Dimension::Placement, 20, .7, .6, 6},
    {Dimension::Publisher, 10, .7, .3, 4},
    {Dimension::Gender, 3, 0, .25, 1},
    {Dimension::Language, 8, 0, .3, 4},
    {Dimension::Category, 400, 1, .3, 10, 3},
    {Dimension::Segment, 5000, 1, .5, 30, 20},
    {Dimension::Segment, 5000, 1, .15, 10, 0, Match::NoneOf},
    {Dimension::Domain, 10000, 1, .2, 50, 1, Match::NoneOf},
}};

/// Draws ranks 1 to n, rank r with a chance proportional to r^-exponent.
class Zipf
{
public:
    Zipf(std::uint32_t values, double exponent)
    {
        double sum = 0;
        for (std::uint32_t rank = 1; rank <= values; ++rank)
            m_cumulated.push_back(sum += std::pow(rank, -exponent));
    }
    std::uint32_t draw(base::Random& random) const
    {
        const double at = random.uniform() * m_cumulated.back();
        const auto found = std::upper_bound(m_cumulated.begin(), m_cumulated.end() - 1, at);
        return static_cast<std::uint32_t>(found - m_cumulated.begin()) + 1;
    }

private:
    std::vector<double> m_cumulated;
};

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
        for (const auto& attribute : kAttributes) {
            m_zipfs.emplace_back(attribute.values, attribute.zipf);
            for (std::uint32_t rank = 1; rank <= attribute.values; ++rank)
                m_setup.vocabulary->of(attribute.dimension).intern(valueName(rank));
        }
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
        if (m_random.chance(.3))
            made.caps = {{model::CapScope::Campaign, model::CapWindow::Day, 3}};
        model::Creative creative;
        creative.id = "cr-" + made.id;
        creative.width = 300;
        creative.height = 250;
        made.ads = {{"ad-" + made.id, "ad", {creative}}};
        for (std::size_t i = 0; i < kAttributes.size(); ++i)
            if (m_random.chance(kAttributes[i].asked))
                made.targeting.rules.push_back(rule(i));
        if (m_random.chance(.3))
            made.targeting.hours = hours();
        return made;
    }

    /// Two fifths per click, three fifths by price, average, and conversion.
    model::BidStrategy strategy()
    {
        model::BidStrategy made;
        const auto drawn = m_random.below(10);
        const auto cents = std::int64_t{20} + m_random.below(60);
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

    model::ValueRule rule(std::size_t which)
    {
        const Attribute& attribute = kAttributes[which];
        model::ValueRule made{attribute.dimension, attribute.match, {}};
        const auto count = 1 + m_random.below(attribute.most);
        while (made.values.size() < count) {
            const auto name = valueName(m_zipfs[which].draw(m_random));
            if (std::find(made.values.begin(), made.values.end(), name) == made.values.end())
                made.values.push_back(name);
        }
        return made;
    }

    /// A run of 4 to 14 hours, the same on every day.
    model::HourGrid hours()
    {
        model::HourGrid grid;
        const auto first = m_random.below(24);
        const auto length = 4 + m_random.below(11);
        for (std::uint32_t day = 0; day < 7; ++day)
            for (std::uint32_t i = 0; i < length; ++i)
                grid.set(day * 24 + (first + i) % 24);
        return grid;
    }

    model::Opportunity opportunity()
    {
        model::Opportunity made;
        auto& words = *m_setup.vocabulary;
        for (std::size_t i = 0; i < kAttributes.size(); ++i) {
            const auto dimension = kAttributes[i].dimension;
            if (model::isSingle(dimension)) {
                made.set(dimension, words.of(dimension).find(valueName(m_zipfs[i].draw(m_random))));
                continue;
            }
            auto& list = made.list(dimension);
            while (list.size() < kAttributes[i].offered) {
                const Handle value = words.of(dimension).find(valueName(m_zipfs[i].draw(m_random)));
                if (!list.contains(value))
                    list.push(value);
            }
        }
        made.user = base::mix64(m_random.below(kUsers) + 1);
        made.set(Dimension::Format, words.of(Dimension::Format).intern("banner"));
        made.set(Dimension::Size, words.of(Dimension::Size).intern("300x250"));
        made.width = 300;
        made.height = 250;
        made.floor = {200'000};
        return made;
    }

    base::Random m_random{7};
    std::vector<Zipf> m_zipfs;
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
