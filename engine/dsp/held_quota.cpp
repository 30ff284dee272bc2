// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/held_quota.h"

#include <boost/assert.hpp>

namespace gavel::dsp {

model::GrantAnswer HeldQuota::apply(const model::QuotaGrant& grant, TimeMs now)
{
    if (grant.place() == m_place)
        return model::GrantAnswer::Same;
    if (grant.place() < m_place)
        return model::GrantAnswer::Stale;
    m_place = grant.place();
    m_limit = grant.limit.nanos;
    m_notAfter = grant.notAfter;
    m_isOpen = now < m_notAfter;
    return model::GrantAnswer::Applied;
}

bool HeldQuota::hold(Price price)
{
    if (price.nanos <= 0 || price > left())
        return false;
    m_held += price.nanos;
    BOOST_VERIFY(m_spent + m_held <= m_limit);
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
}

} // namespace gavel::dsp
