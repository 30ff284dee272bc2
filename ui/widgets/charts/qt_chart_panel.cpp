// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/qt_chart_panel.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QGraphicsLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace gavel::widgets {

namespace {

constexpr int kValueTicks = 4;
constexpr int kTimeTicks = 3;

} // namespace

/// What lies over the chart: the words of the limit and the cursor, so that a moving cursor does
/// not lay the chart out anew.
class QtChartPanel::Overlay final : public QWidget
{
public:
    explicit Overlay(QtChartPanel* panel)
        : QWidget(panel)
        , m_panel(*panel)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        const QRectF plot = m_panel.m_chart->plotArea();
        painter.setFont(widgets::font(TextRole::Caption));
        const ChartLimit& limit = m_panel.m_limit;
        if (!limit.text.isEmpty()) {
            const double y = m_panel.m_chart->mapToPosition(QPointF(0, limit.value)).y();
            const double height = painter.fontMetrics().height();
            const double top
                = y > height ? y - height - 1 : y + 1; // below the line without room above
            painter.setPen(color(limit.token));
            painter.drawText(QRectF(plot.left(), top, plot.width() - 2, height),
                             Qt::AlignRight | Qt::AlignVCenter, limit.text);
        }
        for (const ChartMoment& moment : m_panel.m_moments)
            paintMoment(painter, plot, moment);
        if (!m_panel.m_cursor)
            return;
        const double x = std::round(xOf(*m_panel.m_cursor));
        if (x >= plot.left() && x <= plot.right())
            painter.fillRect(QRectF(x, plot.top(), 1, plot.height()), color(Token::T2));
    }

private:
    double xOf(qint64 at) const
    {
        const auto shifted = static_cast<double>(at + m_panel.m_shift);
        return m_panel.m_chart->mapToPosition(QPointF(shifted, 0)).x();
    }
    void paintMoment(QPainter& painter, const QRectF& plot, const ChartMoment& moment) const
    {
        const double x = std::round(xOf(moment.at)) + 0.5;
        if (x < plot.left() || x > plot.right())
            return;
        QPen pen(color(markToken(moment.mark)), 1);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        paintMark(painter, QRectF(x - 6, plot.top() - 1, 12, 12).toRect(), moment.mark, 8);
    }

    const QtChartPanel& m_panel;
};

QtChartPanel::QtChartPanel(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart))
    , m_times(new QDateTimeAxis(m_chart))
    , m_values(new QValueAxis(m_chart))
    , m_overlay(new Overlay(this))
{
    setAccessibleName(name);
    m_view->setAccessibleName(name);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setMinimumSize(0, 0);
    m_chart->legend()->hide();
    m_chart->setMargins({0, 4, 8, 0});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_times->setFormat(QStringLiteral("HH:mm"));
    m_times->setTickCount(kTimeTicks);
    m_values->setLabelFormat(QStringLiteral("%.0f"));
    m_chart->addAxis(m_times, Qt::AlignBottom);
    m_chart->addAxis(m_values, Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    m_overlay->raise();
    m_view->viewport()->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
    connect(&Theme::current(), &Theme::changed, this, &QtChartPanel::applyTheme);
    applyTheme();
}

QLineSeries* QtChartPanel::lineOf(std::size_t number)
{
    while (m_series.size() <= number) {
        auto* line = new QLineSeries(m_chart);
        m_chart->addSeries(line);
        line->attachAxis(m_times);
        line->attachAxis(m_values);
        m_series.push_back(line);
    }
    return m_series[number];
}

void QtChartPanel::setLines(qint64 fromMs, qint64 toMs, int utcOffsetMinutes,
                            const std::vector<ChartLine>& lines)
{
    const std::size_t before = m_lines.size();
    m_lines = lines;
    // The axis writes times of the computer's zone: shift, so that it writes those of the market.
    const qint64 shift = static_cast<qint64>(utcOffsetMinutes) * 60'000
        - static_cast<qint64>(QDateTime::fromMSecsSinceEpoch(toMs).offsetFromUtc()) * 1000;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::vector<double>& values = lines[i].values;
        QList<QPointF> points;
        for (std::size_t k = 0; k < values.size(); ++k) {
            const double share = values.size() > 1
                ? static_cast<double>(k) / static_cast<double>(values.size() - 1)
                : 1;
            if (std::isfinite(values[k]))
                points << QPointF(static_cast<double>(fromMs + shift)
                                      + share * static_cast<double>(toMs - fromMs),
                                  values[k]);
        }
        lineOf(i)->replace(points);
        lineOf(i)->setName(lines[i].name);
    }
    m_shift = shift;
    adaptAxes(fromMs + shift, toMs + shift, utcOffsetMinutes);
    m_overlay->update();
    if (before != lines.size())
        applyTheme();
}

