// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/counter_book.h"

#include "engine/base/clock.h"
#include "engine/store/event_writer.h"
#include "engine/store/workspace.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

constexpr std::int64_t kNanosPerMs = 1'000'000;
constexpr std::int64_t kUsersMs = 5'000; ///< how long sketches of users may wait
constexpr std::size_t kMostFacts = 100'000;
constexpr std::int64_t kKeptMinutes = std::int64_t{48} * 60;

} // namespace

Result<std::unique_ptr<CounterBook>> CounterBook::open(store::Workspace& workspace,
                                                       store::EventWriter& events)
{
    std::unique_ptr<CounterBook> book(new CounterBook(workspace, events));
    if (auto recovered = workspace.writeAndWait(
            [&](store::Connection& connection) { return book->recover(connection); });
        !recovered)
        return recovered.error();
    CounterBook* own = book.get();
    workspace.betweenCommits([&] { events.appender().add(*own); });
    book->m_feed = workspace.addFeed({[own] { return own->isDue(); },
                                      [own](store::Connection& connection) -> Result<std::size_t> {
                                          if (auto stored = own->store(connection); !stored)
                                              return stored.error();
                                          return std::size_t{1};
                                      },
                                      [] {}});
    return book;
}

CounterBook::~CounterBook()
{
    (void)flush();
    m_workspace.removeFeed(m_feed);
    m_workspace.betweenCommits([&] { m_events.appender().remove(*this); });
}

void CounterBook::setWatcher(Watcher watcher)
{
    m_workspace.betweenCommits([&] { m_watcher = std::move(watcher); });
}

Result<void> CounterBook::recover(store::Connection& connection)
{
    auto counted = readCounted(connection);
    if (!counted)
        return counted.error();
    m_counted = std::move(counted->counters);
    if (auto refreshed = refresh(connection); !refreshed)
        return refreshed;
    const auto sources = readLogSources(connection);
    if (!sources)
        return sources.error();
    for (const LogSource& source : *sources) {
        const std::uint64_t to = m_counted[source.source];
        Result<void> added;
        auto read = eachLogged(connection, source.run, source.source,
                               std::min(to, counted->users[source.source]), source.last,
                               [&](const store::LoggedEvent& event) {
                                   if (event.sequence > to)
                                       take(event);
                                   else
                                       m_tally.addUser(event);
                                   if (m_tally.size() > kMostFacts)
                                       added = addAll(connection);
                                   return added.has_value();
                               });
        if (!read)
            return read;
        if (!added)
            return added;
    }
    if (auto added = addAll(connection); !added)
        return added;
    return addUsers(connection);
}

Result<void> CounterBook::refresh(store::Connection& connection)
{
    auto scopes = Scopes::read(connection);
    if (!scopes)
        return scopes.error();
    m_scopes = std::move(*scopes);
    auto belongings = Belongings::read(connection);
    if (!belongings)
        return belongings.error();
    m_belongings = std::move(*belongings);
    m_hasNewRun = false;
    m_taking = {};
    return {};
}

void CounterBook::take(const store::LoggedEvent& event)
{
    if (m_taking.taken == nullptr || m_taking.source != event.source)
        m_taking = takingOf(event);
    m_tally.add(event, m_taking.isOutside);
    *m_taking.taken = std::max(*m_taking.taken, event.sequence);
    if (event.sequence <= m_taking.counted) {
        m_filler = true; // a restart would not find it behind what is counted
        ++m_fillers;
    }
}

CounterBook::Taking CounterBook::takingOf(const store::LoggedEvent& event)
{
    m_hasNewRun = m_hasNewRun || !m_scopes.marketOf.contains(event.run);
    const auto counted = m_counted.find(event.source);
    return {event.source, m_scopes.isOutside(event.run),
            counted == m_counted.end() ? 0 : counted->second, &m_taken[event.source]};
}

bool CounterBook::isDue() const
{
    const std::int64_t now = base::monotonicNanos();
    if (!m_users.empty() && now - m_usersNanos >= kUsersMs * kNanosPerMs)
        return true;
    return !m_tally.isEmpty() && now - m_addedNanos >= kSoonMs * kNanosPerMs;
}

Result<void> CounterBook::store(store::Connection& connection)
{
    if (!m_filler && m_tally.size() < kMostFacts && !isDue())
        return {};
    return addAll(connection);
}

