// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/remote/circuit_breaker.h"
#include "engine/gateway/remote/remote_client.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace gavel::gateway {

/// How a remote part does.
struct ServiceHealth
{
    std::string service;
    bool healthy = false;
    std::string status; ///< as it says itself, else "unhealthy"
    std::string error; ///< why it could not be asked
};

/// Which parts run in another process, and where. Each call goes through the part's circuit breaker
/// and is tried again by the rules of retry.h. Any thread; calls wait.
class ServiceRegistry
{
public:
    using Transport = std::function<Result<RemoteAnswer>(const RemoteCall&)>;
    using Sleep = std::function<void(std::int64_t)>;

    /// `transport` and `sleep` default to real sockets and real waiting.
    explicit ServiceRegistry(const base::Clock& clock, Transport transport = callRemote,
                             Sleep sleep = {});

    /// An empty address means http://127.0.0.1:port of the contract's service of that name.
    void add(const std::string& service, const std::string& address = {});
    void remove(const std::string& service);
    std::vector<std::string> list() const;
    /// Errors: SERVICE_NOT_FOUND "Service X not found in registry".
    Result<std::string> address(const std::string& service) const;
    /// Parts whose breaker is not open.
    std::vector<std::string> healthy() const;
    BreakerState breaker(const std::string& service) const;

    /// Errors: those of callRemote(), SERVICE_NOT_FOUND, and CIRCUIT_BREAKER_OPEN "Circuit breaker
    /// is OPEN".
    Result<RemoteAnswer> call(const std::string& service, std::string_view method,
                              const std::string& path, const std::string& body = {},
                              const CallPolicy& policy = {});
    /// Asks /health with one retry.
    ServiceHealth checkHealth(const std::string& service);
    std::vector<ServiceHealth> checkAllHealth();

private:
    struct Entry
    {
        std::string address;
        std::shared_ptr<CircuitBreaker> breaker;
    };
    Result<Entry> find(const std::string& service) const;

    const base::Clock& m_clock;
    Transport m_transport;
    Sleep m_sleep;
    mutable std::mutex m_mutex;
    std::map<std::string, Entry> m_services;
};

} // namespace gavel::gateway
