// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace gavel::base {

/// Counts of non-negative values in log-linear buckets (32 to a power of two): relative error
/// below 3.2 %, fixed memory, no allocation. One writer; copy it to read. Values above 2^40 count
/// in the last bucket.
class Histogram
{
public:
    void add(std::uint64_t value)
    {
        ++m_counts[bucketOf(value)];
        ++m_total;
        m_sum += value;
        m_max = value > m_max ? value : m_max;
    }
    void merge(const Histogram& other)
    {
        for (std::size_t i = 0; i < kBuckets; ++i)
            m_counts[i] += other.m_counts[i];
        m_total += other.m_total;
        m_sum += other.m_sum;
        m_max = other.m_max > m_max ? other.m_max : m_max;
    }
    /// What was added since an earlier copy of this histogram; the largest value stays that of the
    /// whole.
    Histogram since(const Histogram& earlier) const
    {
        Histogram span = *this;
        for (std::size_t i = 0; i < kBuckets; ++i)
            span.m_counts[i] -= earlier.m_counts[i];
        span.m_total -= earlier.m_total;
        span.m_sum -= earlier.m_sum;
        return span;
    }
    /// The smallest bucket bound below which at least this share (0 to 1) of the values lie; 0 when
    /// empty.
    std::uint64_t percentile(double share) const
    {
        if (m_total == 0)
            return 0;
        const auto wanted = static_cast<std::uint64_t>(
            share * static_cast<double>(m_total) + 0.5); // NOLINT(bugprone-incorrect-roundings)
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < kBuckets; ++i) {
            seen += m_counts[i];
            if (seen >= wanted && seen > 0)
                return upperBound(i) < m_max ? upperBound(i) : m_max;
        }
        return m_max;
    }
    std::uint64_t count() const { return m_total; }
    std::uint64_t max() const { return m_max; }
    double mean() const
    {
        return m_total == 0 ? 0 : static_cast<double>(m_sum) / static_cast<double>(m_total);
    }
    void clear() { *this = {}; }

private:
    static constexpr int kSubBits = 5;
    static constexpr std::size_t kBuckets = (40 - kSubBits + 1) << kSubBits;

    static std::size_t bucketOf(std::uint64_t value)
    {
        const auto bits = static_cast<int>(std::bit_width(value | ((1U << kSubBits) - 1)));
        const int magnitude = bits - kSubBits;
        const auto index = (static_cast<std::size_t>(magnitude) << kSubBits)
            + static_cast<std::size_t>((value >> (magnitude > 0 ? magnitude - 1 : 0))
                                       & ((1U << kSubBits) - 1));
        return index < kBuckets ? index : kBuckets - 1;
    }
    static std::uint64_t upperBound(std::size_t index)
    {
        const auto magnitude = index >> kSubBits;
        const auto sub = index & ((1U << kSubBits) - 1);
        if (magnitude == 0)
            return sub;
        return (((std::uint64_t{1} << kSubBits) + sub + 1) << (magnitude - 1)) - 1;
    }

    std::array<std::uint32_t, kBuckets> m_counts{};
    std::uint64_t m_total = 0;
    std::uint64_t m_sum = 0;
    std::uint64_t m_max = 0;
};

} // namespace gavel::base
