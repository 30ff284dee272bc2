// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gavel::pipeline {

/// Whom an address belongs to, and so how long it may take.
enum class PollKind : std::uint8_t { AdServer, Metrics, ThirdParty };
inline constexpr std::array<std::string_view, 3> kPollKindNames{"ad_server", "metrics",
                                                                "third_party"};
constexpr std::int64_t timeoutMs(PollKind kind)
{
    constexpr std::array<std::int64_t, 3> kTimeouts{30'000, 10'000, 60'000};
    return kTimeouts[static_cast<std::size_t>(kind)];
}

/// What the body of an answer is.
enum class PageForm : std::uint8_t { Json, JsonLines };
inline constexpr std::array<std::string_view, 2> kPageFormNames{"json", "jsonl"};

/// Names and values of headers, in the order in which they are sent.
using Headers = std::vector<std::pair<std::string, std::string>>;
inline constexpr std::size_t kMostHeaders = 20;
inline constexpr std::size_t kMostHeaderName = 64; ///< bytes
inline constexpr std::size_t kMostHeaderValue = 4'096; ///< bytes

/// An address that is asked again and again, each time for what comes after a cursor.
struct PollSettings
{
    std::string address; ///< http or https; "{cursor}" in it stands for the cursor
    std::string cursorParameter; ///< or the cursor is added to the query under this name
    std::string nextPointer; ///< RFC 6901, where a page has the next cursor
    std::string nextHeader; ///< or the header of the answer that has it
    std::string firstCursor; ///< before any page was read
    PageForm form{};
    std::string eventsPointer; ///< where a JSON page has its list of events; "" = it is the list
    PollKind kind{};
    std::int64_t everyMs = base::kMinuteMs; ///< from the begin of a round to the next
    std::uint32_t mostPages = 100; ///< of one round
    Headers headers{}; ///< sent with every request; their values are secrets

    bool hasCursor() const { return !nextPointer.empty() || !nextHeader.empty(); }
};

/// Reads settings such as
///     {"address": "https://ads.example.com/events?after={cursor}", "next_cursor": "/next",
///      "events": "/events", "kind": "ad_server", "every_s": 60,
///      "headers": {"Authorization": "Bearer 9f2c"}}
/// Errors: with line and field, never with the value of a header.
Result<PollSettings> readPollSettings(std::string_view text, std::string_view where);

/// The address of the page behind a cursor, which is percent-encoded.
std::string pageAddress(const PollSettings& settings, std::string_view cursor);

} // namespace gavel::pipeline
