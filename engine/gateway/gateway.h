// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/http/server.h"
#include "engine/gateway/rest/remote_services.h"
#include "engine/runtime/engine.h"

#include <memory>
#include <vector>

namespace gavel::gateway {

class AdServerClient;

/// How many callers may wait for a reader before others are told to come again.
struct GatewayOptions
{
    ServerOptions server; ///< a port for each of `offered`
    std::vector<Service> offered{Service::AdManagement, Service::Dsp, Service::Ssp,
                                 Service::Exchange, Service::Dmp};
    unsigned readers = 2; ///< threads for handlers that wait for the store
    std::size_t mostWaiting = 256;
    std::vector<RemoteService> remotes; ///< services that other processes play
    const base::Clock* clock = nullptr; ///< else the wall
};

/// The engine for other programs: five services, OpenRTB, metrics, health and documentation.
class Gateway
{
public:
    /// The engine must outlive it. Errors: those of HttpServer::start(), INVALID_REQUEST unless
    /// there is a port for each service.
    static Result<std::unique_ptr<Gateway>> start(runtime::Engine& engine,
                                                  const GatewayOptions& options);
    /// Takes no more requests, lets the readers finish, ends the threads.
    ~Gateway();
    Gateway(const Gateway&) = delete;
    Gateway& operator=(const Gateway&) = delete;

    const std::vector<std::uint16_t>& ports() const;
    /// Grants for this process go to a client from now on, which must outlive it.
    void setAdServer(AdServerClient* client);

private:
    struct State;
    explicit Gateway(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace gavel::gateway
