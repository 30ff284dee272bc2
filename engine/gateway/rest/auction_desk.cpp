// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/auction_desk.h"

#include "engine/base/json.h"
#include "engine/dmp/audience.h"
#include "engine/gateway/rest/rest_campaign.h"
#include "engine/model/checks.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <limits>

namespace gavel::gateway {

namespace {

/// The whole call of the contract may take 100 ms; the store's commit comes on top.
constexpr std::int64_t kDeadlineMs = 1'000;
/// What a DSP of another process is called before it has said its own name.
constexpr std::string_view kRemoteDsp = "dsp";

bool wasReceived(const model::Bid& bid)
{
    return bid.price.nanos > 0 && bid.fate != model::BidFate::NoBid
        && bid.fate != model::BidFate::Late && bid.fate != model::BidFate::CutOff;
}

/// Age and gender of a profile that came from another process.
void addFacts(const model::Profile& profile, const model::Vocabulary& names,
              model::Opportunity& opportunity)
{
    opportunity.profile = model::Opportunity::kSentProfile;
    if (profile.age > 0)
        opportunity.set(model::Dimension::Age, static_cast<Handle>(profile.age) + 1);
    if (!profile.gender.empty())
        opportunity.set(model::Dimension::Gender,
                        names.of(model::Dimension::Gender).find(profile.gender));
}

void takeOutcome(const model::Clearing& clearing, AuctionRecord& record)
{
    record.won = true;
    record.price = clearing.price;
    record.publisher = clearing.publisher;
    record.fee = clearing.fee;
}

Error noMarket()
{
    return {"SERVICE_UNAVAILABLE", "market", "no market is running", "start one, or try again"};
}

} // namespace

std::string RemoteSeatNames::nameOf(const std::string& dspId)
{
    const bool isId = model::isId(dspId);
    const std::scoped_lock lock(m_mutex);
    const bool isKnown
        = isId && (m_known.contains(dspId) || m_known.size() < kMost) && !dspId.empty();
    if (isKnown)
        m_known.insert(dspId);
    return "remote:" + (isKnown ? dspId : std::string(kRemoteDsp));
}

AuctionDesk::AuctionDesk(runtime::Engine& engine, AuctionJournal& journal, RemoteServices& remotes,
                         const base::Clock& clock)
    : m_engine(engine)
    , m_journal(journal)
    , m_remotes(remotes)
    , m_clock(clock)
{
}

Result<model::Opportunity> AuctionDesk::encode(const RestBidRequest& offered)
{
    RestBidRequest request = offered;
    if (m_remotes.has(Service::Dmp) && !request.profileAsked)
        if (auto known = m_remotes.profile(request.userId))
            request.profile = std::move(*known); // any failure: the auction goes on without
    const std::scoped_lock lock(m_mutex);
    const auto setup = m_engine.setup();
    if (!setup)
        return noMarket();
    if (setup != m_setup) {
        m_encoder.emplace(*setup, m_engine.advertiserDomains());
        m_setup = setup;
    }
    auto encoded = m_encoder->encode(toOpenRtb(request), m_clock.now(), 0);
    if (!encoded)
        return encoded.error();
    model::Opportunity opportunity = encoded->front();
    if (request.profile)
        addFacts(*request.profile, *m_setup->vocabulary, opportunity);
    const auto audience = m_engine.audience();
    if (audience && !m_remotes.has(Service::Dmp))
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
    AuctionRecord record;
    record.requestId = request.id;
    record.userId = request.userId;
    record.slotId = request.slot.id;
    record.publisherId = request.publisherId;
    record.at = m_clock.now();
    const auto sold = m_remotes.has(Service::Dsp) ? sellAway(request, *opportunity, record)
                                                  : sellHere(request, *opportunity, record);
    if (!sold)
        return sold.error();
    if (const auto kept = m_journal.add(record); !kept)
        return kept.error();
    return record;
}

Result<void> AuctionDesk::sellHere(const RestBidRequest& request,
                                   const model::Opportunity& opportunity, AuctionRecord& record)
{
    const auto answer = m_engine.auction(opportunity, kDeadlineMs);
    if (!answer)
        return answer.error();
    const auto names = m_engine.vocabulary();
    const auto& clearing = answer->clearing;
    record.auction = answer->row.id;
    if (clearing.winner >= 0) {
        takeOutcome(clearing, record);
        record.bids.push_back(
            recordOf(answer->bids[static_cast<std::size_t>(clearing.winner)], request, *names));
    }
    const auto winners = static_cast<std::ptrdiff_t>(record.bids.size());
    for (std::size_t i = 0; i < answer->bids.size(); ++i)
        if (static_cast<std::int32_t>(i) != clearing.winner && wasReceived(answer->bids[i]))
            record.bids.push_back(recordOf(answer->bids[i], request, *names));
    std::stable_sort(record.bids.begin() + winners, record.bids.end(),
                     [](const BidRecord& a, const BidRecord& b) { return a.price > b.price; });
    return {};
}

/// The DSP of another process takes the place of the market's own seats; its bid is cleared by the
/// same rules and logged here, and its budget is charged over there, by the win notice.
Result<void> AuctionDesk::sellAway(const RestBidRequest& request,
                                   const model::Opportunity& opportunity, AuctionRecord& record)
{
    const auto asked = base::monotonicNanos();
    auto offered = m_remotes.bid(request);
    const auto waitedMicros = (base::monotonicNanos() - asked) / 1'000;
    const bool hasBid = offered && *offered;
    runtime::OutsideBid bid;
    bid.seat = m_remoteSeats.nameOf(hasBid ? (*offered)->seatId : std::string());
    bid.price = hasBid ? (*offered)->price : Price{};
    bid.late = !offered && offered.error().code == "SERVICE_TIMEOUT";
    bid.answerMicros = static_cast<std::uint32_t>(
        std::min<std::int64_t>(waitedMicros, std::numeric_limits<std::uint32_t>::max()));
    const auto answer = m_engine.auctionOutside(opportunity, bid);
    if (!answer)
        return answer.error();
    record.auction = answer->row.id;
    record.away = true;
    if (!offered)
        record.noBids.push_back({std::string(kRemoteDsp), offered.error()});
    if (!hasBid)
        return {};
    if (answer->clearing.winner < 0) {
        const auto fate = static_cast<std::size_t>(answer->bids[0].fate);
        record.noBids.push_back(
            {(*offered)->seatId,
             {"BID_REFUSED", "price", "is refused: " + std::string(model::kBidFateNames[fate]),
              "the floor was " + base::toCpmString(answer->row.floor) + " per thousand"}});
        return {};
    }
    takeOutcome(answer->clearing, record);
    record.bids.push_back(std::move(**offered));
    tellWinner(request, record);
    return {};
}

void AuctionDesk::tellWinner(const RestBidRequest& request, AuctionRecord& record)
{
    const auto told = m_remotes.tell(
        Service::Dsp, "POST", "/win-notice",
        base::jsonText(boost::json::object{{"campaign_id", record.bids.front().campaignId},
                                           {"user_id", request.userId},
                                           {"price", restPrice(record.price)},
                                           {"request_id", request.id},
                                           {"auction_id", auctionName(record.auction)}}));
    if (!told)
        record.noticeProblem = toString(told.error());
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
