// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_page.h"

#include "ui/training/controls_panel.h"
#include "ui/training/depth_panel.h"
#include "ui/training/journal_panel.h"
#include "ui/training/market_list.h"
#include "ui/training/score_chart.h"
#include "ui/training/scoreboard.h"
#include "ui/training/seat_facts.h"
#include "ui/training/transport.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel/panel_group.h"
#include "ui/widgets/panel/panel_notice.h"

#include <QBoxLayout>
#include <QSplitter>

namespace gavel::training {

using namespace widgets;

namespace {

constexpr int kNarrowWidth = 1260;
constexpr int kWideWidth = 1900;
constexpr int kShowEveryMs = 1000;
constexpr std::size_t kScorePoints = 200;

/// What one look at the charts brings.
struct ChartValues
{
    runtime::Depth depth;
    std::vector<runtime::Series> scores;
    std::vector<model::AuctionRow> newest;
    std::shared_ptr<const model::Vocabulary> vocabulary;
};

} // namespace

TrainingPage::TrainingPage(bridge::EngineClient& client, bridge::Navigator& navigator,
                           QWidget* parent)
    : Page(client, navigator, parent)
    , m_startOver(new Button(QString(), Button::Kind::Normal, this))
    , m_transport(new Transport)
    , m_problem(new PanelNotice(PanelNotice::Place::Strip))
    , m_scoreboard(new Scoreboard)
    , m_list(new MarketList)
    , m_depth(new DepthPanel)
    , m_scores(new ScoreChart)
    , m_journal(new JournalPanel)
    , m_controls(new ControlsPanel)
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_rows(new QSplitter(Qt::Vertical))
    , m_top(new QSplitter(Qt::Horizontal))
    , m_middle(new PanelGroup(Qt::Horizontal))
{
    build();
    connectPanels();
    for (Panel* panel : panels())
        panel->setPeriod(kShowEveryMs);
    arrange(false);
}

QList<Panel*> TrainingPage::panels() const
{
    return {m_scoreboard, m_list, m_depth, m_scores, m_journal, m_controls};
}

void TrainingPage::build()
{
    m_startOver->setIconName(QStringLiteral("reset"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kGap, space::kGap, space::kGap, space::kGap);
    column->setSpacing(space::kGap);
    column->addWidget(m_transport);
    m_problem->setTint(Token::BadBg);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->hide();
    column->addWidget(m_problem);
    for (QSplitter* splitter : {m_columns, m_rows, m_top}) {
        splitter->setHandleWidth(space::kGap);
        splitter->setChildrenCollapsible(false);
    }
    m_top->addWidget(m_scoreboard);
    m_top->addWidget(m_list);
    m_list->hide();
    m_rows->addWidget(m_top);
    m_rows->addWidget(m_middle);
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_controls);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 0);
    column->addWidget(m_columns, 1);
}

void TrainingPage::connectPanels()
{
    connect(m_startOver, &QPushButton::clicked, this, &TrainingPage::startOver);
    connect(m_transport, &Transport::marketWanted, this, &TrainingPage::startOver);
    connect(m_transport, &Transport::pauseWanted, this, &TrainingPage::togglePause);
    connect(m_transport, &Transport::stepWanted, this, &TrainingPage::stepOne);
    connect(m_transport, &Transport::stepBackWanted, this, &TrainingPage::stepOneBack);
    connect(m_transport, &Transport::fileWanted, this, &TrainingPage::askForFile);
    connect(m_transport, &Transport::speedWanted, this, &TrainingPage::setSpeed);
    connect(m_transport, &Transport::timeWanted, this, &TrainingPage::runTo);
    connect(m_transport, &Transport::liveWanted, this, &TrainingPage::askForLive);
    connect(m_controls, &ControlsPanel::changesWanted, this, &TrainingPage::apply);
    connect(m_scoreboard, &Scoreboard::strategyWanted, this, &TrainingPage::chooseStrategy);
    connect(m_scoreboard, &Scoreboard::selectedChanged, this, [this](const QString& seat) {
        m_scores->select(seat);
        readCharts();
    });
    connect(m_list, &MarketList::opened, this,
            [this](quint64 auction) { navigator().openAuction(auction); });
    connect(m_list, &MarketList::openedBeside, this,
            [this](quint64 auction) { navigator().openBeside(bridge::auctionPlace(auction)); });
    connect(m_scoreboard, &Scoreboard::openedBeside, this,
            [this](const QString& seat) { navigator().openBeside(bridge::seatPlace(seat)); });
    connect(m_scoreboard, &Scoreboard::opened, this, [this](const QString& seat) {
        navigator().openAuctions(QStringLiteral("seat = \"%1\"").arg(seat));
    });
}

/// Where the page is narrow, depth, score and journal share one place as tabs.
void TrainingPage::arrange(bool narrow)
{
    m_narrow = narrow;
    m_scoreboard->setNarrow(narrow);
    if (narrow) {
        m_middle->setPanels({m_depth, m_scores, m_journal}, true);
    } else {
        m_middle->setPanels({m_depth, m_scores}, false);
        m_rows->addWidget(m_journal);
        m_journal->show();
    }
    resetLayout();
}

void TrainingPage::showList(bool wide)
{
    m_wide = wide;
    m_list->setVisible(wide);
    resetLayout();
    if (m_snapshot)
        readCharts();
}

void TrainingPage::resetLayout()
{
    m_top->setSizes({1100, 900});
    m_columns->setSizes({956, m_narrow ? 300 : 318});
    m_rows->setSizes(m_narrow     ? QList<int>{226, 216}
                         : m_wide ? QList<int>{300, 420, 160}
                                  : QList<int>{226, 260, 136});
    m_middle->splitter()->setSizes({634, 312});
}

void TrainingPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < kNarrowWidth;
    if (narrow != m_narrow)
        arrange(narrow);
    const bool wide = width() >= kWideWidth;
    if (wide != m_wide)
        showList(wide);
}

bridge::PageInfo TrainingPage::info() const
{
    bridge::PageInfo page;
    page.id = QStringLiteral("training");
    page.icon = QStringLiteral("training");
    page.title = tr("Training");
    const auto mode = m_snapshot ? m_snapshot->mode : client().snapshot()->mode;
    if (mode == runtime::MarketMode::Simulation)
        page.sentence = tr("No real traffic, nothing is charged. The same scenario, seed and "
                           "shards give the same result.");
    else if (mode == runtime::MarketMode::Live)
        page.sentence = tr("Real traffic; every control acts on real auctions.");
    else
        page.sentence = tr("No market runs. Choose a scenario or go live.");
    return page;
}

void TrainingPage::retranslate()
{
    m_startOver->setText(tr("Start over…"));
    m_startOver->updateGeometry();
    m_transport->retranslate();
    m_scoreboard->retranslate();
    m_list->retranslate();
    m_depth->retranslate();
    m_scores->retranslate();
    m_journal->retranslate();
    m_controls->retranslate();
    m_middle->retranslate();
    if (m_snapshot)
        showSlowly();
}

QList<QWidget*> TrainingPage::headerActions()
{
    return {m_startOver};
}

void TrainingPage::open(const bridge::Destination& destination)
{
    if (destination.kind != u"seat")
        return;
    m_wantedSeat = destination.value;
    if (m_snapshot)
        showSlowly();
}

bridge::Destination TrainingPage::place() const
{
    const QString seat = m_scoreboard->selected();
    return seat.isEmpty() ? Page::place()
                          : bridge::Destination{info().id, QStringLiteral("seat"), seat};
}

void TrainingPage::tellFacts(const bridge::Destination& thing, const FactsAnswer& answer)
{
    answer(seatFacts(*client().snapshot(), thing.value));
}

void TrainingPage::setSnapshot(const bridge::SnapshotPtr& snapshot)
{
    const bool another = !m_snapshot || m_snapshot->mode != snapshot->mode
        || m_snapshot->scenario != snapshot->scenario || m_snapshot->seed != snapshot->seed
        || m_snapshot->shards != snapshot->shards || m_snapshot->start != snapshot->start
        || snapshot->now < m_snapshot->now;
    m_snapshot = snapshot;
    m_transport->setSnapshot(snapshot);
    m_controls->setSnapshot(snapshot);
    m_controls->setEnabled(snapshot->replayTo == 0);
    restoreSpeed();
    followReplay();
    if (!m_scenariosAsked)
        readScenarios();
    if (another)
        readSetup();
    const bool changed = snapshot->journal.size() != m_journalLines;
    if (!another && !changed && m_sinceShown.isValid() && m_sinceShown.elapsed() < kShowEveryMs)
        return;
    m_journalLines = snapshot->journal.size();
    m_sinceShown.start();
    showSlowly();
}

/// Once a second: figures that change ten times a second cannot be read.
void TrainingPage::showSlowly()
{
    const bool stopped = m_snapshot->mode == runtime::MarketMode::Stopped;
    for (Panel* panel : panels()) {
        if (stopped)
            panel->setEmpty(tr("No market runs."));
        else
            panel->clearEmpty();
        panel->touch();
    }
    if (stopped)
        return;
    m_scoreboard->setSnapshot(*m_snapshot);
    m_journal->setSnapshot(*m_snapshot);
    if (!m_wantedSeat.isEmpty() && !m_snapshot->seats.empty())
        m_scoreboard->select(std::exchange(m_wantedSeat, {}));
    readCharts();
}

void TrainingPage::readScenarios()
{
    m_scenariosAsked = true;
    client().ask(
        this, [](runtime::Engine& engine) { return engine.scenarios(); },
        [this](std::vector<runtime::ScenarioInfo> scenarios) {
            m_transport->setScenarios(std::move(scenarios));
        });
}

void TrainingPage::readSetup()
{
    client().ask(
        this, [](runtime::Engine& engine) { return engine.setup(); },
        [this](const SetupPtr& setup) { m_controls->setSetup(setup); });
}

void TrainingPage::readCharts()
{
    if (m_asking || !m_snapshot || m_snapshot->mode == runtime::MarketMode::Stopped)
        return;
    m_asking = true;
    const qint64 to = std::max(m_snapshot->now.value, m_snapshot->start.value + base::kMinuteMs);
    const qint64 span = std::max<qint64>(m_depth->spanMs(), base::kMinuteMs);
    runtime::SeriesQuery query{scoreSeries(*m_snapshot), m_snapshot->start, {to}, kScorePoints};
    const bool listed = m_wide;
    client().ask(
        this,
        [query, span, listed](runtime::Engine& engine) {
            ChartValues values{engine.depth(span), engine.series(query), {}, engine.vocabulary()};
            runtime::AuctionQuery newest;
            newest.count = MarketList::kRows;
            if (listed)
                if (auto page = engine.auctions(newest))
                    values.newest = std::move(page->rows);
            return values;
        },
        [this, shown = m_snapshot, to](ChartValues values) {
            m_asking = false;
            if (m_snapshot->mode == runtime::MarketMode::Stopped)
                return;
            if (values.vocabulary)
                m_list->setAuctions(values.newest, *values.vocabulary, *shown);
            m_depth->setDepth(values.depth, shown->rules.floorFactorPpm / 1e6,
                              shown->utcOffsetMinutes);
            m_scores->setSeries(*shown, shown->start.value, to, std::move(values.scores));
        });
}

} // namespace gavel::training
