// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dmp/audience.h"

#include "engine/base/json.h"
#include "engine/base/random.h"
#include "engine/dmp/segment_rules.h"
#include "engine/model/checks.h"

#include <boost/json.hpp>

#include <algorithm>
#include <mutex>

namespace gavel::dmp {

using model::Dimension;

namespace {

Result<void> checkId(std::string_view id, const char* where)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '_' || c == '-';
    };
    if (!id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), allowed))
        return {};
    return Error{"INVALID_REQUEST", where, "must be 1 to 64 letters, digits, \"_\" or \"-\"",
                 "send another id"};
}

void unite(std::vector<std::string>& into, const std::vector<std::string>& more)
{
    for (const auto& value : more)
        if (std::find(into.begin(), into.end(), value) == into.end())
            into.push_back(value);
}

/// The change that an event makes to its user's profile.
ProfileChange changeBy(const model::UserEvent& event)
{
    ProfileChange change;
    change.behaviours.emplace_back(behaviourOf(event.type));
    boost::system::error_code failed;
    const auto data = boost::json::parse(event.dataJson, failed);
    if (failed || !data.is_object())
        return change;
    if (const auto* category = data.as_object().if_contains("category");
        category && category->is_string() && !model::isBlank(category->as_string()))
        change.interests.emplace_back(category->as_string());
    if (const auto* device = data.as_object().if_contains("device_type");
        device && device->is_string() && !model::isBlank(device->as_string()))
        change.deviceType = device->as_string();
    return change;
}

} // namespace

Audience::Audience(store::Workspace& workspace, std::shared_ptr<model::Vocabulary> vocabulary,
                   const base::Clock& clock)
    : m_workspace(workspace)
    , m_vocabulary(std::move(vocabulary))
    , m_clock(clock)
{
}

Result<std::unique_ptr<Audience>> Audience::open(store::Workspace& workspace,
                                                 std::shared_ptr<model::Vocabulary> vocabulary,
                                                 const base::Clock& clock)
{
    std::unique_ptr<Audience> audience(new Audience(workspace, std::move(vocabulary), clock));
    if (const auto loaded = audience->load(); !loaded)
        return loaded.error();
    return audience;
}

Result<void> Audience::load()
{
    auto reader = m_workspace.reader();
    if (!reader)
        return reader.error();
    if (auto read = loadProfiles(*reader, [this](const StoredProfile& stored) { put(stored); });
        !read)
        return read;
    const auto events = countUserEvents(*reader);
    if (!events)
        return events.error();
    m_events = static_cast<std::size_t>(*events);
    return loadMembers(*reader, [this](std::string_view segment, std::string_view user) {
        m_segmentNames.emplace(segment);
        if (!user.empty())
            m_strangers[std::string(segment)].emplace(user);
    });
}

std::vector<Handle> Audience::handles(base::Dictionary& dictionary,
                                      const std::vector<std::string>& values)
{
    std::vector<Handle> list;
    list.reserve(values.size());
    for (const auto& value : values)
        list.push_back(dictionary.intern(value));
    return list;
}

void Audience::put(const StoredProfile& stored)
{
    const model::Profile& profile = stored.profile;
    const auto place = m_profiles.findOrAdd(profile.userId);
    ProfileStore::Facts facts;
    facts.gender = m_vocabulary->of(Dimension::Gender).intern(profile.gender);
    facts.deviceType = m_vocabulary->of(Dimension::DeviceType).intern(profile.deviceType);
    facts.age = static_cast<std::uint8_t>(profile.age);
    facts.purchases = static_cast<std::uint16_t>(std::min(stored.purchases, 0xffff));
    facts.updatedAt = profile.updatedAt;
    m_profiles.setFacts(place, facts);
    m_profiles.setLists(place, handles(m_vocabulary->of(Dimension::Interest), profile.interests),
                        handles(m_behaviours, profile.behaviours),
                        handles(m_vocabulary->of(Dimension::Segment), profile.segments));
    m_profiles.setExtra(place, profile.demographicsJson);
    m_segmentNames.insert(profile.segments.begin(), profile.segments.end());
}

