// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/counter_book.h"

#include "engine/base/clock.h"
#include "engine/store/event_writer.h"
#include "engine/store/workspace.h"

#include <algorithm>
#include <utility>

namespace gavel::pipeline {

namespace {

constexpr std::int64_t kNanosPerMs = 1'000'000;
constexpr std::int64_t kUsersMs = 5'000; ///< how long sketches of users may wait
constexpr std::size_t kUsersAtOnce = 200; ///< sketches in one commit
constexpr std::size_t kMostFacts = 100'000;
constexpr std::size_t kMostWaiting = std::size_t{1} << 16; ///< events
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
                                          if (auto gone = own->goOn(connection); !gone)
                                              return gone.error();
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
    Tally tally;
    CountedTo countedTo;
    const auto addTally = [&]() -> Result<void> {
        Additions additions;
        tally.spread(m_affiliations, additions);
        tally.clear();
        return add(connection, additions, countedTo);
    };
    for (const LogSource& source : *sources) {
        const std::uint64_t to = m_counted[source.source];
        const bool isOutside = m_affiliations.scopes->isOutside(source.run);
        Result<void> added;
        auto read = eachLogged(connection, source.run, source.source,
                               std::min(to, counted->users[source.source]), source.last,
                               [&](const store::LoggedEvent& event) {
                                   if (event.sequence > to) {
                                       tally.add(event, isOutside);
                                       countedTo[source.source] = event.sequence;
                                   } else {
                                       tally.addUser(event);
                                   }
                                   if (tally.size() > kMostFacts)
                                       added = addTally();
                                   return added.has_value();
                               });
        if (!read)
            return read;
        if (!added)
            return added;
    }
    if (auto added = addTally(); !added)
        return added;
    m_given = m_counted;
    return addUsers(connection);
}

Result<void> CounterBook::refresh(store::Connection& connection)
{
    if (auto refreshed = m_affiliations.refresh(connection); !refreshed)
        return refreshed;
    m_hasNewRun = false;
    m_hasNewAudience = false;
    m_taking = {};
    return {};
}

Result<void> CounterBook::catchUp(store::Connection& connection)
{
    if (m_hasNewRun)
        return refresh(connection);
    if (!std::exchange(m_hasNewAudience, false))
        return {};
    return m_affiliations.refreshAudiences(connection);
}

void CounterBook::take(const store::LoggedEvent& event)
{
    m_hasNewAudience = m_hasNewAudience || !m_affiliations.audiences->knows(event.audience);
    if (m_taking.taken == nullptr || m_taking.source != event.source)
        m_taking = takingOf(event);
    if (event.sequence <= m_taking.given) {
        m_late.push_back(event);
        ++m_fillers;
        return;
    }
    m_waiting.push_back(event);
    *m_taking.taken = std::max(*m_taking.taken, event.sequence);
}

CounterBook::Taking CounterBook::takingOf(const store::LoggedEvent& event)
{
    m_hasNewRun = m_hasNewRun || !m_affiliations.scopes->marketOf.contains(event.run);
    const auto given = m_given.find(event.source);
    return {event.source, given == m_given.end() ? 0 : given->second, &m_taken[event.source]};
}

bool CounterBook::isSoon() const
{
    return base::monotonicNanos() - m_givenNanos >= kSoonMs * kNanosPerMs;
}

bool CounterBook::areUsersDue() const
{
    return !m_users.empty() && base::monotonicNanos() - m_usersNanos >= kUsersMs * kNanosPerMs;
}

bool CounterBook::isDue() const
{
    return m_counting.isDone() || (m_counting.isIdle() && !m_waiting.empty() && isSoon())
        || areUsersDue() || !m_movingUsers.empty();
}

Result<void> CounterBook::store(store::Connection& connection)
{
    if (!m_late.empty()) // in this commit, since a restart would not look for them
        if (auto added = addLate(connection); !added)
            return added;
    return goOn(connection);
}

Result<void> CounterBook::goOn(store::Connection& connection)
{
    const bool isFull = m_waiting.size() >= kMostWaiting;
    if (m_counting.isDone() || (isFull && !m_counting.isIdle()))
        if (auto added = addGiven(connection); !added)
            return added;
    if (m_counting.isIdle() && !m_waiting.empty() && (isFull || isSoon()))
        if (auto given = give(connection); !given)
            return given;
    if (m_movingUsers.empty() && areUsersDue())
        beginUsers();
    return m_movingUsers.empty() ? Result<void>() : moveUsers(connection, kUsersAtOnce);
}

Result<void> CounterBook::addAll(store::Connection& connection)
{
    if (!m_counting.isIdle())
        if (auto added = addGiven(connection); !added)
            return added;
    if (m_waiting.empty())
        return {};
    if (auto given = give(connection); !given)
        return given;
    return addGiven(connection);
}

Result<void> CounterBook::give(store::Connection& connection)
{
    if (auto caught = catchUp(connection); !caught)
        return caught;
    m_giving = std::exchange(m_taken, {});
    m_taking = {};
    for (const auto& [source, sequence] : m_giving)
        m_given[source] = std::max(m_given[source], sequence);
    m_counting.give(m_waiting, m_affiliations);
    m_givenNanos = base::monotonicNanos();
    return {};
}

Result<void> CounterBook::addGiven(store::Connection& connection)
{
    return add(connection, m_counting.take(), m_giving);
}

// What is being counted goes first: how far it is counted reaches past those that came late.
Result<void> CounterBook::addLate(store::Connection& connection)
{
    if (auto caught = catchUp(connection); !caught)
        return caught;
    if (!m_counting.isIdle())
        if (auto added = addGiven(connection); !added)
            return added;
    auto added = add(connection, additionsOf(m_late, m_affiliations), {});
    m_late.clear();
    return added;
}

Result<void> CounterBook::add(store::Connection& connection, const Additions& additions,
                              const CountedTo& countedTo)
{
    if (auto added = addCounters(connection, CounterSet::InUse, additions.counters); !added)
        return added;
    if (m_watcher)
        m_watcher(additions);
    for (const auto& [key, measures] : additions.counters)
        if (key.granularity == Granularity::Minute) {
            const auto [newest, isNew] = m_newestMinute.try_emplace(key.scope, key.bucket);
            newest->second = std::max(newest->second, key.bucket);
        }
    for (const auto& [key, sketch] : additions.users)
        m_users[key].merge(sketch);
    if (auto kept = keepCountedTo(connection, countedTo); !kept)
        return kept;
    for (const auto& [source, sequence] : countedTo)
        m_counted[source] = std::max(m_counted[source], sequence);
    return dropOldMinutes(connection);
}

Result<void> CounterBook::addUsers(store::Connection& connection)
{
    if (auto moved = moveUsers(connection, m_movingUsers.size()); !moved)
        return moved;
    beginUsers();
    return moveUsers(connection, m_movingUsers.size());
}

void CounterBook::beginUsers()
{
    m_movingUsers.swap(m_users);
    m_usersTo = m_counted;
    m_usersNanos = base::monotonicNanos();
}

Result<void> CounterBook::moveUsers(store::Connection& connection, std::size_t most)
{
    if (m_movingUsers.size() <= most) {
        if (auto merged = mergeUsers(connection, CounterSet::InUse, m_movingUsers); !merged)
            return merged;
        m_movingUsers.clear();
        return keepUsersTo(connection, m_usersTo);
    }
    UserSketches some;
    for (auto sketch = m_movingUsers.begin(); some.size() < most;) {
        some.insert(std::move(*sketch));
        m_movingUsers.erase(sketch++);
    }
    return mergeUsers(connection, CounterSet::InUse, some);
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

// What is durable counts for whom it counted so far, before anything is said anew.
Result<void> CounterBook::learn(std::uint32_t run, std::span<const model::Campaign> campaigns,
                                std::span<const model::Placement> placements)
{
    return m_workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        if (auto added = addAll(connection); !added)
            return added;
        if (auto kept = Belongings::keep(connection, run, campaigns, placements); !kept)
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
                             since.add(event, m_affiliations.scopes->isOutside(number));
                             return true;
                         });
        if (!read)
            return read.error();
    }
    Additions additions;
    since.spread(m_affiliations, additions);
    if (auto added = addCounters(connection, CounterSet::Recounted, additions.counters); !added)
        return added.error();
    if (auto merged = mergeUsers(connection, CounterSet::Recounted, additions.users); !merged)
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
    m_movingUsers.clear();
    m_droppedTo.clear(); // the new tables have every minute
    if (auto kept = keepUsersTo(connection, m_counted); !kept)
        return kept.error();
    return Swap{static_cast<std::uint64_t>(*all), *differing};
}

} // namespace gavel::pipeline
