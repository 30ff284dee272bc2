// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/bitmap_ops.h"

#include "engine/dsp/targeting/bitmap_ops_levels.h"

#include <algorithm>
#include <bit>

namespace gavel::dsp {

namespace {

void unite(std::uint64_t* out, std::span<const BitmapOps::Row> rows, std::size_t words)
{
    for (std::size_t w = 0; w < words; ++w) {
        std::uint64_t bits = rows[0][w];
        for (std::size_t r = 1; r < rows.size(); ++r)
            bits |= rows[r][w];
        out[w] = bits;
    }
}

void intersect(std::uint64_t* out, std::span<const BitmapOps::Row> in,
               std::span<const BitmapOps::Row> notIn, std::size_t words)
{
    for (std::size_t w = 0; w < words; ++w) {
        std::uint64_t bits = in[0][w];
        for (std::size_t r = 1; r < in.size(); ++r)
            bits &= in[r][w];
        for (const BitmapOps::Row row : notIn)
            bits &= ~row[w];
        out[w] = bits;
    }
}

std::uint32_t* list(BitmapOps::Row bits, std::size_t words, std::uint32_t base, std::uint32_t* out)
{
    for (std::size_t w = 0; w < words; ++w, base += 64)
        for (std::uint64_t rest = bits[w]; rest != 0; rest &= rest - 1)
            *out++ = base + static_cast<std::uint32_t>(std::countr_zero(rest));
    return out;
}

} // namespace

const BitmapOps kPlainOps{unite, intersect, list};

SimdLevel bestSimdLevel()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512vbmi2"))
        return SimdLevel::Avx512;
    if (__builtin_cpu_supports("avx2"))
        return SimdLevel::Avx2;
#endif
    return SimdLevel::Plain;
}

const BitmapOps& bitmapOps(SimdLevel level)
{
#if defined(__x86_64__)
    switch (std::min(level, bestSimdLevel())) {
    case SimdLevel::Avx512:
        return kAvx512Ops;
    case SimdLevel::Avx2:
        return kAvx2Ops;
    case SimdLevel::Plain:
        break;
    }
#endif
    return kPlainOps;
}

} // namespace gavel::dsp
