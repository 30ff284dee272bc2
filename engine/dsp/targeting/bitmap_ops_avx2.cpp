// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/bitmap_ops_levels.h"

#if defined(__x86_64__)

#include <bit>
#include <immintrin.h>

#define GAVEL_AVX2 __attribute__((target("avx2,bmi,popcnt")))

namespace gavel::dsp {

namespace {

constexpr std::size_t kWords = 4; ///< in a register

GAVEL_AVX2 __m256i load(const std::uint64_t* words)
{
    return _mm256_load_si256(reinterpret_cast<const __m256i*>(words));
}
GAVEL_AVX2 void store(std::uint64_t* words, __m256i bits)
{
    _mm256_store_si256(reinterpret_cast<__m256i*>(words), bits);
}

GAVEL_AVX2 void unite(std::uint64_t* out, std::span<const BitmapOps::Row> rows, std::size_t words)
{
    for (std::size_t w = 0; w < words; w += 2 * kWords) {
        __m256i a = load(rows[0] + w);
        __m256i b = load(rows[0] + w + kWords);
        for (std::size_t r = 1; r < rows.size(); ++r) {
            a = _mm256_or_si256(a, load(rows[r] + w));
            b = _mm256_or_si256(b, load(rows[r] + w + kWords));
        }
        store(out + w, a);
        store(out + w + kWords, b);
    }
}

GAVEL_AVX2 void intersect(std::uint64_t* out, std::span<const BitmapOps::Row> in,
                          std::span<const BitmapOps::Row> notIn, std::size_t words)
{
    for (std::size_t w = 0; w < words; w += 2 * kWords) {
        __m256i a = load(in[0] + w);
        __m256i b = load(in[0] + w + kWords);
        for (std::size_t r = 1; r < in.size(); ++r) {
            a = _mm256_and_si256(a, load(in[r] + w));
            b = _mm256_and_si256(b, load(in[r] + w + kWords));
        }
        for (const BitmapOps::Row row : notIn) {
            a = _mm256_andnot_si256(load(row + w), a);
            b = _mm256_andnot_si256(load(row + w + kWords), b);
        }
        store(out + w, a);
        store(out + w + kWords, b);
    }
}

/// Four numbers at a time are written without asking how many there are (Lemire, Langdale: "Parsing
/// gigabytes of JSON per second", 3.1.5).
GAVEL_AVX2 std::uint32_t* list(BitmapOps::Row bits, std::size_t words, std::uint32_t base,
                               std::uint32_t* out)
{
    for (std::size_t w = 0; w < words; ++w, base += 64) {
        std::uint64_t rest = bits[w];
        std::uint32_t* const end = out + std::popcount(rest);
        for (std::uint32_t* next = out; next < end; next += 4)
            for (std::size_t i = 0; i < 4; ++i, rest &= rest - 1)
                next[i] = base + static_cast<std::uint32_t>(std::countr_zero(rest));
        out = end;
    }
    return out;
}

} // namespace

const BitmapOps kAvx2Ops{unite, intersect, list};

} // namespace gavel::dsp

#endif
