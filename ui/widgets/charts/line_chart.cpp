// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/line_chart.h"

#include "ui/widgets/numbers.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace gavel::widgets {

namespace {

constexpr int kPlotTop = 14;
constexpr int kPlotBottom = 24;
constexpr int kRight = 10;
constexpr int kLeastDrag = 6;
constexpr int kPixelsPerValue = 44;

} // namespace

LineChart::LineChart(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_format([](double value) { return numbers::big(value); })
{
    setAccessibleName(name);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::current(), &Theme::changed, this, &LineChart::renew);
}

void LineChart::setRange(qint64 fromMs, qint64 toMs)
{
    m_from = fromMs;
    m_to = std::max(toMs, fromMs + 1);
    renew();
}

void LineChart::setUtcOffset(int minutes)
{
    m_offsetMinutes = minutes;
    renew();
}

void LineChart::setLines(std::vector<ChartLine> lines)
{
    m_lines = std::move(lines);
    describe();
    renew();
}

void LineChart::setLimits(std::vector<ChartLimit> limits)
{
    m_limits = std::move(limits);
    renew();
}

void LineChart::setMoments(std::vector<ChartMoment> moments)
{
    m_moments = std::move(moments);
    renew();
}

void LineChart::setFormat(std::function<QString(double)> format)
{
    m_format = std::move(format);
    renew();
}

void LineChart::setEndLabels(bool shown)
{
    m_endLabels = shown;
    renew();
}

void LineChart::setFromZero(bool fromZero)
{
    m_fromZero = fromZero;
    renew();
}

void LineChart::setStale(bool stale)
{
    m_stale = stale;
    renew();
}

void LineChart::setCursor(std::optional<qint64> at)
{
    if (m_cursor == at)
        return;
    m_cursor = at;
    update();
}

void LineChart::renew()
{
    m_still = {};
    update();
}

/// For screen readers: each line with its last value.
void LineChart::describe()
{
    QStringList words;
    for (const ChartLine& line : m_lines)
        words << tr("%1: %2", "chart line: last value").arg(line.name, endTextOf(line));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
}

QColor LineChart::colorOf(const ChartLine& line) const
{
    if (m_stale)
        return color(Token::Stale);
    return line.token ? color(*line.token) : Theme::current().series(line.series);
}

/// The last value that was measured: the newest spans may not be yet.
std::optional<double> LineChart::endOf(const ChartLine& line)
{
    const auto last = std::find_if(line.values.rbegin(), line.values.rend(),
                                   [](double value) { return std::isfinite(value); });
    return last == line.values.rend() ? std::nullopt : std::optional(*last);
}

QString LineChart::endTextOf(const ChartLine& line) const
{
    if (!line.endText.isEmpty())
        return line.endText;
    const std::optional<double> last = endOf(line);
    return last ? m_format(*last) : numbers::missing();
}

LineChart::Frame LineChart::frame() const
{
    std::vector<double> all;
    for (const ChartLine& line : m_lines) {
        const plot::Extent extent = plot::extentOf(line.values, m_fromZero);
        if (std::any_of(line.values.begin(), line.values.end(),
                        [](double v) { return std::isfinite(v); })) {
            all.push_back(extent.low);
            all.push_back(extent.high);
        }
    }
    for (const ChartLimit& limit : m_limits)
        all.push_back(limit.value);
    const int most = std::clamp(height() / kPixelsPerValue, 2, 7);
    const plot::Extent extent = plot::widened(plot::extentOf(all, m_fromZero), most);

    Frame frame;
    frame.ticks = plot::ticks(extent, most + 1);
    frame.step = frame.ticks.size() > 1 ? frame.ticks[1] - frame.ticks[0] : 1;
    const QFontMetrics small(widgets::font(TextRole::Caption));
    int left = 0;
    for (const double tick : frame.ticks)
        left = std::max(left, small.horizontalAdvance(plot::tickText(tick, frame.step)));
    int right = kRight;
    if (m_endLabels) {
        const QFontMetrics bold(widgets::font(TextRole::CaptionBold));
        for (const ChartLine& line : m_lines)
            right = std::max(right,
                             bold.horizontalAdvance(endTextOf(line))
                                 + small.horizontalAdvance(line.name) + 24);
    }
    frame.plot
        = QRectF(QPointF(left + 16, kPlotTop), QPointF(width() - right, height() - kPlotBottom));
    frame.scale = {extent.low, extent.high, frame.plot.top(), frame.plot.bottom()};
    return frame;
}

double LineChart::xOf(qint64 at, const Frame& frame) const
{
    return frame.plot.left()
        + static_cast<double>(at - m_from) / static_cast<double>(m_to - m_from)
        * frame.plot.width();
}

qint64 LineChart::timeAt(double x, const Frame& frame) const
{
    const double share = std::clamp((x - frame.plot.left()) / frame.plot.width(), 0.0, 1.0);
    return m_from + std::llround(share * static_cast<double>(m_to - m_from));
}

std::size_t LineChart::nearestOf(const ChartLine& line, qint64 at) const
{
    const double place = static_cast<double>(at - m_from) / static_cast<double>(m_to - m_from)
        * static_cast<double>(line.values.size() - 1);
    return static_cast<std::size_t>(std::llround(place));
}

std::optional<double> LineChart::valueAt(const ChartLine& line, qint64 at) const
{
    if (line.values.empty() || at < m_from || at > m_to)
        return std::nullopt;
    const double value = line.values[nearestOf(line, at)];
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// Where something was measured: the cursor stands there, so that its marks lie on the lines.
qint64 LineChart::measuredNear(qint64 at) const
{
    for (const ChartLine& line : m_lines) {
        const std::size_t steps = line.values.size() - 1;
        if (line.values.size() > 1)
            return m_from
                + std::llround(static_cast<double>(m_to - m_from)
                               * static_cast<double>(nearestOf(line, at))
                               / static_cast<double>(steps));
    }
    return at;
}

void LineChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_still = {};
}

void LineChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragFrom) {
        m_dragTo = event->pos().x();
        update();
        return;
    }
    const qint64 at = timeAt(event->pos().x(), frame());
    setCursor(at);
    Q_EMIT cursorMoved(at);
}

void LineChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->pos().x();
    m_dragTo = *m_dragFrom;
}

void LineChart::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    if (!m_dragFrom)
        return;
    const int from = std::min(*m_dragFrom, m_dragTo);
    const int to = std::max(*m_dragFrom, m_dragTo);
    m_dragFrom.reset();
    update();
    const Frame now = frame();
    if (to - from >= kLeastDrag)
        Q_EMIT rangeSelected(timeAt(from, now), timeAt(to, now));
    else
        Q_EMIT momentClicked(timeAt(from, now));
}

void LineChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setCursor(std::nullopt);
    Q_EMIT cursorLeft();
}

/// Left and Right move the cursor by a hundredth of the range.
void LineChart::keyPressEvent(QKeyEvent* event)
{
    const bool left = event->key() == Qt::Key_Left && event->modifiers() == Qt::NoModifier;
    const bool right = event->key() == Qt::Key_Right && event->modifiers() == Qt::NoModifier;
    if (!left && !right) {
        QWidget::keyPressEvent(event);
        return;
    }
    const qint64 step = std::max<qint64>(1, (m_to - m_from) / 100);
    const qint64 at = std::clamp(m_cursor.value_or(m_to) + (left ? -step : step), m_from, m_to);
    setCursor(at);
    Q_EMIT cursorMoved(at);
}

} // namespace gavel::widgets
