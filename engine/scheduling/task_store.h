// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/vocabulary.h"
#include "engine/scheduling/nodes/lease_table.h"
#include "engine/scheduling/task_book.h"
#include "engine/store/event_names.h"
#include "engine/store/workspace.h"

#include <memory>

namespace gavel::scheduling {

/// What a node finds when it starts or takes a slot over.
struct OpenTasks
{
    std::vector<model::ScheduleTask> tasks; ///< open ones, oldest first
    std::vector<TaskWindow> windows; ///< the newest of each campaign and trigger
};

/// The tasks of one market in the workspace: "live", or one run of a scenario. Everything is
/// written on the workspace's writer; the workspace must outlive the store. One thread at a time,
/// but for load() and the queries of task_query.h, which read on a connection of their own.
class TaskStore final : public TaskJournal
{
public:
    /// Registers this node under a new epoch. `market` names what windows are unique in: simulated
    /// runs must not share a name. AtOnce takes every slot of the market: one process holds the
    /// file. WhenExpired takes none: several nodes share the store and tend() their leases.
    static Result<std::unique_ptr<TaskStore>> open(store::Workspace& workspace,
                                                   std::shared_ptr<model::Vocabulary> vocabulary,
                                                   std::string_view market, std::string_view node,
                                                   TimeMs now,
                                                   LeaseTaking taking = LeaseTaking::AtOnce);

    /// One write of the workspace and its commit. Errors: those of the store.
    Result<Appended> append(const TaskBatch& batch) override;
    /// The same inside a write of the caller's, to commit tasks together with something else. Only
    /// on the writer's thread, and not while append() runs. When that write fails after all, say
    /// so with forgetNames().
    Result<Appended> write(store::Connection& connection, const TaskBatch& batch);
    /// Numbers of names that an undone write gave out are not those of the file.
    void forgetNames() { m_names = store::EventNames(m_vocabulary); }

    /// Opens the book with what the file holds: leases, open tasks, windows. Call it after open()
    /// and after every append() that failed. Resuming them is the saga's (Saga::resumeAll).
    Result<void> fill(TaskBook& book) const;
    Result<OpenTasks> load() const;
    /// A round of the leases among several nodes, in one write: says that this node lives, extends
    /// what it holds, gives back what the ring places elsewhere and takes what is free of its own
    /// share. The answer goes to LeaseKeeper::renewed().
    Result<std::vector<HeldLease>> tend(TimeMs now);
    /// One task in whatever state, for a retry by hand. Error: TASK_UNKNOWN.
    Result<model::ScheduleTask> loadTask(model::TaskId id) const;

    std::uint32_t epoch() const { return m_epoch; }
    std::int64_t market() const { return m_market; }
    /// As of open() or the last tend().
    const std::vector<HeldLease>& leases() const { return m_leases; }

private:
    TaskStore(store::Workspace& workspace, std::shared_ptr<model::Vocabulary> vocabulary);
    Result<void> begin(store::Connection& connection, std::string_view market,
                       std::string_view node, TimeMs now, LeaseTaking taking);
    Result<void> tendAll(store::Connection& connection, TimeMs now);
    Result<std::vector<bool>> writeTasks(store::Connection& connection, const TaskBatch& batch,
                                         std::vector<std::uint64_t>& newest,
                                         std::vector<TaskRefusal>& refused);
    /// Both: false when the guard refused it.
    Result<bool> insertTask(store::Connection& connection, const TaskWrite& write,
                            std::uint64_t lastEvent);
    Result<bool> markWindow(store::Connection& connection, const model::ScheduleTask& task,
                            std::int64_t campaign) const;
    Result<bool> updateTask(store::Connection& connection, const TaskWrite& write,
                            model::LeaseToken token, std::uint64_t lastEvent);

    store::Workspace* m_workspace;
    std::shared_ptr<model::Vocabulary> m_vocabulary;
    store::EventNames m_names;
    std::int64_t m_market = 0;
    std::uint32_t m_epoch = 0;
    std::vector<HeldLease> m_leases;
    std::vector<std::uint32_t> m_nodes; ///< that lived at the last tend()
    std::vector<std::uint16_t> m_share; ///< of this node among them
};

} // namespace gavel::scheduling
