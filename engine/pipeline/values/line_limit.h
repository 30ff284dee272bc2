// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace gavel::pipeline {

/// A longer line is dead, whoever brings it.
inline constexpr std::size_t kMostLineBytes = std::size_t{64} * 1024;

} // namespace gavel::pipeline
