// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gavel::pipeline {

enum class DeviceClass : std::uint8_t { Unknown, Mobile, Desktop, Tablet, Ctv, Other };
inline constexpr std::array<std::string_view, 6> kDeviceClassNames{"",       "mobile", "desktop",
                                                                   "tablet", "ctv",    "other"};

/// What a user agent says of its device; Unknown and "" when it says nothing that is known.
DeviceClass deviceOfAgent(std::string_view userAgent);
std::string_view browserOfAgent(std::string_view userAgent); ///< "Chrome"
std::string_view systemOfAgent(std::string_view userAgent); ///< "Android"

/// "MOBILE", "Phone", "connected_tv"; Unknown when the word is not known.
DeviceClass deviceOfWord(std::string_view word);
/// As the contract writes it: "MOBILE"; "" for Unknown.
std::string_view contractWord(DeviceClass device);

} // namespace gavel::pipeline
