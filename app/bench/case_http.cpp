// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/http_load.h"
#include "engine/gateway/gateway.h"
#include "engine/runtime/engine.h"

#include <filesystem>
#include <unistd.h>

namespace gavel::bench {

BenchResult benchHttp();

namespace {

/// A market that keeps its events in a file, so that every answered win is durable.
struct Market
{
    std::filesystem::path file;
    std::unique_ptr<runtime::Engine> engine;
    std::unique_ptr<gateway::Gateway> gateway;

    ~Market()
    {
        gateway.reset();
        engine.reset();
        for (const auto* end : {"", "-wal", "-shm", "-lock"})
            std::filesystem::remove(file.string() + end);
    }
};

/// One that buys everything, so that every answer is a win to be stored.
model::Campaign buyer()
{
    model::Creative creative;
    creative.id = "bench-728x90";
    creative.width = 728;
    creative.height = 90;
    creative.title = "Bench";
    model::Campaign campaign;
    campaign.id = "bench";
    campaign.name = "Bench";
    campaign.advertiserId = "bench";
    campaign.seatId = "dsp-001";
    campaign.status = model::CampaignStatus::Active;
    campaign.budgetTotal = Money::units(1'000'000'000);
    campaign.pacing = model::PacingPolicy::Asap;
    campaign.strategy.kind = model::StrategyKind::FixedCpm;
    campaign.strategy.cpm = Price::cpm(Money::units(1'000)); // above the demonstration's floors
    campaign.ads = {{"bench", "Bench", {creative}}};
    return campaign;
}

Result<void> start(Market& market)
{
    market.file = std::filesystem::temp_directory_path()
        / ("gavel-bench-" + std::to_string(getpid()) + ".gavel");
    runtime::EngineOptions options;
    options.workspace = market.file;
    options.scenarioFolder = GAVEL_SCENARIO_DIR;
    options.threads = 1;
    auto engine = runtime::Engine::open(options);
    if (!engine)
        return engine.error();
    market.engine = std::move(*engine);
    if (auto live = market.engine->goLive(); !live)
        return live.error();
    if (const auto report = market.engine->publish({buyer()}, {}); !report.errors.empty())
        return report.errors.front();
    gateway::GatewayOptions wanted;
    wanted.server.ports = {0, 0, 0, 0, 0};
    wanted.server.mostRequests = 100'000'000;
    auto gateway = gateway::Gateway::start(*market.engine, wanted);
    if (!gateway)
        return gateway.error();
    market.gateway = std::move(*gateway);
    return {};
}

} // namespace

/// OpenRTB auctions over loopback from a generator on the same machine. Open loop: each request has
/// the moment at which it was meant to be sent, and its latency counts from there. First at the
/// wanted rate, then at half of it.
BenchResult benchHttp()
{
    constexpr double kRate = 15'000;
    BenchResult result;
    result.name = "http";
    Market market;
    if (const auto started = start(market); !started) {
        result.extra.emplace_back("error", base::toString(started.error()));
        return result;
    }
    HttpLoad load;
    load.port = market.gateway->ports()[3];
    load.connections = 64;
    load.seconds = 2;
    load.perSecond = kRate / 4;
    runHttpLoad(load); // warms up
    load.seconds = 8;
    load.perSecond = kRate;
    const auto full = runHttpLoad(load);
    load.perSecond = kRate / 2;
    const auto half = runHttpLoad(load);
    result.work = full.answered;
    result.seconds = full.seconds;
    result.p50Micros = static_cast<double>(half.latencyMicros.percentile(0.5));
    result.p99Micros = static_cast<double>(half.latencyMicros.percentile(0.99));
    result.extra.emplace_back("full_p99_us",
                              rounded(static_cast<double>(full.latencyMicros.percentile(0.99))));
    result.extra.emplace_back("half_rate",
                              rounded(static_cast<double>(half.answered) / half.seconds));
    result.extra.emplace_back("sold", std::to_string(full.sold));
    result.extra.emplace_back("failed", std::to_string(full.failed + half.failed));
    if (full.sold < full.answered / 100 * 99)
        result.extra.emplace_back("error", "not nearly every answered auction was sold");
    return result;
}

} // namespace gavel::bench
