// SPDX-License-Identifier: GPL-3.0-or-later
// Delivery events out of a workspace, and where it collects events from while no server holds it.
#include "app/server/commands.h"
#include "engine/simulation/replay/replay_events.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <spdlog/spdlog.h>

namespace gavel::server {

namespace {

struct WantedEvents
{
    std::string workspace;
    std::string file;
    std::string market;
};

/// What is done about a source.
struct SourceAct
{
    std::string workspace;
    runtime::SourceOrder order;
    std::vector<std::string> fields; ///< "theirs=ours"
    std::string name;
    std::string person;
};

int exportEvents(const WantedEvents& wanted)
{
    if (const auto checked = checkWorkspace(wanted.workspace); !checked)
        return cannot(checked.error());
    const auto written = simulation::exportEvents(wanted.workspace, wanted.market, wanted.file);
    if (!written)
        return cannot(written.error());
    spdlog::info("{} events are written", *written);
    return kDone;
}

using Act = Result<void> (*)(runtime::PipelineDesk&, const SourceAct&);

int withDesk(const SourceAct& act, Act carryOut)
{
    const auto engine = openWorkspace(act.workspace);
    if (!engine)
        return cannot(engine.error());
    const auto done = carryOut((*engine)->pipeline(), act);
    return done ? kDone : cannot(done.error());
}

Result<void> add(runtime::PipelineDesk& desk, const SourceAct& act)
{
    runtime::SourceOrder order = act.order;
    const bool isAddress
        = order.place.starts_with("http://") || order.place.starts_with("https://");
    order.collector = isAddress ? "poll" : "file";
    if (isAddress && order.everySeconds == 0)
        order.everySeconds = 60;
    for (const std::string& field : act.fields) {
        const auto equals = field.rfind('=');
        if (equals == std::string::npos)
            return Error{"SOURCE_WRONG", "field", "\"" + field + "\" names no field of ours",
                         "write --field theirs=campaignId"};
        order.fields.emplace_back(field.substr(0, equals), field.substr(equals + 1));
    }
    if (auto added = desk.addSource(order, act.person); !added)
        return added;
    spdlog::info("it is read by `gaveld serve`, or while the window is open");
    return {};
}

Result<void> list(runtime::PipelineDesk& desk, const SourceAct& /*act*/)
{
    for (const runtime::SourceView& source : desk.sources())
        std::printf("%s\t%s\t%s\t%s\t%s\n", source.name.c_str(), source.collector.c_str(),
                    source.isPaused ? "paused" : "read", source.checkpoint.c_str(),
                    source.error.c_str());
    return {};
}

Result<void> pause(runtime::PipelineDesk& desk, const SourceAct& act)
{
    return desk.pauseSource(act.name, true);
}

Result<void> resume(runtime::PipelineDesk& desk, const SourceAct& act)
{
    return desk.pauseSource(act.name, false);
}

Result<void> remove(runtime::PipelineDesk& desk, const SourceAct& act)
{
    return desk.removeSource(act.name, act.person);
}

CLI::App* addAct(CLI::App& events, const std::shared_ptr<SourceAct>& act, const char* name,
                 const char* help, Act carryOut, int& exitCode)
{
    auto* command = events.add_subcommand(name, help);
    command->add_option("WORKSPACE", act->workspace, "the file")->required();
    command->callback([act, carryOut, &exitCode] { exitCode = withDesk(*act, carryOut); });
    return command;
}

void addSourceOptions(CLI::App& command, SourceAct& act)
{
    runtime::SourceOrder& order = act.order;
    runtime::AddressOrder& address = order.address;
    command.add_option("PLACE", order.place, "a file, a folder, or an http or https address")
        ->required();
    command.add_option("--name", order.name, "what it is called; else made of the place");
    command.add_option("--format", order.format, "jsonl or csv; of an address json or jsonl");
    command.add_option("--every", order.everySeconds,
                       "seconds until it is looked at again; a file once, an address every 60");
    command.add_option("--field", act.fields, "a name of theirs, as theirs=campaignId");
    command.add_option("--events-at", address.events, "JSON pointer to a page's list of events");
    command.add_option("--next-at", address.nextCursor, "JSON pointer to the next cursor");
    command.add_option("--next-header", address.nextHeader, "or the header that has it");
    command.add_option("--cursor", address.cursorParameter,
                       "what the query calls the cursor, unless the address has {cursor}");
    command.add_option("--first-cursor", address.firstCursor, "before any page was read");
    command.add_option("--header", address.headers,
                       "sent with every request, as \"X-Api-Key: 9f2c\"; shown by its name only");
    command
        .add_option("--kind", address.kind,
                    "ad_server waits 30 s for an answer, metrics 10 s, third_party 60 s")
        ->capture_default_str();
    command.add_flag("--allow-host", address.allowHost,
                     "the host is meant, although private or with another port");
    command.add_option("--person", act.person, "who does it");
}

void addSources(CLI::App& events, int& exitCode)
{
    const auto act = std::make_shared<SourceAct>();
    addSourceOptions(
        *addAct(events, act, "add", "Collect events from a file or an address.", add, exitCode),
        *act);
    addAct(events, act, "sources", "List where events come from.", list, exitCode);
    for (const auto& [name, help, carryOut] :
         {std::tuple("pause", "Read a file or an address no more for now.", &pause),
          std::tuple("resume", "Go on reading it.", &resume),
          std::tuple("remove", "Read it no more; what it brought stays.", &remove)}) {
        auto* command = addAct(events, act, name, help, carryOut, exitCode);
        command->add_option("NAME", act->name, "the source")->required();
        command->add_option("--person", act->person, "who does it");
    }
}

} // namespace

void addEvents(CLI::App& app, int& exitCode)
{
    auto wanted = std::make_shared<WantedEvents>();
    auto* events = app.add_subcommand(
        "events", "Take delivery events out as JSON lines, or say where events come from.");
    events->require_subcommand(1);
    auto* command = events->add_subcommand(
        "export", "Write every event; `replay --format events` reads them.");
    command->add_option("WORKSPACE", wanted->workspace, "the file")->required();
    command->add_option("FILE", wanted->file, "one event a line")->required();
    command->add_option("--market", wanted->market,
                        "of this market only: live, or a scenario's name");
    command->callback([wanted, &exitCode] { exitCode = exportEvents(*wanted); });
    addSources(*events, exitCode);
}

} // namespace gavel::server
