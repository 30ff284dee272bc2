// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told of alerts, metrics, events and batches, and what nobody took, while no server holds
// the workspace.
#include "app/server/commands.h"
#include "engine/base/enum_name.h"
#include "engine/base/iso_time.h"
#include "engine/runtime/desks/subscriptions.h"
#include "engine/runtime/workspace_rooms.h"
#include "engine/store/workspace.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <memory>
#include <spdlog/spdlog.h>
#include <sstream>

namespace gavel::server {

namespace {

struct WantedSubscribers
{
    std::string workspace;
    std::string file;
    std::string person;
    std::string reason;
    std::int64_t redrive = 0;
    std::int64_t discard = 0;
    bool dead = false;
    bool document = false;
    bool acts = false;
};

Result<void> printSubscribers(const runtime::SubscriberDesk& desk)
{
    for (const runtime::SubscriberView& one : desk.subscribers())
        printLine(one.name + "\t" + pipeline::topicName(one.topic) + "\t"
                  + std::string(base::nameOf(one.channel, pipeline::kChannelNames)) + "\t"
                  + one.place + "\t" + (one.isEnabled ? "enabled" : "disabled") + "\tbehind "
                  + std::to_string(one.lag) + "\tdead " + std::to_string(one.openDead) + "\tmissed "
                  + std::to_string(one.counts.missed));
    return {};
}

Result<void> printDead(const runtime::SubscriberDesk& desk)
{
    const auto dead = desk.deadDeliveries({});
    if (!dead)
        return dead.error();
    for (const runtime::DeadDeliveryView& one : *dead)
        printLine(std::to_string(one.id) + "\t" + one.key + "\t"
                  + std::string(base::nameOf(one.state, pipeline::kDeadStateNames)) + "\t"
                  + base::toIso(one.at) + "\t" + std::to_string(one.attempts) + " tries\t"
                  + (one.note.empty() ? one.reason : one.note));
    return {};
}

Result<void> printActs(const runtime::SubscriberDesk& desk)
{
    constexpr std::size_t kMostActs = 200;
    const auto acts = desk.acts(kMostActs);
    if (!acts)
        return acts.error();
    for (const runtime::SubscriberAct& one : *acts)
        printLine(base::toIso(one.at) + "\t" + one.actor + "\t" + one.action + "\t" + one.subject
                  + "\t" + one.detail);
    return {};
}

Result<void> setDocument(runtime::SubscriberDesk& desk, const WantedSubscribers& wanted)
{
    std::ifstream file(wanted.file, std::ios::binary);
    std::ostringstream text;
    if (!(text << file.rdbuf()))
        return Error{"FILE_UNREADABLE", wanted.file, "the file cannot be read", "name another one"};
    const auto version = desk.setDocument(text.str(), wanted.person);
    if (!version)
        return version.error();
    spdlog::info("version {} is in force", *version);
    return {};
}

Result<void> act(runtime::SubscriberDesk& desk, const WantedSubscribers& wanted)
{
    if (!wanted.file.empty())
        return setDocument(desk, wanted);
    if (wanted.redrive != 0)
        return desk.redrive(wanted.redrive, wanted.person);
    if (wanted.discard != 0)
        return desk.discard(wanted.discard, wanted.reason, wanted.person);
    if (wanted.dead)
        return printDead(desk);
    if (wanted.acts)
        return printActs(desk);
    if (!wanted.document)
        return printSubscribers(desk);
    printLine(desk.document().json);
    return {};
}

Result<void> run(const WantedSubscribers& wanted)
{
    if (const auto checked = checkWorkspace(wanted.workspace); !checked)
        return checked.error();
    const auto workspace = runtime::openWorkspace(wanted.workspace);
    if (!workspace)
        return workspace.error();
    const base::SystemClock clock;
    const auto desk = runtime::Subscriptions::open({**workspace, clock, 1, [](const auto&) {}});
    if (!desk)
        return desk.error();
    return act(**desk, wanted);
}

} // namespace

void addSubscribers(CLI::App& app, int& exitCode)
{
    auto wanted = std::make_shared<WantedSubscribers>();
    auto* command = app.add_subcommand(
        "subscribers",
        "List who is told of alerts, metrics, events or batches, or see to what nobody took.");
    command->add_option("WORKSPACE", wanted->workspace, "the file")->required();
    auto* action = command->add_option_group("action", "one of them; none lists the subscribers");
    action->add_option("--set", wanted->file, "put the document of this file in force");
    action->add_flag("--document", wanted->document, "write the document in force");
    action->add_flag("--dead", wanted->dead, "list the dead deliveries, newest first");
    action->add_option("--redrive", wanted->redrive, "send this dead delivery again");
    action->add_option("--discard", wanted->discard, "nobody needs this dead delivery");
    action->add_flag("--acts", wanted->acts, "list what people did, newest first");
    action->require_option(0, 1);
    command->add_option("--person", wanted->person, "who does it");
    command->add_option("--reason", wanted->reason, "of a discard");
    command->callback([wanted, &exitCode] {
        const auto done = run(*wanted);
        exitCode = done ? kDone : cannot(done.error());
    });
}

} // namespace gavel::server
