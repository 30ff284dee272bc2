// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/task_store.h"

#include "engine/scheduling/nodes/node_ring.h"
#include "engine/scheduling/task_row.h"

#include <algorithm>
#include <numeric>

namespace gavel::scheduling {

using store::Connection;
using store::Statement;

namespace {

Result<std::int64_t> marketNumber(Connection& connection, std::string_view name)
{
    auto add = connection.prepare(
        "INSERT INTO task_market (name) VALUES ($1) ON CONFLICT (name) DO NOTHING");
    if (!add)
        return add.error();
    if (auto added = add->bindAll(name).run(); !added)
        return added.error();
    auto find = connection.prepare("SELECT id FROM task_market WHERE name = $1");
    if (!find)
        return find.error();
    const auto row = find->bindAll(name).step();
    if (!row)
        return row.error();
    return find->integer(0);
}

/// Runs `take` for each row.
template<typename Take>
Result<void> eachRow(Statement& statement, Take take)
{
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        take(statement);
    }
}

std::string selectTasks(std::string_view where)
{
    return "SELECT " + std::string(kTaskColumns) + ", c.text FROM task t JOIN name c ON "
        + "c.id = t.campaign WHERE " + std::string(where);
}

} // namespace

TaskStore::TaskStore(store::Workspace& workspace, std::shared_ptr<model::Vocabulary> vocabulary)
    : m_workspace(&workspace)
    , m_vocabulary(std::move(vocabulary))
    , m_names(m_vocabulary)
{
}

Result<std::unique_ptr<TaskStore>> TaskStore::open(store::Workspace& workspace,
                                                   std::shared_ptr<model::Vocabulary> vocabulary,
                                                   std::string_view market, std::string_view node,
                                                   TimeMs now, LeaseTaking taking)
{
    std::unique_ptr<TaskStore> made(new TaskStore(workspace, std::move(vocabulary)));
    auto begun = workspace.writeAndWait(
        [&](Connection& connection) { return made->begin(connection, market, node, now, taking); });
    if (!begun)
        return begun.error();
    return made;
}

Result<void> TaskStore::begin(Connection& connection, std::string_view market,
                              std::string_view node, TimeMs now, LeaseTaking taking)
{
    const auto number = marketNumber(connection, market);
    if (!number)
        return number.error();
    m_market = *number;
    const auto epoch = enterNode(connection, m_market, node, now);
    if (!epoch)
        return epoch.error();
    m_epoch = *epoch;
    if (taking == LeaseTaking::WhenExpired)
        return {};
    std::vector<std::uint16_t> slots(kLeaseSlots);
    std::iota(slots.begin(), slots.end(), std::uint16_t{0});
    auto held = takeLeases(connection, m_market, m_epoch, slots, taking, now);
    if (!held)
        return held.error();
    m_leases = std::move(*held);
    return {};
}

Result<std::vector<HeldLease>> TaskStore::tend(TimeMs now)
{
    auto tended = m_workspace->writeAndWait(
        [&](Connection& connection) { return tendAll(connection, now); });
    if (!tended)
        return tended.error();
    return m_leases;
}

Result<void> TaskStore::tendAll(Connection& connection, TimeMs now)
{
    const auto nodes = livingNodes(connection, m_market, m_epoch, now);
    if (!nodes)
        return nodes.error();
    const auto held = renewLeases(connection, m_market, m_epoch, now);
    if (!held)
        return held.error();
    if (*nodes != m_nodes) {
        m_nodes = *nodes;
        m_share = NodeRing(m_nodes).slotsOf(m_epoch);
    }
    std::vector<std::uint16_t> missing = m_share;
    std::vector<std::uint16_t> foreign;
    std::vector<HeldLease> kept;
    for (const HeldLease& lease : *held) {
        const auto own = std::find(missing.begin(), missing.end(), lease.slot);
        if (own == missing.end()) {
            foreign.push_back(lease.slot);
            continue;
        }
        missing.erase(own);
        kept.push_back(lease);
    }
    if (auto resigned = resignLeases(connection, m_market, m_epoch, foreign, now); !resigned)
        return resigned;
    const auto taken
        = takeLeases(connection, m_market, m_epoch, missing, LeaseTaking::WhenExpired, now);
    if (!taken)
        return taken.error();
    kept.insert(kept.end(), taken->begin(), taken->end());
    m_leases = std::move(kept);
    return {};
}

Result<void> TaskStore::fill(TaskBook& book) const
{
    auto found = load();
    if (!found)
        return found.error();
    for (const HeldLease& lease : m_leases)
        book.hold(lease.slot, lease.token);
    for (const TaskWindow& window : found->windows)
        book.knowWindow(window);
    for (const model::ScheduleTask& task : found->tasks)
        if (auto adopted = book.adopt(task); !adopted)
            return adopted;
    return {};
}

Result<OpenTasks> TaskStore::load() const
{
    auto reader = m_workspace->reader();
    if (!reader)
        return reader.error();
    OpenTasks found;
    auto open = reader->prepare(selectTasks("t.market = $1 AND t.open = 1 ORDER BY t.id"));
    if (!open)
        return open.error();
    const auto takeTask = [&](Statement& row) {
        found.tasks.push_back(readTask(row));
        found.tasks.back().campaign = m_vocabulary->campaigns.intern(row.text(kTaskColumnCount));
    };
    if (auto read = eachRow(open->bindAll(m_market), takeTask); !read)
        return read.error();
    auto windows = reader->prepare(
        "SELECT c.text, w.trigger_kind, w.window_start, w.window_end FROM task_window w JOIN name "
        "c ON c.id = w.campaign WHERE w.market = $1");
    if (!windows)
        return windows.error();
    const auto takeWindow = [&](Statement& row) {
        found.windows.push_back({m_vocabulary->campaigns.intern(row.text(0)),
                                 static_cast<model::TriggerKind>(row.integer(1)),
                                 {row.integer(2)},
                                 {row.integer(3)}});
    };
    if (auto read = eachRow(windows->bindAll(m_market), takeWindow); !read)
        return read.error();
    return found;
}

Result<model::ScheduleTask> TaskStore::loadTask(model::TaskId id) const
{
    auto reader = m_workspace->reader();
    if (!reader)
        return reader.error();
    auto find = reader->prepare(selectTasks("t.market = $1 AND t.id = $2"));
    if (!find)
        return find.error();
    const auto row = find->bindAll(m_market, static_cast<std::int64_t>(id)).step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{"TASK_UNKNOWN", "task " + std::to_string(id), "the file has no such task",
                     "look for it in the list"};
    model::ScheduleTask task = readTask(*find);
    task.campaign = m_vocabulary->campaigns.intern(find->text(kTaskColumnCount));
    return task;
}

} // namespace gavel::scheduling
