// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/bitmap_ops_levels.h"

#if defined(__x86_64__)

#include <array>
#include <bit>
#include <immintrin.h>

#define GAVEL_AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi2,popcnt,bmi")))

namespace gavel::dsp {

namespace {

constexpr std::size_t kWords = 8; ///< in a register
constexpr std::size_t kUnrolled = 4 * kWords;

GAVEL_AVX512 void unite(std::uint64_t* out, std::span<const BitmapOps::Row> rows, std::size_t words)
{
    std::size_t w = 0;
    for (; w + kUnrolled <= words; w += kUnrolled) {
        __m512i a = _mm512_load_si512(rows[0] + w);
        __m512i b = _mm512_load_si512(rows[0] + w + kWords);
        __m512i c = _mm512_load_si512(rows[0] + w + 2 * kWords);
        __m512i d = _mm512_load_si512(rows[0] + w + 3 * kWords);
        for (std::size_t r = 1; r < rows.size(); ++r) {
            a |= _mm512_load_si512(rows[r] + w);
            b |= _mm512_load_si512(rows[r] + w + kWords);
            c |= _mm512_load_si512(rows[r] + w + 2 * kWords);
            d |= _mm512_load_si512(rows[r] + w + 3 * kWords);
        }
        _mm512_store_si512(out + w, a);
        _mm512_store_si512(out + w + kWords, b);
        _mm512_store_si512(out + w + 2 * kWords, c);
        _mm512_store_si512(out + w + 3 * kWords, d);
    }
    for (; w < words; w += kWords) {
        __m512i a = _mm512_load_si512(rows[0] + w);
        for (std::size_t r = 1; r < rows.size(); ++r)
            a |= _mm512_load_si512(rows[r] + w);
        _mm512_store_si512(out + w, a);
    }
}

GAVEL_AVX512 void intersect(std::uint64_t* out, std::span<const BitmapOps::Row> in,
                            std::span<const BitmapOps::Row> notIn, std::size_t words)
{
    std::size_t w = 0;
    for (; w + kUnrolled <= words; w += kUnrolled) {
        __m512i a = _mm512_load_si512(in[0] + w);
        __m512i b = _mm512_load_si512(in[0] + w + kWords);
        __m512i c = _mm512_load_si512(in[0] + w + 2 * kWords);
        __m512i d = _mm512_load_si512(in[0] + w + 3 * kWords);
        for (std::size_t r = 1; r < in.size(); ++r) {
            a &= _mm512_load_si512(in[r] + w);
            b &= _mm512_load_si512(in[r] + w + kWords);
            c &= _mm512_load_si512(in[r] + w + 2 * kWords);
            d &= _mm512_load_si512(in[r] + w + 3 * kWords);
        }
        for (const BitmapOps::Row row : notIn) {
            a &= ~_mm512_load_si512(row + w);
            b &= ~_mm512_load_si512(row + w + kWords);
            c &= ~_mm512_load_si512(row + w + 2 * kWords);
            d &= ~_mm512_load_si512(row + w + 3 * kWords);
        }
        _mm512_store_si512(out + w, a);
        _mm512_store_si512(out + w + kWords, b);
        _mm512_store_si512(out + w + 2 * kWords, c);
        _mm512_store_si512(out + w + 3 * kWords, d);
    }
    for (; w < words; w += kWords) {
        __m512i a = _mm512_load_si512(in[0] + w);
        for (std::size_t r = 1; r < in.size(); ++r)
            a &= _mm512_load_si512(in[r] + w);
        for (const BitmapOps::Row row : notIn)
            a &= ~_mm512_load_si512(row + w);
        _mm512_store_si512(out + w, a);
    }
}

constexpr std::array<std::uint8_t, 64> kPositions = [] {
    std::array<std::uint8_t, 64> positions{};
    for (std::size_t i = 0; i < positions.size(); ++i)
        positions[i] = static_cast<std::uint8_t>(i);
    return positions;
}();

/// Sixteen of the packed positions as numbers from `base` on. The masked forms with every lane on
/// do the same as the plain ones, of which GCC 12 warns that they read what was not set.
template<std::size_t Quarter>
GAVEL_AVX512 void write(std::uint32_t* out, std::uint32_t base, __m512i packed)
{
    const __m512i wide = _mm512_maskz_cvtepu8_epi32(
        0xffff, _mm512_maskz_extracti32x4_epi32(0xf, packed, static_cast<int>(Quarter)));
    _mm512_storeu_si512(out + 16 * Quarter,
                        _mm512_add_epi32(_mm512_set1_epi32(static_cast<int>(base)), wide));
}

/// The positions of a word's bits are compressed as bytes; the first sixteen, nearly always all,
/// are widened and written without asking how many there are.
GAVEL_AVX512 std::uint32_t* list(BitmapOps::Row bits, std::size_t words, std::uint32_t base,
                                 std::uint32_t* out)
{
    const __m512i positions = _mm512_loadu_si512(kPositions.data());
    for (std::size_t w = 0; w < words; ++w, base += 64) {
        const __m512i packed = _mm512_maskz_compress_epi8(bits[w], positions);
        const int count = std::popcount(bits[w]);
        write<0>(out, base, packed);
        if (count > 16) {
            write<1>(out, base, packed);
            write<2>(out, base, packed);
            write<3>(out, base, packed);
        }
        out += count;
    }
    return out;
}

} // namespace

const BitmapOps kAvx512Ops{unite, intersect, list};

} // namespace gavel::dsp

#endif
