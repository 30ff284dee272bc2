// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/remote/retry.h"

#include <boost/asio/ip/address.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gavel::gateway {

/// One HTTP call of a remote part; the caller waits at most the time-out. A connection for each
/// call, no redirects. Over https the other end's certificate must be good, for
/// this host and by the machine's authorities.
struct RemoteCall
{
    std::string service; ///< its name, for errors
    std::string address; ///< "http://host:port" or "https://host:port"
    std::string_view method = "GET";
    std::string path;
    std::string body; ///< JSON, unless a header says otherwise
    std::int64_t timeoutMs = 5'000;
    bool notFoundIsAnswer = false; ///< for callRemote()
    std::uint64_t mostBodyBytes = 1 << 20; ///< of the answer
    std::vector<std::pair<std::string, std::string>> headers{}; ///< in place of the usual ones
    /// Asked with all that the host's name leads to before it connects to one of them; its error
    /// ends the call. None = anywhere.
    std::function<Result<void>(std::span<const boost::asio::ip::address>)> mayConnect{};
    std::stop_token stop{}; ///< ends the wait early
};

/// The answer, whatever its status. Errors: SERVICE_TIMEOUT, SERVICE_UNAVAILABLE,
/// COMMUNICATION_ERROR, CERTIFICATE_REFUSED, BODY_TOO_LARGE, CALL_STOPPED, and those of
/// mayConnect().
Result<RemoteAnswer> exchangeRemote(const RemoteCall& call);
/// The same, where a status of 400 or above is an error. Errors: also those of checkAnswer().
Result<RemoteAnswer> callRemote(const RemoteCall& call);

/// Whether a text is "http://host:port".
bool isRemoteAddress(std::string_view text);

} // namespace gavel::gateway
