// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/base/money.h"
#include "engine/ledger/settlement/settled_round.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::store {
class Connection;
}

namespace gavel::ledger {

// The event log has the market's money only, and rates change: what campaigns of other currencies
// spent in their own is kept beside the settlements, with the places of the log that it reaches to.

/// Nano-units of a campaign's own currency.
struct OwnSums
{
    std::int64_t spentNanos = 0; ///< prices of wins that a quota covered
    std::int64_t unchargedNanos = 0; ///< of wins that none covered
    OwnSums& operator+=(const OwnSums& more)
    {
        spentNanos += more.spentNanos;
        unchargedNanos += more.unchargedNanos;
        return *this;
    }
    bool operator==(const OwnSums&) const = default;
};

/// When a campaign's local day and hour began, and what it had spent in all by then.
struct OwnPeriods
{
    std::int32_t day = 0; ///< of its own calendar, since 1970
    TimeMs hour;
    std::int64_t spentAtDay = 0;
    std::int64_t spentAtHour = 0;
    bool operator==(const OwnPeriods&) const = default;
};

/// What changed since the last one.
struct OwnSpendNote
{
    struct Line
    {
        std::string campaign;
        std::uint32_t source = 0; ///< of the ad server; 0 = all that are gone
        OwnSums sums;
    };
    struct Period
    {
        std::string campaign;
        OwnPeriods periods;
    };
    bool isWhole = false; ///< nothing that was kept before counts
    std::vector<SourcePosition> sources;
    std::vector<Line> lines;
    std::vector<Period> periods;
};

/// One unit of a currency is numerator/denominator units of the book's.
struct KeptRate
{
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
};

/// As the file has it.
struct OwnSpend
{
    std::map<std::uint32_t, std::uint64_t> positions; ///< by source; empty: nothing was kept yet
    std::map<std::string, std::map<std::uint32_t, OwnSums>> campaigns; ///< by source
    std::map<std::string, OwnPeriods> periods; ///< by campaign
    std::map<Currency, KeptRate> rates; ///< the newest of the book
};

/// Of the book that goes on over the runs of a market; empty in a file that has none.
Result<OwnSpend> readOwnSpend(store::Connection& connection, std::string_view market);
/// In the open transaction.
Result<void> writeOwnSpend(store::Connection& connection, std::int64_t book,
                           const OwnSpendNote& note);

} // namespace gavel::ledger
