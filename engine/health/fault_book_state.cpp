// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a fault book over a restart.
#include "engine/base/enum_name.h"
#include "engine/base/json.h"
#include "engine/health/fault_book.h"

#include <boost/json.hpp>

#include <limits>

namespace gavel::health {

using model::FaultClass;
using model::FaultState;

namespace {

namespace json = boost::json;
using base::Need;
using base::ObjectReader;

constexpr std::int64_t kMostTime = 253'402'300'799'999; ///< the end of the year 9999

json::array setArray(const std::set<std::string>& texts)
{
    return base::textArray({texts.begin(), texts.end()});
}

json::object faultObject(const Fault& fault)
{
    json::object object{{"component", fault.component},
                        {"class", base::nameOf(fault.kind, model::kFaultClassNames)},
                        {"state", base::nameOf(fault.state, model::kFaultStateNames)},
                        {"since", fault.since.value},
                        {"raised_at", fault.raisedAt.value},
                        {"quiet_until", fault.quietUntil.value},
                        {"pending", setArray(fault.pending)},
                        {"firing", setArray(fault.firing)},
                        {"acknowledged_by", fault.acknowledgedBy},
                        {"acknowledged_at", fault.acknowledgedAt.value},
                        {"escalated_at", fault.escalatedAt.value},
                        {"last_action", fault.lastAction},
                        {"orders", fault.orders}};
    if (fault.run)
        object["run"] = json::object{{"key", fault.run->key},
                                     {"action", fault.run->action},
                                     {"asked_at", fault.run->askedAt.value}};
    return object;
}

json::object changeObject(const FaultChange& change)
{
    return {{"what", base::nameOf(change.what, kFaultChangeKindNames)},
            {"at", change.at.value},
            {"component", change.component},
            {"class", base::nameOf(change.kind, model::kFaultClassNames)},
            {"from", base::nameOf(change.from, model::kFaultStateNames)},
            {"to", base::nameOf(change.to, model::kFaultStateNames)},
            {"person", change.person},
            {"cause", change.cause}};
}

json::object windowObject(const MaintenanceWindow& window)
{
    return {{"component", window.component},
            {"person", window.person},
            {"reason", window.reason},
            {"begin", window.begin.value},
            {"end", window.end.value}};
}

void readKeptTime(ObjectReader& reader, std::string_view key, TimeMs& out)
{
    reader.integer(key, out.value, std::int64_t{0}, kMostTime, Need::Required);
}

void readSet(ObjectReader& reader, std::string_view key, std::set<std::string>& out)
{
    std::vector<std::string> texts;
    if (reader.texts(key, texts, Need::Required))
        out.insert(texts.begin(), texts.end());
}

Fault readFault(const json::value& value, const std::string& path, std::vector<Error>& errors)
{
    Fault fault;
    ObjectReader reader(value, path, errors);
    reader.text("component", fault.component, Need::Required);
    reader.choice("class", fault.kind, model::kFaultClassNames, Need::Required);
    reader.choice("state", fault.state, model::kFaultStateNames, Need::Required);
    readKeptTime(reader, "since", fault.since);
    readKeptTime(reader, "raised_at", fault.raisedAt);
    readKeptTime(reader, "quiet_until", fault.quietUntil);
    readSet(reader, "pending", fault.pending);
    readSet(reader, "firing", fault.firing);
    reader.text("acknowledged_by", fault.acknowledgedBy);
    readKeptTime(reader, "acknowledged_at", fault.acknowledgedAt);
    readKeptTime(reader, "escalated_at", fault.escalatedAt);
    reader.text("last_action", fault.lastAction);
    reader.integer("orders", fault.orders, 0U, std::numeric_limits<std::uint32_t>::max(),
                   Need::Required);
    reader.object("run", [&](ObjectReader& inside) {
        ActionRun& run = fault.run.emplace();
        inside.text("key", run.key, Need::Required);
        inside.text("action", run.action, Need::Required);
        readKeptTime(inside, "asked_at", run.askedAt);
    });
    const bool runs = fault.state == FaultState::AutoHealing
        || fault.state == FaultState::HealingInProgress
        || fault.state == FaultState::SystemShutdown;
    if (runs != fault.run.has_value())
        reader.fail("run", runs ? "is needed in this state" : "is not there in this state",
                    "keep both as they were exported");
    return fault;
}

FaultChange readChange(const json::value& value, const std::string& path,
                       std::vector<Error>& errors)
{
    FaultChange change;
    ObjectReader reader(value, path, errors);
    reader.choice("what", change.what, kFaultChangeKindNames, Need::Required);
    readKeptTime(reader, "at", change.at);
    reader.text("component", change.component, Need::Required);
    reader.choice("class", change.kind, model::kFaultClassNames, Need::Required);
    reader.choice("from", change.from, model::kFaultStateNames, Need::Required);
    reader.choice("to", change.to, model::kFaultStateNames, Need::Required);
    reader.text("person", change.person);
    reader.text("cause", change.cause);
    return change;
}

MaintenanceWindow readWindow(const json::value& value, const std::string& path,
                             std::vector<Error>& errors)
{
    MaintenanceWindow window;
    ObjectReader reader(value, path, errors);
    reader.text("component", window.component, Need::Required);
    reader.text("person", window.person, Need::Required);
    reader.text("reason", window.reason, Need::Required);
    readKeptTime(reader, "begin", window.begin);
    readKeptTime(reader, "end", window.end);
    return window;
}

/// A try of an action, to count it against the limit of its class.
json::object tryObject(FaultClass kind, TimeMs at)
{
    return {{"class", base::nameOf(kind, model::kFaultClassNames)}, {"at", at.value}};
}

} // namespace

std::string FaultBook::exportState() const
{
    json::array faults;
    for (const auto& [key, fault] : m_faults)
        faults.push_back(faultObject(fault));
    json::array tries;
    for (std::size_t kind = 0; kind < m_tries.size(); ++kind)
        for (const TimeMs at : m_tries[kind])
            tries.push_back(tryObject(static_cast<FaultClass>(kind), at));
    json::array windows;
    for (const MaintenanceWindow& window : m_windows)
        windows.push_back(windowObject(window));
    json::array history;
    for (const FaultChange& change : m_history)
        history.push_back(changeObject(change));
    return base::jsonText(json::object{{"faults", std::move(faults)},
                                       {"tries", std::move(tries)},
                                       {"maintenance", std::move(windows)},
                                       {"history", std::move(history)}});
}

struct FaultBook::StateReader
{
    FaultBook& book;

