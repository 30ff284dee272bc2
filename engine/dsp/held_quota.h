// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <cstdint>

namespace gavel::dsp {

/// The money one campaign may still spend in this shard: a total, and a part of it per local day.
/// A bid holds its price; the win posts the clearing price and frees the rest. Always spent + held
/// <= grant, for the total and for the day: a hold that would break it is refused, and the
/// assertion stays on in release. A hold that outlives midnight stays held against the new day, so
/// neither day can be overspent by it.
class HeldQuota
{
public:
    static constexpr std::int64_t kNoDayBound = INT64_MAX;

    HeldQuota() = default;
    /// A day grant of kNoDayBound means no bound per day. Negative grants count as none left.
    HeldQuota(Price total, Price perDay)
        : m_total(total.nanos)
        , m_day(perDay.nanos)
    {
    }

    /// What a new bid may cost at most; never negative.
    Price left() const;
    /// Granted and not spent, whatever is held or bound by the day.
    Price unspent() const { return {m_total - m_spent}; }
    Price held() const { return {m_held}; }
    Price spent() const { return {m_spent}; }

    bool hold(Price price);
    void release(Price held);
    /// The win of a held bid; clearing must not be above what was held.
    void post(Price held, Price clearing);

    void turnDay() { m_daySpent = 0; }
    /// Counts money spent today before this quota was granted.
    void spentToday(Price price) { m_daySpent += price.nanos; }
    /// New bounds; what is spent and held counts against them. Below that, nothing is left.
    void setGrant(Price total, Price perDay);
    /// Starts again with this total and nothing spent; the bound per day stays.
    void restart(Price total);

private:
    std::int64_t m_total = 0;
    std::int64_t m_day = kNoDayBound;
    std::int64_t m_spent = 0;
    std::int64_t m_daySpent = 0;
    std::int64_t m_held = 0;
};

/// The part of a whole that shard `index` of `count` gets: equal parts, the remainder to the first
/// shards one by one, so that the parts always sum to the whole. A negative whole counts as
/// nothing.
Money shareOf(Money whole, std::uint32_t index, std::uint32_t count);

/// An amount as quota, at most 4.6 thousand million units: more is granted in several quotas.
Price quotaOf(Money amount);

} // namespace gavel::dsp
