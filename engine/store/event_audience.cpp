// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/event_audience.h"

#include "engine/store/connection.h"
#include "engine/store/event_names.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace gavel::store {

namespace {

/// Calls take for each number of an audience's text.
template<typename Take>
void eachNumber(std::string_view text, Take take)
{
    const char* at = text.data();
    const char* end = at + text.size();
    while (at != end) {
        std::uint32_t number = 0;
        const auto read = std::from_chars(at, end, number);
        if (read.ec != std::errc())
            return;
        take(number);
        at = read.ptr == end ? end : read.ptr + 1;
    }
}

} // namespace

Result<std::uint32_t> durableAudience(Connection& connection, std::vector<std::uint32_t> segments)
{
    std::sort(segments.begin(), segments.end());
    segments.erase(std::unique(segments.begin(), segments.end()), segments.end());
    std::string text;
    for (const std::uint32_t segment : segments) {
        if (!text.empty())
            text += ' ';
        text += std::to_string(segment);
    }
    return durableName(connection, NameKind::Audience, text);
}

Result<std::vector<std::string>> segmentsOf(Connection& connection, std::uint32_t audience)
{
    if (audience == 0)
        return std::vector<std::string>();
    const auto numbers = nameText(connection, NameKind::Audience, audience);
    if (!numbers)
        return numbers.error();
    std::vector<std::string> texts;
    std::optional<Error> failed;
    eachNumber(*numbers, [&](std::uint32_t segment) {
        auto text = nameText(connection, NameKind::Segment, segment);
        if (text)
            texts.push_back(std::move(*text));
        else
            failed = text.error();
    });
    if (failed)
        return *failed;
    return texts;
}

Result<void> Audiences::refresh(Connection& connection)
{
    const auto find = connection.cached(
        "SELECT id, text FROM tag WHERE id > $1 AND kind = 'audience' ORDER BY id");
    if (!find)
        return find.error();
    (*find)->bindAll(m_newest);
    for (;;) {
        const auto row = (*find)->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const auto from = static_cast<std::uint32_t>(m_segments.size());
        eachNumber((*find)->text(1), [&](std::uint32_t segment) { m_segments.push_back(segment); });
        m_newest = static_cast<std::uint32_t>((*find)->integer(0));
        m_places[m_newest] = {from, static_cast<std::uint32_t>(m_segments.size())};
    }
}

std::span<const std::uint32_t> Audiences::segmentsOf(std::uint32_t audience) const
{
    const auto found = m_places.find(audience);
    if (found == m_places.end())
        return {};
    const auto [from, to] = found->second;
    return std::span(m_segments).subspan(from, to - from);
}

} // namespace gavel::store
