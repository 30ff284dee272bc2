// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace gavel::campaigns {

/// A header whose first section is a check box for all rows.
class CheckHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit CheckHeader(QWidget* parent = nullptr);

Q_SIGNALS:
    void toggled();

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void mouseReleaseEvent(QMouseEvent* event) override;
};

} // namespace gavel::campaigns
