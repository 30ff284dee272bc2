// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"

#include <array>
#include <cstdint>

namespace gavel::scheduling {

/// What one ad server said of one campaign; cumulative since it joined, nano-units.
struct SliceReport
{
    TimeMs at; ///< of the report: an older one than the last is ignored
    std::uint64_t appliedVersion = 0; ///< of the newest grant that it applied
    std::int64_t spent = 0;
    std::int64_t bound = 0; ///< its limit, or what is spent and held if that is more
    std::int64_t worthSeen = 0; ///< of the opportunities that it bid for
};

/// One campaign's quota at one ad server, as the scheduler knows it: what was spent for certain and
/// what the server may spend at most. A grant counts from the moment it is sent, whether it arrives
/// or not, until the server reports that it applied this one or a newer one; after that the server
/// refuses it. Limits are cumulative, so lost, late, doubled and reordered messages change nothing.
class QuotaSlice
{
public:
    std::int64_t spent() const { return m_spent; }
    /// The limit that was sent last; 0 before the first.
    std::int64_t limit() const { return m_sent[m_version % kRemembered]; }
    /// The most that the server may have spent in the end, by anything it was told so far.
    std::int64_t outstanding() const;
    std::uint64_t version() const { return m_version; }
    std::uint64_t appliedVersion() const { return m_applied; }
    bool isClosed() const { return m_isClosed; }
    /// Worth of what it sees of the campaign's opportunities, faded; for sharing out.
    double worth() const { return m_worth; }

    /// Counts the grant that is about to be sent, and returns its version.
    std::uint64_t send(std::int64_t limit);
    /// False: older than what is known, ignored.
    bool report(const SliceReport& report);
    /// The server took its quota from an earlier scheduler: it has spent this much, and may have
    /// spent up to `bound`.
    void adopt(std::int64_t spent, std::int64_t bound);
    /// The server is gone and its log was read to its end, or written off: this is what it spent.
    void close(std::int64_t spent);

private:
    static constexpr std::size_t kRemembered = 4;

    TimeMs m_at{INT64_MIN};
    std::uint64_t m_version = 0; ///< of the newest grant sent
    std::uint64_t m_applied = 0;
    std::uint64_t m_olderVersion = 0; ///< the newest grant that is not in m_sent any more
    std::int64_t m_spent = 0;
    std::int64_t m_bound = 0;
    std::int64_t m_older = 0; ///< the highest limit among those
    std::int64_t m_worthSeen = 0;
    std::array<std::int64_t, kRemembered> m_sent{}; ///< limits by version
    double m_worth = 0;
    bool m_isClosed = false;
};

} // namespace gavel::scheduling
