// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace gavel::base {

/// The word of an enumerator, out of the list of them all.
template<typename E, std::size_t N>
std::string_view nameOf(E value, const std::array<std::string_view, N>& names)
{
    return names[static_cast<std::size_t>(value)];
}

} // namespace gavel::base
