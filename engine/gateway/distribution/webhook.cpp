// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/distribution/webhook.h"

#include "engine/gateway/remote/remote_client.h"

#include <charconv>
#include <date/date.h>
#include <sstream>

namespace gavel::gateway {

namespace {

using pipeline::DeliveryEnd;
using pipeline::DeliveryOutcome;

constexpr std::int64_t kTimeoutMs = 10'000;
constexpr std::int64_t kLongestWaitMs = base::kHourMs;

RemoteCall callOf(const runtime::Outgoing& outgoing, const pipeline::WebAddress& address,
                  const std::stop_token& stop)
{
    const bool isIpv6 = address.host.find(':') != std::string::npos;
    RemoteCall call;
    call.service = outgoing.delivery.member;
    call.address = address.isSecure ? "https://" : "http://";
    call.address
        += (isIpv6 ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
    call.method = "POST";
    call.path = address.target;
    call.body = outgoing.delivery.parcel.body();
    call.timeoutMs = kTimeoutMs;
    call.headers = outgoing.delivery.headers();
    call.headers.emplace_back("User-Agent", "gavel");
    call.mayConnect = [&](std::span<const boost::asio::ip::address> resolved) {
        return pipeline::checkResolved(address, resolved, outgoing.allow);
    };
    call.stop = stop;
    return call;
}

} // namespace

std::optional<DeliveryOutcome> postWebhook(const runtime::Outgoing& outgoing,
                                           const base::Clock& clock, const std::stop_token& stop)
{
    const auto address = pipeline::checkAddress(outgoing.delivery.place, outgoing.allow);
    if (!address)
        return DeliveryOutcome{DeliveryEnd::Final, base::toString(address.error()), 0};
    const auto answer = exchangeRemote(callOf(outgoing, *address, stop));
    if (answer)
        return pipeline::outcomeOf(answer->status, answer->body,
                                   retryAfterMs(answer->retryAfter, clock.now()));
    if (answer.error().code == "CALL_STOPPED")
        return std::nullopt;
    const bool isRefused = answer.error().code == "ADDRESS_REFUSED";
    return DeliveryOutcome{isRefused ? DeliveryEnd::Final : DeliveryEnd::Retry,
                           answer.error().code + ": " + answer.error().what, 0};
}

std::int64_t retryAfterMs(std::string_view header, TimeMs now)
{
    std::int64_t seconds = 0;
    const auto* end = header.data() + header.size();
    const auto read = std::from_chars(header.data(), end, seconds);
    if (!header.empty() && read.ec == std::errc{} && read.ptr == end)
        return std::clamp<std::int64_t>(seconds, 0, kLongestWaitMs / base::kSecondMs)
            * base::kSecondMs;
    std::istringstream text{std::string(header)};
    date::sys_seconds until;
    if (!(text >> date::parse("%a, %d %b %Y %T GMT", until)))
        return 0;
    const std::int64_t untilMs = until.time_since_epoch().count() * base::kSecondMs;
    return std::clamp<std::int64_t>(untilMs - now.value, 0, kLongestWaitMs);
}

} // namespace gavel::gateway
