// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::metrics {

/// How the values that fall into one bucket become one.
enum class Merge : std::uint8_t {
    Sum, ///< amounts: they add up
    Gauge, ///< a level: the latest stands
    Max, ///< the highest stands
};

/// Buckets of one length, kept in a ring: `buckets` times `bucketMs` is how far back it reaches.
struct SeriesLevel
{
    std::int64_t bucketMs = 0;
    std::size_t buckets = 0;
};

/// Two hours in steps of 10 s, a day in minutes, 14 days in quarters of an hour: 137 KiB for a
/// series.
std::vector<SeriesLevel> defaultSeriesLevels();

/// Named time series over the market's time in fixed memory. Each value goes to every level; a
/// query reads the finest level that still reaches back far enough, so long runs get coarser
/// instead of larger. Any thread.
class SeriesStore
{
public:
    /// Levels from fine to coarse.
    explicit SeriesStore(std::vector<SeriesLevel> levels = defaultSeriesLevels());

    /// The series of this name, made when it is new; the first call decides how it merges.
    std::uint32_t series(std::string_view name, Merge merge);
    std::optional<std::uint32_t> find(std::string_view name) const;
    std::vector<std::string> names() const;

    /// Times older than a level reaches are left out of that level. A value that is not finite is
    /// left out.
    void add(std::uint32_t series, TimeMs at, double value);

    /// `points` values over [from, to): amounts of each span for Sum (a bucket that lies in two
    /// spans is shared by time), the latest for Gauge, the highest for Max. NaN where nothing was
    /// measured.
    std::vector<double> query(std::uint32_t series, TimeMs from, TimeMs to,
                              std::size_t points) const;

    struct Extremes
    {
        double least = 0;
        double most = 0;
    };
    /// The same spans, but with the least and most single value in each, so that no peak is lost.
    /// For Sum these are the bucket totals scaled to the length of a span.
    std::vector<Extremes> extremes(std::uint32_t series, TimeMs from, TimeMs to,
                                   std::size_t points) const;

    /// Forgets all values; names and numbers stay.
    void clear();

private:
    struct Bucket
    {
        std::int64_t number
            = INT64_MIN; ///< time / bucketMs; another number in the slot = nothing measured
        double value = 0;
        double least = 0;
        double most = 0;
        TimeMs latest; ///< of the values in it
    };
    struct Level
    {
        std::vector<Bucket> ring;
        std::int64_t newest = INT64_MIN;
    };
    struct Series
    {
        std::string name;
        Merge merge{};
        std::vector<Level> levels;
    };
    /// A bucket that overlaps a span, and how.
    struct Part
    {
        const Bucket* bucket = nullptr;
        double share = 0; ///< of the bucket's time that lies in the span
        double lengthMs = 0; ///< of the bucket's measured time
    };

    std::optional<std::uint32_t> numberOf(std::string_view name) const;
    void merge(Merge how, Level& level, std::int64_t bucketMs, TimeMs at, double value);
    std::size_t levelFor(const Series& series, TimeMs from) const;
    template<typename Visit>
    void eachPart(const Series& series, std::size_t level, std::int64_t from, std::int64_t to,
                  Visit visit) const;
    double spanValue(const Series& series, std::size_t level, std::int64_t from,
                     std::int64_t to) const;
    Extremes spanExtremes(const Series& series, std::size_t level, std::int64_t from,
                          std::int64_t to) const;

    std::vector<SeriesLevel> m_levels;
    mutable std::mutex m_mutex;
    std::vector<Series> m_series;
};

} // namespace gavel::metrics
