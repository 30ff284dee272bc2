// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/event_appender.h"

#include "engine/store/connection.h"
#include "engine/store/moving/tier_policy.h"
#include "engine/store/packs/pack_table.h"
#include "engine/store/tiers/event_reader.h"

#include <algorithm>
#include <string>

namespace gavel::store {

namespace {

constexpr std::size_t kTogether = 32; // rows of one statement
constexpr std::size_t kMostWaiting = std::size_t{32} * 1024;

/// For so many rows.
std::string insertOf(std::size_t rows)
{
    std::string sql = "INSERT INTO event_warm (key, at, kind, auction, campaign, seat, placement, "
                      "creative, user, amount, publisher, bid, floor, uncharged, country, device, "
                      "ad, seller, session, audience) VALUES ";
    for (std::size_t row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : "), (";
        for (std::size_t column = 1; column <= kEventColumns; ++column)
            sql.append(column == 1 ? "$" : ", $")
                .append(std::to_string(row * kEventColumns + column));
    }
    return sql + ")";
}

bool keyBefore(const EventRow& a, const EventRow& b)
{
    return a[kKeyColumn] < b[kKeyColumn];
}

bool ofAnother(const EventRow& a, const EventRow& b)
{
    return a[kKeyColumn] >> 40 != b[kKeyColumn] >> 40
        || dayOf({a[kAtColumn]}) != dayOf({b[kAtColumn]});
}

} // namespace

void EventAppender::remove(const LogProjection& projection)
{
    std::erase(m_projections, &projection);
}

Result<void> EventAppender::append(Connection& connection, const LoggedEvent& event)
{
    m_waiting.push_back(rowOf(event));
    m_totals.add(event);
    for (LogProjection* projection : m_projections)
        projection->take(event);
    return m_waiting.size() < kMostWaiting ? Result<void>() : storeWaiting(connection);
}

Result<void> EventAppender::storeWaiting(Connection& connection)
{
    if (!std::ranges::is_sorted(m_waiting, keyBefore))
        std::ranges::sort(m_waiting, keyBefore);
    for (auto begin = m_waiting.begin(); begin != m_waiting.end();) {
        auto end = std::adjacent_find(begin, m_waiting.end(), ofAnother);
        if (end != m_waiting.end())
            ++end;
        if (auto stored = store(connection, {begin, end}); !stored)
            return stored;
        begin = end;
    }
    m_waiting.clear();
    return {};
}

// Few events, real auctions and what comes late are rows.
Result<void> EventAppender::store(Connection& connection, std::span<const EventRow> events)
{
    if (events.size() < kLeastPacked || std::ranges::any_of(events, isOfRealAuction))
        return insert(connection, events);
    while (!events.empty()) {
        const auto pack = events.first(std::min(events.size(), kMostPacked));
        const auto added = addPack(connection, pack);
        if (!added)
            return added.error();
        if (!*added)
            if (auto inserted = insert(connection, pack); !inserted)
                return inserted;
        events = events.subspan(pack.size());
    }
    return {};
}

Result<void> EventAppender::insert(Connection& connection, std::span<const EventRow> events)
{
    static const std::string many = insertOf(kTogether);
    static const std::string one = insertOf(1);
    while (!events.empty()) {
        const bool isFull = events.size() >= kTogether;
        const auto statement = connection.cached(isFull ? many : one);
        if (!statement)
            return statement.error();
        int parameter = 0;
        for (const EventRow& event : events.first(isFull ? kTogether : 1))
            for (const std::int64_t value : event)
                (*statement)->bind(++parameter, value);
        if (auto inserted = (*statement)->run(); !inserted)
            return inserted;
        events = events.subspan(isFull ? kTogether : 1);
    }
    return {};
}

Result<void> EventAppender::finish(Connection& connection)
{
    if (auto stored = storeWaiting(connection); !stored)
        return stored;
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
