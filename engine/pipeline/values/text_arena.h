// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace gavel::pipeline {

/// Memory for the texts of one batch: given piece by piece, taken back all at once. What it gave
/// stays where it is until clear(), also when the arena is moved; its blocks are used again.
class TextArena
{
public:
    /// Room for so many values, to be written by the caller. Never null.
    template<typename T>
    std::span<T> room(std::size_t count)
    {
        static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
        const std::size_t bytes = (count * sizeof(T) + kAlign - 1) / kAlign * kAlign;
        return {reinterpret_cast<T*>(take(bytes)), count};
    }
    /// A copy that has data even when it is empty.
    std::string_view keep(std::string_view text)
    {
        const auto place = room<char>(text.size() + 1);
        if (!text.empty())
            std::memcpy(place.data(), text.data(), text.size());
        return {place.data(), text.size()};
    }
    void clear()
    {
        m_block = 0;
        m_used = 0;
    }
    std::size_t bytes() const { return m_blocks.size() * kBlock; }

private:
    static constexpr std::size_t kAlign = alignof(std::max_align_t);
    static constexpr std::size_t kBlock = std::size_t{256} * 1024; ///< more than any event needs

    char* take(std::size_t bytes);

    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_block = 0; ///< the one that is being filled
    std::size_t m_used = 0; ///< of that block
};

} // namespace gavel::pipeline
