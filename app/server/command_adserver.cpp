// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands.h"
#include "engine/gateway/adservers/ad_server_client.h"
#include "engine/gateway/gateway.h"
#include "engine/gateway/remote/remote_client.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <spdlog/spdlog.h>
#include <unistd.h>

namespace gavel::server {

namespace {

struct WantedAdServer
{
    std::string workspace;
    std::string center;
    std::string name;
    std::string address;
    std::uint16_t port = 8011;
    gateway::GatewayOptions gateway;
};

std::string hostName()
{
    char text[65] = {};
    gethostname(text, sizeof text - 1);
    return text;
}

int run(WantedAdServer wanted)
{
    const sigset_t signals = blockEndSignals();
    runtime::EngineOptions options;
    options.workspace = wanted.workspace;
    options.scenarioFolder = scenarioFolder();
    options.threads = 1;
    auto engine = runtime::Engine::open(options);
    if (!engine)
        return cannot(engine.error());
    wanted.gateway.server.ports = {wanted.port};
    wanted.gateway.offered = {gateway::Service::Exchange};
    auto gateway = gateway::Gateway::start(**engine, wanted.gateway);
    if (!gateway)
        return cannot(gateway.error());
    const std::uint16_t port = (*gateway)->ports().front();
    gateway::AdServerClient::Plan plan;
    plan.center = wanted.center;
    plan.address = wanted.address.empty()
        ? "http://" + wanted.gateway.server.bind + ":" + std::to_string(port)
        : wanted.address;
    plan.name = wanted.name.empty() ? hostName() + "-" + std::to_string(port) : wanted.name;
    plan.say = [](const std::string& said) { spdlog::info(said); };
    auto client = std::make_unique<gateway::AdServerClient>(std::move(plan), **engine);
    (*gateway)->setAdServer(client.get());
    if (const auto started = client->start(); !started) {
        gateway->reset();
        return cannot(started.error());
    }
    spdlog::info("auctions on http://{}:{}/openrtb2/auction; end with Ctrl+C",
                 wanted.gateway.server.bind, port);
    waitForEnd(signals);
    spdlog::info("stopping");
    client->stop();
    gateway->reset();
    return kDone;
}

} // namespace

void addAdServer(CLI::App& app, int& exitCode)
{
    auto wanted = std::make_shared<WantedAdServer>();
    auto& server = wanted->gateway.server;
    auto* command = app.add_subcommand(
        "adserver", "Run auctions for a market that another process keeps, with its quota.");
    command
        ->add_option("WORKSPACE", wanted->workspace, "file that keeps events until they are told")
        ->required();
    command->add_option("--join", wanted->center, "the market's ad management: http://host:8001")
        ->required()
        ->check([](const std::string& text) {
            return gateway::isRemoteAddress(text) ? std::string()
                                                  : "write http://host:port, without a path";
        });
    command->add_option("--name", wanted->name, "for people; else host and port");
    command->add_option("--bind", server.bind, "address to listen on")
        ->check(CLI::ValidIPV4)
        ->capture_default_str();
    command->add_option("--port", wanted->port, "of OpenRTB, grants, metrics and health")
        ->capture_default_str();
    command
        ->add_option("--address", wanted->address,
                     "where the market reaches it, http://host:port; else bind and port")
        ->check([](const std::string& text) {
            return gateway::isRemoteAddress(text) ? std::string()
                                                  : "write http://host:port, without a path";
        });
    command->add_option("--http-threads", server.threads, "threads that serve connections")
        ->check(CLI::Range(1, 64));
    command->add_option("--allow-host", server.hosts,
                        "a name that requests may have in Host and Origin");
    command->callback([wanted, &exitCode] { exitCode = run(*wanted); });
}

} // namespace gavel::server
