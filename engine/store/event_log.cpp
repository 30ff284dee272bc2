// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/event_log.h"

#include "engine/store/connection.h"
#include "engine/store/event_audience.h"
#include "engine/store/event_key.h"

namespace gavel::store {

namespace {

constexpr std::string_view kReadTotals = R"sql(
SELECT n.text, sum(t.bids), sum(t.wins), sum(t.impressions), sum(t.clicks), sum(t.conversions),
    sum(t.spent_nanos), sum(t.uncharged_nanos), sum(t.publisher_nanos), sum(t.value_micros)
FROM campaign_total t JOIN run r ON r.id = t.run JOIN name n ON n.id = t.campaign
WHERE r.market = $1 AND ($2 = 0 OR r.id = $2) GROUP BY n.text ORDER BY n.text)sql";

constexpr std::string_view kRecount = R"sql(
SELECT n.text, sum(e.kind = 1), sum(e.kind = 2), sum(e.kind = 3), sum(e.kind = 5), sum(e.kind = 6),
    sum(CASE e.kind WHEN 2 THEN e.amount * (1 - e.uncharged) ELSE 0 END),
    sum(CASE e.kind WHEN 2 THEN e.amount * e.uncharged ELSE 0 END),
    sum(CASE e.kind WHEN 2 THEN e.publisher ELSE 0 END), sum(CASE e.kind WHEN 6 THEN e.amount ELSE 0 END)
FROM run r JOIN source s ON s.run = r.id JOIN event e ON e.key BETWEEN s.id << 40 AND ((s.id + 1) << 40) - 1
JOIN name n ON n.id = e.campaign
WHERE r.market = $1 AND ($2 = 0 OR r.id = $2) GROUP BY n.text ORDER BY n.text)sql";

constexpr std::string_view kSelectEvents
    = "SELECT e.key, e.kind, e.at, e.auction, c.text, s.text, p.text, r.text, e.user, e.amount, "
      "e.publisher, e.bid, e.floor, e.uncharged, l.text, d.text, e.audience "
      "FROM event e LEFT JOIN name c ON c.id = e.campaign LEFT JOIN name s ON s.id = e.seat "
      "LEFT JOIN name p ON p.id = e.placement LEFT JOIN name r ON r.id = e.creative "
      "LEFT JOIN label l ON l.id = e.country LEFT JOIN label d ON d.id = e.device ";

Result<StoredEvent> eventOf(Connection& connection, const Statement& row)
{
    const auto text = [&](int column) { return std::string(row.text(column)); };
    const auto number = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
    auto segments = segmentsOf(connection, static_cast<std::uint32_t>(number(16)));
    if (!segments)
        return segments.error();
    return StoredEvent{static_cast<std::uint32_t>(number(0) >> 40),
                       number(0) & kMostSequence,
                       static_cast<model::EventKind>(row.integer(1)),
                       TimeMs{row.integer(2)},
                       number(3),
                       text(4),
                       text(5),
                       text(6),
                       text(7),
                       number(8),
                       row.integer(9),
                       row.integer(10),
                       row.integer(11),
                       row.integer(12),
                       row.integer(13) != 0,
                       text(14),
                       text(15),
                       std::move(*segments)};
}

Result<std::vector<CampaignTotals>> totalsOf(Connection& connection, std::string_view sql,
                                             std::string_view market, std::uint32_t run)
{
    auto statement = connection.prepare(sql);
    if (!statement)
        return statement.error();
    statement->bindAll(market, run);
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
                          count(5), statement->integer(6), statement->integer(7),
                          statement->integer(8), Money{statement->integer(9)}});
    }
}

} // namespace

Result<std::vector<CampaignTotals>> readTotals(Connection& connection, std::string_view market,
                                               std::uint32_t run)
{
    return totalsOf(connection, kReadTotals, market, run);
}

Result<std::vector<CampaignTotals>> recountTotals(Connection& connection, std::string_view market)
{
    return totalsOf(connection, kRecount, market, kEveryRun);
}

