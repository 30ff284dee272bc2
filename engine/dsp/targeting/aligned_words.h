// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <new>
#include <vector>

namespace gavel::dsp {

/// Memory on the boundaries that 512-bit instructions like.
template<typename T>
struct CacheLineAllocator
{
    using value_type = T;
    static constexpr std::align_val_t kBoundary{64};

    CacheLineAllocator() = default;
    template<typename U>
    explicit CacheLineAllocator(const CacheLineAllocator<U>& /*other*/)
    {
    }

    T* allocate(std::size_t count)
    {
        return static_cast<T*>(::operator new(count * sizeof(T), kBoundary));
    }
    void deallocate(T* memory, std::size_t /*count*/) { ::operator delete(memory, kBoundary); }
    bool operator==(const CacheLineAllocator&) const = default;
};

/// Bitmap rows one after the other.
using AlignedWords = std::vector<std::uint64_t, CacheLineAllocator<std::uint64_t>>;

constexpr std::uint64_t bitOf(std::uint32_t position)
{
    return std::uint64_t{1} << (position & 63U);
}

} // namespace gavel::dsp
