// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/tiers/segment_table.h"

#include <filesystem>
#include <list>
#include <memory>
#include <string>

namespace gavel::store {

/// Segments and blocks that one connection has read last, at most kFiles files and kBlocks blocks
/// (about 10 MB).
class SegmentShelf
{
public:
    explicit SegmentShelf(std::filesystem::path coldFolder)
        : m_coldFolder(std::move(coldFolder))
    {
    }
    /// Opened in the first place that has it. `archiveFolder` is the folder that segments go to
    /// now. Errors: EVENTS_DROPPED, SEGMENT_MISSING, SEGMENT_DAMAGED, each with the day.
    Result<std::shared_ptr<SegmentFile>> open(const SegmentRow& row,
                                              const std::string& archiveFolder);
    Result<std::shared_ptr<SegmentBlock>> block(const std::shared_ptr<SegmentFile>& segment,
                                                std::size_t number);
    Unpacker& unpacker() { return m_unpacker; }

private:
    static constexpr std::size_t kFiles = 32;
    static constexpr std::size_t kBlocks = 8;
    struct Kept
    {
        std::shared_ptr<SegmentFile> segment;
        std::size_t number = 0;
        std::shared_ptr<SegmentBlock> block;
    };

    std::filesystem::path m_coldFolder;
    Unpacker m_unpacker;
    std::list<std::pair<std::string, std::shared_ptr<SegmentFile>>> m_files; ///< by checksum
    std::list<Kept> m_blocks; ///< newest first, as the files
};

/// The same error with the day it is about.
Error ofDay(const Error& error, std::int64_t day);

} // namespace gavel::store
