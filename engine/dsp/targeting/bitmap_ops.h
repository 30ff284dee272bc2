// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace gavel::dsp {

/// Which instructions the bitmaps are worked with. All give the same answers.
enum class SimdLevel : std::uint8_t { Plain, Avx2, Avx512 };

/// The best level of this processor.
SimdLevel bestSimdLevel();

/// Work on bitmaps of equal length: `words` 64-bit words, a multiple of eight, on 64-byte
/// boundaries.
struct BitmapOps
{
    using Row = const std::uint64_t*;

    /// out = union of the rows (at least one).
    void (*unite)(std::uint64_t* out, std::span<const Row> rows, std::size_t words);
    /// out = what is in all of `in` (at least one) and in none of `notIn`.
    void (*intersect)(std::uint64_t* out, std::span<const Row> in, std::span<const Row> notIn,
                      std::size_t words);
    /// Writes base + i for every set bit i, ascending, and returns the end. The 64 numbers after
    /// the end may be overwritten: leave room for them.
    std::uint32_t* (*list)(Row bits, std::size_t words, std::uint32_t base, std::uint32_t* out);
};

/// The operations of a level; a level this processor does not have gives the best it has.
const BitmapOps& bitmapOps(SimdLevel level);

/// Words of a row in a bitmap of so many bits.
constexpr std::size_t rowWords(std::size_t bits)
{
    return (bits + 511) / 512 * 8;
}

} // namespace gavel::dsp
