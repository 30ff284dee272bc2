// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/recount.h"

#include "engine/store/connection.h"
#include "engine/store/workspace.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

constexpr std::uint64_t kEventsAtOnce
    = 500'000; // between two looks at the log, so that none is long
constexpr int kAttempts = 3;

/// One pass over the log as it is now.
class Pass
{
public:
    Pass(store::Workspace& workspace, store::Connection& reader,
         const std::function<bool(std::uint64_t, std::uint64_t)>& progress)
        : m_workspace(workspace)
        , m_reader(reader)
        , m_progress(progress)
    {
    }
    /// How far it counted each source.
    Result<CountedTo> run()
    {
        auto counted = readCounted(m_reader);
        auto sources = readLogSources(m_reader);
        auto scopes = Scopes::read(m_reader);
        auto belongings = Belongings::read(m_reader);
        if (!counted || !sources || !scopes || !belongings)
            return Error{"STORE_IO", "counters", "the log cannot be read", "look at the workspace"};
        m_scopes = std::move(*scopes);
        m_belongings = std::move(*belongings);
        if (auto cleared = write(clearRecounted); !cleared)
            return cleared.error();
        for (LogSource& source : *sources) {
            source.last = counted->counters[source.source];
            m_total += source.last;
        }
        for (const LogSource& source : *sources)
            if (auto read = count(source); !read)
                return read.error();
        return counted->counters;
    }

private:
    Result<void> count(const LogSource& source)
    {
        const bool outside = m_scopes.isOutside(source.run);
        for (std::uint64_t from = 0; from < source.last; from += kEventsAtOnce) {
            const std::uint64_t to = std::min(from + kEventsAtOnce, source.last);
            auto read = eachLogged(m_reader, source.run, source.source, from, to,
                                   [&](const store::LoggedEvent& event) {
                                       m_tally.add(event, outside);
                                       return true;
                                   });
            if (!read)
                return read;
            m_done += to - from;
            if (!m_progress(m_done, m_total))
                return Error{"CANCELLED", "recount", "it was ended",
                             "the counters are as they were"};
            if (auto added = add(); !added)
                return added;
        }
        return {};
    }
    Result<void> add()
    {
        Additions additions;
        m_tally.spread(m_belongings, m_scopes.scopeOf, additions);
        m_tally.clear();
        return write([&](store::Connection& connection) -> Result<void> {
            if (auto added = addCounters(connection, CounterSet::Recounted, additions.counters);
                !added)
                return added;
            return mergeUsers(connection, CounterSet::Recounted, additions.users);
        });
    }
    Result<void> write(const store::Workspace::Write& what)
    {
        return m_workspace.writeAndWait(what);
    }

    store::Workspace& m_workspace;
    store::Connection& m_reader;
    const std::function<bool(std::uint64_t, std::uint64_t)>& m_progress;
    Scopes m_scopes;
    Belongings m_belongings;
    Tally m_tally;
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
};

} // namespace

Result<CounterBook::Swap>
recount(store::Workspace& workspace, CounterBook& book,
        const std::function<bool(std::uint64_t done, std::uint64_t total)>& progress)
{
    auto reader = workspace.reader();
    if (!reader)
        return reader.error();
    for (int attempt = 1;; ++attempt) {
        const std::uint64_t fillers = book.fillers();
        const auto counted = Pass(workspace, *reader, progress).run();
        if (!counted)
            return counted.error();
        auto swapped = book.swapIn(*counted, fillers);
        if (swapped || swapped.error().code != "RECOUNT_STALE" || attempt == kAttempts)
            return swapped;
    }
}

} // namespace gavel::pipeline
