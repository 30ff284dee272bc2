// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/distribute/delivery.h"
#include "engine/store/kept_document.h"

#include <map>

namespace gavel::store {
class Connection;
}

namespace gavel::pipeline {

/// The folder's tables; part of pipelineMigrations(). A state of a Distributor is kept under the
/// name of the messages it is about. A dead delivery is there once, by its key, whatever becomes of
/// it. What people did is only ever added to.
inline constexpr std::string_view kDistributionTables = R"sql(
CREATE TABLE subscriber_set (
    version INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE TABLE distribution (
    messages TEXT PRIMARY KEY,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE dead_delivery (
    id INTEGER PRIMARY KEY,
    delivery TEXT NOT NULL UNIQUE,
    consumers TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'redriven', 'discarded', 'delivered')),
    changed_at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX dead_delivery_waits ON dead_delivery (state, consumers)
    WHERE state IN ('open', 'redriven');
CREATE TABLE delivery_audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
)sql";

/// Subscribers as a person wrote them: the newest; nullopt when nobody wrote any.
Result<std::optional<store::KeptDocument>> readSubscribers(store::Connection& connection);
/// As the next version, which it gives.
Result<std::uint32_t> keepSubscribers(store::Connection& connection, const std::string& json,
                                      std::string_view actor, TimeMs at);

/// The state of the Distributor of these messages; "" = none was kept.
Result<std::string> readDistribution(store::Connection& connection, std::string_view messages);
Result<void> keepDistribution(store::Connection& connection, std::string_view messages,
                              std::string_view state);

/// A dead delivery, and who changed it last; "" = the program.
struct KeptDead
{
    std::int64_t id = 0;
    DeadDelivery dead;
    TimeMs changedAt;
    std::string actor;
};
/// New, or in place of what was known under its key.
Result<void> keepDead(store::Connection& connection, const DeadDelivery& dead,
                      std::string_view actor, TimeMs at);
struct KeptDeadQuery
{
    std::optional<DeadState> state; ///< none = any
    std::string group; ///< "" = any
    std::int64_t beforeId = INT64_MAX;
    std::size_t most = 200;
};
/// Newest first.
Result<std::vector<KeptDead>> readDeads(store::Connection& connection, const KeptDeadQuery& query);
/// Errors: DEAD_UNKNOWN.
Result<KeptDead> readDead(store::Connection& connection, std::int64_t id);
/// How many wait for a person, by group.
Result<std::map<std::string, std::uint64_t>> countOpenDeads(store::Connection& connection);

/// What a person did.
struct DeliveryAct
{
    TimeMs at;
    std::string actor;
    std::string action; ///< "set", "redrive", "discard", "test"
    std::string subject; ///< a version, a delivery's key or a subscriber
    std::string detail;
};
Result<void> keepAct(store::Connection& connection, const DeliveryAct& act);
/// Newest first.
Result<std::vector<DeliveryAct>> readActs(store::Connection& connection, std::size_t most);

} // namespace gavel::pipeline
