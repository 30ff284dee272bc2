// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace gavel::market {

/// The market's words for what OpenRTB says of a device in numbers and free text; "" = unknown.
std::string_view deviceTypeWord(int deviceType); ///< "mobile", "desktop", "tablet", "tv", "other"
std::string_view
connectionWord(int connectionType); ///< "ethernet", "wifi", "cellular", "2g" to "5g"
/// "ios" and "IOS" are "iOS"; a system that is not in the list stays as it was sent.
std::string_view osWord(std::string_view os);
/// The browser that a user agent names: the most particular mark counts, since most claim to be
/// others too.
std::string_view browserWord(std::string_view userAgent);
/// "17.4.1" as model::packVersion; parts that are not there are 0.
std::uint32_t versionOf(std::string_view version);

} // namespace gavel::market
