// SPDX-License-Identifier: GPL-3.0-or-later
// Where the events of old days are kept, while no server holds the workspace.
#include "app/server/commands.h"
#include "engine/base/enum_name.h"
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/runtime/workspace_rooms.h"
#include "engine/scheduling/task_sweeper.h"
#include "engine/store/moving/log_mover.h"
#include "engine/store/tiers/segment_folder.h"
#include "engine/store/workspace.h"

#include <boost/json.hpp>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <memory>
#include <spdlog/spdlog.h>
#include <sstream>

namespace gavel::server {

namespace {

struct WantedArchive
{
    std::string workspace;
    std::string action;
    std::string day;
    std::string file;
    std::string person;
    std::string at;
    bool json = false;
};

boost::json::object objectOf(const store::TierFigures& tier)
{
    boost::json::object object{
        {"events", tier.events}, {"bytes", tier.bytes}, {"segments", tier.segments}};
    if (tier.oldestDay != store::kNoDay)
        object["oldest_day"] = store::dayText(tier.oldestDay);
    return object;
}

boost::json::value policyOf(const store::KeptPolicy& kept)
{
    auto object = base::parseJson(kept.policy.toJson(), "policy").value().as_object();
    object["version"] = kept.version;
    object["person"] = kept.actor;
    return object;
}

void printJson(const store::StorageView& view)
{
    boost::json::array list;
    for (const store::SegmentRow& row : view.segments)
        list.push_back(
            boost::json::object{{"file", row.file},
                                {"day", store::dayText(row.extent.day)},
                                {"tier", base::nameOf(row.tier, store::kSegmentTierNames)},
                                {"archive", row.archive},
                                {"events", row.extent.events},
                                {"bytes", row.bytes},
                                {"whole", row.isWhole()},
                                {"sha256", row.sha256}});
    const boost::json::object object{
        {"warm", objectOf(view.warm)},       {"cold", objectOf(view.cold)},
        {"archive", objectOf(view.archive)}, {"dropped", objectOf(view.dropped)},
        {"free_bytes", view.freeBytes},      {"policy", policyOf(view.policy)},
        {"tasks_kept", view.keptTasks},      {"tasks_dropped", view.droppedTasks},
        {"segments", std::move(list)}};
    std::printf("%s\n", base::jsonText(object).c_str());
}

void printTier(const char* name, const store::TierFigures& tier)
{
    std::printf("%-8s %12llu events %14llu bytes %6llu segments  oldest day %s\n", name,
                static_cast<unsigned long long>(tier.events),
                static_cast<unsigned long long>(tier.bytes),
                static_cast<unsigned long long>(tier.segments),
                tier.oldestDay == store::kNoDay ? "-" : store::dayText(tier.oldestDay).c_str());
}

void print(const store::StorageView& view)
{
    printTier("warm", view.warm);
    printTier("cold", view.cold);
    printTier("archive", view.archive);
    printTier("dropped", view.dropped);
    std::printf("schedule tasks %llu kept %llu dropped\n",
                static_cast<unsigned long long>(view.keptTasks),
                static_cast<unsigned long long>(view.droppedTasks));
    for (const store::SegmentRow& row : view.segments)
        std::printf("%s  %-8s %12lld events %12lld bytes  %s%s\n",
                    store::dayText(row.extent.day).c_str(),
                    std::string(base::nameOf(row.tier, store::kSegmentTierNames)).c_str(),
                    static_cast<long long>(row.extent.events), static_cast<long long>(row.bytes),
                    row.file.c_str(), row.isWhole() ? "" : "  (being moved)");
}

/// What is warm is counted here: nothing else runs that knows it.
Result<void> list(store::Workspace& workspace, store::LogMover& mover, bool json)
{
    auto view = mover.view();
    auto reader = workspace.reader();
    if (!view || !reader)
        return view ? reader.error() : view.error();
    store::LogSurvey survey;
    for (;;) {
        const auto ended = survey.readOn(*reader);
        if (!ended)
            return ended.error();
        if (*ended)
            break;
    }
    const auto tasks = scheduling::taskHoldings(*reader);
    if (!tasks)
        return tasks.error();
    view->keptTasks = static_cast<std::uint64_t>(tasks->kept);
    view->droppedTasks = static_cast<std::uint64_t>(tasks->dropped);
    view->warm.events = survey.events();
    view->warm.oldestDay = survey.days().empty() ? store::kNoDay : survey.days().begin()->first;
    json ? printJson(*view) : print(*view);
    return {};
}

Result<void> policy(store::Workspace& workspace, const WantedArchive& wanted, TimeMs now)
{
    if (!wanted.file.empty()) {
        std::ifstream file(wanted.file, std::ios::binary);
        std::ostringstream text;
        if (!(text << file.rdbuf()))
            return Error{"FILE_UNREADABLE", wanted.file, "the file cannot be read",
                         "name another one"};
        const auto read = store::TierPolicy::read(text.str(), wanted.file);
        if (!read)
            return read.error();
        auto kept = workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
            const auto version = store::keepTierPolicy(connection, *read, wanted.person, now);
            return version ? Result<void>() : version.error();
        });
        if (!kept)
            return kept;
    }
    auto reader = workspace.reader();
    const auto kept = reader ? store::readTierPolicy(*reader) : reader.error();
    if (!kept)
        return kept.error();
    std::printf("%s\n", base::jsonText(policyOf(*kept)).c_str());
    return {};
}

