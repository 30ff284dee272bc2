// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/status_mark.h"

#include <QWidget>

#include <vector>

namespace gavel::training {

/// The scenario from its begin to its end: the curve of its traffic, how far the market has come,
/// and the changes that were made on the way.
class DayLine final : public QWidget
{
    Q_OBJECT
public:
    struct Moment
    {
        qint64 at = 0;
        QString text;
        widgets::Mark mark = widgets::Mark::Info;
        bool operator==(const Moment&) const = default;
    };

    explicit DayLine(QWidget* parent = nullptr);

    /// Shares of the traffic of each half hour of the local day.
    void setCurve(std::vector<double> dayCurve);
    void setTimes(qint64 start, qint64 end, qint64 now, int utcOffsetMinutes);
    /// Oldest first.
    void setMoments(std::vector<Moment> moments);

    QSize sizeHint() const override { return {600, 58}; }
    QSize minimumSizeHint() const override { return {200, 58}; }

Q_SIGNALS:
    /// The user clicked a time ahead of the market.
    void timeClicked(qint64 at);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QRectF plot() const;
    double xOf(qint64 at) const;
    qint64 timeAt(double x) const;
    double heightAt(qint64 at) const;
    void paintCurve(QPainter& painter) const;
    void paintTimes(QPainter& painter) const;
    void paintMoments(QPainter& painter) const;
    void paintKnob(QPainter& painter) const;

    std::vector<double> m_curve; ///< of a day, the largest is 1
    std::vector<Moment> m_moments;
    qint64 m_start = 0;
    qint64 m_end = 0;
    qint64 m_now = 0;
    int m_offsetMinutes = 0;
};

} // namespace gavel::training
