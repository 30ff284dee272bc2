// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gavel::pipeline {

/// What a text can be asked to be.
enum class ValueKind : std::uint8_t {
    Id, ///< [A-Za-z0-9_-]{1,64}
    Uuid, ///< 8-4-4-4-12 hexadecimal digits (RFC 4122)
    Ip, ///< version 4 or 6, without a port or a zone
    Integer,
    Decimal, ///< an exponent is allowed
    Boolean, ///< "true" or "false"
    Time, ///< see timeOf()
    Country, ///< ISO 3166-1 alpha-2, upper case
    Language, ///< as BCP 47 is built: "en", "zh-Hans-CN", also "en_US"
    Timezone, ///< as names of the tz database are built, or an offset: "Asia/Seoul", "+08:00"
    Size, ///< "300x250"
    Url, ///< http or https with a host
    Currency, ///< ISO 4217, upper case
};
inline constexpr std::size_t kValueKinds = 13;
inline constexpr std::array<std::string_view, kValueKinds> kValueKindNames{
    "id",      "uuid",     "ip",       "integer", "decimal", "boolean", "time",
    "country", "language", "timezone", "size",    "url",     "currency"};

bool isOfKind(std::string_view text, ValueKind kind);

} // namespace gavel::pipeline
