// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/contract_json.h"

#include "engine/base/enum_name.h"
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/model/checks.h"

#include <algorithm>
#include <array>

namespace gavel::model {

namespace {

namespace json = boost::json;
using base::ObjectReader;

constexpr std::string_view kContractAd = "contract";

/// One error in the contract's words; the advice says what was wrong first.
Error summary(std::string code, std::string field, std::string what, const Error& first)
{
    return {std::move(code), std::move(field), std::move(what), base::toString(first)};
}

void readTargeting(ObjectReader& reader, ContractFields& fields)
{
    const auto* value = reader.find("targeting");
    if (value == nullptr)
        return;
    std::vector<Error> found;
    auto targeting = targetingFromValue(*value, "targeting", found, fields.unknownTargeting);
    if (found.empty())
        validate(targeting, "targeting", found);
    if (found.empty())
        fields.targeting = std::move(targeting);
    else
        reader.errors().push_back(summary("INVALID_TARGETING", "targeting",
                                          "Invalid targeting criteria format", found.front()));
}

/// The texts of a creative object that have a meaning here; other keys are free.
Creative creativeOf(ObjectReader& reader)
{
    Creative creative;
    creative.format = CreativeFormat::Text;
    reader.text("title", creative.title);
    reader.text("description", creative.description);
    reader.text("image_url", creative.imageUrl);
    reader.text("click_url", creative.clickUrl);
    return creative;
}

void readCreative(ObjectReader& reader, ContractFields& fields)
{
    const auto* value = reader.find("creative");
    if (value == nullptr)
        return;
    std::vector<Error> found;
    ObjectReader object(*value, "creative", found);
    const auto creative = creativeOf(object);
    Checks checks(found);
    checks.text(creative.title, 0, 100, "creative.title");
    checks.text(creative.description, 0, 500, "creative.description");
    checks.url(creative.imageUrl, "creative.image_url");
    checks.url(creative.clickUrl, "creative.click_url");
    if (found.empty())
        fields.creativeJson = base::jsonText(*value);
    else
        reader.errors().push_back(summary("INVALID_CREATIVE", "creative",
                                          "Invalid creative content format", found.front()));
}

template<typename T, typename Read>
void readInto(std::optional<T>& out, Read read)
{
    T value{};
    if (read(value))
        out = std::move(value);
}

void readId(ObjectReader& reader, std::string_view key, std::optional<std::string>& out)
{
    readInto(out, [&](std::string& text) {
        if (!reader.text(key, text))
            return false;
        Checks(reader.errors()).id(text, reader.pathOf(key));
        return true;
    });
}

Ad adOf(const std::string& campaignId, const std::string& creativeJson)
{
    Ad ad;
    ad.id = kContractAd;
    const auto object = base::parseJson(creativeJson, "");
    if (!object)
        return ad;
    std::vector<Error> ignored; // its shape was checked when it was read
    ObjectReader reader(*object, "creative", ignored);
    Creative creative = creativeOf(reader);
    creative.id = (campaignId + "-creative").substr(0, 64);
    ad.name = creative.title;
    ad.creatives.push_back(std::move(creative));
    return ad;
}

json::value objectOf(const std::string& text)
{
    if (text.empty())
        return json::object();
    const auto value = base::parseJson(text, "");
    return value ? *value : json::value(json::object());
}

void addBeyondContract(const Campaign& campaign, json::object& out)
{
    if (campaign.budgetDay != Money{})
        out["daily_budget"] = base::amountNumber(campaign.budgetDay);
    if (campaign.budgetHour != Money{})
        out["hourly_budget"] = base::amountNumber(campaign.budgetHour);
    if (campaign.pacing != PacingPolicy::Asap)
        out["pacing"] = base::nameOf(campaign.pacing, kPacingPolicyNames);
    if (campaign.delivery != DeliveryPromise::Standard)
        out["delivery"] = base::nameOf(campaign.delivery, kDeliveryPromiseNames);
    if (campaign.billing != Billing{})
        out["billing"]
            = json::object{{"model", base::nameOf(campaign.billing.model, kBillingNames)},
                           {"per_click", base::amountNumber(campaign.billing.perClick)},
                           {"per_conversion", base::amountNumber(campaign.billing.perConversion)},
                           {"per_day", base::amountNumber(campaign.billing.perDay)}};
}

void readBilling(ObjectReader& reader, ContractFields& fields)
{
    reader.object("billing", [&](ObjectReader& billing) {
        Billing& told = fields.billing.emplace();
        billing.choice("model", told.model, kBillingNames);
        billing.money("per_click", told.perClick);
        billing.money("per_conversion", told.perConversion);
        billing.money("per_day", told.perDay);
    });
}

void readBeyondContract(ObjectReader& reader, ContractFields& fields)
{
    readInto(fields.budgetDay, [&](Money& money) { return reader.money("daily_budget", money); });
    readInto(fields.budgetHour, [&](Money& money) { return reader.money("hourly_budget", money); });
    readInto(fields.pacing, [&](PacingPolicy& policy) {
        return reader.choice("pacing", policy, kPacingPolicyNames);
    });
    readInto(fields.delivery, [&](DeliveryPromise& kind) {
        return reader.choice("delivery", kind, kDeliveryPromiseNames);
    });
    readBilling(reader, fields);
}

} // namespace

json::value contractValue(const Campaign& campaign, Money spent, TargetingForm form)
{
    json::object out{{"id", campaign.id},
                     {"name", campaign.name},
                     {"advertiser_id", campaign.advertiserId},
                     {"budget", base::amountNumber(campaign.budgetTotal)},
                     {"spent", base::amountNumber(spent)},
                     {"targeting", toValue(campaign.targeting, form)},
                     {"creative", objectOf(campaign.creativeJson)},
                     {"status", base::nameOf(campaign.status, kCampaignStatusNames)},
                     {"created_at", base::toIso(campaign.createdAt)},
                     {"updated_at", base::toIso(campaign.updatedAt)}};
    addBeyondContract(campaign, out);
    return out;
}

ContractFields contractFields(const json::value& body, std::vector<Error>& errors)
{
    ContractFields fields;
    ObjectReader reader(body, "", errors);
    if (!reader.isObject())
        return fields;
    readId(reader, "id", fields.id);
    readId(reader, "advertiser_id", fields.advertiserId);
    readInto(fields.name, [&](std::string& name) {
        if (!reader.text("name", name))
            return false;
        Checks(errors).text(name, 1, 255, "name");
        return true;
    });
    readInto(fields.budget, [&](Money& money) { return reader.money("budget", money); });
    readInto(fields.spent, [&](Money& money) { return reader.money("spent", money); });
    readInto(fields.status, [&](CampaignStatus& status) {
        return reader.choice("status", status, kCampaignStatusNames);
    });
    readBeyondContract(reader, fields);
    readTargeting(reader, fields);
    readCreative(reader, fields);
    if (fields.spent && fields.budget && *fields.spent > *fields.budget)
        reader.fail("spent", "more is spent than the budget", "write at most the budget");
    return fields;
}

void needForCreation(const ContractFields& fields, std::vector<Error>& errors)
{
    const std::array<std::pair<bool, std::string_view>, 3> needed{{
        {fields.name.has_value(), "name"},
        {fields.advertiserId.has_value(), "advertiser_id"},
        {fields.budget.has_value(), "budget"},
    }};
    for (const auto& [there, key] : needed) {
        const auto told = [&, field = key](const Error& error) { return error.where == field; };
        if (!there && std::none_of(errors.begin(), errors.end(), told))
            errors.push_back({"MISSING_FIELD", std::string(key), "this field is needed", "add it"});
    }
}

void apply(const ContractFields& fields, Campaign& campaign)
{
    campaign.id = fields.id.value_or(campaign.id);
    campaign.name = fields.name.value_or(campaign.name);
    campaign.advertiserId = fields.advertiserId.value_or(campaign.advertiserId);
    campaign.budgetTotal = fields.budget.value_or(campaign.budgetTotal);
    campaign.status = fields.status.value_or(campaign.status);
    campaign.budgetDay = fields.budgetDay.value_or(campaign.budgetDay);
    campaign.budgetHour = fields.budgetHour.value_or(campaign.budgetHour);
    campaign.pacing = fields.pacing.value_or(campaign.pacing);
    campaign.delivery = fields.delivery.value_or(campaign.delivery);
    campaign.billing = fields.billing.value_or(campaign.billing);
    if (fields.targeting)
        campaign.targeting = *fields.targeting;
    if (!fields.creativeJson)
        return;
    campaign.creativeJson = *fields.creativeJson;
    std::erase_if(campaign.ads, [](const Ad& ad) { return ad.id == kContractAd; });
    campaign.ads.push_back(adOf(campaign.id, *fields.creativeJson));
}

} // namespace gavel::model
