// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/explore/explore_choice.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace gavel::overview {

namespace {

constexpr qint64 kQuarterMs = 15 * base::kMinuteMs;
constexpr qint64 kMinutesKeptMs = 40 * base::kHourMs; // a little less than they are

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

qint64 lengthOf(ExploreWindow window)
{
    switch (window) {
    case ExploreWindow::Hour:
        return base::kHourMs;
    case ExploreWindow::FourHours:
        return 4 * base::kHourMs;
    case ExploreWindow::Week:
        return 7 * base::kDayMs;
    default:
        return base::kDayMs;
    }
}

TimeWindow windowOf(const ExploreChoice& choice, const ExploreMoment& moment,
                    const runtime::CountedTime& counted)
{
    const bool runs = moment.now > 0;
    if (choice.window == ExploreWindow::Everything
        || (choice.window == ExploreWindow::Page && !runs))
        return {counted.from.value, counted.to.value};
    if (choice.window == ExploreWindow::Page)
        return moment.page;
    const qint64 to = runs ? moment.now : counted.to.value;
    return {to - lengthOf(choice.window), to};
}

} // namespace

QJsonObject ExploreChoice::toJson() const
{
    return {{QStringLiteral("dimension"), dimension},
            {QStringLiteral("measure"), measure},
            {QStringLiteral("window"), static_cast<int>(window)},
            {QStringLiteral("compare"), compare}};
}

ExploreChoice ExploreChoice::fromJson(const QJsonObject& json)
{
    ExploreChoice choice;
    const QString dimension = json.value(u"dimension").toString();
    if (exploreDimensions().contains(dimension))
        choice.dimension = dimension;
    const QString measure = json.value(u"measure").toString();
    if (exploreMeasures(choice.dimension).contains(measure))
        choice.measure = measure;
    const int window = json.value(u"window").toInt(0);
    if (window > 0 && window < kExploreWindows)
        choice.window = static_cast<ExploreWindow>(window);
    choice.compare = json.value(u"compare").toBool(true);
    return choice;
}

QStringList exploreDimensions()
{
    QStringList all;
    for (const std::string_view name : pipeline::kCountedByNames)
        if (name != "session")
            all << textOf(name);
    return all;
}

QStringList exploreMeasures(const QString& dimension)
{
    const auto by = std::find(pipeline::kCountedByNames.begin(), pipeline::kCountedByNames.end(),
                              dimension.toStdString());
    if (by == pipeline::kCountedByNames.end())
        return {};
    const auto counted = static_cast<pipeline::CountedBy>(by - pipeline::kCountedByNames.begin());
    QStringList kept;
    for (std::size_t i = 0; i < pipeline::kMetrics; ++i)
        if (pipeline::isKept(counted, static_cast<pipeline::Metric>(i)))
            kept << textOf(pipeline::kMetricNames[i]);
    return kept;
}

runtime::MetricQuery queryOf(const ExploreChoice& choice, const ExploreMoment& moment,
                             const runtime::CountedTime& counted)
{
    const TimeWindow window = windowOf(choice, moment, counted);
    runtime::MetricQuery query;
    query.dimension = choice.dimension.toStdString();
    query.measure = choice.measure.toStdString();
    query.compare = choice.compare;
    query.utcOffsetMinutes = moment.utcOffset;
    query.ownDays = choice.measure == u"unique_users";
    const qint64 length = window.length();
    const bool hasMinutes
        = counted.to.value - window.from + (choice.compare ? length : 0) <= kMinutesKeptMs;
    qint64 step = base::kDayMs;
    query.step = "day";
    if (!query.ownDays && length <= 2 * base::kHourMs && hasMinutes) {
        step = base::kMinuteMs;
        query.step = "minute";
    } else if (!query.ownDays && length <= 30 * base::kHourMs) {
        step = kQuarterMs;
        query.step = "quarter";
    } else if (!query.ownDays && length <= 8 * base::kDayMs) {
        query.step = "hour";
    }
    const bool isWhole = step < base::kDayMs && length >= 4 * step && window.to != counted.to.value;
    const qint64 to = isWhole ? window.to / step * step : window.to;
    query.from = {isWhole ? to - std::max<qint64>(1, length / step) * step : window.from};
    query.to = {std::max<qint64>(to, query.from.value + 1)};
    return query;
}

QString tracedMeasure(const QString& measure)
{
    static const std::array<std::pair<QStringView, QStringView>, 19> kBehind{
        {{u"wins", u"wins"},
         {u"spend", u"wins"},
         {u"earned", u"wins"},
         {u"win_rate", u"wins"},
         {u"fill", u"wins"},
         {u"viewable", u"viewable"},
         {u"viewability", u"viewable"},
         {u"clicks", u"clicks"},
         {u"ctr", u"clicks"},
         {u"cpc", u"clicks"},
         {u"attributed_clicks", u"attributed_clicks"},
         {u"conversions", u"conversions"},
         {u"attributed_conversions", u"attributed_conversions"},
         {u"attributed_revenue", u"attributed_conversions"},
         {u"revenue", u"conversions"},
         {u"cvr", u"conversions"},
         {u"cpa", u"conversions"},
         {u"roas", u"conversions"},
         {u"cpm", u"impressions"}}};
    for (const auto& [asked, behind] : kBehind)
        if (measure == asked)
            return behind.toString();
    return QStringLiteral("impressions");
}

} // namespace gavel::overview
