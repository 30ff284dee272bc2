// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/books/market_series.h"

#include <algorithm>
#include <array>
#include <limits>

namespace gavel::runtime {

namespace {

constexpr std::size_t kBins = 100;
constexpr double kNanosPerCpm = 1e6;
constexpr std::int64_t kBucketMs = 10 * base::kSecondMs; ///< the finest level of the series store

bool isCounted(std::string_view name)
{
    constexpr std::array<std::string_view, 6> kCounted{"auctions",    "bids",   "wins",
                                                       "impressions", "clicks", "cost"};
    return std::find(kCounted.begin(), kCounted.end(), name) != kCounted.end();
}

/// Values of spans that reach past the last whole bucket.
void forgetUnfinished(std::vector<double>& values, const SeriesQuery& query, TimeMs counted)
{
    const std::int64_t whole = counted.value / kBucketMs * kBucketMs;
    const auto points = static_cast<std::int64_t>(values.size());
    for (std::int64_t i = 0; i < points; ++i) {
        const std::int64_t end = query.from.value + (query.to - query.from) * (i + 1) / points;
        if (end > whole)
            values[static_cast<std::size_t>(i)] = std::numeric_limits<double>::quiet_NaN();
    }
}

double units(Money amount)
{
    return static_cast<double>(amount.micros) / 1e6;
}

} // namespace

void MarketSeries::begin(const model::MarketSetup& setup)
{
    clear();
    const std::lock_guard lock(m_mutex);
    m_lastTime = setup.start;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const auto& placement : setup.placements)
        least = std::min(least, placement.floor.nanos);
    m_floorCpm = setup.placements.empty() ? 0 : static_cast<double>(least) / kNanosPerCpm;
}

void MarketSeries::clear()
{
    const std::lock_guard lock(m_mutex);
    m_store = std::make_unique<metrics::SeriesStore>();
    m_last = {};
    m_lastTime = {};
    m_lastLatency.clear();
    m_lastBins.clear();
    m_lastPaidNanos = 0;
    m_lastPaid = 0;
    m_columns.clear();
}

void MarketSeries::spread(const std::string& name, TimeMs from, TimeMs to, double amount)
{
    const auto series = m_store->series(name, metrics::Merge::Sum);
    const double perMs = amount / static_cast<double>(to - from);
    for (std::int64_t at = from.value; at < to.value;) {
        const std::int64_t next = std::min((at / kBucketMs + 1) * kBucketMs, to.value);
        m_store->add(series, {at}, perMs * static_cast<double>(next - at));
        at = next;
    }
}

void MarketSeries::gauge(const std::string& name, TimeMs at, double value)
{
    m_store->add(m_store->series(name, metrics::Merge::Gauge), at, value);
}

void MarketSeries::addLatency(TimeMs at, const base::Histogram& latency)
{
    const base::Histogram span = latency.since(m_lastLatency);
    m_lastLatency = latency;
    if (span.count() == 0)
        return;
    gauge("auction_p50_ms", at, static_cast<double>(span.percentile(0.50)) / 1000);
    gauge("auction_p95_ms", at, static_cast<double>(span.percentile(0.95)) / 1000);
    gauge("auction_p99_ms", at, static_cast<double>(span.percentile(0.99)) / 1000);
}

void MarketSeries::addDepth(TimeMs at, const market::ShardCounters& sum)
{
    const std::int64_t number = at.value / kColumnMs;
    if (m_columns.empty() || m_columns.back().number != number)
        m_columns.push_back({number, std::vector<std::uint32_t>(kBins), 0, 0});
    if (m_columns.size() > kMostColumns)
        m_columns.pop_front();
    Column& column = m_columns.back();
    m_lastBins.resize(kBins);
    for (std::size_t i = 0; i < kBins && i < sum.bidBins.size(); ++i) {
        column.counts[i] += sum.bidBins[i] - m_lastBins[i];
        m_lastBins[i] = sum.bidBins[i];
    }
    column.paidNanos += sum.clearingSumNanos - m_lastPaidNanos;
    column.paid += sum.clearings - m_lastPaid;
    m_lastPaidNanos = sum.clearingSumNanos;
    m_lastPaid = sum.clearings;
}

void MarketSeries::add(const Snapshot& snapshot, const MarketCounters& counters)
{
    const std::lock_guard lock(m_mutex);
    if (counters.at <= m_lastTime)
        return;
    const Totals& now = snapshot.total;
    const auto counted = [&](const char* name, std::uint64_t Totals::*count) {
        spread(name, m_lastTime, counters.at, static_cast<double>(now.*count - m_last.*count));
    };
    counted("auctions", &Totals::auctions);
    counted("bids", &Totals::bids);
    counted("wins", &Totals::wins);
    counted("impressions", &Totals::impressions);
    counted("clicks", &Totals::clicks);
    spread("cost", m_lastTime, counters.at, units(now.cost - m_last.cost));
    addLatency(counters.at, counters.sum.auctionMicros);
    for (const auto& seat : snapshot.seats) {
        gauge("seat." + seat.id + ".spend", counters.at, units(seat.spend));
        gauge("seat." + seat.id + ".score", counters.at, units(seat.value - seat.spend));
    }
    for (const auto& publisher : snapshot.publishers)
        gauge("publisher." + publisher.id + ".revenue", counters.at, units(publisher.revenue));
    if (snapshot.campaigns.size() <= kMostCampaigns)
        for (const auto& campaign : snapshot.campaigns)
            gauge("campaign." + campaign.id + ".spent", counters.at, units(campaign.spentToday));
    addDepth(counters.at, counters.sum);
    m_last = now;
    m_lastTime = counters.at;
}

std::vector<std::string> MarketSeries::names() const
{
    const std::lock_guard lock(m_mutex);
    return m_store->names();
}

std::vector<Series> MarketSeries::query(const SeriesQuery& query) const
{
    std::vector<Series> answer;
    const std::lock_guard lock(m_mutex);
    for (const auto& name : query.names) {
        const auto series = m_store->find(name);
        Series values{name, {}};
        if (series)
            values.values = m_store->query(*series, query.from, query.to, query.points);
        else
            values.values.assign(query.points, std::numeric_limits<double>::quiet_NaN());
        if (isCounted(name))
            forgetUnfinished(values.values, query, m_lastTime);
        answer.push_back(std::move(values));
    }
    return answer;
}

Depth MarketSeries::depth(std::int64_t spanMs) const
{
    const std::lock_guard lock(m_mutex);
    Depth depth;
    depth.columnMs = kColumnMs;
    depth.bins = kBins;
    depth.floorCpm = m_floorCpm;
    if (m_columns.empty())
        return depth;
    const std::int64_t last = m_columns.back().number;
    const std::int64_t first = std::max(last - spanMs / kColumnMs + 1, m_columns.front().number);
    depth.from = {first * kColumnMs};
    const auto columns = static_cast<std::size_t>(last - first + 1);
    depth.counts.resize(columns * kBins);
    depth.clearingCpm.assign(columns, std::numeric_limits<double>::quiet_NaN());
    for (const Column& column : m_columns) {
        if (column.number < first)
            continue;
        const auto place = static_cast<std::size_t>(column.number - first);
        std::copy(column.counts.begin(), column.counts.end(),
                  depth.counts.begin() + static_cast<std::ptrdiff_t>(place * kBins));
        if (column.paid > 0)
            depth.clearingCpm[place] = static_cast<double>(column.paidNanos)
                / static_cast<double>(column.paid) / kNanosPerCpm;
    }
    return depth;
}

} // namespace gavel::runtime
