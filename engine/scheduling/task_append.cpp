// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/fault.h"
#include "engine/scheduling/task_row.h"
#include "engine/scheduling/task_store.h"

#include <array>

namespace gavel::scheduling {

using model::ScheduleTask;
using store::Connection;
using store::Statement;

namespace {

// The guard of every change: the slot's lease still has the token under which the task was changed,
// and the file holds the version it was changed from. A new task has no row to guard: its lease is
// read in the same transaction, of which there is only one at a time.
constexpr std::string_view kInsert = R"sql(
INSERT INTO task (id, market, campaign, slot, trigger_kind, priority, window_start, window_end,
    created_at, state, prior_state, version, attempt, generation, node, steps, flags, started_at,
    changed_at, due_at, deadline, trouble_since, last_event, failure_class, failure_code,
    failure_text, failure_attempts, failure_advice, open)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, $12, $13, $14, $15, $16, $17, $18, $19,
    $20, $21, $22, $23, $24, $25, $26, $27, $28)
ON CONFLICT (market, window_start, trigger_kind, campaign) DO NOTHING)sql";

constexpr std::string_view kGuard = R"sql(
WHERE id = $1 AND version = $2
    AND EXISTS (SELECT 1 FROM task_lease WHERE market = $3 AND slot = $4 AND token = $5))sql";

constexpr std::string_view kAdvance = R"sql(
UPDATE task SET prior_state = state, state = $6, version = $7, attempt = $8, generation = $9, node = $10, steps = $11,
    flags = $12, started_at = $13, changed_at = $14, due_at = $15, deadline = $16,
    trouble_since = $17, last_event = $18)sql";

constexpr std::string_view kFailure = R"sql(, failure_class = $19, failure_code = $20,
    failure_text = $21, failure_attempts = $22, failure_advice = $23)sql";

constexpr std::string_view kWindow = R"sql(
INSERT INTO task_window (market, campaign, trigger_kind, window_start, window_end)
VALUES ($1, $2, $3, $4, $5) ON CONFLICT (market, campaign, trigger_kind) DO UPDATE SET
    window_start = max(window_start, excluded.window_start),
    window_end = CASE WHEN window_start < excluded.window_start THEN excluded.window_end
        ELSE window_end END
RETURNING coalesce(dropped_to >= $4, 0))sql";

constexpr std::string_view kEvent = R"sql(
INSERT INTO task_event (seq, task, version, previous, kind, from_state, to_state, step, cause,
    attempt, at, due_at, actor, detail)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))sql";

constexpr std::string_view kCount = R"sql(
INSERT INTO task_count (market, state, tasks) VALUES ($1, $2, max($3, 0))
ON CONFLICT (market, state) DO UPDATE SET tasks = tasks + $3)sql";

constexpr std::int64_t kOpen = 1;
constexpr std::int64_t kFailedByNow = 2;

/// The update's text by what it has to write, so that the index of open tasks is touched only when
/// a task ends or is taken up again.
struct Shape
{
    bool failure = false; ///< it has one
    bool open = false; ///< whether it is open changes
};

std::string updateText(Shape shape)
{
    std::string sql(kAdvance);
    if (shape.failure)
        sql += kFailure;
    if (shape.open)
        sql += shape.failure ? ", open = $24" : ", open = $19";
    return sql + std::string(kGuard);
}

const std::string& updateOf(Shape shape)
{
    static const std::array<std::string, 4> kTexts{
        updateText({false, false}), updateText({false, true}), updateText({true, false}),
        updateText({true, true})};
    return kTexts[(shape.failure ? 2U : 0U) + (shape.open ? 1U : 0U)];
}

void bindOpen(Statement& statement, int parameter, model::TaskState state)
{
    if (model::isTerminal(state))
        statement.bindNull(parameter);
    else
        statement.bind(parameter, state == model::TaskState::Failed ? kFailedByNow : kOpen);
}

std::int64_t wide(std::uint64_t number)
{
    return static_cast<std::int64_t>(number);
}

template<typename E>
std::int64_t code(E value)
{
    return static_cast<std::int64_t>(value);
}

constexpr int kFailureColumns = 5;

void bindFailure(Statement& statement, int parameter, const model::TaskFailure* failure)
{
    if (failure == nullptr) {
        for (int i = 0; i < kFailureColumns; ++i)
            statement.bindNull(parameter + i);
        return;
    }
    statement.bind(parameter, code(failure->kind));
    statement.bind(parameter + 1, std::string_view(failure->code));
    statement.bind(parameter + 2, std::string_view(failure->description));
    statement.bind(parameter + 3, static_cast<std::int64_t>(failure->attempts));
    statement.bind(parameter + 4, std::string_view(failure->advice));
}

