// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/histogram.h"
#include "engine/pipeline/intake/batch_store.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace gavel::store {
class EventWriter;
class Workspace;
} // namespace gavel::store

namespace gavel::pipeline {

class CounterBook;

/// The way of every event that is told from outside: offered by a collector, judged and transformed
/// on a thread of its own, stored on the writer's in one commit with what it counts for, and only
/// then acknowledged. What waits is bounded: beyond that an offer is refused and counted.
/// Any thread may call.
class Intake
{
public:
    struct Limits
    {
        std::size_t mostLines = 64'000; ///< that wait to be judged, over all collectors
        std::size_t mostBytes = std::size_t{64} << 20;
        std::size_t batchLines = 4'000; ///< in one commit
    };
    struct Parts
    {
        store::Workspace& workspace;
        store::EventWriter& events;
        CounterBook& counters;
        const Surroundings& surroundings;
        const base::Clock& clock;
        std::string defaultRules; ///< JSON, for a workspace that has none yet
        bool isClosed = false; ///< as setClosed() makes it, from the first offer on
    };
    /// The parts must outlive it. Errors: those of the rules.
    static Result<std::unique_ptr<Intake>> open(const Parts& parts, const Limits& limits);
    static Result<std::unique_ptr<Intake>> open(const Parts& parts)
    {
        return open(parts, Limits());
    }
    /// Stores what was accepted, then ends.
    ~Intake();
    Intake(const Intake&) = delete;
    Intake& operator=(const Intake&) = delete;

    /// A collector of this name, made when it is new; `names` are its words for the fields.
    Result<CollectorRow> collector(std::string_view name, std::string_view kind,
                                   std::string_view settings, const FieldMap& names = {});

    /// Takes an offer, or refuses it at once: OVERLOADED when too much waits, SERVICE_UNAVAILABLE
    /// when the workspace writes no more, INTAKE_CLOSED. An offer that was taken is answered by its
    /// `done`.
    Result<void> offer(Offer offer);
    /// The same, waiting for the answer. Never from the writer's or the judging thread.
    Result<OfferOutcome> offerAndWait(Offer offer);
    /// Lines that a collector turned away before they were offered.
    void countRefused(std::uint32_t collector, std::int64_t lines);

    /// Runs something with the judge, between two batches, and waits for it.
    void withJudge(const std::function<void(Judge&)>& action);
    /// In force from the next batch on; kept with its version and who made it.
    Result<std::uint32_t> setRules(RuleSet rules, std::string json, std::string_view actor);
    Result<void> setPaused(std::uint32_t collector, bool paused);
    /// Its lines are taken no more; what it brought stays.
    Result<void> remove(std::uint32_t collector, std::string_view actor);

    /// A closed intake refuses every offer as INTAKE_CLOSED; what was taken before is stored.
    void setClosed(bool closed);
    bool isClosed() const { return m_isClosed; }
    /// Until then, of each hundred offers of those who send by themselves so many are refused as
    /// OVERLOADED. Files wait anyway: they are not refused. 0 = none.
    void shed(unsigned percent, TimeMs until);

    struct Stage
    {
        std::uint64_t total = 0; ///< lines
        std::uint64_t backlog = 0; ///< lines
        std::uint64_t limit = 0;
        double p99Ms = -1; ///< of batches in the last minute or the one before
    };
    struct Source
    {
        CollectorRow row;
        Flow flow; ///< since the program began
        TimeMs lastAt; ///< 0 = nothing yet
    };
    struct Status
    {
        Stage collect;
        Stage validate;
        Stage repair;
        Stage transform;
        Stage store;
        Flow flow; ///< since the program began
        std::int64_t turnedAway = 0; ///< of the refused: there was no room, or it was shut
        std::vector<Source> sources; ///< without those that were removed
    };
    Status status() const;

private:
    struct Lane; ///< one collector
    /// Times of batches, kept a minute or two.
    class Latency
    {
    public:
        void add(std::int64_t nowNanos, std::int64_t nanos);
        double p99Ms() const;

    private:
        base::Histogram m_now;
        base::Histogram m_before;
        std::int64_t m_since = 0;
    };

    Intake(const Parts& parts, const Limits& limits);
    Result<void> begin();
    Result<RuleSet> loadRules(store::Connection& connection) const;
    /// As the next version, which the set gets.
    Result<void> keepRules(store::Connection& connection, RuleSet& rules, const std::string& json,
                           std::string_view actor) const;
    void judgeLoop();
    std::vector<Offer> takeOffers(Lane*& lane);
    void judgeOffers(Lane& lane, std::vector<Offer> offers);
    Result<std::size_t> write(store::Connection& connection);
    Result<void> writeRefused(store::Connection& connection);
    void committed();
    void failOffers(std::vector<Offer>& offers, const Error& error);
    /// The mutex is held.
    bool isShed(const Lane& lane);
    Error refuse(Lane& lane, std::size_t lines, Error error);
    void count(Lane& lane, std::int64_t refused);

    Parts m_parts;
    Limits m_limits;
    std::unique_ptr<Judge> m_judge; ///< judging thread, or under withJudge
    BatchStore m_batches; ///< writer's thread
    std::uint64_t m_feed = 0;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::map<std::uint32_t, std::unique_ptr<Lane>> m_lanes;
    std::deque<std::uint32_t> m_turns; ///< collectors with offers, in their turn
    std::deque<std::packaged_task<void()>> m_actions; ///< for the judging thread
    std::size_t m_waitingLines = 0;
    std::size_t m_waitingBytes = 0;
    std::deque<PreparedBatch> m_prepared; ///< for the writer
    std::vector<PreparedBatch> m_spent; ///< stored; the judging thread frees them
    std::size_t m_preparedLines = 0;
    std::size_t m_storingLines = 0; ///< in the open transaction
    std::array<Stage, 5> m_stages{};
    std::array<Latency, 5> m_latencies;
    Flow m_flow;
    std::int64_t m_turnedAway = 0;
    bool m_stop = false;
    unsigned m_shedPercent = 0;
    TimeMs m_shedUntil;
    std::uint64_t m_shedTurn = 0; ///< offers that were asked while a part is refused
    std::atomic<bool> m_isClosed{false};
    std::atomic<bool> m_hasPrepared{false};
    std::atomic<bool> m_hasRefused{false}; ///< not yet in the file

    /// In the open transaction; writer's thread.
    struct Stored
    {
        PreparedBatch batch;
        std::vector<OfferOutcome> outcomes;
    };
    std::vector<Stored> m_stored;
    std::int64_t m_storingSince = 0;

    std::thread m_thread;
};

} // namespace gavel::pipeline
