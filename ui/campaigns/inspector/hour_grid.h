// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"

#include <QWidget>

namespace gavel::campaigns {

/// The week in hours: days as rows, hours as columns. A drag paints; Space turns the cell under the
/// cursor over.
class HourGridEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit HourGridEdit(QWidget* parent = nullptr);

    const model::HourGrid& hours() const { return m_hours; }
    /// Without a signal.
    void setHours(const model::HourGrid& hours);

    QSize sizeHint() const override { return {300, 108}; }
    QSize minimumSizeHint() const override { return {220, 108}; }

Q_SIGNALS:
    /// One drag or key is one change.
    void painted(const gavel::model::HourGrid& hours);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect cell(int hourOfWeek) const;
    int hourAt(const QPoint& place) const;
    void paintTo(const QPoint& place);

    model::HourGrid m_hours;
    model::HourGrid m_before;
    int m_current = 0;
    int m_from = -1; ///< first cell of the drag
    bool m_paintsOn = true;
};

} // namespace gavel::campaigns
