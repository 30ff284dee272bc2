// SPDX-License-Identifier: GPL-3.0-or-later
// Taking offers, storing batches, telling what is. The judging thread is in intake_judging.cpp.
#include "engine/base/clock.h"
#include "engine/pipeline/counters/counter_book.h"
#include "engine/pipeline/intake/intake_lane.h"
#include "engine/store/event_writer.h"
#include "engine/store/workspace.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

constexpr std::int64_t kNanosPerMinute = 60'000'000'000;

/// What may be another one in a source that was removed and added again.
void bringBack(CollectorRow& known, const CollectorRow& row)
{
    known.kind = row.kind;
    known.settings = row.settings;
    known.checkpoint = row.checkpoint;
    known.isPaused = row.isPaused;
    known.isRemoved = row.isRemoved;
}

Error ended()
{
    return {"SERVICE_UNAVAILABLE", "pipeline", "the program ends", "send it again later"};
}

} // namespace

void Intake::Latency::add(std::int64_t nowNanos, std::int64_t nanos)
{
    if (nowNanos - m_since >= kNanosPerMinute) {
        m_before = m_now;
        m_now.clear();
        m_since = nowNanos;
    }
    m_now.add(static_cast<std::uint64_t>(std::max<std::int64_t>(0, nanos / 1000)));
}

double Intake::Latency::p99Ms() const
{
    const base::Histogram& fuller = m_now.count() > 20 || m_before.count() == 0 ? m_now : m_before;
    return fuller.count() == 0 ? -1 : static_cast<double>(fuller.percentile(0.99)) / 1000;
}

Intake::Intake(const Parts& parts, const Limits& limits)
    : m_parts(parts)
    , m_limits(limits)
    , m_batches(parts.events.appender(), parts.counters)
    , m_isClosed(parts.isClosed)
{
}

Result<std::unique_ptr<Intake>> Intake::open(const Parts& parts, const Limits& limits)
{
    std::unique_ptr<Intake> intake(new Intake(parts, limits));
    if (auto begun = intake->begin(); !begun)
        return begun.error();
    return intake;
}

Result<void> Intake::begin()
{
    Result<RuleSet> rules = RuleSet{};
    std::vector<CollectorRow> rows;
    auto read = m_parts.workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        rules = loadRules(connection);
        if (!rules)
            return rules.error();
        auto known = readCollectors(connection);
        if (!known)
            return known.error();
        rows = std::move(*known);
        return m_batches.attribution().recall(connection);
    });
    if (!read)
        return read;
    m_parts.workspace.betweenCommits(
        [&] { m_parts.events.appender().add(m_batches.attribution()); });
    m_judge = std::make_unique<Judge>(std::move(*rules), m_parts.surroundings);
    for (CollectorRow& row : rows) {
        const std::uint32_t id = row.id;
        m_lanes[id] = std::make_unique<Lane>(*m_judge, std::move(row), FieldMap());
    }
    m_feed = m_parts.workspace.addFeed(
        {[this] { return m_hasPrepared || m_hasRefused; },
         [this](store::Connection& connection) { return write(connection); },
         [this] { committed(); }});
    m_thread = std::thread([this] { judgeLoop(); });
    return {};
}

Intake::~Intake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    if (m_feed != 0) {
        while ((m_hasPrepared || m_hasRefused) && !m_parts.workspace.failure())
            (void)m_parts.workspace.writeAndWait([](store::Connection&) { return Result<void>(); });
        m_parts.workspace.removeFeed(m_feed);
        m_parts.workspace.betweenCommits(
            [&] { m_parts.events.appender().remove(m_batches.attribution()); });
    }
    for (PreparedBatch& batch : m_prepared)
        failOffers(batch.offers, ended());
    for (auto& [id, lane] : m_lanes)
        for (Offer& offer : lane->offers)
            if (offer.done)
                offer.done(ended());
}

Result<CollectorRow> Intake::collector(std::string_view name, std::string_view kind,
                                       std::string_view settings, const FieldMap& names)
{
    CollectorRow row;
    auto kept = m_parts.workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        auto known = keepCollector(connection, name, kind, settings, m_parts.clock.now());
        if (!known)
            return known.error();
        row = std::move(*known);
        const std::lock_guard lock(m_mutex);
        const auto lane = m_lanes.find(row.id);
        if (lane != m_lanes.end() && lane->second->row.isRemoved)
            bringBack(lane->second->stored, row);
        return {};
    });
    if (!kept)
        return kept.error();
    if (auto known = m_parts.counters.learn(0, {}, {}); !known) // its run, when it is the first
        return known.error();
    // Only the judging thread reads a lane's maker: there it is put in place.
    withJudge([&](Judge& judge) {
        const std::lock_guard lock(m_mutex);
        auto& lane = m_lanes[row.id];
        if (!lane)
            lane = std::make_unique<Lane>(judge, row, names);
        else
            lane->maker = BatchMaker(judge, row.name, names);
        if (lane->row.isRemoved)
            bringBack(lane->row, row);
        row = lane->row;
    });
    return row;
}

