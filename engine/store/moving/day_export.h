// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/digest.h"
#include "engine/store/moving/log_survey.h"
#include "engine/store/segments/segment_file.h"

#include <filesystem>
#include <memory>

namespace gavel::store {

/// Writes the events of one day from the table into a segment file, a piece at a time, and reads
/// the file back. The table is not changed.
class DayExport
{
public:
    /// `number` is what the segment will be called by.
    static Result<std::unique_ptr<DayExport>> begin(const std::filesystem::path& folder,
                                                    std::int64_t day, std::int64_t number,
                                                    const WarmDay& found);
    /// Gives up the file when it is not done.
    ~DayExport();
    DayExport(const DayExport&) = delete;
    DayExport& operator=(const DayExport&) = delete;

    /// Reads some rows on; true when there are no more, or the segment is full.
    Result<bool> readOn(Connection& reader);
    /// The file is under its name, durable, and equal to what was read. Without events there is
    /// none. Errors: SEGMENT_UNWRITTEN, SEGMENT_DAMAGED.
    Result<SegmentRow> finish();

    std::int64_t day() const { return m_row.extent.day; }
    std::int64_t events() const { return m_writer->events(); }
    /// What it holds of each source.
    const std::map<std::uint32_t, SourceSpan>& sources() const { return m_sources; }

private:
    DayExport(std::filesystem::path folder, const WarmDay& found);
    Result<void> take(const EventRow& row);
    Result<void> readBack();
    Result<void> giveName();

    std::filesystem::path m_folder;
    std::filesystem::path m_part;
    std::map<std::uint32_t, SourceSpan> m_left; ///< to be read, the first from its key on
    std::map<std::uint32_t, SourceSpan> m_sources;
    std::unique_ptr<SegmentWriter> m_writer;
    SegmentRow m_row;
    base::Digest m_digest; ///< of every value read
};

} // namespace gavel::store