void QtChartPanel::adaptAxes(qint64 fromMs, qint64 toMs, int /*utcOffsetMinutes*/)
{
    m_times->setRange(QDateTime::fromMSecsSinceEpoch(fromMs), QDateTime::fromMSecsSinceEpoch(toMs));
    double high = m_limit.text.isEmpty() ? 0 : m_limit.value;
    for (const ChartLine& line : m_lines)
        high = std::max(high, plot::extentOf(line.values, true).high);
    const plot::Extent extent = plot::widened({0, std::max(high, 1e-9)}, kValueTicks);
    m_values->setRange(0, extent.high);
    m_values->setTickCount(static_cast<int>(plot::ticks(extent, kValueTicks).size()));
    if (m_limitLine)
        m_limitLine->replace({QPointF(static_cast<double>(fromMs), m_limit.value),
                              QPointF(static_cast<double>(toMs), m_limit.value)});
}

void QtChartPanel::setLimit(const ChartLimit& limit)
{
    m_limit = limit;
    if (!m_limitLine) {
        m_limitLine = new QLineSeries(m_chart);
        m_chart->addSeries(m_limitLine);
        m_limitLine->attachAxis(m_times);
        m_limitLine->attachAxis(m_values);
    }
    m_limitLine->setName(limit.text);
    applyTheme();
}

void QtChartPanel::setMoments(std::vector<ChartMoment> moments)
{
    m_moments = std::move(moments);
    m_overlay->update();
}

void QtChartPanel::setCursor(std::optional<qint64> at)
{
    if (m_cursor == at)
        return;
    m_cursor = at;
    m_overlay->update();
}

bool QtChartPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove) {
        const QPointF place = static_cast<QMouseEvent*>(event)->position();
        const QPointF value = m_chart->mapToValue(m_view->mapToScene(place.toPoint()));
        Q_EMIT cursorMoved(static_cast<qint64>(value.x()) - m_shift);
    } else if (event->type() == QEvent::Leave) {
        Q_EMIT cursorLeft();
    }
    return QWidget::eventFilter(watched, event);
}

void QtChartPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_overlay->resize(size());
}

void QtChartPanel::setAxisFormat(const QString& format)
{
    m_values->setLabelFormat(format);
}

void QtChartPanel::applyTheme()
{
    m_chart->setBackgroundBrush(color(Token::Bg2));
    m_chart->setBackgroundPen(Qt::NoPen);
    m_chart->setBackgroundRoundness(0);
    m_view->setBackgroundBrush(color(Token::Bg2));
    for (QAbstractAxis* axis :
         {static_cast<QAbstractAxis*>(m_times), static_cast<QAbstractAxis*>(m_values)}) {
        axis->setLabelsFont(widgets::font(TextRole::Caption));
        axis->setLabelsBrush(color(Token::T3));
        axis->setGridLinePen(QPen(color(Token::Line1), 1));
        axis->setLinePen(QPen(color(Token::Line2), 1));
    }
    m_times->setGridLineVisible(false);
    for (std::size_t i = 0; i < m_series.size() && i < m_lines.size(); ++i) {
        const ChartLine& line = m_lines[i];
        m_series[i]->setPen(
            QPen(line.token ? color(*line.token) : Theme::current().series(line.series),
                 Theme::current().seriesWidth(line.series), line.style));
    }
    if (m_limitLine) {
        QPen pen(color(m_limit.token), 1);
        pen.setDashPattern({4, 3});
        m_limitLine->setPen(pen);
    }
}

} // namespace gavel::widgets
