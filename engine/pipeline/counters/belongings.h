// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/dsp/targeting/local_time.h"
#include "engine/model/campaign.h"
#include "engine/model/placement.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace gavel::store {
class Connection;
}

namespace gavel::pipeline {

/// Whose a thing is, in durable numbers, so that an event that names a campaign, a creative and a
/// placement counts for their advertiser, ad and publisher too. Each market says so for itself, and
/// may say it anew: an event belongs to what was said when it happened. Kept in the file, so that
/// counting the log anew gives the same.
class Belongings
{
public:
    /// Where and when something happened.
    struct Moment
    {
        std::uint32_t run = 0; ///< of the log; 0 = not known
        std::int64_t minute = 0; ///< since 1970
    };
    static Moment moment(std::uint32_t run, TimeMs at)
    {
        return {run, base::floorDivide(at.value, base::kMinuteMs)};
    }

    /// Keeps what these say of a run and of what others tell from now on, in the open transaction:
    /// from the first minute on that has no counters yet. What was said before of others stays. 0 =
    /// no run, only what others tell.
    static Result<void> keep(store::Connection& connection, std::uint32_t run,
                             std::span<const model::Campaign> campaigns,
                             std::span<const model::Placement> placements);
    /// Everything that was kept.
    static Result<Belongings> read(store::Connection& connection);

    /// 0 = not known.
    std::uint32_t advertiserOf(const Moment& at, std::uint32_t campaign) const
    {
        return parentOf(at, Kind::Advertiser, campaign);
    }
    /// The one that was told, else the creative's.
    std::uint32_t adOf(const Moment& at, std::uint32_t told, std::uint32_t creative) const
    {
        return told != 0 ? told : parentOf(at, Kind::Ad, creative);
    }
    /// The one that was told, else the placement's.
    std::uint32_t publisherOf(const Moment& at, std::uint32_t told, std::uint32_t placement) const
    {
        return told != 0 ? told : parentOf(at, Kind::Publisher, placement);
    }
    /// UTC when not known.
    const dsp::TimeZone& zoneOf(const Moment& at, std::uint32_t campaign) const;

private:
    enum class Kind : std::uint8_t { Advertiser, Zone, Ad, Publisher };
    static constexpr std::array<std::string_view, 4> kKinds{"advertiser", "zone", "ad",
                                                            "publisher"};
    struct Said
    {
        std::int64_t since = 0; ///< minute
        std::uint32_t parent = 0;
    };
    /// What was said of each thing, in the order of time.
    using Things = boost::unordered_flat_map<std::uint32_t, std::vector<Said>>;
    using Scope = std::array<Things, kKinds.size()>;
    class Keeper;

    std::uint32_t parentOf(const Moment& at, Kind kind, std::uint32_t child) const;

    /// By the scope of counters. 0 = what others tell of; what a market did not say otherwise is as
    /// was said here first.
    boost::unordered_flat_map<std::uint32_t, Scope> m_scopes;
    boost::unordered_flat_map<std::uint32_t, std::uint32_t> m_scopeOf; ///< by run
    boost::unordered_flat_map<std::uint32_t, dsp::TimeZone> m_zones; ///< by name
};

} // namespace gavel::pipeline
