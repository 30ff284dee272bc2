// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands.h"
#include "engine/simulation/replay/replay_events.h"
#include "engine/simulation/replay/replay_ipinyou.h"
#include "engine/simulation/replay/replay_openrtb.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <spdlog/spdlog.h>

namespace gavel::server {

namespace {

struct WantedReplay
{
    std::string file;
    std::string format;
    std::string strategy = "mcpc";
    std::string budgetRatio = "1/32";
    std::string scenario = "demo";
    std::uint64_t seed = 1;
    simulation::IpinyouReplay ipinyou;
    simulation::EventReplay events;
    bool json = false;
};

Result<simulation::ReplaySummary> replayIpinyou(const WantedReplay& wanted)
{
    auto replay = wanted.ipinyou;
    replay.log = wanted.file;
    replay.seed = wanted.seed;
    if (const auto read = simulation::parseBudgetRatio(wanted.budgetRatio, replay); !read)
        return read.error();
    const auto kind = std::ranges::find(model::kStrategyNames, wanted.strategy);
    replay.strategy = static_cast<model::StrategyKind>(kind - model::kStrategyNames.begin());
    return simulation::replayIpinyou(replay);
}

Result<simulation::ReplaySummary> replayOpenRtb(const WantedReplay& wanted)
{
    std::filesystem::path path = wanted.scenario;
    if (!path.has_extension())
        path = scenarioFolder() / (wanted.scenario + ".json");
    const auto scenario = simulation::loadScenario(path);
    if (!scenario)
        return scenario.error();
    // With --json standard output holds the one summary object.
    const auto outcome = [&wanted](std::string_view line) {
        if (!wanted.json)
            std::printf("%.*s\n", static_cast<int>(line.size()), line.data());
    };
    return simulation::replayOpenRtb(wanted.file, *scenario, wanted.seed, outcome);
}

Result<simulation::ReplaySummary> replayEvents(const WantedReplay& wanted)
{
    auto replay = wanted.events;
    replay.file = wanted.file;
    auto summary = simulation::replayEvents(
        replay, [](const Error& error) { spdlog::error("{}", toString(error)); });
    if (summary)
        spdlog::info("{} events stored, {} were there already", summary->stored,
                     summary->duplicates);
    return summary;
}

Result<simulation::ReplaySummary> replayLog(const WantedReplay& wanted)
{
    if (wanted.format == "events")
        return replayEvents(wanted);
    return wanted.format == "ipinyou" ? replayIpinyou(wanted) : replayOpenRtb(wanted);
}

int replay(const WantedReplay& wanted)
{
    if (wanted.format == "ipinyou" && wanted.ipinyou.trainInfo.empty()) {
        spdlog::error(
            "--train-info is needed with --format ipinyou: name the campaign's info file");
        return kUsage;
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto summary = replayLog(wanted);
    if (!summary)
        return cannot(summary.error());
    if (summary->refused > 0)
        spdlog::warn("{} lines could not be read", summary->refused);
    RunTotals totals;
    totals.auctions = summary->auctions;
    totals.bids = summary->bids;
    totals.impressions = summary->impressions;
    totals.clicks = summary->clicks;
    totals.conversions = summary->conversions;
    totals.cost = summary->cost;
    totals.revenue = summary->revenue;
    totals.digest = summary->digest;
    totals.seconds
        = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (wanted.json || wanted.format != "openrtb")
        print(totals, wanted.json);
    const bool nothingRead = wanted.format == "events" ? summary->stored + summary->duplicates == 0
                                                       : summary->auctions == 0;
    return summary->refused > 0 && nothingRead ? kFoundWrong : kDone;
}

} // namespace

void addReplay(CLI::App& app, int& exitCode)
{
    auto wanted = std::make_shared<WantedReplay>();
    auto* command
        = app.add_subcommand("replay", "Send real logs through seats, budgets and auctions.");
    command->add_option("FILE", wanted->file, "the log")->required();
    command->add_option("--format", wanted->format, "what the log is")
        ->required()
        ->check(CLI::IsMember({"ipinyou", "openrtb", "events"}));
    command->add_option("--train-info", wanted->ipinyou.trainInfo,
                        "ipinyou: prices and counts of the training days");
    command->add_option("--strategy", wanted->strategy, "ipinyou: how to bid")
        ->check(CLI::IsMember({"mcpc", "lin", "const", "rand", "ortb"}))
        ->capture_default_str();
    command
        ->add_option("--budget-ratio", wanted->budgetRatio, "ipinyou: part of what training cost")
        ->capture_default_str();
    command->add_option("--episode", wanted->ipinyou.episode, "ipinyou: auctions with one budget")
        ->check(CLI::Range(1, 1'000'000'000))
        ->capture_default_str();
    command->add_option("--base", wanted->ipinyou.base,
                        "ipinyou: b0 of lin, price of const and rand");
    command->add_option("--scenario", wanted->scenario, "openrtb: the market that answers")
        ->capture_default_str();
    command->add_option("--workspace", wanted->events.workspace,
                        "events: the file that takes them; none: a temporary one");
    command
        ->add_option("--sender", wanted->events.sender,
                     "events: whose sources these are; the same sender's events are stored once")
        ->capture_default_str();
    command->add_option("--seed", wanted->seed, "of what is random")
        ->check(seedRange())
        ->capture_default_str();
    command->add_flag("--json", wanted->json, "one JSON object on standard output");
    command->callback([wanted, &exitCode] { exitCode = replay(*wanted); });
}

} // namespace gavel::server
