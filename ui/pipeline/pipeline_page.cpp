// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/pipeline_page.h"

#include "ui/pipeline/batches/batches_view.h"
#include "ui/pipeline/dead/dead_panel.h"
#include "ui/pipeline/deliveries/deliveries.h"
#include "ui/pipeline/flow_view.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/pipeline/rules_view.h"
#include "ui/pipeline/score_words.h"
#include "ui/pipeline/sources_panel.h"
#include "ui/pipeline/stages_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel/panel_group.h"

#include <QBoxLayout>
#include <QListView>
#include <QSplitter>

namespace gavel::pipeline_page {

using namespace widgets;
using model::BatchState;
using runtime::PipelineStage;

namespace {

constexpr int kNarrowWidth = 1240;
constexpr int kStagesHeight = 237;
constexpr int kTickMs = 250;
constexpr int kFlowEveryMs = 500;
constexpr int kDeadEveryMs = 2000;
constexpr int kBatchesEveryMs = 1000;

/// The states of a batch in one of the two stages that batches pass: a click lists them.
std::set<BatchState> statesOf(PipelineStage stage)
{
    using S = BatchState;
    if (stage == PipelineStage::Transform)
        return {S::TransformationPending, S::TransformationInProgress, S::TransformationCompleted,
                S::TransformationFailed};
    return {S::StoragePending, S::StorageInProgress, S::StorageCompleted, S::StorageFailed,
            S::StorageRetry};
}

} // namespace

PipelinePage::PipelinePage(bridge::EngineClient& client, bridge::Navigator& navigator,
                           bridge::PipelineClient::DeskOf deskOf, QWidget* parent)
    : Page(client, navigator, parent)
    , m_pipeline(client, std::move(deskOf))
    , m_flowTurn(kFlowEveryMs)
    , m_deadTurn(kDeadEveryMs)
    , m_letterTurn(kDeadEveryMs)
    , m_batchTurn(kBatchesEveryMs)
    , m_ruleTurn(kDeadEveryMs)
    , m_trace(new Button(QString(), Button::Kind::Normal, this))
    , m_replayButton(new Button(QString(), Button::Kind::Normal, this))
    , m_rules(new Button(QString(), Button::Kind::Normal, this))
    , m_feed(new Button(QString(), Button::Kind::Normal, this))
    , m_stages(new StagesPanel)
    , m_sources(new SourcesPanel)
    , m_scores(new ScoresPanel(this))
    , m_dead(new DeadPanel)
    , m_repair(new RepairPanel)
    , m_deliveries(new Deliveries(client, navigator, m_stages->deliveries(), *this))
    , m_rows(new QSplitter(Qt::Vertical))
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_left(new PanelGroup(Qt::Vertical))
{
    build();
    connectPanels();
    connectRepair();
    arrange();
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &PipelinePage::look);
    m_timer.start();
}

void PipelinePage::build()
{
    m_trace->setIconName(QStringLiteral("search"));
    m_replayButton->setIconName(QStringLiteral("history"));
    m_rules->setIconName(QStringLiteral("sliders"));
    m_feed->setIconName(QStringLiteral("export"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kGap, space::kGap, space::kGap, space::kGap);
    for (QSplitter* splitter : {m_rows, m_columns}) {
        splitter->setHandleWidth(space::kGap);
        splitter->setChildrenCollapsible(false);
    }
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_dead);
    m_columns->addWidget(m_repair);
    m_columns->setStretchFactor(2, 1);
    m_rows->addWidget(m_stages);
    m_rows->addWidget(m_columns);
    m_rows->setStretchFactor(1, 1);
    column->addWidget(m_rows);
    m_stages->setPeriod(2 * kFlowEveryMs);
    m_sources->setPeriod(2 * kFlowEveryMs);
    m_dead->setPeriod(2 * kDeadEveryMs);
}

