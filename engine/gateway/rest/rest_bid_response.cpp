// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/rest_bid_response.h"

#include "engine/base/iso_time.h"
#include "engine/gateway/rest/rest_campaign.h"

#include <boost/json/parse.hpp>

namespace gavel::gateway {

namespace json = boost::json;

json::object restBidResponse(const BidRecord& bid)
{
    return {{"request_id", bid.requestId},
            {"price", restPrice(bid.price)},
            {"creative", json::parse(bid.creativeJson)},
            {"campaign_id", bid.campaignId},
            {"dsp_id", bid.seatId}};
}

json::object restAuctionResult(const AuctionRecord& record)
{
    json::array bids;
    for (const BidRecord& bid : record.bids)
        bids.push_back(restBidResponse(bid));
    return {{"auction_id", auctionName(record.auction)},
            {"request_id", record.requestId},
            {"winning_bid",
             record.won ? json::value(restBidResponse(record.bids.front())) : json::value()},
            {"all_bids", std::move(bids)},
            {"auction_price", restPrice(record.price)},
            {"timestamp", base::toIso(record.at)}};
}

json::object restTransaction(const Transaction& transaction)
{
    return {{"transaction_id", "tx-" + std::to_string(transaction.auction)},
            {"auction_id", auctionName(transaction.auction)},
            {"campaign_id", transaction.campaignId},
            {"advertiser_payment", restPrice(transaction.advertiser)},
            {"publisher_payment", restPrice(transaction.publisher)},
            {"platform_fee", restPrice(transaction.fee)},
            {"timestamp", base::toIso(transaction.at)},
            {"impression_data",
             json::object{{"impression_id", transaction.impressionId},
                          {"user_id", transaction.userId},
                          {"slot_id", transaction.slotId}}}};
}

} // namespace gavel::gateway
