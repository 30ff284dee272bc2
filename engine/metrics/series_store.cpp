// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/series_store.h"

#include "engine/base/clock.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace gavel::metrics {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

std::size_t slotOf(std::int64_t number, std::size_t slots)
{
    const auto size = static_cast<std::int64_t>(slots);
    return static_cast<std::size_t>(number - base::floorDivide(number, size) * size);
}

/// The start of span i when [from, to) is cut into `points`.
std::int64_t spanStart(TimeMs from, TimeMs to, std::size_t points, std::size_t i)
{
    const auto length = static_cast<double>(to - from);
    return from.value
        + static_cast<std::int64_t>(length * static_cast<double>(i) / static_cast<double>(points));
}

/// Makes one value of each span.
template<typename Value, typename Make>
std::vector<Value> overSpans(TimeMs from, TimeMs to, std::size_t points, Make make)
{
    std::vector<Value> values;
    values.reserve(points);
    for (std::size_t i = 0; i < points; ++i)
        values.push_back(make(spanStart(from, to, points, i), spanStart(from, to, points, i + 1)));
    return values;
}

} // namespace

std::vector<SeriesLevel> defaultSeriesLevels()
{
    using namespace base;
    return {{10 * kSecondMs, 720}, {kMinuteMs, 1440}, {15 * kMinuteMs, 1344}};
}

SeriesStore::SeriesStore(std::vector<SeriesLevel> levels)
    : m_levels(std::move(levels))
{
    assert(!m_levels.empty());
}

std::uint32_t SeriesStore::series(std::string_view name, Merge merge)
{
    const std::lock_guard lock(m_mutex);
    if (const auto known = numberOf(name))
        return *known;
    Series series{std::string(name), merge, {}};
    for (const SeriesLevel& level : m_levels)
        series.levels.push_back({std::vector<Bucket>(level.buckets), INT64_MIN});
    m_series.push_back(std::move(series));
    return static_cast<std::uint32_t>(m_series.size() - 1);
}

std::optional<std::uint32_t> SeriesStore::find(std::string_view name) const
{
    const std::lock_guard lock(m_mutex);
    return numberOf(name);
}

std::optional<std::uint32_t> SeriesStore::numberOf(std::string_view name) const
{
    for (std::size_t i = 0; i < m_series.size(); ++i)
        if (m_series[i].name == name)
            return static_cast<std::uint32_t>(i);
    return std::nullopt;
}

std::vector<std::string> SeriesStore::names() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> names;
    for (const Series& series : m_series)
        names.push_back(series.name);
    return names;
}

void SeriesStore::add(std::uint32_t series, TimeMs at, double value)
{
    if (!std::isfinite(value))
        return;
    const std::lock_guard lock(m_mutex);
    Series& into = m_series.at(series);
    for (std::size_t i = 0; i < m_levels.size(); ++i)
        merge(into.merge, into.levels[i], m_levels[i].bucketMs, at, value);
}

void SeriesStore::merge(Merge how, Level& level, std::int64_t bucketMs, TimeMs at, double value)
{
    const std::int64_t number = base::floorDivide(at.value, bucketMs);
    Bucket& bucket = level.ring[slotOf(number, level.ring.size())];
    if (bucket.number > number)
        return; // older than the ring reaches
    level.newest = std::max(level.newest, number);
    if (bucket.number < number) {
        bucket = {number, value, value, value, at};
        return;
    }
    bucket.least = std::min(bucket.least, value);
    bucket.most = std::max(bucket.most, value);
    if (how == Merge::Sum)
        bucket.value += value;
    else if (how == Merge::Max)
        bucket.value = bucket.most;
    else if (at >= bucket.latest)
        bucket.value = value;
    bucket.latest = std::max(bucket.latest, at);
}

// The finest level whose ring reaches back to `from`, else the coarsest.
std::size_t SeriesStore::levelFor(const Series& series, TimeMs from) const
{
    for (std::size_t i = 0; i + 1 < m_levels.size(); ++i) {
        const Level& level = series.levels[i];
        if (level.newest == INT64_MIN)
            return i;
        const auto oldest = level.newest - static_cast<std::int64_t>(m_levels[i].buckets) + 1;
        if (base::floorDivide(from.value, m_levels[i].bucketMs) >= oldest)
            return i;
    }
    return m_levels.size() - 1;
}

