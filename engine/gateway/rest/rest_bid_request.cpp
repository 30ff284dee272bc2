// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/rest_bid_request.h"

#include "engine/base/iso_time.h"
#include "engine/gateway/rest/rest_campaign.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace gavel::gateway {

namespace {

namespace json = boost::json;
using base::Need;
using base::ObjectReader;

constexpr int kMostPixels = 32'767;

struct DeviceType
{
    std::string_view name;
    int openRtb;
};
constexpr std::array<DeviceType, 3> kDeviceTypes{{{"mobile", 4}, {"desktop", 2}, {"tablet", 5}}};

/// Four groups of one to three digits, as the contract has it; no check of their range.
bool looksLikeIp(std::string_view text)
{
    int groups = 0;
    while (groups < 4) {
        std::size_t digits = 0;
        while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits])) != 0)
            ++digits;
        if (digits < 1 || digits > 3)
            return false;
        text.remove_prefix(digits);
        if (++groups < 4) {
            if (!text.starts_with('.'))
                return false;
            text.remove_prefix(1);
        }
    }
    return text.empty();
}

void readFloor(ObjectReader& reader, Price& floor)
{
    Money amount;
    if (reader.money("floor_price", amount))
        floor = Price::perImpression(amount);
}

RestSlot readSlot(ObjectReader& reader)
{
    RestSlot slot;
    reader.text("id", slot.id, Need::Required);
    reader.integer("width", slot.width, 1, kMostPixels, Need::Required);
    reader.integer("height", slot.height, 1, kMostPixels, Need::Required);
    reader.text("position", slot.position);
    readFloor(reader, slot.floor);
    return slot;
}

} // namespace

void readDeviceType(ObjectReader& reader, std::string_view key, std::string& type, Need need)
{
    if (!reader.text(key, type, need))
        return;
    std::ranges::transform(type, type.begin(), [](unsigned char c) { return std::tolower(c); });
    if (std::ranges::find(kDeviceTypes, type, &DeviceType::name) == kDeviceTypes.end())
        reader.fail(key, "must be mobile, desktop or tablet", "choose one of them");
}

RestDevice readRestDevice(const json::value& value, std::string path, std::vector<Error>& errors)
{
    RestDevice device;
    ObjectReader reader(value, std::move(path), errors);
    if (!reader.isObject())
        return device;
    readDeviceType(reader, "type", device.type, Need::Required);
    reader.text("os", device.os);
    reader.text("browser", device.browser);
    if (reader.text("ip", device.ip) && !looksLikeIp(device.ip))
        reader.fail("ip", "must be four groups of digits", "write an address such as 192.0.2.1");
    return device;
}

RestGeo readRestGeo(const json::value& value, std::string path, std::vector<Error>& errors)
{
    RestGeo geo;
    ObjectReader reader(value, std::move(path), errors);
    if (!reader.isObject())
        return geo;
    reader.text("country", geo.country);
    reader.text("region", geo.region);
    reader.text("city", geo.city);
    double degrees = 0;
    if (reader.number("latitude", degrees, -90, 90))
        geo.latitude = degrees;
    if (reader.number("longitude", degrees, -180, 180))
        geo.longitude = degrees;
    return geo;
}

RestBidRequest readRestBidRequest(const json::value& body, std::vector<Error>& errors)
{
    RestBidRequest request;
    ObjectReader reader(body, "", errors);
    if (!reader.isObject())
        return request;
    reader.text("id", request.id, Need::Required);
    if (reader.has("id") && request.id.empty())
        reader.fail("id", "must not be empty", "name the request");
    reader.text("user_id", request.userId, Need::Required);
    reader.text("publisher_id", request.publisherId);
    reader.object(
        "ad_slot", [&](ObjectReader& slot) { request.slot = readSlot(slot); }, Need::Required);
    if (const auto* device = reader.find("device", Need::Required))
        request.device = readRestDevice(*device, "device", errors);
    if (const auto* geo = reader.find("geo", Need::Required))
        request.geo = readRestGeo(*geo, "geo", errors);
    TimeMs at;
    reader.time("timestamp", at);
    return request;
}

json::object restSlot(const RestSlot& slot)
{
    return {{"id", slot.id},
            {"width", slot.width},
            {"height", slot.height},
            {"position", slot.position},
            {"floor_price", restPrice(slot.floor)}};
}

json::object restBidRequest(const RestBidRequest& request, TimeMs at)
{
    json::object geo{{"country", request.geo.country},
                     {"region", request.geo.region},
                     {"city", request.geo.city}};
    if (request.geo.latitude && request.geo.longitude) {
        geo["latitude"] = *request.geo.latitude;
        geo["longitude"] = *request.geo.longitude;
    }
    return {{"id", request.id},
            {"user_id", request.userId},
            {"ad_slot", restSlot(request.slot)},
            {"device",
             json::object{{"type", request.device.type},
                          {"os", request.device.os},
                          {"browser", request.device.browser},
                          // who does not say where it calls from is nobody's address
                          {"ip", request.device.ip.empty() ? "0.0.0.0" : request.device.ip}}},
            {"geo", std::move(geo)},
            {"timestamp", base::toIso(at)}};
}

openrtb::BidRequest toOpenRtb(const RestBidRequest& request)
{
    openrtb::BidRequest out;
    out.id = request.id;
    auto& impression = out.impressions.emplace_back();
    impression.id = "1";
    impression.tagId = request.slot.id;
    impression.floor = request.slot.floor;
    auto& banner = impression.banner.emplace();
    banner.width = request.slot.width;
    banner.height = request.slot.height;
    if (!request.publisherId.empty())
        out.property.emplace().publisher.emplace().id = request.publisherId;
    auto& device = out.device.emplace();
    const auto type = std::ranges::find(kDeviceTypes, request.device.type, &DeviceType::name);
    device.type = type == kDeviceTypes.end() ? 0 : type->openRtb;
    device.os = request.device.os;
    device.userAgent = request.device.browser;
    device.ip = request.device.ip;
    auto& geo = device.geo.emplace();
    geo.country = request.geo.country;
    geo.region = request.geo.region;
    geo.city = request.geo.city;
    geo.latitude = request.geo.latitude;
    geo.longitude = request.geo.longitude;
    auto& user = out.user.emplace();
    user.id = request.userId;
    if (request.profile) {
        for (const auto& interest : request.profile->interests)
            user.keywords.emplace_back(interest);
        for (const auto& segment : request.profile->segments)
            user.segments.emplace_back().id = segment;
    }
    return out;
}

} // namespace gavel::gateway
