// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/journal/auction_journal.h"
#include "engine/gateway/rest/remote_services.h"
#include "engine/gateway/rest/rest_bid_request.h"
#include "engine/market/opportunity_encoder.h"
#include "engine/runtime/engine.h"

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace gavel::gateway {

/// What seats of other processes are called in this market's log: "remote:" and the name that the
/// DSP gives itself. The colon keeps them apart from seats of this market, whose ids have none. A
/// DSP that takes a new name with each bid is one seat after the first hundred. Any thread.
class RemoteSeatNames
{
public:
    static constexpr std::size_t kMost = 100;
    /// `dspId` as sent; "remote:dsp" when it is no id, or too many are known.
    std::string nameOf(const std::string& dspId);

private:
    std::mutex m_mutex;
    std::set<std::string> m_known;
};

/// Sells impressions that REST callers offer: encodes them, lets the market decide (or the DSP of
/// another process bid), and keeps the record. Callers may wait; any thread.
class AuctionDesk
{
public:
    AuctionDesk(runtime::Engine& engine, AuctionJournal& journal, RemoteServices& remotes,
                const base::Clock& clock);

    /// One auction. Errors: TIMEOUT, SERVICE_UNAVAILABLE, INVALID_REQUEST, those of the store.
    Result<AuctionRecord> sell(const RestBidRequest& request);
    /// What the market's own seat would bid; nullopt = no bid.
    Result<std::optional<BidRecord>> quote(const RestBidRequest& request);
    /// The seat that plays the contract's DSP: the first that has campaigns; "" = none.
    std::string ownSeat() const;

private:
    Result<model::Opportunity> encode(const RestBidRequest& request);
    Result<void> sellHere(const RestBidRequest& request, const model::Opportunity& opportunity,
                          AuctionRecord& record);
    Result<void> sellAway(const RestBidRequest& request, const model::Opportunity& opportunity,
                          AuctionRecord& record);
    void tellWinner(const RestBidRequest& request, AuctionRecord& record);
    BidRecord recordOf(const model::Bid& bid, const RestBidRequest& request,
                       const model::Vocabulary& names);

    runtime::Engine& m_engine;
    AuctionJournal& m_journal;
    RemoteServices& m_remotes;
    const base::Clock& m_clock;
    RemoteSeatNames m_remoteSeats;
    std::mutex m_mutex; ///< guards the encoder
    std::shared_ptr<const model::MarketSetup> m_setup; ///< the one the encoder was made for
    std::optional<market::OpportunityEncoder> m_encoder;
};

} // namespace gavel::gateway
