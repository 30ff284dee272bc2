// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/remote/retry.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gavel::gateway {

/// One HTTP call of a remote part and its answer; the caller waits at most the time-out. A
/// connection for each call, no redirects, bodies up to 1 MiB. Errors: SERVICE_TIMEOUT,
/// SERVICE_UNAVAILABLE, COMMUNICATION_ERROR, and those of checkAnswer(). `address` is
/// "http://host:port".
struct RemoteCall
{
    std::string service; ///< its name, for errors
    std::string address;
    std::string_view method = "GET";
    std::string path;
    std::string body; ///< JSON
    std::int64_t timeoutMs = 5'000;
    bool notFoundIsAnswer = false;
};
Result<RemoteAnswer> callRemote(const RemoteCall& call);

/// Whether a text is such an address.
bool isRemoteAddress(std::string_view text);

} // namespace gavel::gateway
