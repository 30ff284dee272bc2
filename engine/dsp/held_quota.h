// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/model/quota.h"

#include <cstdint>
#include <utility>

namespace gavel::dsp {

/// The money one campaign may still spend at this ad server: its newest grant less what is spent
/// and held. A bid holds its price; the win posts the clearing price and frees the rest. A hold is
/// taken only while spent + held stays within the limit; the assertion stays on in release.
/// Without a grant, or once its time is over, nothing is left. Bounds of a day or an hour are in
/// the limits that the scheduler grants.
class HeldQuota
{
public:
    /// What a new bid may cost at most; never negative.
    Price left() const
    {
        const std::int64_t free = m_limit - m_spent - m_held;
        return {m_isOpen && free > 0 ? free : 0};
    }
    /// Granted and not spent, whatever is held or too late; negative below a lowered limit.
    Price unspent() const { return {m_limit - m_spent}; }
    /// What may have been spent in the end: the limit, or what is spent and held if that is more.
    Price bound() const
    {
        const std::int64_t used = m_spent + m_held;
        return {m_isOpen && m_limit > used ? m_limit : used};
    }
    Price held() const { return {m_held}; }
    Price spent() const { return {m_spent}; }
    std::uint64_t epoch() const { return m_place.first; }
    std::uint64_t version() const { return m_place.second; }
    TimeMs notAfter() const { return m_notAfter; }

    /// Takes a grant that is newer than the one it has: Applied, else Same or Stale. A limit below
    /// what is spent and held leaves nothing for new bids.
    model::GrantAnswer apply(const model::QuotaGrant& grant, TimeMs now);
    /// Ends a grant whose notAfter has come.
    void turn(TimeMs now) { m_isOpen = m_isOpen && now < m_notAfter; }

    bool hold(Price price);
    void release(Price held);
    /// The win of a held bid; clearing must not be above what was held.
    void post(Price held, Price clearing);

private:
    std::int64_t m_limit = 0;
    std::int64_t m_spent = 0;
    std::int64_t m_held = 0;
    bool m_isOpen = false;
    std::pair<std::uint64_t, std::uint64_t> m_place{0, 0}; ///< epoch and version applied
    TimeMs m_notAfter;
};

} // namespace gavel::dsp
