// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_page.h"

#include "ui/bridge/commands.h"
#include "ui/overview/alerts/alerts_panel.h"
#include "ui/overview/explore/explore_panel.h"
#include "ui/overview/latency_panel.h"
#include "ui/overview/log_panel.h"
#include "ui/overview/publisher_panel.h"
#include "ui/overview/range_bar.h"
#include "ui/overview/spend_panel.h"
#include "ui/overview/throughput_panel.h"
#include "ui/overview/tile_row.h"
#include "ui/overview/verdict_bar.h"
#include "ui/widgets/panel/panel_group.h"

#include <QBoxLayout>
#include <QSplitter>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr int kNarrowWidth = 1260;
constexpr int kWideWidth = 2000;
constexpr int kShowEveryMs = 1000;
constexpr std::size_t kMostCampaigns = 500;

} // namespace

OverviewPage::OverviewPage(bridge::EngineClient& client, bridge::Navigator& navigator,
                           QWidget* parent)
    : Page(client, navigator, parent)
    , m_rangeBar(new RangeBar(this))
    , m_annotate(new Button(QString(), Button::Kind::Normal, this))
    , m_verdict(new VerdictBar)
    , m_tiles(new TileRow)
    , m_throughput(new ThroughputPanel)
    , m_explore(new ExplorePanel(client))
    , m_alerts(new AlertsPanel)
    , m_latency(new LatencyPanel)
    , m_spend(new SpendPanel)
    , m_publishers(new PublisherPanel)
    , m_log(new LogPanel)
    , m_rows(new QSplitter(Qt::Vertical))
    , m_upper(new QSplitter(Qt::Horizontal))
    , m_lower(new QSplitter(Qt::Horizontal))
    , m_charts(new PanelGroup(Qt::Horizontal))
    , m_side(new PanelGroup(Qt::Horizontal))
{
    build();
    connectPanels();
    for (Panel* panel : panels())
        panel->setPeriod(kShowEveryMs);
    m_alerts->setPeriod(kShowEveryMs);
    arrange(Width::Usual);
}

QList<Panel*> OverviewPage::panels() const
{
    return {m_throughput, m_latency, m_spend, m_publishers, m_log};
}

void OverviewPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kGap, space::kGap, space::kGap, space::kGap);
    column->setSpacing(space::kGap);
    column->addWidget(m_verdict);
    column->addWidget(m_tiles);
    for (QSplitter* splitter : {m_rows, m_upper, m_lower}) {
        splitter->setHandleWidth(space::kGap);
        splitter->setChildrenCollapsible(false);
    }
    m_upper->addWidget(m_charts);
    m_upper->addWidget(m_alerts);
    m_lower->addWidget(m_spend);
    m_lower->addWidget(m_side);
    m_rows->addWidget(m_upper);
    m_rows->addWidget(m_lower);
    column->addWidget(m_rows, 1);
}

