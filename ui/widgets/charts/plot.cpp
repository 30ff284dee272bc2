// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/plot.h"

#include "ui/widgets/numbers.h"

#include <QLinearGradient>

#include <algorithm>
#include <array>
#include <cmath>

namespace gavel::widgets::plot {

namespace {

/// So small a part of the extent below 0 is worth no step of the axis.
constexpr double kSlight = 0.04;

double niceStep(double span, int most)
{
    const double raw = span / std::max(1, most - 1);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (factor * power >= raw * 0.999999)
            return factor * power;
    }
    return 10 * power;
}

/// The four points of one column: first, smallest, largest, last, in the order of time where it
/// matters.
void addColumn(Run& run, std::span<const double> values, double x, const Scale& scale)
{
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    run << QPointF(x, scale.y(values.front()));
    if (low < high)
        run << QPointF(x, scale.y(*low)) << QPointF(x, scale.y(*high));
    else if (high < low)
        run << QPointF(x, scale.y(*high)) << QPointF(x, scale.y(*low));
    run << QPointF(x, scale.y(values.back()));
}

std::vector<Run> everyPoint(std::span<const double> values, double left, double right,
                            const Scale& scale)
{
    std::vector<Run> runs(1);
    const double step
        = values.size() > 1 ? (right - left) / static_cast<double>(values.size() - 1) : 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i]))
            runs.back() << QPointF(left + step * static_cast<double>(i), scale.y(values[i]));
        else if (!runs.back().isEmpty())
            runs.emplace_back();
    }
    return runs;
}

} // namespace

Extent extentOf(std::span<const double> values, bool fromZero)
{
    Extent extent{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
    for (const double value : values) {
        if (!std::isfinite(value))
            continue;
        extent.low = std::min(extent.low, value);
        extent.high = std::max(extent.high, value);
    }
    if (extent.low > extent.high)
        return {0, 1};
    if (fromZero) {
        extent.low = std::min(extent.low, 0.0);
        extent.high = std::max(extent.high, 0.0);
    }
    if (extent.high - extent.low < 1e-12 * std::max(1.0, std::abs(extent.high))) {
        const double half = extent.high == 0 ? 0.5 : std::abs(extent.high) / 2;
        return {extent.low - (fromZero && extent.low >= 0 ? 0 : half), extent.high + half};
    }
    return extent;
}

std::vector<Run> reduce(std::span<const double> values, double left, double right,
                        const Scale& scale)
{
    const auto columns = static_cast<std::size_t>(std::max(1.0, std::floor(right - left)));
    if (values.size() <= 2 * columns)
        return everyPoint(values, left, right, scale);
    std::vector<Run> runs(1);
    for (std::size_t column = 0; column < columns; ++column) {
        const std::size_t first = column * values.size() / columns;
        const std::size_t last = (column + 1) * values.size() / columns;
        const std::span<const double> part = values.subspan(first, last - first);
        if (std::all_of(part.begin(), part.end(), [](double v) { return std::isfinite(v); }))
            addColumn(runs.back(), part, left + static_cast<double>(column), scale);
        else if (!runs.back().isEmpty())
            runs.emplace_back();
    }
    return runs;
}

void paintRuns(QPainter& painter, const std::vector<Run>& runs, const QPen& pen)
{
    QPen round = pen;
    round.setJoinStyle(Qt::RoundJoin);
    round.setCapStyle(pen.style() == Qt::SolidLine ? Qt::RoundCap : Qt::FlatCap);
    painter.setPen(round);
    painter.setBrush(Qt::NoBrush);
    for (const Run& run : runs) {
        if (run.size() == 1)
            painter.drawPoint(run.first());
        else
            painter.drawPolyline(run);
    }
}

void paintArea(QPainter& painter, const std::vector<Run>& runs, double bottom, const QColor& color)
{
    double top = bottom;
    for (const Run& run : runs)
        top = std::min(top, run.boundingRect().top());
    QColor from = color;
    from.setAlphaF(0.28F);
    QColor to = color;
    to.setAlphaF(0);
    QLinearGradient gradient(0, top, 0, bottom);
    gradient.setColorAt(0, from);
    gradient.setColorAt(1, to);
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    for (const Run& run : runs) {
        if (run.size() < 2)
            continue;
        QPolygonF area = run;
        area << QPointF(run.last().x(), bottom) << QPointF(run.first().x(), bottom);
        painter.drawPolygon(area);
    }
}

std::vector<double> ticks(const Extent& extent, int most)
{
    const double step = niceStep(extent.high - extent.low, most);
    std::vector<double> result;
    for (double i = std::ceil(extent.low / step - 1e-9); i * step <= extent.high + step * 1e-9; ++i)
        result.push_back(i == 0 ? 0 : i * step);
    return result;
}

Extent widened(const Extent& extent, int mostTicks)
{
    const bool isSlight = extent.low < 0 && -extent.low < kSlight * (extent.high - extent.low);
    const double low = isSlight ? 0 : extent.low;
    const double step = niceStep(extent.high - low, mostTicks);
    return {std::floor(low / step + 1e-9) * step, std::ceil(extent.high / step - 1e-9) * step};
}

std::vector<qint64> timeTicks(qint64 from, qint64 to, int offsetMinutes, int most)
{
    static constexpr std::array<qint64, 18> kSteps{
        1'000,     2'000,     5'000,      10'000,     15'000,     30'000,
        60'000,    120'000,   300'000,    600'000,    900'000,    1'800'000,
        3'600'000, 7'200'000, 10'800'000, 21'600'000, 43'200'000, 86'400'000};
    const auto fits = [&](qint64 step) { return (to - from) / step <= most; };
    const auto found = std::find_if(kSteps.begin(), kSteps.end(), fits);
    qint64 step = found == kSteps.end() ? kSteps.back() : *found;
    while (!fits(step))
        step *= 2;
    const qint64 offset = static_cast<qint64>(offsetMinutes) * 60'000;
    std::vector<qint64> result;
    for (qint64 local = (from + offset + step - 1) / step * step; local <= to + offset;
         local += step)
        result.push_back(local - offset);
    return result;
}

QString timeTickText(qint64 at, const std::vector<qint64>& ticks, int offsetMinutes)
{
    const bool seconds = ticks.size() > 1 && (ticks[1] - ticks[0]) % 60'000 != 0;
    return seconds ? numbers::time(at, offsetMinutes) : numbers::timeShort(at, offsetMinutes);
}

QString tickText(double value, double step)
{
    if (std::abs(value) >= 10'000 && step >= 1'000)
        return numbers::compact(value);
    int decimals = 0;
    for (double unit = step; unit < 0.9999 && decimals < 6; unit *= 10)
        ++decimals;
    return numbers::decimal(value, decimals == 1 ? 2 : decimals);
}

} // namespace gavel::widgets::plot
