// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the components, and what people do about it, while no server holds the
// workspace. What is ordered here is done when one serves it.
#include "app/server/commands.h"
#include "engine/base/enum_name.h"
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/runtime/faults/faults.h"
#include "engine/runtime/workspace_rooms.h"
#include "engine/store/workspace.h"

#include <boost/json.hpp>

#include <CLI/CLI.hpp>
#include <memory>

namespace gavel::server {

namespace {

namespace json = boost::json;

struct WantedFaults
{
    std::string workspace;
    std::string acknowledge; ///< COMPONENT/CLASS, as --move
    std::string move;
    std::string maintain; ///< COMPONENT, as --end
    std::string end;
    std::string to;
    std::string person;
    std::string note;
    std::int64_t minutes = 60;
    bool history = false;
    bool json = false;
};

struct FaultName
{
    std::string component;
    model::FaultClass kind{};
};

/// The class is behind the last slash: "source/orders.csv/traffic".
Result<FaultName> faultNamed(const std::string& text)
{
    const auto slash = text.rfind('/');
    const std::string kind = slash == std::string::npos ? std::string() : text.substr(slash + 1);
    const auto& names = model::kFaultClassNames;
    const auto* const place = std::find(names.begin(), names.end(), kind);
    if (place == names.end())
        return Error{"FAULT_UNKNOWN", text, "it does not end in the class of a fault",
                     "write it as it is listed, like storage/resources"};
    return FaultName{text.substr(0, slash), static_cast<model::FaultClass>(place - names.begin())};
}

Result<model::FaultState> stateNamed(const std::string& text)
{
    const auto& names = model::kFaultStateNames;
    const auto* const place = std::find(names.begin(), names.end(), text);
    if (place == names.end())
        return Error{"INVALID_FAULT_ORDER", "to", "\"" + text + "\" is no state of a fault",
                     "write one like human_fixing"};
    return static_cast<model::FaultState>(place - names.begin());
}

std::string timeText(TimeMs at)
{
    return at == TimeMs{} ? std::string() : base::toIso(at);
}

json::object objectOf(const health::Fault& fault)
{
    return {{"component", fault.component},
            {"class", base::nameOf(fault.kind, model::kFaultClassNames)},
            {"state", base::nameOf(fault.state, model::kFaultStateNames)},
            {"since", timeText(fault.since)},
            {"raised_at", timeText(fault.raisedAt)},
            {"acknowledged_by", fault.acknowledgedBy},
            {"escalated_at", timeText(fault.escalatedAt)},
            {"action", fault.run ? fault.run->action : std::string()}};
}

void printList(const runtime::FaultsView& view, bool asJson)
{
    if (!asJson) {
        for (const health::Fault& fault : view.faults)
            printLine(nameOf(fault) + "\t"
                      + std::string(base::nameOf(fault.state, model::kFaultStateNames)) + "\t"
                      + timeText(fault.since) + "\t"
                      + (fault.acknowledgedBy.empty() ? "-" : fault.acknowledgedBy) + "\t"
                      + (fault.run ? fault.run->action : "-"));
        for (const health::MaintenanceWindow& window : view.windows)
            printLine(window.component + "\tmaintenance until " + timeText(window.end) + "\t"
                      + window.person + "\t" + window.reason);
        return;
    }
    json::array faults;
    for (const health::Fault& fault : view.faults)
        faults.push_back(objectOf(fault));
    json::array windows;
    for (const health::MaintenanceWindow& window : view.windows)
        windows.push_back(json::object{{"component", window.component},
                                       {"until", timeText(window.end)},
                                       {"person", window.person},
                                       {"reason", window.reason}});
    printLine(base::jsonText(json::object{{"open", view.open},
                                          {"intake_open", view.isIntakeOpen},
                                          {"faults", std::move(faults)},
                                          {"maintenance", std::move(windows)}}));
}

/// A change as JSON has it: from and to only of a move.
json::object objectOf(const health::KeptFaultChange& change)
{
    const bool isMove = change.what == health::FaultEntry::Moved;
    const auto state = [isMove](model::FaultState each) {
        return std::string(isMove ? base::nameOf(each, model::kFaultStateNames) : "");
    };
    return {{"at", timeText(change.at)},
            {"what", base::nameOf(change.what, health::kFaultEntryNames)},
            {"component", change.component},
            {"class", change.kind ? base::nameOf(*change.kind, model::kFaultClassNames) : ""},
            {"from", state(change.from)},
            {"to", state(change.to)},
            {"person", change.person},
            {"cause", change.cause}};
}

/// The same on one line.
std::string lineOf(const json::object& change)
{
    const auto text = [&](const char* key) { return std::string(change.at(key).as_string()); };
    std::string line = text("at") + "\t" + text("component");
    if (!text("class").empty())
        line.append("/").append(text("class"));
    line.append("\t").append(text("to").empty() ? text("what") : text("from"));
    if (!text("to").empty())
        line.append(" -> ").append(text("to"));
    line.append("\t").append(text("person").empty() ? "-" : text("person"));
    return line.append("\t").append(text("cause"));
}

Result<void> printHistory(const runtime::FaultDesk& desk, bool asJson)
{
    const auto changes = desk.history({});
    if (!changes)
        return changes.error();
    json::array all;
    for (const health::KeptFaultChange& change : *changes) {
        if (!asJson)
            printLine(lineOf(objectOf(change)));
        else
            all.push_back(objectOf(change));
    }
    if (asJson)
        printLine(base::jsonText(json::object{{"history", std::move(all)}}));
    return {};
}

Result<void> moveByHand(runtime::FaultDesk& desk, const WantedFaults& wanted)
{
    const auto fault = faultNamed(wanted.move);
    if (!fault)
        return fault.error();
    const auto to = stateNamed(wanted.to);
    if (!to)
        return to.error();
    return desk.move(fault->component, fault->kind, *to, wanted.person, wanted.note);
}

Result<void> act(runtime::FaultDesk& desk, const WantedFaults& wanted, TimeMs now)
{
    if (!wanted.acknowledge.empty()) {
        const auto fault = faultNamed(wanted.acknowledge);
        if (!fault)
            return fault.error();
        return desk.acknowledge(fault->component, fault->kind, wanted.person);
    }
    if (!wanted.move.empty())
        return moveByHand(desk, wanted);
    if (!wanted.maintain.empty())
        return desk.maintain(wanted.maintain, now + wanted.minutes * base::kMinuteMs, wanted.person,
                             wanted.note);
    if (!wanted.end.empty())
        return desk.endMaintenance(wanted.end, wanted.person);
    if (wanted.history)
        return printHistory(desk, wanted.json);
    printList(*desk.view(), wanted.json);
    return {};
}

Result<void> run(const WantedFaults& wanted)
{
    if (const auto checked = checkWorkspace(wanted.workspace); !checked)
        return checked.error();
    const auto workspace = runtime::openWorkspace(wanted.workspace);
    if (!workspace)
        return workspace.error();
    const base::SystemClock clock;
    const auto desk = runtime::Faults::open({**workspace, clock, [](const auto&) {}});
    if (!desk)
        return desk.error();
    return act(**desk, wanted, clock.now());
}

} // namespace

void addFaults(CLI::App& app, int& exitCode)
{
    auto wanted = std::make_shared<WantedFaults>();
    auto* command = app.add_subcommand(
        "faults", "List what is wrong with which component, or do something about it.");
    command->add_option("WORKSPACE", wanted->workspace, "the file")->required();
    auto* action = command->add_option_group("action", "one of them; none lists the faults");
    action->add_flag("--history", wanted->history, "list what happened, newest first");
    action->add_option("--acknowledge", wanted->acknowledge,
                       "somebody has seen this fault: COMPONENT/CLASS");
    action->add_option("--move", wanted->move, "take this fault to the state --to");
    action->add_option("--maintain", wanted->maintain,
                       "somebody works on this component: its alerts raise no fault");
    action->add_option("--end", wanted->end, "nobody works on this component any more");
    action->require_option(0, 1);
    command->add_option("--to", wanted->to, "a state that a person may take it to");
    command->add_option("--person", wanted->person, "who does it");
    command->add_option("--note", wanted->note, "why");
    command->add_option("--minutes", wanted->minutes, "how long somebody works on it")
        ->check(CLI::Range(1, 7 * 24 * 60));
    command->add_flag("--json", wanted->json, "as JSON");
    command->callback([wanted, &exitCode] {
        const auto done = run(*wanted);
        exitCode = done ? kDone : cannot(done.error());
    });
}

} // namespace gavel::server
