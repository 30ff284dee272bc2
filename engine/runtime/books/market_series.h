// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/series_store.h"
#include "engine/runtime/engine.h"
#include "engine/runtime/snapshot_maker.h"

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace gavel::runtime {

/// A market's history for charts, over its own time. Names: auctions, bids, wins, impressions,
/// clicks, cost (counts and amounts of a span); auction_p50_ms, auction_p95_ms, auction_p99_ms
/// (levels); seat.ID.spend, seat.ID.score (totals so far); campaign.ID.spent (today so far, markets
/// of up to 500 campaigns); publisher.ID.revenue. Control adds, any thread asks.
class MarketSeries
{
public:
    void begin(const model::MarketSetup& setup);
    void clear();
    /// What has happened since the call before belongs to the time between them.
    void add(const Snapshot& snapshot, const MarketCounters& counters);

    std::vector<std::string> names() const;
    /// Counts and amounts of a span that the market has not passed yet are NaN: half a count would
    /// mislead.
    std::vector<Series> query(const SeriesQuery& query) const;
    Depth depth(std::int64_t spanMs) const;

private:
    static constexpr std::size_t kMostCampaigns = 500;
    static constexpr std::size_t kMostColumns = 4096;
    static constexpr std::int64_t kColumnMs = 10 * base::kSecondMs;

    struct Column
    {
        std::int64_t number = 0; ///< time / kColumnMs
        std::vector<std::uint32_t> counts;
        std::int64_t paidNanos = 0;
        std::uint64_t paid = 0;
    };

    /// Spreads an amount evenly over the time since the last call.
    void spread(const std::string& name, TimeMs from, TimeMs to, double amount);
    void gauge(const std::string& name, TimeMs at, double value);
    void addLatency(TimeMs at, const base::Histogram& latency);
    void addDepth(TimeMs at, const market::ShardCounters& sum);

    mutable std::mutex m_mutex;
    std::unique_ptr<metrics::SeriesStore> m_store = std::make_unique<metrics::SeriesStore>();
    Totals m_last;
    TimeMs m_lastTime;
    base::Histogram m_lastLatency;
    std::vector<std::uint32_t> m_lastBins;
    std::int64_t m_lastPaidNanos = 0;
    std::uint64_t m_lastPaid = 0;
    std::deque<Column> m_columns;
    double m_floorCpm = 0;
};

} // namespace gavel::runtime
