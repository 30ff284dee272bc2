// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Events told from outside that a killed pipeline and the test that kills it both know.
#include <cstdint>
#include <string>

namespace gavel {

inline constexpr std::uint64_t kCrashCampaigns = 7;
inline constexpr std::uint64_t kCrashBroken = 50; ///< each such line is one that no rule repairs
inline constexpr std::uint64_t kCrashUnderWay = 20'000; ///< lines that may wait for their answer

inline bool isCrashLineGood(std::uint64_t number)
{
    return number % kCrashBroken != 0;
}
/// How many of the lines 1 to `last` are good.
inline std::uint64_t goodCrashLines(std::uint64_t last)
{
    return last - last / kCrashBroken;
}

/// Line `number` of a sender, counted from 1: an impression of one campaign after the other, each
/// third one viewable.
inline std::string crashLine(const char* sender, std::uint64_t number)
{
    const std::string id = std::to_string(number);
    const std::string campaign = std::to_string(number % kCrashCampaigns);
    return std::string(R"({"eventId":")") + sender + "-" + id + R"(","eventType":")"
        + (isCrashLineGood(number) ? "IMPRESSION" : "BOGUS") + R"(","advertisementId":"ad-)"
        + campaign + R"(","campaignId":"camp-)" + campaign + R"(","userId":"user-)" + id
        + R"(","deviceType":"MOBILE","bidAmount":0.002,"timestamp":1774000799000,"isViewable":)"
        + (number % 3 == 0 ? "true" : "false") + "}";
}

} // namespace gavel
