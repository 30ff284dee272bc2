// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/verify.h"

#include "engine/store/connection.h"
#include "engine/store/packs/pack_check.h"
#include "engine/store/tiers/segment_check.h"

namespace gavel::store {

namespace {

/// A check as a query: `broken` counts what is wrong, `looked` what was looked at.
struct Query
{
    const char* name;
    const char* what; ///< of one that is broken
    const char* broken;
    const char* looked;
    const char* unproven = nullptr; ///< counts what the log cannot prove
};

constexpr const char* kWins = "SELECT count(*) FROM event WHERE kind = 2";

constexpr Query kQueries[]{
    {"sequences", "sources with a gap",
     "SELECT count(*) FROM (SELECT 1 FROM event GROUP BY key >> 40 "
     "HAVING min(key & 1099511627775) <> 1 OR max(key & 1099511627775) <> count(*))",
     "SELECT count(*) FROM event"},
    {"event sources", "events of a source that the file does not know",
     "SELECT count(*) FROM event e WHERE NOT EXISTS (SELECT 1 FROM source s WHERE s.id = e.key >> "
     "40)",
     "SELECT count(*) FROM event"},
    {"event names", "events that name what the file does not know",
     "SELECT count(*) FROM event e LEFT JOIN name c ON c.id = e.campaign AND c.kind = 'campaign' "
     "LEFT JOIN name s ON s.id = e.seat AND s.kind = 'seat' "
     "LEFT JOIN name p ON p.id = e.placement AND p.kind = 'placement' "
     "LEFT JOIN name r ON r.id = e.creative AND r.kind = 'creative' "
     "LEFT JOIN tag t ON t.id = e.audience AND t.kind = 'audience' "
     "WHERE (e.campaign <> 0 AND c.id IS NULL) OR (e.seat <> 0 AND s.id IS NULL) "
     "OR (e.placement <> 0 AND p.id IS NULL) OR (e.creative <> 0 AND r.id IS NULL) "
     "OR (e.audience <> 0 AND t.id IS NULL)",
     "SELECT count(*) FROM event"},
    {"totals", "campaign totals that differ from a recount",
     "WITH counted AS (SELECT s.run, e.campaign, sum(e.kind = 1) b, sum(e.kind = 2) w, sum(e.kind "
     "= 3) i, "
     "sum(e.kind = 5) c, sum(e.kind = 6) v, sum(CASE e.kind WHEN 2 THEN e.amount * (1 - "
     "e.uncharged) ELSE 0 END) n, "
     "sum(CASE e.kind WHEN 6 THEN e.amount ELSE 0 END) m, "
     "sum(CASE e.kind WHEN 2 THEN e.amount * e.uncharged ELSE 0 END) u, "
     "sum(CASE e.kind WHEN 2 THEN e.publisher ELSE 0 END) p FROM event e JOIN source s ON s.id = "
     "e.key >> 40 "
     "WHERE e.campaign <> 0 GROUP BY s.run, e.campaign) "
     "SELECT count(DISTINCT run || ' ' || campaign) FROM (SELECT * FROM (SELECT * FROM counted "
     "EXCEPT SELECT * FROM "
     "campaign_total) "
     "UNION ALL SELECT * FROM (SELECT * FROM campaign_total EXCEPT SELECT * FROM counted))",
     "SELECT count(*) FROM campaign_total"},
    {"spending", "quarters of an hour whose spending differs from a recount",
     "WITH counted AS (SELECT s.run, e.campaign, "
     "(e.at - ((e.at % 900000) + 900000) % 900000) / 900000 q, sum(e.amount) "
     "FROM event e JOIN source s ON s.id = e.key >> 40 WHERE e.kind = 2 AND e.uncharged = 0 AND "
     "e.campaign <> 0 GROUP BY s.run, e.campaign, q) "
     "SELECT count(DISTINCT run || ' ' || campaign || ' ' || q) FROM (SELECT * FROM (SELECT * FROM "
     "counted EXCEPT SELECT * FROM "
     "campaign_quarter) "
     "UNION ALL SELECT * FROM (SELECT * FROM campaign_quarter EXCEPT SELECT * FROM counted))",
     "SELECT count(*) FROM campaign_quarter"},
    {"wins", "wins without an auction, or auctions of a run won twice",
     "SELECT (SELECT count(*) FROM event WHERE kind = 2 AND auction = 0) + "
     "(SELECT count(*) FROM (SELECT 1 FROM event e JOIN source s ON s.id = e.key >> 40 "
     "WHERE e.kind = 2 AND e.auction <> 0 GROUP BY s.run, e.auction HAVING count(*) > 1))",
     kWins},
    {"prices", "wins whose price is negative or below the publisher's part",
     "SELECT count(*) FROM event WHERE kind = 2 AND (publisher < 0 OR amount < publisher)", kWins},
    {"clearing prices", "wins priced above the winner's bid or below the floor",
     "SELECT count(*) FROM event WHERE kind = 2 AND bid > 0 AND (amount > bid OR amount < floor)",
     "SELECT count(*) FROM event WHERE kind = 2 AND bid > 0",
     "SELECT count(*) FROM event WHERE kind = 2 AND bid = 0"},
    // Of a real auction, whose number is its market's own, they may be told in a later run. What is
    // told from outside belongs to auctions that were not ours.
    {"deliveries", "auctions with an impression, click or conversion that nobody won",
     "SELECT count(*) FROM (SELECT CASE WHEN e.auction < 0 THEN r.market ELSE s.run END, e.auction "
     "FROM event e JOIN source s ON s.id = e.key >> 40 JOIN run r ON r.id = s.run "
     "WHERE e.kind BETWEEN 3 AND 6 AND r.market <> 'outside' "
     "EXCEPT SELECT CASE WHEN e.auction < 0 THEN r.market ELSE s.run END, e.auction FROM event e "
     "JOIN source s ON s.id = e.key >> 40 JOIN run r ON r.id = s.run WHERE e.kind = 2)",
     "SELECT count(*) FROM event WHERE kind BETWEEN 3 AND 6"},
    {"told once", "real auctions of which the same was told twice",
     "SELECT count(*) FROM (SELECT 1 FROM event e JOIN source s ON s.id = e.key >> 40 "
     "JOIN run r ON r.id = s.run WHERE e.auction < 0 AND e.kind >= 3 "
     "GROUP BY r.market, e.auction, e.kind HAVING count(*) > 1)",
     "SELECT count(*) FROM event WHERE auction < 0 AND kind >= 3"},
    {"supply", "placements' quarters of an hour that differ from a recount",
     "WITH counted AS (SELECT s.run, e.placement, "
     "(e.at - ((e.at % 900000) + 900000) % 900000) / 900000 q, count(*), sum(e.publisher) "
     "FROM event e JOIN source s ON s.id = e.key >> 40 WHERE e.kind = 2 AND e.placement <> 0 "
     "GROUP BY s.run, e.placement, q) "
     "SELECT count(DISTINCT run || ' ' || placement || ' ' || q) FROM (SELECT * FROM (SELECT * "
     "FROM counted EXCEPT SELECT * FROM "
     "placement_quarter) "
     "UNION ALL SELECT * FROM (SELECT * FROM placement_quarter EXCEPT SELECT * FROM counted))",
     "SELECT count(*) FROM placement_quarter"},
};

Result<Check> integrity(Connection& connection)
{
    auto statement = connection.prepare("PRAGMA integrity_check(1)");
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return Check{"integrity", *row && statement->text(0) == "ok", std::string(statement->text(0))};
}

Result<Check> run(Connection& connection, const Query& query)
{
    const auto broken = connection.integer(query.broken);
    if (!broken)
        return broken.error();
    const auto looked = connection.integer(query.looked);
    if (!looked)
        return looked.error();
    const bool ok = *broken == 0;
    std::string detail
        = ok ? std::to_string(*looked) + " checked" : std::to_string(*broken) + " " + query.what;
    if (query.unproven != nullptr) {
        const auto unproven = connection.integer(query.unproven);
        if (!unproven)
            return unproven.error();
        if (*unproven > 0)
            detail += "; " + std::to_string(*unproven) + " not provable: the log holds no bid";
    }
    return Check{query.name, ok, std::move(detail)};
}

Result<std::vector<Check>> runAll(Connection& connection)
{
    std::vector<Check> checks;
    auto first = integrity(connection);
    if (!first)
        return first.error();
    checks.push_back(std::move(*first));
    auto segments = checkSegments(connection);
    if (!segments)
        return segments.error();
    checks.push_back(std::move(*segments));
    auto packs = checkPacks(connection);
    if (!packs)
        return packs.error();
    checks.push_back(std::move(*packs));
    for (const Query& query : kQueries) {
        auto check = run(connection, query);
        const auto unread = check ? std::nullopt : unreadCheck(query.name, check.error());
        if (!check && !unread)
            return check.error();
        checks.push_back(check ? *check : *unread);
    }
    return checks;
}

} // namespace

// One read transaction, so that a running market's totals and events are of the same commit.
Result<std::vector<Check>> verify(Connection& connection)
{
    if (auto begun = connection.execute("BEGIN"); !begun)
        return begun.error();
    auto checks = runAll(connection);
    if (auto ended = connection.execute("COMMIT"); checks && !ended)
        return ended.error();
    return checks;
}

} // namespace gavel::store
