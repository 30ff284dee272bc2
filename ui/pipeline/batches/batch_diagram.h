// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/widgets/diagram/state_diagram.h"

#include <set>

namespace gavel::pipeline_page {

/// Every state of a batch and every change from one to another, out of the one table that the
/// engine follows, with how many batches are in each.
class BatchDiagram final : public widgets::StateDiagram
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
    void setBatchPath(const std::vector<model::BatchState>& states);
    /// Where a state is drawn.
    QRect boxOf(model::BatchState state) const { return boxAt(static_cast<int>(state)); }

    QSize sizeHint() const override { return {1240, 260}; }
    QSize minimumSizeHint() const override { return {960, 232}; }

Q_SIGNALS:
    void stateChosen(gavel::model::BatchState state);

protected:
    QRect boxAt(int state) const override;
    std::vector<QPoint> cornersOf(const Way& way) const override;
    void paintGround(QPainter& painter) const override;
    void paintState(QPainter& painter, int state) const override;
    QString tipOf(int state) const override;
    void choose(int state) override { Q_EMIT stateChosen(static_cast<model::BatchState>(state)); }
    widgets::Token wayToken() const override { return widgets::Token::Edge; }

private:
    int busOf(int gap, int lane) const;

    Counts m_counts{};
    std::set<model::BatchState> m_chosen;
};

} // namespace gavel::pipeline_page
