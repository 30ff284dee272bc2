// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/audit/delivered.h"
#include "engine/ledger/records.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace gavel::ledger {

/// By source, up to and with a sequence; those not named have not begun.
using LogPositions = std::map<std::uint32_t, std::uint64_t>;

/// Every start that a book keeps, oldest first; none in a file that is older than its tables.
Result<std::vector<BillingStart>> readBilling(store::Connection& connection, std::int64_t book);

/// No source is further in the first than in the second.
bool isWithin(const LogPositions& positions, const LogPositions& limit);

/// The terms of a book's campaigns in their order. They cut the log into parts: the first ends
/// where the first terms begin, the last where the book is settled.
class BillingHistory
{
public:
    BillingHistory(std::vector<BillingStart> starts, const LogPositions& settled);

    std::size_t parts() const { return m_begins.size(); }
    std::vector<LogRange> rangesOf(std::size_t part) const;

    struct Step
    {
        std::size_t part = 0; ///< the first that they hold for
        BillingTerms terms;
    };
    /// Oldest first; none of a campaign whose terms were never kept.
    std::span<const Step> stepsOf(const std::string& campaign) const;
    /// It ever owed an amount for each day.
    bool countsDays(const std::string& campaign) const;

private:
    std::vector<LogPositions> m_begins; ///< by part
    LogPositions m_end;
    std::map<std::string, std::vector<Step>> m_steps; ///< by campaign
};

} // namespace gavel::ledger
