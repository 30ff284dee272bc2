// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/judge.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

using Outcome = Judgement::Outcome;

void count(RuleCount& counter, Outcome outcome)
{
    counter.passed += outcome == Outcome::Passed ? 1 : 0;
    counter.repaired += outcome == Outcome::Repaired ? 1 : 0;
    counter.failed += outcome == Outcome::Failed ? 1 : 0;
}

/// What one rule says, added to what those before it said.
void add(Verdict& verdict, const Rule& rule, std::uint16_t place, Outcome outcome,
         const Judgement& judgement)
{
    auto& stage = verdict.stages[static_cast<std::size_t>(rule.stage)];
    if (outcome == Outcome::Repaired && stage != StageOutcome::Failed)
        stage = StageOutcome::Repaired;
    if (outcome != Outcome::Failed)
        return;
    stage = StageOutcome::Failed;
    const bool isAttributed = rule.otherwise == Otherwise::Attribute && judgement.mayBeAttributed();
    const bool isDead = rule.otherwise != Otherwise::Quarantine && !isAttributed;
    if (isDead || !verdict.rule || (isAttributed && !verdict.ifAttributed))
        verdict.rule = place;
    verdict.ifAttributed = verdict.ifAttributed || isAttributed;
    if (!isAttributed)
        verdict.fate = isDead ? Fate::Dead : Fate::Quarantined;
}

/// Reached are all stages up to that of the rule that ended it.
void markReached(Verdict& verdict, const RuleSet& rules)
{
    const std::size_t last = verdict.fate == Fate::Dead
        ? static_cast<std::size_t>(rules.rules[*verdict.rule].stage)
        : kRuleStages - 1;
    for (std::size_t i = 0; i <= last; ++i)
        if (verdict.stages[i] == StageOutcome::NotReached)
            verdict.stages[i] = StageOutcome::Passed;
}

/// Runs the rules until the event is dead or there are no more; counts where there is something to
/// count in.
Verdict weigh(const RuleSet& rules, Judgement& judgement, std::span<RuleCount> counts)
{
    Verdict verdict;
    for (std::size_t i = 0; i < rules.rules.size() && verdict.fate != Fate::Dead; ++i) {
        const auto place = static_cast<std::uint16_t>(i);
        const auto outcome = judgement.run(rules.rules[i], place);
        if (!counts.empty())
            count(counts[i], outcome);
        add(verdict, rules.rules[i], place, outcome, judgement);
    }
    markReached(verdict, rules);
    return verdict;
}

/// A copy of the changes that lives with the texts.
std::span<const Change> kept(const std::vector<Change>& changes, TextArena& texts)
{
    if (changes.empty())
        return {};
    const auto copy = texts.room<Change>(changes.size());
    std::copy(changes.begin(), changes.end(), copy.begin());
    for (Change& change : copy) {
        if (change.before.data() != nullptr)
            change.before = texts.keep(change.before);
        if (change.after.data() != nullptr)
            change.after = texts.keep(change.after);
    }
    return copy;
}

} // namespace

Judge::Judge(RuleSet rules, const Surroundings& surroundings, const MemoryLimits& limits)
    : m_rules(std::move(rules))
    , m_surroundings(surroundings)
    , m_memory(m_rules, limits)
    , m_counts(m_rules.rules.size())
{
}

Verdict Judge::judge(model::AdEvent& event, const Received& received)
{
    m_changes.clear();
    Judgement judgement(event, received, m_surroundings, m_memory, m_texts, m_changes);
    Verdict verdict = weigh(m_rules, judgement, m_counts);
    verdict.changes = kept(m_changes, m_texts);
    m_memory.learn(event, received, judgement.at(), verdict.fate);
    return verdict;
}

Verdict Judge::tryOut(model::AdEvent& event, const Received& received, TextArena& texts) const
{
    std::vector<Change> changes;
    Judgement judgement(event, received, m_surroundings, m_memory, texts, changes);
    Verdict verdict = weigh(m_rules, judgement, {});
    verdict.changes = kept(changes, texts);
    return verdict;
}

void Judge::keep(model::AdEvent& event)
{
    for (auto& field : event.fields)
        if (field.data() != nullptr)
            field = m_texts.keep(field);
}

void Judge::setRules(RuleSet rules)
{
    m_rules = std::move(rules);
    m_memory.serve(m_rules);
    m_counts.assign(m_rules.rules.size(), {});
}

} // namespace gavel::pipeline
