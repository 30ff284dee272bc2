// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/values/event_time.h"

#include "engine/base/iso_time.h"
#include "engine/pipeline/values/decimal.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

constexpr std::int64_t kFirstMillisecond = 100'000'000'000; ///< as seconds this is the year 5138
constexpr std::size_t kMostIsoTime = 40;

std::optional<TimeMs> epochTime(std::string_view text)
{
    const auto number = Decimal::parse(text);
    if (!number || number->isNegative())
        return std::nullopt;
    // What is finer than a millisecond is cut, as it is in an ISO time.
    const auto point = text.find('.');
    const auto whole = Decimal::parse(text.substr(0, point))->scaled(0);
    if (!whole || *whole > kFirstMillisecond * 100)
        return std::nullopt;
    if (*whole >= kFirstMillisecond)
        return TimeMs{*whole};
    std::int64_t milliseconds = 0;
    for (std::size_t i = 1; i <= 3; ++i) {
        const bool there = point != std::string_view::npos && point + i < text.size();
        milliseconds = milliseconds * 10 + (there ? text[point + i] - '0' : 0);
    }
    return TimeMs{*whole * 1000 + milliseconds};
}

/// "Z", "+08:00" or "-0330" behind the clock of an ISO time.
bool endsInZone(std::string_view text)
{
    constexpr std::size_t kDayAndMark = 11; // "2026-03-20T"
    if (text.size() <= kDayAndMark)
        return false;
    const auto clock = text.substr(kDayAndMark);
    return clock.back() == 'Z' || clock.find_first_of("+-") != std::string_view::npos;
}

bool beginsWithDay(std::string_view text)
{
    return text.size() > 10 && text.size() <= kMostIsoTime && text[4] == '-' && text[7] == '-';
}

} // namespace

std::optional<TimeMs> timeOf(std::string_view text)
{
    if (beginsWithDay(text)) {
        if (!endsInZone(text))
            return std::nullopt;
        const auto time = base::parseIso(text, "");
        return time ? std::optional(*time) : std::nullopt;
    }
    const bool plain = std::all_of(text.begin(), text.end(),
                                   [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    return plain ? epochTime(text) : std::nullopt;
}

bool lacksZone(std::string_view text)
{
    return beginsWithDay(text) && !endsInZone(text) && base::parseIso(text, "").has_value();
}

} // namespace gavel::pipeline
