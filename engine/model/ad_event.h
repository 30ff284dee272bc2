// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gavel::model {

/// The fields of an event that is told from outside, named as the collector's contract names them;
/// `segments`, which it does not know, are those that the user is in.
enum class AdField : std::uint8_t {
    EventId,
    EventType,
    AdvertisementId,
    CampaignId,
    CreativeId,
    UserId,
    UserAgent,
    IpAddress,
    Referrer,
    BidAmount,
    Currency,
    Timestamp,
    DeviceType,
    Location,
    Country,
    Region,
    Placement,
    PublisherId,
    AdvertiserId,
    Duration,
    IsViewable,
    CreativeType,
    SessionId,
    RequestId,
    Browser,
    Os,
    ScreenResolution,
    Language,
    Timezone,
    AdSize,
    AdFormat,
    TargetingCriteria,
    Revenue,
    ConversionType,
    ConversionValue,
    Segments,
};
inline constexpr std::size_t kAdFields = 36;
inline constexpr std::array<std::string_view, kAdFields> kAdFieldNames{
    "eventId",    "eventType",         "advertisementId", "campaignId",     "creativeId",
    "userId",     "userAgent",         "ipAddress",       "referrer",       "bidAmount",
    "currency",   "timestamp",         "deviceType",      "location",       "country",
    "region",     "placement",         "publisherId",     "advertiserId",   "duration",
    "isViewable", "creativeType",      "sessionId",       "requestId",      "browser",
    "os",         "screenResolution",  "language",        "timezone",       "adSize",
    "adFormat",   "targetingCriteria", "revenue",         "conversionType", "conversionValue",
    "segments"};

constexpr std::optional<AdField> adFieldOf(std::string_view name)
{
    for (std::size_t i = 0; i < kAdFields; ++i)
        if (kAdFieldNames[i] == name)
            return static_cast<AdField>(i);
    return std::nullopt;
}

/// An event as texts, before anything is known of it. Views into its line, or into whatever made
/// them; a field that was not there has no data, one that was empty has a length of 0.
struct AdEvent
{
    std::array<std::string_view, kAdFields> fields{};

    std::string_view& operator[](AdField field) { return fields[static_cast<std::size_t>(field)]; }
    std::string_view operator[](AdField field) const
    {
        return fields[static_cast<std::size_t>(field)];
    }
    bool has(AdField field) const { return (*this)[field].data() != nullptr; }
};

} // namespace gavel::model
