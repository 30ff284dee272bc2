// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/model/market_setup.h"
#include "engine/model/quota.h"

#include <cstdint>

namespace gavel::dsp {

/// The part of a whole that shard `index` of `count` gets: equal parts, the remainder to the first
/// shards one by one, so that the parts always sum to the whole. A negative whole counts as
/// nothing.
Money shareOf(Money whole, std::uint32_t index, std::uint32_t count);

/// An amount as quota, at most 4.6 thousand million units: more is granted in several quotas.
Price quotaOf(Money amount);

/// Quota for a market that has no scheduler, such as a replayed log: every campaign's total budget
/// less what it has spent, in equal parts for the shards, for ever and without a bound per day.
model::QuotaGrants budgetParts(const model::MarketSetup& setup, std::uint32_t shard);

} // namespace gavel::dsp
