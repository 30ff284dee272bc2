// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/schedule.h"

#include <QPainterPath>
#include <QWidget>

#include <array>
#include <set>
#include <vector>

namespace gavel::schedule {

/// Every state of a schedule task and every way from one to another, out of the one table that the
/// engine follows, with how many tasks are in each.
class StateDiagram final : public QWidget
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
    void setPath(const std::vector<model::TaskState>& states);
    /// Where a state is drawn.
    QRect boxOf(model::TaskState state) const;

    QSize sizeHint() const override { return {780, 250}; }
    QSize minimumSizeHint() const override { return {560, 210}; }

Q_SIGNALS:
    void stateChosen(gavel::model::TaskState state);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void paintBox(QPainter& painter, model::TaskState state) const;
    void paintFailed(QPainter& painter) const;
    void paintWay(QPainter& painter, const model::TaskTransition& way) const;
    std::vector<QPoint> pointsOf(const model::TaskTransition& way) const;
    std::optional<model::TaskState> stateAt(QPoint place) const;

    Counts m_counts{};
    QString m_failureWords;
    std::vector<model::TaskState> m_path;
    std::set<std::pair<model::TaskState, model::TaskState>> m_taken;
    int m_current = 0; ///< the state that the keyboard is on
};

} // namespace gavel::schedule
