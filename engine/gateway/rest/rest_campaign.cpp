// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/rest_campaign.h"

#include "engine/base/iso_time.h"
#include "engine/base/json.h"

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <array>

namespace gavel::gateway {

namespace {

namespace json = boost::json;

constexpr std::int64_t kNanosOfFourthDecimal = 100'000;
constexpr std::size_t kLongestId = 64;
struct Size
{
    int width;
    int height;
};
/// Where the contract's creatives, which have no size of their own, are shown.
constexpr std::array<Size, 7> kSlotSizes{
    {{728, 90}, {300, 250}, {320, 50}, {970, 250}, {160, 600}, {300, 600}, {336, 280}}};

std::string textOf(const json::object& object, std::string_view key)
{
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

int pixelsOf(const json::object& object, std::string_view key)
{
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_int64() ? static_cast<int>(value->as_int64()) : 0;
}

json::object givenCreative(const model::Campaign& campaign)
{
    const auto given = base::parseJson(campaign.creativeJson, "creative");
    return given && given->is_object() ? given->as_object() : json::object{};
}

/// Beside the contract's one creative a banner of its own size, or of each size that slots have.
void showInSlots(model::Campaign& campaign)
{
    if (campaign.ads.empty() || campaign.ads.back().creatives.size() != 1)
        return;
    auto& creatives = campaign.ads.back().creatives;
    const auto given = givenCreative(campaign);
    const Size own{pixelsOf(given, "width"), pixelsOf(given, "height")};
    std::vector<Size> sizes(kSlotSizes.begin(), kSlotSizes.end());
    if (own.width > 0 && own.height > 0)
        sizes = {own};
    for (const Size size : sizes) {
        model::Creative banner = creatives.front();
        banner.id
            = (campaign.id + "-" + std::to_string(size.width) + "x" + std::to_string(size.height));
        if (banner.id.size() > kLongestId)
            banner.id.erase(0, banner.id.size() - kLongestId);
        banner.format = model::CreativeFormat::Banner;
        banner.width = size.width;
        banner.height = size.height;
        creatives.push_back(std::move(banner));
    }
}

} // namespace

json::value restAmount(Money amount)
{
    return base::amountNumber(amount);
}

json::value restPrice(Price price)
{
    const std::int64_t rounded
        = (price.nanos + kNanosOfFourthDecimal / 2) / kNanosOfFourthDecimal * kNanosOfFourthDecimal;
    return base::amountNumber(Money{rounded / 1000});
}

json::object restCreative(const model::Campaign& campaign)
{
    json::object creative = givenCreative(campaign);
    if (creative.empty() && !campaign.ads.empty() && !campaign.ads.front().creatives.empty()) {
        const auto& first = campaign.ads.front().creatives.front();
        creative["title"] = first.title;
        creative["description"] = first.description;
        creative["image_url"] = first.imageUrl;
        creative["click_url"] = first.clickUrl;
    }
    if (textOf(creative, "title").empty())
        creative["title"] = campaign.name;
    return creative;
}

json::object restCampaign(const model::Campaign& campaign, Money spent, model::TargetingForm form)
{
    auto shown = model::contractValue(campaign, spent, form).as_object();
    if (campaign.creativeJson.empty())
        shown["creative"] = restCreative(campaign);
    return shown;
}

json::object restCampaignStats(const runtime::CampaignView& view, TimeMs now)
{
    const auto ratio = [](std::uint64_t part, std::uint64_t whole) {
        return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    json::object stats{{"campaign_id", view.id},
                       {"impressions", view.impressions},
                       {"clicks", view.clicks},
                       {"conversions", view.conversions},
                       {"spend", restAmount(view.spent)},
                       {"revenue", restAmount(view.spent)},
                       {"ctr", ratio(view.clicks, view.impressions)},
                       {"updated_at", base::toIso(now)}};
    stats["cpc"] = view.clicks == 0
        ? json::value(0)
        : restAmount(Money{view.spent.micros / static_cast<std::int64_t>(view.clicks)});
    return stats;
}

model::ContractFields applyRestFields(const json::value& body, bool isNew,
                                      model::Campaign& campaign, std::vector<Error>& errors)
{
    auto fields = model::contractFields(body, errors);
    if (isNew) {
        model::needForCreation(fields, errors);
        if (!fields.creativeJson)
            fields.creativeJson = "{}";
    }
    if (!errors.empty())
        return fields;
    model::apply(fields, campaign);
    if (fields.creativeJson)
        showInSlots(campaign);
    return fields;
}

model::Campaign newRestCampaign(const std::string& seatId, Currency currency, TimeMs now)
{
    thread_local boost::uuids::random_generator uuids;
    model::Campaign campaign;
    campaign.id = boost::uuids::to_string(uuids());
    campaign.seatId = seatId;
    campaign.currency = currency;
    campaign.status = model::CampaignStatus::Draft;
    campaign.strategy.kind = model::StrategyKind::Contract;
    campaign.pacing = model::PacingPolicy::Asap;
    campaign.caps = {{model::CapScope::Campaign, model::CapWindow::Day, 5}};
    campaign.createdAt = now;
    campaign.updatedAt = now;
    return campaign;
}

} // namespace gavel::gateway
