// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/replay/replay_events.h"

#include "engine/base/digest.h"
#include "engine/model/checks.h"
#include "engine/simulation/replay/event_line.h"
#include "engine/store/connection.h"
#include "engine/store/event_writer.h"
#include "engine/store/workspace.h"

#include <chrono>
#include <fstream>
#include <map>
#include <memory>
#include <thread>

namespace gavel::simulation {

namespace {

constexpr std::size_t kRing = 1024;
constexpr std::size_t kMostSources = 1'000; ///< of one file
constexpr std::size_t kPage = 4'096;
constexpr auto kWait = std::chrono::microseconds(200);

/// Calls take(event) for the events of a source in order.
template<typename Take>
Result<void> eachEvent(store::Connection& reader, std::uint32_t source, Take take)
{
    for (std::uint64_t after = 0;;) {
        const auto page = store::readEvents(reader, source, after, kPage);
        if (!page)
            return page.error();
        for (const auto& event : *page)
            take(event);
        if (page->size() < kPage)
            return {};
        after = page->back().sequence;
    }
}

void add(base::Digest& digest, const std::string& text)
{
    digest.add(std::uint64_t{text.size()});
    for (const unsigned char letter : text)
        digest.add(std::uint64_t{letter});
}

/// Adds up what the log holds.
class Tally
{
public:
    void add(const store::StoredEvent& event)
    {
        using model::EventKind;
        const auto amount = static_cast<std::uint64_t>(event.amount);
        m_summary.auctions += event.kind == EventKind::RequestCount ? amount : 0;
        m_summary.bids += event.kind == EventKind::Bid ? 1 : 0;
        m_summary.impressions += event.kind == EventKind::Impression ? 1 : 0;
        m_summary.clicks += event.kind == EventKind::Click ? 1 : 0;
        m_summary.conversions += event.kind == EventKind::Conversion ? 1 : 0;
        if (event.kind == EventKind::Win) {
            m_costNanos += event.amount;
            m_publisherNanos += event.publisher;
        }
        for (const std::uint64_t number :
             {event.sequence, static_cast<std::uint64_t>(event.kind), event.auction, event.user})
            m_digest.add(number);
        for (const std::int64_t number :
             {event.at.value, event.amount, event.publisher, event.bid, event.floor})
            m_digest.add(number);
        m_digest.add(std::uint64_t{event.uncharged});
        for (const auto* text : {&event.campaign, &event.seat, &event.placement, &event.creative})
            simulation::add(m_digest, *text);
    }
    ReplaySummary summary() const
    {
        ReplaySummary summary = m_summary;
        summary.cost = base::Accrual(m_costNanos).whole();
        summary.revenue = base::Accrual(m_publisherNanos).whole();
        summary.digest = m_digest.value();
        return summary;
    }

private:
    ReplaySummary m_summary;
    std::int64_t m_costNanos = 0;
    std::int64_t m_publisherNanos = 0;
    base::Digest m_digest;
};

/// A workspace that takes events of numbered sources.
class Receiver
{
public:
    Receiver(store::Workspace& workspace, const std::string& sender)
        : m_workspace(workspace)
        , m_market("events:" + sender)
        , m_writer(workspace)
    {
    }

    /// Errors: INVALID_REQUEST when the file has too many sources, those of the store.
    Result<void> take(const store::StoredEvent& event)
    {
        const auto lane = laneOf(event);
        if (!lane)
            return lane.error();
        const model::DeliveryEvent fact = store::factOf(event, *m_names);
        while (!(*lane)->ring.push(fact)) {
            if (const auto failure = m_workspace.failure())
                return *failure;
            std::this_thread::sleep_for(kWait);
        }
        return {};
    }

    Result<ReplaySummary> finish()
    {
        if (const auto flushed = m_writer.flush(); !flushed)
            return flushed.error();
        auto reader = m_workspace.reader();
        if (!reader)
            return reader.error();
        Tally tally;
        for (const auto& [number, lane] : m_lanes) {
            if (const auto detached = m_writer.detach(lane->source); !detached)
                return detached.error();
            const auto read
                = eachEvent(*reader, lane->source, [&](const auto& event) { tally.add(event); });
            if (!read)
                return read.error();
        }
        ReplaySummary summary = tally.summary();
        summary.stored = m_writer.counts().stored;
        summary.duplicates = m_writer.counts().duplicates;
        return summary;
    }

private:
    struct Lane
    {
        base::SpscRing<model::DeliveryEvent> ring{kRing};
        std::uint32_t source = 0; ///< in this workspace
    };

