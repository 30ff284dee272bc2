// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_case.h"
#include "app/bench/workload_w1.h"
#include "engine/base/clock.h"
#include "engine/dsp/targeting/targeting_index.h"

#include <algorithm>
#include <cstdio>

namespace gavel::bench {

BenchResult benchMatch();

namespace {

dsp::CompiledTargeting targetingOf(WorkloadW1& workload)
{
    dsp::CompiledTargeting targeting;
    workload.drawRules([&targeting](const W1Attribute& attribute, std::vector<Handle> values) {
        std::sort(values.begin(), values.end());
        targeting.rules.push_back({attribute.dimension, attribute.match, std::move(values), {}});
    });
    if (workload.drawHoursAsked())
        targeting.hours = workload.drawHours();
    return targeting;
}

model::Opportunity opportunityOf(WorkloadW1& workload)
{
    model::Opportunity opportunity;
    opportunity.at = {workload.random().below(7 * 24) * base::kHourMs};
    workload.draw(opportunity);
    return opportunity;
}

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
    WorkloadW1 workload;
    std::vector<dsp::CompiledTargeting> campaigns(size);
    std::generate(campaigns.begin(), campaigns.end(),
                  [&workload] { return targetingOf(workload); });
    std::vector<model::Opportunity> events(2000);
    std::generate(events.begin(), events.end(), [&workload] { return opportunityOf(workload); });

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
