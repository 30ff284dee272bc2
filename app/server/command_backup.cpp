// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands.h"
#include "engine/store/workspace.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <spdlog/spdlog.h>

namespace gavel::server {

namespace {

struct Copy
{
    std::string from;
    std::string to;
};

/// A back-up is a whole workspace; taking and restoring one are the same checked copy.
int copy(const Copy& wanted)
{
    if (!std::filesystem::is_regular_file(wanted.from))
        return cannot({"NOT_A_WORKSPACE", wanted.from, "there is no such file",
                       "name a workspace or back-up"});
    const auto workspace = store::Workspace::open(wanted.from);
    if (!workspace)
        return cannot(workspace.error());
    if (const auto copied = (*workspace)->backup(wanted.to); !copied)
        return cannot(copied.error());
    spdlog::info("{} is written", wanted.to);
    return kDone;
}

} // namespace

void addBackup(CLI::App& app, int& exitCode)
{
    auto wanted = std::make_shared<Copy>();
    auto* backup = app.add_subcommand("backup", "Write a checked copy of a workspace.");
    backup->add_option("WORKSPACE", wanted->from, "the file to copy")->required();
    backup->add_option("FILE", wanted->to, "the copy; must not exist")->required();
    backup->callback([wanted, &exitCode] { exitCode = copy(*wanted); });
    auto* restore = app.add_subcommand("restore", "Make a workspace from a back-up.");
    restore->add_option("FILE", wanted->from, "the back-up")->required();
    restore->add_option("WORKSPACE", wanted->to, "the workspace; must not exist")->required();
    restore->callback([wanted, &exitCode] { exitCode = copy(*wanted); });
}

} // namespace gavel::server