Result<void> writeEvent(Connection& connection, const model::TaskEvent& event, std::uint64_t number,
                        std::uint64_t previous)
{
    const auto insert = connection.cached(kEvent);
    if (!insert)
        return insert.error();
    Statement& row = **insert;
    row.bindAll(wide(number), wide(event.task), event.version, wide(previous), code(event.kind),
                code(event.from), code(event.to), code(event.step), code(event.cause),
                event.attempt, event.at.value, event.dueAt.value);
    if (event.text && !event.text->actor.empty())
        row.bind(13, std::string_view(event.text->actor));
    else
        row.bindNull(13);
    if (event.text && !event.text->detail.empty())
        row.bind(14, std::string_view(event.text->detail));
    else
        row.bindNull(14);
    return row.run();
}

using Tokens = std::array<model::LeaseToken, kLeaseSlots>;

Result<Tokens> readTokens(Connection& connection, std::int64_t market)
{
    const auto leases = connection.cached("SELECT slot, token FROM task_lease WHERE market = $1");
    if (!leases)
        return leases.error();
    (*leases)->bindAll(market);
    Tokens tokens{};
    for (;;) {
        const auto row = (*leases)->step();
        if (!row)
            return row.error();
        if (!*row)
            return tokens;
        tokens.at(static_cast<std::size_t>((*leases)->integer(0)))
            = static_cast<model::LeaseToken>((*leases)->integer(1));
    }
}

/// Which rule of the guard a refused task broke.
TaskRefusal whyRefused(std::uint32_t place, const TaskWrite& write, const Tokens& tokens)
{
    const std::string where = "task " + std::to_string(write.task.id);
    if (tokens[write.task.slot] != write.token)
        return {place,
                {"LEASE_STALE", where, "another node has taken the campaign's slot over",
                 "let that node go on; this one forgets the task"}};
    if (write.before == 0)
        return {place,
                {"TASK_EXISTS", where, "this window of the campaign and kind has its run",
                 "each window runs once"}};
    return {place,
            {"VERSION_STALE", where, "the file holds another version of the task", "load it anew"}};
}

Result<void> writeCounts(Connection& connection, std::int64_t market,
                         const std::array<std::int64_t, model::kTaskStates>& deltas)
{
    for (std::size_t state = 0; state < deltas.size(); ++state) {
        if (deltas[state] == 0)
            continue;
        const auto count = connection.cached(kCount);
        if (!count)
            return count.error();
        if (auto counted = (*count)->bindAll(market, state, deltas[state]).run(); !counted)
            return counted;
    }
    return {};
}

} // namespace

Result<Appended> TaskStore::append(const TaskBatch& batch)
{
    Appended appended;
    if (batch.empty())
        return appended;
    auto done = m_workspace->writeAndWait([&](Connection& connection) -> Result<void> {
        auto written = write(connection, batch);
        if (!written)
            return written.error();
        appended = std::move(*written);
        return {};
    });
    if (!done) {
        forgetNames();
        return done.error();
    }
    return appended;
}

Result<Appended> TaskStore::write(Connection& connection, const TaskBatch& batch)
{
    const auto last = connection.cached("SELECT coalesce(max(seq), 0) FROM task_event");
    if (!last)
        return last.error();
    if (const auto row = (*last)->step(); !row)
        return row.error();
    Appended appended;
    appended.firstEvent = static_cast<std::uint64_t>((*last)->integer(0)) + 1;
    (*last)->reset();
    std::vector<std::uint64_t> newest(batch.tasks.size());
    for (std::size_t i = 0; i < batch.events.size(); ++i)
        newest[batch.owners[i]] = appended.firstEvent + i;
    const auto taken = writeTasks(connection, batch, newest, appended.refused);
    if (!taken)
        return taken.error();
    for (std::size_t i = 0; i < batch.events.size(); ++i) {
        const std::uint32_t owner = batch.owners[i];
        if (!(*taken)[owner])
            continue;
        const std::uint64_t number = appended.firstEvent + i;
        if (auto done = writeEvent(connection, batch.events[i], number, newest[owner]); !done)
            return done.error();
        newest[owner] = number;
    }
    return appended;
}

