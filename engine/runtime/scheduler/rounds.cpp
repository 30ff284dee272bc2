// SPDX-License-Identifier: GPL-3.0-or-later
// When the rounds of a market happen and what belongs to each.
#include "engine/runtime/scheduler/rounds.h"

#include "engine/runtime/scheduler/quota_gate.h"
#include "engine/scheduling/task_query.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace gavel::runtime {

using scheduling::TriggerEvent;

namespace {

constexpr std::size_t kWindowsKept = 64;
constexpr std::size_t kTasksRecalled = 300;
constexpr std::uint64_t kSagaSeed = 0x726f756e6473;

/// One process holds the file, so its name need not tell machines apart.
constexpr const char* kNode = "node-a";

/// A run ends before the next round of its campaign, which grants anew.
scheduling::SagaPolicy policyFor(std::int64_t intervalMs)
{
    scheduling::SagaPolicy policy;
    policy.runMs = std::min(policy.runMs, intervalMs - 5 * base::kSecondMs);
    return policy;
}

std::string taskMarket(const Rounds::Plan& plan)
{
    return plan.isLive ? plan.market : plan.market + "#" + std::to_string(plan.run);
}

} // namespace

Rounds::Rounds(Plan plan, Links links)
    : m_plan(std::move(plan))
    , m_links(std::move(links))
    , m_sheet(m_plan.curve)
    , m_archive(nullptr)
    , m_policy(policyFor(m_plan.intervalMs))
    , m_boundary(m_plan.setup->start)
    , m_before(m_plan.setup->start)
{
}

Result<std::unique_ptr<Rounds>> Rounds::open(Plan plan, Links links, Members members, TimeMs now)
{
    std::unique_ptr<Rounds> rounds(new Rounds(std::move(plan), std::move(links)));
    if (auto loaded = rounds->load(members, now); !loaded)
        return loaded.error();
    rounds->adoptMembers(std::move(members));
    return rounds;
}

Result<void> Rounds::load(const Members& members, TimeMs now)
{
    const model::MarketSetup& setup = *m_plan.setup;
    LedgerDesk::Plan book;
    book.workspace = m_plan.workspace;
    book.market = m_plan.market;
    book.run = m_plan.isLive ? ledger::kEveryRun : m_plan.run;
    book.currency = setup.currency;
    book.rates = setup.rates;
    book.dayOffsetMs = m_plan.curve.utcOffsetMinutes * base::kMinuteMs;
    for (const auto& link : m_links)
        book.servers.push_back(link->source());
    for (const Member& member : members)
        book.servers.push_back(member.link->source());
    book.now = now;
    book.isWaitedFor = m_plan.isLive;
    auto ledger = LedgerDesk::open(std::move(book));
    if (!ledger)
        return ledger.error();
    m_ledger = std::move(*ledger);
    if (m_plan.workspace != nullptr) {
        auto tasks = scheduling::TaskStore::open(*m_plan.workspace, setup.vocabulary,
                                                 taskMarket(m_plan), kNode, now);
        if (!tasks)
            return tasks.error();
        m_taskStore = std::move(*tasks);
        if (m_plan.isLive) {
            m_archive = TaskArchive(m_taskStore.get());
        } else {
            m_taskQueue = std::make_unique<scheduling::TaskQueue>(*m_taskStore, *m_plan.workspace);
            m_archive = TaskArchive(m_taskQueue.get());
        }
        m_tasks = std::make_unique<scheduling::TaskBook>(m_taskStore->epoch());
        if (auto filled = m_taskStore->fill(*m_tasks); !filled)
            return filled;
        if (m_plan.isLive)
            if (auto recalled = recallTasks(); !recalled)
                return recalled;
        // A play of a scenario is a world of its own: nothing older is fenced off from it.
        m_epoch = m_plan.isLive ? m_taskStore->epoch() : 1;
    } else {
        m_tasks = std::make_unique<scheduling::TaskBook>(1U);
        for (std::uint16_t slot = 0; slot < scheduling::kLeaseSlots; ++slot)
            m_tasks->hold(slot, 1);
    }
    m_saga = std::make_unique<scheduling::Saga>(*m_tasks, m_archive, *this, m_policy, kSagaSeed);
    for (const auto& link : m_links)
        m_sheet.addServer(link->source(), link->name());
    m_grants.resize(m_links.size());
    return knowCampaigns(now);
}

