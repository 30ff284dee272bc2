// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/intake/offer.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::gateway {

/// What one message of a stream brings.
struct StreamMessage
{
    /// Of its first event in its source; the others follow. An event without an id is known by it.
    std::optional<std::uint64_t> sequence;
    std::vector<pipeline::OfferedLine> lines;
};

/// One event, a list of events, or one event a line; before them there may be a line
/// {"sequence": 12}. Errors: INVALID_REQUEST.
Result<StreamMessage> readStreamMessage(std::string_view text);

/// The source that a stream's address names: "/api/v1/events/stream?source=edge-1"; "stream" when
/// it names none. Errors: INVALID_REQUEST.
Result<std::string> streamSourceOf(std::string_view target);

/// What became of an offer, as its sender is told.
boost::json::object outcomeObject(const pipeline::OfferOutcome& outcome);

} // namespace gavel::gateway
