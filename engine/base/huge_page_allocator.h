// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <new>
#include <sys/mman.h>

namespace gavel::base {

/// Memory for large tables that are read at random: in huge pages where the system gives them, so
/// that a lookup does not also wait for its address to be translated. Always on the boundary of a
/// cache line, which 512-bit instructions like.
template<typename T>
struct HugePageAllocator
{
    using value_type = T;
    static constexpr std::size_t kHugePage = std::size_t{2} << 20U;
    static constexpr std::size_t kCacheLine = 64;

    HugePageAllocator() = default;
    template<typename U>
    explicit HugePageAllocator(const HugePageAllocator<U>& /*other*/)
    {
    }

    T* allocate(std::size_t count)
    {
        const std::size_t bytes = count * sizeof(T);
        void* memory = ::operator new(bytes, boundaryOf(count));
        if (bytes >= kHugePage)
            static_cast<void>(madvise(memory, bytes, MADV_HUGEPAGE)); // advice: small pages do too
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t count) { ::operator delete(memory, boundaryOf(count)); }
    bool operator==(const HugePageAllocator&) const = default;

private:
    static std::align_val_t boundaryOf(std::size_t count)
    {
        return std::align_val_t{count * sizeof(T) >= kHugePage ? kHugePage : kCacheLine};
    }
};

} // namespace gavel::base
