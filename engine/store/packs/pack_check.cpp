// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/packs/pack_check.h"

#include "engine/store/connection.h"
#include "engine/store/moving/tier_policy.h"
#include "engine/store/packs/pack_table.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace gavel::store {

namespace {

std::int64_t keyOf(const EventRow& event)
{
    return event[kKeyColumn];
}

/// What is wrong with one pack whose row says a span; "" = nothing.
std::string wrongWith(const PackSpan& said, std::string_view body, std::int64_t lastKey)
{
    const auto events = unpackEvents(body);
    if (!events)
        return events.error().what;
    if (std::ranges::adjacent_find(*events, std::greater_equal<>(), keyOf) != events->end())
        return "its keys do not rise";
    if (spanOf(*events) != said)
        return "it does not hold what its row says";
    if (said.firstKey >> 40 != said.lastKey >> 40)
        return "it holds more than one source";
    if (dayOf({said.firstAt}) != dayOf({said.lastAt}))
        return "it holds more than one day";
    if (said.firstKey <= lastKey)
        return "it overlaps the pack before";
    if (std::ranges::any_of(*events, isOfRealAuction))
        return "it holds a real auction, which nobody would find";
    return "";
}

} // namespace

Result<Check> checkPacks(Connection& connection)
{
    auto packs = connection.prepare("SELECT first_key, last_key, events, first_at, last_at, body "
                                    "FROM event_pack ORDER BY first_key");
    if (!packs)
        return packs.error();
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
        if (const std::string wrong = wrongWith(said, packs->bytes(5), lastKey); !wrong.empty())
            return Check{"packs", false,
                         "the pack of event " + std::to_string(said.firstKey) + ": " + wrong};
        events += said.events;
        lastKey = said.lastKey;
    }
    const auto twice = connection.integer(
        "SELECT count(*) FROM event_warm w WHERE EXISTS (SELECT 1 FROM event_pack) AND (SELECT "
        "count(*) FROM warm_log l WHERE l.key = w.key) > 1");
    if (!twice)
        return twice.error();
    if (*twice > 0)
        return Check{"packs", false,
                     std::to_string(*twice) + " events are packed and rows as well"};
    return Check{"packs", true,
                 std::to_string(count) + " packs, " + std::to_string(events) + " events"};
}

} // namespace gavel::store
