// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstddef>
#include <functional>

namespace gavel::store {

class Connection;

/// Something that brings work of its own to the writer, such as rings of events. All three run on
/// the writer's thread.
struct Feed
{
    std::function<bool()> waiting; ///< is there something to write?
    /// Writes all that is there when it begins, inside the open transaction, and says how many
    /// rows. An error stops the workspace.
    std::function<Result<std::size_t>(Connection&)> write;
    std::function<void()> committed; ///< what was written last is durable
};

} // namespace gavel::store
