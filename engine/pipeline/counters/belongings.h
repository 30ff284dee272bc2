// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/targeting/local_time.h"
#include "engine/model/campaign.h"
#include "engine/model/placement.h"

#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>

namespace gavel::store {
class Connection;
}

namespace gavel::pipeline {

/// Whose a thing is, in durable numbers, so that an event that names a campaign, a creative and a
/// placement counts for their advertiser, ad and publisher too. Kept in the file: counting the log
/// anew gives the same.
class Belongings
{
public:
    /// Keeps what these say, in the open transaction. What was said before of others stays.
    static Result<void> keep(store::Connection& connection,
                             std::span<const model::Campaign> campaigns,
                             std::span<const model::Placement> placements);
    /// Everything that was kept.
    static Result<Belongings> read(store::Connection& connection);

    /// 0 = not known.
    std::uint32_t advertiserOf(std::uint32_t campaign) const { return of(m_advertisers, campaign); }
    std::uint32_t adOf(std::uint32_t creative) const { return of(m_ads, creative); }
    std::uint32_t publisherOf(std::uint32_t placement) const { return of(m_publishers, placement); }
    /// UTC when not known.
    const dsp::TimeZone& zoneOf(std::uint32_t campaign) const;

private:
    using Parents = std::unordered_map<std::uint32_t, std::uint32_t>;
    static std::uint32_t of(const Parents& parents, std::uint32_t child)
    {
        const auto found = parents.find(child);
        return found == parents.end() ? 0 : found->second;
    }
    Parents m_advertisers;
    Parents m_ads;
    Parents m_publishers;
    std::unordered_map<std::uint32_t, dsp::TimeZone> m_zones;
};

} // namespace gavel::pipeline
