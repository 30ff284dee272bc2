// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands.h"

#include <CLI/CLI.hpp>
#include <array>
#include <memory>

namespace gavel::server {

namespace {

constexpr std::int64_t kMostAuctions = 1'000'000'000'000;

struct WantedSimulate
{
    runtime::ScenarioRequest request;
    std::uint64_t auctions = 0;
    std::string duration;
    std::string workspace;
    unsigned threads = 0;
    bool json = false;
};

/// "24h", "30m", "90s" or "7d" in milliseconds.
Result<std::int64_t> readDuration(const std::string& text)
{
    constexpr std::array<std::pair<char, std::int64_t>, 4> kUnits{{
        {'s', base::kSecondMs},
        {'m', base::kMinuteMs},
        {'h', base::kHourMs},
        {'d', base::kDayMs},
    }};
    for (const auto& [unit, milliseconds] : kUnits) {
        if (text.empty() || text.back() != unit)
            continue;
        const auto count = base::parseDecimal(text.substr(0, text.size() - 1), 0, "--duration");
        if (count && *count > 0 && *count < base::kWeekMs)
            return *count * milliseconds;
    }
    return Error{"INVALID_REQUEST", "--duration", "\"" + text + "\" is not a length of time",
                 "write a number and s, m, h or d, for example 24h"};
}

/// Of market time; 0 = to its end.
Result<RunTotals> runFor(runtime::Engine& engine, std::int64_t milliseconds)
{
    const TimeMs until
        = milliseconds > 0 ? engine.freshSnapshot()->start + milliseconds : TimeMs{INT64_MAX};
    const auto summary = engine.runToEnd(until);
    if (!summary)
        return summary.error();
    RunTotals totals;
    totals.auctions = summary->total.auctions;
    totals.bids = summary->total.bids;
    totals.impressions = summary->total.impressions;
    totals.clicks = summary->total.clicks;
    totals.conversions = summary->total.conversions;
    totals.cost = summary->total.cost;
    totals.revenue = summary->total.publisher;
    totals.seconds = summary->seconds;
    totals.digest = summary->digest;
    return totals;
}

int simulate(WantedSimulate wanted)
{
    std::int64_t milliseconds = 0;
    if (!wanted.duration.empty()) {
        const auto read = readDuration(wanted.duration);
        if (!read) {
            cannot(read.error());
            return kUsage;
        }
        milliseconds = *read;
    }
    runtime::EngineOptions options;
    options.workspace = wanted.workspace;
    options.scenarioFolder = scenarioFolder();
    options.threads = wanted.threads;
    auto engine = runtime::Engine::open(options);
    if (!engine)
        return cannot(engine.error());
    wanted.request.paused = true;
    wanted.request.speed = 0;
    wanted.request.keepEvents = !wanted.workspace.empty();
    wanted.request.keepRows = false;
    if (wanted.auctions > 0)
        wanted.request.mostAuctions = wanted.auctions;
    if (const auto loaded = (*engine)->loadScenario(wanted.request); !loaded)
        return cannot(loaded.error());
    const auto totals = runFor(**engine, milliseconds);
    if (!totals)
        return cannot(totals.error());
    print(*totals, wanted.json);
    return kDone;
}

} // namespace

void addSimulate(CLI::App& app, int& exitCode)
{
    auto wanted = std::make_shared<WantedSimulate>();
    auto* command = app.add_subcommand("simulate",
                                       "Run a market as fast as it goes and say what came of it.");
    command->add_option("SCENARIO", wanted->request.scenario, "a name, or the path of a file")
        ->required();
    auto* auctions = command->add_option("--auctions", wanted->auctions, "stop after so many")
                         ->check(CLI::Range(std::int64_t{1}, kMostAuctions));
    command->add_option("--duration", wanted->duration, "market time to run, for example 24h")
        ->excludes(auctions);
    command->add_option("--seed", wanted->request.seed, "else the scenario's own")
        ->check(seedRange());
    command->add_option("--shards", wanted->request.shards, "else the scenario's own")
        ->check(CLI::Range(1, 64));
    command->add_option("--threads", wanted->threads, "threads; they do not change the result");
    command->add_option("--workspace", wanted->workspace, "keep the events in this file");
    command->add_flag("--json", wanted->json, "one JSON object on standard output");
    command->callback([wanted, &exitCode] { exitCode = simulate(*wanted); });
}

} // namespace gavel::server
