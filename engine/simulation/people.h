// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/model/opportunity.h"
#include "engine/model/vocabulary.h"
#include "engine/simulation/alias_table.h"
#include "engine/simulation/population.h"

#include <cstdint>
#include <vector>

namespace gavel::simulation {

/// Who a user is, derived from the user's number by hashing: no table of users, no memory of them.
class People
{
public:
    /// Learns the population's words in the vocabulary. It has at least one place and one device.
    People(const Population& population, model::Vocabulary& vocabulary, std::uint64_t seed);

    /// Place in the list of device kinds.
    std::uint32_t deviceOf(std::uint64_t number) const
    {
        return m_deviceDraw.draw(hash(number, kDevice));
    }
    /// Writes everything about a user into an opportunity: identity, place, device, person,
    /// segments, interests.
    void describe(std::uint64_t number, std::uint32_t device,
                  model::Opportunity& opportunity) const;

private:
    enum Stream : std::uint64_t {
        kIdentity,
        kPlace,
        kLanguage,
        kDevice,
        kPerson,
        kSpot,
        kSegments = 16,
        kInterests = 32
    };

    struct Home
    {
        Handle country = 0;
        Handle region = 0;
        Handle city = 0;
        double latitude = 0;
        double longitude = 0;
        std::vector<Handle> languages;
        AliasTable languageDraw;
    };
    struct Device
    {
        Handle type = 0;
        Handle make = 0;
        Handle os = 0;
        Handle browser = 0;
        std::uint32_t osVersion = 0;
    };
    /// Thresholds of 65 536: above `with` or beside it.
    struct Member
    {
        Handle handle = 0;
        std::uint32_t with = 0; ///< bit of the other, 32 = none
        std::uint32_t shareWith = 0;
        std::uint32_t shareWithout = 0;
    };
    using Members = std::vector<Member>;
    using MemberList = base::FixedList<Handle, model::Opportunity::kListCapacity>;

    std::uint64_t hash(std::uint64_t number, std::uint64_t stream) const
    {
        return base::mix64(m_salt ^ base::mix64(number * 64 + stream));
    }
    static Members membersOf(const std::vector<Membership>& memberships,
                             base::Dictionary& dictionary);
    void drawMembers(const Members& members, std::uint64_t number, Stream stream,
                     MemberList& list) const;
    void learnPlaces(const Population& population, model::Vocabulary& vocabulary);
    void learnDevices(const Population& population, model::Vocabulary& vocabulary);
    void learnPersons(const Population& population, model::Vocabulary& vocabulary);

    std::uint64_t m_salt;
    std::vector<Home> m_homes;
    AliasTable m_homeDraw;
    std::vector<Device> m_devices;
    AliasTable m_deviceDraw;
    std::vector<Handle> m_connections;
    AliasTable m_connectionDraw;
    std::vector<Handle> m_genders;
    AliasTable m_genderDraw;
    std::vector<AgeBand> m_ages;
    AliasTable m_ageDraw;
    Members m_segments;
    Members m_interests;
};

} // namespace gavel::simulation
