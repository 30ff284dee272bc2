// SPDX-License-Identifier: GPL-3.0-or-later
// What the page does when told: commands, destinations, review.
#include "ui/bridge/commands.h"
#include "ui/campaigns/campaign_facts.h"
#include "ui/campaigns/campaign_panel.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/campaigns/draft/review_dialog.h"
#include "ui/campaigns/plan_panel.h"
#include "ui/widgets/panel/panel_group.h"

#include <QMenu>
#include <QUrlQuery>

namespace gavel::pages {

using namespace widgets;
using namespace campaigns;

void CampaignsPage::open(const bridge::Destination& destination)
{
    if (destination.kind != u"campaign")
        return;
    if (m_keeper->isLoaded())
        openNow(destination.value);
    else
        m_waiting = destination.value;
}

/// "camp-001", or "camp-001?bid=0.60" with a bid for the draft.
void CampaignsPage::openNow(const QString& value)
{
    const qsizetype question = value.indexOf(u'?');
    const std::string id = value.left(question).toStdString();
    if (!m_draft.find(id)) {
        say(tr("There is no campaign “%1”.").arg(QString::fromStdString(id)));
        return;
    }
    if (!m_tree.indexOf(id).isValid())
        m_panel->filter().setText(QString());
    m_table->select(id);
    if (question >= 0) {
        const QUrlQuery query(value.mid(question + 1));
        proposeBid(id, query.queryItemValue(QStringLiteral("bid")));
    }
    m_table->setFocus();
}

void CampaignsPage::proposeBid(const std::string& id, const QString& bid)
{
    model::Campaign campaign = *m_draft.find(id);
    const QString name = QString::fromStdString(campaign.name);
    if (bid.isEmpty() || !bidOf(campaign.strategy)
        || m_draft.changeOf(id) == bridge::DraftChange::Removed
        || readField(Field::Bid, bid, campaign)) {
        say(tr("%1 has no bid that can be set to %2.").arg(name, bid));
        return;
    }
    m_draft.put(tr("bid of %1 to %2", "undo").arg(name, fieldText(Field::Bid, campaign)),
                {campaign});
    m_table->select(id, CampaignTree::Bid);
    say(tr("The bid of %1 is %2 in the draft.").arg(name, fieldText(Field::Bid, campaign)));
}

bridge::Destination CampaignsPage::place() const
{
    if (m_table->current().empty())
        return {info().id, {}, {}};
    return {info().id, QStringLiteral("campaign"), QString::fromStdString(m_table->current())};
}

void CampaignsPage::tellFacts(const bridge::Destination& thing, const FactsAnswer& answer)
{
    answer(campaignFacts(*client().snapshot(), thing.value));
}

std::vector<std::string> CampaignsPage::chosen() const
{
    const std::set<std::string>& checked = m_tree.checked();
    if (!checked.empty())
        return {checked.begin(), checked.end()};
    if (m_draft.find(m_table->current()))
        return {m_table->current()};
    return {};
}

std::optional<bridge::CommandState> CampaignsPage::commandState(const QString& id) const
{
    bridge::CommandState state;
    const QUndoStack& steps = m_draft.steps();
    const auto need = [&state](bool condition, const QString& reason) {
        state.enabled = condition;
        if (!condition)
            state.reason = reason;
    };
    if (id == u"edit.undo") {
        need(steps.canUndo(), tr("There is nothing to undo."));
        state.text = undoText(false);
    } else if (id == u"edit.redo") {
        need(steps.canRedo(), tr("There is nothing to redo."));
        state.text = undoText(true);
    } else if (id == u"edit.new") {
        need(m_keeper->isLoaded(), tr("No market runs."));
    } else if (id == u"campaigns.review" || id == u"campaigns.discard" || id == u"edit.save") {
        need(!m_draft.isEmpty(), tr("The draft holds no change."));
    } else if (id == u"campaigns.remove" || id == u"campaigns.duplicate") {
        need(!chosen().empty(), tr("No campaign is selected."));
    } else if (id == u"campaigns.together") {
        need(!m_tree.checked().empty(), tr("Check campaigns first, with Space."));
    } else if (id == u"campaigns.clearFilter") {
        need(!m_tree.filter().isEmpty(), tr("The table is not filtered."));
    } else if (id == u"chart.table") {
        state.on = m_plan->showsTable();
    } else if (id != u"filter.open" && id != u"need.next" && id != u"need.previous") {
        return std::nullopt;
    }
    return state;
}

void CampaignsPage::runCommand(const QString& id)
{
    if (id == u"edit.undo")
        m_draft.steps().undo();
    else if (id == u"edit.redo")
        m_draft.steps().redo();
    else if (id == u"edit.new")
        addNew();
    else if (id == u"edit.save")
        m_keeper->keepNow();
    else if (id == u"campaigns.review")
        review();
    else if (id == u"campaigns.discard")
        discard();
    else if (id == u"campaigns.remove")
        removeSelected();
    else if (id == u"campaigns.duplicate")
        duplicate();
    else if (id == u"campaigns.together")
        m_panel->toggleEditTogether();
    else if (id == u"campaigns.clearFilter")
        m_panel->filter().setText(QString());
    else if (id == u"chart.table")
        m_plan->toggleTable();
    else if (id == u"filter.open")
        openFilter();
    else if (id == u"need.next" || id == u"need.previous")
        selectFinding(id == u"need.next" ? 1 : -1);
}

/// The next row shown with an error or a warning, around the end.
void CampaignsPage::selectFinding(int step)
{
    const std::vector<std::string> ids = m_tree.shownIds();
    const int count = static_cast<int>(ids.size());
    const auto now = std::find(ids.begin(), ids.end(), m_table->current());
    const int from = now == ids.end() ? 0 : static_cast<int>(now - ids.begin());
    for (int i = 1; i <= count; ++i) {
        const auto at = static_cast<std::size_t>(((from + step * i) % count + count) % count);
        if (!m_draft.findings(ids[at]).empty()) {
            m_table->select(ids[at]);
            return;
        }
    }
    say(tr("No campaign of the draft breaks a rule."));
}

bool CampaignsPage::openFilter()
{
    m_panel->filter().takeFocus();
    return true;
}

bool CampaignsPage::stepBack()
{
    if (m_panel->closeEditTogether())
        return true;
    if (m_narrow && m_inspectorOpen) {
        showInspector(false);
        return true;
    }
    if (!m_tree.checked().empty()) {
        m_tree.setChecked({m_tree.checked().begin(), m_tree.checked().end()}, false);
        return true;
    }
    return false;
}

QJsonObject CampaignsPage::saveState() const
{
    return {
        {QStringLiteral("split"), QString::fromLatin1(m_split->saveState().toBase64())},
        {QStringLiteral("rows"), QString::fromLatin1(m_group->splitter()->saveState().toBase64())},
        {QStringLiteral("columns"), m_table->saveColumns()},
        {QStringLiteral("filter"), m_tree.filter()},
        {QStringLiteral("tab"), static_cast<int>(m_inspector->tab())},
        {QStringLiteral("selected"), QString::fromStdString(m_table->current())}};
}

void CampaignsPage::restoreState(const QJsonObject& state)
{
    m_keptSplit
        = QByteArray::fromBase64(state.value(QStringLiteral("split")).toString().toLatin1());
    if (!m_keptSplit.isEmpty() && !m_narrow)
        m_split->restoreState(m_keptSplit);
    const QByteArray rows = state.value(QStringLiteral("rows")).toString().toLatin1();
    if (!rows.isEmpty() && !m_narrow)
        m_group->splitter()->restoreState(QByteArray::fromBase64(rows));
    m_table->restoreColumns(state.value(QStringLiteral("columns")).toString());
    m_panel->filter().setText(state.value(QStringLiteral("filter")).toString());
    m_inspector->showTab(static_cast<CampaignInspector::Tab>(
        std::clamp(state.value(QStringLiteral("tab")).toInt(), 0,
                   static_cast<int>(CampaignInspector::TabCount) - 1)));
    const QString selected = state.value(QStringLiteral("selected")).toString();
    if (!selected.isEmpty() && m_waiting.isEmpty())
        m_table->select(selected.toStdString());
}

/// A copy of nothing: paused as a draft, in the seat and currency of the selected one.
void CampaignsPage::addNew()
{
    if (!m_keeper->isLoaded())
        return;
    model::Campaign campaign;
    campaign.id = m_draft.freeId();
    campaign.name = tr("New campaign").toStdString();
    const std::vector<std::string>& ids = m_draft.ids();
    const model::Campaign* like = m_draft.find(m_table->current());
    if (!like && !ids.empty())
        like = m_draft.find(ids.front());
    if (like) {
        campaign.advertiserId = like->advertiserId;
        campaign.advertiserName = like->advertiserName;
        campaign.seatId = like->seatId;
        campaign.currency = like->currency;
        campaign.timeZone = like->timeZone;
    } else if (!m_draft.context().seats.empty()) {
        campaign.advertiserId = "advertiser";
        campaign.seatId = *m_draft.context().seats.begin();
    }
    campaign.flightStart = m_draft.context().now;
    campaign.budgetTotal = Money::units(1000);
    campaign.budgetDay = Money::units(100);
    campaign.strategy.cpm = Price::cpm(Money::units(1));
    m_draft.put(tr("new campaign %1", "undo").arg(QString::fromStdString(campaign.id)), {campaign});
    m_panel->filter().setText(QString());
    m_table->editCell(campaign.id, CampaignTree::Name);
}

void CampaignsPage::duplicate()
{
    const model::Campaign* source = m_draft.find(m_table->current());
    if (!source)
        return;
    model::Campaign copy = *source;
    copy.id = m_draft.freeId();
    copy.name = tr("%1, copy").arg(QString::fromStdString(source->name)).toStdString();
    copy.status = model::CampaignStatus::Draft;
    copy.version = 0;
    copy.createdAt = {};
    copy.updatedAt = {};
    std::size_t number = 0;
    for (model::Ad& ad : copy.ads) {
        ad.id = copy.id + "-ad" + (number > 0 ? std::to_string(number) : std::string());
        ++number;
        for (std::size_t i = 0; i < ad.creatives.size(); ++i)
            ad.creatives[i].id = ad.id + "-" + std::to_string(i + 1);
    }
    m_draft.put(tr("copy of %1", "undo").arg(QString::fromStdString(source->name)), {copy});
    m_table->select(copy.id);
}

void CampaignsPage::removeSelected()
{
    const std::vector<std::string> ids = chosen();
    if (ids.empty())
        return;
    m_draft.remove(ids.size() == 1
                       ? tr("removal of %1", "undo")
                             .arg(QString::fromStdString(m_draft.find(ids.front())->name))
                       : tr("removal of %n campaign(s)", "undo", static_cast<int>(ids.size())),
                   ids);
}

void CampaignsPage::review()
{
    m_reviewWaits = m_draft.counts().unchecked > 0;
    if (m_draft.isEmpty() || m_review || m_reviewWaits)
        return;
    m_review = new ReviewDialog(ReviewDialog::Purpose::Publish, m_draft, this);
    connect(m_review, &ReviewDialog::confirmed, this, [this] {
        m_review->setBusy(true);
        m_keeper->publish();
    });
    connect(m_keeper, &DraftKeeper::refused, m_review, &ReviewDialog::showErrors);
    m_review->open();
}

void CampaignsPage::discard()
{
    if (m_draft.isEmpty() || m_review)
        return;
    m_review = new ReviewDialog(ReviewDialog::Purpose::Discard, m_draft, this);
    connect(m_review, &ReviewDialog::confirmed, this, [this] {
        m_review->accept();
        m_keeper->discard();
        say(tr("The draft was discarded. Undo brings it back."));
    });
    m_review->open();
}

void CampaignsPage::showMenu(const QString& id, const QPoint& place)
{
    m_table->select(id.toStdString());
    QMenu menu(this);
    const bool changed = m_draft.changeOf(id.toStdString()) != bridge::DraftChange::None;
    menu.addAction(tr("Inspect"), this, [this] { showInspector(true); });
    menu.addAction(tr("Show its auctions"), this, [this, id] {
        navigator().openAuctions(QStringLiteral("campaign = \"%1\"").arg(id));
    });
    menu.addSeparator();
    menu.addAction(tr("Duplicate"), this, &CampaignsPage::duplicate);
    QAction* revert = menu.addAction(tr("As it is live"), this, [this, id] {
        const std::string key = id.toStdString();
        m_draft.revert(
            tr("%1 as it is live", "undo").arg(QString::fromStdString(m_draft.find(key)->name)),
            {key});
    });
    revert->setEnabled(changed);
    menu.addAction(tr("Remove"), this, &CampaignsPage::removeSelected);
    menu.exec(place);
}

std::vector<bridge::CaptureState> CampaignsPage::captureStates()
{
    const auto edit = [this] {
        const std::vector<std::string> ids = m_tree.shownIds();
        if (ids.size() < 6 || !m_draft.isEmpty())
            return;
        const auto change = [this, &ids](std::size_t at, Money bid, Money day) {
            model::Campaign campaign = *m_draft.find(ids[at]);
            setBid(campaign.strategy, bid);
            campaign.budgetDay = day;
            m_draft.put(QString::fromStdString(campaign.name), {campaign});
        };
        change(0, Money{600'000}, m_draft.find(ids[0])->budgetTotal + Money::units(1));
        change(1, Money{1'250'000}, m_draft.find(ids[1])->budgetDay);
        m_draft.remove(tr("Remove"), {ids[4]});
        m_tree.setChecked({ids[0], ids[1]}, true);
        m_table->select(ids[0]);
    };
    std::vector<bridge::CaptureState> states(1);
    states.push_back({QStringLiteral("draft"), edit, 900});
    states.push_back(
        {QStringLiteral("edit"),
         [this] { m_table->editCell(m_tree.shownIds().front(), CampaignTree::Budget); }, 400});
    states.push_back({QStringLiteral("review"), [this] { review(); }, 400});
    return states;
}

} // namespace gavel::pages
