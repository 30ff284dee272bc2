// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/dictionary.h"
#include "engine/base/fixed_list.h"
#include "engine/base/money.h"
#include "engine/model/dimension.h"

#include <array>
#include <cstdint>

namespace gavel::model {

/// A private deal offered with an impression.
struct OfferedDeal
{
    Handle deal = 0;
    Price floor;
    bool operator==(const OfferedDeal&) const = default;
};

/// One impression offered to the market, encoded in handles of the market's Vocabulary.
/// Trivially copyable: it travels through rings and is kept in traces. About 1.1 KB.
struct Opportunity
{
    static constexpr std::size_t kListCapacity = 24;
    static constexpr std::uint32_t kSentProfile = UINT32_MAX;

    std::uint64_t id = 0; ///< unique in the market
    std::uint64_t request = 0; ///< several impressions of one request share it
    TimeMs at;
    std::uint64_t user = 0; ///< hash of the user id; 0 = anonymous
    std::uint32_t profile
        = 0; ///< dense DMP handle; 0 = no profile, kSentProfile = it came with the request
    std::array<Handle, kSingleDimensions> values{}; ///< by Dimension; age as years + 1
    std::array<base::FixedList<Handle, kListCapacity>, kListDimensions> lists{}; ///< by listIndex()
    base::FixedList<OfferedDeal, 8> deals; ///< floors of the deals in lists[Deal]
    base::FixedList<Handle, kListCapacity> blockedCategories;
    base::FixedList<Handle, kListCapacity> blockedAdvertisers;
    base::FixedList<Handle, kListCapacity> allowedSeats; ///< empty = all
    double latitude = 0;
    double longitude = 0;
    bool located = false;
    bool dealsOnly = false; ///< a private auction: only bids with one of the deals
    std::uint16_t width = 0;
    std::uint16_t height = 0;
    std::uint32_t osVersion = 0; ///< packVersion
    Price floor; ///< in the market's currency, before the market's floor factor
    Price recordedPrice; ///< what a seat of kind Recorded offers; 0 = nothing
    double givenCtr
        = -1; ///< a click probability that came with a log; negative = the seat's own model decides

    Handle value(Dimension d) const { return values[index(d)]; }
    void set(Dimension d, Handle handle) { values[index(d)] = handle; }
    const auto& list(Dimension d) const { return lists[listIndex(d)]; }
    auto& list(Dimension d) { return lists[listIndex(d)]; }
};

} // namespace gavel::model
