// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/plot.h"
#include "ui/widgets/status_mark.h"

#include <QPixmap>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace gavel::widgets {

/// One line of a chart: values at equal distances over the chart's whole time range, NaN where
/// nothing was measured.
struct ChartLine
{
    QString name{};
    std::vector<double> values{};
    int series = 0; ///< colour, unless token is set
    std::optional<Token> token{};
    Qt::PenStyle style = Qt::SolidLine;
    bool area = false; ///< gradient below
    bool selected = false; ///< 2.4 px
    QString endText{}; ///< value at the end of the line, bold before the name; "" = the last value
};

/// A horizontal limit, dashed `Bad`, or a plan with another token.
struct ChartLimit
{
    double value = 0;
    QString text{};
    Token token = Token::Bad;
};

/// A moment worth a mark and words.
struct ChartMoment
{
    qint64 at = 0;
    QString text{};
    Mark mark = Mark::Info;
    QString detail{}; ///< shown in the cursor's box when it stands there; "" = nothing
};

/// Lines over market time, painted by itself and redrawn in a few milliseconds however many values
/// it has. Axis from 0, labels at line ends, shared cursor, drag to zoom.
class LineChart final : public QWidget
{
    Q_OBJECT
public:
    explicit LineChart(const QString& name, QWidget* parent = nullptr);

    void setRange(qint64 fromMs, qint64 toMs);
    qint64 from() const { return m_from; }
    qint64 to() const { return m_to; }
    void setUtcOffset(int minutes);
    void setLines(std::vector<ChartLine> lines);
    const std::vector<ChartLine>& lines() const { return m_lines; }
    void setLimits(std::vector<ChartLimit> limits);
    void setMoments(std::vector<ChartMoment> moments);
    /// The text of a value in the cursor's box; counts by default.
    void setFormat(std::function<QString(double)> format);
    /// Without names and values at the line ends, for narrow panels.
    void setEndLabels(bool shown);
    /// Axis not from 0, for scores that may be negative or prices far from 0.
    void setFromZero(bool fromZero);
    void setStale(bool stale);
    /// The cursor of all charts of a page; nothing = none.
    void setCursor(std::optional<qint64> at);

    QSize sizeHint() const override { return {400, 200}; }
    QSize minimumSizeHint() const override { return {140, 80}; }

Q_SIGNALS:
    void cursorMoved(qint64 at);
    void cursorLeft();
    /// The user dragged over a part.
    void rangeSelected(qint64 from, qint64 to);
    /// A click without a drag.
    void momentClicked(qint64 at);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// The measures of one painting.
    struct Frame
    {
        QRectF plot;
        plot::Scale scale;
        std::vector<double> ticks;
        double step = 1;
    };
    Frame frame() const;
    void renew();
    void describe();
    void paintStill(QPainter& painter, const Frame& frame) const;
    void paintAxes(QPainter& painter, const Frame& frame) const;
    void paintTimes(QPainter& painter, const Frame& frame) const;
    void paintLimits(QPainter& painter, const Frame& frame) const;
    void paintMoments(QPainter& painter, const Frame& frame) const;
    void paintLines(QPainter& painter, const Frame& frame) const;
    void paintEndLabels(QPainter& painter, const Frame& frame) const;
    void paintCursor(QPainter& painter, const Frame& frame) const;
    void paintCursorBox(QPainter& painter, const Frame& frame, double x) const;
    /// What the moments at the cursor say, newest first.
    QStringList detailsAt(double x, const Frame& frame) const;
    double xOf(qint64 at, const Frame& frame) const;
    qint64 timeAt(double x, const Frame& frame) const;
    std::optional<double> valueAt(const ChartLine& line, qint64 at) const;
    std::size_t nearestOf(const ChartLine& line, qint64 at) const;
    qint64 measuredNear(qint64 at) const;
    static std::optional<double> endOf(const ChartLine& line);
    QColor colorOf(const ChartLine& line) const;
    QString endTextOf(const ChartLine& line) const;

    std::vector<ChartLine> m_lines;
    std::vector<ChartLimit> m_limits;
    std::vector<ChartMoment> m_moments;
    std::function<QString(double)> m_format;
    qint64 m_from = 0;
    qint64 m_to = 1;
    int m_offsetMinutes = 0;
    bool m_endLabels = true;
    bool m_fromZero = true;
    bool m_stale = false;
    std::optional<qint64> m_cursor;
    std::optional<int> m_dragFrom;
    int m_dragTo = 0;
    QPixmap m_still; ///< everything but the cursor
};

} // namespace gavel::widgets
