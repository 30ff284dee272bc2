// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <filesystem>

namespace gavel::store {

/// Copies the cold segments that a copied workspace names out of the folder of the original into
/// the folder that belongs to the copy's later name, each checked. Without cold segments there is
/// no folder. Errors: BACKUP_EXISTS, SEGMENT_MISSING, SEGMENT_DAMAGED, SEGMENT_UNWRITTEN; then no
/// folder is left.
Result<void> copyColdSegments(const std::filesystem::path& copy,
                              const std::filesystem::path& original,
                              const std::filesystem::path& target);

} // namespace gavel::store
