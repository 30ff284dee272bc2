// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/event_names.h"

#include "engine/store/connection.h"

#include <string>

namespace gavel::store {

namespace {

constexpr std::array<std::string_view, kNameKinds> kWords{"campaign", "seat", "placement",
                                                          "creative"};

} // namespace

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
    }
    return {};
}

Result<std::uint32_t> EventNames::learn(Connection& connection, NameKind kind, Handle handle)
{
    std::string text(textOf(kind, handle));
    const bool known = !text.empty();
    if (!known)
        text = "?" + std::to_string(handle);
    const auto add = connection.cached(
        "INSERT INTO name (kind, text) VALUES ($1, $2) ON CONFLICT (kind, text) DO NOTHING");
    if (!add)
        return add.error();
    const std::string_view word = kWords[static_cast<std::size_t>(kind)];
    if (auto added = (*add)->bindAll(word, text).run(); !added)
        return added.error();
    const auto find = connection.cached("SELECT id FROM name WHERE kind = $1 AND text = $2");
    if (!find)
        return find.error();
    const auto row = (*find)->bindAll(word, text).step();
    if (!row)
        return row.error();
    const auto number = static_cast<std::uint32_t>((*find)->integer(0));
    (*find)->reset();
    if (known) {
        auto& numbers = m_numbers[static_cast<std::size_t>(kind)];
        if (numbers.size() <= handle)
            numbers.resize(handle + 1, 0);
        numbers[handle] = number;
    }
    return number;
}

} // namespace gavel::store
