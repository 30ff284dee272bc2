// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/distribution/webhook.h"

#include "engine/base/retry_after.h"
#include "engine/gateway/remote/checked_call.h"

namespace gavel::gateway {

namespace {

using pipeline::DeliveryEnd;
using pipeline::DeliveryOutcome;

constexpr std::int64_t kTimeoutMs = 10'000;

RemoteCall callOf(const runtime::Outgoing& outgoing, const pipeline::WebAddress& address,
                  const std::stop_token& stop)
{
    RemoteCall call = checkedCall(address, outgoing.allow, stop);
    call.service = outgoing.delivery.member;
    call.method = "POST";
    call.body = outgoing.delivery.parcel.body();
    call.timeoutMs = kTimeoutMs;
    call.headers = outgoing.delivery.headers();
    call.headers.emplace_back("User-Agent", "gavel");
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
                                   base::retryAfterMs(answer->retryAfter, clock.now()));
    if (answer.error().code == "CALL_STOPPED")
        return std::nullopt;
    const bool isRefused = answer.error().code == "ADDRESS_REFUSED";
    return DeliveryOutcome{isRefused ? DeliveryEnd::Final : DeliveryEnd::Retry,
                           answer.error().code + ": " + answer.error().what, 0};
}

} // namespace gavel::gateway
