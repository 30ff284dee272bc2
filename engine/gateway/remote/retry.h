// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace gavel::gateway {

/// How a remote part answered.
struct RemoteAnswer
{
    unsigned status = 0;
    std::string body;
    std::string retryAfter{}; ///< the header, "" = none
    std::vector<std::pair<std::string, std::string>> headers{}; ///< all of them, as they came
};

/// How a call is made and how often it is tried.
struct CallPolicy
{
    unsigned mostRetries = 3; ///< attempts = retries + 1
    std::int64_t firstDelayMs = 1'000; ///< doubles with each retry
    std::int64_t timeoutMs = 5'000; ///< of each attempt
    bool notFoundIsAnswer = false; ///< 404 is an answer, not an error
};

/// Codes: SERVICE_TIMEOUT (no answer in time), SERVICE_UNAVAILABLE (cannot be reached),
/// SERVER_ERROR (5xx), CLIENT_ERROR (4xx, or the server's own error_code), COMMUNICATION_ERROR
/// (anything else).
bool isWorthRetrying(const Error& error);

/// Turns a status of 400 or above into an error of the codes above.
Result<RemoteAnswer> checkAnswer(RemoteAnswer answer, const std::string& service,
                                 bool notFoundIsAnswer = false);

/// Calls until it succeeds, the error is not worth a retry, or the retries are used up. `sleep`
/// waits milliseconds.
Result<RemoteAnswer> callWithRetry(const CallPolicy& policy,
                                   const std::function<Result<RemoteAnswer>()>& call,
                                   const std::function<void(std::int64_t)>& sleep);

} // namespace gavel::gateway
