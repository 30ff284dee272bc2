// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/scheduler.h"

#include <algorithm>
#include <chrono>

namespace gavel::runtime {

namespace {

constexpr auto kIdleNap = std::chrono::milliseconds(20);
/// Wall time that a round of real traffic waits for an ad server; then it goes on without.
constexpr std::int64_t kLateNanos = 300'000'000;
constexpr std::int64_t kFiguresEveryNanos = 50'000'000;

Error finished()
{
    return {"SERVICE_UNAVAILABLE", "scheduler", "the market has ended: nothing is granted any more",
            "start it again"};
}

} // namespace

void RoundBell::ring()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isRung = true;
    }
    m_rung.notify_one();
}

void RoundBell::wait(std::chrono::milliseconds most)
{
    std::unique_lock lock(m_mutex);
    m_rung.wait_for(lock, most, [this] { return m_isRung; });
    m_isRung = false;
}

Scheduler::Scheduler(Plan plan, MarketHost& host)
    : m_plan(std::move(plan))
    , m_host(host)
{
}

Result<std::unique_ptr<Scheduler>> Scheduler::start(Plan plan, MarketHost& host)
{
    std::unique_ptr<Scheduler> scheduler(new Scheduler(std::move(plan), host));
    if (auto opened = scheduler->open(); !opened)
        return opened.error();
    scheduler->m_thread = std::thread([raw = scheduler.get()] { raw->loop(); });
    return scheduler;
}

