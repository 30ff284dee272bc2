// SPDX-License-Identifier: GPL-3.0-or-later
// What the page is asked to do: destinations, commands, menus, and what it remembers.
#include "ui/market/auction_facts.h"
#include "ui/market/market_page.h"
#include "ui/widgets/cell_delegate.h"

#include <QApplication>
#include <QJsonObject>
#include <QMenu>
#include <QSplitter>

namespace gavel::pages {

using namespace widgets;
using auctions::ListPlace;

namespace {

const QString kRows = QStringLiteral("rows"); ///< kind of a destination: a ListPlace

} // namespace

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
    m_wanted.reset();
    if (destination.kind == u"auction") {
        m_wanted = ListPlace{{}, 0, 0, 0};
        m_filter->setFilter(QStringLiteral("auction = %1").arg(destination.value));
    } else if (destination.kind == u"filter") {
        m_filter->setFilter(destination.value);
    } else if (destination.kind == kRows) {
        if (const auto place = ListPlace::fromText(destination.value))
            comeBack(*place);
    }
    showCounts();
}

/// To the rows that were in sight, and the one that was selected.
void MarketPage::comeBack(const ListPlace& place)
{
    const bool isHere = place.filter == m_filter->filter() && place.upTo == m_list.upTo();
    m_wanted = place;
    if (isHere)
        showWanted();
    else if (place.filter == m_filter->filter())
        filterApplied();
    else
        m_filter->setFilter(place.filter);
}

bridge::Destination MarketPage::place() const
{
    const ListPlace here{m_filter->filter(), m_list.upTo(), m_table->selectedRow(),
                         m_table->topRow()};
    return {info().id, kRows, here.toText()};
}

void MarketPage::tellFacts(const bridge::Destination& thing, const FactsAnswer& answer)
{
    runtime::AuctionQuery query;
    query.filter = QStringLiteral("auction = %1").arg(thing.value).toStdString();
    query.count = 1;
    client().ask(
        this, [query](runtime::Engine& engine) { return engine.auctions(query); },
        [this, answer](const Result<runtime::AuctionPage>& page) {
            m_names.update(client().snapshot(), client().quick().vocabulary());
            if (page && !page->rows.empty())
                answer(auctions::auctionFacts(page->rows.front(), m_names));
            else
                answer({});
        });
}

std::optional<bridge::CommandState> MarketPage::commandState(const QString& id) const
{
    bridge::CommandState state;
    if (id == u"market.pause") {
        state.enabled = m_pause->isEnabled();
        state.reason = m_snapshot && m_snapshot->replayTo > 0 ? tr("The run is being repeated.")
                                                              : tr("No market runs.");
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
        m_microscope->switchJson();
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
            {QStringLiteral("columns"), m_table->saveColumns()},
            {QStringLiteral("split"),
             m_isArranged ? QString::fromLatin1(m_split->saveState().toBase64()) : QString()},
            {QStringLiteral("microscope"), m_microscope->saveState()},
            {QStringLiteral("whatIf"), m_whatIf->isVisibleTo(this)}};
}

void MarketPage::restoreState(const QJsonObject& state)
{
    if (state.isEmpty())
        return;
    m_filter->restoreState(state.value(QStringLiteral("filter")).toObject());
    const QString split = state.value(QStringLiteral("split")).toString();
    m_isArranged
        = !split.isEmpty() && m_split->restoreState(QByteArray::fromBase64(split.toLatin1()));
    m_table->restoreColumns(state.value(QStringLiteral("columns")).toString());
    m_microscope->restoreState(state.value(QStringLiteral("microscope")).toObject());
    m_whatIf->setVisible(state.value(QStringLiteral("whatIf")).toBool(true));
}

} // namespace gavel::pages
