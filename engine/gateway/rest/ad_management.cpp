// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/rest/rest_campaign.h"
#include "engine/gateway/rest/services.h"

#include <algorithm>
#include <array>

namespace gavel::gateway {

namespace {

namespace json = boost::json;
using model::CampaignStatus;
using model::TargetingForm;

constexpr std::size_t kMostListed = 1'000;

/// What publish or a reading of fields found: 400 with the contract's words, or 422 with every
/// field.
HttpResponse refuseFields(const std::vector<Error>& errors, TimeMs now)
{
    for (const Error& error : errors)
        if (error.code == "INVALID_TARGETING" || error.code == "INVALID_CREATIVE")
            return refusal(error, now);
    return invalid(errors, now);
}

json::object shown(Services& services, const model::Campaign& campaign)
{
    return restCampaign(campaign, spentBy(services, campaign.id), TargetingForm::Management);
}

HttpResponse createCampaign(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto body = readBody(call);
    if (!body)
        return invalid({body.error()}, now);
    const auto setup = services.engine.setup();
    auto campaign
        = newRestCampaign(services.desk.ownSeat(), setup ? setup->currency : Currency{}, now);
    std::vector<Error> errors;
    applyRestFields(*body, true, campaign, errors);
    campaign.status = CampaignStatus::Draft;
    if (!errors.empty())
        return refuseFields(errors, now);
    const auto oneStep = services.engine.holdCampaigns();
    if (services.engine.campaign(campaign.id))
        return invalid({{"INVALID_FIELD", "id", "\"" + campaign.id + "\" is taken",
                         "leave it out, or change that campaign by PUT"}},
                       now);
    const auto report = services.engine.publish({campaign}, {});
    if (!report.errors.empty())
        return refuseFields(report.errors, now);
    return answer(shown(services, campaign));
}

bool isListed(const model::Campaign& campaign, const ServiceCall& call)
{
    const auto advertiser = call.parameter("advertiser_id");
    const auto status = call.parameter("status");
    return (!advertiser || campaign.advertiserId == *advertiser)
        && (!status
            || model::kCampaignStatusNames[static_cast<std::size_t>(campaign.status)] == *status);
}

HttpResponse listCampaigns(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto limit = queryNumber(call, "limit", 100, 1, kMostListed);
    const auto offset = queryNumber(call, "offset", 0, 0, SIZE_MAX);
    if (!limit || !offset)
        return invalid({limit ? offset.error() : limit.error()}, now);
    json::array list;
    std::size_t place = 0;
    for (const auto& campaign : services.engine.campaigns()) {
        if (!isListed(campaign, call) || place++ < *offset)
            continue;
        if (list.size() == *limit)
            break;
        list.push_back(shown(services, campaign));
    }
    return answer(list);
}

HttpResponse getCampaign(Services& services, const ServiceCall& call)
{
    const auto campaign = services.engine.campaign(call.ids[0]);
    return campaign ? answer(shown(services, *campaign)) : campaignNotFound(services);
}

HttpResponse changeCampaign(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto oneStep = services.engine.holdCampaigns();
    auto campaign = services.engine.campaign(call.ids[0]);
    if (!campaign)
        return campaignNotFound(services);
    const auto body = readBody(call);
    if (!body)
        return invalid({body.error()}, now);
    std::vector<Error> errors;
    applyRestFields(*body, false, *campaign, errors);
    if (!errors.empty())
        return refuseFields(errors, now);
    if (campaign->budgetTotal < spentBy(services, campaign->id))
        return refusal(400, "INVALID_REQUEST", "Budget cannot be less than already spent amount",
                       now);
    campaign->updatedAt = now;
    const auto report = services.engine.publish({*campaign}, {});
    if (!report.errors.empty())
        return refusal(report.errors.front(), now);
    return answer(shown(services, *campaign));
}

HttpResponse deleteCampaign(Services& services, const ServiceCall& call)
{
    const auto oneStep = services.engine.holdCampaigns();
    if (!services.engine.campaign(call.ids[0]))
        return campaignNotFound(services);
    const auto report = services.engine.publish({}, {call.ids[0]});
    if (!report.errors.empty())
        return refusal(report.errors.front(), services.clock.now());
    return answer(json::object{{"message", "Campaign deleted successfully"}});
}

HttpResponse recordSpend(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto body = readBody(call);
    if (!body)
        return invalid({body.error()}, now);
    std::vector<Error> errors;
    const auto* amount = body->is_object() ? body->as_object().if_contains("amount") : nullptr;
    if (amount == nullptr || !(amount->is_number() || amount->is_string()))
        return invalid(
            {{"INVALID_REQUEST", "amount", "is required", "write a number such as 12.5"}}, now);
    const auto micros = base::amount(*amount, 6, "amount");
    if (!micros)
        return invalid({micros.error()}, now);
    if (*micros <= 0)
        return refusal(400, "INVALID_REQUEST", "Spend amount must be positive", now);
    const auto oneStep = services.engine.holdCampaigns();
    if (!services.engine.campaign(call.ids[0]))
        return campaignNotFound(services);
    const auto recorded = services.engine.recordSpend(call.ids[0], Money{*micros});
    if (recorded)
        return answer(json::object{{"message", "Campaign spend updated successfully"}});
    if (recorded.error().code == "BUDGET_EXCEEDED")
        return refusal(400, "BUDGET_EXCEEDED", "Spend amount would exceed campaign budget", now);
    return refusal(recorded.error(), now);
}

double shareOf(Money part, Money whole)
{
    return whole.micros <= 0 ? 0
                             : static_cast<double>(part.micros) / static_cast<double>(whole.micros);
}

HttpResponse budgetStatus(Services& services, const ServiceCall& call)
{
    constexpr double kWarning = 0.7;
    constexpr double kCritical = 0.9;
    const auto view = services.engine.campaignView(call.ids[0]);
    if (!view)
        return campaignNotFound(services);
    const double used = shareOf(view->spent, view->budgetTotal);
    const char* status = used >= kCritical ? "critical" : used >= kWarning ? "warning" : "healthy";
    return answer(json::object{{"campaign_id", view->id},
                               {"total_budget", restAmount(view->budgetTotal)},
                               {"spent", restAmount(view->spent)},
                               {"remaining", restAmount(view->budgetTotal - view->spent)},
                               {"utilization_rate", used},
                               {"status", status}});
}

HttpResponse validateTargeting(Services& services, const ServiceCall& call)
{
    const auto campaign = services.engine.campaign(call.ids[0]);
    if (!campaign)
        return campaignNotFound(services);
    return answer(json::object{
        {"campaign_id", campaign->id},
        {"targeting_valid", model::validate(*campaign).empty()},
        {"targeting_criteria", model::toValue(campaign->targeting, TargetingForm::Management)}});
}

HttpResponse summary(Services& services, const ServiceCall&)
{
    std::array<std::size_t, model::kCampaignStatusNames.size()> counts{};
    Money budget;
    Money spent;
    for (const auto& campaign : services.engine.campaigns()) {
        ++counts[static_cast<std::size_t>(campaign.status)];
        budget += campaign.budgetTotal;
        spent += spentBy(services, campaign.id);
    }
    json::object body;
    std::size_t total = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        body[std::string(model::kCampaignStatusNames[i]) + "_campaigns"] = counts[i];
        total += counts[i];
    }
    body["total_campaigns"] = total;
    body["total_budget"] = restAmount(budget);
    body["total_spent"] = restAmount(spent);
    body["remaining_budget"] = restAmount(budget - spent);
    body["budget_utilization"] = shareOf(spent, budget);
    return answer(body);
}

constexpr std::string_view kNewCampaign
    = R"({"name":"Spring sale","advertiser_id":"advertiser_001","budget":10000.0,"targeting":{"age_range":{"min_age":18,"max_age":35},"interests":["technology","shopping"]},"creative":{"title":"Spring sale","description":"Everything 20 % off"}})";

constexpr std::array kAdManagementRoutes{
    Route{Service::AdManagement,
          Method::Post,
          "/campaigns",
          createCampaign,
          "Creates a campaign as a draft; an id that is taken is refused.",
          "200 400 422",
          {},
          kNewCampaign},
    Route{Service::AdManagement, Method::Get, "/campaigns", listCampaigns, "Lists campaigns.",
          "200 422", "advertiser_id status limit offset"},
    Route{Service::AdManagement, Method::Get, "/campaigns/{id}", getCampaign, "One campaign.",
          "200 404"},
    Route{Service::AdManagement,
          Method::Put,
          "/campaigns/{id}",
          changeCampaign,
          "Changes name, budget, targeting, creative or status.",
          "200 400 404 422",
          {},
          R"({"budget":12000,"status":"active"})"},
    Route{Service::AdManagement, Method::Delete, "/campaigns/{id}", deleteCampaign,
          "Removes a campaign.", "200 404"},
    Route{Service::AdManagement, Method::Get, "/campaigns/{id}/stats", campaignStats,
          "Impressions, clicks, conversions and spend.", "200 404"},
    Route{Service::AdManagement,
          Method::Post,
          "/campaigns/{id}/spend",
          recordSpend,
          "Adds to what the campaign has spent outside the auctions.",
          "200 400 404 422",
          {},
          R"({"amount":12.5})"},
    Route{Service::AdManagement, Method::Get, "/campaigns/{id}/budget-status", budgetStatus,
          "How much of the budget is used.", "200 404"},
    Route{Service::AdManagement, Method::Post, "/campaigns/{id}/validate-targeting",
          validateTargeting, "Whether the campaign's targeting keeps every rule.", "200 404"},
    Route{Service::AdManagement, Method::Get, "/stats/summary", summary,
          "Totals over all campaigns."},
};

} // namespace

std::span<const Route> adManagementRoutes()
{
    return kAdManagementRoutes;
}

} // namespace gavel::gateway
