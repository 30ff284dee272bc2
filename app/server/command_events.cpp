// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands.h"
#include "engine/simulation/replay/replay_events.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <spdlog/spdlog.h>

namespace gavel::server {

namespace {

struct Wanted
{
    std::string workspace;
    std::string file;
    std::string market;
};

int exportTo(const Wanted& wanted)
{
    if (!std::filesystem::is_regular_file(wanted.workspace))
        return cannot(
            {"NOT_A_WORKSPACE", wanted.workspace, "there is no such file", "name a workspace"});
    const auto written = simulation::exportEvents(wanted.workspace, wanted.market, wanted.file);
    if (!written)
        return cannot(written.error());
    spdlog::info("{} events are written", *written);
    return kDone;
}

} // namespace

void addEvents(CLI::App& app, int& exitCode)
{
    auto wanted = std::make_shared<Wanted>();
    auto* events = app.add_subcommand("events", "Take delivery events out as JSON lines.");
    events->require_subcommand(1);
    auto* command = events->add_subcommand(
        "export", "Write every event; `replay --format events` reads them.");
    command->add_option("WORKSPACE", wanted->workspace, "the file")->required();
    command->add_option("FILE", wanted->file, "one event a line")->required();
    command->add_option("--market", wanted->market,
                        "of this market only: live, or a scenario's name");
    command->callback([wanted, &exitCode] { exitCode = exportTo(*wanted); });
}

} // namespace gavel::server