void OverviewPage::connectPanels()
{
    const auto go = [this](const bridge::Destination& place) { navigator().go(place); };
    connect(m_verdict, &VerdictBar::opened, this, go);
    connect(m_tiles, &TileRow::opened, this, go);
    connect(m_spend, &SpendPanel::opened, this,
            [this](const QString& id) { navigator().openCampaign(id); });
    connect(m_spend, &SpendPanel::openedBeside, this,
            [this](const QString& id) { navigator().openBeside(bridge::campaignPlace(id)); });
    connect(m_publishers, &PublisherPanel::opened, this, [this](const QString& id) {
        navigator().openAuctions(QStringLiteral("publisher = \"%1\"").arg(id));
    });
    connect(m_log, &LogPanel::opened, this, &OverviewPage::openLogLine);
    connect(m_log, &LogPanel::markOpened, this, [this](qint64 at) {
        m_held = at;
        open({QStringLiteral("overview"), QStringLiteral("moment"), QString::number(at)});
        showCursor(at);
    });
    connect(m_log, &LogPanel::selectionChanged, this, [this] { navigator().pageChanged(); });
    connect(m_log, &LogPanel::commandWanted, this, [this](const QString& id) {
        if (commandState(id)->enabled)
            runCommand(id);
    });
    connect(m_annotate, &QPushButton::clicked, this,
            [this] { runCommand(QStringLiteral("row.mark")); });
    m_annotate->setIconName(QStringLiteral("plus"));
    for (const LineChart* chart : {&m_throughput->chart(), &m_explore->chart()})
        connect(chart, &LineChart::momentClicked, this, &OverviewPage::clickMoment);
    connect(m_alerts, &AlertsPanel::chosen, this, &OverviewPage::actOn);
    connect(m_alerts, &AlertsPanel::selectionChanged, this, [this] { navigator().pageChanged(); });
    connect(m_alerts, &AlertsPanel::rulesWanted, this, &OverviewPage::openAlertRules);
    connect(&m_throughput->chart(), &LineChart::rangeSelected, this,
            [this](qint64 from, qint64 to) { changeRange([&] {
                                                 m_range.zoom({from, to});
                                             }); });
    connect(&m_throughput->chart(), &LineChart::cursorMoved, this,
            [this](qint64 at) { showCursor(at); });
    connect(&m_throughput->chart(), &LineChart::cursorLeft, this, [this] { showCursor({}); });
    connect(&m_latency->chart(), &QtChartPanel::cursorMoved, this,
            [this](qint64 at) { showCursor(at); });
    connect(&m_latency->chart(), &QtChartPanel::cursorLeft, this, [this] { showCursor({}); });
    connect(&m_explore->chart(), &LineChart::cursorMoved, this,
            [this](qint64 at) { showCursor(at); });
    connect(&m_explore->chart(), &LineChart::cursorLeft, this, [this] { showCursor({}); });
    connect(m_explore, &ExplorePanel::campaignOpened, this,
            [this](const QString& id) { navigator().openCampaign(id); });
    connect(m_explore, &ExplorePanel::traceWanted, this, &OverviewPage::openTrace);
    connect(m_explore, &ExplorePanel::choiceChanged, this, [this] { navigator().pageChanged(); });
    connect(m_throughput, &Panel::staleChanged, m_tiles, &TileRow::setStale);
    connect(m_throughput, &Panel::staleChanged, &m_throughput->chart(), &LineChart::setStale);
    connect(m_rangeBar, &RangeBar::spanChosen, this,
            [this](Span span) { changeRange([&] { m_range.setSpan(span); }); });
    connect(m_rangeBar, &RangeBar::earlierWanted, this,
            [this] { runCommand(QStringLiteral("range.earlier")); });
    connect(m_rangeBar, &RangeBar::laterWanted, this,
            [this] { runCommand(QStringLiteral("range.later")); });
    connect(m_rangeBar, &RangeBar::resetWanted, this,
            [this] { runCommand(QStringLiteral("range.out")); });
}

OverviewPage::Width OverviewPage::widthOf(int pixels)
{
    if (pixels < kNarrowWidth)
        return Width::Narrow;
    return pixels < kWideWidth ? Width::Usual : Width::Wide;
}

/// Where the page is narrow, latency, revenue and log are tabs; the explorer is one of the
/// throughput's but where the page is wide.
void OverviewPage::arrange(Width width)
{
    m_width = width;
    m_charts->setPanels({m_throughput, m_explore}, width != Width::Wide);
    m_side->setPanels({m_latency, m_publishers, m_log}, width == Width::Narrow);
    resetLayout();
}

void OverviewPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const Width now = widthOf(width());
    if (now != m_width)
        arrange(now);
}

bridge::PageInfo OverviewPage::info() const
{
    bridge::PageInfo page;
    page.id = QStringLiteral("overview");
    page.icon = QStringLiteral("overview");
    page.title = tr("Overview");
    const runtime::MarketMode mode = m_snapshot ? m_snapshot->mode : client().snapshot()->mode;
    if (mode == runtime::MarketMode::Live)
        page.sentence = tr("Real traffic; amounts are charged.");
    else if (mode == runtime::MarketMode::Simulation)
        page.sentence = tr("Simulated traffic; nothing is charged.");
    else
        page.sentence = tr("No market runs.");
    return page;
}

void OverviewPage::retranslate()
{
    m_rangeBar->retranslate();
    m_annotate->setText(tr("Annotate"));
    m_annotate->setToolTip(tr("Mark the moment of the cursor (%1).")
                               .arg(bridge::commandKeyText(QStringLiteral("row.mark"))));
    m_verdict->retranslate();
    m_tiles->retranslate();
    m_throughput->retranslate();
    m_explore->retranslate();
    m_charts->retranslate();
    m_alerts->retranslate();
    m_latency->retranslate();
    m_spend->retranslate();
    m_publishers->retranslate();
    m_log->retranslate();
    m_side->retranslate();
    if (m_snapshot)
        showSnapshot();
}

QList<QWidget*> OverviewPage::headerActions()
{
    return {m_rangeBar, m_annotate};
}

void OverviewPage::open(const bridge::Destination& destination)
{
    if (destination.kind == u"alert")
        m_alerts->select(destination.value);
    if (destination.kind != u"moment")
        return;
    constexpr qint64 kHalf = 15 * base::kMinuteMs;
    const qint64 at = destination.value.toLongLong();
    changeRange([&] { m_range.zoom({at - kHalf, at + kHalf}); });
}

