// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/event_writer.h"

#include "engine/store/event_key.h"
#include "engine/store/event_log.h"
#include "engine/store/event_names.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <tuple>
#include <vector>

namespace gavel::store {

namespace {

constexpr std::size_t kBatch = 8192; // taken from a ring at once

struct Attachment
{
    Attachment(base::SpscRing<model::DeliveryEvent>& ring_,
               std::shared_ptr<const model::Vocabulary> texts)
        : ring(ring_)
        , names(std::move(texts))
    {
    }
    base::SpscRing<model::DeliveryEvent>& ring;
    EventNames names;
    std::uint32_t run = 0;
    std::uint32_t source = 0;
    std::uint64_t lastSequence = 0; ///< stored, or about to be
    std::uint64_t missing = 0; ///< sequences below it that the source has jumped over
    std::uint64_t taken = 0; ///< events taken from the ring
    std::atomic<std::uint64_t> durable{
        0}; ///< of those taken, how many are committed or left out for good
    std::atomic<std::uint64_t>* committed = nullptr; ///< what committed() tells
    bool changed = false; ///< the open transaction holds events of it
    std::function<void()> afterCommit;
};

} // namespace

/// The feed behind the rings. Its list changes on the writer's thread only, under the mutex for
/// those who read.
class EventWriter::Log
{
public:
    explicit Log(Workspace& workspace_)
        : workspace(workspace_)
    {
    }

    bool waiting() const;
    Result<std::size_t> write(Connection& connection);
    void committed();
    Result<void> attach(Connection& connection, std::unique_ptr<Attachment> attachment);
    void remove(std::uint32_t source);
    std::uint64_t ringed() const;

    Workspace& workspace;
    EventAppender appender;
    std::uint64_t feed = 0;
    mutable std::mutex mutex;
    std::vector<std::unique_ptr<Attachment>> attachments;
    std::map<std::uint32_t, std::atomic<std::uint64_t>>
        reached; ///< last durable sequence by source
    std::atomic<std::uint64_t> taken{0};
    std::atomic<std::uint64_t> stored{0};
    std::atomic<std::uint64_t> duplicates{0};
    std::atomic<std::uint64_t> gaps{0};

private:
    /// What the ring holds when it begins; a source that goes on meanwhile does not keep it here.
    Result<std::size_t> drain(Connection& connection, Attachment& from);
    Result<void> take(Connection& connection, Attachment& from, std::size_t count);
    /// Whether the log lacks a sequence of the source.
    Result<bool> isMissing(Connection& connection, const Attachment& from, std::uint64_t sequence);
    Result<void> append(Connection& connection, Attachment& from,
                        const model::DeliveryEvent& event);