/// The newest tasks of earlier processes, and the newest of those that wait for a person.
Result<void> Rounds::recallTasks()
{
    auto reader = m_plan.workspace->reader();
    if (!reader)
        return reader.error();
    std::map<model::TaskId, std::string> campaigns;
    for (const std::uint32_t states : {0U, 1U << static_cast<unsigned>(model::TaskState::Failed)}) {
        scheduling::TaskFilter filter;
        filter.states = states;
        const auto page = scheduling::listTasks(*reader, taskMarket(m_plan), filter,
                                                scheduling::TaskOrder::Newest, 0, kTasksRecalled);
        if (!page)
            return page.error();
        for (const scheduling::TaskRow& row : page->rows)
            campaigns.emplace(row.task.id, row.campaign);
    }
    for (const auto& [id, campaign] : campaigns) {
        auto history = scheduling::taskHistory(*reader, id);
        if (!history)
            return history.error();
        history->row.task.campaign = m_plan.setup->vocabulary->campaigns.intern(campaign);
        m_archive.recall({std::move(history->row.task), std::move(history->events)});
    }
    return {};
}

RoundTimes Rounds::timesOf(Kind kind, TimeMs boundary) const
{
    RoundTimes times;
    const TimeMs next = boundaryAfter(boundary, m_plan.intervalMs);
    times.window.report = boundary;
    times.window.nextReport = next;
    times.window.windowStart = kind == Kind::Regular ? next : boundary;
    times.window.windowEnd = boundaryAfter(next, m_plan.intervalMs);
    // A round that is late by a window or two does not stop the market; a server that hears
    // nothing more stops by itself.
    times.notAfter = times.window.windowEnd + m_plan.intervalMs;
    return times;
}

std::vector<Rounds::Wish> Rounds::due(std::optional<TriggerEvent> event) const
{
    std::vector<Wish> wishes;
    for (const CampaignLine& line : m_sheet.lines())
        if (line.isDue(m_times.window.windowEnd)
            || m_ledger->settlement().heldOf(line.handle()) > Money{})
            wishes.push_back({line.handle(), event});
    return wishes;
}

Result<void> Rounds::begin(TimeMs now)
{
    m_kind = Kind::Opening;
    m_times = timesOf(m_kind, m_boundary);
    for (const ledger::SourcePosition& source : m_plan.before.sources)
        if (!m_sheet.placeOf(source.source)) // gone: it is settled to its end
            m_left.push_back({source});
    m_sheet.close(m_times);
    if (m_plan.isLive)
        m_ledger->keepOwn(ownAtStart());
    if (auto resumed = m_saga->resumeAll(now); !resumed)
        return resumed;
    auto played
        = play(tasksFor(due(TriggerEvent::MarketOpened), model::TriggerKind::Event, {}, now),
               model::TriggerKind::Event, now);
    for (const auto& link : m_links)
        link->open(m_times.window.nextReport);
    ++m_done;
    return played;
}

bool Rounds::allReported(TimeMs boundary)
{
    for (std::size_t server = 0; server < m_links.size(); ++server) {
        const auto early = m_early.find(server);
        if (m_sheet.servers()[server].isVacant || m_sheet.servers()[server].lastReport >= boundary
            || (early != m_early.end() && early->second.at >= boundary))
            continue;
        if (auto report = m_links[server]->report(boundary)) {
            if (!m_plan.isLive) {
                m_early[server] = std::move(*report);
                continue;
            }
            take(server, std::move(*report));
        }
        if (m_sheet.servers()[server].lastReport < boundary && !m_links[server]->isSilent())
            return false;
    }
    return true;
}