void PipelinePage::connectPanels()
{
    connect(&m_stages->flow(), &FlowView::stageChosen, this, &PipelinePage::stageChosen);
    connect(m_stages, &StagesPanel::viewChanged, this, &PipelinePage::showView);
    connect(&m_stages->batches(), &BatchesView::selectedChanged, this,
            &PipelinePage::lookAtBatches);
    connect(&m_stages->batches(), &BatchesView::numbersWanted, this, &PipelinePage::openTrace);
    connect(&m_stages->rules(), &RulesView::editWanted, this, [this] { openRules({}); });
    connect(&m_stages->rules(), &RulesView::lettersWanted, this, [this](const QString& rule) {
        m_stages->showView(StagesPanel::Flow);
        m_dead->showOnly(QStringLiteral("rule"), rule);
    });
    connect(m_sources, &SourcesPanel::feedWanted, this, &PipelinePage::openFeed);
    connect(m_sources, &SourcesPanel::pauseWanted, this, &PipelinePage::pauseSource);
    connect(m_sources, &SourcesPanel::removeWanted, this, &PipelinePage::removeSource);
    connect(m_sources, &SourcesPanel::selectedChanged, this, [this] { navigator().pageChanged(); });
    connect(m_sources, &SourcesPanel::lettersWanted, this,
            [this](const QString& source) { m_dead->showOnly(QStringLiteral("source"), source); });
    connect(m_trace, &QPushButton::clicked, this, [this] { openTrace(0); });
    connect(m_replayButton, &QPushButton::clicked, this, &PipelinePage::openReplay);
    connect(m_rules, &QPushButton::clicked, this, [this] { openRules({}); });
    connect(m_feed, &QPushButton::clicked, this, &PipelinePage::openFeed);
}

void PipelinePage::connectRepair()
{
    connect(m_dead, &DeadPanel::queryChanged, this, &PipelinePage::lookAtDead);
    connect(m_dead, &DeadPanel::currentChanged, this, [this] {
        m_letterPlace = 0;
        lookAtLetter();
    });
    connect(m_dead, &DeadPanel::chosenChanged, this, [this] {
        m_repair->setChosen(m_dead->chosenCount());
        navigator().pageChanged();
    });
    connect(m_dead, &DeadPanel::shownWanted, this, [this] { m_repair->table().setFocus(); });
    connect(m_repair, &RepairPanel::verdictWanted, this, &PipelinePage::lookAtLetter);
    connect(m_repair, &RepairPanel::stepWanted, this, [this](int by) {
        if (by < 0 && m_letterPlace == 0)
            return;
        m_letterPlace += static_cast<std::uint64_t>(static_cast<std::int64_t>(by));
        lookAtLetter();
    });
    connect(m_repair, &RepairPanel::redriveWanted, this, &PipelinePage::redrive);
    connect(m_repair, &RepairPanel::redriveOneWanted, this, &PipelinePage::redriveOne);
    connect(m_repair, &RepairPanel::ruleWanted, this, &PipelinePage::makeRule);
    connect(m_repair, &RepairPanel::discardWanted, this, &PipelinePage::discard);
    connect(m_repair, &RepairPanel::rawWanted, this, &PipelinePage::openRaw);
    connect(m_repair, &RepairPanel::lineageWanted, this, [this] {
        if (m_repair->letter())
            openTrace(m_repair->letter()->batch);
    });
}

/// Where the page is narrow the scores are a tab of the sources.
void PipelinePage::arrange()
{
    m_scores->setVisible(m_scores->hasScores());
    if (m_scores->hasScores())
        m_left->setPanels({m_sources, m_scores}, m_narrow);
    else
        m_left->setPanels({m_sources}, false);
    resetLayout();
}

void PipelinePage::resetLayout()
{
    m_rows->setSizes({kStagesHeight, 10'000});
    m_columns->setSizes(m_narrow ? QList<int>{436, 332, 424} : QList<int>{448, 388, 428});
    if (m_scores->hasScores() && !m_narrow)
        m_left->splitter()->setSizes({270, 250});
}

void PipelinePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < kNarrowWidth;
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    arrange();
}

void PipelinePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    look();
}

/// Every view but the flow takes the room of the panels below.
void PipelinePage::showView()
{
    m_columns->setVisible(m_stages->view() == StagesPanel::Flow);
    if (m_stages->view() == StagesPanel::Batches)
        lookAtBatches();
    else if (m_stages->view() == StagesPanel::Rules)
        lookAtRules();
    else if (m_stages->view() == StagesPanel::Deliveries)
        m_deliveries->look();
    navigator().pageChanged();
}

/// A stage opens what it is made of.
void PipelinePage::stageChosen(PipelineStage stage)
{
    switch (stage) {
    case PipelineStage::Collect:
        m_sources->table().setFocus();
        return;
    case PipelineStage::Validate:
        m_stages->showView(StagesPanel::Rules);
        return;
    case PipelineStage::Distribute:
        m_stages->showView(StagesPanel::Deliveries);
        return;
    case PipelineStage::Repair:
        m_dead->list().setFocus();
        return;
    case PipelineStage::Transform:
    case PipelineStage::Store:
        m_stages->batches().showStates(statesOf(stage));
        m_stages->showView(StagesPanel::Batches);
    }
}

