// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/shard_cell.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

constexpr std::size_t kAuctionsPerTurn = 512;
constexpr std::size_t kAnswersPerTurn = 64;
constexpr std::size_t kRowRing = 1U << 15;
constexpr std::size_t kEventRing = 1U << 16;
/// Real auctions have ids of their own: the top bit, then the shard, the run, then a count.
constexpr std::uint64_t kLiveId = 1ULL << 63;
constexpr int kShardShift = 48;
constexpr int kRunShift = 32;
constexpr std::uint32_t kMostRun = 0xffff; ///< then they begin again

} // namespace

ShardCell::ShardCell(const Parts& parts)
    : m_shard(parts.shard)
    , m_gate(parts.gate)
    , m_answered(parts.answered)
    , m_requests(kAnswersPerTurn)
    , m_wins(kRememberedWins)
{
    if (parts.keepRows)
        m_rows = std::make_unique<base::SpscRing<model::AuctionRow>>(kRowRing);
    if (parts.keepEvents)
        m_events = std::make_unique<base::SpscRing<model::DeliveryEvent>>(kEventRing);
    const market::ShardOutputs outputs{m_rows.get(), m_events.get(), parts.trace};
    if (parts.scenario != nullptr)
        m_run.emplace(*parts.scenario, *parts.setup, parts.shard, outputs);
    else
        m_market = std::make_unique<market::MarketShard>(*parts.setup, parts.shard, outputs);
    m_reached.store(parts.setup->start.value);
    publishCounters();
}

bool ShardCell::work(const Pace& pace)
{
    bool worked = m_hasCommands.load(std::memory_order_acquire) && runCommands();
    if (!m_gate.waits())
        worked = listenToScheduler(pace.live) || worked;
    worked = answerPorts(pace) || worked;
    if (!m_run)
        m_reached.store(pace.live.value, std::memory_order_release);
    else if (!pace.paused)
        worked = generate(pace) || worked;
    if (m_countersWanted.exchange(false, std::memory_order_acq_rel))
        publishCounters();
    return worked;
}

bool ShardCell::generate(const Pace& pace)
{
    const ShardPlace before = m_place;
    const bool isFree = meetScheduler(pace.target, pace.over);
    const std::uint64_t free = std::min(m_budget, playCues());
    const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(kAuctionsPerTurn, free));
    const TimeMs until = std::min(pace.target, m_gate.boundary() + -1);
    const std::size_t done = m_run->advance(until, most);
    m_budget -= done;
    m_place.generated += done;
    m_reached.store(std::min(isFree ? pace.target : until, m_run->next()).value,
                    std::memory_order_release);
    m_finished.store(m_run->finished() || m_budget == 0, std::memory_order_release);
    return m_place != before;
}

/// A shard that has run all its auctions still meets the scheduler while the others need it.
bool ShardCell::meetScheduler(TimeMs target, bool over)
{
    if (!m_gate.waits())
        return true;
    while (m_gate.boundary() <= target) {
        playCues();
        const bool holdsHere = m_script && m_place.generated >= m_script->stopAt;
        const bool isDone = m_budget == 0 || holdsHere || m_run->finished();
        if (over || (holdsHere && m_gate.boundary() > m_script->until))
            return true;
        if (!isDone && m_run->next() < m_gate.boundary())
            return true;
        const auto grants
            = m_gate.pass([this](model::QuotaReport& report) { market().fill(report); });
        if (!grants)
            return false;
        for (const model::QuotaGrants& given : *grants)
            apply(given);
        ++m_place.passed;
    }
    return true;
}

bool ShardCell::listenToScheduler(TimeMs now)
{
    bool worked = m_gate.tick(now, [this](model::QuotaReport& report) { market().fill(report); });
    if (!m_gate.hasGrants(now))
        return worked;
    for (const auto& grants : m_gate.takeGrants(now))
        apply(grants);
    return true;
}

model::QuotaReport ShardCell::report(TimeMs at) const
{
    model::QuotaReport report;
    report.server = m_gate.server();
    report.at = at;
    market().fill(report);
    return report;
}

void ShardCell::apply(const model::QuotaGrants& grants)
{
    if (!grants.grants)
        return;
    for (const model::QuotaGrant& grant : *grants.grants)
        if (grant.server == m_gate.server())
            market().apply(grant);
}

void ShardCell::applyAgain(const model::QuotaGrants& grants)
{
    for (const model::QuotaGrant& grant : *grants.grants)
        market().apply(grant);
}

/// Auctions until the script wants something; without a script there is no such number.
std::uint64_t ShardCell::playCues()
{
    if (!m_script)
        return UINT64_MAX;
    const auto& cues = m_script->cues;
    while (m_nextCue < cues.size() && cues[m_nextCue].after.generated <= m_place.generated
           && cues[m_nextCue].after.passed <= m_place.passed) {
        m_changesPlayed += cues[m_nextCue].isChange ? 1 : 0;
        cues[m_nextCue++].act(*this);
    }
    if (m_place.generated >= m_script->stopAt) {
        m_holds.store(m_nextCue == cues.size(), std::memory_order_release);
        return 0;
    }
    const std::uint64_t stop = m_nextCue < cues.size()
        ? std::min(m_script->stopAt, cues[m_nextCue].after.generated)
        : m_script->stopAt;
    return stop - std::min(stop, m_place.generated);
}

void ShardCell::follow(ShardScript script)
{
    m_script = std::move(script);
    m_nextCue = 0;
    m_changesPlayed = 0;
    m_holds.store(false, std::memory_order_release);
}