void Rounds::takeOf(std::size_t server, TimeMs boundary)
{
    if (const auto early = m_early.extract(server); !early.empty())
        take(server, early.mapped());
    if (auto report = m_links[server]->report(boundary))
        take(server, std::move(*report));
}

Result<void> Rounds::run(TimeMs boundary, TimeMs now)
{
    if (auto ended = goOn(now); !ended) // what the round before left open
        return ended;
    m_kind = Kind::Regular;
    m_before = m_boundary;
    m_boundary = boundary;
    m_times = timesOf(m_kind, boundary);
    for (std::size_t server = 0; server < m_links.size(); ++server) {
        if (m_sheet.servers()[server].isVacant)
            continue;
        takeOf(server, boundary);
        m_sheet.setReachable(server, m_sheet.servers()[server].lastReport >= boundary);
    }
    giveUpLost();
    levelServers();
    m_sheet.close(m_times);
    for (const auto& server : m_sheet.servers())
        if (!server.isVacant && server.lastReport.value != INT64_MIN)
            m_ledger->reported(server.source, std::min(server.lastReport, boundary));
    std::vector<scheduling::NewTask> tasks
        = tasksFor(due(std::nullopt), model::TriggerKind::Interval, {}, now);
    std::unordered_map<Handle, scheduling::NewTask> timed;
    for (scheduling::NewTask& task : m_triggers.due(boundary))
        timed.insert_or_assign(task.campaign, std::move(task));
    for (scheduling::NewTask& task : tasks)
        if (const auto found = timed.find(task.campaign); found != timed.end())
            task = found->second;
    auto played = play(tasks, model::TriggerKind::Interval, now);
    for (const auto& link : m_links)
        link->open(m_times.window.windowStart);
    ++m_done;
    forgetLeft();
    return played;
}

Result<void> Rounds::finish(TimeMs now)
{
    m_kind = Kind::Closing;
    m_before = m_boundary;
    for (auto& [server, report] : std::exchange(m_early, {}))
        take(server, std::move(report));
    m_boundary = std::max(now, m_boundary + 1);
    for (const auto& server : m_sheet.servers())
        m_boundary = std::max(m_boundary, server.lastReport + 1);
    m_times = timesOf(m_kind, m_boundary);
    for (std::size_t server = 0; server < m_links.size(); ++server)
        if (!m_links[server]->isElsewhere())
            if (const auto report = m_links[server]->reportNow(m_boundary))
                take(server, *report);
    m_sheet.close(m_times);
    for (std::size_t server = 0; server < m_links.size(); ++server)
        if (!m_links[server]->isElsewhere())
            m_sheet.giveUp(server); // what was reported is the last word
    auto played
        = play(tasksFor(due(TriggerEvent::MarketClosed), model::TriggerKind::Event, {}, now),
               model::TriggerKind::Event, now);
    return played ? awaitDurable() : played;
}

std::vector<scheduling::NewTask> Rounds::tasksFor(std::span<const Wish> wishes,
                                                  model::TriggerKind trigger,
                                                  const std::string& actor, TimeMs now) const
{
    const bool isRound = trigger == model::TriggerKind::Interval;
    std::vector<scheduling::NewTask> tasks;
    tasks.reserve(wishes.size());
    for (const auto& [campaign, event] : wishes) {
        const CampaignLine* line = m_sheet.find(campaign);
        if (line == nullptr)
            continue;
        scheduling::NewTask& wanted = tasks.emplace_back();
        wanted.campaign = campaign;
        wanted.slot = scheduling::slotOf(line->campaign().id);
        wanted.trigger = trigger;
        wanted.priority = isRound ? model::TaskPriority::Normal : model::TaskPriority::High;
        wanted.windowStart = isRound ? m_before : now;
        wanted.windowEnd = isRound ? m_boundary : now + 1;
        if (const auto* newest = m_tasks->windowOf(campaign, trigger);
            newest != nullptr && newest->end > wanted.windowStart) {
            wanted.windowStart = newest->end;
            wanted.windowEnd = std::max(wanted.windowEnd, wanted.windowStart + 1);
        }
        wanted.dueAt = now;
        wanted.actor = actor;
        if (event)
            wanted.detail = scheduling::detailOf(*event);
    }
    return tasks;
}

