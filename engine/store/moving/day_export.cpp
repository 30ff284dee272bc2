// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/moving/day_export.h"

#include "engine/store/moving/tier_policy.h"
#include "engine/store/tiers/event_reader.h"
#include "engine/store/tiers/segment_folder.h"
#include "engine/store/workspace_files.h"

namespace gavel::store {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kRowsAtOnce = 20'000;
constexpr std::int64_t kMostEvents = 1'000'000; // of one segment; the rest of a day is another

} // namespace

DayExport::DayExport(fs::path folder, const WarmDay& found)
    : m_folder(std::move(folder))
    , m_left(found.sources)
{
}

Result<std::unique_ptr<DayExport>> DayExport::begin(const fs::path& folder, std::int64_t day,
                                                    std::int64_t number, const WarmDay& found)
{
    if (auto made = makeFolder(folder); !made)
        return made.error();
    std::unique_ptr<DayExport> made(new DayExport(folder, found));
    made->m_row.file = segmentName(day, number);
    made->m_row.id = number;
    made->m_row.extent.day = day;
    made->m_part = folder / (made->m_row.file + ".part");
    auto writer = SegmentWriter::begin(made->m_part, day);
    if (!writer)
        return writer.error();
    made->m_writer = std::move(*writer);
    return made;
}

DayExport::~DayExport()
{
    std::error_code ignored;
    fs::remove(m_part, ignored);
}

Result<bool> DayExport::readOn(Connection& reader)
{
    if (m_left.empty())
        return true;
    SourceSpan& span = m_left.begin()->second;
    EventsWanted wanted;
    wanted.firstKey = span.firstKey;
    wanted.lastKey = span.lastKey;
    wanted.order = EventsWanted::Order::Rising;
    wanted.warmOnly = true;
    std::int64_t read = 0;
    Result<void> taken;
    auto done = eachEvent(reader, wanted, [&](const EventRow& event) {
        span.firstKey = event[kKeyColumn] + 1;
        if (dayOf({event[kAtColumn]}) == day())
            taken = take(event);
        return taken && ++read < kRowsAtOnce && m_writer->events() < kMostEvents;
    });
    if (!done || !taken)
        return !done ? done.error() : taken.error();
    if (m_writer->events() >= kMostEvents)
        return true;
    if (read < kRowsAtOnce)
        m_left.erase(m_left.begin());
    return m_left.empty();
}

Result<void> DayExport::take(const EventRow& row)
{
    const std::int64_t key = row[kKeyColumn];
    m_sources.try_emplace(static_cast<std::uint32_t>(key >> 40), SourceSpan{key, key})
        .first->second.lastKey
        = key;
    for (const std::int64_t value : row)
        m_digest.add(value);
    return m_writer->add(row);
}

Result<SegmentRow> DayExport::finish()
{
    auto extent = m_writer->finish();
    if (!extent)
        return extent.error();
    if (extent->events == 0)
        return SegmentRow{};
    m_row.extent = *extent;
    m_row.reached = extent->firstKey - 1;
    if (auto same = readBack(); !same)
        return same.error();
    const auto sum = sha256Of(m_part);
    if (!sum)
        return sum.error();
    m_row.sha256 = *sum;
    std::error_code failed;
    m_row.bytes = static_cast<std::int64_t>(fs::file_size(m_part, failed));
    if (auto named = giveName(); !named)
        return named.error();
    return m_row;
}

// A file may be there that no segment names: of a mover that was killed before its commit, then it
// is the same, or of a time before a back-up was restored, then it is left alone.
Result<void> DayExport::giveName()
{
    const std::string name = m_row.file;
    std::error_code ignored;
    for (int copy = 2; fs::exists(m_folder / m_row.file, ignored); ++copy) {
        if (const auto sum = sha256Of(m_folder / m_row.file); sum && *sum == m_row.sha256)
            return syncFolder(m_folder);
        m_row.file = name + "." + std::to_string(copy);
    }
    return renameDurably(m_part, m_folder / m_row.file);
}

Result<void> DayExport::readBack()
{
    const auto segment = SegmentFile::open(m_part);
    if (!segment)
        return segment.error();
    base::Digest digest;
    Unpacker unpacker;
    for (std::size_t number = 0; number < (*segment)->blocks().size(); ++number) {
        const auto block = (*segment)->block(number);
        if (!block)
            return block.error();
        std::array<std::span<const std::int64_t>, kEventColumns> columns;
        for (std::size_t column = 0; column < kEventColumns; ++column) {
            const auto values = (*block)->column(column, unpacker);
            if (!values)
                return values.error();
            columns[column] = *values;
        }
        for (std::size_t row = 0; row < (*block)->events(); ++row)
            for (const auto& column : columns)
                digest.add(column[row]);
    }
    if ((*segment)->extent() != m_row.extent || digest.value() != m_digest.value())
        return Error{"SEGMENT_DAMAGED", m_part.string(), "it does not read back as it was written",
                     "check the disk; nothing was moved"};
    return {};
}

} // namespace gavel::store
