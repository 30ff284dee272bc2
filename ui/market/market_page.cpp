// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/market_page.h"

#include "ui/market/traced_search.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QSplitter>

namespace gavel::pages {

using namespace widgets;
using auctions::TracePtr;

namespace {

constexpr int kFollowEveryMs = 250;
constexpr int kHoldEveryMs = 1000;
constexpr int kNarrowPage = 1250;
constexpr int kWidePage = 1900;
constexpr int kLowPage = 720;

} // namespace

MarketPage::MarketPage(bridge::EngineClient& client, bridge::Navigator& navigator, QWidget* parent)
    : Page(client, navigator, parent)
    , m_list(asking(), m_names)
    , m_filter(new auctions::FilterBar(client))
    , m_table(new auctions::ListPanel(m_list, m_names))
    , m_microscope(new auctions::Microscope(m_names))
    , m_whatIf(new auctions::WhatIfStrip(m_names))
    , m_split(new QSplitter(Qt::Vertical))
    , m_follow(new Button(QString()))
    , m_pause(new Button(QString()))
    , m_previous(Button::iconOnly(QStringLiteral("chevron-up"), QString()))
    , m_next(Button::iconOnly(QStringLiteral("chevron-down"), QString()))
{
    build();
    connectParts();
    connectMicroscope();
    forgetAuction();
}

auctions::AuctionList::Ask MarketPage::asking()
{
    return [this](const runtime::AuctionQuery& query, const auctions::AuctionList::Answer& answer) {
        client().ask(
            this, [query](runtime::Engine& engine) { return engine.auctions(query); },
            [answer](const Result<runtime::AuctionPage>& page) { answer(page); });
    };
}

void MarketPage::build()
{
    m_split->setHandleWidth(space::kGap);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_table);
    m_split->addWidget(m_microscope);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPadding, space::kPadding, space::kPadding, space::kPadding);
    column->setSpacing(space::kGap);
    column->addWidget(m_filter);
    column->addWidget(m_split, 1);
    column->addWidget(m_whatIf);
    m_split->installEventFilter(this);
    m_arranging.setSingleShot(true);
    connect(&m_arranging, &QTimer::timeout, this, &MarketPage::arrange);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_isArranged = true; });
    m_follow->setIconName(QStringLiteral("follow"));
    resetLayout();
}

void MarketPage::connectParts()
{
    connect(m_filter, &auctions::FilterBar::applied, this, &MarketPage::filterApplied);
    connect(&m_list, &auctions::AuctionList::counted, this, &MarketPage::showCounts);
    connect(&m_list, &auctions::AuctionList::failed, this, [this](const Error& error) {
        m_table->setError(QString::fromStdString(base::toString(error)));
    });
    connect(m_table, &auctions::ListPanel::selected, this, &MarketPage::showAuction);
    connect(m_table, &auctions::ListPanel::openedBeside, this,
            [this](quint64 auction) { navigator().openBeside(bridge::auctionPlace(auction)); });
    connect(m_table, &auctions::ListPanel::menuRequested, this, &MarketPage::showMenu);
    connect(m_table, &auctions::ListPanel::clearFilterAsked, this,
            [this] { m_filter->setFilter({}); });
    connect(m_follow, &QPushButton::clicked, m_table, &auctions::ListPanel::follow);
    connect(m_pause, &QPushButton::clicked, this, &MarketPage::togglePause);
    connect(m_previous, &QPushButton::clicked, this, [this] { m_table->step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_table->step(1); });
}

void MarketPage::connectMicroscope()
{
    connect(m_microscope, &auctions::Microscope::nearestTracedAsked, this,
            &MarketPage::openNearestTraced);
    connect(m_microscope, &auctions::Microscope::jsonAsked, this, &MarketPage::showJson);
    connect(m_table, &auctions::ListPanel::opened, m_microscope->bids(),
            &auctions::BidsPanel::takeFocus);
    connect(m_microscope->whyNot(), &auctions::WhyNotPanel::campaignOpened, this,
            [this](const QString& id) { navigator().openCampaign(id); });
    connect(m_microscope->whyNot(), &auctions::WhyNotPanel::campaignOpenedBeside, this,
            [this](const QString& id) { navigator().openBeside(bridge::campaignPlace(id)); });
    connect(m_whatIf, &auctions::WhatIfStrip::asked, this, &MarketPage::askWhatIf);
    connect(m_whatIf, &auctions::WhatIfStrip::draftAsked, this, &MarketPage::openDraft);
}