TimeWindow OverviewPage::run() const
{
    return m_snapshot ? TimeWindow{m_snapshot->start.value, m_snapshot->now.value} : TimeWindow{};
}

/// Once a second: figures that change ten times a second cannot be read.
void OverviewPage::setSnapshot(const bridge::SnapshotPtr& snapshot)
{
    const bool another = !m_snapshot || m_snapshot->mode != snapshot->mode
        || m_snapshot->scenario != snapshot->scenario || m_snapshot->start != snapshot->start
        || snapshot->now < m_snapshot->now;
    m_snapshot = snapshot;
    m_watch.add(*snapshot);
    if (another) {
        m_range.reset();
        m_held.reset();
        m_steps.clear();
        showCursor({});
    }
    if (!another && m_sinceShown.isValid() && m_sinceShown.elapsed() < kShowEveryMs)
        return;
    m_sinceShown.start();
    showSnapshot();
}

void OverviewPage::showSnapshot()
{
    const TimeWindow whole = run();
    m_rangeBar->show(m_range, m_range.window(whole.from, whole.to), whole,
                     m_snapshot->utcOffsetMinutes);
    m_alerts->setSnapshot(*m_snapshot);
    m_explore->setMoment(m_snapshot, m_range.window(whole.from, whole.to));
    m_annotate->setEnabled(markState(QStringLiteral("row.mark")).enabled);
    if (m_snapshot->mode == runtime::MarketMode::Stopped) {
        showStopped();
        return;
    }
    m_throughput->clearEmpty();
    m_latency->clearEmpty();
    m_verdict->setNeeds(needsOf(*m_snapshot, m_watch), lastResolved(*m_snapshot));
    m_spend->setSnapshot(m_snapshot);
    m_publishers->setSnapshot(m_snapshot);
    m_log->setSnapshot(*m_snapshot);
    showMarks();
    readSeries();
}

void OverviewPage::showStopped()
{
    m_verdict->setStopped();
    const auto open = [this] { navigator().openPage(QStringLiteral("training")); };
    for (Panel* panel : panels()) {
        panel->setEmpty(tr("No market runs."), tr("Open Training"), open);
        panel->touch();
    }
}

std::vector<std::string> OverviewPage::campaignIds() const
{
    std::vector<std::string> ids;
    if (m_snapshot->campaigns.size() <= kMostCampaigns) {
        for (const runtime::CampaignView& campaign : m_snapshot->campaigns)
            ids.push_back(campaign.id);
    }
    return ids;
}

/// One question at a time: a slow answer is never overtaken by a second one.
void OverviewPage::readSeries()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    const TimeWindow whole = run();
    const TimeWindow window = m_range.window(whole.from, whole.to);
    client().ask(
        this,
        [window, whole, ids = campaignIds()](runtime::Engine& engine) {
            return readHistory(engine, window, whole, ids);
        },
        [this](const History& history) { showHistory(history); });
}

void OverviewPage::showHistory(const History& history)
{
    m_asking = false;
    if (m_snapshot->mode != runtime::MarketMode::Stopped) {
        m_tiles->setValues(*m_snapshot, history);
        m_throughput->setValues(*m_snapshot, history);
        m_latency->setValues(*m_snapshot, history);
    }
    if (m_askAgain) {
        m_askAgain = false;
        readSeries();
    }
}

void OverviewPage::changeRange(const std::function<void()>& change)
{
    change();
    if (m_snapshot)
        showSnapshot();
    navigator().pageChanged();
}

void OverviewPage::showCursor(std::optional<qint64> at)
{
    m_cursor = at ? at : m_held;
    at = m_cursor;
    m_throughput->chart().setCursor(at);
    m_latency->chart().setCursor(at);
    m_explore->chart().setCursor(at);
}

void OverviewPage::openLogLine(const QString& kind, const QString& subject)
{
    const std::string name = subject.toStdString();
    if (kind == u"campaign") {
        for (const runtime::CampaignView& campaign : m_snapshot->campaigns) {
            if (campaign.name == name) {
                navigator().openCampaign(QString::fromStdString(campaign.id));
                return;
            }
        }
    }
    for (const runtime::SeatView& seat : m_snapshot->seats) {
        if (seat.name == name) {
            navigator().openSeat(QString::fromStdString(seat.id));
            return;
        }
    }
    if (kind == u"journal")
        navigator().openPage(QStringLiteral("training"));
}

} // namespace gavel::overview
