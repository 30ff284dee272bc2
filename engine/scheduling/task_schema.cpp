// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/task_schema.h"

#include "engine/model/schedule.h"

#include <array>
#include <string>

namespace gavel::scheduling {

namespace {

// A task's row is written at most once a batch and its history only appends, so that a round of
// many campaigns touches few pages: the unique key starts with the window for the same reason.
// `prior_state` is where the row's last change found it.
// Events of a task are chained by `previous` from task.last_event, which saves an index.
// `open` is 1 while the task is open, 2 when it failed, and null when nothing can happen any more.
constexpr std::string_view kMarkets = R"sql(
CREATE TABLE task_market (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE task_node (
    epoch INTEGER PRIMARY KEY,
    market INTEGER NOT NULL REFERENCES task_market(id),
    name TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT;
CREATE TABLE task_lease (
    market INTEGER NOT NULL REFERENCES task_market(id),
    slot INTEGER NOT NULL,
    owner INTEGER NOT NULL,
    token INTEGER NOT NULL,
    elected_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (market, slot)
) STRICT, WITHOUT ROWID;
CREATE TABLE task_window (
    market INTEGER NOT NULL REFERENCES task_market(id),
    campaign INTEGER NOT NULL REFERENCES name(id),
    trigger_kind INTEGER NOT NULL,
    window_start INTEGER NOT NULL,
    window_end INTEGER NOT NULL,
    PRIMARY KEY (market, campaign, trigger_kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE task_count (
    market INTEGER NOT NULL REFERENCES task_market(id),
    state INTEGER NOT NULL,
    tasks INTEGER NOT NULL CHECK (tasks >= 0),
    PRIMARY KEY (market, state)
) STRICT, WITHOUT ROWID;
)sql";

constexpr std::string_view kTaskColumnsSql = R"sql(
    id INTEGER PRIMARY KEY,
    market INTEGER NOT NULL REFERENCES task_market(id),
    campaign INTEGER NOT NULL REFERENCES name(id),
    slot INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 255),
    trigger_kind INTEGER NOT NULL CHECK (trigger_kind BETWEEN 0 AND 3),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 2),
    window_start INTEGER NOT NULL,
    window_end INTEGER NOT NULL CHECK (window_end > window_start),
    created_at INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 10),
    prior_state INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    attempt INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    node INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    deadline INTEGER NOT NULL,
    trouble_since INTEGER NOT NULL,
    last_event INTEGER NOT NULL,
    failure_class INTEGER,
    failure_code TEXT,
    failure_text TEXT,
    failure_attempts INTEGER,
    failure_advice TEXT,
    open INTEGER CHECK (open IN (1, 2)),
    UNIQUE (market, window_start, trigger_kind, campaign),
)sql";

constexpr std::string_view kEventColumns = R"sql(
    seq INTEGER PRIMARY KEY,
    task INTEGER NOT NULL,
    version INTEGER NOT NULL,
    previous INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 10),
    from_state INTEGER NOT NULL,
    to_state INTEGER NOT NULL,
    step INTEGER NOT NULL,
    cause INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    actor TEXT,
    detail TEXT,
)sql";

constexpr std::string_view kAppendOnly = R"sql(
CREATE TRIGGER task_event_is_not_changed BEFORE UPDATE ON task_event
BEGIN SELECT RAISE(ABORT, 'the history of a task is append-only'); END;
CREATE TRIGGER task_event_is_not_deleted BEFORE DELETE ON task_event
BEGIN SELECT RAISE(ABORT, 'the history of a task is append-only'); END;
CREATE TRIGGER task_is_not_deleted BEFORE DELETE ON task
BEGIN SELECT RAISE(ABORT, 'tasks are kept'); END;
)sql";

/// States that a task may reach by any number of transitions, as bits.
constexpr std::uint32_t reachable(model::TaskState from)
{
    std::uint32_t states = model::nextStates(from);
    for (std::size_t round = 0; round < model::kTaskStates; ++round)
        for (std::size_t i = 0; i < model::kTaskStates; ++i)
            if ((states >> i & 1U) != 0)
                states |= model::nextStates(static_cast<model::TaskState>(i));
    return states;
}

/// SQL that is 1 when the state in column `to` may follow the one in column `from`. A bit per state
/// is read; a list of pairs would be built anew for each row.
template<typename Next>
std::string follows(std::string_view from, std::string_view to, Next next)
{
    std::string sql = "(CASE " + std::string(from);
    for (std::size_t i = 0; i < model::kTaskStates; ++i)
        sql += " WHEN " + std::to_string(i) + " THEN "
            + std::to_string(next(static_cast<model::TaskState>(i)));
    return sql + " ELSE 0 END >> " + std::string(to) + " & 1)";
}

std::uint32_t terminalStates()
{
    std::uint32_t states = 0;
    for (std::size_t i = 0; i < model::kTaskStates; ++i)
        states |= model::isTerminal(static_cast<model::TaskState>(i)) ? 1U << i : 0U;
    return states;
}