StoredProfile Audience::get(ProfileStore::Profile place) const
{
    const auto texts = [](const base::Dictionary& dictionary, std::span<const Handle> list) {
        std::vector<std::string> values;
        for (const Handle handle : list)
            values.emplace_back(dictionary.text(handle));
        return values;
    };
    const auto facts = m_profiles.facts(place);
    const auto lists = m_profiles.lists(place);
    StoredProfile stored;
    stored.purchases = facts.purchases;
    stored.profile.userId = m_profiles.userId(place);
    stored.profile.age = facts.age;
    stored.profile.gender = m_vocabulary->of(Dimension::Gender).text(facts.gender);
    stored.profile.deviceType = m_vocabulary->of(Dimension::DeviceType).text(facts.deviceType);
    stored.profile.demographicsJson = m_profiles.extra(place);
    stored.profile.interests = texts(m_vocabulary->of(Dimension::Interest), lists.interests);
    stored.profile.behaviours = texts(m_behaviours, lists.behaviours);
    stored.profile.segments = texts(m_vocabulary->of(Dimension::Segment), lists.segments);
    stored.profile.updatedAt = facts.updatedAt;
    return stored;
}

std::optional<model::Profile> Audience::profile(std::string_view userId) const
{
    const std::shared_lock lock(m_mutex);
    const auto place = m_profiles.find(userId);
    return place == 0 ? std::nullopt : std::optional(get(place).profile);
}

StoredProfile Audience::changed(const std::string& userId, const ProfileChange& change,
                                int purchases)
{
    StoredProfile stored;
    stored.profile.userId = userId;
    if (const auto known = m_profiles.find(userId); known != 0)
        stored = get(known);
    model::Profile& profile = stored.profile;
    stored.purchases += purchases;
    profile.age = change.age > 0 ? change.age : profile.age;
    profile.gender = change.gender.empty() ? profile.gender : change.gender;
    profile.deviceType = change.deviceType.empty() ? profile.deviceType : change.deviceType;
    profile.demographicsJson = uniteDemographics(profile.demographicsJson, change.demographicsJson);
    unite(profile.interests, change.interests);
    unite(profile.behaviours, change.behaviours);
    unite(profile.segments, change.segments);
    for (const auto& [segment, members] : m_strangers)
        if (members.contains(userId))
            unite(profile.segments, {segment});
    const SegmentFacts facts{
        profile.age, profile.deviceType, stored.purchases,
        std::find(profile.behaviours.begin(), profile.behaviours.end(), "buyer")
            != profile.behaviours.end(),
        std::any_of(profile.interests.begin(), profile.interests.end(), isTechnology)};
    for (const auto segment : segmentsByRule(facts))
        unite(profile.segments, {std::string(segment)});
    profile.updatedAt = m_clock.now();
    put(stored);
    return stored;
}

Result<model::Profile> Audience::merge(const std::string& userId, const ProfileChange& change)
{
    if (auto good = checkId(userId, "user_id"); !good)
        return good.error();
    // Queued while locked, so that the file sees changes of one user in their order.
    std::unique_lock lock(m_mutex);
    const StoredProfile stored = changed(userId, change, 0);
    auto durable = m_workspace.write(
        [stored](store::Connection& connection) { return storeProfile(connection, stored); });
    lock.unlock();
    if (const auto done = durable.get(); !done)
        return done.error();
    return stored.profile;
}

Result<std::string> Audience::record(model::UserEvent event)
{
    if (auto good = checkId(event.userId, "user_id"); !good)
        return good.error();
    const auto type = eventType(event.type);
    if (!type)
        return type.error();
    event.type = *type;
    std::unique_lock lock(m_mutex);
    if (event.at.value == 0)
        event.at = m_clock.now();
    if (event.id.empty()) {
        const auto unique = base::mix64(userHash(event.userId) ^ base::mix64(m_events + 1))
            ^ static_cast<std::uint64_t>(event.at.value);
        event.id = "evt_" + std::to_string(unique);
    }
    const StoredProfile stored
        = changed(event.userId, changeBy(event), event.type == "purchase" ? 1 : 0);
    ++m_events;
    auto durable
        = m_workspace.write([stored, event](store::Connection& connection) -> Result<void> {
              const auto fresh = storeUserEvent(connection, event);
              if (!fresh)
                  return fresh.error();
              return storeProfile(connection, stored);
          });
    lock.unlock();
    if (const auto done = durable.get(); !done)
        return done.error();
    return event.id;
}

Result<std::vector<model::UserEvent>> Audience::events(std::string_view userId,
                                                       std::size_t most) const
{
    auto reader = m_workspace.reader();
    if (!reader)
        return reader.error();
    return loadUserEvents(*reader, userId, most);
}

std::vector<std::pair<std::string, std::vector<std::string>>> Audience::segments() const
{
    std::vector<std::pair<std::string, std::vector<std::string>>> list;
    const std::shared_lock lock(m_mutex);
    std::map<Handle, std::vector<std::string>> members;
    for (ProfileStore::Profile place = 1; place <= m_profiles.size(); ++place)
        for (const Handle segment : m_profiles.lists(place).segments)
            members[segment].emplace_back(m_profiles.userId(place));
    for (const auto& name : m_segmentNames) {
        auto& users = members[m_vocabulary->of(Dimension::Segment).find(name)];
        if (const auto strangers = m_strangers.find(name); strangers != m_strangers.end())
            unite(users, {strangers->second.begin(), strangers->second.end()});
        list.emplace_back(name, users);
    }
    return list;
}