void PipelinePage::setScores(std::vector<Score> scores)
{
    const bool had = m_scores->hasScores();
    m_scores->setScores(std::move(scores));
    if (had != m_scores->hasScores())
        arrange();
}

bridge::PageInfo PipelinePage::info() const
{
    bridge::PageInfo page;
    page.id = QStringLiteral("pipeline");
    page.icon = QStringLiteral("pipeline");
    page.title = tr("Pipeline");
    page.sentence = tr("Every event is stored once, or you see here why not.");
    return page;
}

void PipelinePage::setSnapshot(const bridge::SnapshotPtr& snapshot)
{
    m_utcOffset = snapshot->utcOffsetMinutes;
    m_marketAt = snapshot->mode == runtime::MarketMode::Simulation ? snapshot->now : TimeMs{};
    m_deliveries->setUtcOffset(m_utcOffset);
    if (snapshot->watch && snapshot->watch != m_watch) {
        m_watch = snapshot->watch;
        setScores(m_watch->health.total ? scoresOf(*m_watch) : std::vector<Score>());
    }
}

void PipelinePage::retranslate()
{
    m_trace->setText(tr("Trace a number…"));
    m_trace->setKeyHint(QStringLiteral("T"));
    m_rules->setText(tr("Rules"));
    m_feed->setText(tr("Feed a file…"));
    m_stages->retranslate();
    m_sources->retranslate();
    m_scores->retranslate();
    if (m_watch)
        m_scores->setScores(m_watch->health.total ? scoresOf(*m_watch) : std::vector<Score>());
    m_dead->retranslate();
    m_repair->retranslate();
    m_left->retranslate();
    if (m_flowTurn.wasAsked()) {
        lookAtFlow();
        lookAtDead();
        lookAtLetter();
    }
    m_replayButton->setText(tr("Replay…"));
}

QList<QWidget*> PipelinePage::headerActions()
{
    return {m_trace, m_replayButton, m_rules, m_feed};
}

void PipelinePage::open(const bridge::Destination& destination)
{
    if (destination.kind == u"deliveries") {
        m_stages->deliveries().showGroup(destination.value);
        m_stages->showView(StagesPanel::Deliveries);
        return;
    }
    m_stages->showView(StagesPanel::Flow);
    if (destination.kind == u"filter")
        m_dead->filter().setText(destination.value);
    else if (destination.kind == u"source")
        m_dead->showOnly(QStringLiteral("source"), destination.value);
    else if (destination.kind == u"trace")
        traceNumber(bridge::tracedBy(destination));
    look();
}

bridge::Destination PipelinePage::place() const
{
    if (m_stages->view() == StagesPanel::Deliveries)
        return {info().id, QStringLiteral("deliveries"), m_stages->deliveries().shownGroup()};
    const QString filter = m_dead->filter().text();
    return filter.isEmpty() ? Page::place()
                            : bridge::Destination{info().id, QStringLiteral("filter"), filter};
}

bool PipelinePage::openFilter()
{
    m_stages->showView(StagesPanel::Flow);
    m_dead->filter().takeFocus();
    return true;
}

bool PipelinePage::stepBack()
{
    if (m_stages->view() != StagesPanel::Flow) {
        m_stages->showView(StagesPanel::Flow);
        return true;
    }
    if (!m_dead->rows().checked().empty()) {
        m_dead->rows().checkAll(false);
        return true;
    }
    if (m_dead->filter().text().isEmpty())
        return false;
    m_dead->filter().setText({});
    return true;
}

QJsonObject PipelinePage::saveState() const
{
    return {{QStringLiteral("sources"), m_sources->table().saveColumns()},
            {QStringLiteral("fields"), m_repair->table().saveColumns()},
            {QStringLiteral("filter"), m_dead->filter().text()},
            {QStringLiteral("byRule"), m_dead->isByRule()}};
}

void PipelinePage::restoreState(const QJsonObject& state)
{
    m_sources->table().restoreColumns(state.value(QStringLiteral("sources")).toString());
    m_repair->table().restoreColumns(state.value(QStringLiteral("fields")).toString());
    m_dead->filter().setText(state.value(QStringLiteral("filter")).toString());
    m_dead->showByRule(state.value(QStringLiteral("byRule")).toBool(true));
}

} // namespace gavel::pipeline_page
