// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QImage>
#include <QWidget>

#include <vector>

namespace gavel::widgets {

/// Counts over time (columns) and price (rows), a price line, a floor and the newest column as a
/// ladder beside it.
struct HeatMapValues
{
    qint64 from = 0; ///< market time of the first column
    qint64 columnMs = 1;
    int rows = 0; ///< the first row is the lowest price
    double rowHeight = 0.1; ///< price span of a row
    std::vector<quint32> counts{}; ///< column by column
    std::vector<double> line{}; ///< one price a column, NaN = none
    double floor = 0; ///< 0 = none
};

class HeatMap final : public QWidget
{
    Q_OBJECT
public:
    explicit HeatMap(const QString& name, QWidget* parent = nullptr);

    void setValues(HeatMapValues values);
    void setUtcOffset(int minutes);
    /// Words under the ladder.
    void setLadderTitle(const QString& title);
    void setStale(bool stale);

    QSize sizeHint() const override { return {400, 200}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int columns() const;
    int topRow() const;
    double yOf(double price, const QRectF& plot) const;
    void colorImage();
    void paintAxis(QPainter& painter, const QRectF& plot) const;
    void paintLine(QPainter& painter, const QRectF& plot) const;
    void paintLadder(QPainter& painter, const QRectF& place) const;

    HeatMapValues m_values;
    QImage m_image; ///< one pixel a cell
    int m_shownRows = 1;
    int m_offsetMinutes = 0;
    QString m_ladderTitle;
    bool m_stale = false;
};

} // namespace gavel::widgets
