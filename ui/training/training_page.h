// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/page.h"
#include "ui/training/market_controls.h"

#include <QElapsedTimer>

class QSplitter;

namespace gavel::widgets {
class Button;
class Panel;
class PanelGroup;
class PanelNotice;
} // namespace gavel::widgets

namespace gavel::training {

class ControlsPanel;
class DepthPanel;
class JournalPanel;
class MarketList;
class ScoreChart;
class Scoreboard;
class Transport;

/// Run a market, change it, learn. The one page that starts, stops and changes markets.
class TrainingPage final : public bridge::Page
{
    Q_OBJECT
public:
    TrainingPage(bridge::EngineClient& client, bridge::Navigator& navigator,
                 QWidget* parent = nullptr);

    bridge::PageInfo info() const override;
    void setSnapshot(const bridge::SnapshotPtr& snapshot) override;
    void retranslate() override;
    void open(const bridge::Destination& destination) override;
    bridge::Destination place() const override;
    void tellFacts(const bridge::Destination& thing, const FactsAnswer& answer) override;
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
    QString whyItStands() const;
    std::optional<bridge::CommandState> runState(const QString& id) const;
    // what is shown
    void build();
    void connectPanels();
    void arrange(bool narrow);
    void showList(bool wide);
    void showSlowly();
    void readSetup();
    void readCharts();
    void readScenarios();
    QList<widgets::Panel*> panels() const;

    // what is done (market_actions.cpp)
    void togglePause();
    void stepOne();
    void stepOneBack();
    void stopReplay();
    void followReplay();
    void askForFile();
    Q_INVOKABLE void openFile(const QString& path);
    void sayInPage(const Error& error);
    void setSpeed(double speed);
    void runTo(qint64 at);
    void restoreSpeed();
    void apply(const std::vector<runtime::ControlChange>& changes);
    void chooseStrategy(const QString& seat, int strategy);
    void startOver();
    void load();
    void askForLive();
    void goLive();
    void sayFailure(const Result<void>& done);
    bool isSimulation() const;
    bool runs() const;

    bridge::SnapshotPtr m_snapshot;
    QElapsedTimer m_sinceShown;
    bool m_asking = false;
    bool m_narrow = false;
    bool m_wide = false; ///< the list of auctions stands beside the scoreboard
    bool m_scenariosAsked = false;
    std::size_t m_journalLines = 0;
    QString m_wantedSeat; ///< to select once the scoreboard has it
    std::optional<double> m_speedAfterRun; ///< the speed before "Go to"
    std::optional<std::size_t> m_changesBeforeReplay; ///< while a run is repeated
    bool m_stopsReplay = false; ///< the replay was stopped by hand

    widgets::Button* m_startOver;
    Transport* m_transport;
    widgets::PanelNotice* m_problem; ///< a scenario that could not be opened
    Scoreboard* m_scoreboard;
    MarketList* m_list;
    DepthPanel* m_depth;
    ScoreChart* m_scores;
    JournalPanel* m_journal;
    ControlsPanel* m_controls;
    QSplitter* m_columns;
    QSplitter* m_rows;
    QSplitter* m_top;
    widgets::PanelGroup* m_middle;
};

} // namespace gavel::training
