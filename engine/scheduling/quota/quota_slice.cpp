// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/quota/quota_slice.h"

#include <algorithm>

namespace gavel::scheduling {

namespace {

constexpr double kWorthKept = 0.9; ///< from report to report

} // namespace

std::int64_t QuotaSlice::outstanding() const
{
    if (m_isClosed)
        return m_spent;
    std::int64_t most = std::max(m_spent, m_bound);
    if (m_olderVersion > m_applied)
        most = std::max(most, m_older);
    for (std::uint64_t version = std::max(m_applied, m_olderVersion) + 1; version <= m_version;
         ++version)
        most = std::max(most, m_sent[version % kRemembered]);
    return most;
}

std::uint64_t QuotaSlice::send(std::int64_t limit)
{
    ++m_version;
    if (m_version > kRemembered) {
        const std::uint64_t forgotten = m_version - kRemembered;
        if (m_olderVersion <= m_applied)
            m_older = 0;
        m_older = std::max(m_older, m_sent[forgotten % kRemembered]);
        m_olderVersion = forgotten;
    }
    m_sent[m_version % kRemembered] = limit;
    return m_version;
}

bool QuotaSlice::report(const SliceReport& report)
{
    if (m_isClosed || report.at <= m_at || report.appliedVersion < m_applied
        || report.appliedVersion > m_version || report.spent < m_spent)
        return false;
    const bool couldBid = m_bound > m_spent;
    const std::int64_t seen = report.worthSeen - m_worthSeen;
    // Where nothing could be bid, nothing was learnt of what there is.
    if (seen > 0 || couldBid)
        m_worth = m_worth * kWorthKept + static_cast<double>(std::max<std::int64_t>(seen, 0));
    m_worthSeen = std::max(m_worthSeen, report.worthSeen);
    m_at = report.at;
    m_applied = report.appliedVersion;
    m_spent = report.spent;
    m_bound = report.bound;
    return true;
}

void QuotaSlice::adopt(std::int64_t spent, std::int64_t bound)
{
    m_spent = spent;
    m_bound = std::max(spent, bound);
}

void QuotaSlice::close(std::int64_t spent)
{
    m_spent = std::max(m_spent, spent);
    m_isClosed = true;
}

} // namespace gavel::scheduling
