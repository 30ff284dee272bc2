// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/dictionary.h"
#include "engine/base/fixed_list.h"
#include "engine/base/money.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace gavel::model {

enum class EventKind : std::uint8_t {
    RequestCount,
    Bid,
    Win,
    Impression,
    Viewable,
    Click,
    Conversion
};
inline constexpr std::array<std::string_view, 7> kEventNames{
    "requests", "bid", "win", "impression", "viewable", "click", "conversion"};

/// One bid in the log stands for so many.
inline constexpr std::uint32_t kBidsPerSample = 100;

/// Of one user, in an auction and in what is told of it.
inline constexpr std::size_t kMostSegments = 24;

/// One fact of the event log. (source, sequence) names it: the same fact sent twice is stored once.
/// RequestCount carries a number of auctions since the last one in `amount`.
struct DeliveryEvent
{
    std::uint32_t source = 0; ///< a shard or a remote sender, dense
    EventKind kind{};
    bool uncharged = false; ///< Win: too late for the campaign's quota, at the platform's loss
    std::uint64_t sequence = 0; ///< counts up without gaps in its source, from 1
    TimeMs at;
    std::uint64_t auction = 0;
    Handle campaign = 0;
    Handle seat = 0;
    Handle placement = 0;
    Handle creative = 0;
    Handle country = 0;
    Handle device = 0; ///< its type
    base::FixedList<Handle, kMostSegments> segments; ///< of the user when it was auctioned
    std::uint64_t user = 0;
    std::int64_t amount = 0; ///< price in nano-units (Bid, Win, Impression), value in micros
                             ///< (Conversion), else a count
    std::int64_t publisher = 0; ///< Win: the publisher's part in nano-units
    std::int64_t bid = 0; ///< Win: what the winner bid, nano-units
    std::int64_t floor = 0; ///< Win: the floor that applied to it, nano-units
};

} // namespace gavel::model
