// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/task_query.h"
#include "engine/store/connection.h"

#include <unordered_map>

namespace gavel::scheduling {

using store::Connection;
using store::Statement;

namespace {

/// Where a task stands by what was read of its history so far.
struct Standing
{
    std::int64_t version = 0;
    std::int64_t event = 0;
    model::TaskState state = model::TaskState::Pending;
};
using Standings = std::unordered_map<std::int64_t, Standing>;

std::string eventName(const Statement& row)
{
    return "event " + std::to_string(row.integer(0)) + " of task " + std::to_string(row.integer(1));
}

/// What is wrong with one event after those before it; "" = nothing.
std::string follow(const Statement& row, Standings& standings)
{
    Standing& at = standings[row.integer(1)];
    const auto kind = static_cast<model::TaskEventKind>(row.integer(4));
    const auto from = static_cast<model::TaskState>(row.integer(5));
    const auto to = static_cast<model::TaskState>(row.integer(6));
    if (row.integer(2) != at.version + 1)
        return eventName(row) + " has version " + std::to_string(row.integer(2)) + " after "
            + std::to_string(at.version);
    if (row.integer(3) != at.event)
        return eventName(row) + " does not name the event before it";
    if (at.version == 0 ? kind != model::TaskEventKind::Created : from != at.state)
        return eventName(row) + " does not go on from where the task stood";
    const bool moves = kind == model::TaskEventKind::Transition;
    if (moves ? !model::mayMove(from, to) : from != to)
        return eventName(row) + " is a change of state that the table does not have";
    at = {row.integer(2), row.integer(0), to};
    return {};
}

Result<std::string> followAll(Connection& connection, Standings& standings)
{
    auto events = connection.prepare("SELECT seq, task, version, previous, kind, from_state, "
                                     "to_state FROM task_event ORDER BY seq");
    if (!events)
        return events.error();
    for (;;) {
        const auto row = events->step();
        if (!row)
            return row.error();
        if (!*row)
            return std::string();
        if (std::string wrong = follow(*events, standings); !wrong.empty())
            return wrong;
    }
}

/// The tasks' rows against their histories; what is left of `standings` has no row.
Result<std::string> compareRows(Connection& connection, Standings& standings)
{
    auto tasks = connection.prepare("SELECT id, version, last_event, state FROM task ORDER BY id");
    if (!tasks)
        return tasks.error();
    for (;;) {
        const auto row = tasks->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const Standing at = standings[tasks->integer(0)];
        if (tasks->integer(1) != at.version || tasks->integer(2) != at.event
            || tasks->integer(3) != static_cast<std::int64_t>(at.state))
            return "task " + std::to_string(tasks->integer(0)) + " is not what its history says";
        standings.erase(tasks->integer(0));
    }
    if (standings.empty())
        return std::string();
    return "the history of task " + std::to_string(standings.begin()->first) + " has no task";
}

Result<std::string> compareCounts(Connection& connection)
{
    auto wrong = connection.prepare(R"sql(
WITH recount (market, state, tasks) AS (SELECT market, state, count(*) FROM task GROUP BY 1, 2)
SELECT m.name, n.state, n.tasks FROM task_count n JOIN task_market m ON m.id = n.market
LEFT JOIN recount r ON r.market = n.market AND r.state = n.state
WHERE n.tasks <> coalesce(r.tasks, 0)
UNION ALL SELECT m.name, r.state, 0 FROM recount r JOIN task_market m ON m.id = r.market
WHERE NOT EXISTS (SELECT 1 FROM task_count n WHERE n.market = r.market AND n.state = r.state)
LIMIT 1)sql");
    if (!wrong)
        return wrong.error();
    const auto row = wrong->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::string();
    return "market " + std::string(wrong->text(0)) + " counts " + std::to_string(wrong->integer(2))
        + " tasks as "
        + std::string(model::kTaskStateNames.at(static_cast<std::size_t>(wrong->integer(1))));
}

/// The run of a campaign's newest window is in the file or was dropped by a sweep. A file that is
/// older than sweeps has no mark of them.
Result<std::string> compareWindows(Connection& connection)
{
    const auto marks = connection.integer(
        "SELECT count(*) FROM pragma_table_info('task_window') WHERE name = 'dropped_to'");
    if (!marks || *marks == 0)
        return marks ? Result<std::string>(std::string()) : marks.error();
    auto wrong = connection.prepare(R"sql(
SELECT c.text, w.window_start FROM task_window w JOIN name c ON c.id = w.campaign
WHERE coalesce(w.dropped_to < w.window_start, 1) AND NOT EXISTS (SELECT 1 FROM task t
    WHERE t.market = w.market AND t.window_start = w.window_start
        AND t.trigger_kind = w.trigger_kind AND t.campaign = w.campaign)
LIMIT 1)sql");
    if (!wrong)
        return wrong.error();
    const auto row = wrong->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::string();
    return "the run of campaign " + std::string(wrong->text(0)) + " for the window of "
        + std::to_string(wrong->integer(1)) + " ms is missing";
}

} // namespace

Result<std::string> firstBrokenTask(Connection& connection)
{
    Standings standings;
    auto wrong = followAll(connection, standings);
    if (wrong && wrong->empty())
        wrong = compareRows(connection, standings);
    if (wrong && wrong->empty())
        wrong = compareCounts(connection);
    if (wrong && wrong->empty())
        wrong = compareWindows(connection);
    return wrong;
}

} // namespace gavel::scheduling
