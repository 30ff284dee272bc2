// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands.h"
#include "engine/gateway/collector/address_poller.h"
#include "engine/gateway/collector/collector.h"
#include "engine/gateway/distribution/distribution.h"
#include "engine/gateway/gateway.h"
#include "engine/gateway/http/router.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <spdlog/spdlog.h>

namespace gavel::server {

namespace {

struct WantedServe
{
    std::string workspace;
    std::string scenario;
    std::optional<std::uint64_t> seed;
    double speed = 1;
    unsigned marketThreads = 0;
    gateway::GatewayOptions gateway;
    std::uint16_t collectorPort = 8085;
};

Result<void> startMarket(runtime::Engine& engine, const WantedServe& wanted)
{
    if (wanted.scenario.empty())
        return engine.goLive();
    runtime::ScenarioRequest request;
    request.scenario = wanted.scenario;
    request.seed = wanted.seed;
    request.speed = wanted.speed;
    return engine.loadScenario(request);
}

int serve(const WantedServe& wanted)
{
    const sigset_t signals = blockEndSignals();
    runtime::EngineOptions options;
    options.workspace = wanted.workspace;
    options.scenarioFolder = scenarioFolder();
    options.threads = wanted.marketThreads;
    auto engine = runtime::Engine::open(options);
    if (!engine)
        return cannot(engine.error());
    if (const auto started = startMarket(**engine, wanted); !started)
        return cannot(started.error());
    auto gateway = gateway::Gateway::start(**engine, wanted.gateway);
    if (!gateway)
        return cannot(gateway.error());
    for (std::size_t i = 0; i < (*gateway)->ports().size(); ++i)
        spdlog::info("{} on http://{}:{}", gateway::kServiceNames[i], wanted.gateway.server.bind,
                     (*gateway)->ports()[i]);
    gateway::ServerOptions collecting = wanted.gateway.server;
    collecting.ports = {wanted.collectorPort};
    auto collector = gateway::Collector::start(**engine, collecting);
    if (!collector)
        return cannot(collector.error());
    spdlog::info("event collector on http://{}:{}", wanted.gateway.server.bind,
                 (*collector)->port());
    const base::SystemClock clock;
    std::optional<gateway::Distribution> distribution(std::in_place, (*engine)->deliveries(),
                                                      clock);
    std::optional<gateway::AddressPoller> poller((*engine)->polls());
    spdlog::info("{}; end with Ctrl+C",
                 wanted.workspace.empty() ? "nothing is kept" : wanted.workspace);
    waitForEnd(signals);
    spdlog::info("stopping");
    poller.reset();
    distribution.reset();
    collector->reset();
    gateway->reset();
    engine->reset();
    return kDone;
}

} // namespace

void addServe(CLI::App& app, int& exitCode)
{
    auto wanted = std::make_shared<WantedServe>();
    auto& server = wanted->gateway.server;
    server.ports = {8001, 8002, 8003, 8004, 8005};
    auto* command
        = app.add_subcommand("serve", "Serve the five services, OpenRTB and metrics over HTTP.");
    command->add_option("WORKSPACE", wanted->workspace,
                        "file that keeps everything; none: nothing is kept");
    command->add_option("--scenario", wanted->scenario,
                        "run this scenario beside the real traffic");
    command->add_option("--seed", wanted->seed, "of the scenario")->check(seedRange());
    command->add_option("--speed", wanted->speed, "of the scenario; 0 is as fast as possible")
        ->check(CLI::Range(0.0, 1000.0));
    command->add_option("--bind", server.bind, "address to listen on")
        ->check(CLI::ValidIPV4)
        ->capture_default_str();
    command
        ->add_option("--ports", server.ports,
                     "five, in the order ad management, DSP, SSP, exchange, DMP")
        ->delimiter(',')
        ->expected(1, 5)
        ->capture_default_str();
    command->add_option("--collector-port", wanted->collectorPort, "where events are pushed")
        ->capture_default_str();
    command->add_option("--http-threads", server.threads, "threads that serve connections")
        ->check(CLI::Range(1, 64));
    command->add_option("--market-threads", wanted->marketThreads,
                        "threads that run auctions; 0 = all cores but one");
    command
        ->add_option_function<std::vector<std::string>>(
            "--remote",
            [wanted](const std::vector<std::string>& remotes) {
                for (const auto& text : remotes) {
                    auto remote = gateway::parseRemote(text);
                    if (!remote)
                        throw CLI::ValidationError(toString(remote.error()));
                    auto& known = wanted->gateway.remotes;
                    std::erase_if(
                        known, [&](const auto& other) { return other.service == remote->service; });
                    known.push_back(std::move(*remote));
                }
            },
            "a service that another process plays: dmp=http://host:port or dsp=http://host:port")
        ->expected(1, 2)
        ->allow_extra_args(false);
    command->add_option("--allow-host", server.hosts,
                        "a name that requests may have in Host and Origin");
    command->callback([wanted, &exitCode] { exitCode = serve(*wanted); });
}

} // namespace gavel::server