    Result<Lane*> laneOf(const store::StoredEvent& event)
    {
        if (const auto known = m_lanes.find(event.source); known != m_lanes.end())
            return known->second.get();
        if (m_lanes.size() == kMostSources)
            return Error{"INVALID_REQUEST", "source", "is one of more than a thousand",
                         "split the file"};
        const auto source = sourceOf(event);
        if (!source)
            return source.error();
        auto lane = std::make_unique<Lane>();
        lane->source = *source;
        if (const auto attached = m_writer.attach(lane->ring, *source, m_names); !attached)
            return attached.error();
        return m_lanes.emplace(event.source, std::move(lane)).first->second.get();
    }

    /// A run for each source, since auctions of different runs may have the same number.
    Result<std::uint32_t> sourceOf(const store::StoredEvent& event)
    {
        const std::string name = std::to_string(event.source);
        auto reader = m_workspace.reader();
        if (!reader)
            return reader.error();
        auto find = reader->prepare("SELECT s.id FROM source s JOIN run r ON r.id = s.run "
                                    "WHERE r.market = $1 AND s.name = $2");
        if (!find)
            return find.error();
        const auto row = find->bindAll(m_market, name).step();
        if (!row)
            return row.error();
        if (*row)
            return static_cast<std::uint32_t>(find->integer(0));
        const auto run = m_writer.beginRun(m_market, event.at);
        return run ? m_writer.addSource(*run, name) : run;
    }

    store::Workspace& m_workspace;
    std::string m_market;
    std::shared_ptr<model::Vocabulary> m_names = std::make_shared<model::Vocabulary>();
    std::map<std::uint32_t, std::unique_ptr<Lane>> m_lanes; ///< by the file's number
    store::EventWriter m_writer; ///< ends before the rings
};

Error atLine(const std::filesystem::path& file, std::uint64_t number, const Error& error)
{
    Error told = error;
    told.where = file.string() + " line " + std::to_string(number);
    if (!error.where.empty())
        told.where += ", field \"" + error.where + "\"";
    return told;
}

} // namespace

Result<ReplaySummary> replayEvents(const EventReplay& wanted,
                                   const std::function<void(const Error&)>& refused)
{
    if (!model::isId(wanted.sender))
        return Error{"INVALID_REQUEST", "sender", "\"" + wanted.sender + "\" is not an id",
                     "write up to 64 letters, digits, _ and -"};
    std::ifstream events(wanted.file, std::ios::binary);
    if (events.peek(); !events.is_open() || events.bad())
        return Error{"FILE_NOT_FOUND", wanted.file.string(), "cannot be read",
                     "give the path of a file with one delivery event a line"};
    auto workspace = store::Workspace::open(wanted.workspace);
    if (!workspace)
        return workspace.error();
    Receiver receiver(**workspace, wanted.sender);
    std::uint64_t wrong = 0;
    std::string line;
    for (std::uint64_t number = 1; std::getline(events, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        const auto event = parseEventLine(line);
        auto taken = event ? receiver.take(*event) : Result<void>(event.error());
        if (taken)
            continue;
        if (const auto failure = (*workspace)->failure())
            return *failure;
        ++wrong;
        refused(atLine(wanted.file, number, taken.error()));
    }
    auto summary = receiver.finish();
    if (summary)
        summary->refused = wrong;
    return summary;
}

Result<std::uint64_t> exportEvents(const std::filesystem::path& workspace,
                                   const std::string& market, const std::filesystem::path& file)
{
    const auto opened = store::Workspace::open(workspace);
    if (!opened)
        return opened.error();
    auto reader = (*opened)->reader();
    if (!reader)
        return reader.error();
    auto sources = reader->prepare("SELECT s.id FROM source s JOIN run r ON r.id = s.run "
                                   "WHERE $1 = '' OR r.market = $1 ORDER BY s.id");
    if (!sources)
        return sources.error();
    sources->bindAll(market);
    std::ofstream out(file, std::ios::binary);
    std::uint64_t written = 0;
    for (;;) {
        const auto row = sources->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const auto read = eachEvent(*reader, static_cast<std::uint32_t>(sources->integer(0)),
                                    [&](const auto& event) {
                                        out << eventLine(event) << '\n';
                                        ++written;
                                    });
        if (!read)
            return read.error();
    }
    if (!out.flush())
        return Error{"STORE_IO", file.string(), "cannot be written", "choose another place"};
    return written;
}

} // namespace gavel::simulation
