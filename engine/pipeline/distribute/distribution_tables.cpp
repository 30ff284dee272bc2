// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/distribute/distribution_tables.h"

#include "engine/base/enum_name.h"
#include "engine/base/json.h"
#include "engine/store/connection.h"

namespace gavel::pipeline {

namespace {

Result<KeptDead> deadOf(const store::Statement& row)
{
    auto dead = readDeadDelivery(row.text(3), "dead_delivery");
    if (!dead)
        return dead.error();
    return KeptDead{row.integer(0), std::move(*dead), {row.integer(1)}, std::string(row.text(2))};
}

} // namespace

Result<std::optional<store::KeptDocument>> readSubscribers(store::Connection& connection)
{
    return store::readNewestDocument(connection, "subscriber_set");
}

Result<std::uint32_t> keepSubscribers(store::Connection& connection, const std::string& json,
                                      std::string_view actor, TimeMs at)
{
    return store::keepDocument(connection, "subscriber_set", json, actor, at);
}

Result<std::string> readDistribution(store::Connection& connection, std::string_view messages)
{
    auto statement = connection.prepare("SELECT state FROM distribution WHERE messages = $1");
    if (!statement)
        return statement.error();
    const auto row = statement->bindAll(messages).step();
    if (!row)
        return row.error();
    return *row ? std::string(statement->text(0)) : std::string();
}

Result<void> keepDistribution(store::Connection& connection, std::string_view messages,
                              std::string_view state)
{
    const auto keep
        = connection.cached("INSERT INTO distribution (messages, state) VALUES ($1, $2) "
                            "ON CONFLICT (messages) DO UPDATE SET state = excluded.state");
    if (!keep)
        return keep.error();
    return (*keep)->bindAll(messages, state).run();
}

Result<void> keepDead(store::Connection& connection, const DeadDelivery& dead,
                      std::string_view actor, TimeMs at)
{
    const auto keep = connection.cached(
        "INSERT INTO dead_delivery (delivery, consumers, state, changed_at, actor, json) "
        "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (delivery) DO UPDATE SET "
        "state = excluded.state, changed_at = excluded.changed_at, actor = excluded.actor, "
        "json = excluded.json");
    if (!keep)
        return keep.error();
    return (*keep)
        ->bindAll(dead.id(), dead.parcel.group, base::nameOf(dead.state, kDeadStateNames), at.value,
                  actor, base::jsonText(deadDeliveryJson(dead)))
        .run();
}

Result<std::vector<KeptDead>> readDeads(store::Connection& connection, const KeptDeadQuery& query)
{
    auto statement = connection.prepare(
        "SELECT id, changed_at, actor, json FROM dead_delivery WHERE id < $1 "
        "AND ($2 = '' OR state = $2) AND ($3 = '' OR consumers = $3) ORDER BY id DESC LIMIT $4");
    if (!statement)
        return statement.error();
    const std::string_view state
        = query.state ? base::nameOf(*query.state, kDeadStateNames) : std::string_view();
    statement->bindAll(query.beforeId, state, query.group, query.most);
    std::vector<KeptDead> deads;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return deads;
        auto dead = deadOf(*statement);
        if (!dead)
            return dead.error();
        deads.push_back(std::move(*dead));
    }
}

Result<KeptDead> readDead(store::Connection& connection, std::int64_t id)
{
    auto statement
        = connection.prepare("SELECT id, changed_at, actor, json FROM dead_delivery WHERE id = $1");
    if (!statement)
        return statement.error();
    const auto row = statement->bindAll(id).step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{"DEAD_UNKNOWN", std::to_string(id), "there is no such dead delivery",
                     "list them and name one by its number"};
    return deadOf(*statement);
}

Result<std::map<std::string, std::uint64_t>> countOpenDeads(store::Connection& connection)
{
    auto statement = connection.prepare("SELECT consumers, count(*) FROM dead_delivery "
                                        "WHERE state = 'open' GROUP BY consumers");
    if (!statement)
        return statement.error();
    std::map<std::string, std::uint64_t> counts;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return counts;
        counts[std::string(statement->text(0))] = static_cast<std::uint64_t>(statement->integer(1));
    }
}

Result<void> keepAct(store::Connection& connection, const DeliveryAct& act)
{
    const auto add = connection.cached("INSERT INTO delivery_audit (at, actor, action, subject, "
                                       "detail) VALUES ($1, $2, $3, $4, $5)");
    if (!add)
        return add.error();
    return (*add)->bindAll(act.at.value, act.actor, act.action, act.subject, act.detail).run();
}

Result<std::vector<DeliveryAct>> readActs(store::Connection& connection, std::size_t most)
{
    auto statement = connection.prepare("SELECT at, actor, action, subject, detail "
                                        "FROM delivery_audit ORDER BY id DESC LIMIT $1");
    if (!statement)
        return statement.error();
    statement->bindAll(most);
    std::vector<DeliveryAct> acts;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return acts;
        acts.push_back({{statement->integer(0)},
                        std::string(statement->text(1)),
                        std::string(statement->text(2)),
                        std::string(statement->text(3)),
                        std::string(statement->text(4))});
    }
}

} // namespace gavel::pipeline
