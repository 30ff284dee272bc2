// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_case.h"
#include "engine/base/clock.h"
#include "engine/base/random.h"
#include "engine/dsp/targeting_index.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>

namespace gavel::bench {

BenchResult benchMatch();

namespace {

using model::Dimension;
using model::Match;

/// One attribute of workload W1: how many values, how skewed, how many campaigns ask and for how
/// many. Exchange stands on Publisher and slot on Placement. W1's age is a set of buckets, not a
/// range, so it stands on Language, a plain dictionary dimension of about eight values that W1
/// leaves free.
struct Attribute
{
    Dimension dimension{};
    std::uint32_t values = 0;
    double zipf = 0;
    double asked = 0; ///< share of campaigns with a rule
    std::uint32_t fewest = 0; ///< values in a rule
    std::uint32_t most = 0;
    std::uint32_t offered = 1; ///< values in an opportunity
    Match match = Match::AnyOf;
};

constexpr Attribute kW1[] = {
    {Dimension::Country, 50, 1.1, .7, 1, 5},
    {Dimension::Region, 400, 1, .2, 1, 20},
    {Dimension::DeviceType, 3, .5, .4, 1, 2},
    {Dimension::Os, 6, .8, .2, 1, 3},
    {Dimension::Browser, 8, .8, .1, 1, 3},
    {Dimension::Placement, 20, .7, .6, 1, 6},
    {Dimension::Publisher, 10, .7, .3, 1, 4},
    {Dimension::Gender, 3, 0, .25, 1, 1},
    {Dimension::Language, 8, 0, .3, 1, 4},
    {Dimension::Category, 400, 1, .3, 1, 10, 3},
    {Dimension::Segment, 5000, 1, .5, 1, 30, 20},
    {Dimension::Segment, 5000, 1, .15, 1, 10, 0, Match::NoneOf},
    {Dimension::Domain, 10000, 1, .2, 1, 50, 1, Match::NoneOf},
};
constexpr double kHoursAsked = .3;
constexpr std::uint64_t kSeed = 7;

/// Draws 1 to n, value v with a chance proportional to v^-exponent.
class Zipf
{
public:
    Zipf(std::uint32_t values, double exponent)
    {
        double sum = 0;
        for (std::uint32_t v = 1; v <= values; ++v)
            m_cumulated.push_back(sum += std::pow(v, -exponent));
    }
    Handle draw(base::Random& random) const
    {
        const double at = random.uniform() * m_cumulated.back();
        const auto found = std::upper_bound(m_cumulated.begin(), m_cumulated.end() - 1, at);
        return static_cast<Handle>(found - m_cumulated.begin()) + 1;
    }

private:
    std::vector<double> m_cumulated;
};

class Workload
{
public:
    Workload()
    {
        for (const Attribute& attribute : kW1)
            m_zipfs.emplace_back(attribute.values, attribute.zipf);
    }

    dsp::CompiledTargeting campaign()
    {
        dsp::CompiledTargeting targeting;
        for (std::size_t a = 0; a < std::size(kW1); ++a)
            if (m_random.chance(kW1[a].asked))
                targeting.rules.push_back(rule(kW1[a], m_zipfs[a]));
        if (m_random.chance(kHoursAsked))
            targeting.hours = hours();
        return targeting;
    }
    model::Opportunity opportunity()
    {
        model::Opportunity opportunity;
        opportunity.at = {m_random.below(7 * 24) * base::kHourMs};
        for (std::size_t a = 0; a < std::size(kW1); ++a) {
            const Dimension dimension = kW1[a].dimension;
            if (model::isSingle(dimension))
                opportunity.set(dimension, m_zipfs[a].draw(m_random));
            else
                while (opportunity.list(dimension).size() < kW1[a].offered)
                    addNew(opportunity.list(dimension), m_zipfs[a].draw(m_random));
        }
        return opportunity;
    }

private:
    template<typename List>
    static void addNew(List& list, Handle value)
    {
        if (!list.contains(value))
            list.push(value);
    }
    dsp::CompiledRule rule(const Attribute& attribute, const Zipf& zipf)
    {
        dsp::CompiledRule rule{attribute.dimension, attribute.match, {}, {}};
        const std::uint32_t count
            = attribute.fewest + m_random.below(attribute.most - attribute.fewest + 1);
        while (rule.values.size() < count) {
            const Handle value = zipf.draw(m_random);
            const auto place = std::lower_bound(rule.values.begin(), rule.values.end(), value);
            if (place == rule.values.end() || *place != value)
                rule.values.insert(place, value);
        }
        return rule;
    }
    /// A run of 4 to 14 hours, the same on every day.
    model::HourGrid hours()
    {
        model::HourGrid grid;
        const std::uint32_t first = m_random.below(24);
        const std::uint32_t length = 4 + m_random.below(11);
        for (std::uint32_t day = 0; day < 7; ++day)
            for (std::uint32_t i = 0; i < length; ++i)
                grid.set(day * 24 + (first + i) % 24);
        return grid;
    }

