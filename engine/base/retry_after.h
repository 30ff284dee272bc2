// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"

#include <string_view>

namespace gavel::base {

/// How long the header Retry-After asks to wait: seconds, or a date as in
/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, sections 10.2.3 and 5.6.7). At most an hour; 0 when
/// it says nothing that can be read.
std::int64_t retryAfterMs(std::string_view header, TimeMs now);

} // namespace gavel::base
