// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel/tile.h"

#include "ui/widgets/charts/plot.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/numbers.h"

#include <QPainter>

#include <algorithm>

namespace gavel::widgets {

namespace {

constexpr int kSparklineWidth = 64;
constexpr int kLeastSparklineWidth = 24;
constexpr int kSparklineHeight = 30;

} // namespace

Tile::Tile(const QString& label, int series, QWidget* parent)
    : QAbstractButton(parent)
    , m_value(numbers::missing())
    , m_series(series)
{
    setText(label);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Tile::setLabel(const QString& label)
{
    setText(label);
}

void Tile::setValue(const QString& value, const QString& unit)
{
    m_value = value;
    m_unit = unit;
    setAccessibleDescription(value + u' ' + unit);
    update();
}

void Tile::setComparison(const QString& text, int direction, Token token)
{
    m_comparison = text;
    m_direction = direction;
    m_comparisonToken = token;
    update();
}

void Tile::setHistory(std::vector<double> values)
{
    m_history = std::move(values);
    update();
}

void Tile::setStale(bool stale)
{
    m_stale = stale;
    update();
}

void Tile::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color(underMouse() ? Token::Hover : Token::Bg2));
    painter.setPen(color(hasFocus() ? Token::Focus : Token::Line1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(color(Token::T2));
    const QRect label(space::kPadding, 7, width() - 2 * space::kPadding - 18, 18);
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, label.width()));
    paintIcon(painter, QRect(width() - 26, 8, 16, 16), QStringLiteral("open"), color(Token::T3),
              14);
    paintSparkline(painter, paintValue(painter));
}

/// Returns where the value and its unit end.
int Tile::paintValue(QPainter& painter) const
{
    const QFont large = widgets::font(TextRole::Value);
    painter.setFont(large);
    painter.setPen(color(m_stale ? Token::T3 : Token::T1));
    painter.drawText(QRect(space::kPadding, 27, width() - 20, 30), Qt::AlignLeft | Qt::AlignVCenter,
                     m_value);
    const int end = space::kPadding + QFontMetrics(large).horizontalAdvance(m_value) + 5;
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(color(Token::T2));
    painter.drawText(QRect(end, 33, width() - end, 22), Qt::AlignLeft | Qt::AlignVCenter, m_unit);
    paintComparison(painter);
    return end + painter.fontMetrics().horizontalAdvance(m_unit);
}

void Tile::paintComparison(QPainter& painter) const
{
    if (m_comparison.isEmpty())
        return;
    int x = space::kPadding;
    const QColor ink = color(m_stale ? Token::T3 : m_comparisonToken);
    if (m_direction != 0) {
        paintIcon(painter, QRect(x - 2, 60, 14, 14),
                  m_direction > 0 ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down"), ink,
                  12);
        x += 14;
    }
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(ink);
    const QRect place(x, 59, width() - x - 6, 16);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_comparison, Qt::ElideRight, place.width()));
}

/// In what the value leaves, if that is enough to see anything.
void Tile::paintSparkline(QPainter& painter, int valueEnd) const
{
    const int right = width() - space::kPadding;
    const int left = std::max(right - kSparklineWidth, valueEnd + space::kPadding);
    if (right - left < kLeastSparklineWidth)
        return;
    const QRectF place(left, 27, right - left, kSparklineHeight);
    const QColor ink = m_stale ? color(Token::Stale) : Theme::current().series(m_series);
    const plot::Extent extent = plot::extentOf(m_history, false);
    const plot::Scale scale{extent.low, extent.high, place.top() + 2, place.bottom() - 2};
    const std::vector<plot::Run> runs = plot::reduce(m_history, place.left(), place.right(), scale);
    plot::paintArea(painter, runs, place.bottom(), ink);
    plot::paintRuns(painter, runs, QPen(ink, Theme::current().seriesWidth(m_series)));
}

} // namespace gavel::widgets