Result<void> CounterBook::addAll(store::Connection& connection)
{
    if (m_hasNewRun)
        if (auto refreshed = refresh(connection); !refreshed)
            return refreshed;
    Tally::Counters counters;
    m_tally.spread(m_belongings, m_scopes.scopeOf, counters, m_users);
    if (auto added = addCounters(connection, CounterSet::InUse, counters); !added)
        return added;
    if (m_watcher)
        m_watcher(counters, m_tally);
    for (const auto& [key, measures] : counters)
        if (key.granularity == Granularity::Minute) {
            const auto [newest, isNew] = m_newestMinute.try_emplace(key.scope, key.bucket);
            newest->second = std::max(newest->second, key.bucket);
        }
    if (auto kept = keepCountedTo(connection, m_taken); !kept)
        return kept;
    for (const auto& [source, sequence] : m_taken)
        m_counted[source] = std::max(m_counted[source], sequence);
    m_taken.clear();
    m_taking = {};
    m_tally.clear();
    m_filler = false;
    m_addedNanos = base::monotonicNanos();
    if (m_addedNanos - m_usersNanos >= kUsersMs * kNanosPerMs)
        if (auto kept = addUsers(connection); !kept)
            return kept;
    return dropOldMinutes(connection);
}

Result<void> CounterBook::addUsers(store::Connection& connection)
{
    if (auto merged = mergeUsers(connection, CounterSet::InUse, m_users); !merged)
        return merged;
    m_users.clear();
    m_usersNanos = base::monotonicNanos();
    return keepUsersCounted(connection);
}

Result<void> CounterBook::dropOldMinutes(store::Connection& connection)
{
    constexpr std::int64_t kHourMinutes = 60;
    for (const auto& [scope, newest] : m_newestMinute) {
        const std::int64_t to = base::floorDivide(newest - kKeptMinutes, kHourMinutes);
        const auto [dropped, isNew] = m_droppedTo.try_emplace(scope, to);
        if (!isNew && dropped->second >= to)
            continue;
        dropped->second = to;
        if (auto gone = dropMinutes(connection, scope, to * kHourMinutes); !gone)
            return gone;
    }
    return {};
}

Result<void> CounterBook::learn(std::span<const model::Campaign> campaigns,
                                std::span<const model::Placement> placements)
{
    return m_workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        if (auto kept = Belongings::keep(connection, campaigns, placements); !kept)
            return kept;
        return refresh(connection);
    });
}

Result<void> CounterBook::flush()
{
    if (auto flushed = m_events.flush(); !flushed)
        return flushed;
    return m_workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        if (auto added = addAll(connection); !added)
            return added;
        return addUsers(connection);
    });
}

Result<CounterBook::Swap> CounterBook::swapIn(const CountedTo& recountedTo,
                                              std::uint64_t fillersBefore)
{
    Result<Swap> swapped = Swap{};
    auto written = m_workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        swapped = swap(connection, recountedTo, fillersBefore);
        return swapped ? Result<void>() : swapped.error();
    });
    if (!written)
        return written.error();
    return swapped;
}

Result<CounterBook::Swap> CounterBook::swap(store::Connection& connection,
                                            const CountedTo& recountedTo,
                                            std::uint64_t fillersBefore)
{
    if (auto added = addAll(connection); !added)
        return added.error();
    if (m_fillers != fillersBefore)
        return Error{"RECOUNT_STALE", "counters", "an event came late while the log was counted",
                     "count again"};
    Tally since;
    for (const auto& [source, to] : m_counted) {
        const auto from = recountedTo.find(source);
        const auto run
            = connection.integer("SELECT run FROM source WHERE id = " + std::to_string(source));
        if (!run)
            return run.error();
        const auto number = static_cast<std::uint32_t>(*run);
        auto read
            = eachLogged(connection, number, source, from == recountedTo.end() ? 0 : from->second,
                         to, [&](const store::LoggedEvent& event) {
                             since.add(event, m_scopes.isOutside(number));
                             return true;
                         });
        if (!read)
            return read.error();
    }
    Tally::Counters counters;
    Tally::Users users;
    since.spread(m_belongings, m_scopes.scopeOf, counters, users);
    if (auto added = addCounters(connection, CounterSet::Recounted, counters); !added)
        return added.error();
    if (auto merged = mergeUsers(connection, CounterSet::Recounted, users); !merged)
        return merged.error();
    const auto differing = countDiffering(connection);
    if (!differing)
        return differing.error();
    const auto all
        = connection.integer("SELECT count(*) FROM counter_recounted WHERE granularity > 0");
    if (!all)
        return all.error();
    if (auto done = swapTables(connection); !done)
        return done.error();
    m_users.clear();
    m_droppedTo.clear(); // the new tables have every minute
    if (auto kept = keepUsersCounted(connection); !kept)
        return kept.error();
    return Swap{static_cast<std::uint64_t>(*all), *differing};
}

} // namespace gavel::pipeline
