// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/health/alert_tables.h"

#include "engine/metrics/alerts/alert_json.h"
#include "engine/store/connection.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <array>

namespace gavel::health {

namespace {

constexpr std::string_view kTables = R"sql(
CREATE TABLE alert_rules (
    version INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE TABLE alert_change (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    market_at INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE TABLE health_book (
    name TEXT PRIMARY KEY,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

constexpr std::string_view kFaultTables = R"sql(
CREATE TABLE fault_change (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    component TEXT NOT NULL,
    class TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    person TEXT NOT NULL,
    cause TEXT NOT NULL
) STRICT;
CREATE INDEX fault_change_of ON fault_change (component, id);
)sql";

constexpr std::string_view kAnnotationTable = R"sql(
CREATE TABLE annotation (
    id INTEGER PRIMARY KEY,
    market TEXT NOT NULL,
    at INTEGER NOT NULL,
    told_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    level TEXT NOT NULL,
    person TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX annotation_of ON annotation (market, id);
)sql";

std::optional<metrics::AlertChange> changeOf(std::string_view text)
{
    boost::system::error_code failed;
    const auto value = boost::json::parse(text, failed);
    if (failed)
        return std::nullopt;
    std::vector<Error> errors;
    auto change = metrics::readAlertChange(value, "change", errors);
    return errors.empty() ? std::optional(std::move(change)) : std::nullopt;
}

} // namespace

std::span<const store::Migration> healthMigrations()
{
    static constexpr std::array<store::Migration, 3> kMigrations{
        {{"health", 1, kTables}, {"health", 2, kFaultTables}, {"health", 3, kAnnotationTable}}};
    return kMigrations;
}

Result<std::optional<store::KeptDocument>> readAlertRules(store::Connection& connection)
{
    return store::readNewestDocument(connection, "alert_rules");
}

Result<std::uint32_t> keepAlertRules(store::Connection& connection, const std::string& json,
                                     std::string_view actor, TimeMs at)
{
    return store::keepDocument(connection, "alert_rules", json, actor, at);
}

Result<void> keepAlertChange(store::Connection& connection, const KeptChange& kept)
{
    const auto add
        = connection.cached("INSERT INTO alert_change (at, market_at, fingerprint, json) "
                            "VALUES ($1, $2, $3, $4)");
    if (!add)
        return add.error();
    return (*add)
        ->bindAll(kept.change.at.value, kept.marketAt.value, kept.change.alert.fingerprint,
                  boost::json::serialize(metrics::toJson(kept.change)))
        .run();
}

Result<std::vector<KeptChange>> readAlertChanges(store::Connection& connection, std::size_t most)
{
    auto statement
        = connection.prepare("SELECT market_at, json FROM alert_change ORDER BY id DESC LIMIT $1");
    if (!statement)
        return statement.error();
    statement->bindAll(most);
    std::vector<KeptChange> changes;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return changes;
        if (auto change = changeOf(statement->text(1)))
            changes.push_back({std::move(*change), {statement->integer(0)}});
    }
}

Result<std::vector<NumberedChange>> readAlertChangesAfter(store::Connection& connection,
                                                          std::uint64_t number, std::size_t most)
{
    auto statement = connection.prepare(
        "SELECT id, json FROM alert_change WHERE id > $1 ORDER BY id LIMIT $2");
    if (!statement)
        return statement.error();
    statement->bindAll(number, most);
    std::vector<NumberedChange> changes;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return changes;
        changes.push_back(
            {static_cast<std::uint64_t>(statement->integer(0)), changeOf(statement->text(1))});
    }
}

Result<std::uint64_t> newestAlertChange(store::Connection& connection)
{
    const auto newest = connection.integer("SELECT max(id) FROM alert_change");
    if (!newest)
        return newest.error();
    return static_cast<std::uint64_t>(*newest);
}

Result<std::string> readBook(store::Connection& connection, std::string_view name)
{
    auto statement = connection.prepare("SELECT state FROM health_book WHERE name = $1");
    if (!statement)
        return statement.error();
    const auto row = statement->bindAll(name).step();
    if (!row)
        return row.error();
    return *row ? std::string(statement->text(0)) : std::string();
}

Result<void> keepBook(store::Connection& connection, std::string_view name, std::string_view state)
{
    const auto keep = connection.cached("INSERT INTO health_book (name, state) VALUES ($1, $2) "
                                        "ON CONFLICT (name) DO UPDATE SET state = excluded.state");
    if (!keep)
        return keep.error();
    return (*keep)->bindAll(name, state).run();
}

} // namespace gavel::health
