// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/http/message.h"
#include "engine/pipeline/intake/offer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::gateway {

/// What the collector knows of a sender beside what it says: filled in where the event is silent.
/// The address is the first of X-Forwarded-For, else X-Real-IP, else where the connection comes
/// from; "unknown" counts as nothing.
std::vector<pipeline::GivenField> givenBySender(const HttpRequest& request);

/// The events of a body: one JSON object after the other on lines of their own, or a list of
/// objects. Errors: INVALID_REQUEST when it is neither.
Result<std::vector<pipeline::OfferedLine>> eventsOf(std::string_view body);

/// The event that the query of a pixel's address tells, as JSON. Names are the contract's, or
/// "type" for eventType.
Result<std::string> eventOfQuery(std::string_view target);

} // namespace gavel::gateway
