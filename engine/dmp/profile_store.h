// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/dictionary.h"
#include "engine/base/huge_page_allocator.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gavel::dmp {

/// Profiles in compact memory: about 120 bytes for one with six interests, behaviours and segments.
/// A profile is named by a dense handle from 1; values are handles of dictionaries that the owner
/// keeps. Not locked: the owner does that.
class ProfileStore
{
public:
    using Profile = std::uint32_t;

    /// The lists of a profile; views are valid until the next change.
    struct Lists
    {
        std::span<const Handle> interests;
        std::span<const Handle> behaviours;
        std::span<const Handle> segments;
    };
    struct Facts
    {
        Handle gender = 0;
        Handle deviceType = 0;
        std::uint8_t age = 0; ///< 0 = unknown
        std::uint16_t purchases = 0;
        TimeMs updatedAt;
    };

    ProfileStore();
    Profile find(std::string_view userId) const; ///< 0 when unknown
    Profile findOrAdd(std::string_view userId);
    std::size_t size() const { return m_records.size(); }

    std::string_view userId(Profile profile) const;
    Facts facts(Profile profile) const;
    void setFacts(Profile profile, const Facts& facts);
    Lists lists(Profile profile) const;
    /// Each list holds at most 255 values; what is above is left out. The spans must not point into
    /// this store.
    void setLists(Profile profile, std::span<const Handle> interests,
                  std::span<const Handle> behaviours, std::span<const Handle> segments);
    /// Demographics without a field of their own, a JSON object text; "" for most.
    std::string_view extra(Profile profile) const;
    void setExtra(Profile profile, std::string json);
    void reserve(std::size_t profiles);

private:
    static constexpr std::size_t kShortId = 24;
    /// One cache line, so that finding a user touches two: its place and this.
    struct alignas(64) Record
    {
        std::uint64_t hash = 0;
        std::int64_t updatedAt = 0;
        std::uint32_t longIdAt = 0; ///< of ids longer than kShortId
        std::uint32_t listAt = 0;
        Handle gender = 0;
        Handle deviceType = 0;
        std::uint16_t purchases = 0;
        std::uint8_t idLength = 0;
        std::uint8_t age = 0;
        std::uint8_t interests = 0;
        std::uint8_t behaviours = 0;
        std::uint8_t segments = 0;
        std::uint8_t room = 0; ///< list places this profile owns
        std::array<char, kShortId> shortId{};
    };
    static_assert(sizeof(Record) == 64);
    struct Place
    {
        std::uint32_t tag = 0;
        Profile profile = 0;
    };

    const Record& record(Profile profile) const { return m_records[profile - 1]; }
    Record& record(Profile profile) { return m_records[profile - 1]; }
    void grow();
    void insert(std::uint64_t hash, Profile profile);
    void compactLists();

    std::vector<Record, base::HugePageAllocator<Record>> m_records;
    std::vector<Place, base::HugePageAllocator<Place>>
        m_places; ///< open addressing, at most half full
    std::vector<char> m_longIds;
    std::vector<Handle> m_lists;
    std::size_t m_abandoned = 0; ///< list places nobody owns any more
    std::unordered_map<Profile, std::string> m_extra;
};

/// FNV-1a of the text, mixed; names users inside the market too (model::Opportunity::user).
std::uint64_t userHash(std::string_view userId);

} // namespace gavel::dmp