/// Writes the rows; which of them the guard let through. `newest` holds each task's newest event,
/// and then the one that the file held before.
Result<std::vector<bool>> TaskStore::writeTasks(Connection& connection, const TaskBatch& batch,
                                                std::vector<std::uint64_t>& newest,
                                                std::vector<TaskRefusal>& refused)
{
    const auto tokens = readTokens(connection, m_market);
    if (!tokens)
        return tokens.error();
    std::array<std::int64_t, model::kTaskStates> deltas{};
    std::vector<bool> taken(batch.tasks.size());
    for (std::uint32_t place = 0; place < batch.tasks.size(); ++place) {
        const TaskWrite& write = batch.tasks[place];
        const model::LeaseToken held = (*tokens)[write.task.slot];
        const bool skips = base::planted(base::Fault::SkipTokenCheck);
        Result<bool> written = false;
        if (write.before != 0)
            written = updateTask(connection, write, skips ? held : write.token, newest[place]);
        else if (held == write.token || skips)
            written = insertTask(connection, write, newest[place]);
        if (!written)
            return written.error();
        taken[place] = *written;
        if (!*written) {
            refused.push_back(whyRefused(place, write, *tokens));
            continue;
        }
        ++deltas[static_cast<std::size_t>(write.task.state)];
        if (write.before != 0)
            --deltas[static_cast<std::size_t>(write.stateBefore)];
        newest[place] = write.task.lastEvent;
    }
    if (auto counted = writeCounts(connection, m_market, deltas); !counted)
        return counted.error();
    return taken;
}

Result<bool> TaskStore::insertTask(Connection& connection, const TaskWrite& write,
                                   std::uint64_t lastEvent)
{
    const ScheduleTask& task = write.task;
    const auto campaign = m_names.number(connection, store::NameKind::Campaign, task.campaign);
    if (!campaign)
        return campaign.error();
    const auto ran = markWindow(connection, task, *campaign);
    if (!ran)
        return ran.error();
    if (*ran)
        return false;
    const auto insert = connection.cached(kInsert);
    if (!insert)
        return insert.error();
    Statement& row = **insert;
    row.bindAll(wide(task.id), m_market, *campaign, task.slot, code(task.trigger),
                code(task.priority), task.windowStart.value, task.windowEnd.value,
                task.createdAt.value, code(task.state), task.version, task.attempt, task.generation,
                task.node, packedSteps(task), packedFlags(task), task.startedAt.value,
                task.changedAt.value, task.dueAt.value, task.deadline.value,
                task.troubleSince.value, wide(lastEvent));
    bindFailure(row, 23, task.failure.get());
    bindOpen(row, 28, task.state);
    if (auto done = row.run(); !done)
        return done.error();
    return connection.changes() == 1;
}

/// Keeps the newest window of the campaign and kind; true: the task that ran this one has left the
/// file.
Result<bool> TaskStore::markWindow(Connection& connection, const ScheduleTask& task,
                                   std::int64_t campaign) const
{
    const auto window = connection.cached(kWindow);
    if (!window)
        return window.error();
    (*window)->bindAll(m_market, campaign, code(task.trigger), task.windowStart.value,
                       task.windowEnd.value);
    const auto row = (*window)->step();
    if (!row)
        return row.error();
    const bool ran = (*window)->integer(0) != 0;
    (*window)->reset();
    return ran;
}

Result<bool> TaskStore::updateTask(Connection& connection, const TaskWrite& write,
                                   model::LeaseToken token, std::uint64_t lastEvent)
{
    const ScheduleTask& task = write.task;
    const Shape shape{task.failure != nullptr,
                      model::isEnded(task.state) != model::isEnded(write.stateBefore)
                          || task.state == model::TaskState::Failed};
    const auto update = connection.cached(updateOf(shape));
    if (!update)
        return update.error();
    Statement& row = **update;
    row.bindAll(wide(task.id), write.before, m_market, task.slot, wide(token), code(task.state),
                task.version, task.attempt, task.generation, task.node, packedSteps(task),
                packedFlags(task), task.startedAt.value, task.changedAt.value, task.dueAt.value,
                task.deadline.value, task.troubleSince.value, wide(lastEvent));
    if (shape.failure)
        bindFailure(row, 19, task.failure.get());
    if (shape.open)
        bindOpen(row, shape.failure ? 24 : 19, task.state);
    if (auto done = row.run(); !done)
        return done.error();
    return connection.changes() == 1;
}

} // namespace gavel::scheduling
