// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the week with every win, impression, click and conversion stored durably while it runs.
#include "app/bench/bench_case.h"
#include "engine/runtime/engine.h"

#include <cstdio>
#include <filesystem>

namespace gavel::bench {

BenchResult benchSimulateStored();

namespace {

constexpr std::uint64_t kAuctions = 3'000'000;

BenchResult failed(const Error& error)
{
    std::fprintf(stderr, "simulate-stored: %s\n", base::toString(error).c_str());
    return {"simulate-stored", 0, 0, 0, 0, {{"failed", error.code}}};
}

} // namespace

BenchResult benchSimulateStored()
{
    const auto folder = std::filesystem::temp_directory_path() / "gavel-bench-stored";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    runtime::EngineOptions options;
    options.workspace = folder / "week.gavel";
    options.scenarioFolder = GAVEL_SCENARIO_DIR;
    options.threads = 2;
    BenchResult result{"simulate-stored", kAuctions, 0, 0, 0, {}};
    {
        const auto engine = runtime::Engine::open(options);
        if (!engine)
            return failed(engine.error());
        runtime::ScenarioRequest request;
        request.scenario = "week-hundred";
        request.shards = 2;
        request.paused = true;
        request.keepRows = false;
        request.mostAuctions = kAuctions;
        if (const auto loaded = (*engine)->loadScenario(request); !loaded)
            return failed(loaded.error());
        const auto ran = (*engine)->runToEnd();
        if (!ran)
            return failed(ran.error());
        result.seconds = ran->seconds;
        const auto health = (*engine)->storeHealth();
        result.extra = {{"wins", std::to_string(ran->total.wins)},
                        {"events_stored", std::to_string(health.eventsStored)}};
    }
    std::filesystem::remove_all(folder);
    return result;
}

} // namespace gavel::bench
