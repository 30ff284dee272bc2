// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/held_quota.h"

#include <boost/assert.hpp>

#include <algorithm>

namespace gavel::dsp {

Price HeldQuota::left() const
{
    const std::int64_t ofTotal = m_total - m_spent - m_held;
    const std::int64_t ofDay = m_day == kNoDayBound ? ofTotal : m_day - m_daySpent - m_held;
    return {std::max<std::int64_t>(std::min(ofTotal, ofDay), 0)};
}

bool HeldQuota::hold(Price price)
{
    if (price.nanos <= 0 || price > left())
        return false;
    m_held += price.nanos;
    BOOST_VERIFY(m_spent + m_held <= m_total);
    return true;
}

void HeldQuota::release(Price held)
{
    BOOST_VERIFY(held.nanos >= 0 && held.nanos <= m_held);
    m_held -= held.nanos;
}

void HeldQuota::post(Price held, Price clearing)
{
    BOOST_VERIFY(clearing.nanos >= 0 && clearing <= held);
    release(held);
    m_spent += clearing.nanos;
    m_daySpent += clearing.nanos;
}

void HeldQuota::setGrant(Price total, Price perDay)
{
    m_total = total.nanos;
    m_day = perDay.nanos;
}

void HeldQuota::restart(Price total)
{
    m_total = total.nanos;
    m_spent = 0;
    m_daySpent = 0;
}

Money shareOf(Money whole, std::uint32_t index, std::uint32_t count)
{
    if (whole.micros <= 0 || count == 0)
        return {};
    const std::int64_t base = whole.micros / count;
    const std::int64_t remainder = whole.micros % count;
    return {base + (index < remainder ? 1 : 0)};
}

Price quotaOf(Money amount)
{
    constexpr std::int64_t kMostMicros = INT64_MAX / 2000; // sums of two quotas still fit
    return Price::perImpression({std::clamp<std::int64_t>(amount.micros, 0, kMostMicros)});
}

} // namespace gavel::dsp
