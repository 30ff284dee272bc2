// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace gavel::pipeline {

struct Hash128
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    auto operator<=>(const Hash128&) const = default; // NOLINT(modernize-use-nullptr)
};

/// MurmurHash3 x64 128 of Austin Appleby, with its first word as `high`: the same on every machine
/// and in every version, since ids are kept by it. Not for secrets.
Hash128 hash128(std::string_view text, std::uint32_t seed = 0);
/// Its first word alone.
inline std::uint64_t hash64(std::string_view text, std::uint32_t seed = 0)
{
    return hash128(text, seed).high;
}

} // namespace gavel::pipeline