Result<void> Intake::offer(Offer offer)
{
    if (const auto failure = m_parts.workspace.failure())
        return Error{"SERVICE_UNAVAILABLE", "pipeline", toString(*failure), "send it again later"};
    const std::size_t bytes = bytesOf(offer);
    const std::size_t lines = offer.lines.size();
    {
        const std::lock_guard lock(m_mutex);
        const auto lane = m_lanes.find(offer.collector);
        if (lane == m_lanes.end() || lane->second->row.isRemoved)
            return Error{"SOURCE_UNKNOWN", "source", "there is no such source", "add it first"};
        if (m_stop)
            return ended();
        if (m_isClosed)
            return refuse(*lane->second, lines,
                          {"INTAKE_CLOSED", "pipeline", "a person has shut the intake down",
                           "send it again when it is open"});
        // An offer that would never fit is taken when nothing else waits.
        const bool isFull = m_waitingLines > 0
            && (m_waitingLines + lines > m_limits.mostLines
                || m_waitingBytes + bytes > m_limits.mostBytes);
        if (isFull || isShed(*lane->second))
            return refuse(*lane->second, lines,
                          {"OVERLOADED", "pipeline", "too many events wait to be stored",
                           "send it again in a second"});
        if (lane->second->offers.empty())
            m_turns.push_back(offer.collector);
        m_waitingLines += lines;
        m_waitingBytes += bytes;
        m_stages[kCollect].total += lines;
        lane->second->offers.push_back(std::move(offer));
    }
    m_wake.notify_one();
    return {};
}

Error Intake::refuse(Lane& lane, std::size_t lines, Error error)
{
    count(lane, static_cast<std::int64_t>(lines));
    m_turnedAway += static_cast<std::int64_t>(lines);
    return error;
}

void Intake::count(Lane& lane, std::int64_t refused)
{
    Flow flow;
    flow.received = flow.refused = refused;
    lane.refused[base::floorDivide(m_parts.clock.now().value, base::kMinuteMs)] += flow;
    lane.flow += flow;
    m_flow += flow;
    m_hasRefused = true;
}

/// The wanted part of a hundred offers, spread evenly.
bool Intake::isShed(const Lane& lane)
{
    if (m_shedPercent == 0 || lane.row.kind == "file" || m_parts.clock.now() >= m_shedUntil)
        return false;
    const std::uint64_t turn = m_shedTurn++;
    return (turn + 1) * m_shedPercent / 100 != turn * m_shedPercent / 100;
}

void Intake::setClosed(bool closed)
{
    m_isClosed = closed;
}

void Intake::shed(unsigned percent, TimeMs until)
{
    const std::lock_guard lock(m_mutex);
    m_shedPercent = std::min(percent, 100U);
    m_shedUntil = until;
    m_shedTurn = 0;
}

Result<OfferOutcome> Intake::offerAndWait(Offer offer)
{
    // Shared, since the waiting side may go on before the writer is done with it.
    auto promise = std::make_shared<std::promise<Result<OfferOutcome>>>();
    auto answer = promise->get_future();
    offer.done = [promise](const Result<OfferOutcome>& outcome) { promise->set_value(outcome); };
    if (auto taken = this->offer(std::move(offer)); !taken)
        return taken.error();
    return answer.get();
}

void Intake::countRefused(std::uint32_t collector, std::int64_t lines)
{
    const std::lock_guard lock(m_mutex);
    const auto lane = m_lanes.find(collector);
    if (lane == m_lanes.end())
        return;
    count(*lane->second, lines);
}

Result<void> Intake::setPaused(std::uint32_t collector, bool paused)
{
    auto kept = m_parts.workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        const auto keep = connection.cached("UPDATE collector SET paused = $2 WHERE id = $1");
        if (!keep)
            return keep.error();
        return (*keep)->bindAll(collector, paused).run();
    });
    const std::lock_guard lock(m_mutex);
    if (const auto lane = m_lanes.find(collector); kept && lane != m_lanes.end())
        lane->second->row.isPaused = paused;
    return kept;
}

Result<void> Intake::remove(std::uint32_t collector, std::string_view actor)
{
    auto removed = m_parts.workspace.writeAndWait([&](store::Connection& connection) {
        return removeCollector(connection, collector, actor, m_parts.clock.now());
    });
    const std::lock_guard lock(m_mutex);
    if (const auto lane = m_lanes.find(collector); removed && lane != m_lanes.end())
        lane->second->row.isRemoved = true;
    return removed;
}

