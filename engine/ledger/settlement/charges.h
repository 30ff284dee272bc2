// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/model/campaign.h"

#include <cstdint>

namespace gavel::ledger {

/// What a campaign has had, in sums since the book began.
struct Delivery
{
    std::int64_t spentNanos = 0; ///< clearing prices that a quota covered; the campaign's currency
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;
    std::int64_t days = 0; ///< local days on which something was delivered
};

/// What the advertiser owes for what came between two states, nano-units of the campaign's
/// currency:
///   cpm    the clearing prices
///   cpc    clicks * rate
///   cpa    conversions * rate
///   fixed  days * rate
///   mixed  the sum of all four
/// Add it up: a new rate counts for what comes after it. Never negative; an amount that does not
/// fit is INT64_MAX.
std::int64_t chargeFor(const model::Billing& billing, const Delivery& before,
                       const Delivery& after);

/// True when the clearing prices of its wins are part of what the campaign pays.
constexpr bool countsPrices(const model::Billing& billing)
{
    return billing.model == model::BillingModel::Cpm || billing.model == model::BillingModel::Mixed;
}

/// True when the campaign pays exactly the clearing prices of its wins.
constexpr bool paysClearing(const model::Billing& billing)
{
    return billing.model == model::BillingModel::Cpm;
}

} // namespace gavel::ledger
