// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/event_appender.h"

#include "engine/store/connection.h"
#include "engine/store/event_key.h"

#include <algorithm>

namespace gavel::store {

namespace {

constexpr std::string_view kInsert
    = "INSERT INTO event (key, at, kind, auction, campaign, seat, placement, creative, user, "
      "amount, publisher, bid, floor, uncharged, country, device, ad, seller, session) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
      "$19)";

} // namespace

void EventAppender::remove(const LogProjection& projection)
{
    std::erase(m_projections, &projection);
}

Result<void> EventAppender::append(Connection& connection, const LoggedEvent& event)
{
    const auto insert = connection.cached(kInsert);
    if (!insert)
        return insert.error();
    (*insert)->bindAll(eventKey(event.source, event.sequence), event.at.value,
                       static_cast<std::int64_t>(event.kind), event.auction, event.campaign,
                       event.seat, event.placement, event.creative, event.user, event.amount,
                       event.publisher, event.bid, event.floor, event.uncharged, event.country,
                       event.device, event.ad, event.seller, event.session);
    if (auto inserted = (*insert)->run(); !inserted)
        return inserted;
    m_totals.add(event);
    for (LogProjection* projection : m_projections)
        projection->take(event);
    return {};
}

Result<void> EventAppender::finish(Connection& connection)
{
    if (auto stored = m_totals.store(connection); !stored)
        return stored;
    for (LogProjection* projection : m_projections)
        if (auto stored = projection->store(connection); !stored)
            return stored;
    return {};
}

void EventAppender::committed()
{
    for (LogProjection* projection : m_projections)
        projection->committed();
}

} // namespace gavel::store
