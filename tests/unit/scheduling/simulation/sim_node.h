// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/scheduling/dispatcher.h"
#include "engine/scheduling/nodes/lease_keeper.h"
#include "engine/scheduling/saga.h"
#include "engine/scheduling/task_store.h"
#include "engine/scheduling/times/triggers.h"
#include "tests/unit/scheduling/simulation/sim_money.h"

#include <memory>
#include <set>

namespace gavel::scheduling::simulation {

/// What all nodes share: the store, the servers and the money.
struct Surroundings
{
    Surroundings(Core& seeded, store::Workspace& opened, Money& all,
                 std::vector<std::unique_ptr<AdServer>>& running, std::int64_t plan)
        : core(seeded)
        , workspace(opened)
        , reader(opened.reader().value())
        , vocabulary(std::make_shared<model::Vocabulary>())
        , money(all)
        , servers(running)
        , planMs(plan)
    {
        for (Handle campaign = 1; campaign <= kCampaigns; ++campaign)
            vocabulary->campaigns.intern("camp-" + std::to_string(campaign));
    }

    Core& core;
    store::Workspace& workspace;
    store::Connection reader;
    std::shared_ptr<model::Vocabulary> vocabulary;
    Money& money;
    std::vector<std::unique_ptr<AdServer>>& servers;
    std::int64_t planMs; ///< by then the whole budget may be spent
    bool rounds = true; ///< new ones are made
    std::set<model::TaskId> failed;
    std::set<std::tuple<Handle, std::int64_t, model::TriggerKind>> windows;
    std::uint64_t events = 0;
};

/// The task store behind a disk that fails before or after the write.
class FaultyJournal final : public TaskJournal
{
public:
    FaultyJournal(Surroundings& around, TaskStore& store)
        : m_around(around)
        , m_store(store)
    {
    }

    Result<Appended> append(const TaskBatch& batch) override
    {
        Core& core = m_around.core;
        const Error lost{"STORE_IO", "journal", "the disk does not answer", "start again"};
        if (core.happens(core.faults.commitFails, 0.02))
            return lost;
        auto appended = m_store.append(batch);
        core.need(appended.has_value(), "the rules of the tables hold");
        if (!appended)
            return appended;
        std::vector<bool> refused(batch.tasks.size());
        for (const TaskRefusal& refusal : appended->refused)
            refused[refusal.place] = true;
        for (std::size_t i = 0; i < batch.events.size(); ++i)
            if (!refused[batch.owners[i]])
                happened(batch.events[i], batch.tasks[batch.owners[i]].task);
        if (core.happens(core.faults.commitUnknown, 0.02))
            return lost;
        return appended;
    }

private:
    void happened(const model::TaskEvent& event, const model::ScheduleTask& task)
    {
        ++m_around.events;
        m_around.core.tell(
            "campaign " + std::to_string(task.campaign) + " window "
            + std::to_string(task.windowStart.value) + " v" + std::to_string(event.version) + " "
            + std::string(model::kTaskEventKindNames[static_cast<std::size_t>(event.kind)]) + " "
            + std::string(model::kTaskStateNames[static_cast<std::size_t>(event.to)]) + " "
            + std::string(model::kSagaStepNames[static_cast<std::size_t>(event.step)]) + " "
            + std::string(model::kTaskCauseNames[static_cast<std::size_t>(event.cause)]) + " #"
            + std::to_string(event.attempt));
        if (event.kind == model::TaskEventKind::Created)
            m_around.core.need(
                m_around.windows.insert({task.campaign, task.windowStart.value, task.trigger})
                    .second,
                "a window of a campaign runs once");
        if (event.to == model::TaskState::Failed)
            m_around.failed.insert(event.task);
        else
            m_around.failed.erase(event.task);
    }

    Surroundings& m_around;
    TaskStore& m_store;
};

/// One scheduler node: engine code on a virtual clock, with the steps of a round as the runtime
/// does them. A crash loses everything but the store.
class Node final : public SagaSteps
{
public:
    Node(Surroundings& around, std::size_t number)
        : m_around(around)
        , m_core(around.core)
        , m_number(number)
    {
    }

    bool isAlive() const { return m_mind != nullptr; }
    void start()
    {
        auto store = TaskStore::open(m_around.workspace, m_around.vocabulary, "simulated",
                                     "node-" + std::to_string(m_number), m_core.wall(),
                                     LeaseTaking::WhenExpired);
        m_core.need(store.has_value(), "a node can start");
        m_mind = std::make_unique<Mind>(m_around, std::move(*store), *this, m_core.random.next());
        m_core.tell("node " + std::to_string(m_number) + " starts");
    }
    void crash()
    {
        m_core.tell("node " + std::to_string(m_number) + " is gone");
        m_mind.reset();
        m_waiting.clear();
        m_reports.clear();
        m_acknowledged.clear();
    }

