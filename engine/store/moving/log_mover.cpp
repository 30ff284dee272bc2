// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/moving/log_mover.h"

#include "engine/store/tiers/segment_folder.h"

#include <algorithm>

namespace gavel::store {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kRowsOfCommit = 2000;

/// The keys of a segment after one, at most kRowsOfCommit of them.
Result<std::vector<std::int64_t>> keysAfter(const SegmentFile& segment, std::int64_t after)
{
    Unpacker unpacker;
    const auto blocks = segment.blocks();
    for (std::size_t number = 0; number < blocks.size(); ++number) {
        if (blocks[number].lastKey <= after)
            continue;
        const auto block = segment.block(number);
        if (!block)
            return block.error();
        const auto keys = (*block)->column(kKeyColumn, unpacker);
        if (!keys)
            return keys.error();
        const auto first = std::upper_bound(keys->begin(), keys->end(), after);
        const auto count
            = std::min<std::ptrdiff_t>(keys->end() - first, std::ptrdiff_t{kRowsOfCommit});
        return std::vector<std::int64_t>(first, first + count);
    }
    return std::vector<std::int64_t>();
}

} // namespace

LogMover::LogMover(Workspace& workspace)
    : m_workspace(workspace)
    , m_coldFolder(coldFolderOf(workspace.file()))
{
}

Result<bool> LogMover::step(TimeMs now)
{
    if (m_workspace.file().empty())
        return false;
    Result<void> done;
    switch (m_phase) {
    case Phase::Done:
    case Phase::Begin: {
        const auto here = reader();
        const auto policy = here ? readTierPolicy(**here) : Result<KeptPolicy>(here.error());
        if (!policy)
            return policy.error();
        if (m_phase == Phase::Done && dayOf(now) == m_today && policy->version == m_policy.version)
            return false;
        m_policy = *policy;
        m_isPolicyRead = true;
        m_today = dayOf(now);
        done = begin();
        break;
    }
    case Phase::Release:
        done = release();
        break;
    case Phase::Survey:
        done = survey(now);
        break;
    case Phase::Export:
        done = exportDay();
        break;
    case Phase::Place:
        done = place(now);
        break;
    }
    if (!done) {
        beginAnew();
        return done.error();
    }
    return true;
}

void LogMover::beginAnew()
{
    m_phase = Phase::Begin;
    m_export.reset();
    m_releasing.reset();
    say("", 0, 0);
}

Result<void> LogMover::run(TimeMs now)
{
    beginAnew();
    for (;;) {
        const auto more = step(now);
        if (!more)
            return more.error();
        if (!*more)
            return {};
    }
}

Result<Connection*> LogMover::reader()
{
    if (!m_reader) {
        auto opened = m_workspace.reader();
        if (!opened)
            return opened.error();
        m_reader.emplace(std::move(*opened));
    }
    return &*m_reader;
}

Result<std::vector<SegmentRow>> LogMover::segments()
{
    const auto here = reader();
    return here ? readSegments(**here) : here.error();
}

void LogMover::say(std::string what, std::uint64_t done, std::uint64_t total)
{
    m_moving = std::move(what);
    m_done = done;
    m_total = total;
}

Result<void> LogMover::begin()
{
    const auto rows = segments();
    if (!rows)
        return rows.error();
    m_due.clear();
    m_unfinished.clear();
    for (const SegmentRow& row : *rows)
        if (!row.isWhole())
            m_unfinished.push_back(row);
    m_survey = std::make_unique<LogSurvey>();
    m_phase = m_unfinished.empty() ? Phase::Survey : Phase::Release;
    return {};
}

/// Some events of a registered segment leave the table.
Result<void> LogMover::release()
{
    SegmentRow& row = m_unfinished.front();
    if (!m_releasing) {
        auto opened = SegmentFile::open(m_coldFolder / row.file);
        if (!opened)
            return opened.error();
        m_releasing = std::move(*opened);
    }
    const auto keys = keysAfter(*m_releasing, row.reached);
    if (!keys)
        return keys.error();
    auto released = m_workspace.writeAndWait(
        [&](Connection& connection) { return releaseEvents(connection, row, *keys); });
    if (!released)
        return released;
    row.reached = keys->empty() ? row.extent.lastKey : keys->back();
    m_warm.events -= std::min<std::uint64_t>(m_warm.events, keys->size());
    say("emptying " + dayText(row.extent.day), m_done + keys->size(),
        static_cast<std::uint64_t>(row.extent.events));
    if (!row.isWhole())
        return {};
    m_releasing.reset();
    m_unfinished.pop_front();
    say("", 0, 0);
    if (m_unfinished.empty())
        m_phase = m_survey ? Phase::Survey : Phase::Export;
    return {};
}