Result<void> Rounds::play(std::span<const scheduling::NewTask> tasks, model::TriggerKind trigger,
                          TimeMs now)
{
    const std::int64_t begun = base::monotonicNanos();
    m_windows.push_back({++m_roundsMade, trigger, m_times, now, {}, 0});
    m_windows.back().tasks.reserve(tasks.size());
    for (const scheduling::NewTask& wanted : tasks) {
        const auto made = m_tasks->create(wanted, now);
        if (!made)
            continue; // the window has its run already
        if (auto placed
            = m_tasks->move(*made, model::TaskState::Scheduled, {now, model::TaskCause::Placed});
            !placed)
            return placed;
        m_windows.back().tasks.push_back(*made);
    }
    auto turned = turnAll(now);
    m_windows.back().wallMs = static_cast<double>(base::monotonicNanos() - begun) / 1e6;
    if (m_windows.size() > kWindowsKept)
        m_windows.erase(m_windows.begin());
    return turned;
}

Result<void> Rounds::turnAll(TimeMs now)
{
    for (;;) {
        const auto chosen = m_dispatcher.choose(*m_tasks, now);
        if (auto started = m_saga->start(chosen, now); !started)
            return started;
        const auto busy = m_saga->turn(now);
        if (!busy)
            return busy.error();
        if (m_failure)
            return *m_failure;
        if (!*busy && chosen.empty())
            return {};
    }
}

Result<void> Rounds::goOn(TimeMs now)
{
    m_kind = Kind::Between;
    m_times = timesOf(m_kind, m_boundary);
    return turnAll(now);
}

Result<void> Rounds::awaitDurable()
{
    auto kept = m_ledger->awaitDurable();
    return kept && m_taskQueue ? m_taskQueue->wait() : kept;
}

Result<void> Rounds::retry(model::TaskId task, const std::string& actor, TimeMs now)
{
    const ArchivedTask* known = m_archive.find(task);
    model::ScheduleTask failed;
    if (m_taskStore) {
        auto stored = m_taskStore->loadTask(task);
        if (!stored)
            return stored.error();
        failed = std::move(*stored);
    } else if (known != nullptr) {
        failed = known->task;
    } else {
        return Error{"TASK_UNKNOWN", "task " + std::to_string(task), "there is no such task",
                     "it may be older than the retention policy keeps"};
    }
    if (failed.state != model::TaskState::Failed)
        return Error{"TRANSITION_ILLEGAL", "task " + std::to_string(task),
                     "only a failed task is retried by hand", "see its state"};
    if (auto adopted = m_tasks->adopt(failed); !adopted)
        return adopted;
    scheduling::Change change{now, model::TaskCause::RetriedByHand, {}, actor, {}, failed.version};
    if (auto moved = m_tasks->retry(task, change); !moved) {
        m_tasks->drop(task);
        return moved;
    }
    return goOn(now);
}

Result<void> Rounds::cancel(model::TaskId task, const std::string& actor, TimeMs now)
{
    if (auto asked = m_tasks->cancel(task, {now, model::TaskCause::CancelledByHand, {}, actor});
        !asked)
        return asked;
    return goOn(now);
}

const std::string& Rounds::noteOf(Handle campaign) const
{
    static const std::string kNone;
    const auto found = m_notes.find(campaign);
    return found == m_notes.end() ? kNone : found->second;
}

} // namespace gavel::runtime
