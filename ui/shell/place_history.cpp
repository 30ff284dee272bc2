// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/place_history.h"

namespace gavel::shell {

namespace {

constexpr std::size_t kMostPlaces = 100;

} // namespace

void PlaceHistory::open(const bridge::Destination& place)
{
    if (!m_places.empty() && m_places[m_at] == place)
        return;
    if (!m_places.empty())
        m_places.resize(m_at + 1);
    m_places.push_back(place);
    if (m_places.size() > kMostPlaces)
        m_places.erase(m_places.begin());
    m_at = m_places.size() - 1;
}

void PlaceHistory::refine(const bridge::Destination& place)
{
    if (!m_places.empty() && m_places[m_at].page == place.page)
        m_places[m_at] = place;
}

const bridge::Destination* PlaceHistory::back()
{
    return canBack() ? &m_places[--m_at] : nullptr;
}

const bridge::Destination* PlaceHistory::forward()
{
    return canForward() ? &m_places[++m_at] : nullptr;
}

} // namespace gavel::shell
