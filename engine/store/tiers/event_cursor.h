// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/packs/pack_cursor.h"
#include "engine/store/tiers/log_reading.h"

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace gavel::store {

/// What is to be read of the log. Bounds are inclusive; more than asked for may come of those of
/// time and auction.
struct EventsWanted
{
    enum class Order : std::uint8_t { Any, Rising, Falling };

    std::int64_t firstKey = std::numeric_limits<std::int64_t>::min();
    std::int64_t lastKey = std::numeric_limits<std::int64_t>::max();
    std::int64_t firstAt = std::numeric_limits<std::int64_t>::min();
    std::int64_t lastAt = std::numeric_limits<std::int64_t>::max();
    /// Only what is told of this real auction (a negative number); of dropped days nothing is
    /// known.
    std::optional<std::int64_t> auction;
    Order order = Order::Any;
    bool warmOnly = false; ///< nothing of segments
};

/// Reads events of every tier as one: rows, packs, and what segments hold up to where it has left
/// the warm tier. One read transaction must be open, so that both are of the same commit.
class EventCursor
{
public:
    explicit EventCursor(LogReading& reading)
        : m_reading(reading)
    {
    }
    ~EventCursor() { end(); }
    EventCursor(const EventCursor&) = delete;
    EventCursor& operator=(const EventCursor&) = delete;

    // Each returns SQLite's result; when it is not SQLITE_OK, error() may say more.
    int begin(const EventsWanted& wanted);
    int next();
    int value(std::size_t column, std::int64_t& out);
    bool isAtEnd() const { return m_current == kNobody; }
    const std::optional<Error>& error() const { return m_error; }

private:
    /// The events that a segment has of what is wanted.
    struct Part
    {
        SegmentRow row;
        std::int64_t lowest = 0;
        std::int64_t highest = 0;
        std::shared_ptr<SegmentFile> segment; ///< null = not yet opened
        std::size_t blockNumber = 0;
        std::shared_ptr<SegmentBlock> block;
        std::size_t place = 0; ///< in the block
        std::array<const std::int64_t*, kEventColumns> columns{}; ///< unpacked so far
        std::int64_t key() const { return columns[kKeyColumn][place]; }
    };
    static constexpr std::size_t kPacked = static_cast<std::size_t>(-3);
    static constexpr std::size_t kWarm = static_cast<std::size_t>(-2);
    static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

    void end();
    int beginWarm();
    int stepWarm();
    int beginPacks();
    int findParts();
    int fail(const Error& error);
    /// What the packs' cursor returned.
    int told(int result);
    /// Chooses whose event is next.
    int choose();
    int chooseInOrder();
    bool isBefore(std::int64_t a, std::int64_t b) const;
    bool falls() const { return m_wanted.order == EventsWanted::Order::Falling; }

    // of one part; `more` = it stands on an event
    int openPart(Part& part, bool& more);
    int stepPart(Part& part, bool& more);
    /// Stands on the first event of a block, or of one after it, that is wanted.
    int enterBlock(Part& part, bool& more);
    int settle(Part& part, std::ptrdiff_t place, bool& more);
    bool isWanted(const BlockPlace& block) const;
    int column(Part& part, std::size_t column);

    LogReading& m_reading;
    EventsWanted m_wanted;
    LogReading::Query m_query = LogReading::Rising;
    sqlite3_stmt* m_warm = nullptr;
    bool m_warmHasRow = false;
    std::int64_t m_warmKey = 0;
    PackCursor m_packs;
    sqlite3_stmt* m_packStatement = nullptr;
    std::vector<Part> m_parts; ///< in the order in which they are opened
    std::size_t m_opened = 0; ///< of them
    std::vector<std::size_t> m_open; ///< those that stand on an event
    std::size_t m_current = kNobody;
    std::optional<Error> m_error;
};

} // namespace gavel::store
