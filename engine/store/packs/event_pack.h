// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/store/segments/event_row.h"

#include <array>
#include <span>
#include <string>

namespace gavel::store {

inline constexpr std::size_t kLeastPacked = 64;
inline constexpr std::size_t kMostPacked = 1024;

/// The count (2 bytes) and that of columns (2 bytes, 0 = the first 19), for each column its lowest
/// value (8 bytes) and how many bytes an event has of it (1 byte, 0 to 8), then the columns, then 8
/// bytes so that any value is read by one load. Little-endian.
std::string packEvents(std::span<const EventRow> events);

/// Reads a pack where it lies; the bytes must outlive it or be given anew.
class EventPack
{
public:
    EventPack() = default;
    /// Errors: PACK_DAMAGED when the sizes do not add up.
    static Result<EventPack> open(std::string_view bytes);

    std::size_t events() const { return m_events; }
    std::int64_t value(std::size_t column, std::size_t place) const;
    EventRow row(std::size_t place) const;

private:
    struct Column
    {
        std::int64_t lowest = 0;
        std::uint64_t mask = 0; ///< of the bytes that an event has
        const char* bytes = nullptr;
        std::size_t width = 0;
    };
    Result<void> read(std::string_view bytes, std::size_t columns);

    std::size_t m_events = 0;
    std::array<Column, kEventColumns> m_columns;
};

} // namespace gavel::store
