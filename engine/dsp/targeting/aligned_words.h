// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/huge_page_allocator.h"

#include <cstdint>
#include <vector>

namespace gavel::dsp {

/// Bitmap rows one after the other.
using AlignedWords = std::vector<std::uint64_t, base::HugePageAllocator<std::uint64_t>>;

constexpr std::uint64_t bitOf(std::uint32_t position)
{
    return std::uint64_t{1} << (position & 63U);
}

} // namespace gavel::dsp