bridge::PageInfo MarketPage::info() const
{
    bridge::PageInfo info;
    info.id = QStringLiteral("market");
    info.icon = QStringLiteral("market");
    info.title = tr("Market");
    const auto kept
        = numbers::count(m_snapshot ? static_cast<std::int64_t>(m_snapshot->rowsKept) : 0);
    info.sentence = m_selected ? tr("The newest %1 auctions; one opened below.").arg(kept)
                               : tr("The newest %1 auctions.").arg(kept);
    return info;
}

void MarketPage::retranslate()
{
    m_follow->setText(tr("Follow"));
    m_follow->setKeyHint(bridge::commandKeyText(QStringLiteral("list.follow")));
    m_previous->setAccessibleName(tr("Previous auction"));
    m_previous->setToolTip(tr("Previous auction"));
    m_next->setAccessibleName(tr("Next auction"));
    m_next->setToolTip(tr("Next auction"));
    m_filter->retranslate();
    m_table->retranslate();
    m_microscope->retranslate();
    m_whatIf->retranslate();
    showHeader();
    showCounts();
    if (m_trace) {
        m_microscope->setTrace(m_trace, filterCampaign());
        m_whatIf->setTrace(m_trace, filterCampaign());
    } else if (m_selected) {
        m_microscope->setUntraced(*m_selected, untracedWords());
    } else {
        forgetAuction();
    }
}

void MarketPage::showHeader()
{
    const bool paused = m_snapshot && m_snapshot->paused;
    m_pause->setText(paused ? tr("Play") : tr("Pause"));
    m_pause->setIconName(paused ? QStringLiteral("play") : QStringLiteral("pause"));
    m_pause->setKeyHint(bridge::commandKeyText(QStringLiteral("market.pause")));
    m_pause->setEnabled(m_snapshot && m_snapshot->mode != runtime::MarketMode::Stopped
                        && m_snapshot->replayTo == 0);
    m_pause->updateGeometry();
    m_follow->setEnabled(m_list.isHolding());
}

QList<QWidget*> MarketPage::headerActions()
{
    return {m_follow, m_pause, m_previous, m_next};
}

void MarketPage::setSnapshot(const bridge::SnapshotPtr& snapshot)
{
    const auto vocabulary = client().quick().vocabulary();
    const bool otherMarket = vocabulary != m_vocabulary;
    m_snapshot = snapshot;
    m_vocabulary = vocabulary;
    m_names.update(snapshot, vocabulary);
    m_table->setTraceEvery(snapshot->traceEvery);
    showHeader();
    if (otherMarket) {
        m_table->clearSelection();
        forgetAuction();
        m_list.setFilter(m_filter->filter(), filterCampaign());
        m_sinceRefresh.start();
        return;
    }
    refreshList();
}

void MarketPage::refreshList()
{
    const int every = m_list.isHolding() ? kHoldEveryMs : kFollowEveryMs;
    const bool isDue = !m_sinceRefresh.isValid() || m_sinceRefresh.hasExpired(every);
    const std::uint64_t auctions = m_snapshot->total.auctions;
    if (!isDue || (auctions == m_auctionsSeen && m_list.rowCount() > 0))
        return;
    m_auctionsSeen = auctions;
    m_sinceRefresh.start();
    m_list.refresh();
}

Handle MarketPage::filterCampaign() const
{
    return m_names.campaignHandle(m_filter->campaignId());
}

void MarketPage::filterApplied()
{
    const QString filter = m_filter->filter();
    m_table->setError({});
    m_list.setFilter(filter, filterCampaign(), m_wanted ? m_wanted->upTo : 0);
    client().tell([text = filter.toStdString()](runtime::Engine& engine) {
        // A filter that names what this market does not have leaves the samples only.
        if (!engine.setTraceFilter(text))
            (void)engine.setTraceFilter({});
    });
}

void MarketPage::showCounts()
{
    m_filter->setCounts(m_list.matching(), m_list.total(), m_list.milliseconds());
    showHeader();
    showWanted();
}

void MarketPage::showWanted()
{
    if (!m_wanted || !m_list.isLoaded() || m_list.rowCount() == 0)
        return;
    const auctions::ListPlace place = *m_wanted;
    m_wanted.reset();
    if (place.row >= 0)
        m_table->select(place.row);
    if (place.top > 0)
        m_table->setTopRow(place.top);
}

void MarketPage::showAuction(const model::AuctionRow& row)
{
    m_selected = row;
    navigator().pageChanged();
    client().ask(
        this, [id = row.id](runtime::Engine& engine) { return engine.trace(id); },
        [this, id = row.id](Result<model::AuctionTrace> trace) {
            showTrace(id, std::move(trace));
        });
}

