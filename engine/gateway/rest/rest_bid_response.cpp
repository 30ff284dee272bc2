// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/rest_bid_response.h"

#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/gateway/rest/rest_campaign.h"

#include <boost/json/parse.hpp>

namespace gavel::gateway {

namespace json = boost::json;
using base::Need;

json::object restBidResponse(const BidRecord& bid)
{
    return {{"request_id", bid.requestId},
            {"price", restPrice(bid.price)},
            {"creative", json::parse(bid.creativeJson)},
            {"campaign_id", bid.campaignId},
            {"dsp_id", bid.seatId}};
}

BidRecord readRestBidResponse(const json::value& body, std::vector<Error>& errors)
{
    constexpr std::int64_t kFourDecimals = 100; // micros
    BidRecord bid;
    base::ObjectReader reader(body, "", errors);
    if (!reader.isObject())
        return bid;
    Money price;
    reader.text("request_id", bid.requestId, Need::Required);
    reader.text("campaign_id", bid.campaignId, Need::Required);
    reader.text("dsp_id", bid.seatId, Need::Required);
    if (reader.money("price", price, Need::Required)
        && (price == Money{} || price.micros % kFourDecimals != 0))
        reader.fail("price", "must be above zero with at most 4 decimals", "round it");
    bid.price = Price::perImpression(price);
    reader.object(
        "creative",
        [](base::ObjectReader& creative) {
            std::string title;
            if (creative.text("title", title, Need::Required) && title.empty())
                creative.fail("title", "must not be empty", "name the ad");
        },
        Need::Required);
    if (errors.empty())
        bid.creativeJson = base::jsonText(body.at("creative"));
    return bid;
}

json::object restAuctionResult(const AuctionRecord& record)
{
    json::array bids;
    for (const BidRecord& bid : record.bids)
        bids.push_back(restBidResponse(bid));
    json::object result{
        {"auction_id", auctionName(record.auction)},
        {"request_id", record.requestId},
        {"winning_bid",
         record.won ? json::value(restBidResponse(record.bids.front())) : json::value()},
        {"all_bids", std::move(bids)},
        {"auction_price", restPrice(record.price)},
        {"timestamp", base::toIso(record.at)}};
    json::array noBids;
    for (const NoBid& none : record.noBids)
        noBids.push_back(json::object{{"dsp_id", none.seatId},
                                      {"error_code", none.reason.code},
                                      {"message", toString(none.reason)}});
    if (!noBids.empty())
        result["no_bids"] = std::move(noBids);
    return result;
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
