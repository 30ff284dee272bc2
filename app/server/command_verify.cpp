// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands.h"
#include "engine/base/json.h"
#include "engine/pipeline/counters/counter_check.h"
#include "engine/pipeline/intake/flow_check.h"
#include "engine/runtime/campaign_checks.h"
#include "engine/runtime/scheduler/ledger_checks.h"
#include "engine/runtime/scheduler/task_checks.h"
#include "engine/runtime/workspace_rooms.h"
#include "engine/store/tiers/segment_check.h"
#include "engine/store/verify.h"
#include "engine/store/workspace.h"

#include <boost/json.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

namespace gavel::server {

namespace {

void printChecks(const std::vector<store::Check>& checks, bool ok, bool json)
{
    if (!json) {
        for (const auto& check : checks)
            std::printf("%-6s %-32s %s\n", check.ok ? "ok" : "WRONG", check.name.c_str(),
                        check.detail.c_str());
        return;
    }
    boost::json::array list;
    for (const auto& check : checks)
        list.push_back(
            boost::json::object{{"name", check.name}, {"ok", check.ok}, {"detail", check.detail}});
    const boost::json::object object{{"ok", ok}, {"checks", std::move(list)}};
    std::printf("%s\n", base::jsonText(object).c_str());
}

/// A file that is damaged too much for any other check has failed the first one.
int notReadable(const Error& error, bool json)
{
    if (error.code != "STORE_CORRUPT")
        return cannot(error);
    printChecks({{"integrity", false, toString(error)}}, false, json);
    return kFoundWrong;
}

/// The checks of every room above the store. One that cannot read old days says so by itself.
Result<std::vector<store::Check>> checkRooms(store::Connection& reader)
{
    std::vector<store::Check> checks;
    std::optional<Error> failed;
    const auto add = [&](const char* name, const Result<std::vector<store::Check>>& found) {
        if (found)
            return void(checks.insert(checks.end(), found->begin(), found->end()));
        if (auto unread = store::unreadCheck(name, found.error()))
            return void(checks.push_back(std::move(*unread)));
        if (!failed)
            failed = found.error();
    };
    const auto one = [](const Result<store::Check>& check) {
        return check ? Result<std::vector<store::Check>>(std::vector{*check}) : check.error();
    };
    add("campaigns", runtime::checkCampaigns(reader));
    add("ledger", runtime::checkLedger(reader));
    add("schedule tasks", runtime::checkTasks(reader));
    add("every counter equals a recount of the log", one(pipeline::checkCounters(reader)));
    add("every line became one thing", one(pipeline::checkFlow(reader)));
    if (failed)
        return *failed;
    return checks;
}

int verify(const std::string& file, bool json)
{
    if (!std::filesystem::is_regular_file(file))
        return cannot({"NOT_A_WORKSPACE", file, "there is no such file", "name a workspace"});
    const auto workspace = runtime::openWorkspace(file);
    if (!workspace)
        return notReadable(workspace.error(), json);
    auto reader = (*workspace)->reader();
    if (!reader)
        return notReadable(reader.error(), json);
    auto checks = store::verify(*reader);
    if (!checks)
        return notReadable(checks.error(), json);
    const auto rooms = checkRooms(*reader);
    if (!rooms)
        return notReadable(rooms.error(), json);
    checks->insert(checks->end(), rooms->begin(), rooms->end());
    const bool ok = std::ranges::all_of(*checks, &store::Check::ok);
    printChecks(*checks, ok, json);
    return ok ? kDone : kFoundWrong;
}

} // namespace

void addVerify(CLI::App& app, int& exitCode)
{
    auto file = std::make_shared<std::string>();
    auto json = std::make_shared<bool>(false);
    auto* command = app.add_subcommand("verify", "Check every invariant of a workspace.");
    command->add_option("WORKSPACE", *file, "the file")->required();
    command->add_flag("--json", *json, "one JSON object on standard output");
    command->callback([file, json, &exitCode] { exitCode = verify(*file, *json); });
}

} // namespace gavel::server
