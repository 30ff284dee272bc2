// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/campaign_json.h"

#include "engine/base/enum_name.h"
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/model/targeting_json.h"

namespace gavel::model {

namespace {

namespace json = boost::json;
using base::Need;
using base::ObjectReader;

/// Writes a text field unless it is empty.
void putText(json::object& out, std::string_view key, const std::string& text)
{
    if (!text.empty())
        out[key] = text;
}

json::value creativeValue(const Creative& creative)
{
    json::object out{{"id", creative.id}, {"format", base::nameOf(creative.format, kFormatNames)}};
    if (creative.width != 0 || creative.height != 0) {
        out["width"] = creative.width;
        out["height"] = creative.height;
    }
    putText(out, "title", creative.title);
    putText(out, "description", creative.description);
    putText(out, "image_url", creative.imageUrl);
    putText(out, "click_url", creative.clickUrl);
    putText(out, "category", creative.category);
    return out;
}

json::array adsValue(const std::vector<Ad>& ads)
{
    json::array out;
    for (const auto& ad : ads) {
        json::array creatives;
        for (const auto& creative : ad.creatives)
            creatives.push_back(creativeValue(creative));
        json::object value{{"id", ad.id}};
        putText(value, "name", ad.name);
        value["creatives"] = std::move(creatives);
        out.push_back(std::move(value));
    }
    return out;
}

json::array capsValue(const std::vector<FrequencyCap>& caps)
{
    json::array out;
    for (const auto& cap : caps)
        out.push_back({{"scope", base::nameOf(cap.scope, kCapScopeNames)},
                       {"window", base::nameOf(cap.window, kCapWindowNames)},
                       {"limit", cap.limit}});
    return out;
}

json::object billingValue(const Billing& billing)
{
    json::object out{{"model", base::nameOf(billing.model, kBillingNames)}};
    if (billing.perClick != Money{})
        out["per_click"] = base::toString(billing.perClick);
    if (billing.perConversion != Money{})
        out["per_conversion"] = base::toString(billing.perConversion);
    if (billing.perDay != Money{})
        out["per_day"] = base::toString(billing.perDay);
    return out;
}

json::object flightValue(const Campaign& campaign)
{
    json::object out;
    if (campaign.flightStart != TimeMs{})
        out["start"] = base::toIso(campaign.flightStart);
    if (campaign.flightEnd != kOpenEnd)
        out["end"] = base::toIso(campaign.flightEnd);
    return out;
}

Creative readCreative(const json::value& value, const std::string& path, std::vector<Error>& errors)
{
    ObjectReader reader(value, path, errors);
    Creative creative;
    reader.text("id", creative.id, Need::Required);
    reader.choice("format", creative.format, kFormatNames);
    reader.integer("width", creative.width, 0, 65'535);
    reader.integer("height", creative.height, 0, 65'535);
    reader.text("title", creative.title);
    reader.text("description", creative.description);
    reader.text("image_url", creative.imageUrl);
    reader.text("click_url", creative.clickUrl);
    reader.text("category", creative.category);
    reader.refuseUnknown();
    return creative;
}

Ad readAd(const json::value& value, const std::string& path, std::vector<Error>& errors)
{
    ObjectReader reader(value, path, errors);
    Ad ad;
    reader.text("id", ad.id, Need::Required);
    reader.text("name", ad.name);
    reader.each("creatives", [&](const json::value& element, const std::string& place) {
        ad.creatives.push_back(readCreative(element, place, errors));
    });
    reader.refuseUnknown();
    return ad;
}

FrequencyCap readCap(const json::value& value, const std::string& path, std::vector<Error>& errors)
{
    ObjectReader reader(value, path, errors);
    FrequencyCap cap;
    reader.choice("scope", cap.scope, kCapScopeNames);
    reader.choice("window", cap.window, kCapWindowNames);
    reader.integer<std::uint16_t>("limit", cap.limit, 0, 65'535, Need::Required);
    reader.refuseUnknown();
    return cap;
}

void readBudgetAndFlight(ObjectReader& reader, Campaign& campaign)
{
    reader.object("budget", [&](ObjectReader& budget) {
        budget.money("total", campaign.budgetTotal);
        budget.money("day", campaign.budgetDay);
        budget.money("hour", campaign.budgetHour);
        budget.refuseUnknown();
    });
    reader.object("flight", [&](ObjectReader& flight) {
        flight.time("start", campaign.flightStart);
        flight.time("end", campaign.flightEnd);
        flight.refuseUnknown();
    });
}

void readPacingAndBilling(ObjectReader& reader, Campaign& campaign)
{
    if (reader.find("pacing") == nullptr && campaign.strategy.kind == StrategyKind::Contract)
        campaign.pacing = PacingPolicy::Asap;
    reader.choice("pacing", campaign.pacing, kPacingPolicyNames);
    reader.choice("delivery", campaign.delivery, kDeliveryPromiseNames);
    reader.object("billing", [&](ObjectReader& billing) {
        billing.choice("model", campaign.billing.model, kBillingNames);
        billing.money("per_click", campaign.billing.perClick);
        billing.money("per_conversion", campaign.billing.perConversion);
        billing.money("per_day", campaign.billing.perDay);
        billing.refuseUnknown();
    });
}

/// In this form a word that targeting does not know is a misspelling: it must not widen the
/// audience in silence.
void readTargeting(ObjectReader& reader, Campaign& campaign)
{
    const auto* value = reader.find("targeting");
    if (value == nullptr)
        return;
    std::vector<std::string> unknown;
    campaign.targeting
        = targetingFromValue(*value, reader.pathOf("targeting"), reader.errors(), unknown);
    for (auto& path : unknown)
        reader.errors().push_back({"UNKNOWN_FIELD", std::move(path), "this is nothing to target by",
                                   "check its spelling, or put it below \"other\" to keep it"});
}

Campaign readFields(ObjectReader& reader)
{
    Campaign campaign;
    auto& errors = reader.errors();
    reader.text("id", campaign.id, Need::Required);
    reader.text("name", campaign.name, Need::Required);
    reader.text("advertiser_id", campaign.advertiserId, Need::Required);
    reader.text("advertiser_name", campaign.advertiserName);
    reader.text("seat_id", campaign.seatId);
    reader.choice("status", campaign.status, kCampaignStatusNames);
    reader.currency("currency", campaign.currency);
    readBudgetAndFlight(reader, campaign);
    reader.text("time_zone", campaign.timeZone);
    reader.text("round_cron", campaign.roundCron);
    readTargeting(reader, campaign);
    if (const auto* strategy = reader.find("strategy"))
        campaign.strategy = strategyFromValue(*strategy, reader.pathOf("strategy"), errors);
    readPacingAndBilling(reader, campaign);
    reader.each("caps", [&](const json::value& value, const std::string& path) {
        campaign.caps.push_back(readCap(value, path, errors));
    });
    reader.each("ads", [&](const json::value& value, const std::string& path) {
        campaign.ads.push_back(readAd(value, path, errors));
    });
    reader.text("creative_json", campaign.creativeJson);
    reader.time("created_at", campaign.createdAt);
    reader.time("updated_at", campaign.updatedAt);
    reader.integer<std::uint64_t>("version", campaign.version, 0, UINT64_MAX);
    reader.refuseUnknown();
    return campaign;
}

} // namespace

json::value toValue(const Campaign& campaign)
{
    json::object out{
        {"id", campaign.id}, {"name", campaign.name}, {"advertiser_id", campaign.advertiserId}};
    putText(out, "advertiser_name", campaign.advertiserName);
    putText(out, "seat_id", campaign.seatId);
    out["status"] = base::nameOf(campaign.status, kCampaignStatusNames);
    out["currency"] = campaign.currency.view();
    json::object budget{{"total", base::toString(campaign.budgetTotal)}};
    if (campaign.budgetDay != Money{})
        budget["day"] = base::toString(campaign.budgetDay);
    if (campaign.budgetHour != Money{})
        budget["hour"] = base::toString(campaign.budgetHour);
    out["budget"] = std::move(budget);
    if (auto flight = flightValue(campaign); !flight.empty())
        out["flight"] = std::move(flight);
    out["time_zone"] = campaign.timeZone;
    putText(out, "round_cron", campaign.roundCron);
    if (campaign.targeting != Targeting{})
        out["targeting"] = toValue(campaign.targeting);
    out["strategy"] = toValue(campaign.strategy);
    out["pacing"] = base::nameOf(campaign.pacing, kPacingPolicyNames);
    if (campaign.delivery != DeliveryPromise::Standard)
        out["delivery"] = base::nameOf(campaign.delivery, kDeliveryPromiseNames);
    if (campaign.billing != Billing{})
        out["billing"] = billingValue(campaign.billing);
    if (!campaign.caps.empty())
        out["caps"] = capsValue(campaign.caps);
    if (!campaign.ads.empty())
        out["ads"] = adsValue(campaign.ads);
    putText(out, "creative_json", campaign.creativeJson);
    if (campaign.createdAt != TimeMs{})
        out["created_at"] = base::toIso(campaign.createdAt);
    if (campaign.updatedAt != TimeMs{})
        out["updated_at"] = base::toIso(campaign.updatedAt);
    if (campaign.version != 0)
        out["version"] = campaign.version;
    return out;
}

Campaign campaignFromValue(const json::value& value, std::string_view path,
                           std::vector<Error>& errors)
{
    const auto before = errors.size();
    ObjectReader reader(value, std::string(path), errors);
    if (!reader.isObject())
        return {};
    Campaign campaign = readFields(reader);
    // The rules speak of whole campaigns: they would only repeat what could not be read.
    if (errors.size() != before)
        return campaign;
    for (auto& broken : validate(campaign)) {
        broken.where = reader.pathOf(broken.where);
        errors.push_back(std::move(broken));
    }
    return campaign;
}

std::string toJson(const Campaign& campaign)
{
    return base::jsonText(toValue(campaign));
}

Result<Campaign> campaignFromJson(std::string_view text, std::string_view where)
{
    return base::readDocument(text, where,
                              [](const json::value& value, std::vector<Error>& errors) {
                                  return campaignFromValue(value, "", errors);
                              });
}

Result<Campaign> draftFromJson(std::string_view text, std::string_view where)
{
    return base::readDocument(text, where,
                              [](const json::value& value, std::vector<Error>& errors) {
                                  ObjectReader reader(value, "", errors);
                                  return reader.isObject() ? readFields(reader) : Campaign();
                              });
}

} // namespace gavel::model
