// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/scheduling/saga.h"
#include "engine/scheduling/task_query.h"
#include "engine/scheduling/task_schema.h"
#include "engine/scheduling/task_store.h"

#include <QtTest>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace gavel::scheduling {

inline constexpr TimeMs kNoon{1'772'539'200'000}; // 2026-03-03T12:00:00Z

/// A book that holds every slot.
inline TaskBook wholeBook(std::uint32_t epoch = 1)
{
    TaskBook book(epoch);
    for (std::uint16_t slot = 0; slot < kLeaseSlots; ++slot)
        book.hold(slot, 1);
    return book;
}

/// A minute's interval task of a campaign.
inline NewTask minuteTask(Handle campaign, TimeMs start = kNoon)
{
    NewTask wanted;
    wanted.campaign = campaign;
    wanted.slot = static_cast<std::uint16_t>(campaign % kLeaseSlots);
    wanted.windowStart = start;
    wanted.windowEnd = start + base::kMinuteMs;
    wanted.dueAt = wanted.windowEnd;
    return wanted;
}

/// Keeps what it is given; `fail` makes the next append an error.
class MemoryJournal final : public TaskJournal
{
public:
    Result<Appended> append(const TaskBatch& batch) override
    {
        if (fail)
            return Error{"STORE_IO", "journal", "the disk does not answer", "try again"};
        Appended appended{events.size() + 1, {}};
        for (std::uint32_t place = 0; place < batch.tasks.size(); ++place)
            if (refuses && refuses(batch.tasks[place]))
                appended.refused.push_back({place, {"LEASE_STALE", "task", "stale", "stop"}});
        events.insert(events.end(), batch.events.begin(), batch.events.end());
        for (const TaskWrite& write : batch.tasks)
            tasks[write.task.id] = write.task;
        ++commits;
        return appended;
    }

    std::vector<model::TaskEvent> events;
    std::map<model::TaskId, model::ScheduleTask> tasks;
    std::function<bool(const TaskWrite&)> refuses;
    std::size_t commits = 0;
    bool fail = false;
};

/// Steps that end as a script says; done when it says nothing.
class ScriptedSteps final : public SagaSteps
{
public:
    void perform(const StepBatch& batch, TimeMs now, std::vector<StepOutcome>& outcomes) override
    {
        for (const StepOrder& order : batch.orders) {
            performed.push_back({batch.step, batch.undo, batch.ask, order});
            StepOutcome outcome;
            outcome.task = order.task;
            if (script && !script(performed.back(), now, outcome))
                continue;
            outcomes.push_back(outcome);
        }
    }

    struct Performed
    {
        model::SagaStep step;
        bool undo;
        bool ask;
        StepOrder order;
    };
    std::vector<Performed> performed;
    /// False: no outcome yet.
    std::function<bool(const Performed&, TimeMs, StepOutcome&)> script;
};

/// A workspace with the room's tables in a folder that goes with it.
struct TaskBed
{
    QTemporaryDir folder;
    std::unique_ptr<store::Workspace> workspace;
    std::shared_ptr<model::Vocabulary> vocabulary;
    std::unique_ptr<TaskStore> store;

    void open(TimeMs now = kNoon, const std::string& market = "live")
    {
        const std::string file = folder.filePath(QStringLiteral("bed.gavel")).toStdString();
        workspace = store::Workspace::open(file, schedulingMigrations()).value();
        vocabulary = std::make_shared<model::Vocabulary>();
        store = TaskStore::open(*workspace, vocabulary, market, "test", now).value();
    }
    void close()
    {
        store.reset();
        workspace.reset();
    }
    store::Connection reader() const { return workspace->reader().value(); }
    NewTask task(const std::string& campaign, TimeMs start = kNoon) const
    {
        NewTask wanted = minuteTask(vocabulary->campaigns.intern(campaign), start);
        wanted.slot = slotOf(campaign);
        return wanted;
    }
};

} // namespace gavel::scheduling
