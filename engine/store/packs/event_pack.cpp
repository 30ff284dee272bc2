// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/packs/event_pack.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace gavel::store {

namespace {

static_assert(std::endian::native == std::endian::little, "packs hold little-endian numbers");

constexpr std::size_t kCountBytes = 4;
constexpr std::size_t kColumnBytes = 9;
constexpr std::size_t headerBytes(std::size_t columns)
{
    return kCountBytes + columns * kColumnBytes;
}
constexpr std::size_t kEndBytes = sizeof(std::uint64_t);

/// How far a value is above another; it wraps around, so that any two numbers have a distance.
std::uint64_t above(std::int64_t value, std::int64_t lowest)
{
    return static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(lowest);
}

std::size_t bytesFor(std::uint64_t value)
{
    return (static_cast<std::size_t>(std::bit_width(value)) + 7) / 8;
}

Error damaged(const char* what)
{
    return {"PACK_DAMAGED", "event_pack", what, "restore a back-up of the workspace"};
}

} // namespace

std::string packEvents(std::span<const EventRow> events)
{
    constexpr std::size_t kHeaderBytes = headerBytes(kEventColumns);
    std::string bytes(kHeaderBytes + events.size() * sizeof(EventRow) + kEndBytes, '\0');
    char* to = bytes.data() + kHeaderBytes;
    const std::array counts{static_cast<std::uint16_t>(events.size()),
                            static_cast<std::uint16_t>(kEventColumns)};
    std::memcpy(bytes.data(), counts.data(), kCountBytes);
    for (std::size_t column = 0; column < kEventColumns; ++column) {
        std::int64_t lowest = events.front()[column];
        std::int64_t highest = lowest;
        for (const EventRow& event : events) {
            lowest = std::min(lowest, event[column]);
            highest = std::max(highest, event[column]);
        }
        const std::size_t width = bytesFor(above(highest, lowest));
        char* header = bytes.data() + kCountBytes + column * kColumnBytes;
        std::memcpy(header, &lowest, sizeof lowest);
        header[sizeof lowest] = static_cast<char>(width);
        for (const EventRow& event : events) {
            const std::uint64_t value = above(event[column], lowest);
            std::memcpy(to, &value, sizeof value); // the next one overwrites its zeros
            to += width;
        }
    }
    bytes.resize(static_cast<std::size_t>(to - bytes.data()) + kEndBytes);
    return bytes;
}

Result<EventPack> EventPack::open(std::string_view bytes)
{
    if (bytes.size() < headerBytes(kFirstEventColumns))
        return damaged("a pack is shorter than its header");
    std::array<std::uint16_t, 2> counts{};
    std::memcpy(counts.data(), bytes.data(), kCountBytes);
    const auto [count, told] = counts;
    const std::size_t columns = told == 0 ? kFirstEventColumns : told;
    if (count < 1 || count > kMostPacked)
        return damaged("a pack does not say how many events it holds");
    if (columns < kFirstEventColumns || columns > kEventColumns)
        return damaged("a pack has columns that are not known");
    if (bytes.size() < headerBytes(columns))
        return damaged("a pack is shorter than its header");
    EventPack pack;
    pack.m_events = count;
    if (auto read = pack.read(bytes, columns); !read)
        return read.error();
    return pack;
}

Result<void> EventPack::read(std::string_view bytes, std::size_t columns)
{
    for (Column& missing : m_columns)
        missing.bytes = bytes.data(); // of 0 bytes an event
    std::size_t at = headerBytes(columns);
    for (std::size_t column = 0; column < columns; ++column) {
        const char* header = bytes.data() + kCountBytes + column * kColumnBytes;
        Column& read = m_columns[column];
        std::memcpy(&read.lowest, header, sizeof read.lowest);
        read.width = static_cast<std::uint8_t>(header[sizeof read.lowest]);
        if (read.width > sizeof read.mask)
            return damaged("a column of a pack is wider than a number");
        read.mask = read.width == 0 ? 0 : ~std::uint64_t{0} >> (64 - 8 * read.width);
        read.bytes = bytes.data() + at;
        at += read.width * m_events;
        if (at + kEndBytes > bytes.size())
            return damaged("a pack ends too early");
    }
    if (at + kEndBytes != bytes.size())
        return damaged("a pack is too long");
    return {};
}

std::int64_t EventPack::value(std::size_t column, std::size_t place) const
{
    const Column& read = m_columns[column];
    std::uint64_t value = 0;
    std::memcpy(&value, read.bytes + place * read.width, sizeof value);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(read.lowest) + (value & read.mask));
}

EventRow EventPack::row(std::size_t place) const
{
    EventRow row{};
    for (std::size_t column = 0; column < kEventColumns; ++column)
        row[column] = value(column, place);
    return row;
}

} // namespace gavel::store
