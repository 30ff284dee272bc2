// SPDX-License-Identifier: GPL-3.0-or-later
// What the page is asked to do: destinations, commands, menus, and what it remembers.
#include "ui/market/market_page.h"
#include "ui/widgets/cell_delegate.h"

#include <QJsonObject>
#include <QMenu>
#include <QSplitter>

namespace gavel::pages {

using namespace widgets;

void MarketPage::showMenu(const QModelIndex& index, const QPoint& place)
{
    const QString condition = index.data(FilterRole).toString();
    if (condition.isEmpty())
        return;
    const bool isBracketed = condition.startsWith(u'(');
    const QString negated = isBracketed ? QStringLiteral("not %1").arg(condition)
                                        : QStringLiteral("not (%1)").arg(condition);
    QMenu menu(this);
    menu.addAction(tr("Apply as filter: %1").arg(condition), this,
                   [=, this] { m_filter->setFilter(condition); });
    menu.addAction(tr("Apply as filter: %1").arg(negated), this,
                   [=, this] { m_filter->setFilter(negated); });
    menu.addSeparator();
    menu.addAction(tr("And %1", "added to the filter").arg(condition), this,
                   [=, this] { m_filter->addCondition(condition); });
    menu.addAction(tr("And %1", "added to the filter").arg(negated), this,
                   [=, this] { m_filter->addCondition(negated); });
    menu.addSeparator();
    menu.addAction(tr("Prepare as filter: %1").arg(condition), this,
                   [=, this] { m_filter->prepare(condition); });
    menu.exec(place);
}

void MarketPage::togglePause()
{
    const bool paused = m_snapshot && m_snapshot->paused;
    client().tell([paused](runtime::Engine& engine) {
        if (paused)
            engine.resume();
        else
            engine.pause();
    });
}

void MarketPage::open(const bridge::Destination& destination)
{
    const bool isAuction = destination.kind == u"auction";
    if (isAuction)
        m_selectsFirst = true;
    if (isAuction)
        m_filter->setFilter(QStringLiteral("auction = %1").arg(destination.value));
    else if (destination.kind == u"filter")
        m_filter->setFilter(destination.value);
    showCounts();
}

bridge::Destination MarketPage::place() const
{
    return {info().id, QStringLiteral("filter"), m_filter->filter()};
}

std::optional<bridge::CommandState> MarketPage::commandState(const QString& id) const
{
    bridge::CommandState state;
    if (id == u"market.pause") {
        state.enabled = m_pause->isEnabled();
        state.reason = tr("No market runs.");
        state.on = m_snapshot && m_snapshot->paused;
    } else if (id == u"list.follow") {
        state.on = !m_list.isHolding();
    } else if (id == u"market.whatIf") {
        state.on = m_whatIf->isVisibleTo(this);
    } else if (id == u"market.json" || id == u"row.why") {
        state.enabled = m_trace != nullptr;
        state.reason = tr("Select an auction whose full story was kept.");
    } else if (id == u"market.clearFilter") {
        state.enabled = !m_filter->filter().isEmpty();
        state.reason = tr("No filter is applied.");
    } else if (id != u"filter.open") {
        return std::nullopt;
    }
    return state;
}

void MarketPage::runCommand(const QString& id)
{
    if (id == u"market.pause")
        togglePause();
    else if (id == u"list.follow")
        m_table->follow();
    else if (id == u"market.json")
        m_microscope->bids()->showJson(!m_microscope->bids()->showsJson());
    else if (id == u"row.why")
        m_microscope->showWhyNot();
    else if (id == u"market.clearFilter")
        m_filter->setFilter({});
    else if (id == u"filter.open")
        openFilter();
    else if (id == u"market.whatIf") {
        m_whatIf->setVisible(!m_whatIf->isVisibleTo(this));
        if (m_whatIf->isVisibleTo(this))
            m_whatIf->form()->takeFocus();
    }
}

bool MarketPage::openFilter()
{
    m_filter->takeFocus();
    return true;
}

bool MarketPage::stepBack()
{
    if (m_filter->hasTypingFocus() || m_whatIf->isAncestorOf(QApplication::focusWidget())) {
        m_table->table()->setFocus();
        return true;
    }
    if (m_microscope->bids()->showsJson()) {
        m_microscope->bids()->showJson(false);
        return true;
    }
    if (!m_table->hasSelection())
        return false;
    m_table->clearSelection();
    forgetAuction();
    navigator().pageChanged();
    return true;
}

QJsonObject MarketPage::saveState() const
{
    return {{QStringLiteral("filter"), m_filter->saveState()},
            {QStringLiteral("split"), QString::fromLatin1(m_split->saveState().toBase64())},
            {QStringLiteral("whatIf"), m_whatIf->isVisibleTo(this)}};
}

void MarketPage::restoreState(const QJsonObject& state)
{
    if (state.isEmpty())
        return;
    m_filter->restoreState(state.value(QStringLiteral("filter")).toObject());
    m_split->restoreState(
        QByteArray::fromBase64(state.value(QStringLiteral("split")).toString().toLatin1()));
    m_whatIf->setVisible(state.value(QStringLiteral("whatIf")).toBool(true));
}

} // namespace gavel::pages
