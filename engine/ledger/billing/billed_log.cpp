// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/billing/billed_log.h"

#include "engine/ledger/ledger_rows.h"
#include "engine/store/event_key.h"

namespace gavel::ledger {

using store::Connection;

Result<BilledLog> BilledLog::read(Connection& connection, std::int64_t book,
                                  const BillingHistory& history)
{
    const auto windows = settledWindows(connection, book);
    if (!windows)
        return windows.error();
    BilledLog log;
    for (std::size_t part = 0; part < history.parts(); ++part) {
        const auto ranges = history.rangesOf(part);
        auto delivered = readDelivered(connection, ranges);
        if (!delivered)
            return delivered.error();
        log.m_parts.push_back({std::move(*delivered), {}});
        for (const LogRange& range : ranges) {
            const auto known = windows->find(range.source);
            const Windows& settled = known == windows->end() ? Windows() : known->second;
            if (auto read = log.readQuarters(connection, range, settled, history); !read)
                return read.error();
        }
    }
    return log;
}

/// Days of every time zone are made of whole quarters of an hour.
Result<void> BilledLog::readQuarters(Connection& connection, const LogRange& range,
                                     const Windows& windows, const BillingHistory& history)
{
    Part& part = m_parts.back();
    std::set<std::string> campaigns;
    for (const auto& [campaign, delivered] : part.delivered)
        if (delivered.impressions > 0 && history.countsDays(campaign))
            campaigns.insert(campaign);
    if (campaigns.empty())
        return {};
    auto window = windows.begin();
    return forRows(
        connection,
        "SELECT n.text, e.at, e.key & 1099511627775 FROM event e JOIN name n ON n.id = e.campaign "
        "WHERE e.key > $1 AND e.key <= $2 AND e.kind = 3 ORDER BY e.key",
        [&](const store::Statement& row) -> Result<void> {
            while (window != windows.end() && window->upTo < bits(row.integer(2)))
                ++window;
            const std::string campaign(row.text(0));
            if (!campaigns.contains(campaign))
                return {};
            std::set<std::int64_t>& quarters = part.quarters[campaign];
            quarters.insert(store::quarterOf(TimeMs{row.integer(1)}));
            if (window != windows.end()) {
                quarters.insert(store::quarterOf(window->start));
                quarters.insert(store::quarterOf(window->end));
            }
            return {};
        },
        store::eventKey(range.source, range.after), store::eventKey(range.source, range.upTo));
}

Delivered BilledLog::delivered(const std::string& campaign, std::size_t first,
                               std::size_t end) const
{
    Delivered sum;
    for (std::size_t part = first; part < end; ++part)
        if (const auto known = m_parts[part].delivered.find(campaign);
            known != m_parts[part].delivered.end())
            sum += known->second;
    return sum;
}

std::int64_t BilledLog::days(const std::string& campaign, std::size_t first, std::size_t end,
                             const std::string& timeZone, const LocalDay& localDay) const
{
    std::set<std::int32_t> days;
    for (std::size_t part = first; part < end; ++part)
        if (const auto known = m_parts[part].quarters.find(campaign);
            known != m_parts[part].quarters.end())
            for (const std::int64_t quarter : known->second)
                days.insert(localDay(timeZone, TimeMs{quarter * 15 * base::kMinuteMs}));
    return static_cast<std::int64_t>(days.size());
}

} // namespace gavel::ledger
