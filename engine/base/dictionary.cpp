// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/dictionary.h"

#include <mutex>

namespace gavel::base {

Handle Dictionary::intern(std::string_view text)
{
    if (text.empty())
        return kNone;
    if (const Handle known = find(text); known != kNone)
        return known;
    const std::unique_lock lock(m_mutex);
    if (const auto it = m_handles.find(text); it != m_handles.end())
        return it->second;
    m_texts.emplace_back(text);
    const auto handle = static_cast<Handle>(m_texts.size());
    m_handles.emplace(m_texts.back(), handle);
    return handle;
}

Handle Dictionary::find(std::string_view text) const
{
    const std::shared_lock lock(m_mutex);
    const auto it = m_handles.find(text);
    return it == m_handles.end() ? kNone : it->second;
}

std::string_view Dictionary::text(Handle handle) const
{
    const std::shared_lock lock(m_mutex);
    if (handle == kNone || handle > m_texts.size())
        return {};
    return m_texts[handle - 1];
}

std::size_t Dictionary::size() const
{
    const std::shared_lock lock(m_mutex);
    return m_texts.size();
}

} // namespace gavel::base
