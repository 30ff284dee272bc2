// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/settlement/charges.h"

#include <algorithm>
#include <limits>

namespace gavel::ledger {

namespace {

using model::BillingModel;

__int128_t nanosOf(Money rate, std::uint64_t count)
{
    return static_cast<__int128_t>(rate.micros) * 1000 * static_cast<__int128_t>(count);
}

std::uint64_t more(std::uint64_t before, std::uint64_t after)
{
    return after > before ? after - before : 0;
}

} // namespace

std::int64_t chargeFor(const model::Billing& billing, const Delivery& before, const Delivery& after)
{
    const bool mixed = billing.model == BillingModel::Mixed;
    const auto has = [&](BillingModel model) { return mixed || billing.model == model; };
    __int128_t nanos = 0;
    if (has(BillingModel::Cpm))
        nanos += std::max<std::int64_t>(0, after.spentNanos - before.spentNanos);
    if (has(BillingModel::Cpc))
        nanos += nanosOf(billing.perClick, more(before.clicks, after.clicks));
    if (has(BillingModel::Cpa))
        nanos += nanosOf(billing.perConversion, more(before.conversions, after.conversions));
    if (has(BillingModel::Fixed))
        nanos += nanosOf(
            billing.perDay,
            static_cast<std::uint64_t>(std::max<std::int64_t>(0, after.days - before.days)));
    constexpr std::int64_t kMostNanos = std::numeric_limits<std::int64_t>::max();
    return nanos > kMostNanos ? kMostNanos : static_cast<std::int64_t>(nanos);
}

} // namespace gavel::ledger
