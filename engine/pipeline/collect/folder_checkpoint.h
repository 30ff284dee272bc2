// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/collect/line_file.h"

#include <map>
#include <string>
#include <string_view>

namespace gavel::pipeline {

/// How far one file was read.
struct FileMark
{
    std::uint64_t size = 0; ///< bytes on disk when it was last opened
    std::int64_t modified = 0; ///< its time of change then, in ticks of the file system's clock
    std::uint64_t fingerprint = 0; ///< of its first headBytes bytes
    std::size_t headBytes = 0; ///< up to 4 KiB
    LinePosition position;
    bool isAtEnd = false; ///< nothing was left to read

    bool operator==(const FileMark&) const = default;
};

/// The files of a source by their names, as stored with the lines that were read.
using FolderCheckpoint = std::map<std::string, FileMark>;

std::string checkpointText(const FolderCheckpoint& checkpoint);
/// "" is the checkpoint before everything. Errors: with the field's path.
Result<FolderCheckpoint> readFolderCheckpoint(std::string_view text, std::string_view where);

} // namespace gavel::pipeline
