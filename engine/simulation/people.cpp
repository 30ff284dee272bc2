// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/people.h"

#include "engine/market/device_words.h"

#include <algorithm>
#include <cmath>

namespace gavel::simulation {

namespace {

using model::Dimension;

template<typename T>
std::vector<double> weightsOf(const std::vector<T>& list)
{
    std::vector<double> weights;
    weights.reserve(list.size());
    for (const auto& entry : list)
        weights.push_back(entry.weight);
    return weights;
}

std::vector<Handle> learn(const std::vector<Weighted>& list, base::Dictionary& dictionary)
{
    std::vector<Handle> handles;
    handles.reserve(list.size());
    for (const auto& entry : list)
        handles.push_back(dictionary.intern(entry.value));
    return handles;
}

std::uint32_t threshold(double share)
{
    return static_cast<std::uint32_t>(std::lround(std::clamp(share, 0.0, 1.0) * 65536));
}

Handle pick(const std::vector<Handle>& handles, const AliasTable& table, std::uint64_t bits)
{
    return handles.empty() ? base::kNone : handles[table.draw(bits)];
}

} // namespace

People::People(const Population& population, model::Vocabulary& vocabulary, std::uint64_t seed)
    : m_salt(base::mix64(seed ^ 0x70656f706c65ULL))
    , m_segments(membersOf(population.segments, vocabulary.of(Dimension::Segment)))
    , m_interests(membersOf(population.interests, vocabulary.of(Dimension::Interest)))
{
    learnPlaces(population, vocabulary);
    learnDevices(population, vocabulary);
    learnPersons(population, vocabulary);
}

void People::learnPlaces(const Population& population, model::Vocabulary& vocabulary)
{
    for (const auto& place : population.places) {
        m_homes.push_back({vocabulary.of(Dimension::Country).intern(place.country),
                           vocabulary.of(Dimension::Region).intern(place.region),
                           vocabulary.of(Dimension::City).intern(place.city), place.latitude,
                           place.longitude,
                           learn(place.languages, vocabulary.of(Dimension::Language)),
                           AliasTable(weightsOf(place.languages))});
    }
    m_homeDraw = AliasTable(weightsOf(population.places));
}

void People::learnDevices(const Population& population, model::Vocabulary& vocabulary)
{
    for (const auto& kind : population.devices) {
        m_devices.push_back({vocabulary.of(Dimension::DeviceType).intern(kind.type),
                             vocabulary.of(Dimension::DeviceMake).intern(kind.make),
                             vocabulary.of(Dimension::Os).intern(kind.os),
                             vocabulary.of(Dimension::Browser).intern(kind.browser),
                             market::versionOf(kind.osVersion)});
    }
    m_deviceDraw = AliasTable(weightsOf(population.devices));
}

void People::learnPersons(const Population& population, model::Vocabulary& vocabulary)
{
    m_connections = learn(population.connections, vocabulary.of(Dimension::Connection));
    m_connectionDraw = AliasTable(weightsOf(population.connections));
    m_genders = learn(population.genders, vocabulary.of(Dimension::Gender));
    m_genderDraw = AliasTable(weightsOf(population.genders));
    m_ages = population.ages;
    m_ageDraw = AliasTable(weightsOf(population.ages));
}

People::Members People::membersOf(const std::vector<Membership>& memberships,
                                  base::Dictionary& dictionary)
{
    Members members;
    for (const auto& membership : memberships) {
        Member member{dictionary.intern(membership.name), 32, 0, threshold(membership.share)};
        for (std::uint32_t i = 0; i < members.size() && !membership.with.empty(); ++i) {
            if (memberships[i].name != membership.with)
                continue;
            // share = shareWith * s + shareWithout * (1 - s), where s is the share of the other.
            const double other = memberships[i].share;
            member.with = i;
            member.shareWith = threshold(membership.shareWith);
            member.shareWithout = other < 1
                ? threshold((membership.share - membership.shareWith * other) / (1 - other))
                : 0;
        }
        members.push_back(member);
    }
    return members;
}

void People::drawMembers(const Members& members, std::uint64_t number, Stream stream,
                         MemberList& list) const
{
    list.clear();
    std::uint64_t has = 0;
    std::uint64_t bits = 0;
    for (std::uint32_t i = 0; i < members.size(); ++i) {
        bits = i % 4 == 0 ? hash(number, stream + i / 4) : bits >> 16;
        const auto& member = members[i];
        const auto share = ((has >> member.with) & 1) != 0 ? member.shareWith : member.shareWithout;
        if ((bits & 0xffff) < share) {
            has |= std::uint64_t{1} << i;
            list.push(member.handle);
        }
    }
}

void People::describe(std::uint64_t number, std::uint32_t device,
                      model::Opportunity& opportunity) const
{
    opportunity.user = hash(number, kIdentity) | 1;
    opportunity.profile = static_cast<std::uint32_t>(number % 0xffff'fffeULL) + 1;
    const auto& home = m_homes[m_homeDraw.draw(hash(number, kPlace))];
    const auto spot = hash(number, kSpot);
    opportunity.set(Dimension::Country, home.country);
    opportunity.set(Dimension::Region, home.region);
    opportunity.set(Dimension::City, home.city);
    opportunity.set(Dimension::Language,
                    pick(home.languages, home.languageDraw, hash(number, kLanguage)));
    // Within about five kilometres of the centre: 0.09 degrees.
    opportunity.latitude
        = home.latitude + 0.09 * (static_cast<double>(spot & 0xffff) / 65536 - 0.5);
    opportunity.longitude
        = home.longitude + 0.09 * (static_cast<double>((spot >> 16) & 0xffff) / 65536 - 0.5);
    opportunity.located = true;
    const auto& kind = m_devices[device];
    opportunity.set(Dimension::DeviceType, kind.type);
    opportunity.set(Dimension::DeviceMake, kind.make);
    opportunity.set(Dimension::Os, kind.os);
    opportunity.set(Dimension::Browser, kind.browser);
    opportunity.osVersion = kind.osVersion;
    const auto person = hash(number, kPerson);
    opportunity.set(Dimension::Connection,
                    pick(m_connections, m_connectionDraw, base::mix64(person + 1)));
    opportunity.set(Dimension::Gender, pick(m_genders, m_genderDraw, base::mix64(person + 2)));
    if (!m_ages.empty()) {
        const auto& band = m_ages[m_ageDraw.draw(base::mix64(person + 3))];
        const auto years
            = static_cast<std::uint64_t>(band.most) - static_cast<std::uint64_t>(band.least) + 1;
        const auto age
            = static_cast<std::uint64_t>(band.least) + (((person & 0xffff) * years) >> 16);
        opportunity.set(Dimension::Age, static_cast<Handle>(age + 1));
    }
    drawMembers(m_segments, number, kSegments, opportunity.list(Dimension::Segment));
    drawMembers(m_interests, number, kInterests, opportunity.list(Dimension::Interest));
}

} // namespace gavel::simulation
