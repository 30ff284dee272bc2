// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/pipeline/flow_rates.h"
#include "ui/widgets/status_mark.h"

#include <QWidget>

#include <optional>

namespace gavel::pipeline_page {

/// The stages as a flow: rate, backlog and waiting time of each, how much goes on, and what leaves
/// the way. Width of a band = share of the highest rate; bar of a backlog = share of its limit.
class FlowView final : public QWidget
{
    Q_OBJECT
public:
    explicit FlowView(QWidget* parent = nullptr);

    void setStatus(const runtime::PipelineStatus& status, const FlowRates& rates);
    void setStale(bool stale);
    /// Where a stage is drawn.
    QRect boxOf(runtime::PipelineStage stage) const;
    /// The rate of a stage as it is written.
    QString rateText(runtime::PipelineStage stage) const;

    QSize sizeHint() const override { return {1240, 172}; }
    QSize minimumSizeHint() const override { return {900, 172}; }

Q_SIGNALS:
    void stageChosen(gavel::runtime::PipelineStage stage);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    using Stage = runtime::PipelineStage;
    const runtime::StageView& view(Stage stage) const;
    double rate(Stage stage) const;
    widgets::Mark markOf(Stage stage) const;
    void paintBands(QPainter& painter) const;
    void paintBand(QPainter& painter, Stage from, Stage to) const;
    void paintRepairWays(QPainter& painter) const;
    void paintBox(QPainter& painter, Stage stage) const;
    void paintRate(QPainter& painter, Stage stage, const QRect& line) const;
    void paintBacklog(QPainter& painter, Stage stage, const QRect& line) const;
    void paintOutflow(QPainter& painter, Stage stage, widgets::Mark mark, const QString& name,
                      std::uint64_t perMinute) const;
    std::optional<Stage> stageAt(QPoint place) const;
    void describe();

    runtime::PipelineStatus m_status;
    std::array<double, runtime::kPipelineStages> m_rates{};
    std::array<std::vector<double>, runtime::kPipelineStages> m_histories;
    std::uint64_t m_retries = 0;
    bool m_stale = false;
    int m_current = 0; ///< the stage that the keyboard is on
};

} // namespace gavel::pipeline_page
