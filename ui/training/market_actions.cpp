// SPDX-License-Identifier: GPL-3.0-or-later
// What the training page does to the market. Every call runs in the pool; failures become notices.
#include "ui/training/controls_panel.h"
#include "ui/training/training_page.h"
#include "ui/training/transport.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/panel/panel_notice.h"

#include <QFileDialog>

#include <algorithm>
#include <utility>

namespace gavel::training {

using widgets::ConfirmDialog;
namespace numbers = widgets::numbers;

bool TrainingPage::isSimulation() const
{
    return m_snapshot && m_snapshot->mode == runtime::MarketMode::Simulation;
}

bool TrainingPage::runs() const
{
    return isSimulation() && !m_snapshot->finished && m_snapshot->replayTo == 0;
}

void TrainingPage::sayFailure(const Result<void>& done)
{
    if (!done)
        navigator().say(QString::fromStdString(base::toString(done.error())));
}

void TrainingPage::togglePause()
{
    if (m_snapshot->replayTo > 0) {
        stopReplay();
        return;
    }
    const bool paused = m_snapshot->paused;
    m_speedAfterRun.reset();
    client().tell([paused](runtime::Engine& engine) { paused ? engine.resume() : engine.pause(); });
}

void TrainingPage::stepOne()
{
    client().ask(
        this, [](runtime::Engine& engine) { return engine.step(); },
        [this](const Result<model::AuctionRow>& row) {
            if (!row) {
                navigator().say(QString::fromStdString(base::toString(row.error())));
                return;
            }
            const quint64 auction = row->id;
            const QString time = numbers::timeMillis(row->at.value, m_snapshot->utcOffsetMinutes);
            const QString sentence = row->winnerSeat == 0
                ? tr("One auction ran at %1: %n bid(s), nobody won.", nullptr, row->bids).arg(time)
                : tr("One auction ran at %1: %n bid(s), sold at CPM %2.", nullptr, row->bids)
                      .arg(time, numbers::cpm(row->price.nanos));
            navigator().say(bridge::Notice{sentence, tr("Open auction"),
                                           [this, auction] { navigator().openAuction(auction); }});
        });
}

void TrainingPage::stepOneBack()
{
    m_stopsReplay = false;
    m_speedAfterRun.reset();
    const std::size_t changes = m_snapshot->journal.size();
    client().ask(
        this, [](runtime::Engine& engine) { return engine.stepBack(); },
        [this, changes](const Result<void>& begun) {
            if (begun)
                m_changesBeforeReplay = changes;
            sayFailure(begun);
        });
}

void TrainingPage::stopReplay()
{
    m_stopsReplay = true;
    client().ask(
        this,
        [](runtime::Engine& engine) -> Result<std::shared_ptr<const runtime::Snapshot>> {
            if (auto stopped = engine.stopReplay(); !stopped)
                return stopped.error();
            return engine.freshSnapshot();
        },
        [this](const Result<std::shared_ptr<const runtime::Snapshot>>& now) {
            navigator().say(
                now ? tr("The run stands at %1. What came after is dropped.")
                          .arg(numbers::timeMillis((*now)->now.value, (*now)->utcOffsetMinutes))
                    : QString::fromStdString(base::toString(now.error())));
        });
}

/// Says where the run stands once it has been repeated.
void TrainingPage::followReplay()
{
    if (!m_changesBeforeReplay || m_snapshot->replayTo > 0 || !m_snapshot->paused)
        return;
    const std::size_t before = *std::exchange(m_changesBeforeReplay, std::nullopt);
    if (m_stopsReplay)
        return; // who stopped it is told where it stands
    const QString time = numbers::timeMillis(m_snapshot->now.value, m_snapshot->utcOffsetMinutes);
    const auto undone = static_cast<int>(before - std::min(before, m_snapshot->journal.size()));
    navigator().say(
        undone == 0 ? tr("The run was repeated and stands one auction earlier, at %1.").arg(time)
                    : tr("The run was repeated and stands one auction earlier, at %1. %n "
                         "change(s) made after it are undone.",
                         nullptr, undone)
                          .arg(time));
}

void TrainingPage::askForFile()
{
    auto* dialog = new QFileDialog(this, tr("Open a scenario"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Scenarios (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &TrainingPage::openFile);
    dialog->open();
}

/// Read and checked first: a wrong file stops nothing.
void TrainingPage::openFile(const QString& path)
{
    client().ask(
        this,
        [file = path.toStdString()](runtime::Engine& engine) { return engine.readScenario(file); },
        [this, path](const Result<runtime::ScenarioInfo>& scenario) {
            m_problem->setVisible(!scenario);
            if (scenario)
                m_transport->chooseFile(*scenario, path);
            else
                sayInPage(scenario.error());
        });
}

void TrainingPage::sayInPage(const Error& error)
{
    m_problem->show(widgets::Mark::Bad, QString::fromStdString(base::toString(error)),
                    tr("Open another…"), [this] {
                        m_problem->hide();
                        askForFile();
                    });
    m_problem->setVisible(true);
}

void TrainingPage::setSpeed(double speed)
{
    m_speedAfterRun.reset();
    client().tell([speed](runtime::Engine& engine) { engine.setSpeed(speed); });
}

void TrainingPage::runTo(qint64 at)
{
    m_speedAfterRun = m_snapshot->speed;
    client().ask(
        this, [at](runtime::Engine& engine) { return engine.runTo({at}); },
        [this](const Result<void>& done) {
            if (!done)
                m_speedAfterRun.reset();
            sayFailure(done);
        });
}

/// "Go to" runs as fast as it can; once there, the speed is what it was.
void TrainingPage::restoreSpeed()
{
    if (!m_speedAfterRun || !m_snapshot->paused || m_snapshot->speed == *m_speedAfterRun)
        return;
    client().tell([speed = *m_speedAfterRun](runtime::Engine& engine) { engine.setSpeed(speed); });
    m_speedAfterRun.reset();
}

/// In one call, so that the changes keep their order.
void TrainingPage::apply(const std::vector<runtime::ControlChange>& changes)
{
    client().ask(
        this,
        [changes](runtime::Engine& engine) -> Result<void> {
            for (const runtime::ControlChange& change : changes) {
                if (Result<void> done = engine.apply(change); !done)
                    return done;
            }
            return {};
        },
        [this](const Result<void>& done) { sayFailure(done); });
}

void TrainingPage::chooseStrategy(const QString& seat, int strategy)
{
    const std::string id = seat.toStdString();
    const auto found = std::find_if(m_snapshot->seats.begin(), m_snapshot->seats.end(),
                                    [&](const runtime::SeatView& one) { return one.id == id; });
    if (found != m_snapshot->seats.end())
        apply({changeStrategy(*found, static_cast<model::StrategyKind>(strategy))});
}

void TrainingPage::startOver()
{
    const MarketChoice choice = m_transport->choice();
    if (choice.scenario.isEmpty())
        return;
    if (m_snapshot->mode == runtime::MarketMode::Stopped) {
        load();
        return;
    }
    const int offset = m_snapshot->utcOffsetMinutes;
    ConfirmDialog::Words words;
    words.title = tr("Start over");
    words.what = tr("%1 starts from its beginning with seed %2 on %n shard(s).", nullptr,
                    static_cast<int>(choice.shards))
                     .arg(choice.scenario)
                     .arg(choice.seed);
    words.lost = isSimulation()
        ? tr("The run ends at %1 after %2 auctions; its list, charts and %n journaled change(s) "
             "are dropped. Campaigns stay as they are published.",
             nullptr, static_cast<int>(m_snapshot->journal.size()))
              .arg(numbers::time(m_snapshot->now.value, offset),
                   numbers::count(static_cast<std::int64_t>(m_snapshot->total.auctions)))
        : tr("Real traffic is no longer answered. Money that was spent stays on the books.");
    words.button = tr("Start over");
    auto* dialog = new ConfirmDialog(words, this);
    connect(dialog, &QDialog::accepted, this, &TrainingPage::load);
    connect(dialog, &QDialog::rejected, m_transport, &Transport::resetChoice);
    dialog->open();
}

void TrainingPage::load()
{
    const MarketChoice choice = m_transport->choice();
    runtime::ScenarioRequest request;
    request.scenario = choice.source.toStdString();
    request.seed = choice.seed;
    request.shards = choice.shards;
    request.speed = isSimulation() ? m_snapshot->speed : 1;
    client().ask(
        this, [request](runtime::Engine& engine) { return engine.loadScenario(request); },
        [this](const Result<void>& done) {
            m_problem->setVisible(!done);
            if (!done)
                sayInPage(done.error());
            m_transport->resetChoice();
        });
}

void TrainingPage::askForLive()
{
    if (!isSimulation()) {
        goLive();
        return;
    }
    ConfirmDialog::Words words;
    words.title = tr("Back to live");
    words.what = tr("The simulation ends at %1 and real traffic is taken: from then on amounts "
                    "are charged.")
                     .arg(numbers::time(m_snapshot->now.value, m_snapshot->utcOffsetMinutes));
    words.lost = tr("Its list, charts and journal are dropped. The same scenario, seed and shards "
                    "give the same run again.");
    words.button = tr("Go live");
    auto* dialog = new ConfirmDialog(words, this);
    connect(dialog, &QDialog::accepted, this, &TrainingPage::goLive);
    dialog->open();
}

void TrainingPage::goLive()
{
    client().ask(
        this, [](runtime::Engine& engine) { return engine.goLive(); },
        [this](const Result<void>& done) { sayFailure(done); });
}

} // namespace gavel::training
