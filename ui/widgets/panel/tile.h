// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QAbstractButton>

#include <vector>

namespace gavel::widgets {

/// One number of the overview: label, value with unit, comparison, sparkline. A click opens its
/// source.
class Tile final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Tile(const QString& label, int series, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// The unit stands small behind the value; "$59,388" has none.
    void setValue(const QString& value, const QString& unit);
    /// "+4.1 % since 10:32"; the sign also chooses the arrow. `token` is T3 unless a limit is
    /// crossed.
    void setComparison(const QString& text, int direction, Token token = Token::T3);
    /// Values of equal distance, NaN where nothing was measured; left out when the tile is under
    /// 150 px.
    void setHistory(std::vector<double> values);
    void setStale(bool stale);

    QSize sizeHint() const override { return {175, 84}; }
    QSize minimumSizeHint() const override { return {110, 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int paintValue(QPainter& painter) const;
    void paintComparison(QPainter& painter) const;
    void paintSparkline(QPainter& painter, int valueEnd) const;

    QString m_value;
    QString m_unit;
    QString m_comparison;
    int m_direction = 0;
    Token m_comparisonToken = Token::T3;
    int m_series;
    bool m_stale = false;
    std::vector<double> m_history;
};

} // namespace gavel::widgets
