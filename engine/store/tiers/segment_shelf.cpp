// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/tiers/segment_shelf.h"

#include "engine/store/tiers/segment_folder.h"

#include <algorithm>

namespace gavel::store {

Error ofDay(const Error& error, std::int64_t day)
{
    Error told = error;
    told.what = "events of " + dayText(day) + ": " + told.what;
    return told;
}

Result<std::shared_ptr<SegmentFile>> SegmentShelf::open(const SegmentRow& row,
                                                        const std::string& archiveFolder)
{
    if (row.tier == SegmentTier::Dropped)
        return Error{"EVENTS_DROPPED", row.file,
                     "the " + std::to_string(row.extent.events) + " events of "
                         + dayText(row.extent.day) + " were dropped by the policy",
                     "ask for later days"};
    const auto known = std::find_if(m_files.begin(), m_files.end(),
                                    [&](const auto& one) { return one.first == row.sha256; });
    if (known != m_files.end()) {
        m_files.splice(m_files.begin(), m_files, known);
        return m_files.front().second;
    }
    Result<std::shared_ptr<SegmentFile>> opened = std::shared_ptr<SegmentFile>();
    for (const auto& place : placesOf(row, m_coldFolder, archiveFolder)) {
        opened = SegmentFile::open(place);
        if (opened || opened.error().code != "SEGMENT_MISSING")
            break;
    }
    if (opened && (*opened)->extent() != row.extent)
        opened = Error{"SEGMENT_DAMAGED", (*opened)->path().string(),
                       "it holds other events than recorded", "put a sound copy of it there"};
    if (!opened)
        return ofDay(opened.error(), row.extent.day);
    m_files.emplace_front(row.sha256, *opened);
    m_files.resize(std::min(m_files.size(), kFiles));
    return opened;
}

Result<std::shared_ptr<SegmentBlock>>
SegmentShelf::block(const std::shared_ptr<SegmentFile>& segment, std::size_t number)
{
    const auto known = std::find_if(m_blocks.begin(), m_blocks.end(), [&](const Kept& kept) {
        return kept.segment == segment && kept.number == number;
    });
    if (known != m_blocks.end()) {
        m_blocks.splice(m_blocks.begin(), m_blocks, known);
        return m_blocks.front().block;
    }
    auto block = segment->block(number);
    if (!block)
        return block;
    m_blocks.push_front({segment, number, *block});
    m_blocks.resize(std::min(m_blocks.size(), kBlocks));
    return block;
}

} // namespace gavel::store
