// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/auction_desk.h"

#include "engine/dmp/audience.h"
#include "engine/gateway/rest/rest_campaign.h"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace gavel::gateway {

namespace {

/// The whole call of the contract may take 100 ms; the store's commit comes on top.
constexpr std::int64_t kDeadlineMs = 1'000;

bool wasReceived(const model::Bid& bid)
{
    return bid.price.nanos > 0 && bid.fate != model::BidFate::NoBid
        && bid.fate != model::BidFate::Late && bid.fate != model::BidFate::CutOff;
}

Error noMarket()
{
    return {"SERVICE_UNAVAILABLE", "market", "no market is running", "start one, or try again"};
}

} // namespace

AuctionDesk::AuctionDesk(runtime::Engine& engine, AuctionJournal& journal, const base::Clock& clock)
    : m_engine(engine)
    , m_journal(journal)
    , m_clock(clock)
{
}

Result<model::Opportunity> AuctionDesk::encode(const RestBidRequest& request)
{
    const std::scoped_lock lock(m_mutex);
    const auto setup = m_engine.setup();
    if (!setup)
        return noMarket();
    if (setup != m_setup) {
        m_encoder.emplace(*setup);
        m_setup = setup;
    }
    auto encoded = m_encoder->encode(toOpenRtb(request), m_clock.now(), 0);
    if (!encoded)
        return encoded.error();
    model::Opportunity opportunity = encoded->front();
    if (const auto audience = m_engine.audience())
        audience->fill(opportunity, request.userId);
    return opportunity;
}

BidRecord AuctionDesk::recordOf(const model::Bid& bid, const RestBidRequest& request,
                                const model::Vocabulary& names)
{
    BidRecord record;
    record.requestId = request.id;
    record.userId = request.userId;
    record.campaignId = names.campaigns.text(bid.campaign);
    record.seatId = names.seats.text(bid.seat);
    record.price = bid.price;
    record.at = m_clock.now();
    if (const auto campaign = m_engine.campaign(record.campaignId))
        record.creativeJson = boost::json::serialize(restCreative(*campaign));
    else
        record.creativeJson = R"({"title":"Ad"})"; // a rival's, of whom no creative is known
    return record;
}

Result<AuctionRecord> AuctionDesk::sell(const RestBidRequest& request)
{
    const auto opportunity = encode(request);
    if (!opportunity)
        return opportunity.error();
    const auto answer = m_engine.auction(*opportunity, kDeadlineMs);
    if (!answer)
        return answer.error();
    const auto names = m_engine.vocabulary();
    const auto& clearing = answer->clearing;
    AuctionRecord record;
    record.auction = answer->row.id;
    record.requestId = request.id;
    record.userId = request.userId;
    record.slotId = request.slot.id;
    record.publisherId = request.publisherId;
    record.at = m_clock.now();
    record.won = clearing.winner >= 0;
    if (record.won) {
        record.bids.push_back(
            recordOf(answer->bids[static_cast<std::size_t>(clearing.winner)], request, *names));
        record.price = clearing.price;
        record.publisher = clearing.publisher;
        record.fee = clearing.fee;
    }
    const auto winners = static_cast<std::ptrdiff_t>(record.bids.size());
    for (std::size_t i = 0; i < answer->bids.size(); ++i)
        if (static_cast<std::int32_t>(i) != clearing.winner && wasReceived(answer->bids[i]))
            record.bids.push_back(recordOf(answer->bids[i], request, *names));
    std::stable_sort(record.bids.begin() + winners, record.bids.end(),
                     [](const BidRecord& a, const BidRecord& b) { return a.price > b.price; });
    m_journal.add(record);
    return record;
}

Result<std::optional<BidRecord>> AuctionDesk::quote(const RestBidRequest& request)
{
    const auto opportunity = encode(request);
    if (!opportunity)
        return opportunity.error();
    const auto quote = m_engine.quote(ownSeat(), *opportunity);
    if (!quote)
        return quote.error();
    std::optional<BidRecord> bid;
    if (quote->bid.price.nanos > 0)
        bid = recordOf(quote->bid, request, *m_engine.vocabulary());
    m_journal.addBidAnswer(bid);
    return bid;
}

std::string AuctionDesk::ownSeat() const
{
    const auto setup = m_engine.setup();
    if (!setup)
        return {};
    const auto seat
        = std::ranges::find(setup->seats, model::SeatKind::Campaigns, &model::Seat::kind);
    return seat == setup->seats.end() ? std::string() : seat->id;
}

} // namespace gavel::gateway
