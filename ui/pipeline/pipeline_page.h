// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/page.h"
#include "ui/bridge/pipeline.h"
#include "ui/bridge/turn.h"
#include "ui/pipeline/dead/dead_rows.h"
#include "ui/pipeline/dead/repair_panel.h"
#include "ui/pipeline/dialogs/rule_draft.h"
#include "ui/pipeline/flow_rates.h"
#include "ui/pipeline/scores_panel.h"

class QSplitter;

namespace gavel::widgets {
class Button;
class PanelGroup;
} // namespace gavel::widgets

namespace gavel::pipeline_page {

class DeadPanel;
class Deliveries;
class SourcesPanel;
class StagesPanel;

/// Is every event stored once, and what is stuck. Outside events come when they come, so the page
/// looks by the wall's clock, also while no market runs.
class PipelinePage final : public bridge::Page
{
    Q_OBJECT
public:
    PipelinePage(bridge::EngineClient& client, bridge::Navigator& navigator,
                 bridge::PipelineClient::DeskOf deskOf, QWidget* parent = nullptr);

    /// None = the place of the scores is not there.
    void setScores(std::vector<Score> scores);

    bridge::PageInfo info() const override;
    void setSnapshot(const bridge::SnapshotPtr& snapshot) override;
    void retranslate() override;
    void open(const bridge::Destination& destination) override;
    bridge::Destination place() const override;
    QList<QWidget*> headerActions() override;
    std::optional<bridge::CommandState> commandState(const QString& id) const override;
    void runCommand(const QString& id) override;
    bool openFilter() override;
    bool stepBack() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    void resetLayout() override;
    std::vector<bridge::CaptureState> captureStates() override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Flow
    {
        runtime::PipelineStatus status;
        std::vector<runtime::SourceView> sources;
        runtime::ReplayStatus replay;
    };
    struct Batches
    {
        std::vector<runtime::BatchView> list;
        std::optional<runtime::BatchView> selected;
    };
    /// A letter of the row that is selected, as it is repaired now.
    struct LetterQuestion
    {
        runtime::DeadQuery query;
        DeadRow row;
        std::uint64_t place = 0;
        std::uint64_t edited = 0; ///< the letter that the edits are of
        std::vector<runtime::FieldEdit> edits;
    };

    void build();
    void connectPanels();
    void connectRepair();
    void arrange();
    void showView();
    void stageChosen(runtime::PipelineStage stage);

    // what is looked at (pipeline_looks.cpp)
    void look();
    void lookAtFlow();
    void lookAtDead();
    void lookAtLetter();
    void lookAtBatches();
    void lookAtRules();
    void showFlow(const Flow& flow);
    static RepairLook answer(const runtime::PipelineDesk& desk, const LetterQuestion& question);

    // commands while deliveries are shown (pipeline_commands.cpp)
    std::optional<bridge::CommandState> deliveryState(const QString& id) const;
    bool runDelivery(const QString& id);

    // what is done (pipeline_actions.cpp)
    using Letters = std::vector<std::uint64_t>;
    /// Calls with every letter of the rows that are chosen.
    void withChosen(std::function<void(const Letters& letters)> then);
    void redrive();
    void redriveOne();
    void carryOutRedrive(const Letters& letters);
    void discard();
    void makeRule();
    void openRules(const std::optional<RuleWish>& wish);
    void openFeed();
    void openTrace(std::uint64_t batch);
    void traceNumber(const runtime::LineageQuery& query);
    void openReplay();
    void openRaw();
    void pauseSource(const QString& name, bool pause);
    void removeSource(const QString& name);
    void tell(const Result<void>& done, const QString& sentence);

    bridge::PipelineClient m_pipeline;
    FlowRates m_rates;
    runtime::PipelineStatus m_status;
    runtime::ReplayStatus m_replay;
    std::shared_ptr<const runtime::WatchView> m_watch; ///< whose scores are shown
    int m_utcOffset = 0;
    TimeMs m_marketAt; ///< of a simulation; 0 = numbers are of the wall's time
    bool m_narrow = false;
    std::uint64_t m_letterPlace = 0; ///< among the letters like it
    QTimer m_timer;
    bridge::Turn m_flowTurn;
    bridge::Turn m_deadTurn;
    bridge::Turn m_letterTurn;
    bridge::Turn m_batchTurn;
    bridge::Turn m_ruleTurn;

    widgets::Button* m_trace;
    widgets::Button* m_replayButton;
    widgets::Button* m_rules;
    widgets::Button* m_feed;
    StagesPanel* m_stages;
    SourcesPanel* m_sources;
    ScoresPanel* m_scores;
    DeadPanel* m_dead;
    RepairPanel* m_repair;
    Deliveries* m_deliveries;
    QSplitter* m_rows;
    QSplitter* m_columns;
    widgets::PanelGroup* m_left;
};

} // namespace gavel::pipeline_page
