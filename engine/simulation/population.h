// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gavel::simulation {

/// A value and how often it occurs beside its neighbours; weights need not sum to 1.
struct Weighted
{
    std::string value;
    double weight = 1;
};

/// A city where users live.
struct Place
{
    std::string country;
    std::string region;
    std::string city;
    double latitude = 0; ///< degrees
    double longitude = 0;
    std::vector<Weighted> languages; ///< spoken there; empty = unknown
    double weight = 1;
};

/// A kind of device with what runs on it.
struct DeviceKind
{
    std::string type; ///< "mobile", "desktop", "tablet", "tv"
    std::string make;
    std::string os;
    std::string osVersion; ///< "17.4"; "" = unknown
    std::string browser;
    double weight = 1;
};

struct AgeBand
{
    int least = 18;
    int most = 65;
    double weight = 1;
};

/// A segment or interest and the share of users who have it. `with` names an earlier one of the
/// same list: of the users who have that one, the share `shareWith` has this one too; the rest
/// makes up the whole share.
struct Membership
{
    std::string name;
    double share = 0; ///< of all users, 0 to 1
    std::string with;
    double shareWith = 0;
};

inline constexpr std::size_t kMaxMemberships = 24; ///< what an opportunity can carry

/// The people who make the traffic. What a user is follows from the user's number alone.
struct Population
{
    std::uint64_t users = 100'000;
    double activity
        = 1; ///< 1 = all alike; 2 = the busiest tenth makes a third of the visits; up to 4
    std::vector<Place> places;
    std::vector<DeviceKind> devices;
    std::vector<Weighted> connections;
    std::vector<Weighted> genders;
    std::vector<AgeBand> ages;
    std::vector<Membership> segments;
    std::vector<Membership> interests;
};

} // namespace gavel::simulation