/// Moves what is due, and drops the schedule tasks that are.
Result<void> run(store::Workspace& workspace, store::LogMover& mover, TimeMs now)
{
    auto moved = mover.run(now);
    if (!moved || mover.policy() == nullptr)
        return moved;
    const scheduling::TaskRetention keep{mover.policy()->dropTasksAfterDays,
                                         mover.policy()->dropFailedTasksAfterDays};
    scheduling::TaskSweeper sweeper(workspace);
    for (;;) {
        const auto more = sweeper.step(keep, now);
        if (!more)
            return more.error();
        if (!*more)
            return {};
    }
}

Result<void> act(const WantedArchive& wanted)
{
    if (const auto checked = checkWorkspace(wanted.workspace); !checked)
        return checked.error();
    TimeMs now = base::SystemClock().now();
    if (!wanted.at.empty()) {
        const auto at = base::parseIso(wanted.at, "--at");
        if (!at)
            return at.error();
        now = *at;
    }
    const auto workspace = runtime::openWorkspace(wanted.workspace);
    if (!workspace)
        return workspace.error();
    store::LogMover mover(**workspace);
    if (wanted.action == "policy")
        return policy(**workspace, wanted, now);
    if (wanted.action == "run")
        if (auto moved = run(**workspace, mover, now); !moved)
            return moved;
    if (wanted.action == "restore") {
        const auto day = base::parseIsoDay(wanted.day, "DAY");
        if (!day)
            return day.error();
        const auto restored = mover.restore(*day, now);
        if (!restored)
            return restored.error();
        spdlog::info("{} segments of {} are back", *restored, wanted.day);
    }
    return list(**workspace, mover, wanted.json);
}

} // namespace

void addArchive(CLI::App& app, int& exitCode)
{
    auto wanted = std::make_shared<WantedArchive>();
    auto* command = app.add_subcommand(
        "archive",
        "List where the events of old days are, or move them, and drop schedule tasks that "
        "ended long ago, by the policy.");
    command->add_option("WORKSPACE", wanted->workspace, "the file")->required();
    command->add_option("ACTION", wanted->action, "list, run, restore or policy")
        ->required()
        ->check(CLI::IsMember({"list", "run", "restore", "policy"}));
    command->add_option("DAY", wanted->day, "of restore: 2026-03-20");
    command->add_option("--set", wanted->file, "of policy: put the document of this file in force");
    command->add_option("--person", wanted->person, "who does it");
    command->add_option("--at", wanted->at, "act as on this day or time, UTC; else now");
    command->add_flag("--json", wanted->json, "one JSON object on standard output");
    command->callback([wanted, &exitCode] {
        const auto done = act(*wanted);
        exitCode = done ? kDone : cannot(done.error());
    });
}

} // namespace gavel::server