Result<void> LogMover::survey(TimeMs now)
{
    const auto here = reader();
    if (!here)
        return here.error();
    const auto ended = m_survey->readOn(**here);
    if (!ended)
        return ended.error();
    say("looking for days that are due", m_survey->events(), 0);
    if (!*ended)
        return {};
    m_warm = {};
    m_warm.events = m_survey->events();
    m_warmAt = now;
    for (const auto& [day, found] : m_survey->days())
        if (TierPolicy::isDue(m_policy.policy.coldAfterDays, day, m_today))
            m_due.emplace_back(day, found);
        else
            m_warm.oldestDay = std::min(m_warm.oldestDay, day); // of those that stay
    m_survey.reset();
    say("", 0, 0);
    m_phase = Phase::Export;
    return {};
}

Result<void> LogMover::exportDay()
{
    if (m_due.empty()) {
        m_phase = Phase::Place;
        return {};
    }
    const auto here = reader();
    if (!here)
        return here.error();
    const auto& [day, found] = m_due.front();
    if (!m_export) {
        const auto number = nextSegmentId(**here);
        if (!number)
            return number.error();
        auto begun = DayExport::begin(m_coldFolder, day, *number, found);
        if (!begun)
            return begun.error();
        m_export = std::move(*begun);
    }
    const auto ended = m_export->readOn(**here);
    if (!ended)
        return ended.error();
    say("writing " + dayText(day), static_cast<std::uint64_t>(m_export->events()), found.events);
    return *ended ? endExport() : Result<void>();
}

Result<void> LogMover::endExport()
{
    auto row = m_export->finish();
    if (!row)
        return row.error();
    if (row->extent.events == 0) { // a full segment ended exactly with the day
        m_export.reset();
        m_due.pop_front();
        return {};
    }
    auto added = m_workspace.writeAndWait(
        [&](Connection& connection) { return addSegment(connection, *row, m_export->sources()); });
    if (!added)
        return added;
    m_export.reset();
    if (m_due.front().second.events <= static_cast<std::uint64_t>(row->extent.events))
        m_due.pop_front();
    else
        m_due.front().second.events -= static_cast<std::uint64_t>(row->extent.events);
    m_unfinished.push_back(std::move(*row));
    say("", 0, 0);
    m_phase = Phase::Release;
    return rewriteManifests("");
}

Result<StorageView> LogMover::view()
{
    StorageView view;
    if (m_workspace.file().empty())
        return view;
    const auto here = reader();
    if (!here)
        return here.error();
    auto rows = readSegments(**here);
    if (!rows)
        return rows.error();
    auto policy = readTierPolicy(**here);
    if (!policy)
        return policy.error();
    const auto whole = (*here)->integer(
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    const auto free = (*here)->integer(
        "SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size");
    if (!whole || !free)
        return whole ? free.error() : whole.error();
    addSegments(view, std::move(*rows));
    view.policy = std::move(*policy);
    view.warm = m_warm;
    view.freeBytes = static_cast<std::uint64_t>(*free);
    view.warm.bytes = static_cast<std::uint64_t>(*whole - *free);
    view.warmAt = m_warmAt;
    view.moving = m_moving;
    view.done = m_done;
    view.total = m_total;
    return view;
}

void addSegments(StorageView& view, std::vector<SegmentRow> segments)
{
    for (const SegmentRow& row : segments) {
        TierFigures& tier = row.tier == SegmentTier::Cold ? view.cold
            : row.tier == SegmentTier::Archive            ? view.archive
                                                          : view.dropped;
        tier.events += static_cast<std::uint64_t>(row.extent.events);
        tier.bytes += static_cast<std::uint64_t>(row.bytes);
        ++tier.segments;
        tier.oldestDay = std::min(tier.oldestDay, row.extent.day);
    }
    view.segments = std::move(segments);
}

} // namespace gavel::store
