// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/gateway.h"
#include "engine/gateway/http/router.h"
#include "tests/integration/rest_client.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <string>

/// A gateway on a real workspace and the contract's demonstration market, with a client for each of
/// its ports.
class RestBed
{
public:
    bool start(gavel::gateway::GatewayOptions options = {})
    {
        gavel::runtime::EngineOptions wanted;
        wanted.workspace = file();
        wanted.scenarioFolder = GAVEL_SCENARIO_DIR;
        auto engine = gavel::runtime::Engine::open(wanted);
        if (!engine)
            return complain(engine.error());
        m_engine = std::move(*engine);
        if (const auto live = m_engine->goLive(); !live)
            return complain(live.error());
        return openGateway(std::move(options));
    }
    bool openGateway(gavel::gateway::GatewayOptions options = {})
    {
        if (options.server.ports.empty())
            options.server.ports = {0, 0, 0, 0, 0};
        auto gateway = gavel::gateway::Gateway::start(*m_engine, options);
        if (!gateway)
            return complain(gateway.error());
        m_gateway = std::move(*gateway);
        return true;
    }
    void closeGateway() { m_gateway.reset(); }
    void stop()
    {
        m_gateway.reset();
        m_engine.reset();
    }

    std::string file() const { return m_folder.filePath("rest.gavel").toStdString(); }
    gavel::runtime::Engine& engine() { return *m_engine; }
    const std::vector<std::uint16_t>& ports() const { return m_gateway->ports(); }
    std::string address(gavel::gateway::Service service) const
    {
        return "http://127.0.0.1:" + std::to_string(ports().at(static_cast<std::size_t>(service)));
    }
    RestClient client(gavel::gateway::Service service) const
    {
        return RestClient(ports().at(static_cast<std::size_t>(service)));
    }
    RestClient adManagement() const { return client(gavel::gateway::Service::AdManagement); }
    RestClient dsp() const { return client(gavel::gateway::Service::Dsp); }
    RestClient ssp() const { return client(gavel::gateway::Service::Ssp); }
    RestClient exchange() const { return client(gavel::gateway::Service::Exchange); }
    RestClient dmp() const { return client(gavel::gateway::Service::Dmp); }

private:
    static bool complain(const gavel::Error& error)
    {
        qWarning("%s", toString(error).c_str());
        return false;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<gavel::runtime::Engine> m_engine;
    std::unique_ptr<gavel::gateway::Gateway> m_gateway;
};

inline std::string bidRequest(const std::string& userId, const char* device, double floor)
{
    return "{\"id\":\"req-1\",\"user_id\":\"" + userId
        + "\",\"ad_slot\":{\"id\":\"banner_top_1\",\"width\":728,\"height\":90,\"position\":"
          "\"top\",\"floor_price\":"
        + std::to_string(floor) + "},\"device\":{\"type\":\"" + device
        + "\",\"os\":\"Windows\",\"browser\":\"Chrome\",\"ip\":\"192.0.2.1\"},"
          "\"geo\":{\"country\":\"US\",\"region\":\"CA\",\"city\":\"San Francisco\"}}";
}
