// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dmp/profile_store.h"

#include "engine/base/random.h"

#include <algorithm>
#include <limits>

namespace gavel::dmp {

namespace {

std::uint32_t tagOf(std::uint64_t hash)
{
    return static_cast<std::uint32_t>(hash >> 32);
}

std::uint8_t listLength(std::span<const Handle> list)
{
    return static_cast<std::uint8_t>(
        std::min<std::size_t>(list.size(), std::numeric_limits<std::uint8_t>::max()));
}

} // namespace

std::uint64_t userHash(std::string_view userId)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : userId)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return base::mix64(hash);
}

ProfileStore::ProfileStore()
    : m_places(1024)
{
}

ProfileStore::Profile ProfileStore::find(std::string_view id) const
{
    const std::uint64_t hash = userHash(id);
    const std::size_t mask = m_places.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Place& place = m_places[at];
        if (place.profile == 0)
            return 0;
        if (place.tag == tagOf(hash) && record(place.profile).hash == hash
            && userId(place.profile) == id)
            return place.profile;
    }
}

ProfileStore::Profile ProfileStore::findOrAdd(std::string_view id)
{
    if (const Profile known = find(id); known != 0)
        return known;
    const std::string_view kept = id.substr(0, std::numeric_limits<std::uint8_t>::max());
    Record fresh;
    fresh.hash = userHash(id);
    fresh.idLength = static_cast<std::uint8_t>(kept.size());
    if (kept.size() <= kShortId) {
        std::copy(kept.begin(), kept.end(), fresh.shortId.begin());
    } else {
        fresh.longIdAt = static_cast<std::uint32_t>(m_longIds.size());
        m_longIds.insert(m_longIds.end(), kept.begin(), kept.end());
    }
    m_records.push_back(fresh);
    if (m_records.size() * 2 > m_places.size())
        grow();
    else
        insert(fresh.hash, static_cast<Profile>(m_records.size()));
    return static_cast<Profile>(m_records.size());
}

void ProfileStore::insert(std::uint64_t hash, Profile profile)
{
    const std::size_t mask = m_places.size() - 1;
    std::size_t at = hash & mask;
    while (m_places[at].profile != 0)
        at = (at + 1) & mask;
    m_places[at] = {tagOf(hash), profile};
}

void ProfileStore::grow()
{
    m_places.assign(m_places.size() * 2, {});
    for (std::size_t i = 0; i < m_records.size(); ++i)
        insert(m_records[i].hash, static_cast<Profile>(i + 1));
}

void ProfileStore::reserve(std::size_t profiles)
{
    m_records.reserve(profiles);
    std::size_t places = m_places.size();
    while (places < profiles * 2)
        places *= 2;
    if (places > m_places.size()) {
        m_places.assign(places / 2, {});
        grow();
    }
}

std::string_view ProfileStore::userId(Profile profile) const
{
    const Record& known = record(profile);
    const char* text
        = known.idLength <= kShortId ? known.shortId.data() : m_longIds.data() + known.longIdAt;
    return {text, known.idLength};
}

ProfileStore::Facts ProfileStore::facts(Profile profile) const
{
    const Record& known = record(profile);
    return {known.gender, known.deviceType, known.age, known.purchases, {known.updatedAt}};
}

void ProfileStore::setFacts(Profile profile, const Facts& facts)
{
    Record& known = record(profile);
    known.gender = facts.gender;
    known.deviceType = facts.deviceType;
    known.age = facts.age;
    known.purchases = facts.purchases;
    known.updatedAt = facts.updatedAt.value;
}

ProfileStore::Lists ProfileStore::lists(Profile profile) const
{
    const Record& known = record(profile);
    const Handle* at = m_lists.data() + known.listAt;
    return {{at, known.interests},
            {at + known.interests, known.behaviours},
            {at + known.interests + known.behaviours, known.segments}};
}

void ProfileStore::setLists(Profile profile, std::span<const Handle> interests,
                            std::span<const Handle> behaviours, std::span<const Handle> segments)
{
    Record& known = record(profile);
    known.interests = listLength(interests);
    known.behaviours = listLength(behaviours);
    known.segments = listLength(segments);
    const std::size_t wanted = std::size_t{known.interests} + known.behaviours + known.segments;
    if (wanted > known.room || wanted > std::numeric_limits<std::uint8_t>::max()) {
        m_abandoned += known.room;
        known.listAt = static_cast<std::uint32_t>(m_lists.size());
        known.room = static_cast<std::uint8_t>(std::min<std::size_t>(wanted, 255));
        m_lists.resize(m_lists.size() + wanted);
    }
    Handle* at = m_lists.data() + known.listAt;
    at = std::copy_n(interests.begin(), known.interests, at);
    at = std::copy_n(behaviours.begin(), known.behaviours, at);
    std::copy_n(segments.begin(), known.segments, at);
    if (m_abandoned > 4096 && m_abandoned > m_lists.size() / 2)
        compactLists();
}

void ProfileStore::compactLists()
{
    std::vector<Handle> packed;
    packed.reserve(m_lists.size() - m_abandoned);
    for (Record& known : m_records) {
        const std::size_t length = std::size_t{known.interests} + known.behaviours + known.segments;
        const auto at = static_cast<std::uint32_t>(packed.size());
        packed.insert(packed.end(), m_lists.begin() + known.listAt,
                      m_lists.begin() + known.listAt + static_cast<std::ptrdiff_t>(length));
        known.listAt = at;
        known.room = static_cast<std::uint8_t>(std::min<std::size_t>(length, 255));
    }
    m_lists = std::move(packed);
    m_abandoned = 0;
}

std::string_view ProfileStore::extra(Profile profile) const
{
    const auto it = m_extra.find(profile);
    return it == m_extra.end() ? std::string_view() : std::string_view(it->second);
}

void ProfileStore::setExtra(Profile profile, std::string json)
{
    if (json.empty())
        m_extra.erase(profile);
    else
        m_extra[profile] = std::move(json);
}

} // namespace gavel::dmp
