// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/market/advertiser_domains.h"
#include "engine/market/publisher_blocks.h"
#include "engine/model/market_setup.h"
#include "engine/model/opportunity.h"
#include "engine/openrtb/bid_request.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gavel::market {

/// Turns OpenRTB requests into opportunities of one market: texts become handles here, at the edge.
/// Values that the market does not know yet are learnt up to kMostLearnt for each dictionary, then
/// unknown. One thread at a time.
class OpportunityEncoder
{
public:
    static constexpr std::size_t kMostLearnt = 200'000;

    /// Size, floor, format and publisher of a placement named by `tagid` fill what a request leaves
    /// out; what its publisher, or the one that the request names, does not take is blocked.
    /// `domains` says whose domains a request may block; without it the setup's campaigns do.
    explicit OpportunityEncoder(const model::MarketSetup& setup,
                                std::shared_ptr<const AdvertiserDomains> domains = nullptr);

    /// One opportunity for each impression, in order; ids count up from `firstId`, which is the
    /// request's number too. Errors: INVALID_REQUEST with the path of a currency that the market
    /// has no rate for, or of more blocks than an opportunity holds.
    Result<std::vector<model::Opportunity>> encode(const openrtb::BidRequest& request, TimeMs now,
                                                   std::uint64_t firstId);

private:
    struct KnownPlacement
    {
        Handle publisher = base::kNone;
        std::string format;
        int width = 0;
        int height = 0;
        Price floor;
    };

    Handle handle(model::Dimension dimension, std::string_view text);
    void set(model::Opportunity& opportunity, model::Dimension dimension, std::string_view text);
    void add(model::Opportunity& opportunity, model::Dimension dimension,
             const openrtb::Texts& texts);
    void encodeProperty(const openrtb::Property& property, model::Opportunity& opportunity);
    void encodeDevice(const openrtb::Device& device, model::Opportunity& opportunity);
    void encodeUser(const openrtb::User& user, TimeMs now, model::Opportunity& opportunity);
    void encodeGeo(const openrtb::Geo& geo, model::Opportunity& opportunity);
    Result<void> blockByPublisher(Handle publisher, model::Opportunity& opportunity) const;
    bool blockDomain(std::string_view domain, model::Opportunity& opportunity) const;
    Result<void> encodeBlocks(const openrtb::BidRequest& request,
                              model::Opportunity& opportunity) const;
    void encodeSeats(const openrtb::BidRequest& request, model::Opportunity& opportunity) const;
    void encodeShape(const openrtb::Impression& impression, const KnownPlacement* known,
                     model::Opportunity& opportunity);
    Result<void> encodeSale(const openrtb::Impression& impression, const KnownPlacement* known,
                            const std::string& path, model::Opportunity& opportunity);
    Result<Price> converted(Price price, std::string_view currency, const std::string& path) const;

    std::shared_ptr<model::Vocabulary> m_vocabulary;
    Currency m_currency;
    std::vector<model::ExchangeRate> m_rates;
    std::shared_ptr<const AdvertiserDomains> m_domains;
    std::vector<Handle> m_seats;
    std::unordered_map<std::string, KnownPlacement> m_placements;
    std::unordered_map<Handle, PublisherBlocks> m_publishers;
};

} // namespace gavel::market