Result<std::size_t> Intake::write(store::Connection& connection)
{
    std::deque<PreparedBatch> batches;
    {
        const std::lock_guard lock(m_mutex);
        batches.swap(m_prepared);
        m_hasPrepared = false;
        m_storingLines = std::exchange(m_preparedLines, 0);
    }
    m_wake.notify_one();
    m_storingSince = base::monotonicNanos();
    std::size_t rows = 0;
    for (PreparedBatch& batch : batches) {
        Lane* lane = nullptr;
        {
            const std::lock_guard lock(m_mutex);
            lane = m_lanes.at(batch.collector).get();
        }
        auto outcomes = m_batches.store(connection, lane->stored, batch);
        if (!outcomes) {
            // The workspace stops here: nothing of this transaction will be durable.
            for (Stored& stored : m_stored)
                failOffers(stored.batch.offers, outcomes.error());
            m_stored.clear();
            for (PreparedBatch& unstored : batches)
                failOffers(unstored.offers, outcomes.error());
            return outcomes.error();
        }
        rows += batch.lines.size();
        m_stored.push_back({std::move(batch), std::move(*outcomes)});
    }
    if (auto kept = writeRefused(connection); !kept)
        return kept.error();
    if (auto finished = m_parts.events.appender().finish(connection); !finished)
        return finished.error();
    return rows;
}

/// What was refused is told in its own minute, whether or not something is stored.
Result<void> Intake::writeRefused(store::Connection& connection)
{
    std::vector<std::tuple<std::uint32_t, std::int64_t, Flow>> refused;
    {
        const std::lock_guard lock(m_mutex);
        m_hasRefused = false;
        for (auto& [id, lane] : m_lanes)
            for (const auto& [minute, flow] : std::exchange(lane->refused, {}))
                refused.emplace_back(id, minute, flow);
    }
    for (const auto& [collector, minute, flow] : refused)
        if (auto added = addFlow(connection, collector, minute, flow); !added)
            return added;
    return {};
}

void Intake::committed()
{
    if (m_stored.empty())
        return;
    const std::int64_t now = base::monotonicNanos();
    const TimeMs at = m_parts.clock.now();
    {
        const std::lock_guard lock(m_mutex);
        for (const Stored& stored : m_stored) {
            Lane& lane = *m_lanes.at(stored.batch.collector);
            const bool isPaused = lane.row.isPaused;
            const bool isRemoved = lane.row.isRemoved;
            lane.row = lane.stored;
            lane.row.isPaused = isPaused;
            lane.row.isRemoved = isRemoved;
            lane.lastAt = at;
            for (std::size_t i = 0; i < stored.outcomes.size(); ++i) {
                Flow flow = stored.outcomes[i].flow;
                if (stored.batch.offers[i].isRedrive()) {
                    // Its lines were received, and dead, before. Those of an earlier process are
                    // received now.
                    const std::int64_t known = std::min(flow.received, lane.flow.dead);
                    flow.dead -= known;
                    flow.received -= known;
                }
                lane.flow += flow;
                m_flow += flow;
            }
            m_stages[kStore].total += stored.batch.lines.size();
            m_latencies[kStore].add(now, now - m_storingSince);
            m_latencies[kCollect].add(
                now, (at.value - stored.batch.received.value) * std::int64_t{1'000'000});
        }
        m_storingLines = 0;
    }
    for (const Stored& stored : m_stored)
        for (std::size_t i = 0; i < stored.outcomes.size(); ++i)
            if (stored.batch.offers[i].done)
                stored.batch.offers[i].done(stored.outcomes[i]);
    {
        const std::lock_guard lock(m_mutex);
        for (Stored& stored : m_stored)
            m_spent.push_back(std::move(stored.batch));
    }
    m_wake.notify_one();
    m_stored.clear();
}

void Intake::failOffers(std::vector<Offer>& offers, const Error& error)
{
    for (Offer& offer : offers)
        if (offer.done)
            offer.done(error);
}

Intake::Status Intake::status() const
{
    const std::lock_guard lock(m_mutex);
    Status status;
    const auto stage = [&](std::size_t which, std::uint64_t backlog, std::uint64_t limit) {
        Stage found = m_stages[which];
        found.backlog = backlog;
        found.limit = limit;
        found.p99Ms = m_latencies[which].p99Ms();
        return found;
    };
    status.collect = stage(kCollect, m_waitingLines, m_limits.mostLines);
    status.validate = stage(kValidate, m_stages[kValidate].backlog, m_limits.batchLines);
    status.repair = stage(kRepair, 0, 0);
    status.transform = stage(kTransform, 0, 0);
    status.store
        = stage(kStore, m_preparedLines + m_storingLines, kMostPrepared * m_limits.batchLines);
    status.flow = m_flow;
    status.turnedAway = m_turnedAway;
    for (const auto& [id, lane] : m_lanes)
        if (!lane->row.isRemoved)
            status.sources.push_back({lane->row, lane->flow, lane->lastAt});
    return status;
}

} // namespace gavel::pipeline
