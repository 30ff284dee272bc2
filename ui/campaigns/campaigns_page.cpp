// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaigns_page.h"

#include "ui/bridge/commands.h"
#include "ui/campaigns/campaign_panel.h"
#include "ui/campaigns/draft/draft_bar.h"
#include "ui/campaigns/draft/review_dialog.h"
#include "ui/campaigns/inspector/creative_panel.h"
#include "ui/campaigns/plan_panel.h"
#include "ui/widgets/panel/panel_group.h"

#include <QBoxLayout>
#include <QResizeEvent>

namespace gavel::pages {

using namespace widgets;
using namespace campaigns;

namespace {

constexpr int kNarrowWidth = 1260;
constexpr int kWideWidth = 1900;
constexpr int kInspectorWidth = 352;
constexpr int kCreativesWidth = 340;
constexpr std::int64_t kValuesEveryMs = 500;

} // namespace

CampaignsPage::CampaignsPage(bridge::EngineClient& client, bridge::Navigator& navigator,
                             QWidget* parent)
    : Page(client, navigator, parent)
    , m_tree(m_draft)
    , m_keeper(new DraftKeeper(client, m_draft, this))
    , m_bar(new DraftBar)
    , m_panel(new CampaignPanel(m_tree, m_draft))
    , m_table(&m_panel->table())
    , m_plan(new PlanPanel(client))
    , m_inspector(new CampaignInspector(client, m_draft))
    , m_creatives(new CreativePanel)
    , m_group(new PanelGroup(Qt::Vertical))
    , m_split(new QSplitter(Qt::Horizontal))
    , m_undo(new Button(QString()))
    , m_redo(Button::iconOnly(QStringLiteral("redo"), QString()))
    , m_new(new Button(QString()))
{
    build();
    connectParts();
    arrange(false);
    m_table->resetColumns();
}

CampaignsPage::~CampaignsPage()
{
    // The draft is a member and dies before the child widgets that its signals would touch.
    m_draft.disconnect(this);
    m_draft.steps().disconnect(this);
}

void CampaignsPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kGap, space::kGap, space::kGap, space::kGap);
    column->setSpacing(space::kGap);
    column->addWidget(m_bar);
    m_split->setHandleWidth(space::kGap);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_group);
    m_split->addWidget(m_inspector);
    m_split->addWidget(m_creatives);
    m_creatives->hide();
    m_table->setWide(false);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    column->addWidget(m_split, 1);
    m_undo->setIconName(QStringLiteral("undo"));
    m_new->setIconName(QStringLiteral("plus"));
}

void CampaignsPage::connectParts()
{
    connect(&m_draft, &bridge::CampaignDraft::changed, this, &CampaignsPage::draftChanged);
    connect(m_keeper, &DraftKeeper::keptChanged, this, &CampaignsPage::showBar);
    connect(m_keeper, &DraftKeeper::loaded, this, [this] {
        m_panel->refresh(true);
        if (!m_waiting.isEmpty())
            openNow(std::exchange(m_waiting, QString()));
        else if (m_table->current().empty() && m_tree.shown() > 0)
            m_table->select(m_tree.shownIds().front());
    });
    connect(m_keeper, &DraftKeeper::restored, this, [this](int changes) {
        say(tr("The draft with %n change(s) was kept.", nullptr, changes));
    });
    connect(m_keeper, &DraftKeeper::published, this, [this](int changes) {
        if (m_review)
            m_review->accept();
        say(tr("%n change(s) are live.", nullptr, changes));
    });
    connect(m_bar, &DraftBar::reviewAsked, this, &CampaignsPage::review);
    connect(m_bar, &DraftBar::discardAsked, this, &CampaignsPage::discard);
    connect(m_panel, &CampaignPanel::newAsked, this, &CampaignsPage::addNew);
    connect(m_table, &CampaignTable::currentChangedTo, this, &CampaignsPage::selectCampaign);
    connect(m_table, &CampaignTable::opened, this, [this] {
        showInspector(true);
        m_inspector->setFocus();
    });
    connect(m_table, &CampaignTable::openedBeside, this, [this] { showInspector(true); });
    connect(m_table, &CampaignTable::menuRequested, this, &CampaignsPage::showMenu);
    connect(&m_tree, &CampaignTree::checksChanged, this, [this] { navigator().pageChanged(); });
    connect(m_undo, &QPushButton::clicked, &m_draft.steps(), &QUndoStack::undo);
    connect(m_redo, &QPushButton::clicked, &m_draft.steps(), &QUndoStack::redo);
    connect(m_new, &QPushButton::clicked, this, &CampaignsPage::addNew);
    connect(&m_draft.steps(), &QUndoStack::indexChanged, this, &CampaignsPage::refreshButtons);
}

/// A narrow page has the chart behind a tab and the inspector over the table.
void CampaignsPage::arrange(bool narrow)
{
    m_narrow = narrow;
    m_group->setPanels({m_panel, m_plan}, narrow);
    m_inspectorOpen = false;
    if (narrow) {
        m_inspector->setParent(this);
        m_inspector->hide();
    } else {
        m_split->insertWidget(1, m_inspector);
        m_inspector->show();
        sizePanels();
    }
}

void CampaignsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < kNarrowWidth;
    if (narrow != m_narrow)
        arrange(narrow);
    const bool wide = width() >= kWideWidth;
    if (wide != m_wide)
        showWide(wide);
    placeInspector();
}

