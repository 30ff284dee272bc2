// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"
#include "engine/dmp/audience.h"
#include "engine/gateway/http/api_description.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/rest/rest_campaign.h"
#include "engine/gateway/rest/services.h"
#include "engine/runtime/fault_desk.h"
#include "engine/runtime/pipeline_desk.h"
#include "engine/runtime/watch_desk.h"
#include "engine/ssp/inventory.h"

#include <algorithm>
#include <array>
#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

namespace gavel::gateway {

namespace {

namespace json = boost::json;
using prometheus::MetricFamily;
using prometheus::MetricType;

constexpr std::string_view kVersion = "0.1.0";

/// What the contract's health check of each service tells of itself.
void addServiceDetails(Services& services, Service service, json::object& details)
{
    if (service == Service::AdManagement) {
        const auto snapshot = services.engine.freshSnapshot();
        Money budget;
        Money spent;
        std::size_t active = 0;
        for (const auto& view : snapshot->campaigns) {
            budget += view.budgetTotal;
            spent += view.spent;
            active += view.status == model::CampaignStatus::Active ? 1 : 0;
        }
        details["campaigns_count"] = services.engine.campaigns().size();
        details["active_campaigns"] = active;
        details["total_budget"] = restAmount(budget);
        details["total_spent"] = restAmount(spent);
        details["fallback_mode"] = false;
    } else if (service == Service::Dmp) {
        const auto audience = services.engine.audience();
        details["total_profiles"] = audience->profileCount();
        details["total_events"] = audience->eventCount();
        details["segments"] = audience->segmentCount();
    } else if (service == Service::Ssp) {
        details["total_slots"] = services.engine.inventory().placements().size();
    } else {
        const auto setup = services.engine.setup();
        details["seats"] = setup ? setup->seats.size() : 0;
    }
}

/// Whom a service asks when it answers.
std::span<const Service> dependenciesOf(Service service)
{
    static constexpr std::array kOfDsp{Service::Dmp, Service::AdManagement};
    static constexpr std::array kOfSsp{Service::Exchange};
    static constexpr std::array kOfExchange{Service::Dsp, Service::Dmp};
    switch (service) {
    case Service::Dsp:
        return kOfDsp;
    case Service::Ssp:
        return kOfSsp;
    case Service::Exchange:
        return kOfExchange;
    default:
        return {};
    }
}

/// Whether a service of this process can do its work now.
bool worksHere(Services& services, Service service)
{
    if (!services.engine.storeHealth().problem.empty())
        return false;
    return service == Service::Dmp ? services.engine.audience() != nullptr
                                   : services.engine.setup() != nullptr;
}

bool isHealthy(Services& services, Service service)
{
    return services.remotes.has(service) ? services.remotes.isHealthy(service)
                                         : worksHere(services, service);
}

json::object dependencies(Services& services, Service service)
{
    json::object all;
    for (const auto other : dependenciesOf(service))
        all[kServiceNames[static_cast<std::size_t>(other)]] = services.remotes.has(other)
            ? services.remotes.health(other)
            : json::object{{"status", worksHere(services, other) ? "healthy" : "unhealthy"},
                           {"address", "in-process"},
                           {"checked_at", base::toIso(services.clock.now())}};
    return all;
}

std::string_view healthOf(Services& services, Service service)
{
    if (!services.engine.storeHealth().problem.empty())
        return "degraded";
    if (service == Service::Ssp && services.engine.inventory().placements().empty())
        return "unhealthy";
    for (const auto other : dependenciesOf(service))
        if (!isHealthy(services, other))
            return "degraded";
    return services.engine.setup() ? "healthy" : "degraded";
}

HttpResponse health(Services& services, const ServiceCall& call)
{
    json::object details;
    addServiceDetails(services, call.service, details);
    const auto store = services.engine.storeHealth();
    if (auto asked = dependencies(services, call.service); !asked.empty())
        details["dependencies"] = std::move(asked);
    details["open_faults"] = services.engine.faults().view()->open;
    details["database"] = !store.kept ? "memory" : store.problem.empty() ? "connected" : "failed";
    return answer(json::object{{"status", healthOf(services, call.service)},
                               {"timestamp", base::toIso(services.clock.now())},
                               {"version", kVersion},
                               {"service", kServiceNames[static_cast<std::size_t>(call.service)]},
                               {"details", std::move(details)}});
}

HttpResponse live(Services& services, const ServiceCall&)
{
    return answer(
        json::object{{"status", "alive"}, {"timestamp", base::toIso(services.clock.now())}});
}

HttpResponse ready(Services& services, const ServiceCall&)
{
    const bool takesTraffic = services.ready && services.engine.setup() != nullptr
        && !services.engine.freshSnapshot()->paused
        && services.engine.storeHealth().problem.empty();
    if (!takesTraffic)
        return refusal(503, "SERVICE_UNAVAILABLE", "The market takes no traffic now",
                       services.clock.now());
    return answer(
        json::object{{"status", "ready"}, {"timestamp", base::toIso(services.clock.now())}});
}

HttpResponse detailed(Services& services, const ServiceCall& call)
{
    const auto snapshot = services.engine.freshSnapshot();
    const auto store = services.engine.storeHealth();
    json::object details;
    addServiceDetails(services, call.service, details);
    details["dependencies"] = dependencies(services, call.service);
    details["market"] = json::object{
        {"scenario", snapshot->scenario},
        {"paused", snapshot->paused},
        {"shards", snapshot->shards},
        {"auctions", snapshot->total.auctions},
        {"auctions_per_second", snapshot->auctionsPerSecond},
        {"auction_p99_micros", snapshot->auctionP99Micros},
    };
    details["store"] = json::object{{"kept", store.kept},
                                    {"file", store.file},
                                    {"problem", store.problem},
                                    {"events_stored", store.eventsStored},
                                    {"events_waiting", store.eventsWaiting}};
    json::array invariants;
    for (const auto& invariant : snapshot->invariants)
        invariants.push_back(json::object{{"number", invariant.number},
                                          {"name", invariant.name},
                                          {"checked", invariant.checked},
                                          {"broken", invariant.broken}});
    details["invariants"] = std::move(invariants);
    return answer(json::object{{"status", healthOf(services, call.service)},
                               {"timestamp", base::toIso(services.clock.now())},
                               {"version", kVersion},
                               {"details", std::move(details)}});
}

using Label = prometheus::ClientMetric::Label;

void addMetric(std::vector<MetricFamily>& families, const char* name, const char* help,
               MetricType type, double value, std::vector<Label> labels = {})
{
    if (families.empty() || families.back().name != name)
        families.push_back({name, help, type, {}});
    auto& metric = families.back().metric.emplace_back();
    metric.label = std::move(labels);
    (type == MetricType::Counter ? metric.counter.value : metric.gauge.value) = value;
}

void addMarketMetrics(const runtime::Snapshot& snapshot, std::vector<MetricFamily>& families)
{
    const auto counter = [&](const char* name, const char* help, auto value) {
        addMetric(families, name, help, MetricType::Counter, static_cast<double>(value));
    };
    counter("gavel_auctions_total", "Auctions run.", snapshot.total.auctions);
    counter("gavel_seat_requests_total", "Bid requests to seats.", snapshot.total.seatRequests);
    counter("gavel_bids_total", "Bids received in time.", snapshot.total.bids);
    counter("gavel_wins_total", "Auctions won.", snapshot.total.wins);
    counter("gavel_impressions_total", "Impressions shown.", snapshot.total.impressions);
    counter("gavel_clicks_total", "Clicks.", snapshot.total.clicks);
    counter("gavel_conversions_total", "Conversions.", snapshot.total.conversions);
    counter("gavel_cost_total", "Paid by advertisers, in currency units.",
            double(snapshot.total.cost.micros) / 1e6);
    counter("gavel_events_stored_total", "Durable delivery events.", snapshot.eventsStored);
    const std::array<std::pair<const char*, std::uint32_t>, 3> latencies{
        {{"0.5", snapshot.auctionP50Micros},
         {"0.95", snapshot.auctionP95Micros},
         {"0.99", snapshot.auctionP99Micros}}};
    for (const auto& [quantile, micros] : latencies)
        addMetric(families, "gavel_auction_seconds", "Length of an auction from visit to feedback.",
                  MetricType::Gauge, micros / 1e6, {{"quantile", quantile}});
    for (const auto& seat : snapshot.seats)
        addMetric(families, "gavel_seat_wins_total", "Auctions won by a seat.", MetricType::Counter,
                  static_cast<double>(seat.wins), {{"seat", seat.id}});
    for (const auto& invariant : snapshot.invariants)
        addMetric(families, "gavel_invariant_broken", "Broken invariants; must stay 0.",
                  MetricType::Gauge, static_cast<double>(invariant.broken),
                  {{"invariant", std::to_string(invariant.number)}});
}

/// By source: what came, and what became of it; and the alerts.
void addPipelineMetrics(const runtime::Engine& engine, std::vector<MetricFamily>& families)
{
    using runtime::Completeness;
    constexpr std::array<std::pair<const char*, std::uint64_t Completeness::*>, 5> kFates{
        {{"stored", &Completeness::stored},
         {"duplicate", &Completeness::duplicate},
         {"dead", &Completeness::dead},
         {"refused", &Completeness::refused},
         {"quarantined", &Completeness::quarantined}}};
    const auto sources = engine.pipeline().sources();
    for (const runtime::SourceView& source : sources)
        addMetric(families, "gavel_pipeline_received_total", "Events received since the start.",
                  MetricType::Counter, static_cast<double>(source.counts.received),
                  {{"source", source.name}});
    for (const runtime::SourceView& source : sources)
        for (const auto& [fate, count] : kFates)
            addMetric(families, "gavel_pipeline_events_total",
                      "What became of them; quarantined ones are among the stored.",
                      MetricType::Counter, static_cast<double>(source.counts.*count),
                      {{"source", source.name}, {"fate", fate}});
    const auto watch = engine.watch().view();
    const std::array<std::pair<const char*, std::size_t>, 3> alerts{
        {{"firing", watch->firing}, {"pending", watch->pending}, {"muted", watch->muted}}};
    for (const auto& [state, count] : alerts)
        addMetric(families, "gavel_alerts", "Alerts by state.", MetricType::Gauge,
                  static_cast<double>(count), {{"state", state}});
}

void addGatewayMetrics(const Services& services, std::vector<MetricFamily>& families)
{
    const auto& http = *services.http;
    constexpr std::array kClasses{"0xx", "1xx", "2xx", "3xx", "4xx", "5xx"};
    for (std::size_t i = 1; i < kClasses.size(); ++i)
        addMetric(families, "gavel_http_responses_total", "HTTP responses by class.",
                  MetricType::Counter, static_cast<double>(http.responses[i].load()),
                  {{"class", kClasses[i]}});
    addMetric(families, "gavel_http_connections", "Open connections.", MetricType::Gauge,
              static_cast<double>(http.connections.load()));
    addMetric(families, "gavel_http_misframed_total", "Requests refused by the framing filter.",
              MetricType::Counter, static_cast<double>(http.misframed.load()));
    addMetric(families, "gavel_http_timed_out_total", "Connections closed for waiting too long.",
              MetricType::Counter, static_cast<double>(http.timedOut.load()));
    addMetric(families, "gavel_openrtb_requests_total", "OpenRTB requests.", MetricType::Counter,
              static_cast<double>(services.openRtbRequests.load()));
    addMetric(families, "gavel_openrtb_invalid_total", "OpenRTB requests refused as invalid.",
              MetricType::Counter, static_cast<double>(services.openRtbInvalid.load()));
    addMetric(families, "gavel_openrtb_overload_total", "OpenRTB requests answered 503.",
              MetricType::Counter, static_cast<double>(services.openRtbOverload.load()));
}

HttpResponse metrics(Services& services, const ServiceCall&)
{
    std::vector<MetricFamily> families;
    addMarketMetrics(*services.engine.freshSnapshot(), families);
    addPipelineMetrics(services.engine, families);
    addGatewayMetrics(services, families);
    return {200,
            "text/plain; version=0.0.4; charset=utf-8",
            prometheus::TextSerializer().Serialize(families),
            0,
            {}};
}

HttpResponse openApi(Services& services, const ServiceCall& call)
{
    return {200, "application/json", openApiJson(*services.router, call.service), 0, {}};
}

HttpResponse documentation(Services& services, const ServiceCall& call)
{
    return {
        200, "text/html; charset=utf-8", documentationPage(*services.router, call.service), 0, {}};
}

constexpr std::array kOperationsRoutes{
    Route{Service::Every, Method::Get, "/health", health, "How the service does."},
    Route{Service::Every, Method::Get, "/health/live", live, "Whether the process answers."},
    Route{Service::Every, Method::Get, "/health/ready", ready, "Whether the market takes traffic.",
          "200 503"},
    Route{Service::Every, Method::Get, "/health/detailed", detailed,
          "Market, store and invariants."},
    Route{Service::Every, Method::Get, "/metrics", metrics,
          "Counters in the Prometheus text format."},
    Route{Service::Every, Method::Get, "/openapi.json", openApi, "This description for programs."},
    Route{Service::Every, Method::Get, "/docs", documentation, "This description for people."},
    Route{Service::Every, Method::Get, "/redoc", documentation, "The same."},
};

} // namespace

std::span<const Route> operationsRoutes()
{
    return kOperationsRoutes;
}

} // namespace gavel::gateway
