// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dead/minute_bars.h"

#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/charts/plot.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace gavel::pipeline_page {

using namespace widgets;

namespace {

constexpr int kAxisWidth = 34;
constexpr int kMostTicks = 3;
constexpr std::uint64_t kJump = 3; ///< times the usual

} // namespace

MinuteBars::MinuteBars(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MinuteBars::setCounts(TimeMs from, const std::vector<std::uint64_t>& counts, int utcOffset)
{
    m_from = from;
    m_counts = counts;
    m_utcOffset = utcOffset;
    std::vector<std::uint64_t> some;
    std::copy_if(counts.begin(), counts.end(), std::back_inserter(some),
                 [](std::uint64_t count) { return count > 0; });
    std::sort(some.begin(), some.end());
    m_usual = some.empty() ? 0 : some[some.size() / 2];
    const auto most = std::max_element(counts.begin(), counts.end());
    setAccessibleDescription(
        most == counts.end() || *most == 0
            ? tr("none")
            : tr("at most %1, at %2", "number, time")
                  .arg(words::count(*most),
                       numbers::timeShort(m_from.value + (most - counts.begin()) * base::kMinuteMs,
                                          utcOffset)));
    update();
}

void MinuteBars::setStale(bool stale)
{
    m_stale = stale;
    update();
}

bool MinuteBars::isJump(std::size_t minute) const
{
    return m_usual > 0 && m_counts[minute] > kJump * m_usual;
}

QRect MinuteBars::plotRect() const
{
    return rect().adjusted(kAxisWidth, 7, -2, -7);
}

void MinuteBars::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const QRect place = plotRect();
    const auto most = std::max_element(m_counts.begin(), m_counts.end());
    const double high = most == m_counts.end() ? 1 : std::max(1.0, static_cast<double>(*most));
    const plot::Extent extent = plot::widened({0, high}, kMostTicks);
    const std::vector<double> ticks = plot::ticks(extent, kMostTicks);
    const plot::Scale scale{extent.low, extent.high, static_cast<double>(place.top()),
                            static_cast<double>(place.bottom())};
    painter.setFont(widgets::font(TextRole::Caption));
    for (const double tick : ticks) {
        if (tick != std::floor(tick))
            continue;
        const int y = qRound(scale.y(tick));
        painter.fillRect(place.left(), y, place.width(), 1,
                         color(tick == 0 ? Token::Line2 : Token::Line1));
        painter.setPen(color(Token::T3));
        painter.drawText(QRect(0, y - 8, kAxisWidth - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         numbers::compact(tick));
    }
    if (m_counts.empty())
        return;
    const double pitch = static_cast<double>(place.width()) / static_cast<double>(m_counts.size());
    const double gap = pitch > 3 ? 1 : 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] == 0)
            continue;
        const double top
            = std::min(scale.y(static_cast<double>(m_counts[i])), place.bottom() - 1.0);
        const QColor ink = m_stale ? color(Token::Stale)
            : isJump(i)            ? color(Token::Warn)
                                   : Theme::current().series(7);
        painter.fillRect(QRectF(place.left() + static_cast<double>(i) * pitch, top,
                                std::max(1.0, pitch - gap), place.bottom() - top),
                         ink);
    }
}

std::optional<std::size_t> MinuteBars::minuteAt(int x) const
{
    const QRect place = plotRect();
    if (m_counts.empty() || x < place.left() || x > place.right())
        return std::nullopt;
    return std::min(static_cast<std::size_t>(x - place.left()) * m_counts.size()
                        / static_cast<std::size_t>(place.width()),
                    m_counts.size() - 1);
}

void MinuteBars::mousePressEvent(QMouseEvent* event)
{
    if (const auto minute = minuteAt(event->position().toPoint().x()))
        Q_EMIT minuteChosen(m_from.value + static_cast<qint64>(*minute) * base::kMinuteMs);
}

bool MinuteBars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto minute = minuteAt(help->pos().x());
    QToolTip::showText(
        help->globalPos(),
        minute ? tr("%1: %2 dead letters", "time, number")
                     .arg(numbers::timeShort(m_from.value
                                                 + static_cast<qint64>(*minute) * base::kMinuteMs,
                                             m_utcOffset),
                          words::count(m_counts[*minute]))
               : QString(),
        this);
    return true;
}

} // namespace gavel::pipeline_page
