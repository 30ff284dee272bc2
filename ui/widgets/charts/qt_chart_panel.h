// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/line_chart.h"

#include <QWidget>

#include <optional>

class QChart;
class QChartView;
class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace gavel::widgets {

/// The one place that uses Qt Charts: lines that change once a second, at most 1 000 points each.
/// Everything that moves faster is a LineChart.
class QtChartPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit QtChartPanel(const QString& name, QWidget* parent = nullptr);

    /// Replaces all points at once.
    void setLines(qint64 fromMs, qint64 toMs, int utcOffsetMinutes,
                  const std::vector<ChartLine>& lines);
    void setLimit(const ChartLimit& limit);
    /// Marks without their words, which a narrow chart has no room for.
    void setMoments(std::vector<ChartMoment> moments);
    /// How values of the axis are written: a printf format, "%.0f".
    void setAxisFormat(const QString& format);

    /// The cursor of all charts of a page; nothing = none.
    void setCursor(std::optional<qint64> at);

    QSize sizeHint() const override { return {260, 180}; }

Q_SIGNALS:
    void cursorMoved(qint64 at);
    void cursorLeft();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Overlay;
    friend class Overlay;
    void applyTheme();
    void adaptAxes(qint64 fromMs, qint64 toMs, int utcOffsetMinutes);
    QLineSeries* lineOf(std::size_t number);

    QChart* m_chart;
    QChartView* m_view;
    QDateTimeAxis* m_times;
    QValueAxis* m_values;
    std::vector<QLineSeries*> m_series;
    std::vector<ChartLine> m_lines;
    std::vector<ChartMoment> m_moments;
    Overlay* m_overlay;
    qint64 m_shift = 0; ///< of the axis against market time
    std::optional<qint64> m_cursor;
    QLineSeries* m_limitLine = nullptr;
    ChartLimit m_limit;
};

} // namespace gavel::widgets
