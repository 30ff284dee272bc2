// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/recount.h"

#include "engine/store/connection.h"
#include "engine/store/workspace.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <mutex>
#include <thread>

namespace gavel::pipeline {

namespace {

constexpr std::uint64_t kEventsAtOnce = 300'000; // read, then written
constexpr unsigned kMostWorkers = 4;
constexpr int kAttempts = 3;

/// Events of a source behind a sequence, up to another one.
struct Portion
{
    std::uint32_t run = 0;
    std::uint32_t source = 0;
    std::uint64_t from = 0;
    std::uint64_t to = 0;
};

/// One pass over the log as it is now, in portions that are read beside each other: what a portion
/// adds to the counters does not depend on the others.
class Pass
{
public:
    Pass(store::Workspace& workspace,
         const std::function<bool(std::uint64_t, std::uint64_t)>& progress)
        : m_workspace(workspace)
        , m_progress(progress)
    {
    }
    /// How far it counted each source.
    Result<CountedTo> run()
    {
        auto counted = prepare();
        if (!counted)
            return counted;
        if (auto cleared = m_workspace.writeAndWait(clearRecounted); !cleared)
            return cleared.error();
        const unsigned workers = std::clamp(std::thread::hardware_concurrency(), 1U, kMostWorkers);
        std::vector<std::future<Result<void>>> ends;
        for (unsigned i = 0; i < workers; ++i)
            ends.push_back(std::async(std::launch::async, [this] {
                auto worked = work();
                if (!worked)
                    m_next = m_portions.size(); // the others need not go on
                return worked;
            }));
        Result<void> outcome;
        for (auto& end : ends)
            if (auto worked = end.get(); !worked && outcome)
                outcome = worked;
        if (!outcome)
            return outcome.error();
        return counted;
    }

private:
    Result<CountedTo> prepare()
    {
        auto reader = m_workspace.reader();
        if (!reader)
            return reader.error();
        auto counted = readCounted(*reader);
        auto sources = readLogSources(*reader);
        auto affiliations = Affiliations::read(*reader);
        if (!counted || !sources)
            return counted ? sources.error() : counted.error();
        if (!affiliations)
            return affiliations.error();
        m_affiliations = std::move(*affiliations);
        for (const LogSource& source : *sources) {
            const std::uint64_t last = counted->counters[source.source];
            m_total += last;
            for (std::uint64_t from = 0; from < last; from += kEventsAtOnce)
                m_portions.push_back(
                    {source.run, source.source, from, std::min(from + kEventsAtOnce, last)});
        }
        return counted->counters;
    }
    /// On a thread of its own. While a portion is written the next one is read.
    Result<void> work()
    {
        auto reader = m_workspace.reader();
        if (!reader)
            return reader.error();
        std::future<Result<void>> written;
        for (std::size_t next = m_next++; next < m_portions.size(); next = m_next++) {
            auto additions = count(*reader, m_portions[next]);
            if (!additions)
                return additions.error();
            if (written.valid())
                if (auto added = written.get(); !added)
                    return added;
            written = add(std::move(*additions));
        }
        return written.valid() ? written.get() : Result<void>();
    }
    Result<Additions> count(store::Connection& reader, const Portion& portion)
    {
        const bool outside = m_affiliations.scopes->isOutside(portion.run);
        Tally tally;
        auto read = eachLogged(reader, portion.run, portion.source, portion.from, portion.to,
                               [&](const store::LoggedEvent& event) {
                                   tally.add(event, outside);
                                   return true;
                               });
        if (!read)
            return read.error();
        Additions additions;
        tally.spread(m_affiliations, additions);
        const std::lock_guard lock(m_mutex);
        m_done += portion.to - portion.from;
        if (!m_progress(m_done, m_total))
            return Error{"CANCELLED", "recount", "it was ended", "the counters are as they were"};
        return additions;
    }
    std::future<Result<void>> add(Additions additions)
    {
        auto added = std::make_shared<const Additions>(std::move(additions));
        return m_workspace.write([added](store::Connection& connection) -> Result<void> {
            if (auto counted = addCounters(connection, CounterSet::Recounted, added->counters);
                !counted)
                return counted;
            return mergeUsers(connection, CounterSet::Recounted, added->users);
        });
    }

    store::Workspace& m_workspace;
    const std::function<bool(std::uint64_t, std::uint64_t)>& m_progress;
    Affiliations m_affiliations;
    std::vector<Portion> m_portions;
    std::atomic<std::size_t> m_next{0};
    std::uint64_t m_total = 0;
    std::mutex m_mutex; ///< of what follows
    std::uint64_t m_done = 0;
};

} // namespace

Result<CounterBook::Swap>
recount(store::Workspace& workspace, CounterBook& book,
        const std::function<bool(std::uint64_t done, std::uint64_t total)>& progress)
{
    for (int attempt = 1;; ++attempt) {
        const std::uint64_t fillers = book.fillers();
        const auto counted = Pass(workspace, progress).run();
        if (!counted)
            return counted.error();
        auto swapped = book.swapIn(*counted, fillers);
        if (swapped || swapped.error().code != "RECOUNT_STALE" || attempt == kAttempts)
            return swapped;
    }
}

} // namespace gavel::pipeline
