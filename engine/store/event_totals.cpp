// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/event_totals.h"

#include "engine/base/random.h"
#include "engine/store/connection.h"
#include "engine/store/event_key.h"

#include <tuple>

namespace gavel::store {

namespace {

constexpr std::string_view kAddCounts = R"sql(
INSERT INTO campaign_total (run, campaign, bids, wins, impressions, clicks, conversions, spent_nanos, value_micros,
    uncharged_nanos, publisher_nanos)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (run, campaign) DO UPDATE SET bids = bids + excluded.bids, wins = wins + excluded.wins,
    impressions = impressions + excluded.impressions, clicks = clicks + excluded.clicks,
    conversions = conversions + excluded.conversions, spent_nanos = spent_nanos + excluded.spent_nanos,
    value_micros = value_micros + excluded.value_micros, uncharged_nanos = uncharged_nanos + excluded.uncharged_nanos,
    publisher_nanos = publisher_nanos + excluded.publisher_nanos)sql";

constexpr std::string_view kAddSpent = R"sql(
INSERT INTO campaign_quarter (run, campaign, quarter, spent_nanos) VALUES ($1, $2, $3, $4)
ON CONFLICT (run, campaign, quarter) DO UPDATE SET spent_nanos = spent_nanos + excluded.spent_nanos)sql";

constexpr std::string_view kAddSupply = R"sql(
INSERT INTO placement_quarter (run, placement, quarter, wins, publisher_nanos) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (run, placement, quarter) DO UPDATE SET wins = wins + excluded.wins,
    publisher_nanos = publisher_nanos + excluded.publisher_nanos)sql";

} // namespace

std::size_t EventTotals::QuarterHash::operator()(const Quarter& quarter) const
{
    const auto who = (std::uint64_t{quarter.run} << 32) | quarter.name;
    return base::mix64(who ^ base::mix64(static_cast<std::uint64_t>(quarter.quarter)));
}

void EventTotals::add(const LoggedEvent& event)
{
    using model::EventKind;
    const auto [run, campaign, placement] = std::tuple(event.run, event.campaign, event.placement);
    if (event.kind == EventKind::Win && placement != 0) {
        Sales& sales = m_supply[{run, placement, quarterOf(event.at)}];
        ++sales.wins;
        sales.publisherNanos += event.publisher;
    }
    if (campaign == 0)
        return;
    Counts& counts = m_counts[(std::uint64_t{run} << 32) | campaign];
    switch (event.kind) {
    case EventKind::Bid:
        ++counts.bids;
        break;
    case EventKind::Win:
        ++counts.wins;
        counts.publisherNanos += event.publisher;
        if (event.uncharged) {
            counts.unchargedNanos += event.amount;
            break;
        }
        counts.spentNanos += event.amount;
        m_spent[{run, campaign, quarterOf(event.at)}] += event.amount;
        break;
    case EventKind::Impression:
        ++counts.impressions;
        break;
    case EventKind::Click:
        ++counts.clicks;
        break;
    case EventKind::Conversion:
        ++counts.conversions;
        counts.valueMicros += event.amount;
        break;
    case EventKind::RequestCount:
    case EventKind::Viewable:
        break;
    }
}

Result<void> EventTotals::store(Connection& connection)
{
    if (auto stored = storeCounts(connection); !stored)
        return stored;
    if (auto stored = storeQuarters(connection); !stored)
        return stored;
    return storeSupply(connection);
}

Result<void> EventTotals::storeCounts(Connection& connection)
{
    auto add = connection.cached(kAddCounts);
    if (!add)
        return add.error();
    for (const auto& [who, c] : m_counts) {
        (*add)->bindAll(who >> 32, who & 0xffffffffU, c.bids, c.wins, c.impressions, c.clicks,
                        c.conversions, c.spentNanos, c.valueMicros, c.unchargedNanos,
                        c.publisherNanos);
        if (auto added = (*add)->run(); !added)
            return added;
    }
    m_counts.clear();
    return {};
}

Result<void> EventTotals::storeQuarters(Connection& connection)
{
    auto add = connection.cached(kAddSpent);
    if (!add)
        return add.error();
    for (const auto& [when, nanos] : m_spent) {
        (*add)->bindAll(when.run, when.name, when.quarter, nanos);
        if (auto added = (*add)->run(); !added)
            return added;
    }
    m_spent.clear();
    return {};
}

Result<void> EventTotals::storeSupply(Connection& connection)
{
    auto add = connection.cached(kAddSupply);
    if (!add)
        return add.error();
    for (const auto& [when, sales] : m_supply) {
        (*add)->bindAll(when.run, when.name, when.quarter, sales.wins, sales.publisherNanos);
        if (auto added = (*add)->run(); !added)
            return added;
    }
    m_supply.clear();
    return {};
}

} // namespace gavel::store