Scheduler::~Scheduler()
{
    m_stop.store(true);
    m_plan.bell->ring();
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> Scheduler::open()
{
    Rounds::Links links;
    for (std::size_t shard = 0; shard < m_host.shards(); ++shard) {
        auto link = std::make_unique<ShardLink>(m_host, shard, m_plan.acted);
        link->setSilent(!m_plan.script.empty());
        m_shards.push_back(link.get());
        links.push_back(std::move(link));
    }
    const TimeMs start = m_plan.rounds.isLive ? m_clock.now() : m_plan.rounds.setup->start;
    auto rounds = Rounds::open(std::move(m_plan.rounds), std::move(links),
                               std::move(m_plan.members), start);
    if (!rounds)
        return rounds.error();
    m_rounds = std::move(*rounds);
    if (auto begun = m_rounds->begin(start); !begun)
        return begun;
    publishFigures();
    return {};
}

/// Market time: of real traffic the wall's, of a scenario where its ad servers are.
TimeMs Scheduler::now() const
{
    if (m_rounds->plan().isLive)
        return m_clock.now();
    return std::max(m_host.now(), m_rounds->newestBoundary());
}

void Scheduler::loop()
{
    std::int64_t figuresAt = 0;
    bool isStale = false;
    while (!m_stop.load(std::memory_order_acquire)) {
        const bool worked = runCommands() || runRounds();
        isStale = isStale || worked;
        const std::int64_t wall = base::monotonicNanos();
        if (isStale && (!worked || wall - figuresAt > kFiguresEveryNanos)) {
            const std::lock_guard lock(m_mutex);
            publishFigures();
            figuresAt = wall;
            isStale = false;
        }
        if (!worked)
            m_plan.bell->wait(kIdleNap);
    }
    runCommands(); // nobody is left waiting
}

bool Scheduler::runCommands()
{
    std::deque<std::packaged_task<void()>> commands;
    {
        const std::lock_guard lock(m_commandMutex);
        commands.swap(m_commands);
    }
    for (auto& command : commands)
        command();
    return !commands.empty();
}

std::optional<TimeMs> Scheduler::nextBoundary()
{
    const Rounds::Plan& plan = m_rounds->plan();
    TimeMs next = boundaryAfter(m_rounds->newestBoundary(), plan.intervalMs);
    if (plan.isLive) {
        // What was missed while nobody looked is one round.
        const TimeMs reached = boundaryAfter(m_clock.now(), plan.intervalMs) + -plan.intervalMs;
        if (reached < next)
            return std::nullopt;
        next = reached;
    }
    if (next >= plan.end)
        return std::nullopt;
    if (m_rounds->allReported(next)) {
        m_waitedSince = 0;
        return next;
    }
    if (!plan.isLive)
        return std::nullopt;
    const std::int64_t wall = base::monotonicNanos();
    if (m_waitedSince == 0)
        m_waitedSince = wall;
    if (wall - m_waitedSince < kLateNanos)
        return std::nullopt;
    m_waitedSince = 0;
    return next;
}

bool Scheduler::runRounds()
{
    const std::lock_guard lock(m_mutex);
    if (m_problem || m_isFinished)
        return false;
    playScript();
    if (const auto boundary = nextBoundary()) {
        const TimeMs at = m_rounds->plan().isLive ? m_clock.now() : *boundary;
        if (auto done = m_rounds->run(*boundary, at); !done)
            fail(done.error());
        playScript();
        return true;
    }
    if (!m_rounds->plan().isLive) {
        if (!m_host.finished())
            return false;
        if (auto done = finishNow(); !done)
            fail(done.error());
        return true;
    }
    for (const auto extra : {&Rounds::takeLate, &Rounds::repeat}) {
        const auto ran = (*m_rounds.*extra)(m_clock.now());
        if (!ran)
            fail(ran.error());
        if (!ran || *ran)
            return true;
    }
    if (const auto cron = m_rounds->nextCron(); cron && *cron <= m_clock.now()) {
        if (auto ran = m_rounds->runCron(m_clock.now()); !ran)
            fail(ran.error());
        return true;
    }
    const auto due = m_rounds->nextDue();
    if (!due || *due > m_clock.now())
        return false;
    if (auto gone = m_rounds->goOn(m_clock.now()); !gone)
        fail(gone.error());
    return true;
}

/// What was edited and ordered in the run that is repeated, when as many rounds are done as then.
void Scheduler::playScript()
{
    while (!m_problem && m_nextScripted < m_plan.script.size()
           && m_plan.script[m_nextScripted].place.afterRound <= m_rounds->roundsDone()) {
        const ScriptedEdit edit = std::move(m_plan.script[m_nextScripted++]);
        const auto applied = edit.order ? edit.order(*m_rounds, edit.place.at)
                                        : applyEdit(edit.changes, edit.place.at);
        if (!applied)
            fail(applied.error());
    }
}

/// Fails closed: no shard waits any more, and what is granted ends with its time.
void Scheduler::fail(const Error& error)
{
    m_problem = error;
    for (ShardLink* shard : m_shards)
        shard->open({INT64_MAX});
}

Result<void> Scheduler::command(const std::function<Result<void>(Rounds&)>& action)
{
    Result<void> outcome;
    std::packaged_task<void()> task([&] {
        const std::lock_guard lock(m_mutex);
        if (m_problem)
            outcome = *m_problem;
        else if (m_isFinished)
            outcome = finished();
        else if (outcome = m_rounds->awaitDurable(); outcome)
            outcome = action(*m_rounds);
        if (outcome)
            outcome = m_rounds->awaitDurable();
        publishFigures();
    });
    auto done = task.get_future();
    {
        const std::lock_guard lock(m_commandMutex);
        m_commands.push_back(std::move(task));
    }
    m_plan.bell->ring();
    done.get();
    return outcome;
}

Result<void> Scheduler::applyEdit(const std::vector<model::MarketChange>& changes, TimeMs at)
{
    std::vector<Rounds::Wish> wishes;
    const auto& names = m_rounds->plan().setup->vocabulary->campaigns;
    for (const model::MarketChange& change : changes) {
        if (const auto* edited = std::get_if<model::CampaignChange>(&change)) {
            const auto event = m_rounds->edit(edited->campaign, at);
            wishes.push_back({names.find(edited->campaign.id), event});
        } else if (const auto* removed = std::get_if<model::CampaignRemoval>(&change)) {
            m_rounds->remove(removed->campaignId);
            wishes.push_back(
                {names.find(removed->campaignId), scheduling::TriggerEvent::CampaignEdited});
        }
    }
    if (wishes.empty())
        return {};
    m_rounds->ledger().refreshWallets(at);
    return m_rounds->between(wishes, {}, at);
}

Result<void> Scheduler::finishNow()
{
    m_isFinished = true;
    return m_rounds->finish(now());
}

Result<void> Scheduler::finish()
{
    auto done = command([&](Rounds&) { return finishNow(); });
    const std::lock_guard lock(m_mutex);
    return m_isFinished && !m_problem ? Result<void>() : done;
}

std::vector<ScriptedEdit> Scheduler::leaveScript()
{
    std::vector<ScriptedEdit> missed;
    static_cast<void>(command([&](Rounds&) -> Result<void> {
        for (ShardLink* shard : m_shards)
            shard->setSilent(false);
        missed.assign(m_plan.script.begin() + static_cast<std::ptrdiff_t>(m_nextScripted),
                      m_plan.script.end());
        m_plan.script.clear();
        m_nextScripted = 0;
        return {};
    }));
    return missed;
}

std::optional<Error> Scheduler::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

} // namespace gavel::runtime
