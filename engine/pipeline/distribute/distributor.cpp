// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/distribute/distributor.h"

#include "engine/base/digest.h"
#include "engine/base/json.h"

#include <boost/json/array.hpp>

#include <algorithm>

namespace gavel::pipeline {

namespace {

namespace json = boost::json;
using base::Need;

constexpr int kStateVersion = 1;

} // namespace

Distributor::Distributor(std::uint64_t seed)
    : m_random(seed)
{
}

/// A stream of its own for each group, whatever other groups there are.
base::Random Distributor::streamOf(std::string_view group) const
{
    base::Digest digest;
    for (const char byte : group)
        digest.add(std::uint64_t{static_cast<unsigned char>(byte)});
    return m_random.split(digest.value());
}

Result<void> Distributor::restore(std::string_view state, std::string_view where)
{
    const auto read = [this](const json::value& value, std::vector<Error>& errors) {
        std::map<std::string, ConsumerGroup, std::less<>> groups;
        base::ObjectReader reader(value, "", errors);
        int version = 0;
        reader.integer("version", version, kStateVersion, kStateVersion, Need::Required);
        reader.each(
            "groups",
            [&](const json::value& one, const std::string& path) {
                std::string name;
                if (const auto* object = one.if_object())
                    if (const auto* text = object->if_contains("name"); text && text->is_string())
                        name = text->get_string();
                auto group = ConsumerGroup::restore(one, path, streamOf(name));
                if (!group)
                    errors.push_back(group.error());
                else if (!groups.emplace(name, std::move(*group)).second)
                    errors.push_back(
                        {"INVALID_FIELD", path, "this group is there twice", "keep one of them"});
            },
            Need::Required);
        reader.refuseUnknown();
        return groups;
    };
    auto groups = base::readDocument(state, where, read);
    if (!groups)
        return groups.error();
    m_groups = std::move(*groups);
    m_groupOfMember.clear();
    return {};
}

std::string Distributor::state() const
{
    json::array groups;
    for (const auto& [name, group] : m_groups)
        groups.push_back(group.state());
    return base::jsonText(json::object{{"version", kStateVersion}, {"groups", groups}});
}

Result<void> Distributor::subscribe(const Subscription& member, std::uint64_t from)
{
    const bool isNew = groupOf(member.group) == nullptr;
    if (isNew)
        m_groups.emplace(member.group, ConsumerGroup(member.group, from, streamOf(member.group)));
    if (auto joined = groupOf(member.group)->join(member); !joined)
        return joined;
    const auto known = m_groupOfMember.find(member.name);
    if (known != m_groupOfMember.end() && known->second != member.group)
        groupOf(known->second)->leave(member.name);
    m_groupOfMember[member.name] = member.group;
    return {};
}

bool Distributor::unsubscribe(std::string_view member)
{
    const auto known = m_groupOfMember.find(member);
    if (known == m_groupOfMember.end())
        return false;
    groupOf(known->second)->leave(member);
    m_groupOfMember.erase(known);
    return true;
}

bool Distributor::forget(std::string_view group)
{
    const auto known = m_groups.find(group);
    if (known == m_groups.end() || known->second.hasMembers())
        return false;
    m_groups.erase(known);
    return true;
}

void Distributor::offer(std::uint64_t position, const Message& message, TimeMs now)
{
    for (auto& [name, group] : m_groups)
        group.offer(position, message, now);
}

Offered Distributor::offerTo(std::string_view group, std::uint64_t position, const Message& message,
                             TimeMs now)
{
    ConsumerGroup* known = groupOf(group);
    return known == nullptr ? Offered::Later : known->offer(position, message, now);
}

void Distributor::pass(std::uint64_t position)
{
    for (auto& [name, group] : m_groups)
        group.pass(position);
}

void Distributor::passTo(std::string_view group, std::uint64_t position)
{
    if (ConsumerGroup* known = groupOf(group))
        known->pass(position);
}

void Distributor::missTo(std::string_view group, std::uint64_t position, TimeMs now)
{
    if (ConsumerGroup* known = groupOf(group))
        known->miss(position, now);
}

std::vector<Distributor::Behind> Distributor::groupsBehind(std::uint64_t position) const
{
    std::vector<Behind> behind;
    for (const auto& [name, group] : m_groups)
        if (group.wantsFrom() <= position && group.hasMembers())
            behind.push_back({name, group.wantsFrom()});
    return behind;
}

std::optional<Delivery> Distributor::decide(TimeMs now)
{
    if (m_isReplaying)
        return std::nullopt;
    const auto turn = m_groups.upper_bound(m_lastGroup);
    for (const auto& [begin, end] :
         {std::pair{turn, m_groups.end()}, std::pair{m_groups.begin(), turn}})
        for (auto group = begin; group != end; ++group)
            if (auto delivery = group->second.decide(now)) {
                m_lastGroup = group->first;
                return delivery;
            }
    return std::nullopt;
}

TimeMs Distributor::dueAt() const
{
    TimeMs due{INT64_MAX};
    if (!m_isReplaying)
        for (const auto& [name, group] : m_groups)
            due = std::min(due, group.dueAt());
    return due;
}

Result<ParcelNews> Distributor::note(const Delivery& delivery, const DeliveryOutcome& outcome,
                                     TimeMs now)
{
    ConsumerGroup* group = groupOf(delivery.parcel.group);
    if (group == nullptr)
        return Error{"DELIVERY_UNKNOWN", delivery.parcel.key(), "its group is gone",
                     "nothing is left to do"};
    return group->note(delivery, outcome, now);
}

Result<void> Distributor::redrive(DeadDelivery& dead, TimeMs now)
{
    ConsumerGroup* group = groupOf(dead.parcel.group);
    if (group == nullptr)
        return Error{"GROUP_UNKNOWN", dead.id(), "its group is gone",
                     "subscribe somebody to it first"};
    return group->redrive(dead, now);
}

std::vector<GroupStatus> Distributor::status() const
{
    std::vector<GroupStatus> status;
    for (const auto& [name, group] : m_groups)
        status.push_back(group.status());
    return status;
}

ConsumerGroup* Distributor::groupOf(std::string_view name)
{
    const auto group = m_groups.find(name);
    return group == m_groups.end() ? nullptr : &group->second;
}

} // namespace gavel::pipeline
