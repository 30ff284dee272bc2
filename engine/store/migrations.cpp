// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/migrations.h"

#include "engine/store/connection.h"

#include <map>
#include <string>

namespace gavel::store {

namespace {

constexpr std::int64_t kApplicationId = 0x4741564c; // "GAVL"

constexpr std::string_view kTables = R"sql(
CREATE TABLE campaign (
    market TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    advertiser TEXT NOT NULL,
    status TEXT NOT NULL,
    version INTEGER NOT NULL,
    spent_micros INTEGER NOT NULL DEFAULT 0,
    json TEXT NOT NULL,
    PRIMARY KEY (market, id)
) STRICT;
CREATE TABLE draft (name TEXT PRIMARY KEY, json TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
)sql";

// The key of an event is source * 2^40 + sequence: rows of a source append, and no second index is
// needed to know that an event is there exactly once. Kinds are numbered as model::EventKind.
constexpr std::string_view kEventLog = R"sql(
CREATE TABLE run (id INTEGER PRIMARY KEY, market TEXT NOT NULL, began_at INTEGER NOT NULL) STRICT;
CREATE TABLE source (id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run(id), name TEXT NOT NULL) STRICT;
CREATE TABLE name (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('campaign', 'seat', 'placement', 'creative')),
    text TEXT NOT NULL,
    UNIQUE (kind, text)
) STRICT;
CREATE TABLE event (
    key INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    auction INTEGER NOT NULL,
    campaign INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    placement INTEGER NOT NULL,
    creative INTEGER NOT NULL,
    user INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    publisher INTEGER NOT NULL,
    source INTEGER GENERATED ALWAYS AS (key >> 40) VIRTUAL,
    sequence INTEGER GENERATED ALWAYS AS (key & 1099511627775) VIRTUAL
) STRICT;
CREATE TABLE campaign_total (
    run INTEGER NOT NULL REFERENCES run(id),
    campaign INTEGER NOT NULL REFERENCES name(id),
    bids INTEGER NOT NULL,
    wins INTEGER NOT NULL,
    impressions INTEGER NOT NULL,
    clicks INTEGER NOT NULL,
    conversions INTEGER NOT NULL,
    spent_nanos INTEGER NOT NULL,
    value_micros INTEGER NOT NULL,
    PRIMARY KEY (run, campaign)
) STRICT, WITHOUT ROWID;
CREATE TABLE campaign_quarter (
    run INTEGER NOT NULL REFERENCES run(id),
    campaign INTEGER NOT NULL REFERENCES name(id),
    quarter INTEGER NOT NULL,
    spent_nanos INTEGER NOT NULL,
    PRIMARY KEY (run, campaign, quarter)
) STRICT, WITHOUT ROWID;
CREATE VIEW event_text AS
SELECT e.source, e.sequence, datetime(e.at / 1000, 'unixepoch') AS at_utc,
    CASE e.kind WHEN 0 THEN 'requests' WHEN 1 THEN 'bid' WHEN 2 THEN 'win' WHEN 3 THEN 'impression'
        WHEN 4 THEN 'viewable' WHEN 5 THEN 'click' WHEN 6 THEN 'conversion' END AS kind,
    e.auction, c.text AS campaign, s.text AS seat, p.text AS placement, r.text AS creative, e.amount, e.publisher
FROM event e LEFT JOIN name c ON c.id = e.campaign LEFT JOIN name s ON s.id = e.seat
LEFT JOIN name p ON p.id = e.placement LEFT JOIN name r ON r.id = e.creative;
)sql";

constexpr std::string_view kRecords = R"sql(
CREATE TABLE record (
    kind TEXT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (kind, place),
    UNIQUE (kind, name)
) STRICT, WITHOUT ROWID;
)sql";

// What each placement sold in each quarter of an hour, so that a day needs no scan of the log.
// A win says with which price the seat bid and which floor held; 0 = written before that was kept.
constexpr std::string_view kSupply = R"sql(
CREATE TABLE placement_quarter (
    run INTEGER NOT NULL REFERENCES run(id),
    placement INTEGER NOT NULL REFERENCES name(id),
    quarter INTEGER NOT NULL,
    wins INTEGER NOT NULL,
    publisher_nanos INTEGER NOT NULL,
    PRIMARY KEY (run, placement, quarter)
) STRICT, WITHOUT ROWID;
INSERT INTO placement_quarter
SELECT s.run, e.placement, (e.at - ((e.at % 900000) + 900000) % 900000) / 900000 AS q, count(*),
    sum(e.publisher)
FROM event e JOIN source s ON s.id = e.key >> 40 WHERE e.kind = 2 AND e.placement <> 0
GROUP BY s.run, e.placement, q;
ALTER TABLE event ADD COLUMN bid INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN floor INTEGER NOT NULL DEFAULT 0;
)sql";

// A win that its campaign's quota did not cover any more is in the log, but not in what the
// campaign spent.
constexpr std::string_view kUncharged
    = "ALTER TABLE event ADD COLUMN uncharged INTEGER NOT NULL DEFAULT 0";

