// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/remote/service_registry.h"

#include "engine/base/json.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

namespace gavel::gateway {

namespace {

constexpr std::array<std::pair<std::string_view, int>, 5> kUsualPorts{{
    {"ad-management", 8001},
    {"dsp", 8002},
    {"ssp", 8003},
    {"ad-exchange", 8004},
    {"dmp", 8005},
}};
/// One retry, as the contract has it; shorter than its usual five seconds, since nobody waits.
constexpr CallPolicy kHealthPolicy{1, 1'000, 2'000};

/// The part is gone or broken, as against a request that was refused for a reason.
bool speaksAgainst(const Error& error)
{
    return isWorthRetrying(error) || error.code == "COMMUNICATION_ERROR";
}

std::string usualAddress(std::string_view service)
{
    for (const auto& [name, port] : kUsualPorts)
        if (name == service)
            return "http://127.0.0.1:" + std::to_string(port);
    return "http://127.0.0.1:80";
}

void sleepReally(std::int64_t milliseconds)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

} // namespace

ServiceRegistry::ServiceRegistry(const base::Clock& clock, Transport transport, Sleep sleep)
    : m_clock(clock)
    , m_transport(std::move(transport))
    , m_sleep(sleep ? std::move(sleep) : sleepReally)
{
}

void ServiceRegistry::add(const std::string& service, const std::string& address)
{
    const std::scoped_lock lock(m_mutex);
    m_services[service] = {address.empty() ? usualAddress(service) : address,
                           std::make_shared<CircuitBreaker>(m_clock)};
}

void ServiceRegistry::remove(const std::string& service)
{
    const std::scoped_lock lock(m_mutex);
    m_services.erase(service);
}

std::vector<std::string> ServiceRegistry::list() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<std::string> names;
    for (const auto& [name, entry] : m_services)
        names.push_back(name);
    return names;
}

Result<ServiceRegistry::Entry> ServiceRegistry::find(const std::string& service) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_services.find(service);
    if (found == m_services.end())
        return Error{"SERVICE_NOT_FOUND", service, "Service " + service + " not found in registry",
                     "register it with its address"};
    return found->second;
}

Result<std::string> ServiceRegistry::address(const std::string& service) const
{
    const auto entry = find(service);
    if (!entry)
        return entry.error();
    return entry->address;
}

std::vector<std::string> ServiceRegistry::healthy() const
{
    auto names = list();
    std::erase_if(names, [this](const auto& name) { return breaker(name) == BreakerState::Open; });
    return names;
}

BreakerState ServiceRegistry::breaker(const std::string& service) const
{
    const auto entry = find(service);
    return entry ? entry->breaker->state() : BreakerState::Open;
}

Result<RemoteAnswer> ServiceRegistry::call(const std::string& service, std::string_view method,
                                           const std::string& path, const std::string& body,
                                           const CallPolicy& policy)
{
    const auto entry = find(service);
    if (!entry)
        return entry.error();
    if (!entry->breaker->mayCall())
        return Error{"CIRCUIT_BREAKER_OPEN", service, "Circuit breaker is OPEN",
                     "it is tried again a minute after the last failure"};
    RemoteCall call;
    call.service = service;
    call.address = entry->address;
    call.method = method;
    call.path = path;
    call.body = body;
    call.timeoutMs = policy.timeoutMs;
    call.notFoundIsAnswer = policy.notFoundIsAnswer;
    auto answer = callWithRetry(
        policy, [&] { return m_transport(call); }, m_sleep);
    if (!answer && speaksAgainst(answer.error()))
        entry->breaker->failed();
    else
        entry->breaker->succeeded();
    return answer;
}

ServiceHealth ServiceRegistry::checkHealth(const std::string& service)
{
    ServiceHealth health{service, false, "unhealthy", {}};
    const auto answer = call(service, "GET", "/health", {}, kHealthPolicy);
    if (!answer) {
        health.error = toString(answer.error());
        return health;
    }
    std::vector<Error> errors;
    const auto body = base::parseJson(answer->body, service);
    if (body)
        base::ObjectReader(*body, "", errors).text("status", health.status);
    health.healthy = health.status == "healthy";
    return health;
}

std::vector<ServiceHealth> ServiceRegistry::checkAllHealth()
{
    std::vector<ServiceHealth> all;
    for (const auto& service : list())
        all.push_back(checkHealth(service));
    return all;
}

} // namespace gavel::gateway