Result<std::map<TimeMs, std::int64_t>> readSpent(Connection& connection, std::string_view market,
                                                 std::string_view campaignId, TimeMs from,
                                                 TimeMs to)
{
    auto statement
        = connection.prepare("SELECT q.quarter, sum(q.spent_nanos) FROM campaign_quarter q JOIN "
                             "run r ON r.id = q.run JOIN name n ON n.id = q.campaign "
                             "WHERE r.market = $1 AND n.kind = 'campaign' AND n.text = "
                             "$2 AND q.quarter >= $3 AND q.quarter < $4 GROUP BY q.quarter");
    if (!statement)
        return statement.error();
    statement->bindAll(market, campaignId, quarterOf(from), quarterOf(to));
    std::map<TimeMs, std::int64_t> spent;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return spent;
        spent[TimeMs{statement->integer(0) * kQuarterMs}] = statement->integer(1);
    }
}

Result<std::map<std::string, SupplyTotals>> readSupply(Connection& connection,
                                                       std::string_view market, TimeMs from,
                                                       TimeMs to, std::uint32_t run)
{
    auto statement = connection.prepare(
        "SELECT n.text, sum(q.wins), sum(q.publisher_nanos) FROM placement_quarter q "
        "JOIN run r ON r.id = q.run JOIN name n ON n.id = q.placement "
        "WHERE r.market = $1 AND q.quarter >= $2 AND q.quarter < $3 AND ($4 = 0 OR r.id = $4) "
        "GROUP BY n.text");
    if (!statement)
        return statement.error();
    statement->bindAll(market, quarterOf(from), quarterOf(to), run);
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

model::DeliveryEvent factOf(const StoredEvent& event, model::Vocabulary& names)
{
    model::DeliveryEvent fact;
    fact.kind = event.kind;
    fact.sequence = event.sequence;
    fact.at = event.at;
    fact.auction = event.auction;
    fact.campaign = names.campaigns.intern(event.campaign);
    fact.seat = names.seats.intern(event.seat);
    fact.placement = names.of(model::Dimension::Placement).intern(event.placement);
    fact.creative = names.creatives.intern(event.creative);
    fact.country = names.of(model::Dimension::Country).intern(event.country);
    fact.device = names.of(model::Dimension::DeviceType).intern(event.device);
    for (const std::string& segment : event.segments)
        fact.segments.push(names.of(model::Dimension::Segment).intern(segment));
    fact.user = event.user;
    fact.amount = event.amount;
    fact.publisher = event.publisher;
    fact.bid = event.bid;
    fact.floor = event.floor;
    fact.uncharged = event.uncharged;
    return fact;
}

Result<std::vector<StoredEvent>> readEvents(Connection& connection, std::uint32_t source,
                                            std::uint64_t after, std::size_t most)
{
    auto statement = connection.prepare(
        std::string(kSelectEvents) + "WHERE e.key > $1 AND e.key <= $2 ORDER BY e.key LIMIT $3");
    if (!statement)
        return statement.error();
    statement->bindAll(eventKey(source, after), eventKey(source, kMostSequence), most);
    std::vector<StoredEvent> events;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return events;
        auto event = eventOf(connection, *statement);
        if (!event)
            return event.error();
        events.push_back(std::move(*event));
    }
}

Result<std::optional<StoredWin>> readRealWin(Connection& connection, std::string_view market,
                                             std::uint64_t auction)
{
    // The two terms that stand in the index's own WHERE let SQLite take it.
    auto statement = connection.prepare(std::string(kSelectEvents)
                                        + "JOIN source o ON o.id = e.key >> 40 "
                                          "JOIN run u ON u.id = o.run "
                                          "WHERE e.auction = $1 AND e.auction < 0 AND e.kind >= 2 "
                                          "AND u.market = $2 ORDER BY e.key");
    if (!statement)
        return statement.error();
    statement->bindAll(auction, market);
    std::optional<StoredWin> found;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return found;
        auto event = eventOf(connection, *statement);
        if (!event)
            return event.error();
        if (event->kind == model::EventKind::Win)
            found = StoredWin{std::move(*event), 0}; // what is told of it comes after it
        else if (found)
            found->told |= 1U << static_cast<unsigned>(event->kind);
    }
}