    /// Half a second of its life.
    void tick()
    {
        if (!isAlive() || m_core.now() < pausedUntil)
            return;
        Mind& mind = *m_mind;
        if (!mind.keeper.trusted(m_core.now()))
            leave(mind.keeper.distrust(mind.book));
        if (mind.keeper.renewDue(m_core.now()) && !tendLeases())
            return;
        if (m_around.rounds) {
            for (const NewTask& wanted : mind.triggers.due(m_core.wall()))
                want(wanted);
            repeat();
        }
        (void)mind.saga.start(mind.dispatcher.choose(mind.book, m_core.wall()), m_core.wall());
        lookAtWaiting();
        for (int turns = 0; turns < 20; ++turns) {
            const auto busy = mind.saga.turn(m_core.wall());
            if (!busy) // what the file holds is not known: as after a crash
                return crash();
            if (!*busy || m_core.now() < pausedUntil)
                return;
        }
    }

    void receive(const ServerReport& report)
    {
        auto& known = m_reports[report.server];
        if (known.lines.empty() || known.at < report.at)
            known = report;
    }
    void acknowledge(Handle campaign, std::size_t server, std::uint64_t version)
    {
        auto& newest = m_acknowledged[{campaign, server}];
        newest = std::max(newest, version);
    }

    /// A person at this node's console.
    void pressCancel()
    {
        if (!isAlive() || m_mind->book.open().empty())
            return;
        const auto open = m_mind->book.open();
        const auto pick = m_core.random.below(static_cast<std::uint32_t>(open.size()));
        Change change{m_core.wall()};
        change.actor = "Ada";
        (void)m_mind->book.cancel(open[pick].id, change);
    }
    void pressRetry(model::TaskId id)
    {
        if (!isAlive())
            return;
        const auto task = m_mind->store->loadTask(id);
        if (!task || task->state != model::TaskState::Failed || !m_mind->book.adopt(*task))
            return;
        Change change{m_core.wall()};
        change.actor = "Ada";
        m_core.need(m_mind->book.retry(id, change).has_value(), "a failed task can be retried");
    }

    void perform(const StepBatch& batch, TimeMs now, std::vector<StepOutcome>& outcomes) override;

    std::int64_t pausedUntil = 0;

private:
    /// Everything a crash takes along.
    struct Mind
    {
        Mind(Surroundings& around, std::unique_ptr<TaskStore> opened, SagaSteps& steps,
             std::uint64_t seed)
            : store(std::move(opened))
            , journal(around, *store)
            , book(store->epoch())
            , saga(book, journal, steps, {}, seed)
            , keeper(seed + 1)
        {
        }
        std::unique_ptr<TaskStore> store;
        FaultyJournal journal;
        TaskBook book;
        Saga saga;
        LeaseKeeper keeper;
        Triggers triggers;
        TimeMs repeatAt; ///< of the next round while a time is repeated
        Dispatcher dispatcher;
        QuotaSplit split;
    };
    struct Waiting
    {
        StepOrder order;
        model::SagaStep step;
        std::int64_t since;
    };

    void place(model::TaskId id)
    {
        const TimeMs due = m_mind->book.find(id)->dueAt;
        Change change{m_core.wall(), model::TaskCause::Placed};
        change.dueAt = due;
        (void)m_mind->book.move(id, model::TaskState::Scheduled, change);
    }
    void want(const NewTask& wanted)
    {
        if (const auto id = m_mind->book.create(wanted, m_core.wall()))
            place(*id);
    }
    void repeat();
    bool tendLeases();
    void leave(const LeaseChange& change);
    void lookAtWaiting();
    std::optional<StepOutcome> outcomeOf(const Waiting& waiting) const;
    std::optional<StepOutcome> doStep(const StepBatch& batch, const StepOrder& order);
    StepOutcome settle(const StepOrder& order);
    StepOutcome undoSettle(const StepOrder& order);
    void sendGrants(const StepOrder& order);
    bool isReachable(std::size_t server) const;
    bool holdsToken(const StepOrder& order) const;

    Surroundings& m_around;
    Core& m_core;
    std::size_t m_number;
    std::unique_ptr<Mind> m_mind;
    std::vector<Waiting> m_waiting;
    std::map<std::size_t, ServerReport> m_reports;
    std::map<std::pair<Handle, std::size_t>, std::uint64_t> m_acknowledged;
    std::int64_t m_sendDelay = 0; ///< the node stopped between its commit and the sending
};

} // namespace gavel::scheduling::simulation
