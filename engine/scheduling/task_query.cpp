// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/task_query.h"

#include "engine/scheduling/task_row.h"

namespace gavel::scheduling {

using store::Connection;
using store::Statement;

namespace {

constexpr std::uint32_t kAllStates = (1U << model::kTaskStates) - 1;

constexpr std::string_view kFilter = R"sql(
 FROM task t JOIN name c ON c.id = t.campaign
WHERE t.market = (SELECT id FROM task_market WHERE name = $1)
    AND ($2 >> t.state & 1) AND ($3 >> t.trigger_kind & 1) AND ($4 >> t.priority & 1)
    AND ($5 = '' OR instr(lower(c.text), lower($5)) > 0)
    AND t.window_start >= $6 AND t.window_start < $7)sql";

std::string_view orderSql(TaskOrder order)
{
    switch (order) {
    case TaskOrder::Newest:
        return " ORDER BY t.id DESC";
    case TaskOrder::Oldest:
        return " ORDER BY t.id";
    case TaskOrder::Campaign:
        return " ORDER BY c.text, t.id DESC";
    case TaskOrder::State:
        return " ORDER BY t.state, t.id DESC";
    case TaskOrder::Due:
        return " ORDER BY t.due_at, t.id";
    case TaskOrder::Changed:
        return " ORDER BY t.changed_at DESC, t.id DESC";
    case TaskOrder::Attempts:
        return " ORDER BY t.attempt DESC, t.id DESC";
    }
    return "";
}

/// Open and failed tasks have an index of their own; whoever asks for nothing else gets it.
std::string_view openSql(std::uint32_t states)
{
    std::uint32_t ended = 0;
    for (std::size_t i = 0; i < model::kTaskStates; ++i)
        if (model::isTerminal(static_cast<model::TaskState>(i)))
            ended |= 1U << i;
    constexpr auto kFailed = 1U << static_cast<unsigned>(model::TaskState::Failed);
    if ((states & ended) != 0)
        return "";
    if ((states & kFailed) == 0)
        return " AND t.open = 1";
    return states == kFailed ? " AND t.open = 2" : " AND t.open IN (1, 2)";
}

std::uint32_t orAll(std::uint32_t bits, std::size_t count)
{
    return bits == 0 ? (1U << count) - 1 : bits;
}

model::TaskEvent readEvent(const Statement& row, model::TaskId task)
{
    model::TaskEvent event;
    event.task = task;
    event.version = static_cast<std::uint32_t>(row.integer(0));
    event.kind = static_cast<model::TaskEventKind>(row.integer(1));
    event.from = static_cast<model::TaskState>(row.integer(2));
    event.to = static_cast<model::TaskState>(row.integer(3));
    event.step = static_cast<model::SagaStep>(row.integer(4));
    event.cause = static_cast<model::TaskCause>(row.integer(5));
    event.attempt = static_cast<std::uint32_t>(row.integer(6));
    event.at = {row.integer(7)};
    event.dueAt = {row.integer(8)};
    if (!row.isNull(9) || !row.isNull(10))
        event.text = std::make_shared<const model::TaskEventText>(
            model::TaskEventText{std::string(row.text(9)), std::string(row.text(10))});
    return event;
}

Result<TaskRow> readOne(Connection& connection, model::TaskId id)
{
    auto find = connection.prepare("SELECT " + std::string(kTaskColumns)
                                   + ", c.text FROM task t JOIN name c ON c.id = t.campaign "
                                     "WHERE t.id = $1");
    if (!find)
        return find.error();
    const auto row = find->bindAll(static_cast<std::int64_t>(id)).step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{"TASK_UNKNOWN", "task " + std::to_string(id), "the file has no such task",
                     "look for it in the list"};
    return TaskRow{readTask(*find), std::string(find->text(kTaskColumnCount))};
}

} // namespace

Result<TaskCounts> countTasks(Connection& connection, std::string_view market)
{
    auto count = connection.prepare("SELECT n.state, n.tasks FROM task_count n JOIN task_market m "
                                    "ON m.id = n.market WHERE m.name = $1");
    if (!count)
        return count.error();
    count->bindAll(market);
    TaskCounts counts{};
    for (;;) {
        const auto row = count->step();
        if (!row)
            return row.error();
        if (!*row)
            return counts;
        counts.at(static_cast<std::size_t>(count->integer(0))) = count->integer(1);
    }
}

Result<TaskPage> listTasks(Connection& connection, std::string_view market,
                           const TaskFilter& filter, TaskOrder order, std::size_t skip,
                           std::size_t most)
{
    const std::uint32_t states = orAll(filter.states & kAllStates, model::kTaskStates);
    std::string sql = "SELECT " + std::string(kTaskColumns) + ", c.text" + std::string(kFilter);
    sql += openSql(states);
    sql += orderSql(order);
    auto list = connection.prepare(sql + " LIMIT $8 OFFSET $9");
    if (!list)
        return list.error();
    list->bindAll(market, states, orAll(filter.triggers, model::kTriggerKinds),
                  orAll(filter.priorities, model::kTaskPriorities), filter.campaign,
                  filter.since.value_or(TimeMs{INT64_MIN}).value,
                  filter.until.value_or(TimeMs{INT64_MAX}).value, most + 1, skip);
    TaskPage page;
    for (;;) {
        const auto row = list->step();
        if (!row)
            return row.error();
        if (!*row)
            return page;
        if (page.rows.size() == most) {
            page.more = true;
            return page;
        }
        page.rows.push_back({readTask(*list), std::string(list->text(kTaskColumnCount))});
    }
}

Result<TaskHistory> taskHistory(Connection& connection, model::TaskId id)
{
    auto found = readOne(connection, id);
    if (!found)
        return found.error();
    auto chain = connection.prepare(R"sql(
WITH RECURSIVE chain (seq, previous) AS (
    SELECT e.seq, e.previous FROM task t JOIN task_event e ON e.seq = t.last_event WHERE t.id = $1
    UNION ALL SELECT e.seq, e.previous FROM chain JOIN task_event e ON e.seq = chain.previous)
SELECT version, kind, from_state, to_state, step, cause, attempt, at, due_at, actor, detail
FROM task_event WHERE seq IN (SELECT seq FROM chain) ORDER BY seq)sql");
    if (!chain)
        return chain.error();
    chain->bindAll(static_cast<std::int64_t>(id));
    TaskHistory history{std::move(*found), {}};
    for (;;) {
        const auto row = chain->step();
        if (!row)
            return row.error();
        if (!*row)
            return history;
        history.events.push_back(readEvent(*chain, id));
    }
}

} // namespace gavel::scheduling
