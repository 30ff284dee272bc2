// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/auction_facts.h"

#include "ui/market/words.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

namespace gavel::auctions {

namespace numbers = widgets::numbers;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AuctionFacts)
};

QString orMissing(const QString& text)
{
    return text.isEmpty() ? numbers::missing() : text;
}

QString outcome(std::uint8_t shown)
{
    if (shown & 4U)
        return Words::tr("converted");
    if (shown & 2U)
        return Words::tr("clicked");
    return shown & 1U ? Words::tr("shown") : numbers::missing();
}

} // namespace

bridge::Facts auctionFacts(const model::AuctionRow& row, const Names& names)
{
    const bool sold = row.winnerSeat != 0;
    bridge::Facts facts;
    facts.title = Words::tr("Auction %1").arg(row.id);
    facts.caption = Words::tr("prices per thousand, %1").arg(names.currency());
    facts.moves = false;
    facts.rows = {
        {Words::tr("Time"), numbers::timeMillis(row.at.value, names.utcOffset())},
        {Words::tr("Publisher"), orMissing(names.publisher(row.publisher))},
        {Words::tr("Placement"), orMissing(names.placement(row.placement))},
        {Words::tr("Country"), orMissing(names.value(model::Dimension::Country, row.country))},
        {Words::tr("Device"), orMissing(names.value(model::Dimension::DeviceType, row.deviceType))},
        {Words::tr("Seats in time"),
         Words::tr("%1 of %2").arg(row.seatsInTime).arg(row.seatsAsked)},
        {Words::tr("Bids"), QString::number(row.bids)},
        {Words::tr("Floor"), names.price(row.floor)},
        {Words::tr("Price"), sold ? names.exact(row.price) : numbers::missing(), true},
        {Words::tr("Won by"), sold ? orMissing(names.seat(row.winnerSeat)) : Words::tr("nobody"),
         true},
        {Words::tr("Campaign"),
         sold ? orMissing(names.campaign(row.winnerCampaign)) : numbers::missing()},
        {Words::tr("Outcome"), outcome(row.shown)},
        {Words::tr("Time taken"),
         Words::tr("%1 ms").arg(numbers::decimal(row.totalMicros() / 1000.0, 1))},
        {Words::tr("Full story"), row.traced != 0 ? Words::tr("kept") : Words::tr("not kept")},
    };
    for (std::size_t i = 0; i < row.rowBids; ++i) {
        const model::RowBid& bid = row.bid[i];
        facts.rows.push_back({Words::tr("Bid of %1").arg(names.seat(bid.seat)),
                              Words::tr("%1, %2", "price, what became of it")
                                  .arg(names.price(bid.price), bidFateText(bid.fate))});
    }
    return facts;
}

} // namespace gavel::auctions
