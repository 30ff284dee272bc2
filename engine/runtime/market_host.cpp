// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/market_host.h"

#include <algorithm>
#include <chrono>
#include <latch>
#include <sys/resource.h>
#include <unistd.h>

namespace gavel::runtime {

namespace {

constexpr auto kNap = std::chrono::microseconds(500);
/// Linux keeps the nice value per thread.
constexpr int kYieldingNice = 10;
constexpr std::int64_t kNanosPerMs = 1'000'000;
constexpr std::int64_t kMostLagMs = 250; ///< wall time a market may lag before its time is set back

/// The part of `whole` that shard `i` of `n` gets; the parts sum to the whole.
std::uint64_t part(std::uint64_t whole, std::uint64_t i, std::uint64_t n)
{
    return whole / n + (i < whole % n ? 1 : 0);
}

} // namespace

MarketHost::MarketHost(Plan plan)
    : m_plan(std::move(plan))
    , m_baseTime(m_plan.setup->start)
{
}

Result<std::unique_ptr<MarketHost>> MarketHost::start(Plan plan)
{
    std::unique_ptr<MarketHost> host(new MarketHost(std::move(plan)));
    const Plan& given = host->m_plan;
    if (const auto added = host->addSources(); !added)
        return added.error();
    for (std::uint32_t shard = 0; shard < given.setup->shards; ++shard) {
        ShardCell::Parts parts;
        parts.scenario = given.scenario ? &*given.scenario : nullptr;
        parts.setup = given.setup.get();
        parts.gate = host->gatePlan(shard);
        parts.shard = shard;
        parts.keepRows = given.keepRows;
        parts.keepEvents = given.events != nullptr;
        parts.trace = given.trace;
        host->m_cells.push_back(std::make_unique<ShardCell>(parts));
        if (given.mostAuctions != UINT64_MAX)
            host->m_cells.back()->setBudget(part(given.mostAuctions, shard, given.setup->shards));
    }
    if (given.events != nullptr)
        if (const auto attached = host->attachEvents(); !attached)
            return attached.error();
    host->m_threadCount
        = static_cast<unsigned>(std::clamp<std::size_t>(given.threads, 1, host->m_cells.size()));
    for (unsigned thread = 0; thread < host->m_threadCount; ++thread)
        host->m_threads.emplace_back([host = host.get(), thread] { host->loop(thread); });
    return host;
}

QuotaGate::Plan MarketHost::gatePlan(std::uint32_t shard)
{
    QuotaGate::Plan gate;
    gate.server = m_sources[shard];
    gate.first = m_plan.setup->start;
    gate.waits = m_plan.scenario.has_value();
    if (m_plan.member) {
        gate.server = m_plan.member->source;
        gate.intervalMs = m_plan.member->intervalMs;
    }
    if (m_plan.scenario) {
        gate.end = m_plan.scenario->end();
        gate.intervalMs = m_plan.scenario->roundMs;
    }
    gate.reported = m_plan.reported;
    gate.given = [this] { wakeThreads(); };
    return gate;
}

Result<void> MarketHost::addSources()
{
    for (std::uint32_t shard = 0; shard < m_plan.setup->shards; ++shard) {
        if (m_plan.events == nullptr) {
            m_sources.push_back(shard + 1);
            continue;
        }
        const auto source = m_plan.events->addSource(
            m_plan.run, m_plan.member ? m_plan.member->key : "shard-" + std::to_string(shard));
        if (!source)
            return source.error();
        m_sources.push_back(*source);
    }
    return {};
}

Result<void> MarketHost::attachEvents()
{
    for (std::size_t shard = 0; shard < m_cells.size(); ++shard) {
        m_cells[shard]->setRun(m_plan.member ? m_plan.member->run : m_plan.run);
        auto attached = m_plan.events->attach(*m_cells[shard]->events(), m_sources[shard],
                                              m_plan.setup->vocabulary, [this] {
                                                  const std::lock_guard lock(m_portsMutex);
                                                  for (const auto& weak : m_ports)
                                                      if (const auto port = weak.lock())
                                                          port->wake();
                                              });
        if (!attached)
            return attached;
    }
    return {};
}

MarketHost::~MarketHost()
{
    {
        const std::lock_guard lock(m_portsMutex);
        for (const auto& weak : m_ports)
            if (const auto port = weak.lock())
                port->close();
    }
    m_stop.store(true);
    wakeThreads();
    for (auto& thread : m_threads)
        thread.join();
    if (m_plan.events != nullptr)
        for (const auto source : m_sources)
            static_cast<void>(m_plan.events->detach(source));
}

void MarketHost::loop(unsigned thread)
{
    if (m_plan.yields)
        static_cast<void>(setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kYieldingNice));
    while (!m_stop.load(std::memory_order_acquire)) {
        const std::uint64_t seen = m_wakes.load(std::memory_order_acquire);
        const Pace now = pace();
        bool worked = false;
        for (std::size_t shard = thread; shard < m_cells.size(); shard += m_threadCount)
            worked = m_cells[shard]->work(now) || worked;
        if (worked)
            continue;
        std::unique_lock lock(m_sleepMutex);
        m_asleep.fetch_add(1);
        m_wakeUp.wait_for(lock, kNap, [&] { return m_wakes.load() != seen || m_stop.load(); });
        m_asleep.fetch_sub(1);
    }
}

