// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/trace.h"
#include "engine/model/vocabulary.h"

#include <string>

namespace gavel::runtime {

/// An auction's full story as a JSON document for people: request, seats, clearing, campaigns,
/// notices. Prices are per thousand, durations milliseconds, names as in the market.
std::string toJson(const model::AuctionTrace& trace, const model::Vocabulary& vocabulary);

} // namespace gavel::runtime
