// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"

#include <compare>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace gavel::store {
class Connection;
}

namespace gavel::ledger {

/// Events of one source, from after one sequence up to and with another.
struct LogRange
{
    std::uint32_t source = 0;
    std::uint64_t after = 0;
    std::uint64_t upTo = 0;
    bool operator==(const LogRange&) const = default;
};

/// What a part of the event log says of one campaign. Prices in the market's currency.
struct Delivered
{
    std::uint64_t wins = 0;
    std::uint64_t impressions = 0;
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;
    std::int64_t chargedNanos = 0; ///< clearing prices of wins that a quota covered
    std::int64_t lateNanos = 0; ///< of wins that none covered
    std::int64_t publisherNanos = 0; ///< the publishers' part of both
    std::int64_t clearedNanos() const { return chargedNanos + lateNanos; }
    Delivered& operator+=(const Delivered& more);
    bool operator==(const Delivered&) const = default;
};

/// How far each source was settled by the rounds whose windows ended at or before a time; undone
/// rounds do not count.
Result<std::map<std::uint32_t, std::uint64_t>> settledPositions(store::Connection& connection,
                                                                std::int64_t book, TimeMs until);
/// A round that came to a place of a source's log first.
struct SettledWindow
{
    std::uint64_t upTo = 0; ///< sequence of the source
    TimeMs start;
    TimeMs end;
};
/// By source, in order of the log; rounds that were undone later count.
Result<std::map<std::uint32_t, std::vector<SettledWindow>>>
settledWindows(store::Connection& connection, std::int64_t book);
/// The events that were settled by windows ending after `from` and at or before `to`.
Result<std::vector<LogRange>> settledRanges(store::Connection& connection, std::int64_t book,
                                            TimeMs from, TimeMs to);
/// What a part of the log says that grows: asked again, it reads only what was added. Rivals are
/// left out.
class DeliveredSpan
{
public:
    /// Reads up to the ends of the ranges; everything anew when one begins elsewhere or ends
    /// earlier than before. After an error nothing is known.
    Result<void> read(store::Connection& connection, std::span<const LogRange> ranges);
    /// By campaign id.
    std::map<std::string, Delivered> byCampaign() const;
    /// By placement id.
    std::map<std::string, Delivered> byPlacement() const;

private:
    struct Sold
    {
        std::string campaign;
        std::string placement;
        auto operator<=>(const Sold&) const = default; // NOLINT(modernize-use-nullptr)
    };
    bool follows(std::span<const LogRange> ranges) const;
    Result<void> add(store::Connection& connection, const LogRange& range);

    std::map<std::uint32_t, LogRange> m_read; ///< by source
    std::map<Sold, Delivered> m_sums;
};

/// By campaign id; rivals are left out. Reads every event of the ranges.
Result<std::map<std::string, Delivered>> readDelivered(store::Connection& connection,
                                                       std::span<const LogRange> ranges);

} // namespace gavel::ledger
