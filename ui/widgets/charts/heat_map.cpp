// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/heat_map.h"

#include "ui/widgets/charts/plot.h"
#include "ui/widgets/numbers.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gavel::widgets {

namespace {

constexpr int kLeft = 44;
constexpr int kBottom = 22;
constexpr int kTop = 8;
constexpr int kLadder = 72;
constexpr int kPixelsPerTime = 90;

} // namespace

HeatMap::HeatMap(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        colorImage();
        update();
    });
}

int HeatMap::columns() const
{
    return m_values.rows > 0 ? static_cast<int>(m_values.counts.size()) / m_values.rows : 0;
}

/// The row below which 99.5 % of the counts lie, and a little air above it: a few stray prices must
/// not press the market into a corner.
int HeatMap::topRow() const
{
    const auto rows = static_cast<std::size_t>(m_values.rows);
    std::vector<quint64> sums(rows);
    quint64 all = 0;
    for (std::size_t i = 0; i < m_values.counts.size(); ++i) {
        sums[i % rows] += m_values.counts[i];
        all += m_values.counts[i];
    }
    quint64 above = 0;
    std::size_t top = rows;
    while (top > 10 && above + sums[top - 1] <= all / 200)
        above += sums[--top];
    return std::min(m_values.rows, static_cast<int>(top + 1 + top / 10));
}

void HeatMap::setValues(HeatMapValues values)
{
    m_values = std::move(values);
    m_shownRows = m_values.rows > 0 ? std::max(1, topRow()) : 1;
    colorImage();
    update();
}

void HeatMap::setUtcOffset(int minutes)
{
    m_offsetMinutes = minutes;
    update();
}

void HeatMap::setLadderTitle(const QString& title)
{
    m_ladderTitle = title;
    update();
}

void HeatMap::setStale(bool stale)
{
    m_stale = stale;
    update();
}

/// Square root of the count: single bids stay visible beside the crowd.
void HeatMap::colorImage()
{
    const int width = columns();
    if (width == 0) {
        m_image = {};
        return;
    }
    quint32 most = 1;
    for (const quint32 count : m_values.counts)
        most = std::max(most, count);
    std::array<QRgb, 256> shades{};
    for (std::size_t i = 0; i < shades.size(); ++i)
        shades[i] = Theme::current().heat(static_cast<double>(i) / 255).rgb();
    m_image = QImage(width, m_shownRows, QImage::Format_RGB32);
    for (int row = 0; row < m_shownRows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(m_shownRows - 1 - row));
        for (int column = 0; column < width; ++column) {
            const quint32 count = m_values.counts[static_cast<std::size_t>(column)
                                                      * static_cast<std::size_t>(m_values.rows)
                                                  + static_cast<std::size_t>(row)];
            const double share = std::sqrt(static_cast<double>(count) / most);
            line[column] = shades[static_cast<std::size_t>(share * 255)];
        }
    }
}

double HeatMap::yOf(double price, const QRectF& plot) const
{
    return plot.bottom() - price / (m_shownRows * m_values.rowHeight) * plot.height();
}

void HeatMap::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), color(Token::Bg2));
    const QRectF plot(QPointF(kLeft, kTop), QPointF(width() - kLadder - 16, height() - kBottom));
    if (m_image.isNull() || plot.width() < 10)
        return;
    painter.setOpacity(m_stale ? 0.5 : 1);
    painter.drawImage(plot, m_image);
    paintLine(painter, plot);
    paintLadder(painter, QRectF(plot.right() + 6, plot.top(), kLadder, plot.height()));
    painter.setOpacity(1);
    paintAxis(painter, plot);
}

void HeatMap::paintAxis(QPainter& painter, const QRectF& plot) const
{
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(Token::T3));
    const plot::Extent extent{0, m_shownRows * m_values.rowHeight};
    for (const double price :
         plot::ticks(extent, std::max(3, static_cast<int>(plot.height()) / 36))) {
        const double y = yOf(price, plot);
        painter.drawText(QRectF(0, y - 8, kLeft - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         numbers::decimal(price, 2));
        painter.fillRect(QRectF(kLeft - 5, std::round(y), 5, 1), color(Token::Line2));
    }
    const qint64 to = m_values.from + m_values.columnMs * columns();
    const int most = std::max(2, static_cast<int>(plot.width()) / kPixelsPerTime);
    const std::vector<qint64> ticks = plot::timeTicks(m_values.from, to, m_offsetMinutes, most);
    for (const qint64 at : ticks) {
        const double x = plot.left()
            + plot.width() * static_cast<double>(at - m_values.from)
                / static_cast<double>(to - m_values.from);
        const QString text = plot::timeTickText(at, ticks, m_offsetMinutes);
        const int wide = painter.fontMetrics().horizontalAdvance(text);
        const double left = std::min(x - wide / 2.0, plot.right() - wide);
        painter.drawText(QPointF(left, plot.bottom() + 3 + painter.fontMetrics().ascent()), text);
    }
    painter.drawText(QRectF(plot.right() + 6, plot.bottom() + 3, kLadder, 16),
                     Qt::AlignLeft | Qt::AlignVCenter, m_ladderTitle);
}

void HeatMap::paintLine(QPainter& painter, const QRectF& plot) const
{
    painter.save();
    painter.setClipRect(plot);
    const plot::Scale scale{0, m_shownRows * m_values.rowHeight, plot.top(), plot.bottom()};
    constexpr int kPriceSeries = 4;
    plot::paintRuns(painter, plot::reduce(m_values.line, plot.left(), plot.right(), scale),
                    QPen(Theme::current().series(kPriceSeries), 2));
    if (m_values.floor > 0) {
        QPen pen(color(Token::T1), 1.2);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        const double y = yOf(m_values.floor, plot);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    painter.restore();
}

/// The last tenth of the columns summed by price.
void HeatMap::paintLadder(QPainter& painter, const QRectF& place) const
{
    const int width = columns();
    const int first = width - std::max(1, width / 10);
    std::vector<double> sums(static_cast<std::size_t>(m_shownRows));
    for (int column = first; column < width; ++column) {
        const auto* counts = &m_values.counts[static_cast<std::size_t>(column)
                                              * static_cast<std::size_t>(m_values.rows)];
        for (int row = 0; row < m_shownRows; ++row)
            sums[static_cast<std::size_t>(row)] += counts[row];
    }
    const double most = std::max(1.0, *std::max_element(sums.begin(), sums.end()));
    const double height = place.height() / m_shownRows;
    painter.fillRect(QRectF(place.left() - 4, place.top(), 1, place.height()), color(Token::Line2));
    for (int row = 0; row < m_shownRows; ++row) {
        const double length = sums[static_cast<std::size_t>(row)] / most * (place.width() - 4);
        painter.fillRect(QRectF(place.left(), place.bottom() - (row + 1) * height, length,
                                std::max(1.0, height - 1)),
                         Theme::current().series(0));
    }
}

} // namespace gavel::widgets
