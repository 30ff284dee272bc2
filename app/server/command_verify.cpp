// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands.h"
#include "engine/base/json.h"
#include "engine/pipeline/counters/counter_check.h"
#include "engine/pipeline/intake/flow_check.h"
#include "engine/runtime/campaign_checks.h"
#include "engine/runtime/scheduler/ledger_checks.h"
#include "engine/runtime/scheduler/task_checks.h"
#include "engine/store/verify.h"
#include "engine/store/workspace.h"

#include <boost/json.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

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

int verify(const std::string& file, bool json)
{
    if (!std::filesystem::is_regular_file(file))
        return cannot({"NOT_A_WORKSPACE", file, "there is no such file", "name a workspace"});
    const auto workspace = store::Workspace::open(file);
    if (!workspace)
        return notReadable(workspace.error(), json);
    auto reader = (*workspace)->reader();
    if (!reader)
        return notReadable(reader.error(), json);
    auto checks = store::verify(*reader);
    if (!checks)
        return notReadable(checks.error(), json);
    const auto campaigns = runtime::checkCampaigns(*reader);
    if (!campaigns)
        return notReadable(campaigns.error(), json);
    checks->insert(checks->end(), campaigns->begin(), campaigns->end());
    const auto ledger = runtime::checkLedger(*reader);
    if (!ledger)
        return notReadable(ledger.error(), json);
    checks->insert(checks->end(), ledger->begin(), ledger->end());
    const auto tasks = runtime::checkTasks(*reader);
    if (!tasks)
        return notReadable(tasks.error(), json);
    checks->insert(checks->end(), tasks->begin(), tasks->end());
    const auto counters = pipeline::checkCounters(*reader);
    if (!counters)
        return notReadable(counters.error(), json);
    checks->push_back(*counters);
    const auto flow = pipeline::checkFlow(*reader);
    if (!flow)
        return notReadable(flow.error(), json);
    checks->push_back(*flow);
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