// Visits the measured buckets that overlap [from, to), oldest first. The newest bucket is as long
// as it was filled.
template<typename Visit>
void SeriesStore::eachPart(const Series& series, std::size_t levelIndex, std::int64_t from,
                           std::int64_t to, Visit visit) const
{
    const Level& level = series.levels[levelIndex];
    const std::int64_t length = m_levels[levelIndex].bucketMs;
    if (level.newest == INT64_MIN || to <= from)
        return;
    const auto oldest = level.newest - static_cast<std::int64_t>(level.ring.size()) + 1;
    const std::int64_t first = std::max(oldest, base::floorDivide(from, length));
    const std::int64_t last = std::min(level.newest, base::floorDivide(to - 1, length));
    for (std::int64_t number = first; number <= last; ++number) {
        const Bucket& bucket = level.ring[slotOf(number, level.ring.size())];
        if (bucket.number != number)
            continue;
        const std::int64_t begin = number * length;
        const std::int64_t end = number == level.newest ? bucket.latest.value + 1 : begin + length;
        const std::int64_t overlap = std::min(to, end) - std::max(from, begin);
        if (overlap > 0)
            visit(Part{&bucket, static_cast<double>(overlap) / static_cast<double>(end - begin),
                       static_cast<double>(end - begin)});
    }
}

double SeriesStore::spanValue(const Series& series, std::size_t level, std::int64_t from,
                              std::int64_t to) const
{
    double value = kNothing;
    eachPart(series, level, from, to, [&](const Part& part) {
        if (series.merge == Merge::Sum)
            value = (std::isnan(value) ? 0 : value) + part.bucket->value * part.share;
        else if (series.merge == Merge::Max)
            value = std::isnan(value) ? part.bucket->value : std::max(value, part.bucket->value);
        else
            value = part.bucket->value;
    });
    return value;
}

SeriesStore::Extremes SeriesStore::spanExtremes(const Series& series, std::size_t level,
                                                std::int64_t from, std::int64_t to) const
{
    Extremes found{kNothing, kNothing};
    eachPart(series, level, from, to, [&](const Part& part) {
        Extremes here{part.bucket->least, part.bucket->most};
        if (series.merge == Merge::Sum) {
            const double scaled
                = part.bucket->value * static_cast<double>(to - from) / part.lengthMs;
            here = {scaled, scaled};
        }
        found.least = std::isnan(found.least) ? here.least : std::min(found.least, here.least);
        found.most = std::isnan(found.most) ? here.most : std::max(found.most, here.most);
    });
    return found;
}

std::vector<double> SeriesStore::query(std::uint32_t series, TimeMs from, TimeMs to,
                                       std::size_t points) const
{
    const std::lock_guard lock(m_mutex);
    const Series& asked = m_series.at(series);
    const std::size_t level = levelFor(asked, from);
    return overSpans<double>(from, to, points, [&](std::int64_t begin, std::int64_t end) {
        return spanValue(asked, level, begin, end);
    });
}

std::vector<SeriesStore::Extremes> SeriesStore::extremes(std::uint32_t series, TimeMs from,
                                                         TimeMs to, std::size_t points) const
{
    const std::lock_guard lock(m_mutex);
    const Series& asked = m_series.at(series);
    const std::size_t level = levelFor(asked, from);
    return overSpans<Extremes>(from, to, points, [&](std::int64_t begin, std::int64_t end) {
        return spanExtremes(asked, level, begin, end);
    });
}

void SeriesStore::clear()
{
    const std::lock_guard lock(m_mutex);
    for (Series& series : m_series)
        for (Level& level : series.levels) {
            std::fill(level.ring.begin(), level.ring.end(), Bucket{});
            level.newest = INT64_MIN;
        }
}

} // namespace gavel::metrics
