// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/line_chart.h"

#include "ui/widgets/numbers.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace gavel::widgets {

namespace {

constexpr int kTop = 14;
constexpr int kBottom = 24;
constexpr int kRight = 10;
constexpr int kLabelHeight = 15;
constexpr int kLeastDrag = 6;
constexpr int kPixelsPerTime = 74;
constexpr int kPixelsPerValue = 44;

} // namespace

/// The measures of one painting.
struct LineChart::Frame
{
    QRectF plot;
    plot::Scale scale;
    std::vector<double> ticks;
    double step = 1;
};

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

QString LineChart::endTextOf(const ChartLine& line) const
{
    if (!line.endText.isEmpty())
        return line.endText;
    const auto last = std::find_if(line.values.rbegin(), line.values.rend(),
                                   [](double value) { return std::isfinite(value); });
    return last == line.values.rend() ? numbers::missing() : m_format(*last);
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
    frame.plot = QRectF(QPointF(left + 16, kTop), QPointF(width() - right, height() - kBottom));
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

std::optional<double> LineChart::valueAt(const ChartLine& line, qint64 at) const
{
    if (line.values.empty() || at < m_from || at > m_to)
        return std::nullopt;
    const double place = static_cast<double>(at - m_from) / static_cast<double>(m_to - m_from)
        * static_cast<double>(line.values.size() - 1);
    const double value = line.values[static_cast<std::size_t>(std::llround(place))];
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

void LineChart::paintEvent(QPaintEvent* /*event*/)
{
    const Frame now = frame();
    const qreal ratio = devicePixelRatioF();
    if (m_still.isNull() || m_still.devicePixelRatio() != ratio
        || m_still.size() != size() * ratio) {
        m_still = QPixmap(size() * ratio);
        m_still.setDevicePixelRatio(ratio);
        m_still.fill(color(Token::Bg2));
        QPainter still(&m_still);
        still.setRenderHint(QPainter::Antialiasing);
        paintStill(still, now);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_still);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_dragFrom) {
        QColor band = color(Token::Accent);
        band.setAlpha(50);
        const int left = std::min(*m_dragFrom, m_dragTo);
        painter.fillRect(
            QRectF(left, now.plot.top(), std::abs(m_dragTo - *m_dragFrom), now.plot.height()),
            band);
    } else if (m_cursor) {
        paintCursor(painter, now);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(color(Token::Focus));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void LineChart::paintStill(QPainter& painter, const Frame& frame) const
{
    paintAxes(painter, frame);
    paintTimes(painter, frame);
    paintLines(painter, frame);
    paintLimits(painter, frame);
    paintMoments(painter, frame);
    if (m_endLabels)
        paintEndLabels(painter, frame);
}

void LineChart::paintAxes(QPainter& painter, const Frame& frame) const
{
    painter.setFont(widgets::font(TextRole::Caption));
    for (const double tick : frame.ticks) {
        const double y = std::round(frame.scale.y(tick));
        painter.fillRect(QRectF(frame.plot.left(), y, frame.plot.width(), 1),
                         color(tick == 0 ? Token::Line2 : Token::Line1));
        painter.setPen(color(Token::T3));
        painter.drawText(QRectF(0, y - 8, frame.plot.left() - 8, 16),
                         Qt::AlignRight | Qt::AlignVCenter, plot::tickText(tick, frame.step));
    }
}

void LineChart::paintTimes(QPainter& painter, const Frame& frame) const
{
    painter.setPen(color(Token::T3));
    const int most = std::max(2, static_cast<int>(frame.plot.width()) / kPixelsPerTime);
    const bool seconds = m_to - m_from < 10 * 60'000;
    for (const qint64 at : plot::timeTicks(m_from, m_to, m_offsetMinutes, most)) {
        const double x = xOf(at, frame);
        const QString text = seconds ? numbers::time(at, m_offsetMinutes)
                                     : numbers::timeShort(at, m_offsetMinutes);
        const double half = painter.fontMetrics().horizontalAdvance(text) / 2.0 + 1;
        if (x - half < 0 || x + half > width())
            continue;
        painter.drawText(QRectF(x - half, frame.plot.bottom() + 4, 2 * half, 16), Qt::AlignCenter,
                         text);
    }
}

void LineChart::paintLines(QPainter& painter, const Frame& frame) const
{
    painter.save();
    painter.setClipRect(frame.plot.adjusted(-2, -2, 2, 2));
    for (const ChartLine& line : m_lines) {
        const QColor ink = colorOf(line);
        const std::vector<plot::Run> runs
            = plot::reduce(line.values, frame.plot.left(), frame.plot.right(), frame.scale);
        if (line.area)
            plot::paintArea(painter, runs, frame.plot.bottom(), ink);
        const qreal width = line.selected ? 2.4 : Theme::current().seriesWidth(line.series);
        plot::paintRuns(painter, runs, QPen(ink, width, line.style));
    }
    painter.restore();
}

void LineChart::paintLimits(QPainter& painter, const Frame& frame) const
{
    painter.setFont(widgets::font(TextRole::Caption));
    for (const ChartLimit& limit : m_limits) {
        const double y = std::round(frame.scale.y(limit.value)) + 0.5;
        QPen pen(color(limit.token), 1);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        painter.drawText(QRectF(frame.plot.left(), y - 17, frame.plot.width() - 2, 16),
                         Qt::AlignRight | Qt::AlignVCenter, limit.text);
    }
}

void LineChart::paintMoments(QPainter& painter, const Frame& frame) const
{
    painter.setFont(widgets::font(TextRole::Caption));
    double free = frame.plot.left();
    for (const ChartMoment& moment : m_moments) {
        if (moment.at < m_from || moment.at > m_to)
            continue;
        const double x = std::round(xOf(moment.at, frame)) + 0.5;
        const QColor ink = color(markToken(moment.mark));
        QPen pen(ink, 1);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
        paintMark(painter, QRectF(x - 6, frame.plot.top() - 12, 12, 12).toRect(), moment.mark, 10);
        const double width = painter.fontMetrics().horizontalAdvance(moment.text);
        const bool right = x + 8 + width > frame.plot.right();
        const double place = right ? x - 8 - width : x + 8;
        if (place < free)
            continue;
        painter.setPen(ink);
        painter.drawText(QRectF(place, frame.plot.top() - 14, width + 2, 16), Qt::AlignVCenter,
                         moment.text);
        free = std::max(free, place + width + 6);
    }
}

void LineChart::paintEndLabels(QPainter& painter, const Frame& frame) const
{
    struct Label
    {
        double y;
        const ChartLine* line;
    };
    std::vector<Label> labels;
    for (const ChartLine& line : m_lines) {
        const std::optional<double> last = valueAt(line, m_to);
        if (last)
            labels.push_back({frame.scale.y(*last), &line});
    }
    std::sort(labels.begin(), labels.end(),
              [](const Label& a, const Label& b) { return a.y < b.y; });
    const QFontMetrics bold(widgets::font(TextRole::CaptionBold));
    double least = 0;
    for (const Label& label : labels) {
        const double y = std::max(label.y, least);
        least = y + kLabelHeight;
        const QString value = endTextOf(*label.line);
        const QRectF place(frame.plot.right() + 8, y - kLabelHeight / 2.0, width(), kLabelHeight);
        painter.setFont(widgets::font(TextRole::CaptionBold));
        painter.setPen(color(m_stale ? Token::T3 : Token::T1));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, value);
        painter.setFont(widgets::font(TextRole::Caption));
        painter.setPen(color(Token::T2));
        painter.drawText(place.translated(bold.horizontalAdvance(value) + 6, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, label.line->name);
    }
}

void LineChart::paintCursor(QPainter& painter, const Frame& frame) const
{
    if (*m_cursor < m_from || *m_cursor > m_to)
        return;
    const double x = std::round(xOf(*m_cursor, frame)) + 0.5;
    painter.setPen(color(Token::T2));
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    for (const ChartLine& line : m_lines) {
        const std::optional<double> value = valueAt(line, *m_cursor);
        if (!value)
            continue;
        painter.setPen(QPen(colorOf(line), 1.5));
        painter.setBrush(color(Token::Bg2));
        painter.drawEllipse(QPointF(x, frame.scale.y(*value)), 3, 3);
    }
    paintCursorBox(painter, frame, x);
}

void LineChart::paintCursorBox(QPainter& painter, const Frame& frame, double x) const
{
    const QFontMetrics small(widgets::font(TextRole::Caption));
    int names = 0;
    int values = 0;
    for (const ChartLine& line : m_lines) {
        names = std::max(names, small.horizontalAdvance(line.name));
        const std::optional<double> value = valueAt(line, *m_cursor);
        values = std::max(values,
                          small.horizontalAdvance(value ? m_format(*value) : numbers::missing()));
    }
    const double width = std::max(names + values + 46, 90);
    const double height = 24 + kLabelHeight * static_cast<double>(m_lines.size());
    const double left = x + 8 + width > frame.plot.right() ? x - 8 - width : x + 8;
    const QRectF box(left, frame.plot.top() + std::max(4.0, (frame.plot.height() - height) / 2),
                     width, height);
    painter.setPen(color(Token::Line2));
    painter.setBrush(color(Token::Bg4));
    painter.drawRoundedRect(box, space::kRadius, space::kRadius);
    painter.setPen(color(Token::T1));
    painter.setFont(widgets::font(TextRole::CaptionBold));
    painter.drawText(box.adjusted(8, 4, -8, 0), Qt::AlignLeft | Qt::AlignTop,
                     numbers::time(*m_cursor, m_offsetMinutes));
    painter.setFont(widgets::font(TextRole::Caption));
    double y = box.top() + 20;
    for (const ChartLine& line : m_lines) {
        const QRectF row(box.left() + 8, y, width - 16, kLabelHeight);
        painter.fillRect(QRectF(row.left(), row.center().y() - 4, 8, 8), colorOf(line));
        painter.setPen(color(Token::T2));
        painter.drawText(row.adjusted(14, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, line.name);
        const std::optional<double> value = valueAt(line, *m_cursor);
        painter.setPen(color(Token::T1));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter,
                         value ? m_format(*value) : numbers::missing());
        y += kLabelHeight;
    }
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
