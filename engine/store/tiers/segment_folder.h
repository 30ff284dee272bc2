// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/tiers/segment_table.h"

#include <filesystem>
#include <span>
#include <string>

namespace gavel::store {

/// Where the cold segments of a workspace are: "city.gavel" has "city.gavel-cold".
std::filesystem::path coldFolderOf(const std::filesystem::path& workspace);
/// The name of a segment's file: "2026-03-20-00017.segment".
std::string segmentName(std::int64_t day, std::int64_t id);
/// "2026-03-20"
std::string dayText(std::int64_t day);

/// Where to look for a segment, the likeliest place first. Behind a reader's back it may go from
/// one folder to the other.
std::vector<std::filesystem::path> placesOf(const SegmentRow& row,
                                            const std::filesystem::path& coldFolder,
                                            const std::string& archiveFolder);

/// Makes a folder, durably. Errors: SEGMENT_UNWRITTEN.
Result<void> makeFolder(const std::filesystem::path& folder);
/// In hex. Errors: SEGMENT_MISSING, SEGMENT_DAMAGED when it cannot be read.
Result<std::string> sha256Of(const std::filesystem::path& file);
/// Copies a segment into a folder so that it is whole there or not at all, and reads it back.
/// Errors: SEGMENT_MISSING, SEGMENT_DAMAGED when the checksum differs, SEGMENT_UNWRITTEN.
Result<void> copySegment(const std::filesystem::path& from, const std::filesystem::path& to,
                         const std::string& sha256);
/// Whether the file is as the row says: there, of its checksum, with its extent. Errors:
/// SEGMENT_MISSING, SEGMENT_DAMAGED.
Result<void> checkSegment(const std::filesystem::path& file, const SegmentRow& row);
/// Writes manifest.json of these segments into their folder, whole or not at all.
Result<void> writeManifest(const std::filesystem::path& folder,
                           std::span<const SegmentRow> segments);

} // namespace gavel::store