void MarketHost::wakeThreads()
{
    m_wakes.fetch_add(1);
    if (m_asleep.load() > 0 || m_stop.load()) {
        const std::lock_guard lock(m_sleepMutex);
        m_wakeUp.notify_all();
    }
}

TimeMs MarketHost::targetLocked(std::int64_t wallNanos) const
{
    if (m_paused)
        return m_baseTime;
    if (m_speed <= 0)
        return m_limit;
    const double passed = static_cast<double>(wallNanos - m_baseWallNanos) / kNanosPerMs * m_speed;
    return std::min(m_limit, m_baseTime + static_cast<std::int64_t>(passed));
}

Pace MarketHost::pace() const
{
    const std::lock_guard lock(m_paceMutex);
    Pace pace;
    pace.paused = m_paused;
    pace.target = targetLocked(base::monotonicNanos());
    // Real opportunities in a market that runs as fast as it can belong to the moment it has
    // reached.
    pace.live = !m_plan.scenario         ? m_wall.now()
        : pace.target.value == INT64_MAX ? now()
                                         : pace.target;
    pace.over = finished();
    return pace;
}

TimeMs MarketHost::now() const
{
    TimeMs least{INT64_MAX};
    for (const auto& cell : m_cells)
        least = std::min(least, cell->reached());
    return least;
}

bool MarketHost::finished() const
{
    return m_plan.scenario && std::all_of(m_cells.begin(), m_cells.end(), [](const auto& cell) {
               return cell->finished();
           });
}

void MarketHost::rebaseLocked()
{
    m_baseTime = std::max(now(), m_plan.setup->start);
    m_baseWallNanos = base::monotonicNanos();
}

void MarketHost::pause()
{
    const std::lock_guard lock(m_paceMutex);
    if (!m_paused) {
        m_baseTime = m_speed > 0 ? targetLocked(base::monotonicNanos()) : now();
        m_paused = true;
    }
}

void MarketHost::resume()
{
    {
        const std::lock_guard lock(m_paceMutex);
        if (m_paused) {
            rebaseLocked();
            m_paused = false;
        }
    }
    wakeThreads();
}

void MarketHost::setSpeed(double speed)
{
    {
        const std::lock_guard lock(m_paceMutex);
        if (!m_paused)
            rebaseLocked();
        m_speed = speed;
    }
    wakeThreads();
}

void MarketHost::setLimit(TimeMs limit)
{
    const std::lock_guard lock(m_paceMutex);
    m_limit = limit;
}

void MarketHost::keepUp()
{
    const std::lock_guard lock(m_paceMutex);
    if (m_paused)
        return;
    if (now() >= m_limit) {
        m_baseTime = m_limit;
        m_limit = {INT64_MAX};
        m_paused = true;
        return;
    }
    if (m_speed > 0 && m_plan.scenario) {
        const auto lag = targetLocked(base::monotonicNanos()) - now();
        if (static_cast<double>(lag) > m_speed * kMostLagMs)
            rebaseLocked();
    }
}

bool MarketHost::paused() const
{
    const std::lock_guard lock(m_paceMutex);
    return m_paused;
}

double MarketHost::speed() const
{
    const std::lock_guard lock(m_paceMutex);
    return m_speed;
}

TimeMs MarketHost::limit() const
{
    const std::lock_guard lock(m_paceMutex);
    return m_limit;
}

void MarketHost::onShard(std::size_t shard, const std::function<void(ShardCell&)>& command)
{
    std::latch done(1);
    m_cells[shard]->post([&](ShardCell& cell) {
        command(cell);
        done.count_down();
    });
    wakeThreads();
    done.wait();
}

void MarketHost::onShards(const std::function<void(ShardCell&)>& command)
{
    std::latch done(static_cast<std::ptrdiff_t>(m_cells.size()));
    for (const auto& known : m_cells)
        known->post([&](ShardCell& cell) {
            command(cell);
            done.count_down();
        });
    wakeThreads();
    done.wait();
}

std::shared_ptr<LivePort> MarketHost::openPort(std::function<void()> wake)
{
    auto port = std::make_shared<LivePort>(
        m_cells.size(), std::move(wake), [this](std::uint32_t shard) { return committed(shard); },
        [this](std::uint32_t) { wakeThreads(); });
    for (const auto& cell : m_cells)
        cell->addPort(port);
    const std::lock_guard lock(m_portsMutex);
    std::erase_if(m_ports, [](const auto& weak) { return weak.expired(); });
    m_ports.push_back(port);
    return port;
}

std::uint64_t MarketHost::committed(std::uint32_t shard) const
{
    return m_plan.events == nullptr ? UINT64_MAX : m_plan.events->committed(m_sources[shard]);
}

Result<void> MarketHost::flush()
{
    if (m_plan.events == nullptr)
        return {};
    onShards([](ShardCell& cell) { cell.market().flush(); });
    return m_plan.events->flush();
}

} // namespace gavel::runtime
