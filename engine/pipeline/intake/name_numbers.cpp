// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/name_numbers.h"

#include "engine/model/delivery_event.h"
#include "engine/pipeline/values/name_list.h"
#include "engine/store/connection.h"
#include "engine/store/event_audience.h"

#include <utility>
#include <vector>

namespace gavel::pipeline {

namespace {

constexpr std::size_t kMostNumbers = 200'000; // of one kind, before they are looked up anew

} // namespace

Result<std::uint32_t> NameNumbers::audienceOf(store::Connection& connection, std::string_view list)
{
    if (list.empty())
        return 0U;
    Numbers& known = m_numbers[static_cast<std::size_t>(store::NameKind::Audience)];
    if (const auto found = known.find(list); found != known.end())
        return found->second;
    const auto names = namesOf(list, model::kMostSegments);
    if (!names)
        return names.error();
    std::vector<std::uint32_t> segments;
    for (const std::string& name : *names) {
        auto segment = number(connection, store::NameKind::Segment, name);
        if (!segment)
            return segment;
        segments.push_back(*segment);
    }
    auto audience = store::durableAudience(connection, std::move(segments));
    if (!audience)
        return audience;
    if (known.size() >= kMostNumbers)
        known.clear();
    known.emplace(list, *audience);
    return audience;
}

Result<std::uint32_t> NameNumbers::number(store::Connection& connection, store::NameKind kind,
                                          std::string_view text)
{
    if (text.empty())
        return 0U;
    Numbers& known = m_numbers[static_cast<std::size_t>(kind)];
    if (const auto found = known.find(text); found != known.end())
        return found->second;
    auto number = store::durableName(connection, kind, text);
    if (!number)
        return number;
    if (known.size() >= kMostNumbers)
        known.clear();
    known.emplace(text, *number);
    return number;
}

} // namespace gavel::pipeline
