// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gavel::gateway {

struct FramingLimits
{
    std::size_t headerBytes = 16'384;
    std::size_t fields = 100;
    std::uint64_t bodyBytes = 1 << 20;
};

/// What a request's head says about itself, or why it is refused. Views point into the head.
struct Framing
{
    unsigned refusal = 0; ///< the status to answer before closing; 0 = the head is good
    std::string_view reason; ///< the rule that was broken
    std::string_view method;
    std::string_view target; ///< path and query, also of a target that is a whole address
    bool pathIsEmpty = false; ///< of a whole address: "/" is meant before the query
    std::string_view host; ///< of the target when that names one, else of the field
    std::string_view origin; ///< "" when not sent
    std::string_view contentType;
    std::string_view envelope; ///< X-Gavel-Envelope
    bool chunked = false;
    bool keepAlive = true;
    bool expectsContinue = false;
    std::uint64_t contentLength = 0;
};

/// The strict filter in front of the HTTP parser (RFC 9112, sections 2 to 6, without its
/// leniencies): a message that two parsers could frame differently is refused. `head` is everything
/// up to and with the empty line. Refused with 400: a Transfer-Encoding other than exactly one
/// "chunked" on HTTP/1.1, or beside Content-Length; a Content-Length that is not 1 to 10 digits,
/// once; a Host that is not there exactly once; an address as target without a host; folded lines;
/// bare CR, LF or NUL; blanks around a field's name. 431: more fields or bytes than the limits.
/// 413: a longer body. 417: an expectation other than 100-continue. 505: another version than 1.0
/// or 1.1.
Framing checkFraming(std::string_view head, const FramingLimits& limits);

} // namespace gavel::gateway
