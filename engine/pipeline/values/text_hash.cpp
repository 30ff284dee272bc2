// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/values/text_hash.h"

#include <bit>
#include <cstring>

namespace gavel::pipeline {

namespace {

static_assert(std::endian::native == std::endian::little,
              "the words of a text are read as they lie");

constexpr std::uint64_t kFirst = 0x87c37b91114253d5ULL;
constexpr std::uint64_t kSecond = 0x4cf5ad432745937fULL;

std::uint64_t mixFirst(std::uint64_t word)
{
    return std::rotl(word * kFirst, 31) * kSecond;
}

std::uint64_t mixSecond(std::uint64_t word)
{
    return std::rotl(word * kSecond, 33) * kFirst;
}

std::uint64_t finished(std::uint64_t x)
{
    x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdULL;
    x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    return x ^ (x >> 33);
}

/// Up to eight bytes, the missing ones as 0.
std::uint64_t wordAt(const char* at, std::size_t bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, bytes);
    return word;
}

} // namespace

Hash128 hash128(std::string_view text, std::uint32_t seed)
{
    std::uint64_t a = seed;
    std::uint64_t b = seed;
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left >= 16; left -= 16, at += 16) {
        a ^= mixFirst(wordAt(at, 8));
        a = (std::rotl(a, 27) + b) * 5 + 0x52dce729;
        b ^= mixSecond(wordAt(at + 8, 8));
        b = (std::rotl(b, 31) + a) * 5 + 0x38495ab5;
    }
    if (left > 8)
        b ^= mixSecond(wordAt(at + 8, left - 8));
    if (left > 0)
        a ^= mixFirst(wordAt(at, left < 8 ? left : 8));
    a ^= text.size();
    b ^= text.size();
    a += b;
    b += a;
    a = finished(a);
    b = finished(b);
    a += b;
    b += a;
    return {a, b};
}

} // namespace gavel::pipeline