// Real auctions have the top bit: what is told of them may come days later and must find its win.
// Auctions of scenarios are left out, so that a flat-out market keeps one index.
constexpr std::string_view kRealAuctions
    = "CREATE INDEX event_real_auction ON event (auction) WHERE auction < 0 AND kind >= 2";

// What a market that starts again must know of its earlier runs without reading the log.
constexpr std::string_view kEarned = R"sql(
ALTER TABLE campaign_total ADD COLUMN uncharged_nanos INTEGER NOT NULL DEFAULT 0;
ALTER TABLE campaign_total ADD COLUMN publisher_nanos INTEGER NOT NULL DEFAULT 0;
UPDATE campaign_total SET publisher_nanos = earned.nanos
FROM (SELECT s.run, e.campaign, sum(e.publisher) AS nanos FROM event e
    JOIN source s ON s.id = e.key >> 40 WHERE e.kind = 2 GROUP BY s.run, e.campaign) AS earned
WHERE earned.run = campaign_total.run AND earned.campaign = campaign_total.campaign;
)sql";

// What an event is counted by, beside what it names. Labels are numbered apart from names, which
// know four kinds only. `ad` and `seller` (a publisher) are those that were told; an event of a
// market has its ad by its creative and its seller by its placement.
constexpr std::string_view kCountedBy = R"sql(
CREATE TABLE label (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('country', 'device', 'ad', 'publisher', 'advertiser', 'zone')),
    text TEXT NOT NULL,
    UNIQUE (kind, text)
) STRICT;
ALTER TABLE event ADD COLUMN country INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN device INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN ad INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN seller INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN session INTEGER NOT NULL DEFAULT 0;
)sql";

// Generated columns are worked out for every row that is written, also when nobody asks for them.
constexpr std::string_view kPlainKey = R"sql(
DROP VIEW event_text;
ALTER TABLE event DROP COLUMN source;
ALTER TABLE event DROP COLUMN sequence;
CREATE VIEW event_text AS
SELECT e.key >> 40 AS source, e.key & 1099511627775 AS sequence, datetime(e.at / 1000, 'unixepoch') AS at_utc,
    CASE e.kind WHEN 0 THEN 'requests' WHEN 1 THEN 'bid' WHEN 2 THEN 'win' WHEN 3 THEN 'impression'
        WHEN 4 THEN 'viewable' WHEN 5 THEN 'click' WHEN 6 THEN 'conversion' END AS kind,
    e.auction, c.text AS campaign, s.text AS seat, p.text AS placement, r.text AS creative, e.amount, e.publisher
FROM event e LEFT JOIN name c ON c.id = e.campaign LEFT JOIN name s ON s.id = e.seat
LEFT JOIN name p ON p.id = e.placement LEFT JOIN name r ON r.id = e.creative;
)sql";

// Events of old days leave the table for segment files: see tiers/README.md. The view `event` is
// all of them; while there is no segment it is the table itself and costs nothing.
constexpr std::string_view kTiers = R"sql(
DROP VIEW event_text;
ALTER TABLE event RENAME TO event_warm;
CREATE VIEW event AS SELECT key, at, kind, auction, campaign, seat, placement, creative, user, amount, publisher, bid,
    floor, uncharged, country, device, ad, seller, session FROM event_warm;
CREATE VIEW event_text AS
SELECT e.key >> 40 AS source, e.key & 1099511627775 AS sequence, datetime(e.at / 1000, 'unixepoch') AS at_utc,
    CASE e.kind WHEN 0 THEN 'requests' WHEN 1 THEN 'bid' WHEN 2 THEN 'win' WHEN 3 THEN 'impression'
        WHEN 4 THEN 'viewable' WHEN 5 THEN 'click' WHEN 6 THEN 'conversion' END AS kind,
    e.auction, c.text AS campaign, s.text AS seat, p.text AS placement, r.text AS creative, e.amount, e.publisher
FROM event e LEFT JOIN name c ON c.id = e.campaign LEFT JOIN name s ON s.id = e.seat
LEFT JOIN name p ON p.id = e.placement LEFT JOIN name r ON r.id = e.creative;
CREATE TABLE log_segment (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL UNIQUE,
    tier TEXT NOT NULL CHECK (tier IN ('cold', 'archive', 'dropped')),
    archive TEXT NOT NULL,
    day INTEGER NOT NULL,
    events INTEGER NOT NULL,
    first_key INTEGER NOT NULL,
    last_key INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    reached INTEGER NOT NULL,
    keep_until INTEGER NOT NULL
) STRICT;
CREATE TABLE log_segment_source (
    source INTEGER NOT NULL,
    segment INTEGER NOT NULL REFERENCES log_segment(id),
    first_key INTEGER NOT NULL,
    last_key INTEGER NOT NULL,
    PRIMARY KEY (source, segment)
) STRICT, WITHOUT ROWID;
CREATE TABLE tier_policy (
    version INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
)sql";

