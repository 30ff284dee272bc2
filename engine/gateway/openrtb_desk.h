// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/creative_book.h"
#include "engine/gateway/http/message.h"
#include "engine/gateway/rest/services.h"
#include "engine/market/opportunity_encoder.h"
#include "engine/openrtb/bid_request.h"
#include "engine/openrtb/bid_response.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gavel::gateway {

/// POST /openrtb2/auction of one server thread: reads the request, sends its impressions to the
/// market and answers when they are decided and durable; nothing on this path waits. 200 with bids,
/// 204 without, 400 for what cannot be read, 503 when the market takes no more. A test, which must
/// not be charged for, and a request in no currency that the market has a rate for get 204 without
/// an auction. The market's own rule decides the price whatever `at` says, and its seats have their
/// own deadlines whatever `tmax` says. Only on its thread.
class OpenRtbDesk
{
public:
    /// `drainSoon` makes the server call drain() on this thread; called from any thread.
    OpenRtbDesk(Services& services, std::function<void()> drainSoon);
    ~OpenRtbDesk();
    OpenRtbDesk(const OpenRtbDesk&) = delete;
    OpenRtbDesk& operator=(const OpenRtbDesk&) = delete;

    void take(const HttpRequest& request, const Reply& reply);
    /// Answers what the market has decided.
    void drain();

private:
    /// A request whose impressions are with the market.
    struct Pending
    {
        std::optional<Reply> reply; ///< empty = the place is free
        std::uint32_t turn = 0; ///< counts up with each use, so that a late answer finds nothing
        std::string requestId;
        model::ExchangeRate rate; ///< of the currency to answer in
        std::vector<std::string> impressionIds;
        std::vector<std::optional<runtime::LiveAnswer>> answers;
        std::size_t missing = 0;
    };

    bool hasMarket();
    void giveUpAll();
    std::size_t claim();
    void submit(std::size_t place, const std::vector<model::Opportunity>& opportunities);
    void onAnswer(const runtime::LiveAnswer& answer);
    void finish(Pending& pending);
    void overload(const Reply& reply);

    Services& m_services;
    std::function<void()> m_drainSoon;
    openrtb::RequestParser m_parser;
    std::shared_ptr<const model::MarketSetup> m_setup;
    std::optional<market::OpportunityEncoder> m_encoder;
    std::shared_ptr<runtime::LivePort> m_port;
    CreativeBook m_creatives;
    std::vector<Pending> m_pending;
    std::vector<std::size_t> m_free;
    openrtb::BidResponse m_response;
    std::vector<std::string> m_bidIds;
};

} // namespace gavel::gateway
