// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPolygonF>
#include <QString>

#include <span>
#include <vector>

/// What every chart of the console shares: scales, ticks and the reduction of many values to
/// columns of pixels.
namespace gavel::widgets::plot {

struct Extent
{
    double low = 0;
    double high = 1;
};

/// Smallest and largest finite value; from 0 when asked; never empty.
Extent extentOf(std::span<const double> values, bool fromZero);

/// Maps values to y, high values up.
struct Scale
{
    double low = 0;
    double high = 1;
    double top = 0;
    double bottom = 1;
    double y(double value) const { return bottom - (value - low) / (high - low) * (bottom - top); }
};

/// Unbroken points; a NaN ends a run.
using Run = QPolygonF;

/// Values at equal distances from left to right. More than one value for a pixel column become its
/// first, smallest, largest and last, so a peak is never lost and the cost depends on the width
/// only.
std::vector<Run> reduce(std::span<const double> values, double left, double right,
                        const Scale& scale);

void paintRuns(QPainter& painter, const std::vector<Run>& runs, const QPen& pen);
/// The gradient under a line, from 28 % to 0.
void paintArea(QPainter& painter, const std::vector<Run>& runs, double bottom, const QColor& color);

/// Round values (1, 2, 5 times a power of ten) covering the extent, at most `most` of them.
std::vector<double> ticks(const Extent& extent, int most);
/// The extent widened to its outer ticks; from 0 where next to nothing lies below it.
Extent widened(const Extent& extent, int mostTicks);
/// Times at round steps (1 s to 1 day) of the zone within the range, at most `most`.
std::vector<qint64> timeTicks(qint64 from, qint64 to, int offsetMinutes, int most);
/// Axis text of one of the ticks: 14:30, with seconds where the ticks are less than a minute apart.
QString timeTickText(qint64 at, const std::vector<qint64>& ticks, int offsetMinutes);
/// Axis text of a value: 6,000; 15 k; 0.50.
QString tickText(double value, double step);

} // namespace gavel::widgets::plot
