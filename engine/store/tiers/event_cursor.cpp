// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/tiers/event_cursor.h"

#include "engine/store/tiers/segment_folder.h"

#include <sqlite3.h>

#include <algorithm>

namespace gavel::store {

namespace {

SegmentRow segmentOf(sqlite3_stmt* row)
{
    const auto text = [&](int column) {
        return std::string(reinterpret_cast<const char*>(sqlite3_column_text(row, column)));
    };
    const auto number = [&](int column) { return sqlite3_column_int64(row, column); };
    SegmentRow segment;
    segment.id = number(2);
    segment.file = text(3);
    const auto tier = std::find(kSegmentTierNames.begin(), kSegmentTierNames.end(), text(4));
    segment.tier = static_cast<SegmentTier>(tier - kSegmentTierNames.begin());
    segment.archive = text(5);
    segment.sha256 = text(8);
    segment.extent = {number(6), number(7), number(9), number(10), number(11), number(12)};
    return segment;
}

} // namespace

void EventCursor::end()
{
    if (m_warm != nullptr)
        m_reading.giveBack(m_query, std::exchange(m_warm, nullptr));
    m_warmHasRow = false;
    if (m_packStatement != nullptr)
        m_reading.giveBack(falls() ? LogReading::PacksFalling : LogReading::PacksRising,
                           std::exchange(m_packStatement, nullptr));
    m_packs.end();
    m_parts.clear();
    m_open.clear();
    m_opened = 0;
    m_current = kNobody;
    m_error.reset();
}

int EventCursor::fail(const Error& error)
{
    m_error = error;
    m_current = kNobody;
    return SQLITE_ERROR;
}

int EventCursor::begin(const EventsWanted& wanted)
{
    end();
    m_wanted = wanted;
    if (const int begun = beginWarm(); begun != SQLITE_OK)
        return begun;
    if (const int begun = beginPacks(); begun != SQLITE_OK)
        return begun;
    if (const int found = findParts(); found != SQLITE_OK)
        return found;
    return choose();
}

int EventCursor::beginWarm()
{
    using enum LogReading::Query;
    m_query = m_wanted.auction ? OfAuction : falls() ? Falling : Rising;
    int result = SQLITE_OK;
    m_warm = m_reading.take(m_query, result);
    if (m_warm == nullptr)
        return result;
    sqlite3_bind_int64(m_warm, 1, m_wanted.auction.value_or(m_wanted.firstKey));
    if (!m_wanted.auction)
        sqlite3_bind_int64(m_warm, 2, m_wanted.lastKey);
    return stepWarm();
}

int EventCursor::stepWarm()
{
    const int result = sqlite3_step(m_warm);
    m_warmHasRow = result == SQLITE_ROW;
    if (m_warmHasRow)
        m_warmKey = sqlite3_column_int64(m_warm, 0);
    return m_warmHasRow || result == SQLITE_DONE ? SQLITE_OK : result;
}

int EventCursor::beginPacks()
{
    if (m_wanted.auction) // a real one, which no pack holds
        return SQLITE_OK;
    int result = SQLITE_OK;
    m_packStatement
        = m_reading.take(falls() ? LogReading::PacksFalling : LogReading::PacksRising, result);
    if (m_packStatement == nullptr)
        return result;
    return told(m_packs.begin(
        m_packStatement,
        {m_wanted.firstKey, m_wanted.lastKey, m_wanted.firstAt, m_wanted.lastAt, falls()}));
}

int EventCursor::told(int result)
{
    return m_packs.error() ? fail(*m_packs.error()) : result;
}

int EventCursor::findParts()
{
    if (m_wanted.warmOnly)
        return SQLITE_OK;
    const std::int64_t source = m_wanted.firstKey >> 40;
    const bool isOfOne = m_wanted.firstKey >= 0 && source == m_wanted.lastKey >> 40;
    const auto query = isOfOne ? LogReading::OfSource : LogReading::OfAll;
    int result = SQLITE_OK;
    sqlite3_stmt* find = m_reading.take(query, result);
    if (find == nullptr)
        return result;
    sqlite3_bind_int64(find, 1, m_wanted.firstKey);
    sqlite3_bind_int64(find, 2, m_wanted.lastKey);
    sqlite3_bind_int64(find, 3, m_wanted.firstAt);
    sqlite3_bind_int64(find, 4, m_wanted.lastAt);
    if (isOfOne)
        sqlite3_bind_int64(find, 5, source);
    while ((result = sqlite3_step(find)) == SQLITE_ROW) {
        Part part;
        part.lowest = sqlite3_column_int64(find, 0);
        part.highest = sqlite3_column_int64(find, 1);
        part.row = segmentOf(find);
        if (part.lowest <= part.highest
            && !(m_wanted.auction && part.row.tier == SegmentTier::Dropped))
            m_parts.push_back(std::move(part));
    }
    m_reading.giveBack(query, find);
    if (result != SQLITE_DONE)
        return result;
    if (m_wanted.order != EventsWanted::Order::Any)
        std::sort(m_parts.begin(), m_parts.end(), [this](const Part& a, const Part& b) {
            return falls() ? a.highest > b.highest : a.lowest < b.lowest;
        });
    else if (const auto gone
             = std::find_if(m_parts.begin(), m_parts.end(),
                            [](const Part& part) { return part.row.tier == SegmentTier::Dropped; });
             gone != m_parts.end())
        return fail(m_reading.shelf.open(gone->row, {}).error()); // before anything is read
    return SQLITE_OK;
}

bool EventCursor::isBefore(std::int64_t a, std::int64_t b) const
{
    return falls() ? a > b : a < b;
}

int EventCursor::choose()
{
    if (m_wanted.order != EventsWanted::Order::Any)
        return chooseInOrder();
    m_current = m_warmHasRow ? kWarm
        : m_packs.hasEvent() ? kPacked
        : m_open.empty()     ? kNobody
                             : m_open.front();
    while (m_current == kNobody && m_opened < m_parts.size()) {
        bool more = false;
        if (const int opened = openPart(m_parts[m_opened], more); opened != SQLITE_OK)
            return opened;
        if (more)
            m_open.push_back(m_current = m_opened);
        ++m_opened;
    }
    return SQLITE_OK;
}

int EventCursor::chooseInOrder()
{
    for (;;) {
        m_current = m_warmHasRow ? kWarm : kNobody;
        std::int64_t best = m_warmKey;
        if (m_packs.hasEvent() && (m_current == kNobody || isBefore(m_packs.key(), best))) {
            m_current = kPacked;
            best = m_packs.key();
        }
        for (const std::size_t number : m_open)
            if (m_current == kNobody || isBefore(m_parts[number].key(), best)) {
                m_current = number;
                best = m_parts[number].key();
            }
        if (m_opened == m_parts.size())
            return SQLITE_OK;
        Part& next = m_parts[m_opened];
        if (m_current != kNobody && isBefore(best, falls() ? next.highest : next.lowest))
            return SQLITE_OK;
        bool more = false;
        if (const int opened = openPart(next, more); opened != SQLITE_OK)
            return opened;
        if (more)
            m_open.push_back(m_opened);
        ++m_opened;
    }
}

int EventCursor::next()
{
    if (m_current == kWarm) {
        if (const int stepped = stepWarm(); stepped != SQLITE_OK)
            return stepped;
        return m_warmHasRow && m_parts.empty() && !m_packs.hasEvent() ? SQLITE_OK : choose();
    }
    if (m_current == kPacked) {
        if (const int stepped = told(m_packs.next()); stepped != SQLITE_OK)
            return stepped;
        return m_packs.hasEvent() && m_parts.empty() && !m_warmHasRow ? SQLITE_OK : choose();
    }
    bool more = false;
    if (const int stepped = stepPart(m_parts[m_current], more); stepped != SQLITE_OK)
        return stepped;
    if (!more) {
        std::erase(m_open, m_current);
        m_parts[m_current].block.reset();
    } else if (m_wanted.order == EventsWanted::Order::Any) {
        return SQLITE_OK;
    }
    return choose();
}

int EventCursor::value(std::size_t wanted, std::int64_t& out)
{
    if (m_current == kWarm) {
        out = sqlite3_column_int64(m_warm, static_cast<int>(wanted));
        return SQLITE_OK;
    }
    if (m_current == kPacked) {
        out = m_packs.value(wanted);
        return SQLITE_OK;
    }
    Part& part = m_parts[m_current];
    if (const int unpacked = column(part, wanted); unpacked != SQLITE_OK)
        return unpacked;
    out = part.columns[wanted][part.place];
    return SQLITE_OK;
}

int EventCursor::column(Part& part, std::size_t wanted)
{
    if (part.columns[wanted] != nullptr)
        return SQLITE_OK;
    const auto values = part.block->column(wanted, m_reading.shelf.unpacker());
    if (!values) {
        Error error = values.error();
        error.where = part.segment->path().string();
        error.advice = "put a sound copy of it there";
        return fail(ofDay(error, part.row.extent.day));
    }
    part.columns[wanted] = values->data();
    return SQLITE_OK;
}

int EventCursor::openPart(Part& part, bool& more)
{
    more = false;
    auto segment = m_reading.shelf.open(part.row, {});
    if (!segment && segment.error().code == "SEGMENT_MISSING")
        segment = m_reading.shelf.open(part.row, m_reading.archiveFolder());
    if (!segment)
        return fail(segment.error());
    part.segment = std::move(*segment);
    if (m_wanted.auction) {
        const auto holds = part.segment->mayHold(static_cast<std::uint64_t>(*m_wanted.auction));
        if (!holds)
            return fail(ofDay(holds.error(), part.row.extent.day));
        if (!*holds)
            return SQLITE_OK;
    }
    part.blockNumber = falls() ? part.segment->blocks().size() - 1 : 0;
    return enterBlock(part, more);
}

bool EventCursor::isWanted(const BlockPlace& block) const
{
    return block.lastAt >= m_wanted.firstAt && block.firstAt <= m_wanted.lastAt;
}

int EventCursor::enterBlock(Part& part, bool& more)
{
    const auto blocks = part.segment->blocks();
    more = false;
    for (; part.blockNumber < blocks.size(); part.blockNumber += falls() ? std::size_t(-1) : 1) {
        const BlockPlace& place = blocks[part.blockNumber];
        if (falls() ? place.lastKey < part.lowest : place.firstKey > part.highest)
            return SQLITE_OK;
        if (place.lastKey < part.lowest || place.firstKey > part.highest || !isWanted(place))
            continue;
        auto block = m_reading.shelf.block(part.segment, part.blockNumber);
        if (!block)
            return fail(ofDay(block.error(), part.row.extent.day));
        part.block = std::move(*block);
        part.columns.fill(nullptr);
        if (const int keyed = column(part, kKeyColumn); keyed != SQLITE_OK)
            return keyed;
        const std::int64_t* begin = part.columns[kKeyColumn];
        const std::int64_t* last = begin + part.block->events();
        const std::ptrdiff_t first = falls()
            ? std::upper_bound(begin, last, part.highest) - begin - 1
            : std::lower_bound(begin, last, part.lowest) - begin;
        if (const int settled = settle(part, first, more); settled != SQLITE_OK || more)
            return settled;
    }
    return SQLITE_OK;
}

/// Goes on from a place in the block until an event is wanted.
int EventCursor::settle(Part& part, std::ptrdiff_t place, bool& more)
{
    if (m_wanted.auction)
        if (const int unpacked = column(part, kAuctionColumn); unpacked != SQLITE_OK)
            return unpacked;
    const auto events = static_cast<std::ptrdiff_t>(part.block->events());
    more = false;
    for (; place >= 0 && place < events; place += falls() ? -1 : 1) {
        const std::int64_t key = part.columns[kKeyColumn][place];
        if (falls() ? key < part.lowest : key > part.highest)
            return SQLITE_OK;
        if (m_wanted.auction && part.columns[kAuctionColumn][place] != *m_wanted.auction)
            continue;
        part.place = static_cast<std::size_t>(place);
        more = true;
        return SQLITE_OK;
    }
    return SQLITE_OK;
}

int EventCursor::stepPart(Part& part, bool& more)
{
    const auto next = static_cast<std::ptrdiff_t>(part.place) + (falls() ? -1 : 1);
    if (const int settled = settle(part, next, more); settled != SQLITE_OK || more)
        return settled;
    part.blockNumber += falls() ? std::size_t(-1) : 1;
    return enterBlock(part, more);
}

} // namespace gavel::store
