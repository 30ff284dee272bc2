// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/event_names.h"

#include "engine/base/random.h"
#include "engine/store/connection.h"
#include "engine/store/event_audience.h"

#include <string>

namespace gavel::store {

namespace {

constexpr std::size_t kMostAudiences = 200'000; ///< before they are looked up anew

std::string sqlOf(NameKind kind, std::string_view before, std::string_view after)
{
    return std::string(before).append(tableOf(kind)).append(after);
}

} // namespace

Result<std::uint32_t> durableName(Connection& connection, NameKind kind, std::string_view text)
{
    if (text.empty())
        return 0U;
    const std::string_view word = kNameWords[static_cast<std::size_t>(kind)];
    const auto add = connection.cached(sqlOf(
        kind, "INSERT INTO ", " (kind, text) VALUES ($1, $2) ON CONFLICT (kind, text) DO NOTHING"));
    if (!add)
        return add.error();
    if (auto added = (*add)->bindAll(word, text).run(); !added)
        return added.error();
    const auto find
        = connection.cached(sqlOf(kind, "SELECT id FROM ", " WHERE kind = $1 AND text = $2"));
    if (!find)
        return find.error();
    const auto row = (*find)->bindAll(word, text).step();
    if (!row)
        return row.error();
    const auto number = static_cast<std::uint32_t>((*find)->integer(0));
    (*find)->reset();
    return number;
}

Result<std::string> nameText(Connection& connection, NameKind kind, std::uint32_t number)
{
    const auto find
        = connection.cached(sqlOf(kind, "SELECT text FROM ", " WHERE id = $1 AND kind = $2"));
    if (!find)
        return find.error();
    const auto row = (*find)->bindAll(number, kNameWords[static_cast<std::size_t>(kind)]).step();
    if (!row)
        return row.error();
    std::string text(*row ? (*find)->text(0) : std::string_view());
    (*find)->reset();
    return text;
}

std::string_view EventNames::textOf(NameKind kind, Handle handle) const
{
    switch (kind) {
    case NameKind::Campaign:
        return m_vocabulary->campaigns.text(handle);
    case NameKind::Seat:
        return m_vocabulary->seats.text(handle);
    case NameKind::Placement:
        return m_vocabulary->of(model::Dimension::Placement).text(handle);
    case NameKind::Creative:
        return m_vocabulary->creatives.text(handle);
    case NameKind::Country:
        return m_vocabulary->of(model::Dimension::Country).text(handle);
    case NameKind::Device:
        return m_vocabulary->of(model::Dimension::DeviceType).text(handle);
    case NameKind::Advertiser:
        return m_vocabulary->advertisers.text(handle);
    case NameKind::Segment:
        return m_vocabulary->of(model::Dimension::Segment).text(handle);
    case NameKind::Ad:
    case NameKind::Publisher:
    case NameKind::Zone:
    case NameKind::Audience:
        break; // no handle
    }
    return {};
}

std::size_t EventNames::SegmentsHash::operator()(const Segments& segments) const
{
    std::uint64_t hash = 0;
    for (const Handle segment : segments)
        hash = base::mix64(hash ^ segment);
    return hash;
}

Result<std::uint32_t> EventNames::audience(Connection& connection, const Segments& segments)
{
    if (segments.empty())
        return 0U;
    if (const auto known = m_audiences.find(segments); known != m_audiences.end())
        return known->second;
    std::vector<std::uint32_t> numbers;
    for (const Handle segment : segments) {
        auto one = number(connection, NameKind::Segment, segment);
        if (!one)
            return one;
        if (*one != 0)
            numbers.push_back(*one);
    }
    auto audience = durableAudience(connection, std::move(numbers));
    if (!audience)
        return audience;
    if (m_audiences.size() >= kMostAudiences)
        m_audiences.clear();
    m_audiences.emplace(segments, *audience);
    return audience;
}

Result<std::uint32_t> EventNames::learn(Connection& connection, NameKind kind, Handle handle)
{
    std::string text(textOf(kind, handle));
    const bool known = !text.empty();
    if (!known)
        text = "?" + std::to_string(handle);
    auto number = durableName(connection, kind, text);
    if (!number)
        return number;
    if (known) {
        auto& numbers = m_numbers[static_cast<std::size_t>(kind)];
        if (numbers.size() <= handle)
            numbers.resize(handle + 1, 0);
        numbers[handle] = *number;
    }
    return number;
}

} // namespace gavel::store
