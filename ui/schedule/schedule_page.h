// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/page.h"
#include "ui/bridge/schedule.h"
#include "ui/widgets/elided_label.h"

#include <QElapsedTimer>

class QComboBox;
class QSplitter;

namespace gavel::widgets {
class Button;
class Panel;
class PanelGroup;
} // namespace gavel::widgets

namespace gavel::schedule {

class DiagramPanel;
class QuotaPanel;
class TaskPanel;
class TasksPanel;

/// Did every campaign get its round and its quota. Shows the newest round and follows it, or one
/// that was chosen.
class SchedulePage final : public bridge::Page
{
    Q_OBJECT
public:
    SchedulePage(bridge::EngineClient& client, bridge::Navigator& navigator,
                 QWidget* parent = nullptr);

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

private:
    /// What one look at the schedule brings.
    struct Look
    {
        std::vector<runtime::RoundView> rounds;
        Result<runtime::TaskPage> tasks = runtime::TaskPage{};
        std::optional<runtime::TaskDetail> task;
        std::optional<runtime::QuotaFlow> flow;
        std::vector<runtime::QuotaFlow> flows;
        std::vector<runtime::ComingRound> coming;
        std::optional<store::TierPolicy> policy;
    };
    enum class Order : quint8 { RunNow, RunCampaign, Retry, Cancel };

    void build();
    void connectPanels();
    void arrange();
    void look();
    static QString keptFor(std::int32_t days);
    void showLook(const Look& look);
    void showTask(const Look& look);
    void showRounds(const std::vector<runtime::RoundView>& rounds);
    void showFailures(const Look& look);
    void showNextRound();
    void showStopped();
    void chooseRound(int index);
    bool runs() const;

    // what is done (schedule_actions.cpp)
    void order(Order order, std::uint64_t task, const QString& campaign);
    void confirm(Order order, std::uint64_t task, const QString& campaign,
                 const runtime::CommandPreview& preview);
    void carryOut(Order order, std::uint64_t task, const QString& campaign);
    void showMenu(const QPoint& globalPosition);
    void showCalendar();

    bridge::SnapshotPtr m_snapshot;
    QElapsedTimer m_sinceLook;
    bool m_asking = false;
    bool m_askAgain = false;
    bool m_narrow = false;
    bool m_wide = false;
    std::optional<store::TierPolicy> m_policy; ///< how long ended tasks are kept
    std::vector<runtime::RoundView> m_rounds; ///< newest first
    std::vector<runtime::ComingRound> m_coming;
    std::uint64_t m_round = 0; ///< chosen; 0 = the newest
    std::uint64_t m_task = 0; ///< selected
    QString m_campaign; ///< whose quota is shown

    widgets::ElidedLabel* m_next;
    QComboBox* m_roundBox;
    widgets::Button* m_calendar;
    widgets::Button* m_runNow;
    DiagramPanel* m_diagram;
    TasksPanel* m_tasks;
    QuotaPanel* m_quota;
    TaskPanel* m_detail;
    QuotaPanel* m_all; ///< the third column of a wide window
    QSplitter* m_columns;
    QSplitter* m_left;
    QSplitter* m_right;
    widgets::PanelGroup* m_lower;
};

} // namespace gavel::schedule
