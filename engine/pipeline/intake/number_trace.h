// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/counter_query.h"
#include "engine/pipeline/intake/causes.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace gavel::pipeline {

/// An event of the log back to its line.
struct TracedEvent
{
    std::string source;
    std::uint32_t logSource = 0;
    std::uint64_t sequence = 0;
    model::EventKind kind{};
    std::string campaign;
    TimeMs at;
    bool quarantined = false;
    std::uint64_t auction = 0; ///< 0 = it was told from outside
    std::vector<LinkedEvent> causes; ///< nearest first
    std::vector<LinkedEvent> effects; ///< at most 20
    std::uint64_t batch = 0; ///< 0 = it came from a market of this program
    std::string origin; ///< of the line: a file's name, "POST /ad"
    std::uint64_t position = 0;
    std::uint64_t letter = 0; ///< it was this dead letter; 0 = none
    std::string redrivenBy; ///< who redrove it
    std::string original;
    std::string changes;
};
/// What a counter is made of.
struct NumberQuery
{
    std::vector<std::uint32_t> scopes;
    CountedBy by = CountedBy::Campaign;
    std::uint64_t name = 0;
    model::EventKind kind = model::EventKind::Impression;
    TimeMs from;
    TimeMs to;
    std::size_t mostEvents = 200;
    bool onlyAttributed = false; ///< of clicks and conversions
};
struct Number
{
    std::uint64_t value = 0; ///< counted in the log
    std::vector<std::pair<std::string, std::uint64_t>> sources; ///< most first
    std::vector<TracedEvent> events; ///< newest first
    std::vector<std::uint64_t> batches; ///< of those events, newest first
};
/// Counts in the log itself, not in the counters. Takes as long as the log of the scopes.
Result<Number> traceNumber(store::Connection& connection, const NumberQuery& query);

} // namespace gavel::pipeline
