// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/billing/billing_history.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace gavel::ledger {

/// The number of a moment's day in a time zone, whole days apart.
using LocalDay = std::function<std::int32_t(const std::string& timeZone, TimeMs at)>;

/// The event log as far as a book is settled, counted in the parts of its billing.
class BilledLog
{
public:
    static Result<BilledLog> read(store::Connection& connection, std::int64_t book,
                                  const BillingHistory& history);

    /// In the parts from `first` on and before `end`.
    Delivered delivered(const std::string& campaign, std::size_t first, std::size_t end) const;
    /// Days that an impression of a campaign that owes by days may belong to: it was shown on them,
    /// or the round that came to it began or ended on them.
    std::int64_t days(const std::string& campaign, std::size_t first, std::size_t end,
                      const std::string& timeZone, const LocalDay& localDay) const;

private:
    using Windows = std::vector<SettledWindow>;
    Result<void> readQuarters(store::Connection& connection, const LogRange& range,
                              const Windows& windows, const BillingHistory& history);

    struct Part
    {
        std::map<std::string, Delivered> delivered; ///< by campaign
        std::map<std::string, std::set<std::int64_t>> quarters; ///< of those days, by campaign
    };
    std::vector<Part> m_parts;
};

} // namespace gavel::ledger
