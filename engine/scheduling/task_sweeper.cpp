// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/task_sweeper.h"

#include <algorithm>

namespace gavel::scheduling {

using store::Connection;

namespace {

constexpr std::int64_t kSweepEveryMs = 10 * base::kMinuteMs;
constexpr int kEpochBits = 32; // of a task's id, above the number within its epoch
constexpr std::int64_t kTasksOfLook = 250;

constexpr std::string_view kLook = R"sql(
SELECT id, version, state, changed_at, created_at, open FROM task
WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3)sql";

constexpr std::string_view kMark = R"sql(
UPDATE task_window SET dropped_to = max(coalesce(dropped_to, t.window_start), t.window_start)
FROM (SELECT market, campaign, trigger_kind, window_start FROM task WHERE id = $1) AS t
WHERE task_window.market = t.market AND task_window.campaign = t.campaign
    AND task_window.trigger_kind = t.trigger_kind)sql";

// A task that a person took up again meanwhile has another version.
constexpr std::string_view kDrop = R"sql(
DELETE FROM task WHERE id = $1 AND version = $2 AND coalesce(open, 0) <> 1
    AND last_event < (SELECT max(seq) FROM task_event)
RETURNING market, state, last_event)sql";

constexpr std::string_view kCountDropped = R"sql(
UPDATE task_count SET tasks = tasks - 1, dropped = dropped + 1 WHERE market = $1 AND state = $2)sql";

/// The events of a task hang together from the newest back.
Result<void> dropEvents(Connection& connection, std::int64_t newest)
{
    const auto drop = connection.cached("DELETE FROM task_event WHERE seq = $1 RETURNING previous");
    if (!drop)
        return drop.error();
    while (newest != 0) {
        const auto row = (*drop)->bindAll(newest).step();
        if (!row)
            return row.error();
        newest = *row ? (*drop)->integer(0) : 0;
        (*drop)->reset();
    }
    return {};
}

Result<void> dropTask(Connection& connection, std::int64_t id, std::int64_t version)
{
    const auto mark = connection.cached(kMark);
    if (!mark)
        return mark.error();
    if (auto marked = (*mark)->bindAll(id).run(); !marked)
        return marked;
    const auto drop = connection.cached(kDrop);
    if (!drop)
        return drop.error();
    const auto row = (*drop)->bindAll(id, version).step();
    if (!row)
        return row.error();
    if (!*row)
        return {};
    const std::int64_t market = (*drop)->integer(0);
    const std::int64_t state = (*drop)->integer(1);
    const std::int64_t newest = (*drop)->integer(2);
    (*drop)->reset();
    if (auto gone = dropEvents(connection, newest); !gone)
        return gone;
    const auto count = connection.cached(kCountDropped);
    return count ? (*count)->bindAll(market, state).run() : count.error();
}

} // namespace

Result<TaskHoldings> taskHoldings(Connection& connection)
{
    auto sum = connection.prepare(
        "SELECT coalesce(sum(tasks), 0), coalesce(sum(dropped), 0) FROM task_count");
    if (!sum)
        return sum.error();
    const auto row = sum->step();
    if (!row)
        return row.error();
    return TaskHoldings{sum->integer(0), sum->integer(1)};
}

Result<bool> TaskSweeper::step(const TaskRetention& keep, TimeMs now)
{
    const bool rests
        = m_doneAt && keep == m_keep && now >= *m_doneAt && now - *m_doneAt < kSweepEveryMs;
    if (!m_isSweeping && rests)
        return false;
    m_keep = keep;
    auto more = sweepOn(now);
    if (!more) {
        m_isSweeping = false;
        m_doneAt.reset();
    }
    return more;
}

Result<bool> TaskSweeper::sweepOn(TimeMs now)
{
    if (!m_isSweeping)
        if (auto begun = begin(now); !begun)
            return begun.error();
    while (m_place < m_epochs.size()) {
        const auto due = look(now);
        if (!due)
            return due.error();
        if (due->empty())
            continue;
        auto dropped = m_workspace.writeAndWait([&](Connection& connection) -> Result<void> {
            for (const Due& task : *due)
                if (auto gone = dropTask(connection, task.id, task.version); !gone)
                    return gone;
            return {};
        });
        if (!dropped)
            return dropped.error();
        return true;
    }
    m_isSweeping = false;
    m_doneAt = now;
    return false;
}

Result<void> TaskSweeper::begin(TimeMs now)
{
    auto met = m_workspace.writeAndWait([now](Connection& connection) -> Result<void> {
        const auto meet
            = connection.cached("UPDATE task_market SET met_at = $1 WHERE met_at IS NULL");
        return meet ? (*meet)->bindAll(now.value).run() : meet.error();
    });
    if (!met)
        return met;
    if (!m_reader) {
        auto opened = m_workspace.reader();
        if (!opened)
            return opened.error();
        m_reader.emplace(std::move(*opened));
    }
    const auto epochs
        = m_reader->cached("SELECT n.epoch, instr(m.name, '#') > 0, m.met_at FROM task_node n JOIN "
                           "task_market m ON m.id = n.market ORDER BY n.epoch");
    if (!epochs)
        return epochs.error();
    m_epochs.clear();
    for (;;) {
        const auto row = (*epochs)->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        Epoch& epoch = m_epochs.emplace_back();
        epoch.firstId = (*epochs)->integer(0) << kEpochBits;
        if ((*epochs)->integer(1) != 0)
            epoch.metAt = TimeMs{(*epochs)->integer(2)};
    }
    m_place = 0;
    m_after = 0;
    m_isSweeping = true;
    return {};
}

bool TaskSweeper::isDue(model::TaskState state, TimeMs since, TimeMs now) const
{
    const std::int64_t days
        = state == model::TaskState::Failed ? m_keep.failedDays : m_keep.goodDays;
    return days > 0 && now - since >= days * base::kDayMs;
}

bool TaskSweeper::nothingIsDue(TimeMs since, TimeMs now) const
{
    return !isDue(model::TaskState::Failed, since, now)
        && !isDue(model::TaskState::Completed, since, now);
}

Result<std::vector<TaskSweeper::Due>> TaskSweeper::look(TimeMs now)
{
    const Epoch& epoch = m_epochs[m_place];
    const auto next = m_reader->cached(kLook);
    if (!next)
        return next.error();
    m_after = std::max(m_after, epoch.firstId);
    const std::int64_t end = epoch.firstId + (std::int64_t{1} << kEpochBits);
    (*next)->bindAll(m_after, end, kTasksOfLook);
    std::vector<Due> due;
    std::int64_t seen = 0;
    bool isLater = false; // than anything that is due: tasks of an epoch are numbered as made
    while (!isLater) {
        const auto row = (*next)->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        ++seen;
        m_after = (*next)->integer(0);
        isLater = nothingIsDue(epoch.metAt.value_or(TimeMs{(*next)->integer(4)}), now);
        const auto state = static_cast<model::TaskState>((*next)->integer(2));
        const TimeMs since = epoch.metAt.value_or(TimeMs{(*next)->integer(3)});
        if ((*next)->integer(5) != 1 && isDue(state, since, now))
            due.push_back({m_after, (*next)->integer(1)});
    }
    (*next)->reset();
    if (isLater || seen < kTasksOfLook)
        ++m_place;
    return due;
}

} // namespace gavel::scheduling
