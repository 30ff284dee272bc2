// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/adservers/dial.h"

#include "engine/gateway/adservers/quota_messages.h"
#include "engine/gateway/remote/circuit_breaker.h"
#include "engine/gateway/remote/remote_client.h"

namespace gavel::gateway {

namespace {

constexpr std::int64_t kGiveTimeoutMs = 1'000;
constexpr unsigned kFailures = 3;
constexpr std::int64_t kRecoveryMs = 5'000;
constexpr std::size_t kGrantsAtOnce = 2'000;

/// One ad server's address, with its breaker.
struct Caller
{
    Caller(std::string serverKey, std::string serverName, std::string serverAddress,
           const base::Clock& clock)
        : key(std::move(serverKey))
        , name(std::move(serverName))
        , address(std::move(serverAddress))
        , breaker(clock, kFailures, kRecoveryMs)
    {
    }

    Result<RemoteAnswer> call(std::string_view method, const std::string& path,
                              const std::string& body)
    {
        if (!breaker.mayCall())
            return Error{"CIRCUIT_BREAKER_OPEN", name, "did not answer several times in a row",
                         "it is tried again in five seconds"};
        RemoteCall call;
        call.service = name;
        call.address = address;
        call.method = method;
        call.path = path;
        call.body = body;
        call.timeoutMs = kGiveTimeoutMs;
        auto answer = callRemote(call);
        if (answer)
            breaker.succeeded();
        else
            breaker.failed();
        return answer;
    }

    const std::string key;
    const std::string name;
    const std::string address;
    CircuitBreaker breaker;
};

Result<runtime::GrantAnswers> give(Caller& caller, const runtime::GrantMessage& message,
                                   const model::Vocabulary& names)
{
    runtime::GrantAnswers sum{};
    const auto& grants = *message.grants.grants;
    for (std::size_t first = 0; first < grants.size(); first += kGrantsAtOnce) {
        const auto answer = caller.call(
            "POST", "/quota/grants",
            grantsText(caller.key, grants.front().server, message, first, kGrantsAtOnce, names));
        if (!answer)
            return answer.error();
        const auto answers = answersFrom(answer->body);
        if (!answers)
            return answers.error();
        for (std::size_t kind = 0; kind < sum.size(); ++kind)
            sum[kind] += (*answers)[kind];
    }
    return sum;
}

Result<model::QuotaReport> report(Caller& caller, const model::Vocabulary& names)
{
    model::QuotaReport whole;
    for (std::size_t first = 0;;) {
        const auto answer = caller.call(
            "GET", "/quota/report?key=" + caller.key + "&first=" + std::to_string(first), {});
        if (!answer)
            return answer.error();
        auto part = reportFrom(answer->body, names);
        if (!part)
            return part.error();
        first = part->next;
        append(whole, std::move(*part));
        if (first == 0)
            return whole;
    }
}

} // namespace

runtime::AdServerDesk::Dial dialAdServers(runtime::Engine& engine, const base::Clock& clock)
{
    return [&engine, &clock](const std::string& key, const std::string& name,
                             const std::string& address) {
        const auto caller = std::make_shared<Caller>(key, name, address, clock);
        runtime::AdServerLine line;
        line.give = [caller, &engine](const runtime::GrantMessage& message) {
            return give(*caller, message, *engine.vocabulary());
        };
        line.report = [caller, &engine] { return report(*caller, *engine.vocabulary()); };
        return line;
    };
}

} // namespace gavel::gateway
