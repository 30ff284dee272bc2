// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/flow_check.h"

#include "engine/pipeline/intake/event_ids.h"
#include "engine/store/connection.h"

#include <array>

namespace gavel::pipeline {

namespace {

/// A sum that must be 0, and what it is when it is not.
struct FlowRule
{
    std::string_view sql;
    std::string_view wrong;
};

// A letter that was redriven is not dead any more, a discarded one is for good.
constexpr std::array<FlowRule, 2> kFlowRules{{
    {"SELECT count(*) FROM flow_minute WHERE received <> stored + duplicate + dead + refused",
     "minutes of sources that do not add up"},
    {"SELECT (SELECT count(*) FROM dead_letter WHERE state <> 'redriven') - "
     "(SELECT coalesce(sum(dead), 0) FROM flow_minute)",
     "more letters than dead lines"},
}};

} // namespace

Result<store::Check> checkFlow(store::Connection& connection)
{
    store::Check check{"every line became one thing", true, "nothing was told from outside"};
    const auto there = connection.integer(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'flow_minute'");
    if (!there)
        return there.error();
    if (*there == 0)
        return check;
    for (const FlowRule& rule : kFlowRules) {
        const auto found = connection.integer(rule.sql);
        if (!found)
            return found.error();
        if (*found == 0)
            continue;
        check.ok = false;
        check.detail = std::to_string(*found) + " " + std::string(rule.wrong);
        return check;
    }
    const auto ids = countEventIds(connection);
    const auto stored = connection.integer("SELECT coalesce(sum(stored), 0) FROM flow_minute");
    if (!ids || !stored)
        return !ids ? ids.error() : stored.error();
    if (*ids != *stored) {
        check.ok = false;
        check.detail = std::to_string(*ids - *stored) + " more ids than stored lines";
        return check;
    }
    const auto received = connection.integer("SELECT coalesce(sum(received), 0) FROM flow_minute");
    if (!received)
        return received.error();
    check.detail = std::to_string(*received) + " lines";
    return check;
}

} // namespace gavel::pipeline
