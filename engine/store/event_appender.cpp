// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/event_appender.h"

#include "engine/store/connection.h"
#include "engine/store/event_key.h"

#include <algorithm>
#include <string>

namespace gavel::store {

namespace {

constexpr int kColumns = 19;
constexpr std::size_t kTogether = 32;

/// For so many rows.
std::string insertOf(std::size_t rows)
{
    std::string sql = "INSERT INTO event_warm (key, at, kind, auction, campaign, seat, placement, "
                      "creative, user, amount, publisher, bid, floor, uncharged, country, device, "
                      "ad, seller, session) VALUES ";
    for (std::size_t row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : "), (";
        for (int column = 1; column <= kColumns; ++column)
            sql.append(column == 1 ? "$" : ", $")
                .append(std::to_string(row * kColumns + static_cast<std::size_t>(column)));
    }
    return sql + ")";
}

template<typename... Values>
void bindFrom(Statement& statement, int parameter, const Values&... values)
{
    (statement.bind(parameter++, static_cast<std::int64_t>(values)), ...);
}

void bindEvent(Statement& statement, std::size_t row, const LoggedEvent& event)
{
    bindFrom(statement, static_cast<int>(row) * kColumns + 1,
             eventKey(event.source, event.sequence), event.at.value, event.kind, event.auction,
             event.campaign, event.seat, event.placement, event.creative, event.user, event.amount,
             event.publisher, event.bid, event.floor, event.uncharged, event.country, event.device,
             event.ad, event.seller, event.session);
}

} // namespace

void EventAppender::remove(const LogProjection& projection)
{
    std::erase(m_projections, &projection);
}

Result<void> EventAppender::append(Connection& connection, const LoggedEvent& event)
{
    m_together.push_back(event);
    m_totals.add(event);
    for (LogProjection* projection : m_projections)
        projection->take(event);
    return m_together.size() < kTogether ? Result<void>() : insert(connection);
}

Result<void> EventAppender::insert(Connection& connection)
{
    static const std::string many = insertOf(kTogether);
    static const std::string one = insertOf(1);
    const bool isFull = m_together.size() == kTogether;
    const auto statement = connection.cached(isFull ? many : one);
    if (!statement)
        return statement.error();
    for (std::size_t i = 0; i < m_together.size(); ++i) {
        bindEvent(**statement, isFull ? i : 0, m_together[i]);
        if (!isFull || i + 1 == m_together.size())
            if (auto inserted = (*statement)->run(); !inserted)
                return inserted;
    }
    m_together.clear();
    return {};
}

Result<void> EventAppender::finish(Connection& connection)
{
    if (auto inserted = insert(connection); !inserted)
        return inserted;
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