    std::vector<model::DeliveryEvent> m_batch = std::vector<model::DeliveryEvent>(kBatch);
    std::uint64_t m_taken = 0; ///< in the open transaction
    std::uint64_t m_stored = 0;
    std::uint64_t m_duplicates = 0;
    std::uint64_t m_gaps = 0;
};

bool EventWriter::Log::waiting() const
{
    for (const auto& attachment : attachments)
        if (attachment->ring.size() > 0)
            return true;
    return false;
}

Result<std::size_t> EventWriter::Log::write(Connection& connection)
{
    std::size_t rows = 0;
    for (const auto& attachment : attachments) {
        const auto drained = drain(connection, *attachment);
        if (!drained)
            return drained.error();
        rows += *drained;
    }
    if (auto finished = appender.finish(connection); !finished)
        return finished.error();
    return rows;
}

Result<std::size_t> EventWriter::Log::drain(Connection& connection, Attachment& from)
{
    const std::size_t there = from.ring.size();
    for (std::size_t done = 0; done < there;) {
        const std::size_t count = from.ring.pop(m_batch.begin(), std::min(kBatch, there - done));
        if (auto kept = take(connection, from, count); !kept)
            return kept.error();
        done += count;
    }
    return there;
}

Result<void> EventWriter::Log::take(Connection& connection, Attachment& from, std::size_t count)
{
    from.taken += count;
    m_taken += count;
    from.changed = true;
    for (std::size_t i = 0; i < count; ++i) {
        const model::DeliveryEvent& event = m_batch[i];
        const auto isNew = isMissing(connection, from, event.sequence);
        if (!isNew)
            return isNew.error();
        if (!*isNew) {
            ++m_duplicates;
            continue;
        }
        if (auto appended = append(connection, from, event); !appended)
            return appended.error();
        if (event.sequence > from.lastSequence) {
            const std::uint64_t jumped = event.sequence - from.lastSequence - 1;
            m_gaps += jumped;
            from.missing += jumped;
            from.lastSequence = event.sequence;
        } else {
            --from.missing;
        }
        ++m_stored;
    }
    return {};
}

Result<bool> EventWriter::Log::isMissing(Connection& connection, const Attachment& from,
                                         std::uint64_t sequence)
{
    if (sequence > from.lastSequence || sequence == 0 || from.missing == 0)
        return sequence > from.lastSequence && sequence <= kMostSequence;
    if (auto waited = appender.storeWaiting(connection); !waited)
        return waited.error();
    const auto find = connection.cached("SELECT 1 FROM event WHERE key = $1");
    if (!find)
        return find.error();
    const auto row = (*find)->bindAll(eventKey(from.source, sequence)).step();
    if (!row)
        return row.error();
    (*find)->reset();
    return !*row;
}

Result<void> EventWriter::Log::append(Connection& connection, Attachment& from,
                                      const model::DeliveryEvent& event)
{
    LoggedEvent logged{from.run,        from.source, event.sequence, event.kind,
                       event.uncharged, event.at,    event.auction};
    const std::array<std::tuple<NameKind, Handle, std::uint32_t LoggedEvent::*>, 6> names{{
        {NameKind::Campaign, event.campaign, &LoggedEvent::campaign},
        {NameKind::Seat, event.seat, &LoggedEvent::seat},
        {NameKind::Placement, event.placement, &LoggedEvent::placement},
        {NameKind::Creative, event.creative, &LoggedEvent::creative},
        {NameKind::Country, event.country, &LoggedEvent::country},
        {NameKind::Device, event.device, &LoggedEvent::device},
    }};
    for (const auto& [kind, handle, field] : names) {
        const auto number = from.names.number(connection, kind, handle);
        if (!number)
            return number.error();
        logged.*field = *number;
    }
    const auto audience = from.names.audience(connection, event.segments);
    if (!audience)
        return audience.error();
    logged.audience = *audience;
    logged.user = event.user;
    logged.amount = event.amount;
    logged.publisher = event.publisher;
    logged.bid = event.bid;
    logged.floor = event.floor;
    return appender.append(connection, logged);
}

void EventWriter::Log::committed()
{
    taken += std::exchange(m_taken, 0);
    stored += std::exchange(m_stored, 0);
    duplicates += std::exchange(m_duplicates, 0);
    gaps += std::exchange(m_gaps, 0);
    appender.committed();
    for (const auto& attachment : attachments) {
        if (!std::exchange(attachment->changed, false))
            continue;
        attachment->committed->store(attachment->lastSequence, std::memory_order_release);
        attachment->durable.store(attachment->taken, std::memory_order_release);
        if (attachment->afterCommit)
            attachment->afterCommit();
    }
}

Result<void> EventWriter::Log::attach(Connection& connection,
                                      std::unique_ptr<Attachment> attachment)
{
    const std::uint32_t source = attachment->source;
    for (const auto& other : attachments)
        if (other->source == source)
            return Error{"SOURCE_ATTACHED", "source " + std::to_string(source),
                         "another ring feeds this source", "add a source for each ring"};
    const auto find = connection.cached("SELECT run FROM source WHERE id = $1");
    if (!find)
        return find.error();
    const auto row = (*find)->bindAll(source).step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{"SOURCE_UNKNOWN", "source " + std::to_string(source),
                     "the file has no such source", "add it first"};
    attachment->run = static_cast<std::uint32_t>((*find)->integer(0));
    (*find)->reset();
    const auto last = lastSequence(connection, source);
    if (!last)
        return last.error();
    attachment->lastSequence = *last;
    const auto there = connection.cached("SELECT count(*) FROM event WHERE key BETWEEN $1 AND $2");
    if (!there)
        return there.error();
    if (const auto counted
        = (*there)->bindAll(eventKey(source, 0), eventKey(source, kMostSequence)).step();
        !counted)
        return counted.error();
    attachment->missing = *last - static_cast<std::uint64_t>((*there)->integer(0));
    (*there)->reset();
    const std::lock_guard lock(mutex);
    attachment->committed = &reached[source];
    attachment->committed->store(*last);
    attachments.push_back(std::move(attachment));
    return {};
}

void EventWriter::Log::remove(std::uint32_t source)
{
    const std::lock_guard lock(mutex);
    std::erase_if(attachments,
                  [&](const auto& attachment) { return attachment->source == source; });
}

std::uint64_t EventWriter::Log::ringed() const
{
    const std::lock_guard lock(mutex);
    std::uint64_t count = 0;
    for (const auto& attachment : attachments)
        count += attachment->ring.size();
    return count;
}

EventWriter::EventWriter(Workspace& workspace)
    : m_log(std::make_unique<Log>(workspace))
{
    Log* log = m_log.get();
    log->feed = workspace.addFeed({[log] { return log->waiting(); },
                                   [log](Connection& connection) { return log->write(connection); },
                                   [log] { log->committed(); }});
}

EventWriter::~EventWriter()
{
    (void)flush();
    m_log->workspace.removeFeed(m_log->feed);
}

EventAppender& EventWriter::appender()
{
    return m_log->appender;
}

Result<std::uint32_t> EventWriter::beginRun(std::string_view market, TimeMs at)
{
    std::uint32_t run = 0;
    auto written = m_log->workspace.writeAndWait([&](Connection& connection) -> Result<void> {
        auto statement = connection.cached("INSERT INTO run (market, began_at) VALUES ($1, $2)");
        if (!statement)
            return statement.error();
        if (auto added = (*statement)->bindAll(market, at.value).run(); !added)
            return added;
        run = static_cast<std::uint32_t>(connection.lastRow());
        return {};
    });
    if (!written)
        return written.error();
    return run;
}

Result<std::uint32_t> EventWriter::addSource(std::uint32_t run, std::string_view name)
{
    std::uint32_t source = 0;
    auto written = m_log->workspace.writeAndWait([&](Connection& connection) -> Result<void> {
        auto statement = connection.cached("INSERT INTO source (run, name) VALUES ($1, $2)");
        if (!statement)
            return statement.error();
        if (auto added = (*statement)->bindAll(run, name).run(); !added)
            return added;
        if (connection.lastRow() > std::int64_t{kMostSource})
            return Error{"SOURCE_LIMIT", "source", "the file holds as many sources as it can",
                         "begin a new workspace"};
        source = static_cast<std::uint32_t>(connection.lastRow());
        return {};
    });
    if (!written)
        return written.error();
    return source;
}

Result<void> EventWriter::attach(base::SpscRing<model::DeliveryEvent>& ring, std::uint32_t source,
                                 std::shared_ptr<const model::Vocabulary> vocabulary,
                                 std::function<void()> afterCommit)
{
    auto attachment = std::make_unique<Attachment>(ring, std::move(vocabulary));
    attachment->source = source;
    attachment->afterCommit = std::move(afterCommit);
    return m_log->workspace.writeAndWait(
        [&](Connection& connection) { return m_log->attach(connection, std::move(attachment)); });
}

Result<void> EventWriter::detach(std::uint32_t source)
{
    auto flushed = flush();
    m_log->workspace.betweenCommits([&] { m_log->remove(source); });
    return flushed;
}

Result<void> EventWriter::flush()
{
    // What must be durable: as many events of each source as are taken or ringed now.
    std::map<std::uint32_t, std::uint64_t> wanted;
    m_log->workspace.betweenCommits([&] {
        for (const auto& attachment : m_log->attachments)
            wanted[attachment->source] = attachment->taken + attachment->ring.size();
    });
    const auto done = [&] {
        const std::lock_guard lock(m_log->mutex);
        for (const auto& attachment : m_log->attachments) {
            const auto target = wanted.find(attachment->source);
            if (target != wanted.end() && attachment->durable.load() < target->second)
                return false;
        }
        return true;
    };
    while (!done()) // each commit takes one batch of each ring
        if (auto round = m_log->workspace.writeAndWait([](Connection&) { return Result<void>(); });
            !round)
            return round;
    return {};
}

std::uint64_t EventWriter::committed(std::uint32_t source) const
{
    const std::lock_guard lock(m_log->mutex);
    const auto found = m_log->reached.find(source);
    return found == m_log->reached.end() ? 0 : found->second.load(std::memory_order_acquire);
}

EventWriter::Counts EventWriter::counts() const
{
    return {m_log->taken, m_log->stored, m_log->duplicates, m_log->gaps, m_log->ringed()};
}

} // namespace gavel::store
