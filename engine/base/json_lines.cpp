// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"

#include <algorithm>
#include <charconv>

namespace gavel::base {

namespace {

/// Walks a valid JSON text towards the value of a path.
class PathFinder
{
public:
    explicit PathFinder(std::string_view text)
        : m_text(text)
    {
    }

    /// The offset of the deepest value on the path.
    std::size_t find(std::string_view path)
    {
        skipSpace();
        std::size_t found = m_at;
        while (!path.empty() && enter(path)) {
            skipSpace();
            found = m_at;
        }
        return found;
    }

private:
    bool enter(std::string_view& path)
    {
        if (path.front() == '[')
            return enterElement(path);
        if (path.front() == '.')
            path.remove_prefix(1);
        const auto end = std::min(path.find_first_of(".["), path.size());
        const auto key = path.substr(0, end);
        path.remove_prefix(end);
        return enterMember(key);
    }
    bool enterElement(std::string_view& path)
    {
        std::size_t wanted = 0;
        const auto close = path.find(']');
        if (close == std::string_view::npos || !take('['))
            return false;
        std::from_chars(path.data() + 1, path.data() + close, wanted);
        path.remove_prefix(close + 1);
        for (; wanted > 0; --wanted) {
            skipValue();
            if (!take(','))
                return false;
        }
        skipSpace();
        return m_at < m_text.size() && m_text[m_at] != ']';
    }
    bool enterMember(std::string_view key)
    {
        if (!take('{'))
            return false;
        do {
            skipSpace();
            const auto start = m_at;
            skipValue();
            const auto name = m_text.substr(start, m_at - start);
            if (!take(':'))
                return false;
            if (name.size() == key.size() + 2 && name.substr(1, key.size()) == key)
                return true;
            skipValue();
        } while (take(','));
        return false;
    }
    bool take(char wanted)
    {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }
    void skipSpace() { m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size()); }
    void skipString()
    {
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at)
            m_at += m_text[m_at] == '\\' ? 1 : 0;
        m_at = std::min(m_at + 1, m_text.size());
    }
    void skipValue()
    {
        skipSpace();
        std::size_t open = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                skipString();
            } else if (c == '{' || c == '[') {
                ++open;
                ++m_at;
            } else if (open > 0) {
                open -= c == '}' || c == ']' ? 1 : 0;
                ++m_at;
            } else {
                m_at = std::min(m_text.find_first_of(",:}] \t\r\n", m_at), m_text.size());
                return;
            }
            if (open == 0)
                return;
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::size_t lineOf(std::string_view text, std::string_view path)
{
    const auto offset = PathFinder(text).find(path);
    return 1
        + static_cast<std::size_t>(
               std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

void nameLines(std::vector<Error>& errors, std::string_view text, std::string_view file)
{
    for (auto& error : errors) {
        const auto line = lineOf(text, error.where);
        std::string where(file);
        where += (where.empty() ? "line " : " line ") + std::to_string(line);
        if (!error.where.empty())
            where += ", field \"" + error.where + "\"";
        error.where = std::move(where);
    }
}

} // namespace gavel::base
