// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace gavel::widgets {

/// One row of a bar list.
struct BarRow
{
    QString key{}; ///< what selected() tells
    QString label{};
    double value = 0;
    QString text{}; ///< the value as written
    int series = 7;
    std::optional<Token> token{}; ///< instead of the series' colour
};

/// Labels with horizontal bars and values: the largest value takes the whole width. Up and Down
/// move the selection.
class BarList final : public QWidget
{
    Q_OBJECT
public:
    explicit BarList(const QString& name, QWidget* parent = nullptr);

    void setRows(std::vector<BarRow> rows);
    const std::vector<BarRow>& rows() const { return m_rows; }
    /// Share of the width the labels take, 0.38 unless told otherwise.
    void setLabelShare(double share);
    void setRowHeight(int pixels);
    void setSelectable(bool selectable);
    void setCurrent(const QString& key);
    const QString& current() const { return m_current; }
    void setStale(bool stale);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, m_rowHeight}; }

Q_SIGNALS:
    void selected(const QString& key);
    void activated(const QString& key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paintRow(QPainter& painter, const QRect& place, const BarRow& row, double most) const;
    int currentRow() const;
    void choose(int row);

    std::vector<BarRow> m_rows;
    QString m_current;
    double m_labelShare = 0.38;
    int m_rowHeight = 24;
    bool m_selectable = false;
    bool m_stale = false;
};

} // namespace gavel::widgets
