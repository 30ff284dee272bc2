// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/explore/explore_words.h"

#include "ui/widgets/numbers.h"

#include <array>
#include <cmath>
#include <limits>

namespace gavel::overview {

namespace numbers = widgets::numbers;

namespace {

using runtime::Metric;
using runtime::MetricKind;
using runtime::MetricValue;

constexpr int kAmountDecimals = 2;
constexpr int kRateDecimals = 2;
constexpr double kMicros = 1e6;

Metric metricOf(const QString& measure)
{
    return pipeline::metricNamed(measure.toStdString()).value_or(Metric::Impressions);
}

constexpr std::array<const char*, pipeline::kMetrics> kMeasureWords{
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Requests"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Bids"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Wins"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Impressions"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Viewable"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Clicks"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Conversions"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Quarantined"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Spend"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Earned"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Revenue"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Attributed clicks"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Attributed conversions"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Attributed revenue"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "CTR"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "CVR"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "CPC"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "CPM"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "CPA"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "ROAS"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Viewability"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Win rate"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Fill"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Unique users")};

constexpr std::array<const char*, pipeline::kCountedBy> kDimensionWords{
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Whole market"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Campaign"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Ad"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Creative"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Advertiser"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Publisher"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Placement"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Device"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Country"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Source"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Session"),
    QT_TRANSLATE_NOOP("gavel::overview::ExploreWords", "Segment")};

QString rate(double ratio, const QString& measure)
{
    return measure == u"roas" ? numbers::decimal(ratio, kRateDecimals)
                              : numbers::percent(ratio, kRateDecimals);
}

} // namespace

QString ExploreWords::dimension(const QString& name)
{
    for (std::size_t i = 0; i < kDimensionWords.size(); ++i)
        if (name.toStdString() == pipeline::kCountedByNames[i])
            return tr(kDimensionWords[i]);
    return name;
}

QString ExploreWords::measure(const QString& name)
{
    return tr(kMeasureWords[static_cast<std::size_t>(metricOf(name))]);
}

QString ExploreWords::window(ExploreWindow window)
{
    switch (window) {
    case ExploreWindow::Page:
        return tr("Range of the page");
    case ExploreWindow::Hour:
        return tr("Last 1 h");
    case ExploreWindow::FourHours:
        return tr("Last 4 h");
    case ExploreWindow::Day:
        return tr("Last day");
    case ExploreWindow::Week:
        return tr("Last 7 days");
    case ExploreWindow::Everything:
        break;
    }
    return tr("Everything counted");
}

QString ExploreWords::heading(const QString& name, const QString& currency)
{
    return pipeline::kindOf(metricOf(name)) == MetricKind::Money
        ? tr("%1, %2", "measure, currency").arg(measure(name), currency)
        : measure(name);
}

QString ExploreWords::value(const std::optional<MetricValue>& value, const QString& measure)
{
    if (!value)
        return numbers::missing();
    if (value->kind == MetricKind::Count)
        return numbers::count(value->number);
    return value->kind == MetricKind::Money ? numbers::amount(value->number, kAmountDecimals)
                                            : rate(value->ratio, measure);
}

std::function<QString(double)> ExploreWords::format(const QString& measure)
{
    switch (pipeline::kindOf(metricOf(measure))) {
    case MetricKind::Count:
        return [](double value) { return numbers::big(value); };
    case MetricKind::Money:
        return [](double value) { return numbers::decimal(value, kAmountDecimals); };
    case MetricKind::Ratio:
        break;
    }
    return [measure](double value) { return rate(value, measure); };
}

double ExploreWords::plotted(const std::optional<MetricValue>& value)
{
    if (!value)
        return std::numeric_limits<double>::quiet_NaN();
    if (value->kind == MetricKind::Ratio)
        return value->ratio;
    return static_cast<double>(value->number) / (value->kind == MetricKind::Money ? kMicros : 1.0);
}

QString ExploreWords::change(const runtime::MetricRow& row, const QString& measure)
{
    if (!row.value || !row.before)
        return {};
    const double now = plotted(row.value);
    const double before = plotted(row.before);
    if (row.value->kind == MetricKind::Ratio && measure != u"roas")
        return numbers::points(now - before);
    return before > 0 ? numbers::change((now - before) / before) : QString();
}

bool ExploreWords::isSum(const QString& measure)
{
    const Metric metric = metricOf(measure);
    return metric < Metric::Ctr;
}

} // namespace gavel::overview
