// SPDX-License-Identifier: GPL-3.0-or-later
// Both sides of the quota protocol as routes: those of the market, and those of an ad server.
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/gateway/adservers/ad_server_client.h"
#include "engine/gateway/adservers/market_messages.h"
#include "engine/gateway/adservers/quota_messages.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/remote/remote_client.h"
#include "engine/gateway/rest/services.h"
#include "engine/simulation/replay/event_line.h"

#include <array>

namespace gavel::gateway {

namespace {

namespace json = boost::json;

constexpr std::size_t kMostEvents = 5'000;

HttpResponse failed(Services& services, const Error& error)
{
    return refusal(error, services.clock.now());
}

// the market's side

HttpResponse joinMarket(Services& services, const ServiceCall& call)
{
    const auto body = readBody(call);
    if (!body)
        return invalid({body.error()}, services.clock.now());
    std::vector<Error> errors;
    base::ObjectReader reader(*body, "", errors);
    runtime::JoinRequest request;
    if (reader.isObject()) {
        reader.text("name", request.name, base::Need::Required);
        reader.text("address", request.address, base::Need::Required);
        reader.refuseUnknown();
        if (errors.empty() && !isRemoteAddress(request.address))
            reader.fail("address", "is not an address", "write http://host:port, without a path");
    }
    if (!errors.empty())
        return invalid(errors, services.clock.now());
    const auto joined = services.engine.adServers().join(request);
    if (!joined)
        return failed(services, joined.error());
    return answer(membershipValue(*joined));
}

json::object viewOf(const runtime::AdServerView& view)
{
    json::object value{{"key", view.key},
                       {"name", view.name},
                       {"address", view.address},
                       {"source", view.source},
                       {"joined_at", base::toIso(view.joinedAt)},
                       {"answering", view.answering},
                       {"events", view.committed},
                       {"latency_ms", view.latencyMs},
                       {"load", view.load},
                       {"grants", answersValue(view.answers)}};
    if (view.heardAt != TimeMs{})
        value["heard_at"] = base::toIso(view.heardAt);
    if (view.lastReport != TimeMs{})
        value["last_report"] = base::toIso(view.lastReport);
    if (!view.problem.empty())
        value["problem"] = view.problem;
    return value;
}

HttpResponse listServers(Services& services, const ServiceCall&)
{
    json::array list;
    for (const runtime::AdServerView& view : services.engine.adServers().list())
        list.push_back(viewOf(view));
    return answer(list);
}

HttpResponse giveMarket(Services& services, const ServiceCall& call)
{
    const std::string since(call.parameter("since").value_or("0"));
    const auto part
        = services.engine.adServers().market(call.ids[0], std::strtoull(since.c_str(), nullptr, 10),
                                             std::string(call.parameter("after").value_or("")));
    if (!part)
        return failed(services, part.error());
    return answer(marketValue(*part));
}

HttpResponse takeEvents(Services& services, const ServiceCall& call)
{
    std::vector<store::StoredEvent> events;
    for (std::string_view rest = call.body; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        auto event = simulation::parseEventLine(line);
        if (!event) {
            Error error = event.error();
            error.where = "line " + std::to_string(events.size() + 1) + " " + error.where;
            return invalid({error}, services.clock.now());
        }
        if (!events.empty() && event->sequence <= events.back().sequence)
            return invalid({{"INVALID_REQUEST", "line " + std::to_string(events.size() + 1),
                             "its sequence does not count up", "send events in order"}},
                           services.clock.now());
        events.push_back(std::move(*event));
        if (events.size() > kMostEvents)
            return invalid({{"INVALID_REQUEST", "events", "are more than 5000",
                             "send them in several requests"}},
                           services.clock.now());
    }
    runtime::AdServerDesk& desk = services.engine.adServers();
    const auto committed = desk.store(call.ids[0], events);
    if (!committed)
        return failed(services, committed.error());
    return answer(
        json::object{{"committed", *committed}, {"market_version", desk.marketVersion()}});
}

HttpResponse takeReport(Services& services, const ServiceCall& call)
{
    auto part = reportFrom(call.body, *services.engine.vocabulary());
    if (!part)
        return invalid({part.error()}, services.clock.now());
    model::QuotaReport report;
    const std::size_t next = part->next;
    const double load = part->load;
    {
        const std::lock_guard lock(services.reportsMutex);
        if (part->first == 0) // a report whose rest never came is forgotten
            services.reports.erase(call.ids[0]);
        append(services.reports[call.ids[0]], std::move(*part));
        if (next == 0)
            report = std::move(services.reports.extract(call.ids[0]).mapped());
        else if (services.reports.size() > 1'000) // of servers that never sent the rest
            services.reports.clear();
    }
    if (next == 0)
        if (const auto taken
            = services.engine.adServers().report(call.ids[0], std::move(report), load);
            !taken)
            return failed(services, taken.error());
    return answer(json::object{{"next", next}});
}

HttpResponse leaveMarket(Services& services, const ServiceCall& call)
{
    if (const auto left = services.engine.adServers().leave(call.ids[0]); !left)
        return failed(services, left.error());
    return answer(json::object{{"message", "left"}});
}

// the ad server's side

HttpResponse takeGrants(Services& services, const ServiceCall& call)
{
    AdServerClient* const client = services.adServer;
    if (client == nullptr)
        return refusal(409, "NOT_JOINED", "This process is no ad server of another market",
                       services.clock.now());
    const auto answers = client->take(call.body);
    if (!answers)
        return failed(services, answers.error());
    return answer(answersValue(*answers));
}

HttpResponse tellReport(Services& services, const ServiceCall& call)
{
    AdServerClient* const client = services.adServer;
    if (client == nullptr)
        return refusal(409, "NOT_JOINED", "This process is no ad server of another market",
                       services.clock.now());
    if (call.parameter("key").value_or("") != client->key())
        return refusal(409, "GRANT_FOREIGN", "This ad server has joined under another key",
                       services.clock.now());
    const auto first = queryNumber(call, "first", 0, 0, SIZE_MAX);
    if (!first)
        return invalid({first.error()}, services.clock.now());
    const auto report = services.engine.joined().reportNow();
    if (!report)
        return failed(services, report.error());
    return answer(reportValue(*report, *first, kReportedAtOnce, *services.engine.vocabulary()));
}

constexpr std::string_view kReportExample
    = R"({"at_ms":1774000800000,"last_sequence":12,"fee_nanos":100,"load":0.2,"campaigns":[{"campaign":"camp-001","applied_epoch":1,"applied_version":3,"bound_nanos":5000,"spent_nanos":1000,"cleared_nanos":1000,"publisher_nanos":900,"bids":4,"wins":1}],"publishers":[{"publisher":"pub-1","earned_nanos":900}]})";
constexpr std::string_view kGrantsExample
    = R"({"key":"17-1774000800000","server":17,"acts_at_ms":1774000860000,"market_version":1,"grants":[{"campaign":"camp-001","window_start_ms":1774000860000,"window_end_ms":1774000920000,"epoch":1,"version":4,"limit_nanos":5000000,"not_after_ms":1774000980000,"bid_factor_ppm":1000000}]})";

constexpr std::array kAdServerRoutes{
    Route{Service::AdManagement,
          Method::Post,
          "/adservers",
          joinMarket,
          "An ad server joins the live market: it gets a key and a source in the event log.",
          "200 400 422",
          {},
          R"({"name":"tokyo-1","address":"http://127.0.0.1:8011"})"},
    Route{Service::AdManagement, Method::Get, "/adservers", listServers,
          "Ad servers of other processes, and how each does."},
    Route{Service::AdManagement, Method::Get, "/adservers/{key}/market", giveMarket,
          "A page of what the market consists of, or of what changed since a version.", "200 404",
          "since after"},
    Route{Service::AdManagement,
          Method::Post,
          "/adservers/{key}/events",
          takeEvents,
          "Delivery events, one a line; each is stored once. Tells how far the log is durable.",
          "200 404 422",
          {},
          R"({"source":1,"sequence":1,"kind":"requests","at":"2026-03-20T00:00:00Z","amount":1})"},
    Route{Service::AdManagement,
          Method::Post,
          "/adservers/{key}/report",
          takeReport,
          "What the ad server did up to a round's boundary.",
          "200 404 422",
          {},
          kReportExample},
    Route{Service::AdManagement, Method::Delete, "/adservers/{key}", leaveMarket,
          "The ad server leaves; what it did not spend comes back.", "200 404"},
    Route{Service::Exchange,
          Method::Post,
          "/quota/grants",
          takeGrants,
          "Grants for this ad server.",
          "200 400 409",
          {},
          kGrantsExample},
    Route{Service::Exchange, Method::Get, "/quota/report", tellReport,
          "What this ad server has done up to now.", "200 400 409 422", "key first"},
};

} // namespace

std::span<const Route> adServerRoutes()
{
    return kAdServerRoutes;
}

} // namespace gavel::gateway
