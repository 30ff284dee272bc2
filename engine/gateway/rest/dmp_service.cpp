// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/dmp/audience.h"
#include "engine/dmp/segment_rules.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/rest/services.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <array>

namespace gavel::gateway {

namespace {

namespace json = boost::json;

constexpr std::size_t kMostEvents = 10'000;
constexpr std::size_t kMostBatched = 1'000;

HttpResponse profile(Services& services, const ServiceCall& call)
{
    const auto found = services.engine.audience()->profile(call.ids[0]);
    if (!found)
        return refusal(404, "USER_NOT_FOUND", "User profile not found for user_id: " + call.ids[0],
                       services.clock.now());
    return {200, "application/json", dmp::toJson(*found), 0, {}};
}

HttpResponse changeProfile(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    if (const auto body = readBody(call); !body)
        return invalid({body.error()}, now);
    const auto change = dmp::profileChangeFromJson(call.body);
    if (!change)
        return refusal(change.error(), now);
    const auto merged = services.engine.audience()->merge(call.ids[0], *change);
    if (!merged)
        return refusal(merged.error(), now);
    return {200, "application/json", dmp::toJson(*merged), 0, {}};
}

/// One event in either form of the contract: {event_type, event_data} or a page view with its own
/// keys.
model::UserEvent eventFrom(const json::value& value, std::string path, const std::string& userId,
                           std::vector<Error>& errors)
{
    model::UserEvent event;
    event.userId = userId;
    base::ObjectReader reader(value, std::move(path), errors);
    if (!reader.isObject())
        return event;
    reader.text("event_type", event.type);
    reader.text("event_id", event.id);
    reader.time("timestamp", event.at);
    json::object data;
    for (const auto* key : {"event_data", "properties"})
        reader.object(key, [&](base::ObjectReader& told) {
            std::string text;
            told.text("category", text);
            told.text("device_type", text);
            for (const auto& [name, member] : value.at(key).as_object())
                data[name] = member;
        });
    std::string page;
    if (reader.text("page_url", page))
        data["page_url"] = page;
    event.dataJson = json::serialize(data);
    return event;
}

HttpResponse refuseEvent(const Error& error, TimeMs now)
{
    if (error.code == "MISSING_FIELD")
        return refusal(400, "INVALID_REQUEST", "Missing required field: " + error.where, now);
    return refusal(error, now);
}

HttpResponse recordEvents(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto body = readBody(call);
    if (!body)
        return invalid({body.error()}, now);
    std::vector<Error> errors;
    std::vector<model::UserEvent> events;
    const auto* list = body->is_object() ? body->as_object().if_contains("events") : nullptr;
    if (list == nullptr) {
        events.push_back(eventFrom(*body, "", call.ids[0], errors));
    } else {
        base::ObjectReader reader(*body, "", errors);
        reader.each("events", [&](const json::value& value, const std::string& path) {
            events.push_back(eventFrom(value, path, call.ids[0], errors));
        });
        if (errors.empty() && (events.empty() || events.size() > kMostBatched))
            reader.fail("events", "must hold 1 to 1000 events", "send them in several requests");
    }
    if (!errors.empty())
        return invalid(errors, now);
    for (const auto& event : events)
        if (const auto type = dmp::eventType(event.type); !type)
            return refuseEvent(type.error(), now);
    json::array ids;
    for (auto& event : events) {
        const auto recorded = services.engine.audience()->record(std::move(event));
        if (!recorded)
            return refuseEvent(recorded.error(), now);
        ids.push_back(json::string(*recorded));
    }
    json::object answered{{"message", "Event recorded successfully"}, {"event_id", ids.front()}};
    if (list != nullptr)
        answered["event_ids"] = std::move(ids);
    return answer(answered);
}

json::object restEvent(const model::UserEvent& event)
{
    boost::system::error_code ignored;
    auto data = json::parse(event.dataJson, ignored);
    return {{"event_id", event.id},
            {"user_id", event.userId},
            {"event_type", event.type},
            {"event_data", data.is_object() ? std::move(data) : json::value(json::object{})},
            {"timestamp", base::toIso(event.at)}};
}

HttpResponse events(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto limit = queryNumber(call, "limit", 100, 1, kMostEvents);
    if (!limit)
        return invalid({limit.error()}, now);
    const auto audience = services.engine.audience();
    const auto found = audience->events(call.ids[0], *limit);
    if (!found)
        return refusal(found.error(), now);
    const auto total = audience->eventCount(call.ids[0]);
    if (!total)
        return refusal(total.error(), now);
    json::array list;
    for (const auto& event : *found)
        list.push_back(restEvent(event));
    json::object body{{"user_id", call.ids[0]}, {"events", std::move(list)}};
    if (*total > 0 || audience->profile(call.ids[0]))
        body["total_events"] = *total;
    return answer(body);
}

json::array namesOf(const std::vector<std::string>& users)
{
    json::array names;
    for (const auto& user : users)
        names.push_back(json::string(user));
    return names;
}

HttpResponse segments(Services& services, const ServiceCall&)
{
    json::object body;
    for (const auto& [segment, users] : services.engine.audience()->segments())
        body[segment] = namesOf(users);
    return answer(body);
}

HttpResponse segment(Services& services, const ServiceCall& call)
{
    const auto users = services.engine.audience()->segment(call.ids[0]);
    if (!users)
        return refusal(404, "DATA_NOT_FOUND", "Segment not found: " + call.ids[0],
                       services.clock.now());
    return answer(json::object{
        {"segment_name", call.ids[0]}, {"users", namesOf(*users)}, {"count", users->size()}});
}

HttpResponse addToSegment(Services& services, const ServiceCall& call)
{
    const auto added = services.engine.audience()->addToSegment(call.ids[0], call.ids[1]);
    if (!added)
        return refusal(added.error(), services.clock.now());
    return answer(
        json::object{{"message", "User " + call.ids[1] + " added to segment " + call.ids[0]}});
}

HttpResponse removeFromSegment(Services& services, const ServiceCall& call)
{
    const auto removed = services.engine.audience()->removeFromSegment(call.ids[0], call.ids[1]);
    if (!removed)
        return refusal(removed.error(), services.clock.now());
    return answer(
        json::object{{"message", "User " + call.ids[1] + " removed from segment " + call.ids[0]}});
}

constexpr std::array kDmpRoutes{
    Route{Service::Dmp, Method::Get, "/user/{id}/profile", profile, "What is known of a user.",
          "200 404"},
    Route{Service::Dmp,
          Method::Put,
          "/user/{id}/profile",
          changeProfile,
          "Merges into the profile: demographics by key, lists united.",
          "200 400 422",
          {},
          R"({"demographics":{"age":30,"gender":"female"},"interests":["technology"]})"},
    Route{
        Service::Dmp,
        Method::Post,
        "/user/{id}/events",
        recordEvents,
        "Records what a user did.",
        "200 400 422",
        {},
        R"({"events":[{"event_type":"page_view","page_url":"https://example.com/products","timestamp":"2024-01-01T12:00:00Z"}]})"},
    Route{Service::Dmp, Method::Get, "/user/{id}/events", events, "A user's events, newest first.",
          "200 422", "limit"},
    Route{Service::Dmp, Method::Get, "/segments", segments, "Every segment with its users."},
    Route{Service::Dmp, Method::Get, "/segments/{name}", segment, "The users of one segment.",
          "200 404"},
    Route{Service::Dmp, Method::Post, "/segments/{name}/users/{uid}", addToSegment,
          "Adds a user; makes the segment when it is missing.", "200 400"},
    Route{Service::Dmp, Method::Delete, "/segments/{name}/users/{uid}", removeFromSegment,
          "Removes a user.", "200 404"},
};

} // namespace

std::span<const Route> dmpRoutes()
{
    return kDmpRoutes;
}

} // namespace gavel::gateway
