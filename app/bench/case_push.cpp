// SPDX-License-Identifier: GPL-3.0-or-later
// Events pushed over HTTP: one a request, many a request, and far more than can be stored.
#include "app/bench/bench_case.h"
#include "app/bench/http_load.h"
#include "app/bench/outside_events.h"
#include "engine/gateway/collector/collector.h"

#include <chrono>
#include <cmath>
#include <thread>

namespace gavel::bench {

BenchResult benchPush();
BenchResult benchPushBatches();
BenchResult benchOverload();

namespace {

using namespace std::chrono_literals;

constexpr double kSteady = 16'700; // events a second: a million a minute
constexpr double kOverload = 5;

struct PushBed
{
    PushBed()
    {
        gateway::ServerOptions options;
        options.ports = {0};
        options.mostRequests = 100'000'000;
        collector = must(gateway::Collector::start(bed.engine(), options));
    }
    /// At a rate of events, so many to a request.
    HttpLoadResult push(double perSecond, double seconds, std::size_t events,
                        std::size_t connections)
    {
        HttpLoad load;
        load.port = collector->port();
        load.connections = connections;
        load.perSecond = perSecond / static_cast<double>(events);
        load.seconds = seconds;
        load.request = [&](std::uint64_t) { return request(events); };
        return runHttpLoad(load);
    }
    std::string request(std::size_t events)
    {
        std::string body(events > 1 ? "[" : "");
        for (std::size_t i = 0; i < events; ++i)
            body.append(i > 0 ? "," : "").append(outsideEvent(next++, kBenchCampaigns, kBenchDay));
        body.append(events > 1 ? "]" : "");
        std::string text = events > 1 ? "POST /api/v1/events/batch" : "POST /api/v1/events/ad";
        return text
            .append(" HTTP/1.1\r\nHost: 127.0.0.1:8085\r\nContent-Type: application/json\r\n"
                    "Content-Length: ")
            .append(std::to_string(body.size()))
            .append("\r\n\r\n")
            .append(body);
    }

    PipelineBed bed;
    std::unique_ptr<gateway::Collector> collector;
    std::uint64_t next = 0; ///< event
};

BenchResult pushed(const char* name, double perSecond, std::size_t events)
{
    PushBed bed;
    const auto sent = bed.push(perSecond, 6, events, events > 1 ? 16 : 256);
    bed.bed.waitForCount(sent.answered * events);
    BenchResult result;
    result.name = name;
    result.work = sent.answered * events;
    result.seconds = sent.seconds;
    result.p50Micros = static_cast<double>(sent.latencyMicros.percentile(0.5));
    result.p99Micros = static_cast<double>(sent.latencyMicros.percentile(0.99));
    result.extra = {{"wanted_per_s", std::to_string(std::llround(perSecond))},
                    {"events_a_request", std::to_string(events)},
                    {"failed", std::to_string(sent.failed)}};
    return result;
}

} // namespace

BenchResult benchPush()
{
    return pushed("push", 15'000, 1);
}

BenchResult benchPushBatches()
{
    return pushed("push-batches", 150'000, 500);
}

/// Five times a million a minute for ten seconds, over so many connections that more comes than may
/// wait. Then how long until nothing waits, and how a million a minute does after that.
BenchResult benchOverload()
{
    constexpr std::size_t kEvents = 100; // a request
    constexpr double kSeconds = 10;
    PushBed bed;
    const std::int64_t began = base::monotonicNanos();
    const auto over = bed.push(kOverload * kSteady, kSeconds, kEvents, 1'000);
    const auto waits = [&] {
        const auto status = bed.bed.engine().pipeline().status();
        std::uint64_t backlog = 0;
        for (const auto& stage : status.stages)
            backlog += stage.backlog;
        return backlog > 0;
    };
    while (waits())
        std::this_thread::sleep_for(1ms);
    const double whole = static_cast<double>(base::monotonicNanos() - began) * 1e-9;
    const auto after = bed.push(kSteady, 5, kEvents, 64);
    const std::uint64_t acknowledged = (over.answered + after.answered) * kEvents;
    const auto stored = bed.bed.engine().pipeline().status().sinceStart;
    BenchResult result;
    result.name = "overload";
    result.work = over.answered * kEvents;
    result.seconds = over.seconds;
    result.p50Micros = static_cast<double>(after.latencyMicros.percentile(0.5));
    result.p99Micros = static_cast<double>(after.latencyMicros.percentile(0.99));
    result.extra
        = {{"refused", std::to_string(over.refused * kEvents)},
           {"failed", std::to_string(over.failed + after.failed + after.refused)},
           {"lost", std::to_string(static_cast<std::int64_t>(acknowledged - stored.stored))},
           {"missing", std::to_string(stored.missing())},
           {"recovered_ms", std::to_string(std::llround(std::max(0.0, whole - kSeconds) * 1000))}};
    return result;
}

} // namespace gavel::bench
