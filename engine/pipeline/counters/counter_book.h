// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/counter_table.h"
#include "engine/store/logged_event.h"

#include <atomic>
#include <functional>
#include <memory>

namespace gavel::store {
class EventWriter;
class Workspace;
} // namespace gavel::store

namespace gavel::pipeline {

/// Keeps the counters of the log: takes each event as it is stored, and adds what it has to the
/// tables, with how far each source is counted in the same commit. What was stored but not yet
/// added when the program ended is counted when it opens again. Members are called by the writer
/// but where it says otherwise.
class CounterBook final : public store::LogProjection
{
public:
    /// How soon an event shows in the counters, at the latest.
    static constexpr std::int64_t kSoonMs = 300;

    /// Counts what earlier programs left over. Both must outlive it.
    static Result<std::unique_ptr<CounterBook>> open(store::Workspace& workspace,
                                                     store::EventWriter& events);
    ~CounterBook() override;
    CounterBook(const CounterBook&) = delete;
    CounterBook& operator=(const CounterBook&) = delete;

    /// Called by the writer with what was just added, in the open transaction: take what is needed
    /// and return. An empty one ends it: afterwards it is called no more.
    using Watcher = std::function<void(const Tally::Counters& added, const Tally& tally)>;
    void setWatcher(Watcher watcher);

    void take(const store::LoggedEvent& event) override;
    Result<void> store(store::Connection& connection) override;

    /// What campaigns and placements of a market belong to. Before the first event of a run that
    /// others tell of, once more. Any thread but the writer's.
    Result<void> learn(std::span<const model::Campaign> campaigns,
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
    /// Events that filled a gap behind what was counted. Any thread.
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
        bool isOutside = false;
        std::uint64_t counted = 0;
        std::uint64_t* taken = nullptr; ///< its place in m_taken
    };
    Taking takingOf(const store::LoggedEvent& event);
    Result<void> recover(store::Connection& connection);
    Result<void> addAll(store::Connection& connection);
    Result<void> refresh(store::Connection& connection);
    Result<void> addUsers(store::Connection& connection);
    Result<void> dropOldMinutes(store::Connection& connection);
    bool isDue() const;
    Result<Swap> swap(store::Connection& connection, const CountedTo& recountedTo,
                      std::uint64_t fillersBefore);

    store::Workspace& m_workspace;
    store::EventWriter& m_events;
    std::uint64_t m_feed = 0;
    Watcher m_watcher;
    Scopes m_scopes;
    Belongings m_belongings;
    Tally m_tally;
    Tally::Users m_users; ///< not yet in the file: merging again does no harm, so it may wait
    CountedTo m_taken; ///< of sources with something in the tally
    CountedTo m_counted;
    Taking m_taking;
    std::map<std::uint32_t, std::int64_t> m_newestMinute; ///< by scope
    std::map<std::uint32_t, std::int64_t> m_droppedTo; ///< by scope
    std::int64_t m_addedNanos = 0; ///< when it last added
    std::int64_t m_usersNanos = 0;
    bool m_hasNewRun = false; ///< one that the scopes do not know yet
    bool m_filler = false;
    std::atomic<std::uint64_t> m_fillers{0};
};

} // namespace gavel::pipeline
