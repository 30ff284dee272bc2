// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/retry_after.h"

#include <algorithm>
#include <charconv>
#include <date/date.h>
#include <sstream>
#include <string>

namespace gavel::base {

namespace {

constexpr std::int64_t kLongestWaitMs = kHourMs;

} // namespace

std::int64_t retryAfterMs(std::string_view header, TimeMs now)
{
    std::int64_t seconds = 0;
    const auto* end = header.data() + header.size();
    const auto read = std::from_chars(header.data(), end, seconds);
    if (!header.empty() && read.ec == std::errc{} && read.ptr == end)
        return std::clamp<std::int64_t>(seconds, 0, kLongestWaitMs / kSecondMs) * kSecondMs;
    std::istringstream text{std::string(header)};
    date::sys_seconds until;
    if (!(text >> date::parse("%a, %d %b %Y %T GMT", until)))
        return 0;
    const std::int64_t untilMs = until.time_since_epoch().count() * kSecondMs;
    return std::clamp<std::int64_t>(untilMs - now.value, 0, kLongestWaitMs);
}

} // namespace gavel::base
