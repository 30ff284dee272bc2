// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace gavel::base {

/// Up to N values without allocation. push() leaves out what does not fit and says so.
template<typename T, std::size_t N>
struct FixedList
{
    std::uint32_t count = 0;
    std::array<T, N> items{};

    bool push(const T& value)
    {
        if (count == N)
            return false;
        items[count++] = value;
        return true;
    }
    void clear() { count = 0; }
    bool empty() const { return count == 0; }
    std::size_t size() const { return count; }
    const T* begin() const { return items.data(); }
    const T* end() const { return items.data() + count; }
    T* begin() { return items.data(); }
    T* end() { return items.data() + count; }
    const T& operator[](std::size_t i) const { return items[i]; }
    T& operator[](std::size_t i) { return items[i]; }
    bool contains(const T& value) const
    {
        for (const T& item : *this)
            if (item == value)
                return true;
        return false;
    }
};

} // namespace gavel::base
