// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dmp/profile_table.h"

#include "engine/base/json.h"

#include <boost/json.hpp>

#include <array>

namespace gavel::dmp {

namespace {

constexpr std::array<store::Migration, 1> kMigrations{{
    {"dmp", 1, R"(
CREATE TABLE profile(
    user_id TEXT PRIMARY KEY, age INTEGER NOT NULL, gender TEXT NOT NULL, device_type TEXT NOT NULL,
    demographics TEXT NOT NULL, interests TEXT NOT NULL, behaviours TEXT NOT NULL, segments TEXT NOT NULL,
    purchases INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE user_event(
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL, type TEXT NOT NULL,
    data TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX user_event_by_user ON user_event(user_id, position);
CREATE TABLE segment_member(
    segment TEXT NOT NULL, user_id TEXT NOT NULL, PRIMARY KEY(segment, user_id)) STRICT, WITHOUT ROWID;
)"},
}};

std::string listText(const std::vector<std::string>& values)
{
    boost::json::array list;
    for (const auto& value : values)
        list.emplace_back(value);
    return base::jsonText(list);
}

std::vector<std::string> listOf(std::string_view text)
{
    std::vector<std::string> values;
    const auto list = boost::json::parse(text);
    for (const auto& value : list.as_array())
        values.emplace_back(value.as_string());
    return values;
}

template<typename... Values>
Result<std::int64_t> runOnce(store::Connection& connection, std::string_view sql,
                             const Values&... values)
{
    const auto statement = connection.cached(sql);
    if (!statement)
        return statement.error();
    const auto done = (*statement)->bindAll(values...).run();
    if (!done)
        return done.error();
    return connection.changes();
}

Result<void> asDone(const Result<std::int64_t>& changes)
{
    if (!changes)
        return changes.error();
    return {};
}

/// Runs a query to its end; `row` sees the statement at each row.
template<typename Row, typename... Values>
Result<void> readAll(store::Connection& connection, std::string_view sql, const Row& row,
                     const Values&... values)
{
    auto statement = connection.prepare(sql);
    if (!statement)
        return statement.error();
    statement->bindAll(values...);
    for (;;) {
        const auto more = statement->step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        row(*statement);
    }
}

} // namespace

std::span<const store::Migration> profileMigrations()
{
    return kMigrations;
}

Result<void> storeProfile(store::Connection& connection, const StoredProfile& stored)
{
    const model::Profile& profile = stored.profile;
    return asDone(runOnce(
        connection,
        "INSERT INTO profile VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) ON CONFLICT(user_id) DO "
        "UPDATE SET age=excluded.age, gender=excluded.gender, device_type=excluded.device_type, "
        "demographics=excluded.demographics, interests=excluded.interests, "
        "behaviours=excluded.behaviours, segments=excluded.segments, "
        "purchases=excluded.purchases, updated_at=excluded.updated_at",
        profile.userId, profile.age, profile.gender, profile.deviceType, profile.demographicsJson,
        listText(profile.interests), listText(profile.behaviours), listText(profile.segments),
        stored.purchases, profile.updatedAt.value));
}

Result<void> loadProfiles(store::Connection& connection,
                          const std::function<void(const StoredProfile&)>& take)
{
    return readAll(connection, "SELECT * FROM profile", [&](const store::Statement& row) {
        StoredProfile stored;
        stored.profile.userId = row.text(0);
        stored.profile.age = static_cast<int>(row.integer(1));
        stored.profile.gender = row.text(2);
        stored.profile.deviceType = row.text(3);
        stored.profile.demographicsJson = row.text(4);
        stored.profile.interests = listOf(row.text(5));
        stored.profile.behaviours = listOf(row.text(6));
        stored.profile.segments = listOf(row.text(7));
        stored.purchases = static_cast<int>(row.integer(8));
        stored.profile.updatedAt = {row.integer(9)};
        take(stored);
    });
}

Result<bool> storeUserEvent(store::Connection& connection, const model::UserEvent& event)
{
    const auto changes
        = runOnce(connection,
                  "INSERT INTO user_event(id,user_id,type,data,at) VALUES($1,$2,$3,$4,$5) "
                  "ON CONFLICT(id) DO NOTHING",
                  event.id, event.userId, event.type, event.dataJson, event.at.value);
    if (!changes)
        return changes.error();
    return *changes > 0;
}

Result<std::vector<model::UserEvent>> loadUserEvents(store::Connection& connection,
                                                     std::string_view userId, std::size_t most)
{
    std::vector<model::UserEvent> events;
    const auto read = readAll(
        connection,
        "SELECT id,user_id,type,data,at FROM user_event WHERE user_id=$1 ORDER BY position DESC "
        "LIMIT $2",
        [&](const store::Statement& row) {
            events.push_back({std::string(row.text(0)),
                              std::string(row.text(1)),
                              std::string(row.text(2)),
                              std::string(row.text(3)),
                              {row.integer(4)}});
        },
        userId, static_cast<std::int64_t>(most));
    if (!read)
        return read.error();
    return events;
}

Result<std::int64_t> countUserEvents(store::Connection& connection)
{
    return connection.integer("SELECT count(*) FROM user_event");
}

Result<std::int64_t> countUserEvents(store::Connection& connection, std::string_view userId)
{
    std::int64_t count = 0;
    const auto read = readAll(
        connection, "SELECT count(*) FROM user_event WHERE user_id=$1",
        [&](const store::Statement& row) { count = row.integer(0); }, userId);
    if (!read)
        return read.error();
    return count;
}

Result<void> storeMember(store::Connection& connection, std::string_view segment,
                         std::string_view userId)
{
    return asDone(runOnce(connection,
                          "INSERT INTO segment_member VALUES($1,$2) ON CONFLICT DO NOTHING",
                          segment, userId));
}

Result<void> removeMember(store::Connection& connection, std::string_view segment,
                          std::string_view userId)
{
    return asDone(runOnce(connection, "DELETE FROM segment_member WHERE segment=$1 AND user_id=$2",
                          segment, userId));
}

Result<void> loadMembers(store::Connection& connection,
                         const std::function<void(std::string_view, std::string_view)>& take)
{
    return readAll(connection, "SELECT segment,user_id FROM segment_member",
                   [&](const store::Statement& row) { take(row.text(0), row.text(1)); });
}

} // namespace gavel::dmp
