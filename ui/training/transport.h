// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/training/day_line.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/market_badge.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QFrame>
#include <QHash>
#include <QLineEdit>

namespace gavel::training {

/// Which market to load.
struct MarketChoice
{
    QString scenario; ///< its name
    QString source; ///< name or path to load it by
    quint64 seed = 0;
    unsigned shards = 1;
};

/// The bar over the page: what the market is, which scenario, its time and speed, and the line of
/// its day.
class Transport final : public QFrame
{
    Q_OBJECT
public:
    explicit Transport(QWidget* parent = nullptr);

    void setScenarios(std::vector<runtime::ScenarioInfo> scenarios);
    /// A scenario that was read from a file: chosen, as if from the list.
    void chooseFile(const runtime::ScenarioInfo& scenario, const QString& path);
    void setSnapshot(const std::shared_ptr<const runtime::Snapshot>& snapshot);
    /// The next higher (1) or lower (-1) speed.
    void turnSpeed(int step);
    /// The scenario, seed and shards as they stand in the bar.
    MarketChoice choice() const;
    /// Back to what runs, after the user changed the fields and decided against it.
    void resetChoice();
    /// Opens the field for a time.
    void askForTime();
    void retranslate();

Q_SIGNALS:
    /// The user wants another scenario, seed or number of shards.
    void marketWanted();
    void pauseWanted();
    void stepWanted();
    void stepBackWanted();
    /// The user wants a scenario from a file.
    void fileWanted();
    void speedWanted(double speed);
    void timeWanted(qint64 at);
    void liveWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* labelled(widgets::ElidedLabel* label, QWidget* field);
    QWidget* buildUpperRow();
    void connectParts();
    void listScenarios();
    void showScenario();
    void showClock();
    QString clockWords() const;
    void showState();
    void showMoments();
    void chooseScenario();
    void openTimeField(qint64 at);
    const runtime::ScenarioInfo* scenarioNamed(const QString& name) const;

    std::vector<runtime::ScenarioInfo> m_scenarios;
    QHash<QString, QString> m_paths; ///< of scenarios from files, by name
    std::shared_ptr<const runtime::Snapshot> m_snapshot;
    widgets::MarketBadge* m_badge;
    QComboBox* m_scenario;
    QLineEdit* m_seed;
    QLineEdit* m_shards;
    widgets::Button* m_stepBack;
    widgets::Button* m_pause;
    widgets::Button* m_step;
    widgets::Segmented* m_speed;
    widgets::ElidedLabel* m_scenarioLabel;
    widgets::ElidedLabel* m_seedLabel;
    widgets::ElidedLabel* m_shardsLabel;
    widgets::ElidedLabel* m_speedLabel;
    widgets::ElidedLabel* m_timeLabel;
    widgets::ElidedLabel* m_countLabel;
    widgets::ElidedLabel* m_clock;
    widgets::ElidedLabel* m_millis;
    widgets::ElidedLabel* m_count;
    widgets::Button* m_goTo;
    widgets::Button* m_live;
    DayLine* m_line;
};

} // namespace gavel::training