template<std::size_t N>
std::string words(std::string_view column, const std::array<std::string_view, N>& names,
                  std::string_view as)
{
    std::string sql = "CASE " + std::string(column);
    for (std::size_t i = 0; i < N; ++i)
        sql += " WHEN " + std::to_string(i) + " THEN '" + std::string(names[i]) + "'";
    return sql + " END AS " + std::string(as);
}

/// The tables for people with an SQL tool.
std::string views()
{
    return "CREATE VIEW task_text AS SELECT t.id, m.name AS market, c.text AS campaign, "
        + words("t.trigger_kind", model::kTriggerKindNames, "trigger_kind") + ", "
        + words("t.priority", model::kTaskPriorityNames, "priority") + ", "
        + words("t.state", model::kTaskStateNames, "state")
        + ", datetime(t.window_start / 1000, 'unixepoch') AS window_start_utc, t.version, "
          "t.attempt, t.failure_code, t.failure_text, t.failure_advice FROM task t "
          "JOIN task_market m ON m.id = t.market JOIN name c ON c.id = t.campaign;"
          "CREATE VIEW task_event_text AS SELECT seq, task, version, "
        + words("kind", model::kTaskEventKindNames, "kind") + ", "
        + words("from_state", model::kTaskStateNames, "from_state") + ", "
        + words("to_state", model::kTaskStateNames, "to_state") + ", "
        + words("step", model::kSagaStepNames, "step") + ", "
        + words("cause", model::kTaskCauseNames, "cause")
        + ", attempt, datetime(at / 1000, 'unixepoch') AS at_utc, actor, detail FROM task_event;";
}

std::string schema()
{
    constexpr auto kTransition = static_cast<int>(model::TaskEventKind::Transition);
    std::string sql(kMarkets);
    // A trigger would see the row before the change, but costs each row of a batch a look through
    // the batch's savepoint; so the statement copies the state over and a check compares the two.
    sql += "CREATE TABLE task (" + std::string(kTaskColumnsSql)
        + "    CHECK (prior_state = state OR " + follows("prior_state", "state", reachable)
        + "),\n    CHECK ((open IS NULL) = (" + std::to_string(terminalStates())
        + " >> state & 1))) STRICT;"
          "CREATE INDEX task_open ON task (market, open) WHERE open IS NOT NULL;";
    sql += "CREATE TABLE task_event (" + std::string(kEventColumns) + "    CHECK (CASE kind WHEN "
        + std::to_string(kTransition) + " THEN "
        + follows("from_state", "to_state", model::nextStates)
        + " ELSE from_state = to_state END)) STRICT;";
    sql += kAppendOnly;
    return sql + views();
}

/// Ad servers of other processes. Who has left stays, so that an old key is never used again.
constexpr std::string_view kMembers = R"sql(
CREATE TABLE ad_server (
    member TEXT PRIMARY KEY,
    market TEXT NOT NULL,
    source INTEGER NOT NULL UNIQUE,
    run INTEGER NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    left_at INTEGER
) STRICT, WITHOUT ROWID;
)sql";

/// What ended long ago leaves the file (TaskSweeper). `dropped_to` is the newest window of a
/// campaign and kind whose task has left, and no window up to it runs again; `met_at` is when a
/// sweep first met the market, by the wall's clock.
constexpr std::string_view kSweeping = R"sql(
ALTER TABLE task_market ADD COLUMN met_at INTEGER;
ALTER TABLE task_window ADD COLUMN dropped_to INTEGER;
ALTER TABLE task_count ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER task_event_is_not_deleted;
DROP TRIGGER task_is_not_deleted;
CREATE TRIGGER task_event_is_not_deleted BEFORE DELETE ON task_event
WHEN EXISTS (SELECT 1 FROM task WHERE id = OLD.task)
BEGIN SELECT RAISE(ABORT, 'the history of a task is append-only while the task is kept'); END;
CREATE TRIGGER task_is_not_deleted BEFORE DELETE ON task
WHEN OLD.open = 1 OR OLD.last_event = (SELECT max(seq) FROM task_event)
    OR NOT EXISTS (SELECT 1 FROM task_window w WHERE w.market = OLD.market
        AND w.campaign = OLD.campaign AND w.trigger_kind = OLD.trigger_kind
        AND w.dropped_to >= OLD.window_start)
BEGIN SELECT RAISE(ABORT, 'a task is kept while it is open or its window could run again'); END;
)sql";

} // namespace

std::span<const store::Migration> schedulingMigrations()
{
    static const std::string kFirst = schema();
    static const std::array<store::Migration, 3> kMigrations{
        {{"scheduling", 1, kFirst}, {"scheduling", 2, kMembers}, {"scheduling", 3, kSweeping}}};
    return kMigrations;
}

} // namespace gavel::scheduling
