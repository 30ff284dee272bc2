// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/model/market_setup.h"
#include "engine/model/trace.h"
#include "engine/model/vocabulary.h"

#include <vector>

namespace gavel::market {

/// The notices of a recorded auction: a win for the winner, billing once the impression was shown,
/// a loss for every other bid. Seats of the market live in the same process and are told by calls;
/// the addresses, gavel://SEAT/KIND with the auction macros of OpenRTB 2.6 section 4.4 resolved,
/// show what a remote seat would be sent.
std::vector<model::NoticeTrace> noticesOf(const model::AuctionTrace& trace,
                                          const model::Vocabulary& vocabulary, Currency currency,
                                          const std::vector<model::ExchangeRate>& rates);

} // namespace gavel::market
