// SPDX-License-Identifier: GPL-3.0-or-later
// The page's keys, what it remembers, and its states worth a picture.
#include "ui/training/controls_panel.h"
#include "ui/training/score_chart.h"
#include "ui/training/scoreboard.h"
#include "ui/training/training_page.h"
#include "ui/training/transport.h"
#include "ui/widgets/panel/panel_group.h"

#include <QSplitter>

namespace gavel::training {

namespace {

QString textOf(const QSplitter& splitter)
{
    return QString::fromLatin1(splitter.saveState().toBase64());
}

void restore(QSplitter& splitter, const QJsonValue& value)
{
    const QByteArray state = QByteArray::fromBase64(value.toString().toLatin1());
    if (!state.isEmpty())
        splitter.restoreState(state);
}

} // namespace

std::optional<bridge::CommandState> TrainingPage::commandState(const QString& id) const
{
    if (auto run = runState(id))
        return run;
    const bool repeats = m_snapshot && m_snapshot->replayTo > 0;
    if (id == u"training.openFile")
        return bridge::CommandState{true, {}, {}, {}};
    if (id == u"market.live") {
        const bool live = m_snapshot && m_snapshot->mode == runtime::MarketMode::Live;
        return bridge::CommandState{m_snapshot && !live, tr("The market is live."), {}, {}};
    }
    if (id == u"training.startOver")
        return bridge::CommandState{m_snapshot && !m_transport->choice().scenario.isEmpty(),
                                    tr("Choose a scenario first."),
                                    {},
                                    {}};
    if (id == u"training.restore")
        return bridge::CommandState{m_controls->differences() > 0 && !repeats,
                                    repeats ? whyItStands()
                                            : tr("Every control has the scenario's value."),
                                    {},
                                    {}};
    if (id == u"chart.table")
        return bridge::CommandState{true, {}, m_scores->showsTable(), {}};
    return std::nullopt;
}

/// Why the market's time cannot be moved.
QString TrainingPage::whyItStands() const
{
    if (m_snapshot && m_snapshot->replayTo > 0)
        return tr("The run is being repeated.");
    if (isSimulation())
        return tr("The scenario has ended. Start over to run it again.");
    return m_snapshot && m_snapshot->mode == runtime::MarketMode::Live
        ? tr("Real traffic has its own time.")
        : tr("No market runs.");
}

/// Of the commands that move the market's time.
std::optional<bridge::CommandState> TrainingPage::runState(const QString& id) const
{
    const bool simulated = isSimulation();
    const bool repeats = m_snapshot && m_snapshot->replayTo > 0;
    if (id == u"market.pause" && repeats)
        return bridge::CommandState{true, {}, {}, tr("Stop repeating here")};
    if (id == u"market.pause" || id == u"go.to" || id == u"training.faster"
        || id == u"training.slower")
        return bridge::CommandState{runs(), whyItStands(), {}, {}};
    if (id == u"training.step")
        return bridge::CommandState{runs() && m_snapshot->paused,
                                    runs() ? tr("Pause the market first.") : whyItStands(),
                                    {},
                                    {}};
    if (id != u"training.stepBack")
        return std::nullopt;
    const bool stands = simulated && !repeats && (m_snapshot->paused || m_snapshot->finished);
    return bridge::CommandState{stands && m_snapshot->total.auctions > 0,
                                repeats || !simulated ? whyItStands()
                                    : stands          ? tr("No auction has been run yet.")
                                                      : tr("Pause the market first."),
                                {},
                                {}};
}

void TrainingPage::runCommand(const QString& id)
{
    if (id == u"market.pause")
        togglePause();
    else if (id == u"training.step")
        stepOne();
    else if (id == u"training.stepBack")
        stepOneBack();
    else if (id == u"training.openFile")
        askForFile();
    else if (id == u"training.faster")
        m_transport->turnSpeed(1);
    else if (id == u"training.slower")
        m_transport->turnSpeed(-1);
    else if (id == u"go.to")
        m_transport->askForTime();
    else if (id == u"market.live")
        askForLive();
    else if (id == u"training.startOver")
        startOver();
    else if (id == u"training.restore")
        m_controls->restore();
    else if (id == u"chart.table") {
        m_middle->showPanel(m_scores);
        m_scores->showTable(!m_scores->showsTable());
    }
}

bool TrainingPage::stepBack()
{
    if (m_scores->showsTable()) {
        m_scores->showTable(false);
        return true;
    }
    if (m_scoreboard->selected().isEmpty())
        return false;
    m_scoreboard->select({});
    return true;
}

QJsonObject TrainingPage::saveState() const
{
    if (m_narrow)
        return {};
    return {{QStringLiteral("columns"), textOf(*m_columns)},
            {QStringLiteral("rows"), textOf(*m_rows)},
            {QStringLiteral("top"), textOf(*m_top)},
            {QStringLiteral("middle"), textOf(*m_middle->splitter())}};
}

void TrainingPage::restoreState(const QJsonObject& state)
{
    restore(*m_columns, state.value(u"columns"));
    restore(*m_rows, state.value(u"rows"));
    restore(*m_top, state.value(u"top"));
    restore(*m_middle->splitter(), state.value(u"middle"));
}

std::vector<bridge::CaptureState> TrainingPage::captureStates()
{
    const auto change = [this] {
        if (!m_snapshot || m_snapshot->seats.size() < 3)
            return;
        m_scoreboard->select(QString::fromStdString(m_snapshot->seats.front().id));
        std::vector<runtime::ControlChange> changes{changeFloors(m_snapshot->rules, 1'200'000)};
        apply(changes);
    };
    return {bridge::CaptureState{{}, {}, 1500},
            bridge::CaptureState{QStringLiteral("changed"), change, 1800}};
}

} // namespace gavel::training
