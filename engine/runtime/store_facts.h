// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstdint>
#include <filesystem>

namespace gavel::store {
class Workspace;
}

namespace gavel::runtime {

/// How large the workspace's file is, and what room it has.
struct StoreFacts
{
    std::filesystem::path file; ///< "" = a temporary one, deleted at the end
    std::int64_t fileBytes = 0;
    std::int64_t logBytes = 0; ///< of the write-ahead log
    std::int64_t unusedBytes = 0; ///< of the file: pages that wait to be used again
    std::int64_t freeBytes = -1; ///< on its disk; -1 = not known
};
/// Takes a few milliseconds at most, whatever the file holds. Errors: those of the store.
Result<StoreFacts> readStoreFacts(const store::Workspace& workspace);

} // namespace gavel::runtime
