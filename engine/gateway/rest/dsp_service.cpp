// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/rest/rest_bid_response.h"
#include "engine/gateway/rest/rest_campaign.h"
#include "engine/gateway/rest/services.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gavel::gateway {

namespace {

namespace json = boost::json;
using model::TargetingForm;

HttpResponse bid(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto body = readBody(call);
    if (!body)
        return invalid({body.error()}, now);
    std::vector<Error> errors;
    const auto request = readRestBidRequest(*body, errors);
    if (!errors.empty())
        return invalid(errors, now);
    const auto quoted = services.desk.quote(request);
    if (!quoted)
        return refusal(quoted.error(), now);
    return *quoted ? answer(restBidResponse(**quoted)) : answerNothing();
}

HttpResponse listBidding(Services& services, const ServiceCall&)
{
    json::array list;
    for (const auto& campaign : services.engine.campaigns())
        list.push_back(restCampaign(campaign, spentBy(services, campaign.id), TargetingForm::Dsp));
    return answer(list);
}

/// A new campaign that has spent elsewhere: it is not active before that is recorded.
std::vector<Error> publishWithSpend(Services& services, const model::Campaign& campaign,
                                    Money spent)
{
    auto first = campaign;
    if (campaign.status == model::CampaignStatus::Active)
        first.status = model::CampaignStatus::Draft;
    if (auto report = services.engine.publish({first}, {}); !report.errors.empty())
        return report.errors;
    if (const auto recorded = services.engine.recordSpend(campaign.id, spent); !recorded) {
        services.engine.publish({}, {campaign.id});
        return {recorded.error()};
    }
    return services.engine.publish({campaign}, {}).errors;
}

/// `told` is what the caller says that the campaign has spent: a known one's is counted here.
std::vector<Error> publish(Services& services, const model::Campaign& campaign, bool isKnown,
                           std::optional<Money> told)
{
    const Money counted = spentBy(services, campaign.id);
    if (isKnown && told.value_or(counted) != counted)
        return {{"INVALID_FIELD", "spent", base::toString(counted) + " is counted here",
                 "leave it out; POST /campaigns/{id}/spend of ad management adds to it"}};
    if (!isKnown && told.value_or(Money{}) > Money{})
        return publishWithSpend(services, campaign, *told);
    return services.engine.publish({campaign}, {}).errors;
}

HttpResponse addCampaign(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto body = readBody(call);
    if (!body)
        return invalid({body.error()}, now);
    const auto setup = services.engine.setup();
    auto campaign
        = newRestCampaign(services.desk.ownSeat(), setup ? setup->currency : Currency{}, now);
    std::vector<Error> errors;
    std::string id;
    base::ObjectReader reader(*body, "", errors);
    reader.text("id", id, base::Need::Required);
    const auto oneStep = services.engine.holdCampaigns();
    auto known = services.engine.campaign(id);
    if (known)
        campaign = std::move(*known);
    const auto told = applyRestFields(*body, true, campaign, errors);
    if (errors.empty())
        errors = publish(services, campaign, known.has_value(), told.spent);
    if (!errors.empty())
        return invalid(errors, now);
    return answer(restCampaign(campaign, spentBy(services, campaign.id), TargetingForm::Dsp));
}

HttpResponse removeCampaign(Services& services, const ServiceCall& call)
{
    const auto oneStep = services.engine.holdCampaigns();
    if (!services.engine.campaign(call.ids[0]))
        return campaignNotFound(services);
    const auto report = services.engine.publish({}, {call.ids[0]});
    if (!report.errors.empty())
        return refusal(report.errors.front(), services.clock.now());
    return answer(json::object{{"status", "success"}, {"message", "Campaign removed"}});
}

HttpResponse winNotice(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto body = readBody(call);
    if (!body)
        return invalid({body.error()}, now);
    std::string campaignId;
    std::string userId;
    std::string requestId;
    std::string auctionId;
    Money price;
    std::vector<Error> errors;
    base::ObjectReader reader(*body, "", errors);
    reader.text("campaign_id", campaignId);
    reader.text("user_id", userId);
    reader.text("request_id", requestId);
    reader.text("auction_id", auctionId);
    reader.money("price", price);
    if (!errors.empty())
        return invalid(errors, now);
    if (campaignId.empty() || userId.empty())
        return refusal(400, "INVALID_REQUEST", "Missing required fields", now);
    const auto oneStep = services.engine.holdCampaigns();
    const auto recorded = services.engine.recordWin(campaignId, userId, Price::perImpression(price),
                                                    auctionId.empty() ? requestId : auctionId);
    if (!recorded)
        return refusal(recorded.error(), now);
    return answer(json::object{{"status", "success"}, {"message", "Win notice processed"}});
}

/// Both forms of the contract in one object (K9).
HttpResponse bidStatistics(Services& services, const ServiceCall&)
{
    const auto now = services.clock.now();
    const auto counts = services.journal.counts();
    const auto snapshot = services.engine.freshSnapshot();
    std::uint64_t requests = counts.bidRequests;
    std::uint64_t submitted = counts.bidsSubmitted;
    for (const auto& seat : snapshot->seats) {
        if (seat.kind != model::SeatKind::Campaigns)
            continue;
        requests += seat.asked;
        submitted += seat.answered;
    }
    Money spend;
    std::uint64_t wins = 0;
    std::size_t active = 0;
    json::object campaigns;
    for (const auto& view : snapshot->campaigns) {
        spend += view.spent;
        wins += view.wins;
        active += view.status == model::CampaignStatus::Active ? 1 : 0;
        campaigns[view.id] = restCampaignStats(view, now);
    }
    const auto share = [](std::uint64_t part, std::uint64_t whole) {
        return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    Price bidSum;
    const auto bids = services.journal.bids(1'000);
    for (const auto& record : bids)
        bidSum += record.price;
    const auto mean = [](std::int64_t sum, std::uint64_t count) {
        return count == 0 ? 0 : sum / static_cast<std::int64_t>(count);
    };
    return answer(json::object{
        {"total_bid_requests", requests},
        {"total_bids_submitted", submitted},
        {"bid_rate", share(submitted, requests)},
        {"active_campaigns", active},
        {"total_spend", restAmount(spend)},
        {"campaign_stats", std::move(campaigns)},
        {"total_bids", submitted},
        {"won_bids", wins},
        {"win_rate", share(wins, submitted)},
        {"average_bid_price", restPrice({mean(bidSum.nanos, bids.size())})},
        {"average_win_price", restAmount({mean(spend.micros, wins)})},
        {"period",
         json::object{{"start", base::toIso(snapshot->start)}, {"end", base::toIso(now)}}}});
}

HttpResponse bidHistory(Services& services, const ServiceCall& call)
{
    const auto limit = queryNumber(call, "limit", 100, 1, AuctionJournal::kKept);
    if (!limit)
        return invalid({limit.error()}, services.clock.now());
    json::array list;
    for (const auto& record : services.journal.bids(*limit)) {
        auto entry = restBidResponse(record);
        entry["user_id"] = record.userId;
        entry["timestamp"] = base::toIso(record.at);
        list.push_back(std::move(entry));
    }
    return answer(list);
}

constexpr std::string_view kCampaign
    = R"({"id":"camp-101","name":"Games","advertiser_id":"adv-1","budget":1000,"status":"active","targeting":{"device_types":["mobile"],"countries":["US"]},"creative":{"title":"Play"}})";

constexpr std::array kDspRoutes{
    Route{Service::Dsp,
          Method::Post,
          "/bid",
          bid,
          "What the seat bids for an impression; 204 when nothing.",
          "200 204 422 503",
          {},
          kBidRequestExample},
    Route{Service::Dsp, Method::Get, "/campaigns", listBidding, "The campaigns the seat bids for."},
    Route{Service::Dsp,
          Method::Post,
          "/campaigns",
          addCampaign,
          "Adds or replaces a campaign; a new one may have spent already.",
          "200 422",
          {},
          kCampaign},
    Route{Service::Dsp, Method::Delete, "/campaigns/{id}", removeCampaign, "Removes a campaign.",
          "200 404"},
    Route{Service::Dsp, Method::Get, "/campaigns/{id}/stats", campaignStats,
          "Impressions, clicks, conversions and spend.", "200 404"},
    Route{Service::Dsp,
          Method::Post,
          "/win-notice",
          winNotice,
          "Tells the seat that its bid won.",
          "200 400 404 422",
          {},
          R"({"campaign_id":"camp-001","user_id":"user-1","price":0.55,"auction_id":"auction-1"})"},
    Route{Service::Dsp, Method::Get, "/stats", bidStatistics,
          "Requests, bids, wins and spend of the seats."},
    Route{Service::Dsp, Method::Get, "/bid-history", bidHistory, "The last bids, newest first.",
          "200 422", "limit"},
};

} // namespace

std::span<const Route> dspRoutes()
{
    return kDspRoutes;
}

} // namespace gavel::gateway
