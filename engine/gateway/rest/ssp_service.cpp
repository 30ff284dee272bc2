// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/rest/display.h"
#include "engine/gateway/rest/rest_campaign.h"
#include "engine/gateway/rest/services.h"
#include "engine/ssp/inventory.h"
#include "engine/store/event_log.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace gavel::gateway {

namespace {

namespace json = boost::json;
using base::Need;

constexpr std::size_t kMostDays = 3'650;

struct AdRequest
{
    RestBidRequest offer; ///< of the named slot
    std::string slotId;
};

AdRequest readAdRequest(const json::value& body, std::vector<Error>& errors)
{
    AdRequest request;
    base::ObjectReader reader(body, "", errors);
    if (!reader.isObject())
        return request;
    reader.text("slot_id", request.slotId, Need::Required);
    reader.text("user_id", request.offer.userId, Need::Required);
    reader.text("publisher_id", request.offer.publisherId);
    if (const auto* device = reader.find("device", Need::Required))
        request.offer.device = readRestDevice(*device, "device", errors);
    if (const auto* geo = reader.find("geo", Need::Required))
        request.offer.geo = readRestGeo(*geo, "geo", errors);
    return request;
}

HttpResponse adRequest(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto body = readBody(call);
    if (!body)
        return invalid({body.error()}, now);
    std::vector<Error> errors;
    auto request = readAdRequest(*body, errors);
    if (!errors.empty())
        return invalid(errors, now);
    const auto slot = services.engine.inventory().offer(request.slotId);
    if (!slot)
        return refusal(slot.error(), now);
    auto& offer = request.offer;
    offer.id = "req_" + std::to_string(now.value) + "_" + offer.userId;
    offer.slot = {slot->id, slot->width, slot->height, slot->position, slot->floor};
    if (offer.publisherId.empty())
        offer.publisherId = slot->publisherId;
    const auto sold = services.desk.sell(offer);
    if (!sold)
        return refusal(sold.error(), now);
    if (!sold->won)
        return answerNothing();
    const BidRecord& winner = sold->bids.front();
    return answer(json::object{{"request_id", offer.id},
                               {"creative", json::parse(winner.creativeJson)},
                               {"price", restPrice(winner.price)},
                               {"campaign_id", winner.campaignId},
                               {"impression_url", "/impression/" + impressionName(sold->auction)}});
}

/// What placements sold, by id.
using Sold = std::map<std::string, store::SupplyTotals>;

/// From a time on, by the log; without a workspace since the market began, by its counters.
Result<Sold> soldSince(Services& services, const runtime::Snapshot& snapshot, TimeMs from)
{
    if (services.engine.storeHealth().kept) {
        auto reader = services.engine.workspace().reader();
        if (!reader)
            return reader.error();
        return store::readSupply(*reader, snapshot.scenario.empty() ? "live" : snapshot.scenario,
                                 from, {INT64_MAX});
    }
    Sold sold;
    for (const auto& view : snapshot.placements)
        sold[view.id] = {view.filled, view.revenue.micros * 1000};
    return sold;
}

TimeMs startOfDay(TimeMs now)
{
    return {now.value - now.value % base::kDayMs}; // UTC
}

Money wholeOf(const store::SupplyTotals& sold)
{
    return base::Accrual(sold.publisherNanos).whole();
}

HttpResponse inventory(Services& services, const ServiceCall& call)
{
    const auto snapshot = services.engine.freshSnapshot();
    const auto publisher = call.parameter("publisher_id").value_or("");
    const auto today = soldSince(services, *snapshot, startOfDay(snapshot->now));
    const auto ever = soldSince(services, *snapshot, {INT64_MIN});
    for (const auto* sold : {&today, &ever})
        if (!*sold)
            return refusal(sold->error(), services.clock.now());
    json::array list;
    for (const auto& placement : services.engine.inventory().placements(std::string(publisher))) {
        const auto daily = today->find(placement.id);
        const auto total = ever->find(placement.id);
        const RestSlot slot{placement.id, placement.width, placement.height, placement.position,
                            placement.floor};
        list.push_back(json::object{
            {"slot_id", placement.id},
            {"publisher_id", placement.publisherId},
            {"ad_slot", restSlot(slot)},
            {"available", placement.available},
            {"daily_impressions", daily == today->end() ? 0 : daily->second.wins},
            {"total_revenue", restAmount(total == ever->end() ? Money{} : wholeOf(total->second))},
            {"created_at", base::toIso(snapshot->start)}});
    }
    return answer(list);
}

HttpResponse inventoryStats(Services& services, const ServiceCall&)
{
    const auto snapshot = services.engine.freshSnapshot();
    const auto placements = services.engine.inventory().placements();
    const auto today = soldSince(services, *snapshot, startOfDay(snapshot->now));
    const auto ever = soldSince(services, *snapshot, {INT64_MIN});
    for (const auto* sold : {&today, &ever})
        if (!*sold)
            return refusal(sold->error(), services.clock.now());
    std::uint64_t daily = 0;
    for (const auto& [id, sold] : *today)
        daily += sold.wins;
    Money revenue;
    for (const auto& [id, sold] : *ever)
        revenue += wholeOf(sold);
    std::uint64_t offered = 0;
    std::uint64_t filled = 0;
    for (const auto& view : snapshot->placements) {
        offered += view.offered;
        filled += view.filled;
    }
    const auto available = std::ranges::count_if(placements, &model::Placement::available);
    const double fill
        = offered == 0 ? 0 : static_cast<double>(filled) / static_cast<double>(offered);
    return answer(json::object{{"total_slots", placements.size()},
                               {"available_slots", available},
                               {"daily_impressions", daily},
                               {"total_revenue", restAmount(revenue)},
                               {"average_fill_rate", fill}});
}

HttpResponse revenue(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto days = queryNumber(call, "days", 7, 1, kMostDays);
    if (!days)
        return invalid({days.error()}, now);
    const auto wanted = call.parameter("publisher_id");
    const auto snapshot = services.engine.freshSnapshot();
    // Today and the days before it, whole ones.
    const auto from
        = startOfDay(snapshot->now) + -(static_cast<std::int64_t>(*days) - 1) * base::kDayMs;
    const auto sold = soldSince(services, *snapshot, from);
    if (!sold)
        return refusal(sold.error(), now);
    json::array list;
    for (const auto& publisher : services.engine.inventory().publishers()) {
        if (wanted && publisher.id != *wanted)
            continue;
        store::SupplyTotals counts;
        for (const auto& placement : services.engine.inventory().placements(publisher.id))
            if (const auto found = sold->find(placement.id); found != sold->end()) {
                counts.wins += found->second.wins;
                counts.publisherNanos += found->second.publisherNanos;
            }
        const Money earned = wholeOf(counts);
        const auto shown = static_cast<std::int64_t>(counts.wins);
        const Money cpm{shown == 0 ? 0 : earned.micros * 1000 / shown};
        list.push_back(json::object{{"publisher_id", publisher.id},
                                    {"total_revenue", restAmount(earned)},
                                    {"impressions_count", counts.wins},
                                    {"average_cpm", restAmount(cpm)},
                                    {"period_start", base::toIso(from)},
                                    {"period_end", base::toIso(snapshot->now)}});
    }
    return answer(list);
}

HttpResponse recordImpression(Services& services, const std::string& impressionId)
{
    const auto now = services.clock.now();
    const auto shown = recordDisplay(services, impressionId);
    if (!shown) {
        if (shown.error().code == "DATA_NOT_FOUND")
            return refusal(404, "DATA_NOT_FOUND", "Impression not found", now);
        return refusal(shown.error(), now);
    }
    return answer(json::object{{"status", "recorded"}, {"impression_id", impressionId}});
}

HttpResponse impressionByPath(Services& services, const ServiceCall& call)
{
    return recordImpression(services, call.ids[0]);
}

/// An impression with what its teller knows of the sale.
struct ToldSale
{
    std::string impressionId;
    std::optional<std::string> campaignId;
    std::optional<std::string> userId;
    std::optional<std::string> slotId;
    std::optional<Money> price;
};

ToldSale readToldSale(const json::value& body, std::vector<Error>& errors)
{
    ToldSale told;
    base::ObjectReader reader(body, "", errors);
    const auto text = [&](const char* key, std::optional<std::string>& out) {
        std::string value;
        if (reader.text(key, value))
            out = std::move(value);
    };
    reader.text("impression_id", told.impressionId, Need::Required);
    text("campaign_id", told.campaignId);
    text("user_id", told.userId);
    text("slot_id", told.slotId);
    Money price;
    if (reader.money("price", price))
        told.price = price;
    return told;
}

/// A field each that says something else than the sale. The price may be the winner's bid, which
/// an ad request is answered with, or the clearing price.
std::vector<Error> contradictions(const ToldSale& told, const AuctionRecord& sold)
{
    std::vector<Error> errors;
    const auto check = [&](bool agrees, const char* field) {
        if (!agrees)
            errors.push_back({"INVALID_FIELD", field, "contradicts the sale of this impression",
                              "send what the ad request was answered with, or leave it out"});
    };
    const BidRecord& winner = sold.bids.front();
    check(told.campaignId.value_or(winner.campaignId) == winner.campaignId, "campaign_id");
    check(told.userId.value_or(sold.userId) == sold.userId, "user_id");
    check(told.slotId.value_or(sold.slotId) == sold.slotId, "slot_id");
    const auto price = told.price ? restPrice(Price::perImpression(*told.price)) : json::value();
    check(price.is_null() || price == restPrice(winner.price) || price == restPrice(sold.price),
          "price");
    return errors;
}

HttpResponse impressionByBody(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto body = readBody(call);
    if (!body)
        return invalid({body.error()}, now);
    std::vector<Error> errors;
    const auto told = readToldSale(*body, errors);
    if (const auto auction = auctionNumber(told.impressionId); errors.empty() && auction)
        if (const auto sold = services.journal.auction(*auction); sold && sold->won)
            errors = contradictions(told, *sold);
    return errors.empty() ? recordImpression(services, told.impressionId) : invalid(errors, now);
}

constexpr std::string_view kAdRequest
    = R"({"slot_id":"banner_top_1","user_id":"user-1","device":{"type":"desktop","os":"Windows","browser":"Chrome","ip":"192.0.2.1"},"geo":{"country":"US","region":"CA","city":"San Francisco"},"publisher_id":"pub_001"})";

constexpr std::array kSspRoutes{
    Route{Service::Ssp,
          Method::Post,
          "/ad-request",
          adRequest,
          "Offers an impression of a slot to the market; 204 when nobody buys it.",
          "200 204 400 404 422 503",
          {},
          kAdRequest},
    Route{Service::Ssp, Method::Get, "/inventory", inventory, "The ad slots.", "200",
          "publisher_id"},
    Route{Service::Ssp, Method::Get, "/inventory/stats", inventoryStats, "Totals over all slots."},
    Route{Service::Ssp, Method::Get, "/revenue", revenue, "What each publisher earned.", "200 422",
          "publisher_id days"},
    Route{Service::Ssp, Method::Post, "/impression/{id}", impressionByPath,
          "Confirms that an ad was shown.", "200 404"},
    Route{
        Service::Ssp,
        Method::Post,
        "/impression",
        impressionByBody,
        "The same with the id in the body; what else it says must be what was sold.",
        "200 404 422",
        {},
        R"({"impression_id":"imp-1","campaign_id":"camp-001","user_id":"user-1","price":0.55,"slot_id":"banner_top_1"})"},
};

} // namespace

std::span<const Route> sspRoutes()
{
    return kSspRoutes;
}

} // namespace gavel::gateway