    base::Random m_random{kSeed};
    std::vector<Zipf> m_zipfs;
};

struct Measured
{
    double buildMillis = 0;
    double megabytes = 0;
    double seconds = 0;
    double p50Micros = 0;
    double p99Micros = 0;
    double meanMatches = 0;
    std::uint64_t differing = 0; ///< events whose ids are not those of the scan
};

/// Events where the index and a plain scan of every campaign disagree on the ids.
std::uint64_t countDiffering(const std::vector<dsp::CompiledTargeting>& campaigns,
                             std::span<const model::Opportunity> events,
                             const dsp::TargetingIndex& index)
{
    dsp::MatchScratch scratch;
    std::vector<std::uint32_t> scanned;
    std::uint64_t differing = 0;
    for (const model::Opportunity& event : events) {
        scanned.clear();
        for (std::uint32_t slot = 0; slot < campaigns.size(); ++slot)
            if (dsp::matches(campaigns[slot], event))
                scanned.push_back(slot);
        differing += std::ranges::equal(scanned, index.match(event, scratch)) ? 0U : 1U;
    }
    return differing;
}

double fastestBuildMillis(dsp::TargetingIndex& index,
                          std::span<const dsp::CompiledTargeting> campaigns)
{
    std::int64_t fastest = INT64_MAX;
    for (int round = 0; round < 3; ++round) {
        const std::int64_t start = base::monotonicNanos();
        index.build(campaigns);
        fastest = std::min(fastest, base::monotonicNanos() - start);
    }
    return static_cast<double>(fastest) * 1e-6;
}

Measured measure(std::uint32_t size, std::size_t compared, std::size_t timed)
{
    Workload workload;
    std::vector<dsp::CompiledTargeting> campaigns(size);
    std::generate(campaigns.begin(), campaigns.end(), [&workload] { return workload.campaign(); });
    std::vector<model::Opportunity> events(2000);
    std::generate(events.begin(), events.end(), [&workload] { return workload.opportunity(); });

    Measured measured;
    dsp::TargetingIndex index;
    measured.buildMillis = fastestBuildMillis(index, campaigns);
    measured.megabytes = static_cast<double>(index.memoryBytes()) / (1 << 20);
    measured.differing = countDiffering(campaigns, std::span(events).first(compared), index);

    dsp::MatchScratch scratch;
    std::vector<std::int64_t> nanos;
    std::uint64_t matches = 0;
    for (std::size_t i = 0; i < timed; ++i) {
        const std::int64_t start = base::monotonicNanos();
        matches += index.match(events[i % events.size()], scratch).size();
        nanos.push_back(base::monotonicNanos() - start);
        measured.seconds += static_cast<double>(nanos.back()) * 1e-9;
    }
    std::sort(nanos.begin(), nanos.end());
    measured.p50Micros = static_cast<double>(nanos[timed / 2]) * 1e-3;
    measured.p99Micros = static_cast<double>(nanos[timed * 99 / 100]) * 1e-3;
    measured.meanMatches = static_cast<double>(matches) / static_cast<double>(timed);
    return measured;
}

std::string number(double value, const char* format = "%.2f")
{
    char text[32];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

void addExtra(BenchResult& result, const std::string& size, const Measured& measured)
{
    result.extra.emplace_back("p50_us_" + size, number(measured.p50Micros));
    result.extra.emplace_back("p99_us_" + size, number(measured.p99Micros));
    result.extra.emplace_back("build_ms_" + size, number(measured.buildMillis));
    result.extra.emplace_back("index_mb_" + size, number(measured.megabytes));
    result.extra.emplace_back("matches_" + size, number(measured.meanMatches, "%.0f"));
    result.extra.emplace_back("differing_" + size, std::to_string(measured.differing));
}

} // namespace

/// Matching of workload W1: the case's own figures are of 10 000 campaigns; each size says whether
/// its ids were those of a plain scan ("differing" events).
BenchResult benchMatch()
{
    constexpr std::size_t kTimed = 20'000;
    const Measured at10k = measure(10'000, 2000, kTimed);
    BenchResult result{"match", kTimed, at10k.seconds, at10k.p50Micros, at10k.p99Micros, {}};
    addExtra(result, "10k", at10k);
    addExtra(result, "100k", measure(100'000, 100, 4000));
    addExtra(result, "1m", measure(1'000'000, 5, 1000));
    return result;
}

} // namespace gavel::bench
