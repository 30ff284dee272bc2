// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/history.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gavel::overview {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t kMostPoints = 300;
constexpr std::size_t kSpentPoints = 48;

/// The length of the buckets that still reach back to the window's begin: finer points would only
/// repeat them.
std::int64_t bucketMs(TimeWindow window, std::int64_t now)
{
    const std::int64_t back = now - window.from;
    if (back <= 100 * base::kSecondMs)
        return base::kSecondMs;
    if (back <= 2 * base::kHourMs)
        return 10 * base::kSecondMs;
    return back <= base::kDayMs ? base::kMinuteMs : 15 * base::kMinuteMs;
}

/// A level stands until it is measured anew.
void hold(std::vector<double>& values)
{
    double last = kNaN;
    for (double& value : values) {
        if (std::isfinite(value))
            last = value;
        else
            value = last;
    }
}

std::vector<double> perSecond(std::vector<double> values, double seconds)
{
    for (double& value : values)
        value /= seconds;
    return values;
}

std::size_t twentieth(std::size_t size)
{
    return std::max<std::size_t>(1, size / 20);
}

template<typename Iterator>
double meanOf(Iterator from, std::size_t size)
{
    const std::size_t count = twentieth(size);
    double sum = 0;
    std::size_t found = 0;
    for (std::size_t i = 0; i < size && found < count; ++i, ++from) {
        if (!std::isfinite(*from))
            continue;
        sum += *from;
        ++found;
    }
    return found == 0 ? kNaN : sum / static_cast<double>(found);
}

std::vector<double> sumOfSpent(const runtime::Engine& engine, TimeWindow window,
                               const std::vector<std::string>& campaigns)
{
    if (campaigns.empty())
        return {};
    runtime::SeriesQuery query{{}, {window.from}, {window.to}, kSpentPoints};
    for (const std::string& id : campaigns)
        query.names.push_back("campaign." + id + ".spent");
    std::vector<double> sum(kSpentPoints, kNaN);
    for (runtime::Series& series : engine.series(query)) {
        hold(series.values);
        for (std::size_t i = 0; i < sum.size() && i < series.values.size(); ++i) {
            if (std::isfinite(series.values[i]))
                sum[i] = (std::isfinite(sum[i]) ? sum[i] : 0) + series.values[i];
        }
    }
    return sum;
}

} // namespace

std::vector<double> ratios(const std::vector<double>& parts, const std::vector<double>& wholes,
                           double factor)
{
    std::vector<double> result(std::min(parts.size(), wholes.size()), kNaN);
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (wholes[i] > 0)
            result[i] = parts[i] / wholes[i] * factor;
    }
    return result;
}

double meanOfFirst(const std::vector<double>& values)
{
    return meanOf(values.begin(), values.size());
}

double meanOfLast(const std::vector<double>& values)
{
    return meanOf(values.rbegin(), values.size());
}

std::int64_t lengthOfLast(const History& history)
{
    const auto points = std::max<std::size_t>(1, history.auctions.size());
    return history.window.length() * static_cast<std::int64_t>(twentieth(points))
        / static_cast<std::int64_t>(points);
}

History readHistory(const runtime::Engine& engine, TimeWindow window, TimeWindow run,
                    const std::vector<std::string>& campaigns)
{
    const std::int64_t bucket = bucketMs(window, run.to);
    const std::int64_t points = std::clamp<std::int64_t>(window.length() / bucket, 2, kMostPoints);
    // Whole buckets, so that the newest point is not one that is still being filled.
    const std::int64_t to
        = std::max<std::int64_t>(window.to / bucket * bucket, window.from + bucket);
    History history;
    history.window = {window.from, to};
    const auto answer = engine.series(
        {{"auctions", "bids", "wins", "cost", "auction_p50_ms", "auction_p95_ms", "auction_p99_ms"},
         {window.from},
         {to},
         static_cast<std::size_t>(points)});
    const double seconds
        = static_cast<double>(to - window.from) / 1000 / static_cast<double>(points);
    history.auctions = perSecond(answer[0].values, seconds);
    history.bids = perSecond(answer[1].values, seconds);
    history.wins = perSecond(answer[2].values, seconds);
    history.cost = perSecond(answer[3].values, seconds);
    history.p50 = answer[4].values;
    history.p95 = answer[5].values;
    history.p99 = answer[6].values;
    for (auto* level : {&history.p50, &history.p95, &history.p99})
        hold(*level);
    history.spent = sumOfSpent(engine, history.window, campaigns);
    return history;
}

} // namespace gavel::overview
