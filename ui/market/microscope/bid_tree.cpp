// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/microscope/bid_tree.h"

#include "ui/market/microscope/bid_formula.h"
#include "ui/market/words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <algorithm>

namespace gavel::auctions {

using namespace widgets;
using model::Dimension;

namespace {

constexpr int kTreeColumns = 3;

QStandardItem* cell(const QString& text, Qt::Alignment alignment)
{
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    item->setToolTip(text);
    return item;
}

void setTone(QStandardItem* item, Token token)
{
    item->setData(static_cast<int>(token), ToneRole);
}

QStandardItem* besideOf(QStandardItem* row, int column)
{
    QStandardItem* parent = row->parent();
    return parent ? parent->child(row->row(), column) : row->model()->item(row->row(), column);
}

QString listText(const model::Opportunity& opportunity, Dimension dimension, const Names& names)
{
    QStringList values;
    for (const Handle handle : opportunity.list(dimension))
        values << names.value(dimension, handle);
    return values.join(QStringLiteral(", "));
}

QString joined(const QStringList& parts)
{
    QStringList filled;
    for (const QString& part : parts)
        if (!part.isEmpty())
            filled << part;
    return filled.join(QStringLiteral(", "));
}

QString sizeText(const model::Opportunity& opportunity)
{
    return opportunity.width == 0
        ? QString()
        : QStringLiteral("%1×%2").arg(opportunity.width).arg(opportunity.height);
}

QString bidderText(const model::SeatTrace& seat, const Names& names)
{
    const QString campaign = names.campaign(seat.bid.campaign);
    return campaign.isEmpty() ? names.seat(seat.seat)
                              : QStringLiteral("%1 %2").arg(names.seat(seat.seat), campaign);
}

/// The winner, then the dearest, then those without a price.
std::vector<const model::SeatTrace*> byPrice(const model::AuctionTrace& trace)
{
    std::vector<const model::SeatTrace*> seats;
    for (const model::SeatTrace& seat : trace.seats)
        seats.push_back(&seat);
    std::stable_sort(seats.begin(), seats.end(), [](const auto* a, const auto* b) {
        const bool aWon = a->bid.fate == model::BidFate::Won;
        const bool bWon = b->bid.fate == model::BidFate::Won;
        return aWon != bWon ? aWon : a->bid.price > b->bid.price;
    });
    return seats;
}

} // namespace

BidTree::BidTree(QObject* parent)
    : QStandardItemModel(0, kTreeColumns, parent)
{
}

void BidTree::show(const model::AuctionTrace& trace, const Names& names)
{
    removeRows(0, rowCount());
    addOpportunity(trace, names);
    addFloor(trace, names);
    addBids(trace, names);
    addClearing(trace, names);
    addMoney(trace, names);
    addNotices(trace, names);
}

QStandardItem* BidTree::add(QStandardItem* parent, const QString& branch, const QString& label,
                            const QString& note, const QString& value)
{
    QStandardItem* first = cell(label, Qt::AlignLeft);
    first->setData(branch, kBranchRole);
    QStandardItem* second = cell(note, Qt::AlignRight);
    setTone(second, Token::T2);
    parent->appendRow({first, second, cell(value, Qt::AlignRight)});
    return first;
}

void BidTree::addWide(QStandardItem* parent, const QString& text, const QString& toolTip)
{
    QStandardItem* first = cell(text, Qt::AlignLeft);
    first->setData(true, kWideRole);
    first->setToolTip(toolTip.isEmpty() ? text : toolTip);
    setTone(first, Token::T2);
    parent->appendRow({first, cell({}, Qt::AlignRight), cell({}, Qt::AlignRight)});
}

void BidTree::addOpportunity(const model::AuctionTrace& trace, const Names& names)
{
    const model::Opportunity& offered = trace.opportunity;
    const QString words = joined(
        {sizeText(offered), names.value(Dimension::Country, offered.value(Dimension::Country)),
         names.value(Dimension::DeviceType, offered.value(Dimension::DeviceType))});
    QStandardItem* top
        = add(invisibleRootItem(), QStringLiteral("opportunity"), tr("Opportunity"), words, {});
    for (std::size_t i = 0; i < model::kValueDimensions; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        const QString value = model::isSingle(dimension) ? names.value(dimension, offered.values[i])
                                                         : listText(offered, dimension, names);
        if (!value.isEmpty())
            add(top, {}, dimensionText(dimension), value, {});
    }
    if (offered.located)
        add(top, {}, tr("Location"),
            QStringLiteral("%1, %2")
                .arg(offered.latitude, 0, 'f', 4)
                .arg(offered.longitude, 0, 'f', 4),
            {});
}

void BidTree::addFloor(const model::AuctionTrace& trace, const Names& names)
{
    QStandardItem* top = add(invisibleRootItem(), QStringLiteral("floor"), tr("Floor"),
                             tr("publisher, hard"), names.exact(trace.hardFloor));
    const double factor = trace.rules.floorFactorPpm / 1e6;
    addWide(top,
            tr("placement %1 × market factor %2")
                .arg(names.exact(trace.opportunity.floor), numbers::decimal(factor, 2)));
    for (const model::OfferedDeal& deal : trace.opportunity.deals)
        add(top, {}, tr("Deal %1").arg(names.value(Dimension::Deal, deal.deal)), {},
            names.exact(deal.floor));
}

void BidTree::addBids(const model::AuctionTrace& trace, const Names& names)
{
    QStandardItem* top = add(invisibleRootItem(), QStringLiteral("bids"), tr("Bids"), {},
                             tr("CPM, %1").arg(names.currency()));
    setTone(besideOf(top, 2), Token::T3);
    for (const model::SeatTrace* seat : byPrice(trace))
        addBid(top, *seat, trace, names);
}

void BidTree::addBid(QStandardItem* bids, const model::SeatTrace& seat,
                     const model::AuctionTrace& trace, const Names& names)
{
    const bool offered = seat.bid.price.nanos > 0;
    const QString branch = QStringLiteral("bid/") + names.seatId(seat.seat);
    QStandardItem* row = add(bids, branch, bidderText(seat, names), bidFateText(seat.bid.fate),
                             offered ? names.exact(seat.bid.price) : numbers::missing());
    row->setData(seat.seat, kSeatRole);
    row->setData(names.seat(seat.seat).size(), kBoldRole);
    if (seat.bid.fate == model::BidFate::Won)
        besideOf(row, 2)->setData(font(TextRole::BodyBold), Qt::FontRole);
    QStandardItem* note = besideOf(row, 1);
    note->setData(static_cast<int>(bidFateMark(seat.bid.fate)), MarkRole);
    setTone(note, markToken(bidFateMark(seat.bid.fate)));
    if (seat.bid.campaign != base::kNone && offered)
        addWide(row, formulaText(seat.formula, trace.hardFloor, names), formulaHelp(seat.formula));
    else if (offered)
        addWide(row, tr("A rival's price, drawn from its landscape."));
    if (seat.bid.deal != base::kNone)
        add(row, {}, tr("Deal"), names.value(Dimension::Deal, seat.bid.deal), {});
}

void BidTree::addClearing(const model::AuctionTrace& trace, const Names& names)
{
    const bool sold = trace.clearing.winner >= 0;
    QStandardItem* top = add(invisibleRootItem(), QStringLiteral("clearing"), tr("Clearing"),
                             ruleText(trace.rules.kind),
                             sold ? names.exact(trace.clearing.price) : numbers::missing());
    besideOf(top, 2)->setData(font(TextRole::BodyBold), Qt::FontRole);
    addWide(top, sold ? clearingText(trace, names) : tr("Nobody won: no bid passed every check."));
    add(top, {}, tr("Valid bids"), numbers::count(trace.clearing.valid), {});
}

void BidTree::addMoney(const model::AuctionTrace& trace, const Names& names)
{
    if (trace.clearing.winner < 0)
        return;
    QStandardItem* top = add(invisibleRootItem(), QStringLiteral("money"), tr("Money"),
                             tr("per 1,000"), names.exact(trace.clearing.price));
    const model::Clearing& paid = trace.clearing;
    const bool closes = paid.price == paid.publisher + paid.fee;
    addWide(top,
            tr("advertiser %1 = publisher %2 + fee %3")
                .arg(names.exact(paid.price), names.exact(paid.publisher), names.exact(paid.fee)));
    if (!closes)
        setTone(top->child(0), Token::Bad);
}

void BidTree::addNotices(const model::AuctionTrace& trace, const Names& names)
{
    QStringList kinds;
    for (const char* kind : {"win", "billing", "loss"}) {
        const auto count = std::count_if(trace.notices.begin(), trace.notices.end(),
                                         [&](const auto& notice) { return notice.kind == kind; });
        if (count > 0)
            kinds << QStringLiteral("%1 %2").arg(count).arg(QString::fromLatin1(kind));
    }
    QStandardItem* top
        = add(invisibleRootItem(), QStringLiteral("notices"), tr("Notices"),
              kinds.isEmpty() ? tr("none sent") : kinds.join(QStringLiteral(", ")), {});
    for (const model::NoticeTrace& notice : trace.notices) {
        QStandardItem* row = add(top, QStringLiteral("notice"), names.seat(notice.seat),
                                 QString::fromStdString(notice.kind), {});
        addWide(row, QString::fromStdString(notice.url));
    }
}

QModelIndex BidTree::seatIndex(Handle seat) const
{
    const QModelIndexList found
        = match(index(0, 0), kSeatRole, seat, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.first();
}

} // namespace gavel::auctions
