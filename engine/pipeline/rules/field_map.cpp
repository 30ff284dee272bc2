// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/field_map.h"

#include <array>
#include <cstring>
#include <unordered_set>

namespace gavel::pipeline {

namespace {

using model::AdField;

constexpr std::array<std::pair<std::string_view, AdField>, 14> kUsualNames{{
    {"event", AdField::EventType},
    {"adId", AdField::AdvertisementId},
    {"ad_id", AdField::AdvertisementId},
    {"ua", AdField::UserAgent},
    {"ip", AdField::IpAddress},
    {"referer", AdField::Referrer},
    {"ts", AdField::Timestamp},
    {"time", AdField::Timestamp},
    {"event_time", AdField::Timestamp},
    {"device", AdField::DeviceType},
    {"placementId", AdField::Placement},
    {"placement_id", AdField::Placement},
    {"viewable", AdField::IsViewable},
    {"tz", AdField::Timezone},
}};

std::string snakeCase(std::string_view name)
{
    std::string text;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            text += '_';
        text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

/// Of the first and last eight bytes and the length: enough to spread some dozen names.
std::uint64_t spreadOf(std::string_view text)
{
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    const std::size_t bytes = text.size() < 8 ? text.size() : 8;
    if (bytes > 0) {
        std::memcpy(&first, text.data(), bytes);
        std::memcpy(&last, text.data() + text.size() - bytes, bytes);
    }
    const auto mixed
        = (first ^ (last * 0x9e3779b97f4a7c15ULL) ^ text.size()) * 0xbf58476d1ce4e5b9ULL;
    return mixed >> 32;
}

} // namespace

FieldMap::FieldMap()
    : m_slots(512, kFree)
{
    for (std::size_t i = 0; i < model::kAdFields; ++i) {
        const auto field = static_cast<AdField>(i);
        add(std::string(model::kAdFieldNames[i]), field);
        add(snakeCase(model::kAdFieldNames[i]), field);
    }
    for (const auto& [name, field] : kUsualNames)
        add(std::string(name), field);
}

Result<FieldMap> FieldMap::with(std::span<const std::pair<std::string, std::string>> names)
{
    constexpr std::size_t kMostNames = 1000;
    FieldMap map;
    std::unordered_set<std::string_view> seen;
    for (const auto& [theirs, ours] : names) {
        const auto field = model::adFieldOf(ours);
        if (theirs.empty())
            return Error{"INVALID_FIELD", "fields", "a name is empty", "write the source's name"};
        if (!field)
            return Error{"INVALID_FIELD", "fields." + theirs,
                         "\"" + ours.substr(0, 40) + "\" is not a field of an event",
                         "write a name of the contract such as eventType"};
        if (!seen.insert(theirs).second || seen.size() > kMostNames)
            return Error{"INVALID_FIELD", "fields." + theirs,
                         seen.size() > kMostNames ? "there are more than 1000 names"
                                                  : "the name is there twice",
                         "keep one of them"};
        map.add(theirs, *field);
    }
    return map;
}

std::optional<AdField> FieldMap::find(std::string_view name) const
{
    const auto place = m_slots[slotOf(name)];
    return place == kFree ? std::nullopt : std::optional(m_names[place].field);
}

std::size_t FieldMap::slotOf(std::string_view text) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = spreadOf(text) & mask;
    while (m_slots[slot] != kFree && m_names[m_slots[slot]].text != text)
        slot = (slot + 1) & mask;
    return slot;
}

void FieldMap::add(std::string text, AdField field)
{
    if (4 * (m_names.size() + 1) > m_slots.size())
        grow();
    auto& place = m_slots[slotOf(text)];
    if (place != kFree) {
        m_names[place].field = field; // what a source says of its names counts
        return;
    }
    place = static_cast<std::uint16_t>(m_names.size());
    m_names.push_back({std::move(text), field});
}

void FieldMap::grow()
{
    m_slots.assign(2 * m_slots.size(), kFree);
    for (std::size_t i = 0; i < m_names.size(); ++i)
        m_slots[slotOf(m_names[i].text)] = static_cast<std::uint16_t>(i);
}

} // namespace gavel::pipeline
