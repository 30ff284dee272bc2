// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/page.h"
#include "ui/bridge/pipeline.h"
#include "ui/overview/alerts/alert_rows.h"
#include "ui/overview/history.h"
#include "ui/overview/seat_watch.h"
#include "ui/overview/time_range.h"

#include <QElapsedTimer>
#include <QUndoStack>

class QSplitter;

namespace gavel::widgets {
class Button;
class Panel;
class PanelGroup;
} // namespace gavel::widgets

namespace gavel::overview {

class AlertsPanel;
class ExplorePanel;
class LatencyPanel;
class LogPanel;
class PublisherPanel;
class RangeBar;
class SpendPanel;
class ThroughputPanel;
class TileRow;
class VerdictBar;

/// Is the desk healthy, and what needs you. Changes nothing but what people know of alerts and say
/// of moments.
class OverviewPage final : public bridge::Page
{
    Q_OBJECT
public:
    OverviewPage(bridge::EngineClient& client, bridge::Navigator& navigator,
                 QWidget* parent = nullptr);

    bridge::PageInfo info() const override;
    void setSnapshot(const bridge::SnapshotPtr& snapshot) override;
    void retranslate() override;
    void open(const bridge::Destination& destination) override;
    QList<QWidget*> headerActions() override;
    std::optional<bridge::CommandState> commandState(const QString& id) const override;
    void runCommand(const QString& id) override;
    bool stepBack() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    void resetLayout() override;
    std::vector<bridge::CaptureState> captureStates() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectPanels();
    /// What stands side by side, and what shares a place as tabs.
    enum class Width : quint8 { Narrow, Usual, Wide };
    static Width widthOf(int pixels);
    void arrange(Width width);
    bool exploresInFront() const;
    void openTrace(const runtime::LineageQuery& query);
    bridge::CommandState pauseState() const; ///< of a market that runs
    bridge::CommandState traceState() const;
    void showSnapshot();
    void showStopped();
    void readSeries();
    void showHistory(const History& history);
    void changeRange(const std::function<void()>& change);
    /// nullopt: where it is held, if it is.
    void showCursor(std::optional<qint64> at);

    // annotations: see overview_marks.cpp
    using MarkState = std::optional<health::Annotation>;
    void showMarks();
    void clickMoment(qint64 at);
    bridge::CommandState markState(const QString& id) const;
    void runMark(const QString& id);
    void writeMark(const health::Annotation& annotation);
    void makeMark(const MarkState& from, const MarkState& to, const QString& words);
    void carryOutMark(const MarkState& from, const MarkState& to,
                      const std::function<void(const health::Annotation&)>& then);

    void openLogLine(const QString& kind, const QString& subject);
    bridge::CommandState alertState(const QString& id) const;
    void actOn(AlertAct act, const AlertRow& row);
    void openAlertRules();
    void openSubscribers();
    void tell(const Result<void>& done, const QString& sentence);
    TimeWindow run() const;
    std::vector<std::string> campaignIds() const;
    QList<widgets::Panel*> panels() const;

    bridge::SnapshotPtr m_snapshot;
    SeatWatch m_watch;
    TimeRange m_range;
    QElapsedTimer m_sinceShown;
    bool m_asking = false;
    bool m_askAgain = false;
    Width m_width = Width::Usual;
    std::optional<qint64> m_cursor; ///< of all charts
    std::optional<qint64> m_held; ///< where a click holds it
    QUndoStack m_steps; ///< of annotations of this market
    bool m_isMarking = false;

    RangeBar* m_rangeBar;
    widgets::Button* m_annotate;
    VerdictBar* m_verdict;
    TileRow* m_tiles;
    ThroughputPanel* m_throughput;
    ExplorePanel* m_explore;
    AlertsPanel* m_alerts;
    LatencyPanel* m_latency;
    SpendPanel* m_spend;
    PublisherPanel* m_publishers;
    LogPanel* m_log;
    QSplitter* m_rows;
    QSplitter* m_upper;
    QSplitter* m_lower;
    widgets::PanelGroup* m_charts; ///< throughput and explorer
    widgets::PanelGroup* m_side;
};

} // namespace gavel::overview
