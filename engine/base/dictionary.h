// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gavel::base {

/// A dense 32-bit name for a string; 0 means absent or unknown.
using Handle = std::uint32_t;
inline constexpr Handle kNone = 0;

/// Strings at the edge, dense handles inside. Handles count up from 1 and never change meaning.
/// Any thread; the auction path never comes here.
class Dictionary
{
public:
    /// The handle of a text, new if it was not known. The empty text is kNone.
    Handle intern(std::string_view text);
    /// kNone when not known.
    Handle find(std::string_view text) const;
    /// The empty text for kNone or an unknown handle. The view lives as long as the dictionary.
    std::string_view text(Handle handle) const;
    std::size_t size() const;

private:
    mutable std::shared_mutex m_mutex;
    std::deque<std::string> m_texts;
    std::unordered_map<std::string_view, Handle> m_handles;
};

} // namespace gavel::base

namespace gavel {
using base::Handle;
} // namespace gavel
