// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"

#include <QWidget>

#include <optional>
#include <set>
#include <vector>

namespace gavel::pipeline_page {

/// Every state of a batch and every change from one to another, out of the one table that the
/// engine follows, with how many batches are in each.
class BatchDiagram final : public QWidget
{
    Q_OBJECT
public:
    using Counts = std::array<std::uint64_t, model::kBatchStates>;

    explicit BatchDiagram(QWidget* parent = nullptr);

    void setCounts(const Counts& counts);
    const Counts& counts() const { return m_counts; }
    /// The states that the list is filtered by; none = all.
    void setChosen(const std::set<model::BatchState>& states);
    /// The states that the selected batch went through, in order.
    void setPath(const std::vector<model::BatchState>& states);
    /// Where a state is drawn.
    QRect boxOf(model::BatchState state) const;

    QSize sizeHint() const override { return {1240, 260}; }
    QSize minimumSizeHint() const override { return {960, 232}; }

Q_SIGNALS:
    void stateChosen(gavel::model::BatchState state);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    using Change = std::pair<model::BatchState, model::BatchState>;
    void paintColumns(QPainter& painter) const;
    void paintBox(QPainter& painter, model::BatchState state) const;
    void paintChange(QPainter& painter, const Change& change) const;
    std::vector<QPoint> pointsOf(const Change& change) const;
    int busOf(int gap, int lane) const;
    std::optional<model::BatchState> stateAt(QPoint place) const;

    Counts m_counts{};
    std::set<model::BatchState> m_chosen;
    std::vector<model::BatchState> m_path;
    std::set<Change> m_taken;
    int m_current = 0; ///< the state that the keyboard is on
};

} // namespace gavel::pipeline_page
