// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace gavel::pipeline {

std::size_t charactersIn(std::string_view text);
/// Where a text stops to be UTF-8; nothing when all of it is.
std::optional<std::size_t> firstByteNotUtf8(std::string_view text);

} // namespace gavel::pipeline
