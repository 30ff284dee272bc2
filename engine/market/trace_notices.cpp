// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/trace_notices.h"

#include "engine/exchange/notices.h"

#include <string>

namespace gavel::market {

using model::BidFate;

namespace {

constexpr std::string_view kWinQuery
    = "?auction=${AUCTION_ID}&bid=${AUCTION_BID_ID}&imp=${AUCTION_IMP_ID}&ad=${AUCTION_AD_ID}"
      "&price=${AUCTION_PRICE}&cur=${AUCTION_CURRENCY}";
constexpr std::string_view kLossQuery
    = "?auction=${AUCTION_ID}&bid=${AUCTION_BID_ID}&imp=${AUCTION_IMP_ID}&loss=${AUCTION_LOSS}"
      "&min=${AUCTION_MIN_TO_WIN}&cur=${AUCTION_CURRENCY}";

bool isTold(const model::Bid& bid)
{
    return bid.price.nanos != 0 && bid.fate != BidFate::NoBid && bid.fate != BidFate::CutOff;
}

} // namespace

std::vector<model::NoticeTrace> noticesOf(const model::AuctionTrace& trace,
                                          const model::Vocabulary& vocabulary, Currency currency,
                                          const std::vector<model::ExchangeRate>& rates)
{
    model::BidList bids;
    for (const auto& seat : trace.seats)
        bids.push(seat.bid);
    const exchange::ClearingTerms terms{&trace.rules, &trace.opportunity, trace.hardFloor, currency,
                                        &rates};
    std::vector<model::NoticeTrace> notices;
    for (std::size_t i = 0; i < bids.size(); ++i) {
        const model::Bid& bid = bids[i];
        if (!isTold(bid))
            continue;
        exchange::NoticeNames names;
        names.auctionId = std::to_string(trace.row.id);
        names.bidId = names.auctionId + '-' + std::to_string(i + 1);
        names.impId = "1";
        names.seatId = vocabulary.seats.text(bid.seat);
        names.adId = vocabulary.creatives.text(bid.creative);
        const auto values
            = exchange::noticeValues(bids, i, trace.clearing, terms, bid.currency, names);
        const auto tell = [&](const std::string& kind, std::string_view query) {
            const std::string url = "gavel://" + names.seatId + '/' + kind + std::string(query);
            notices.push_back({bid.seat, kind, exchange::noticeUrl(url, values)});
        };
        if (bid.fate != BidFate::Won) {
            tell("loss", kLossQuery);
            continue;
        }
        tell("win", kWinQuery);
        if ((trace.row.shown & 1U) != 0)
            tell("billing", kWinQuery);
    }
    return notices;
}

} // namespace gavel::market
