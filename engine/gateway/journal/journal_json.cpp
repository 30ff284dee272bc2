// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/journal/journal_json.h"

#include "engine/base/json.h"

#include <boost/json.hpp>

namespace gavel::gateway {

namespace {

namespace json = boost::json;
using base::ObjectReader;

constexpr auto kMostWhole = std::numeric_limits<std::int64_t>::max();

// 64-bit numbers of auctions use the top bit: as text, so that no reader rounds them.
std::string numberText(std::uint64_t number)
{
    return std::to_string(number);
}

void readNumber(ObjectReader& reader, std::string_view key, std::uint64_t& number)
{
    std::string text;
    if (reader.text(key, text))
        number = std::strtoull(text.c_str(), nullptr, 10);
}

void readPrice(ObjectReader& reader, std::string_view key, Price& price)
{
    reader.integer(key, price.nanos, std::int64_t{0}, kMostWhole);
}

void readTime(ObjectReader& reader, TimeMs& at)
{
    reader.integer("at", at.value, std::int64_t{0}, kMostWhole);
}

template<typename Count>
void readCount(ObjectReader& reader, std::string_view key, Count& count)
{
    reader.integer(key, count, Count{0}, std::numeric_limits<Count>::max());
}

/// Reads an object with read(reader, noun); nullopt when a field is broken.
template<typename Noun, typename Read>
std::optional<Noun> readKept(std::string_view text, Read read)
{
    const auto value = base::parseJson(text, "record");
    if (!value)
        return std::nullopt;
    std::vector<Error> errors;
    ObjectReader reader(*value, "", errors);
    Noun noun;
    if (reader.isObject())
        read(reader, noun);
    return errors.empty() && reader.isObject() ? std::optional(std::move(noun)) : std::nullopt;
}

json::object bidObject(const BidRecord& bid)
{
    return {
        {"request", bid.requestId}, {"user", bid.userId},           {"campaign", bid.campaignId},
        {"seat", bid.seatId},       {"creative", bid.creativeJson}, {"price", bid.price.nanos},
        {"at", bid.at.value}};
}

void readBid(ObjectReader& reader, BidRecord& bid)
{
    reader.text("request", bid.requestId);
    reader.text("user", bid.userId);
    reader.text("campaign", bid.campaignId);
    reader.text("seat", bid.seatId);
    reader.text("creative", bid.creativeJson);
    readPrice(reader, "price", bid.price);
    readTime(reader, bid.at);
}

void readAuction(ObjectReader& reader, AuctionRecord& record)
{
    readNumber(reader, "auction", record.auction);
    reader.text("request", record.requestId);
    reader.text("user", record.userId);
    reader.text("slot", record.slotId);
    reader.text("publisher", record.publisherId);
    reader.boolean("won", record.won);
    readPrice(reader, "price", record.price);
    readPrice(reader, "publisher_part", record.publisher);
    readPrice(reader, "fee", record.fee);
    readTime(reader, record.at);
    reader.each("bids", [&](const json::value& value, const std::string& path) {
        ObjectReader bid(value, path, reader.errors());
        readBid(bid, record.bids.emplace_back());
    });
    reader.each("no_bids", [&](const json::value& value, const std::string& path) {
        ObjectReader none(value, path, reader.errors());
        NoBid& noBid = record.noBids.emplace_back();
        none.text("seat", noBid.seatId);
        none.text("code", noBid.reason.code);
        none.text("where", noBid.reason.where);
        none.text("what", noBid.reason.what);
        none.text("advice", noBid.reason.advice);
    });
    if (record.won && record.bids.empty())
        reader.fail("bids", "has no winner", "");
}

} // namespace

std::string keptText(const BidRecord& bid)
{
    return base::jsonText(bidObject(bid));
}

std::string keptText(const AuctionRecord& record)
{
    json::array bids;
    for (const auto& bid : record.bids)
        bids.push_back(bidObject(bid));
    json::array noBids;
    for (const auto& none : record.noBids)
        noBids.push_back(json::object{{"seat", none.seatId},
                                      {"code", none.reason.code},
                                      {"where", none.reason.where},
                                      {"what", none.reason.what},
                                      {"advice", none.reason.advice}});
    return base::jsonText(json::object{{"auction", numberText(record.auction)},
                                       {"request", record.requestId},
                                       {"user", record.userId},
                                       {"slot", record.slotId},
                                       {"publisher", record.publisherId},
                                       {"won", record.won},
                                       {"price", record.price.nanos},
                                       {"publisher_part", record.publisher.nanos},
                                       {"fee", record.fee.nanos},
                                       {"at", record.at.value},
                                       {"bids", std::move(bids)},
                                       {"no_bids", std::move(noBids)}});
}

std::string keptText(const Transaction& transaction)
{
    return base::jsonText(json::object{{"auction", numberText(transaction.auction)},
                                       {"campaign", transaction.campaignId},
                                       {"user", transaction.userId},
                                       {"slot", transaction.slotId},
                                       {"impression", transaction.impressionId},
                                       {"advertiser_part", transaction.advertiser.nanos},
                                       {"publisher_part", transaction.publisher.nanos},
                                       {"fee", transaction.fee.nanos},
                                       {"at", transaction.at.value}});
}

std::string keptText(const WorkflowEntry& entry)
{
    return base::jsonText(json::object{{"auction", numberText(entry.auction)},
                                       {"request", entry.requestId},
                                       {"campaign", entry.campaignId},
                                       {"price", entry.price.nanos},
                                       {"bids", entry.bids},
                                       {"at", entry.at.value}});
}

std::string keptText(const AuctionJournal::Counts& counts)
{
    return base::jsonText(json::object{{"auctions", counts.auctions},
                                       {"successful", counts.successful},
                                       {"fees", counts.fees.nanos},
                                       {"volume", counts.volume.nanos},
                                       {"transactions", counts.transactions},
                                       {"bid_requests", counts.bidRequests},
                                       {"bids_submitted", counts.bidsSubmitted}});
}

std::string keptText(const WorkflowBook::Counts& counts)
{
    return base::jsonText(json::object{{"total", counts.total},
                                       {"successful", counts.successful},
                                       {"failed", counts.failed},
                                       {"milliseconds", counts.milliseconds}});
}

std::optional<BidRecord> keptBid(std::string_view text)
{
    return readKept<BidRecord>(text, readBid);
}

std::optional<AuctionRecord> keptAuction(std::string_view text)
{
    return readKept<AuctionRecord>(text, readAuction);
}

std::optional<Transaction> keptTransaction(std::string_view text)
{
    return readKept<Transaction>(text, [](ObjectReader& reader, Transaction& transaction) {
        readNumber(reader, "auction", transaction.auction);
        reader.text("campaign", transaction.campaignId);
        reader.text("user", transaction.userId);
        reader.text("slot", transaction.slotId);
        reader.text("impression", transaction.impressionId);
        readPrice(reader, "advertiser_part", transaction.advertiser);
        readPrice(reader, "publisher_part", transaction.publisher);
        readPrice(reader, "fee", transaction.fee);
        readTime(reader, transaction.at);
    });
}

std::optional<WorkflowEntry> keptWorkflow(std::string_view text)
{
    return readKept<WorkflowEntry>(text, [](ObjectReader& reader, WorkflowEntry& entry) {
        readNumber(reader, "auction", entry.auction);
        reader.text("request", entry.requestId);
        reader.text("campaign", entry.campaignId);
        readPrice(reader, "price", entry.price);
        readCount(reader, "bids", entry.bids);
        readTime(reader, entry.at);
    });
}

std::optional<AuctionJournal::Counts> keptAuctionCounts(std::string_view text)
{
    using Counts = AuctionJournal::Counts;
    return readKept<Counts>(text, [](ObjectReader& reader, Counts& counts) {
        readCount(reader, "auctions", counts.auctions);
        readCount(reader, "successful", counts.successful);
        readPrice(reader, "fees", counts.fees);
        readPrice(reader, "volume", counts.volume);
        readCount(reader, "transactions", counts.transactions);
        readCount(reader, "bid_requests", counts.bidRequests);
        readCount(reader, "bids_submitted", counts.bidsSubmitted);
    });
}

std::optional<WorkflowBook::Counts> keptWorkflowCounts(std::string_view text)
{
    using Counts = WorkflowBook::Counts;
    return readKept<Counts>(text, [](ObjectReader& reader, Counts& counts) {
        readCount(reader, "total", counts.total);
        readCount(reader, "successful", counts.successful);
        readCount(reader, "failed", counts.failed);
        reader.number("milliseconds", counts.milliseconds, 0, 1e15);
    });
}

} // namespace gavel::gateway
