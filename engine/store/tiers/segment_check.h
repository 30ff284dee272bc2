// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/verify.h"

#include <optional>

namespace gavel::store {

/// Every segment is there, with its checksum and what the workspace says of it. The detail names
/// the days and files that are not.
Result<Check> checkSegments(Connection& connection);

/// What a check says when the log could not be read for it: wrong when a file is missing, or it or
/// a pack damaged, not provable when days were dropped. nullopt for another error.
std::optional<Check> unreadCheck(std::string name, const Error& error);

} // namespace gavel::store
