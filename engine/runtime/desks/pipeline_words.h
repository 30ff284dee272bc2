// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/measures.h"
#include "engine/pipeline/intake/dead_letters.h"
#include "engine/pipeline/intake/lineage.h"
#include "engine/pipeline/intake/number_trace.h"
#include "engine/runtime/pipeline_view.h"

namespace gavel::runtime {

// The pipeline's rows as people see them.

Completeness completenessOf(const pipeline::Flow& flow);
DeadLetter viewOf(const pipeline::Letter& letter);
BatchView viewOf(const pipeline::BatchRow& row);
LineageEvent viewOf(const pipeline::TracedEvent& event);
std::vector<RuleView> viewsOf(const pipeline::RuleSet& rules,
                              std::span<const pipeline::RuleCount> counts);

/// A measure that counts one kind of event.
struct CountedKind
{
    std::string_view name;
    model::EventKind kind{};
    std::int64_t pipeline::Measures::*measure = nullptr;
    bool onlyAttributed = false;
};
/// Errors: LINEAGE_WRONG lists what may be asked for.
Result<CountedKind> kindNamed(std::string_view measure);
Result<pipeline::CountedBy> countedByNamed(std::string_view dimension);
std::string_view measureOf(model::EventKind kind);

} // namespace gavel::runtime
