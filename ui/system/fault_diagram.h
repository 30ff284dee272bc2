// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/faults.h"
#include "ui/widgets/diagram/state_diagram.h"

namespace gavel::system_page {

/// The 13 states of a fault, and the way that one has come.
class FaultDiagram final : public widgets::StateDiagram
{
    Q_OBJECT
public:
    explicit FaultDiagram(QWidget* parent = nullptr);

    void setWay(const std::vector<model::FaultState>& states);
    QRect boxOf(model::FaultState state) const { return boxAt(static_cast<int>(state)); }

    QSize sizeHint() const override { return {620, 250}; }
    QSize minimumSizeHint() const override { return {470, 222}; }

Q_SIGNALS:
    void stateChosen(gavel::model::FaultState state);

protected:
    QRect boxAt(int state) const override;
    std::vector<QPoint> cornersOf(const Way& way) const override;
    void paintState(QPainter& painter, int state) const override;
    QString tipOf(int state) const override;
    void choose(int state) override { Q_EMIT stateChosen(static_cast<model::FaultState>(state)); }
};

} // namespace gavel::system_page
