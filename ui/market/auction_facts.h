// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/facts.h"
#include "ui/market/names.h"

namespace gavel::auctions {

/// What the list knows of an auction, for the inspector beside other pages.
bridge::Facts auctionFacts(const model::AuctionRow& row, const Names& names);

} // namespace gavel::auctions
