// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/packs/pack_check.h"

#include "engine/store/connection.h"
#include "engine/store/moving/tier_policy.h"
#include "engine/store/packs/pack_table.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>

namespace gavel::store {

namespace {

std::int64_t keyOf(const EventRow& event)
{
    return event[kKeyColumn];
}

/// An event of a pack that is a row as well; nullopt = none.
Result<std::optional<std::int64_t>> rowAmong(Statement& rows, std::span<const EventRow> events)
{
    rows.bindAll(keyOf(events.front()), keyOf(events.back()));
    for (;;) {
        const auto row = rows.step();
        if (!row)
            return row.error();
        if (!*row)
            return std::optional<std::int64_t>();
        const std::int64_t key = rows.integer(0);
        if (!std::ranges::binary_search(events, key, {}, keyOf))
            continue;
        rows.reset();
        return std::optional(key);
    }
}

/// What is wrong with one pack whose row says a span; "" = nothing.
Result<std::string> wrongWith(const PackSpan& said, std::string_view body, std::int64_t lastKey,
                              Statement& rows)
{
    const auto events = unpackEvents(body);
    if (!events)
        return events.error().what;
    if (std::ranges::adjacent_find(*events, std::greater_equal<>(), keyOf) != events->end())
        return std::string("its keys do not rise");
    if (spanOf(*events) != said)
        return std::string("it does not hold what its row says");
    if (said.firstKey >> 40 != said.lastKey >> 40)
        return std::string("it holds more than one source");
    if (dayOf({said.firstAt}) != dayOf({said.lastAt}))
        return std::string("it holds more than one day");
    if (said.firstKey <= lastKey)
        return std::string("it overlaps the pack before");
    if (std::ranges::any_of(*events, isOfRealAuction))
        return std::string("it holds a real auction, which nobody would find");
    const auto twice = rowAmong(rows, *events);
    if (!twice)
        return twice.error();
    return *twice ? "event " + std::to_string(**twice) + " is a row as well" : std::string();
}

} // namespace

Result<Check> checkPacks(Connection& connection)
{
    auto packs = connection.prepare("SELECT first_key, last_key, events, first_at, last_at, body "
                                    "FROM event_pack ORDER BY first_key");
    if (!packs)
        return packs.error();
    auto rows = connection.prepare("SELECT key FROM event_warm WHERE key BETWEEN $1 AND $2");
    if (!rows)
        return rows.error();
    std::int64_t count = 0;
    std::int64_t events = 0;
    std::int64_t lastKey = std::numeric_limits<std::int64_t>::min();
    for (;; ++count) {
        const auto row = packs->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const PackSpan said{packs->integer(0), packs->integer(1), packs->integer(2),
                            packs->integer(3), packs->integer(4)};
        const auto wrong = wrongWith(said, packs->bytes(5), lastKey, *rows);
        if (!wrong)
            return wrong.error();
        if (!wrong->empty())
            return Check{"packs", false,
                         "the pack of event " + std::to_string(said.firstKey) + ": " + *wrong};
        events += said.events;
        lastKey = said.lastKey;
    }
    return Check{"packs", true,
                 std::to_string(count) + " packs, " + std::to_string(events) + " events"};
}

} // namespace gavel::store
