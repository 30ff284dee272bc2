// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/auction_facts.h"

#include "ui/market/words.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

namespace gavel::auctions {

namespace numbers = widgets::numbers;

namespace {

struct AuctionFactsWords
{
    Q_DECLARE_TR_FUNCTIONS(AuctionFacts)
};

QString textOrMissing(const QString& text)
{
    return text.isEmpty() ? numbers::missing() : text;
}

QString outcome(std::uint8_t shown)
{
    if (shown & 4U)
        return AuctionFactsWords::tr("converted");
    if (shown & 2U)
        return AuctionFactsWords::tr("clicked");
    return shown & 1U ? AuctionFactsWords::tr("shown") : numbers::missing();
}

} // namespace

bridge::Facts auctionFacts(const model::AuctionRow& row, const Names& names)
{
    const bool sold = row.winnerSeat != 0;
    bridge::Facts facts;
    facts.title = AuctionFactsWords::tr("Auction %1").arg(row.id);
    facts.caption = AuctionFactsWords::tr("prices per thousand, %1").arg(names.currency());
    facts.moves = false;
    facts.rows = {
        {AuctionFactsWords::tr("Time"), numbers::timeMillis(row.at.value, names.utcOffset())},
        {AuctionFactsWords::tr("Publisher"), textOrMissing(names.publisher(row.publisher))},
        {AuctionFactsWords::tr("Placement"), textOrMissing(names.placement(row.placement))},
        {AuctionFactsWords::tr("Country"),
         textOrMissing(names.value(model::Dimension::Country, row.country))},
        {AuctionFactsWords::tr("Device"),
         textOrMissing(names.value(model::Dimension::DeviceType, row.deviceType))},
        {AuctionFactsWords::tr("Seats in time"),
         AuctionFactsWords::tr("%1 of %2").arg(row.seatsInTime).arg(row.seatsAsked)},
        {AuctionFactsWords::tr("Bids"), QString::number(row.bids)},
        {AuctionFactsWords::tr("Floor"), names.price(row.floor)},
        {AuctionFactsWords::tr("Price"), sold ? names.exact(row.price) : numbers::missing(), true},
        {AuctionFactsWords::tr("Won by"),
         sold ? textOrMissing(names.seat(row.winnerSeat)) : AuctionFactsWords::tr("nobody"), true},
        {AuctionFactsWords::tr("Campaign"),
         sold ? textOrMissing(names.campaign(row.winnerCampaign)) : numbers::missing()},
        {AuctionFactsWords::tr("Outcome"), outcome(row.shown)},
        {AuctionFactsWords::tr("Time taken"),
         AuctionFactsWords::tr("%1 ms").arg(numbers::decimal(row.totalMicros() / 1000.0, 1))},
        {AuctionFactsWords::tr("Full story"),
         row.traced != 0 ? AuctionFactsWords::tr("kept") : AuctionFactsWords::tr("not kept")},
    };
    for (std::size_t i = 0; i < row.rowBids; ++i) {
        const model::RowBid& bid = row.bid[i];
        facts.rows.push_back({AuctionFactsWords::tr("Bid of %1").arg(names.seat(bid.seat)),
                              AuctionFactsWords::tr("%1, %2", "price, what became of it")
                                  .arg(names.price(bid.price), bidFateText(bid.fate))});
    }
    return facts;
}

} // namespace gavel::auctions
