// SPDX-License-Identifier: GPL-3.0-or-later
// A week of a market in an engine with its scheduling rounds, as fast as it goes: all of it with
// nothing kept, and a part of it with every win, impression, click and conversion stored durably.
#include "app/bench/bench_case.h"
#include "engine/runtime/engine.h"

#include <cstdio>
#include <filesystem>

namespace gavel::bench {

BenchResult benchSimulate();
BenchResult benchSimulateStored();

namespace {

constexpr std::uint64_t kStoredAuctions = 3'000'000;

std::string share(std::uint64_t part, std::uint64_t whole)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4f",
                  static_cast<double>(part) / static_cast<double>(whole));
    return text;
}

/// On two shards and two threads; an empty workspace = nothing is kept.
BenchResult runWeek(BenchResult result, const std::filesystem::path& workspace,
                    std::uint64_t mostAuctions)
{
    runtime::EngineOptions options;
    options.workspace = workspace;
    options.scenarioFolder = GAVEL_SCENARIO_DIR;
    options.threads = 2;
    const auto engine = runtime::Engine::open(options);
    if (!engine)
        return failed(std::move(result), engine.error());
    runtime::ScenarioRequest request;
    request.scenario = "week-hundred";
    request.shards = 2;
    request.paused = true;
    request.keepRows = false;
    request.keepEvents = !workspace.empty();
    request.mostAuctions = mostAuctions;
    if (const auto loaded = (*engine)->loadScenario(request); !loaded)
        return failed(std::move(result), loaded.error());
    const auto ran = (*engine)->runToEnd();
    if (!ran)
        return failed(std::move(result), ran.error());
    const auto snapshot = (*engine)->freshSnapshot();
    result.seconds = ran->seconds;
    result.work = snapshot->total.auctions;
    result.extra = {{"fill", share(ran->total.wins, result.work)},
                    {"rounds", std::to_string(snapshot->schedule.roundsDone)},
                    {"digest", std::to_string(ran->digest)}};
    if (!workspace.empty())
        result.extra.emplace_back("events_stored",
                                  std::to_string((*engine)->storeHealth().eventsStored));
    return result;
}

} // namespace

BenchResult benchSimulate()
{
    return runWeek({"simulate", 0, 0, 0, 0, {}}, {}, UINT64_MAX);
}

BenchResult benchSimulateStored()
{
    const auto folder = std::filesystem::temp_directory_path() / "gavel-bench-stored";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    BenchResult result
        = runWeek({"simulate-stored", 0, 0, 0, 0, {}}, folder / "week.gavel", kStoredAuctions);
    std::filesystem::remove_all(folder);
    return result;
}

} // namespace gavel::bench