// Many events as one row: see packs/README.md. The view `event` reads rows, packs and segments, by
// the virtual table that every connection has. `source_reach` is how far each source is stored,
// which needs no file of its old days, be they away.
constexpr std::string_view kPacks = R"sql(
CREATE TABLE event_pack (
    first_key INTEGER PRIMARY KEY,
    last_key INTEGER NOT NULL,
    events INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;
DROP VIEW event;
CREATE VIEW event AS SELECT key, at, kind, auction, campaign, seat, placement, creative, user, amount, publisher, bid,
    floor, uncharged, country, device, ad, seller, session FROM event_log;
CREATE VIEW source_reach AS SELECT s.id AS source, max(
    coalesce((SELECT max(key) FROM event_warm WHERE key BETWEEN s.id << 40 AND ((s.id + 1) << 40) - 1), 0),
    coalesce((SELECT last_key FROM event_pack WHERE first_key BETWEEN s.id << 40 AND ((s.id + 1) << 40) - 1
        ORDER BY first_key DESC LIMIT 1), 0),
    coalesce((SELECT max(last_key) FROM log_segment_source WHERE source = s.id), 0)) AS key
FROM source s;
)sql";

// Of which segments an event's user was: a tag of the kind 'audience' names tags of the kind
// 'segment'. What was written before is of none.
constexpr std::string_view kAudiences = R"sql(
CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('segment', 'audience')),
    text TEXT NOT NULL,
    UNIQUE (kind, text)
) STRICT;
ALTER TABLE event_warm ADD COLUMN audience INTEGER NOT NULL DEFAULT 0;
DROP VIEW event;
CREATE VIEW event AS SELECT key, at, kind, auction, campaign, seat, placement, creative, user, amount, publisher, bid,
    floor, uncharged, country, device, ad, seller, session, audience FROM event_log;
)sql";

// A campaign that has left the market may still owe for what it did: its row stays.
constexpr std::string_view kRemoved = "ALTER TABLE campaign ADD COLUMN removed_at INTEGER";

constexpr Migration kStoreMigrations[]{
    {"store", 1, kTables},  {"store", 2, kEventLog},  {"store", 3, kRecords},
    {"store", 4, kSupply},  {"store", 5, kUncharged}, {"store", 6, kRealAuctions},
    {"store", 7, kEarned},  {"store", 8, kCountedBy}, {"store", 9, kPlainKey},
    {"store", 10, kTiers},  {"store", 11, kPacks},    {"store", 12, kAudiences},
    {"store", 13, kRemoved}};

/// Makes an empty file a workspace; refuses a file of another program.
Result<void> claim(Connection& connection)
{
    const auto identity = connection.integer("PRAGMA application_id");
    if (!identity)
        return identity.error();
    const auto tables = connection.integer("SELECT count(*) FROM sqlite_schema");
    if (!tables)
        return tables.error();
    if (*identity == kApplicationId)
        return {};
    if (*identity != 0 || *tables != 0)
        return Error{"NOT_A_WORKSPACE", "workspace", "the file belongs to another program",
                     "choose a *.gavel file"};
    return connection.execute(
        "BEGIN IMMEDIATE;"
        "CREATE TABLE schema_version (room TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;"
        "PRAGMA application_id = "
        + std::to_string(kApplicationId) + "; COMMIT;");
}

Result<int> versionOf(Connection& connection, std::string_view room)
{
    auto statement = connection.prepare("SELECT number FROM schema_version WHERE room = $1");
    if (!statement)
        return statement.error();
    const auto row = statement->bindAll(room).step();
    if (!row)
        return row.error();
    return *row ? static_cast<int>(statement->integer(0)) : 0;
}

Result<void> applyOne(Connection& connection, const Migration& migration)
{
    auto record = connection.prepare("INSERT INTO schema_version (room, number) VALUES ($1, $2) "
                                     "ON CONFLICT (room) DO UPDATE SET number = excluded.number");
    if (!record)
        return record.error();
    if (auto begun = connection.execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    auto done = connection.execute(migration.sql);
    if (done)
        done = record->bindAll(migration.room, migration.number).run();
    if (done)
        done = connection.execute("COMMIT");
    if (!done && connection.inTransaction())
        (void)connection.execute("ROLLBACK");
    return done;
}

} // namespace

std::span<const Migration> storeMigrations()
{
    return kStoreMigrations;
}

Result<void> migrate(Connection& connection, std::span<const Migration> migrations)
{
    if (auto ours = claim(connection); !ours)
        return ours;
    std::map<std::string_view, int> newest;
    for (const Migration& migration : migrations)
        newest[migration.room] = migration.number;
    std::map<std::string_view, int> reached;
    for (const auto& [room, number] : newest) {
        const auto version = versionOf(connection, room);
        if (!version)
            return version.error();
        if (*version > number)
            return Error{"WORKSPACE_NEWER", "workspace",
                         "a newer Gavel wrote this file: " + std::string(room) + " "
                             + std::to_string(*version) + ", known up to " + std::to_string(number),
                         "open it with that version"};
        reached[room] = *version;
    }
    for (const Migration& migration : migrations) {
        if (migration.number <= reached[migration.room])
            continue;
        if (auto applied = applyOne(connection, migration); !applied)
            return applied;
    }
    return {};
}

} // namespace gavel::store
