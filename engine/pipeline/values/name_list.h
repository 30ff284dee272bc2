// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::pipeline {

inline constexpr std::size_t kLongestListed = 128; ///< bytes of a name

/// The names of a field that lists some: a JSON array of texts, or texts with | between them, as a
/// CSV file writes them. Spaces around a name, empty names and repeated ones do not count. Errors:
/// INVALID_LIST when it is neither, a name is too long or there are more than `most`.
Result<std::vector<std::string>> namesOf(std::string_view text, std::size_t most);

} // namespace gavel::pipeline
