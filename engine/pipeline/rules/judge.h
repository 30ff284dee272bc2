// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/rules/judgement.h"

#include <cstdint>
#include <span>
#include <vector>

namespace gavel::pipeline {

/// How often a rule was run on an event that was judged; trials do not count.
struct RuleCount
{
    std::uint64_t passed = 0;
    std::uint64_t repaired = 0;
    std::uint64_t failed = 0;
};

/// Judges events one after the other by a set of rules and what it remembers of those before: the
/// same events in the same order have the same verdicts. One thread.
class Judge
{
public:
    /// The surroundings must outlive the judge.
    Judge(RuleSet rules, const Surroundings& surroundings, const MemoryLimits& limits = {});

    /// Repairs the event and says what becomes of it. What the repairs wrote and the verdict's
    /// changes live until clear(); what they did not touch stays where it was.
    Verdict judge(model::AdEvent& event, const Received& received);
    /// The same, but nothing is remembered or counted, and what was written lives in `texts`.
    Verdict tryOut(model::AdEvent& event, const Received& received, TextArena& texts) const;

    /// Takes every field of an event into the judge's own memory, so that it outlives its line.
    void keep(model::AdEvent& event);
    /// The end of a batch: what its events and verdicts saw is gone.
    void clear() { m_texts.clear(); }

    /// From now on by these; counts begin anew, what is remembered stays.
    void setRules(RuleSet rules);
    const RuleSet& rules() const { return m_rules; }
    /// In the order of the rules.
    std::span<const RuleCount> counts() const { return m_counts; }
    const JudgeMemory& memory() const { return m_memory; }

private:
    RuleSet m_rules;
    const Surroundings& m_surroundings;
    JudgeMemory m_memory;
    std::vector<RuleCount> m_counts;
    TextArena m_texts;
    std::vector<Change> m_changes; ///< of the event that is judged
};

} // namespace gavel::pipeline