namespace {

/// The wins of one source, newest first, back to a time.
/// The key behind which a source has events of a time or later: those of older segments are never
/// looked at, so that their files may be away.
Result<std::int64_t> keyBehind(Connection& connection, std::uint32_t source, TimeMs since)
{
    const auto find = connection.cached(
        "SELECT coalesce(max(min(s.last_key, g.reached)), $2) FROM log_segment_source s JOIN "
        "log_segment g ON g.id = s.segment WHERE s.source = $1 AND g.last_at < $3 AND g.reached >= "
        "s.first_key");
    if (!find)
        return find.error();
    const auto row = (*find)->bindAll(source, eventKey(source, 0), since.value).step();
    if (!row)
        return row.error();
    const std::int64_t key = (*find)->integer(0);
    (*find)->reset();
    return key;
}

Result<void> readPastWinsOf(Connection& connection, std::int64_t source, TimeMs since,
                            std::size_t& most, const std::function<void(const PastWin&)>& take)
{
    const auto statement
        = connection.cached("SELECT c.text, r.text, e.user, e.at FROM event e "
                            "LEFT JOIN name c ON c.id = e.campaign "
                            "LEFT JOIN name r ON r.id = e.creative "
                            "WHERE e.key BETWEEN $1 AND $2 AND e.kind = 2 ORDER BY e.key DESC");
    if (!statement)
        return statement.error();
    Statement& wins = **statement;
    const auto number = static_cast<std::uint32_t>(source);
    const auto behind = keyBehind(connection, number, since);
    if (!behind)
        return behind.error();
    wins.bindAll(*behind + 1, eventKey(number, kMostSequence));
    while (most > 0) {
        const auto row = wins.step();
        if (!row)
            return row.error();
        const TimeMs at{*row ? wins.integer(3) : INT64_MIN};
        if (!*row || at < since)
            break;
        const PastWin win{wins.text(0), wins.text(1), static_cast<std::uint64_t>(wins.integer(2)),
                          at};
        if (win.campaign.empty() || win.user == 0)
            continue;
        take(win);
        --most;
    }
    wins.reset();
    return {};
}

} // namespace

Result<void> readPastWins(Connection& connection, std::string_view market, TimeMs since,
                          std::size_t most, const std::function<void(const PastWin&)>& take)
{
    auto statement = connection.prepare("SELECT s.id FROM source s JOIN run r ON r.id = s.run "
                                        "WHERE r.market = $1 ORDER BY r.id DESC, s.id");
    if (!statement)
        return statement.error();
    statement->bindAll(market);
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row || most == 0)
            return {};
        if (auto read = readPastWinsOf(connection, statement->integer(0), since, most, take); !read)
            return read;
    }
}

Result<std::map<std::uint32_t, std::string>> readSourceNames(Connection& connection,
                                                             std::string_view market)
{
    auto statement = connection.prepare(
        "SELECT s.id, s.name FROM source s JOIN run r ON r.id = s.run WHERE r.market = $1");
    if (!statement)
        return statement.error();
    statement->bindAll(market);
    std::map<std::uint32_t, std::string> names;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return names;
        names[static_cast<std::uint32_t>(statement->integer(0))] = std::string(statement->text(1));
    }
}

Result<std::map<std::uint32_t, std::uint64_t>> readSources(Connection& connection,
                                                           std::string_view market)
{
    auto statement = connection.prepare(
        "SELECT s.id, h.key FROM source s JOIN run r ON r.id = s.run JOIN source_reach h ON "
        "h.source = s.id WHERE r.market = $1 AND h.key > 0");
    if (!statement)
        return statement.error();
    statement->bindAll(market);
    std::map<std::uint32_t, std::uint64_t> sources;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return sources;
        sources[static_cast<std::uint32_t>(statement->integer(0))]
            = static_cast<std::uint64_t>(statement->integer(1)) & kMostSequence;
    }
}

Result<std::uint64_t> lastSequence(Connection& connection, std::uint32_t source)
{
    auto statement = connection.prepare("SELECT key FROM source_reach WHERE source = $1");
    if (!statement)
        return statement.error();
    const auto row = statement->bindAll(source).step();
    if (!row)
        return row.error();
    return *row ? static_cast<std::uint64_t>(statement->integer(0)) & kMostSequence : 0;
}

} // namespace gavel::store
