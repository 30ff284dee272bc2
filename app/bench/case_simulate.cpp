// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_case.h"
#include "engine/base/clock.h"
#include "engine/dsp/budget_parts.h"
#include "engine/simulation/shard_run.h"

#include <cstdio>
#include <cstdlib>
#include <thread>

namespace gavel::bench {

BenchResult benchSimulate();

namespace {

constexpr std::uint32_t kShards = 2;

std::string rounded(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4f", value);
    return text;
}

} // namespace

/// The whole of week-hundred, each shard on a thread of its own, as fast as it goes; nothing is
/// stored.
BenchResult benchSimulate()
{
    BenchResult result;
    result.name = "simulate";
    const auto scenario = simulation::loadScenario(GAVEL_SCENARIO_DIR "/week-hundred.json");
    if (!scenario) {
        result.extra.emplace_back("error", base::toString(scenario.error()));
        return result;
    }
    const auto setup = scenario->setup(scenario->seed, kShards);
    std::vector<std::unique_ptr<simulation::ShardRun>> runs;
    for (std::uint32_t shard = 0; shard < kShards; ++shard) {
        runs.push_back(std::make_unique<simulation::ShardRun>(*scenario, setup, shard,
                                                              market::ShardOutputs{}));
        runs.back()->apply(dsp::budgetParts(setup, shard));
    }
    const auto begin = base::monotonicNanos();
    std::vector<std::thread> threads;
    threads.reserve(runs.size());
    for (auto& run : runs)
        threads.emplace_back([&run, end = scenario->end()] { run->advance(end, SIZE_MAX); });
    for (auto& thread : threads)
        thread.join();
    result.seconds = static_cast<double>(base::monotonicNanos() - begin) * 1e-9;
    std::uint64_t wins = 0;
    base::Digest digest;
    for (const auto& run : runs) {
        const auto counters = run->market().counters();
        result.work += counters.auctions;
        wins += counters.wins;
        digest.add(run->market().digest());
    }
    result.extra.emplace_back(
        "fill", rounded(static_cast<double>(wins) / static_cast<double>(result.work)));
    result.extra.emplace_back("digest", std::to_string(digest.value()));
    return result;
}

} // namespace gavel::bench