bool ShardCell::catchUp(TimeMs target)
{
    while (m_run && generate({.paused = false, .target = target, .live = {}})) { }
    return !m_run || m_finished.load() || m_reached.load() >= target.value;
}

void ShardCell::leaveScript(TimeMs reached)
{
    m_script.reset();
    m_reached.store(reached.value, std::memory_order_release);
    publishCounters();
}

bool ShardCell::runCommands()
{
    std::vector<std::function<void(ShardCell&)>> commands;
    {
        const std::lock_guard lock(m_mutex);
        commands.swap(m_commands);
        m_servedPorts = m_ports;
        m_hasCommands.store(false, std::memory_order_release);
    }
    for (const auto& command : commands)
        command(*this);
    return true;
}

bool ShardCell::answerPorts(const Pace& pace)
{
    bool worked = false;
    for (const auto& port : m_servedPorts)
        worked = answerLane(*port, port->lane(m_shard), pace) || worked;
    return worked;
}

bool ShardCell::answerLane(LivePort& port, LivePort::Lane& lane, const Pace& pace)
{
    const std::size_t room = lane.answers.capacity() - lane.answers.size();
    const std::size_t count
        = lane.requests.pop(m_requests.begin(), std::min(room, kAnswersPerTurn));
    for (std::size_t i = 0; i < count; ++i)
        lane.answers.push(answer(m_requests[i], pace));
    if (count > 0)
        port.wake();
    return count > 0;
}

void ShardCell::setRun(std::uint32_t run)
{
    m_liveAuctions = std::uint64_t{run & kMostRun} << kRunShift;
}

std::uint32_t ShardCell::shardOf(std::uint64_t auction)
{
    return static_cast<std::uint32_t>((auction & ~kLiveId) >> kShardShift);
}

ShardCell::LiveWin* ShardCell::win(std::uint64_t auction)
{
    // Ids of a run count up, so the ring is in order from its oldest win on.
    const std::size_t known = std::min(m_winCount, kRememberedWins);
    std::size_t first = m_winCount - known;
    for (std::size_t left = known; left > 0;) {
        const std::size_t half = left / 2;
        const bool isLater = m_wins[(first + half) % kRememberedWins].opportunity.id < auction;
        first += isLater ? half + 1 : 0;
        left = isLater ? left - half - 1 : half;
    }
    LiveWin& found = m_wins[first % kRememberedWins];
    return first < m_winCount && found.opportunity.id == auction ? &found : nullptr;
}

model::Opportunity ShardCell::numbered(const model::Opportunity& offered, TimeMs at)
{
    model::Opportunity opportunity = offered;
    opportunity.id = kLiveId | (std::uint64_t{m_shard} << kShardShift) | ++m_liveAuctions;
    opportunity.at = at;
    return opportunity;
}

LiveAnswer ShardCell::outcomeOf(const model::Opportunity& opportunity, const model::AuctionRow& row)
{
    LiveAnswer result;
    result.shard = m_shard;
    result.row = row;
    result.bids = market().lastBids();
    result.clearing = market().lastClearing();
    if (result.clearing.winner >= 0) {
        result.sequence = market().lastSequence();
        m_wins[m_winCount++ % kRememberedWins]
            = {opportunity, result.bids[static_cast<std::size_t>(result.clearing.winner)], 0};
    }
    return result;
}

LiveAnswer ShardCell::answerOutside(const model::Opportunity& offered, const model::Bid& answer,
                                    TimeMs at)
{
    const model::Opportunity opportunity = numbered(offered, at);
    return outcomeOf(opportunity, market().runOutside(opportunity, answer));
}

LiveAnswer ShardCell::answer(const LivePort::Request& request, const Pace& pace)
{
    LiveAnswer result;
    result.shard = m_shard;
    result.refused = pace.paused || m_script;
    if (!result.refused) {
        const model::Opportunity opportunity = numbered(request.opportunity, pace.live);
        result = outcomeOf(opportunity, market().run(opportunity));
    }
    result.token = request.token;
    return result;
}

void ShardCell::noteReached()
{
    ++m_place.generated;
    m_reached.store(m_run ? m_run->market().counters().now.value : m_reached.load());
}

void ShardCell::post(std::function<void(ShardCell&)> command)
{
    const std::lock_guard lock(m_mutex);
    m_commands.push_back(std::move(command));
    m_hasCommands.store(true, std::memory_order_release);
}

void ShardCell::addPort(const std::shared_ptr<LivePort>& port)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_ports, [](const auto& known) { return !known->isOpen(); });
    m_ports.push_back(port);
    m_hasCommands.store(true, std::memory_order_release);
}

std::shared_ptr<const market::ShardCounters> ShardCell::counters()
{
    m_countersWanted.store(true, std::memory_order_release);
    return m_counters.load();
}

void ShardCell::publishCounters()
{
    auto counters = std::make_shared<market::ShardCounters>(market().counters());
    // The shard starts these afresh with each copy; whoever reads may miss a copy, so the sums are
    // kept here.
    m_bidBins.resize(std::max(m_bidBins.size(), counters->bidBins.size()));
    for (std::size_t i = 0; i < counters->bidBins.size(); ++i)
        m_bidBins[i] += counters->bidBins[i];
    m_clearingSumNanos += counters->clearingSumNanos;
    m_clearings += counters->clearings;
    counters->bidBins = m_bidBins;
    counters->clearingSumNanos = m_clearingSumNanos;
    counters->clearings = m_clearings;
    m_counters.store(std::move(counters));
}

} // namespace gavel::runtime
