// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/remote/retry.h"

#include "engine/base/json.h"

namespace gavel::gateway {

namespace {

/// The server's own code and words when its body has them.
Error errorOf(const RemoteAnswer& answer, const std::string& service)
{
    const bool isServer = answer.status >= 500;
    Error error{isServer ? "SERVER_ERROR" : "CLIENT_ERROR", service,
                "answered " + std::to_string(answer.status),
                isServer ? "try again later" : "correct the request"};
    const auto body = base::parseJson(answer.body, service);
    if (!body || !body->is_object())
        return error;
    std::vector<Error> ignored;
    base::ObjectReader reader(*body, "", ignored);
    if (!isServer)
        reader.text("error_code", error.code);
    reader.text("message", error.what);
    return error;
}

} // namespace

bool isWorthRetrying(const Error& error)
{
    return error.code == "SERVICE_TIMEOUT" || error.code == "SERVICE_UNAVAILABLE"
        || error.code == "SERVER_ERROR";
}

Result<RemoteAnswer> checkAnswer(RemoteAnswer answer, const std::string& service,
                                 bool notFoundIsAnswer)
{
    if (answer.status >= 400 && !(answer.status == 404 && notFoundIsAnswer))
        return errorOf(answer, service);
    return answer;
}

Result<RemoteAnswer> callWithRetry(const CallPolicy& policy,
                                   const std::function<Result<RemoteAnswer>()>& call,
                                   const std::function<void(std::int64_t)>& sleep)
{
    std::int64_t delay = policy.firstDelayMs;
    for (unsigned retry = 0;; ++retry) {
        auto answer = call();
        if (answer || retry == policy.mostRetries || !isWorthRetrying(answer.error()))
            return answer;
        sleep(delay);
        delay *= 2;
    }
}

} // namespace gavel::gateway
