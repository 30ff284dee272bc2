// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/counter_table.h"
#include "engine/pipeline/counters/counting_thread.h"
#include "engine/store/logged_event.h"

#include <atomic>
#include <functional>
#include <memory>

namespace gavel::store {
class EventWriter;
class Workspace;
} // namespace gavel::store

namespace gavel::pipeline {

/// Keeps the counters of the log: takes each event as it is stored, has it counted on another
/// thread, and adds what that came to in a later commit, with how far each source is counted. What
/// was stored but not yet added when the program ended is counted when it opens again. Members are
/// called by the writer but where it says otherwise.
class CounterBook final : public store::LogProjection
{
public:
    /// How long an event waits at most before it is counted.
    static constexpr std::int64_t kSoonMs = 300;

    /// Counts what earlier programs left over. Both must outlive it.
    static Result<std::unique_ptr<CounterBook>> open(store::Workspace& workspace,
                                                     store::EventWriter& events);
    ~CounterBook() override;
    CounterBook(const CounterBook&) = delete;
    CounterBook& operator=(const CounterBook&) = delete;

    /// Called by the writer with what was just added, in the open transaction: take what is needed
    /// and return. An empty one ends it: afterwards it is called no more.
    using Watcher = std::function<void(const Additions& added)>;
    void setWatcher(Watcher watcher);

    void take(const store::LoggedEvent& event) override;
    Result<void> store(store::Connection& connection) override;

    /// What campaigns and placements of a market's run belong to from now on, see
    /// Belongings::keep. Before the first event of a run that others tell of, once more (run 0).
    /// Any thread but the writer's.
    Result<void> learn(std::uint32_t run, std::span<const model::Campaign> campaigns,
                       std::span<const model::Placement> placements);
    /// Returns when everything that is durable is counted. Any thread but the writer's.
    Result<void> flush();
    /// Puts counters that were made anew in the place of those in use: adds what was stored since,
    /// and says how many differ. Any thread but the writer's. Errors: RECOUNT_STALE when an event
    /// came that the recount has passed: count again.
    struct Swap
    {
        std::uint64_t counters = 0;
        std::uint64_t differing = 0;
    };
    Result<Swap> swapIn(const CountedTo& recountedTo, std::uint64_t fillersBefore);
    /// As they were learned last. Writer's thread.
    const Belongings& belongings() const { return *m_affiliations.belongings; }
    /// Events that filled a gap behind what was counted or is being counted. Any thread.
    std::uint64_t fillers() const { return m_fillers; }

private:
    CounterBook(store::Workspace& workspace, store::EventWriter& events)
        : m_workspace(workspace)
        , m_events(events)
    {
    }
    /// The source whose events come now.
    struct Taking
    {
        std::uint32_t source = 0;
        std::uint64_t given = 0;
        std::uint64_t* taken = nullptr; ///< its place in m_taken
    };
    Taking takingOf(const store::LoggedEvent& event);
    Result<void> recover(store::Connection& connection);
    Result<void> refresh(store::Connection& connection);
    /// Reads what events named that is not known yet.
    Result<void> catchUp(store::Connection& connection);
    /// What can be done without waiting.
    Result<void> goOn(store::Connection& connection);
    /// Has everything counted that waits, and adds it.
    Result<void> addAll(store::Connection& connection);
    Result<void> give(store::Connection& connection);
    Result<void> addGiven(store::Connection& connection);
    Result<void> addLate(store::Connection& connection);
    Result<void> add(store::Connection& connection, const Additions& additions,
                     const CountedTo& countedTo);
    /// Everything that waits.
    Result<void> addUsers(store::Connection& connection);
    void beginUsers();
    Result<void> moveUsers(store::Connection& connection, std::size_t most);
    Result<void> dropOldMinutes(store::Connection& connection);
    bool isDue() const;
    bool isSoon() const;
    bool areUsersDue() const;
    Result<Swap> swap(store::Connection& connection, const CountedTo& recountedTo,
                      std::uint64_t fillersBefore);

    store::Workspace& m_workspace;
    store::EventWriter& m_events;
    std::uint64_t m_feed = 0;
    Watcher m_watcher;
    Affiliations m_affiliations;
    UserSketches m_users; ///< not yet in the file: merging again does no harm, so it may wait
    UserSketches m_movingUsers; ///< some of them go with every commit: no commit takes long
    CountedTo m_usersTo; ///< how far those reach
    std::vector<store::LoggedEvent> m_waiting; ///< to be counted
    std::vector<store::LoggedEvent> m_late; ///< that a restart would not find behind m_given
    CountedTo m_taken; ///< of those that wait
    CountedTo m_given; ///< to the counting thread, ever
    CountedTo m_giving; ///< how far what is being counted reaches
    CountedTo m_counted;
    CountingThread m_counting;
    Taking m_taking;
    std::map<std::uint32_t, std::int64_t> m_newestMinute; ///< by scope
    std::map<std::uint32_t, std::int64_t> m_droppedTo; ///< by scope
    std::int64_t m_givenNanos = 0; ///< when it last gave
    std::int64_t m_usersNanos = 0;
    bool m_hasNewRun = false; ///< one that the scopes do not know yet
    bool m_hasNewAudience = false; ///< the same of audiences
    std::atomic<std::uint64_t> m_fillers{0};
};

} // namespace gavel::pipeline
