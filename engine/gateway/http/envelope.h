// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/gateway/http/message.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gavel::gateway {

/// Answers of the REST contract. Every refusal is one object with error_code, message, details,
/// timestamp and detail (the message again), which satisfies both readings of the contract.

HttpResponse answer(const boost::json::value& body);
HttpResponse answerNothing(); ///< 204

HttpResponse refusal(unsigned status, std::string_view code, std::string_view message, TimeMs now,
                     boost::json::object details = {});
/// An engine's error with the status that its code stands for: *_NOT_FOUND 404, SERVICE_UNAVAILABLE
/// and TIMEOUT 503, DATABASE_ERROR and INTERNAL_ERROR 500, else 400.
HttpResponse refusal(const Error& error, TimeMs now);
/// 422 VALIDATION_ERROR with details.errors[], one {field, message, advice} for each.
HttpResponse invalid(const std::vector<Error>& errors, TimeMs now);

/// {status, data, message, timestamp} around a success, status beside the fields of a refusal. 204
/// stays as it is.
HttpResponse wrapped(HttpResponse response, TimeMs now);

} // namespace gavel::gateway