std::optional<std::vector<std::string>> Audience::segment(std::string_view name) const
{
    const std::shared_lock lock(m_mutex);
    if (!m_segmentNames.contains(name))
        return std::nullopt;
    std::vector<std::string> users;
    const Handle wanted = m_vocabulary->of(Dimension::Segment).find(name);
    for (ProfileStore::Profile place = 1; wanted != 0 && place <= m_profiles.size(); ++place) {
        const auto segments = m_profiles.lists(place).segments;
        if (std::find(segments.begin(), segments.end(), wanted) != segments.end())
            users.emplace_back(m_profiles.userId(place));
    }
    if (const auto strangers = m_strangers.find(name); strangers != m_strangers.end())
        unite(users, {strangers->second.begin(), strangers->second.end()});
    return users;
}

Result<void> Audience::addToSegment(const std::string& name, const std::string& userId)
{
    for (const auto& [id, where] : {std::pair(&name, "segment"), std::pair(&userId, "user_id")})
        if (auto good = checkId(*id, where); !good)
            return good;
    {
        const std::unique_lock lock(m_mutex);
        m_segmentNames.insert(name);
        m_vocabulary->of(Dimension::Segment).intern(name);
        if (m_profiles.find(userId) == 0) {
            m_strangers[name].insert(userId);
            auto durable = m_workspace.write([name, userId](store::Connection& connection) {
                return storeMember(connection, name, userId);
            });
            return durable.get();
        }
    }
    ProfileChange change;
    change.segments = {name};
    const auto merged = merge(userId, change);
    if (!merged)
        return merged.error();
    return {};
}

Result<void> Audience::removeFromSegment(const std::string& name, const std::string& userId)
{
    std::unique_lock lock(m_mutex);
    bool removed = false;
    std::optional<StoredProfile> stored;
    if (const auto strangers = m_strangers.find(name); strangers != m_strangers.end())
        removed = strangers->second.erase(userId) > 0;
    if (const auto place = m_profiles.find(userId); place != 0) {
        StoredProfile known = get(place);
        if (std::erase(known.profile.segments, name) > 0) {
            put(known);
            stored = std::move(known);
            removed = true;
        }
    }
    if (!removed)
        return Error{"DATA_NOT_FOUND", "user_id", "User " + userId + " is not in segment " + name,
                     "GET /segments/" + name + " lists its users"};
    auto durable
        = m_workspace.write([name, userId, stored](store::Connection& connection) -> Result<void> {
              if (auto gone = removeMember(connection, name, userId); !gone)
                  return gone;
              // The segment itself stays, even without users.
              if (auto kept = storeMember(connection, name, ""); !kept || !stored)
                  return kept;
              return storeProfile(connection, *stored);
          });
    lock.unlock();
    return durable.get();
}

void Audience::fill(model::Opportunity& opportunity, std::string_view userId) const
{
    opportunity.user = userHash(userId);
    const std::shared_lock lock(m_mutex);
    const auto place = m_profiles.find(userId);
    if (place == 0)
        return;
    const auto facts = m_profiles.facts(place);
    const auto lists = m_profiles.lists(place);
    opportunity.profile = place;
    if (facts.age > 0)
        opportunity.set(Dimension::Age, Handle{facts.age} + 1);
    if (facts.gender != 0)
        opportunity.set(Dimension::Gender, facts.gender);
    for (const Handle segment : lists.segments)
        opportunity.list(Dimension::Segment).push(segment);
    for (const Handle interest : lists.interests)
        opportunity.list(Dimension::Interest).push(interest);
}

std::size_t Audience::profileCount() const
{
    const std::shared_lock lock(m_mutex);
    return m_profiles.size();
}

std::size_t Audience::eventCount() const
{
    const std::shared_lock lock(m_mutex);
    return m_events;
}

Result<std::size_t> Audience::eventCount(std::string_view userId) const
{
    auto reader = m_workspace.reader();
    if (!reader)
        return reader.error();
    const auto count = countUserEvents(*reader, userId);
    if (!count)
        return count.error();
    return static_cast<std::size_t>(*count);
}

std::size_t Audience::segmentCount() const
{
    const std::shared_lock lock(m_mutex);
    return m_segmentNames.size();
}

} // namespace gavel::dmp
