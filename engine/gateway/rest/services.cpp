// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/services.h"

#include "engine/base/json.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/rest/rest_campaign.h"

#include <charconv>

namespace gavel::gateway {

Result<boost::json::value> readBody(const ServiceCall& call)
{
    return base::parseJson(call.body, "body");
}

HttpResponse campaignNotFound(Services& services)
{
    return refusal(404, "CAMPAIGN_NOT_FOUND", "Campaign not found", services.clock.now());
}

Money spentBy(Services& services, const std::string& id)
{
    const auto view = services.engine.campaignView(id);
    return view ? view->spent : Money{};
}

HttpResponse campaignStats(Services& services, const ServiceCall& call)
{
    const auto view = services.engine.campaignView(call.ids[0]);
    return view ? answer(restCampaignStats(*view, services.clock.now()))
                : campaignNotFound(services);
}

Result<std::size_t> queryNumber(const ServiceCall& call, std::string_view name,
                                std::size_t fallback, std::size_t least, std::size_t most)
{
    const auto text = call.parameter(name);
    if (!text)
        return fallback;
    std::size_t value = 0;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), value);
    if (read.ec != std::errc{} || read.ptr != text->data() + text->size() || value < least
        || value > most)
        return Error{"INVALID_REQUEST", std::string(name),
                     "\"" + std::string(text->substr(0, 40)) + "\" is not a number from "
                         + std::to_string(least) + " to " + std::to_string(most),
                     "write digits only"};
    return value;
}

} // namespace gavel::gateway
