// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace gavel::base {

/// SplitMix64 of Steele, Lea and Flood: turns one seed into independent ones, and mixes keys.
constexpr std::uint64_t mix64(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// A seeded stream of random numbers: xoshiro256++ 1.0 (Blackman, Vigna). The same on every
/// compiler, since the distributions are our own. Not for secrets. One thread at a time.
class Random
{
public:
    explicit Random(std::uint64_t seed = 1);
    /// An independent stream named by a number: random.split(shard).
    Random split(std::uint64_t stream) const;

    std::uint64_t next()
    {
        const std::uint64_t result = rotl(m_s[0] + m_s[3], 23) + m_s[0];
        const std::uint64_t t = m_s[1] << 17;
        m_s[2] ^= m_s[0];
        m_s[3] ^= m_s[1];
        m_s[1] ^= m_s[2];
        m_s[0] ^= m_s[3];
        m_s[2] ^= t;
        m_s[3] = rotl(m_s[3], 45);
        return result;
    }
    /// Uniform in [0, bound); 0 when bound is 0. Multiply-shift, bias below 2^-32 for 32-bit
    /// bounds.
    std::uint32_t below(std::uint32_t bound)
    {
        return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
    }
    /// Uniform in [0, 1) with 53 bits.
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return uniform() < probability; }
    /// Standard normal by Marsaglia's polar method; keeps the second value.
    double normal();
    double logNormal(double mu, double sigma);
    double exponential(double mean);

private:
    static constexpr std::uint64_t rotl(std::uint64_t x, int k)
    {
        return (x << k) | (x >> (64 - k));
    }
    std::uint64_t m_s[4];
    double m_spareNormal = 0;
    bool m_hasSpare = false;
};

} // namespace gavel::base
