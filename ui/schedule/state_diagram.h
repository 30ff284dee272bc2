// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/schedule.h"
#include "ui/widgets/diagram/state_diagram.h"

#include <array>

namespace gavel::schedule {

/// Every state of a schedule task and every way from one to another, out of the one table that the
/// engine follows, with how many tasks are in each.
class StateDiagram final : public widgets::StateDiagram
{
    Q_OBJECT
public:
    using Counts = std::array<std::size_t, model::kTaskStates>;

    explicit StateDiagram(QWidget* parent = nullptr);

    void setCounts(const Counts& counts);
    const Counts& counts() const { return m_counts; }
    /// What the failed tasks say of themselves; "" = nothing failed.
    void setFailureWords(const QString& words);
    /// The states that the selected task went through, in order; none = no task is selected.
    void setTaskPath(const std::vector<model::TaskState>& states);
    /// Where a state is drawn.
    QRect boxOf(model::TaskState state) const { return boxAt(static_cast<int>(state)); }

    QSize sizeHint() const override { return {780, 250}; }
    QSize minimumSizeHint() const override { return {560, 210}; }

Q_SIGNALS:
    void stateChosen(gavel::model::TaskState state);

protected:
    QRect boxAt(int state) const override;
    std::vector<QPoint> cornersOf(const Way& way) const override;
    void paintState(QPainter& painter, int state) const override;
    void paintWayWords(QPainter& painter, const Way& way) const override;
    QString tipOf(int state) const override;
    void choose(int state) override { Q_EMIT stateChosen(static_cast<model::TaskState>(state)); }

private:
    void paintFailed(QPainter& painter) const;

    Counts m_counts{};
    QString m_failureWords;
};

} // namespace gavel::schedule