void MarketPage::showTrace(std::uint64_t auction, Result<model::AuctionTrace>&& trace)
{
    if (!m_selected || m_selected->id != auction)
        return;
    ++m_whatIfTurn;
    if (!trace) {
        m_trace = nullptr;
        m_microscope->setUntraced(*m_selected, untracedWords());
        m_whatIf->clear(tr("Needs the full story of an auction."));
        return;
    }
    m_trace = std::make_shared<const model::AuctionTrace>(std::move(*trace));
    m_microscope->setTrace(m_trace, filterCampaign());
    m_whatIf->setTrace(m_trace, filterCampaign());
    showJson();
}

QString MarketPage::untracedWords() const
{
    return m_filter->filter().isEmpty()
        ? tr("The full story of this auction was not kept.")
        : tr("The full story of this auction was not kept. It is for each match from now on.");
}

void MarketPage::forgetAuction()
{
    m_selected.reset();
    m_trace = nullptr;
    ++m_whatIfTurn;
    m_microscope->clear();
    m_whatIf->clear(tr("Select an auction first."));
}

void MarketPage::openNearestTraced()
{
    if (!m_selected)
        return;
    client().ask(
        this,
        [query = m_list.query(), at = m_selected->at](runtime::Engine& engine) {
            return auctions::nearestTraced(engine, query, at);
        },
        [this](const std::optional<auctions::FoundAuction>& found) {
            if (found)
                m_table->select(static_cast<int>(found->row));
            else
                navigator().say(tr("No auction of this list has its full story."));
        });
}

void MarketPage::showJson()
{
    if (!m_trace || !m_microscope->showsJson())
        return;
    client().ask(
        this, [trace = m_trace](runtime::Engine& engine) { return engine.traceJson(*trace); },
        [this](const std::string& document) {
            m_microscope->setJson(QString::fromStdString(document));
        });
}

void MarketPage::askWhatIf(const market::WhatIf& change)
{
    if (!m_trace)
        return;
    client().ask(
        this,
        [change, trace = m_trace](runtime::Engine& engine) {
            return engine.whatIf(*trace, change);
        },
        [this, turn = ++m_whatIfTurn](const Result<market::WhatIfOutcome>& outcome) {
            if (turn != m_whatIfTurn)
                return;
            if (outcome)
                m_whatIf->setOutcome(*outcome);
            else
                m_whatIf->clear(QString::fromStdString(base::toString(outcome.error())));
        });
}

void MarketPage::openDraft(const QString& campaign, const QString& amount)
{
    navigator().openCampaign(QStringLiteral("%1?bid=%2").arg(campaign, amount));
}

void MarketPage::resetLayout()
{
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_microscope->resetLayout();
    m_table->resetColumns();
    m_isArranged = false;
    arrange();
}

/// The list of whole rows above the microscope, or 1000 px beside it, until the user draws the
/// line elsewhere.
void MarketPage::arrange()
{
    if (m_isArranged)
        return;
    const bool wide = m_split->orientation() == Qt::Horizontal;
    const int list = wide ? 1000 : m_table->heightOfRows(height() < kLowPage ? 6 : 8);
    const int whole = wide ? m_split->width() : m_split->height();
    m_split->setSizes({list, std::max(whole - list - m_split->handleWidth(), 1)});
}

/// The parts are arranged when the splitter has its new size, or its panels have.
bool MarketPage::eventFilter(QObject* watched, QEvent* event)
{
    const bool isNew = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    if (watched == m_split && isNew)
        m_arranging.start(0);
    return Page::eventFilter(watched, event);
}

void MarketPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_microscope->setNarrow(width() < kNarrowPage);
    const bool wide = width() >= kWidePage;
    const Qt::Orientation orientation = wide ? Qt::Horizontal : Qt::Vertical;
    if (orientation == m_split->orientation())
        return;
    m_split->setOrientation(orientation);
    m_microscope->setTall(wide);
    m_microscope->resetLayout();
    m_isArranged = false;
    arrange();
}

std::vector<bridge::CaptureState> MarketPage::captureStates()
{
    std::vector<bridge::CaptureState> states(1);
    states.push_back({QStringLiteral("microscope"),
                      [this] {
                          m_wanted = auctions::ListPlace{{}, 0, 0, 0};
                          m_filter->setFilter(
                              QStringLiteral("price > 0.8 and bids >= 3 and traced"));
                      },
                      1200});
    states.push_back(
        {QStringLiteral("json"), [this] { m_microscope->bids()->showJson(true); }, 600});
    return states;
}

} // namespace gavel::pages
