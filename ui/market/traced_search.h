// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"

#include <optional>

namespace gavel::auctions {

/// An auction and its place in the list.
struct FoundAuction
{
    std::uint64_t auction = 0;
    std::size_t row = 0;
};

/// The auction nearest in time whose full story is still there, among those the query's filter
/// takes. For the pool: asks the engine a few dozen times.
std::optional<FoundAuction> nearestTraced(const runtime::Engine& engine,
                                          const runtime::AuctionQuery& list, TimeMs at);

} // namespace gavel::auctions
