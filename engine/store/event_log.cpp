// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/event_log.h"

#include "engine/store/connection.h"
#include "engine/store/event_key.h"

namespace gavel::store {

namespace {

constexpr std::string_view kReadTotals = R"sql(
SELECT n.text, sum(t.bids), sum(t.wins), sum(t.impressions), sum(t.clicks), sum(t.conversions),
    sum(t.spent_nanos), sum(t.value_micros)
FROM campaign_total t JOIN run r ON r.id = t.run JOIN name n ON n.id = t.campaign
WHERE r.market = $1 GROUP BY n.text ORDER BY n.text)sql";

constexpr std::string_view kRecount = R"sql(
SELECT n.text, sum(e.kind = 1), sum(e.kind = 2), sum(e.kind = 3), sum(e.kind = 5), sum(e.kind = 6),
    sum(CASE e.kind WHEN 2 THEN e.amount * (1 - e.uncharged) ELSE 0 END), sum(CASE e.kind WHEN 6 THEN e.amount ELSE 0 END)
FROM run r JOIN source s ON s.run = r.id JOIN event e ON e.key BETWEEN s.id << 40 AND ((s.id + 1) << 40) - 1
JOIN name n ON n.id = e.campaign
WHERE r.market = $1 GROUP BY n.text ORDER BY n.text)sql";

Result<std::vector<CampaignTotals>> totalsOf(Connection& connection, std::string_view sql,
                                             std::string_view market)
{
    auto statement = connection.prepare(sql);
    if (!statement)
        return statement.error();
    statement->bindAll(market);
    const auto count
        = [&](int column) { return static_cast<std::uint64_t>(statement->integer(column)); };
    std::vector<CampaignTotals> totals;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return totals;
        totals.push_back({std::string(statement->text(0)), count(1), count(2), count(3), count(4),
                          count(5), statement->integer(6), Money{statement->integer(7)}});
    }
}

} // namespace

Result<std::vector<CampaignTotals>> readTotals(Connection& connection, std::string_view market)
{
    return totalsOf(connection, kReadTotals, market);
}

Result<std::vector<CampaignTotals>> recountTotals(Connection& connection, std::string_view market)
{
    return totalsOf(connection, kRecount, market);
}

Result<std::int64_t> readSpent(Connection& connection, std::string_view market,
                               std::string_view campaignId, TimeMs from, TimeMs to)
{
    auto statement = connection.prepare("SELECT sum(q.spent_nanos) FROM campaign_quarter q JOIN "
                                        "run r ON r.id = q.run JOIN name n ON n.id = q.campaign "
                                        "WHERE r.market = $1 AND n.kind = 'campaign' AND n.text = "
                                        "$2 AND q.quarter >= $3 AND q.quarter < $4");
    if (!statement)
        return statement.error();
    const auto row = statement->bindAll(market, campaignId, quarterOf(from), quarterOf(to)).step();
    if (!row)
        return row.error();
    return statement->integer(0);
}

Result<std::map<std::string, SupplyTotals>>
readSupply(Connection& connection, std::string_view market, TimeMs from, TimeMs to)
{
    auto statement = connection.prepare(
        "SELECT n.text, sum(q.wins), sum(q.publisher_nanos) FROM placement_quarter q "
        "JOIN run r ON r.id = q.run JOIN name n ON n.id = q.placement "
        "WHERE r.market = $1 AND q.quarter >= $2 AND q.quarter < $3 GROUP BY n.text");
    if (!statement)
        return statement.error();
    statement->bindAll(market, quarterOf(from), quarterOf(to));
    std::map<std::string, SupplyTotals> totals;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return totals;
        totals[std::string(statement->text(0))]
            = {static_cast<std::uint64_t>(statement->integer(1)), statement->integer(2)};
    }
}

Result<std::vector<StoredEvent>> readEvents(Connection& connection, std::uint32_t source,
                                            std::uint64_t after, std::size_t most)
{
    auto statement = connection.prepare(
        "SELECT e.sequence, e.kind, e.at, e.auction, c.text, s.text, p.text, r.text, e.user, "
        "e.amount, e.publisher, e.uncharged "
        "FROM event e LEFT JOIN name c ON c.id = e.campaign LEFT JOIN name s ON s.id = e.seat "
        "LEFT JOIN name p ON p.id = e.placement LEFT JOIN name r ON r.id = e.creative "
        "WHERE e.key > $1 AND e.key <= $2 ORDER BY e.key LIMIT $3");
    if (!statement)
        return statement.error();
    statement->bindAll(eventKey(source, after), eventKey(source, kMostSequence), most);
    const auto text = [&](int column) { return std::string(statement->text(column)); };
    const auto number
        = [&](int column) { return static_cast<std::uint64_t>(statement->integer(column)); };
    std::vector<StoredEvent> events;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return events;
        events.push_back({source, number(0), static_cast<model::EventKind>(statement->integer(1)),
                          TimeMs{statement->integer(2)}, number(3), text(4), text(5), text(6),
                          text(7), number(8), statement->integer(9), statement->integer(10),
                          statement->integer(11) != 0});
    }
}

Result<std::uint64_t> lastSequence(Connection& connection, std::uint32_t source)
{
    auto statement = connection.prepare("SELECT max(key) FROM event WHERE key BETWEEN $1 AND $2");
    if (!statement)
        return statement.error();
    const auto row
        = statement->bindAll(eventKey(source, 0), eventKey(source, kMostSequence)).step();
    if (!row)
        return row.error();
    return static_cast<std::uint64_t>(statement->integer(0)) & kMostSequence;
}

} // namespace gavel::store
