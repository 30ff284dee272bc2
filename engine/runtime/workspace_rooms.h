// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <filesystem>
#include <memory>

namespace gavel::store {
class Workspace;
}

namespace gavel::runtime {

/// Opens a workspace with the tables of every room, each brought to its newest form. Errors: those
/// of store::Workspace::open.
Result<std::unique_ptr<store::Workspace>> openWorkspace(const std::filesystem::path& file);

} // namespace gavel::runtime
