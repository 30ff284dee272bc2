// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/nodes/lease_table.h"

#include "engine/base/fault.h"
#include "engine/store/connection.h"

namespace gavel::scheduling {

namespace {

// $6 = 1 takes it whatever it says. The token counts each change of owner, and a node that takes
// its own lease again keeps it.
constexpr std::string_view kTake = R"sql(
INSERT INTO task_lease (market, slot, owner, token, elected_at, expires_at)
VALUES ($1, $2, $3, 1, $4, $5)
ON CONFLICT (market, slot) DO UPDATE SET
    token = token + (owner <> excluded.owner) * $7,
    elected_at = CASE owner WHEN excluded.owner THEN elected_at ELSE excluded.elected_at END,
    owner = excluded.owner, expires_at = excluded.expires_at
WHERE owner = excluded.owner OR expires_at <= excluded.elected_at
    OR expires_at > excluded.expires_at OR $6 = 1
RETURNING token)sql";

constexpr std::string_view kRenew = R"sql(
UPDATE task_lease SET expires_at = $3 WHERE market = $1 AND owner = $2
RETURNING slot, token)sql";

constexpr std::string_view kResign = R"sql(
UPDATE task_lease SET expires_at = $4 WHERE market = $1 AND owner = $2 AND slot = $3)sql";

} // namespace

Result<std::uint32_t> enterNode(store::Connection& connection, std::int64_t market,
                                std::string_view name, TimeMs now)
{
    auto enter = connection.prepare(
        "INSERT INTO task_node (market, name, began_at, seen_at) VALUES ($1, $2, $3, $3)");
    if (!enter)
        return enter.error();
    if (auto entered = enter->bindAll(market, name, now.value).run(); !entered)
        return entered.error();
    return static_cast<std::uint32_t>(connection.lastRow());
}

Result<std::vector<std::uint32_t>> livingNodes(store::Connection& connection, std::int64_t market,
                                               std::uint32_t epoch, TimeMs now)
{
    const auto live = connection.cached("UPDATE task_node SET seen_at = $2 WHERE epoch = $1");
    if (!live)
        return live.error();
    if (auto lives = (*live)->bindAll(epoch, now.value).run(); !lives)
        return lives.error();
    const auto find = connection.cached("SELECT epoch FROM task_node WHERE market = $1 AND seen_at "
                                        "> $2 AND seen_at <= $3 ORDER BY epoch");
    if (!find)
        return find.error();
    (*find)->bindAll(market, now.value - kLeaseMs, now.value + kLeaseMs);
    std::vector<std::uint32_t> nodes;
    for (;;) {
        const auto row = (*find)->step();
        if (!row)
            return row.error();
        if (!*row)
            return nodes;
        nodes.push_back(static_cast<std::uint32_t>((*find)->integer(0)));
    }
}

Result<std::vector<HeldLease>> takeLeases(store::Connection& connection, std::int64_t market,
                                          std::uint32_t epoch, std::span<const std::uint16_t> slots,
                                          LeaseTaking taking, TimeMs now)
{
    const auto take = connection.cached(kTake);
    if (!take)
        return take.error();
    std::vector<HeldLease> held;
    for (const std::uint16_t slot : slots) {
        (*take)->bindAll(market, slot, epoch, now.value, now.value + kLeaseMs,
                         taking == LeaseTaking::AtOnce ? 1 : 0,
                         base::planted(base::Fault::KeepToken) ? 0 : 1);
        const auto row = (*take)->step();
        if (!row)
            return row.error();
        if (*row)
            held.push_back({slot, static_cast<model::LeaseToken>((*take)->integer(0))});
        (*take)->reset();
    }
    return held;
}

Result<std::vector<HeldLease>> renewLeases(store::Connection& connection, std::int64_t market,
                                           std::uint32_t epoch, TimeMs now)
{
    const auto renew = connection.cached(kRenew);
    if (!renew)
        return renew.error();
    (*renew)->bindAll(market, epoch, now.value + kLeaseMs);
    std::vector<HeldLease> held;
    for (;;) {
        const auto row = (*renew)->step();
        if (!row)
            return row.error();
        if (!*row)
            return held;
        held.push_back({static_cast<std::uint16_t>((*renew)->integer(0)),
                        static_cast<model::LeaseToken>((*renew)->integer(1))});
    }
}

Result<void> resignLeases(store::Connection& connection, std::int64_t market, std::uint32_t epoch,
                          std::span<const std::uint16_t> slots, TimeMs now)
{
    const auto resign = connection.cached(kResign);
    if (!resign)
        return resign.error();
    for (const std::uint16_t slot : slots)
        if (auto done = (*resign)->bindAll(market, epoch, slot, now.value).run(); !done)
            return done;
    return {};
}

} // namespace gavel::scheduling