void CampaignsPage::showWide(bool wide)
{
    m_wide = wide;
    m_table->setWide(wide);
    m_creatives->setVisible(wide);
    sizePanels();
}

void CampaignsPage::placeInspector()
{
    if (!m_narrow)
        return;
    const int top = m_split->geometry().top();
    m_inspector->setGeometry(width() - kInspectorWidth - space::kGap, top, kInspectorWidth,
                             m_split->height());
    m_inspector->raise();
}

void CampaignsPage::showInspector(bool shown)
{
    if (!m_narrow)
        return;
    m_inspectorOpen = shown;
    m_inspector->setVisible(shown);
    placeInspector();
    if (!shown)
        m_table->setFocus();
}

void CampaignsPage::resetLayout()
{
    m_keptSplit.clear();
    sizePanels();
    m_table->resetColumns();
}

/// As the last session left them, which a page learns before its size; else as they are at first.
void CampaignsPage::sizePanels()
{
    const int creatives = m_wide ? kCreativesWidth + space::kGap : 0;
    m_split->setSizes({std::max(600, width() - kInspectorWidth - creatives - 3 * space::kGap),
                       kInspectorWidth, kCreativesWidth});
    m_group->splitter()->setSizes({529, 190});
    if (!m_keptSplit.isEmpty() && !m_narrow)
        m_split->restoreState(m_keptSplit);
}

bridge::PageInfo CampaignsPage::info() const
{
    bridge::PageInfo page;
    page.id = QStringLiteral("campaigns");
    page.icon = QStringLiteral("campaigns");
    page.title = tr("Campaigns");
    page.sentence = tr("Edits stay in the draft until you publish.");
    page.draft = !m_draft.isEmpty();
    page.draftName = tr("%n change(s)", nullptr, m_draft.counts().changes());
    return page;
}

void CampaignsPage::setSnapshot(const bridge::SnapshotPtr& snapshot)
{
    m_keeper->setSnapshot(snapshot);
    m_plan->setSnapshot(snapshot);
    m_panel->setHolding(m_table->isEditing());
    if (snapshot->wallMs - m_valuesAt < kValuesEveryMs || m_table->isEditing())
        return;
    m_valuesAt = snapshot->wallMs;
    m_tree.setSnapshot(snapshot);
    m_inspector->setSnapshot(*snapshot);
    m_panel->setCurrency(QString::fromUtf8(snapshot->currency.code, 3));
    m_panel->refresh(m_keeper->isLoaded());
}

void CampaignsPage::retranslate()
{
    setAccessibleName(tr("Campaigns"));
    m_bar->retranslate();
    m_panel->retranslate();
    m_panel->refresh(m_keeper->isLoaded());
    m_plan->retranslate();
    m_inspector->retranslate();
    m_creatives->retranslate();
    m_group->retranslate();
    m_new->setText(tr("New campaign"));
    m_new->setKeyHint(bridge::commandKeyText(QStringLiteral("edit.new")));
    m_undo->setKeyHint(bridge::commandKeyText(QStringLiteral("edit.undo")));
    draftChanged();
}

QList<QWidget*> CampaignsPage::headerActions()
{
    return {m_undo, m_redo, m_new};
}

QString CampaignsPage::undoText(bool redo) const
{
    const QUndoStack& steps = m_draft.steps();
    if (redo)
        return steps.canRedo() ? tr("Redo: %1").arg(steps.redoText()) : tr("Redo");
    return steps.canUndo() ? tr("Undo: %1").arg(steps.undoText()) : tr("Undo");
}

void CampaignsPage::refreshButtons()
{
    const QUndoStack& steps = m_draft.steps();
    m_undo->setEnabled(steps.canUndo());
    m_undo->setText(m_undo->fontMetrics().elidedText(undoText(false), Qt::ElideRight, 320));
    m_undo->setToolTip(undoText(false));
    m_redo->setEnabled(steps.canRedo());
    m_redo->setToolTip(undoText(true));
    m_redo->setAccessibleName(undoText(true));
    navigator().pageChanged();
}

void CampaignsPage::showBar()
{
    QString kept = m_keeper->isKept() ? tr("Kept in the workspace.") : tr("Keeping…");
    if (!m_keeper->problem().isEmpty())
        kept = tr("The draft cannot be kept: %1").arg(m_keeper->problem());
    const bridge::DraftCounts counts = m_draft.counts();
    if (counts.unchecked > 0)
        kept = tr("Checking %n campaign(s)…", nullptr, counts.unchecked);
    m_bar->show(counts, kept);
}

void CampaignsPage::draftChanged()
{
    showBar();
    m_panel->refresh(m_keeper->isLoaded());
    if (!m_table->current().empty())
        m_plan->setCampaign(m_draft.live(m_table->current()));
    m_creatives->setCampaign(m_draft.find(m_table->current()));
    refreshButtons();
    if (m_reviewWaits && m_draft.counts().unchecked == 0)
        review();
}

void CampaignsPage::selectCampaign(const QString& id)
{
    m_inspector->setCampaign(id.toStdString());
    m_plan->setCampaign(m_draft.live(id.toStdString()));
    m_creatives->setCampaign(m_draft.find(id.toStdString()));
    navigator().pageChanged();
}

} // namespace gavel::pages