    void readTry(const json::value& value, const std::string& path, std::vector<Error>& errors)
    {
        ObjectReader reader(value, path, errors);
        FaultClass kind = FaultClass::Traffic;
        TimeMs at;
        reader.choice("class", kind, model::kFaultClassNames, Need::Required);
        readKeptTime(reader, "at", at);
        book.m_tries[static_cast<std::size_t>(kind)].push_back(at);
    }

    bool read(const json::value& value, std::vector<Error>& errors)
    {
        ObjectReader reader(value, "", errors);
        const auto each = [&](std::string_view key, auto take) {
            reader.each(
                key,
                [&](const json::value& element, const std::string& path) { take(element, path); },
                Need::Required);
        };
        each("faults", [&](const json::value& element, const std::string& path) {
            Fault fault = readFault(element, path, errors);
            Key key{fault.component, fault.kind};
            book.m_faults.insert_or_assign(std::move(key), std::move(fault));
        });
        each("tries", [&](const json::value& element, const std::string& path) {
            readTry(element, path, errors);
        });
        each("maintenance", [&](const json::value& element, const std::string& path) {
            book.m_windows.push_back(readWindow(element, path, errors));
        });
        each("history", [&](const json::value& element, const std::string& path) {
            book.m_history.push_back(readChange(element, path, errors));
        });
        return reader.isObject();
    }
};

Result<FaultBook> FaultBook::restore(std::string_view state, std::span<const HealingAction> actions)
{
    FaultBook book(actions);
    StateReader reader{book};
    const auto read = base::readDocument(state, "faults",
                                         [&](const json::value& value, std::vector<Error>& errors) {
                                             return reader.read(value, errors);
                                         });
    if (!read)
        return read.error();
    return book;
}

} // namespace gavel::health
