// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/http/router.h"
#include "engine/pipeline/distribute/subscription.h"

namespace gavel::gateway {

/// What a client wants to hear.
struct LiveWish
{
    pipeline::MessageKind topic{};
    pipeline::MessageFilter filter;
    std::optional<std::uint64_t> after; ///< the place it has heard to; none = it begins now
    bool isWebSocket = false;
};

/// Of a path behind "/api/v1/live/" such as "events" or "events/ws", a query such as
/// ?kind=CLICK&campaign=camp-002, and the header Last-Event-ID ("" = none), which counts more than
/// `after` in the query. Errors: PATH_NOT_FOUND, INVALID_FIELD and others with the parameter.
Result<LiveWish> readLiveWish(std::string_view path, const ServiceCall& call,
                              std::string_view lastEventId);

} // namespace gavel::gateway
