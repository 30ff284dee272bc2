// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/budget_parts.h"

#include <algorithm>

namespace gavel::dsp {

Money shareOf(Money whole, std::uint32_t index, std::uint32_t count)
{
    if (whole.micros <= 0 || count == 0)
        return {};
    const std::int64_t base = whole.micros / count;
    const std::int64_t remainder = whole.micros % count;
    return {base + (index < remainder ? 1 : 0)};
}

Price quotaOf(Money amount)
{
    constexpr std::int64_t kMostMicros = INT64_MAX / 2000; // sums of two quotas still fit
    return Price::perImpression({std::clamp<std::int64_t>(amount.micros, 0, kMostMicros)});
}

model::QuotaGrants budgetParts(const model::MarketSetup& setup, std::uint32_t shard)
{
    auto parts = std::make_shared<std::vector<model::QuotaGrant>>();
    parts->reserve(setup.campaigns.size());
    for (const model::Campaign& campaign : setup.campaigns) {
        const auto spent = setup.spent.find(campaign.id);
        const Money left
            = campaign.budgetTotal - (spent == setup.spent.end() ? Money{} : spent->second);
        model::QuotaGrant& part = parts->emplace_back();
        part.campaign = setup.vocabulary->campaigns.intern(campaign.id);
        part.server = shard;
        part.windowStart = setup.start;
        part.windowEnd = {INT64_MAX};
        part.version = 1;
        part.limit = quotaOf(shareOf(left, shard, std::max(setup.shards, 1U)));
    }
    return {std::move(parts)};
}

} // namespace gavel::dsp
