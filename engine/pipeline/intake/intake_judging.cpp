// SPDX-License-Identifier: GPL-3.0-or-later
// The judging thread, and the rules that it judges by.
#include "engine/pipeline/intake/intake_lane.h"
#include "engine/store/connection.h"
#include "engine/store/kept_document.h"
#include "engine/store/workspace.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

constexpr std::string_view kRuleTable = "rule_set";

} // namespace

Result<RuleSet> Intake::loadRules(store::Connection& connection) const
{
    const auto kept = store::readNewestDocument(connection, kRuleTable);
    if (!kept)
        return kept.error();
    const std::string& json = *kept ? (*kept)->json : m_parts.defaultRules;
    auto rules = RuleSet::parse(json);
    if (!rules)
        return rules;
    if (*kept)
        rules->version = (*kept)->version;
    else if (auto first = keepRules(connection, *rules, json, ""); !first)
        return first.error();
    return rules;
}

Result<void> Intake::keepRules(store::Connection& connection, RuleSet& rules,
                               const std::string& json, std::string_view actor) const
{
    const auto version
        = store::keepDocument(connection, kRuleTable, json, actor, m_parts.clock.now());
    if (!version)
        return version.error();
    rules.version = *version;
    return {};
}

void Intake::withJudge(const std::function<void(Judge&)>& action)
{
    std::packaged_task<void()> task([&] { action(*m_judge); });
    auto done = task.get_future();
    {
        const std::lock_guard lock(m_mutex);
        m_actions.push_back(std::move(task));
    }
    m_wake.notify_one();
    done.get();
}

Result<std::uint32_t> Intake::setRules(RuleSet rules, std::string json, std::string_view actor)
{
    Result<void> kept;
    // On the judging thread, so that the last version kept is the one in force.
    withJudge([&](Judge& judge) {
        kept = m_parts.workspace.writeAndWait([&](store::Connection& connection) {
            return keepRules(connection, rules, json, actor);
        });
        if (kept)
            judge.setRules(rules);
    });
    if (!kept)
        return kept.error();
    return rules.version;
}

void Intake::judgeLoop()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] {
            const bool mayJudge = m_prepared.size() < kMostPrepared || m_parts.workspace.failure();
            return !m_actions.empty() || !m_spent.empty() || (!m_turns.empty() && mayJudge)
                || (m_stop && m_turns.empty());
        });
        if (!m_spent.empty()) {
            const auto spent = std::exchange(m_spent, {});
            lock.unlock();
            continue;
        }
        if (!m_actions.empty()) {
            auto action = std::move(m_actions.front());
            m_actions.pop_front();
            lock.unlock();
            action();
            continue;
        }
        if (m_turns.empty())
            return;
        Lane* lane = nullptr;
        std::vector<Offer> offers = takeOffers(lane);
        lock.unlock();
        judgeOffers(*lane, std::move(offers));
    }
}

// One collector's offers, as many as one commit takes; then it is another one's turn. Offers that
// are read differently are not in one batch. The mutex is held.
std::vector<Offer> Intake::takeOffers(Lane*& lane)
{
    lane = m_lanes.at(m_turns.front()).get();
    m_turns.pop_front();
    std::vector<Offer> offers;
    std::size_t lines = 0;
    while (!lane->offers.empty()) {
        Offer& next = lane->offers.front();
        if (!offers.empty() && lines + next.lines.size() > m_limits.batchLines)
            break;
        lines += next.lines.size();
        m_waitingLines -= next.lines.size();
        m_waitingBytes -= bytesOf(next);
        offers.push_back(std::move(next));
        lane->offers.pop_front();
    }
    if (!lane->offers.empty())
        m_turns.push_back(lane->row.id);
    m_stages[kValidate].backlog = lines;
    return offers;
}

void Intake::judgeOffers(Lane& lane, std::vector<Offer> offers)
{
    if (const auto failure = m_parts.workspace.failure()) {
        failOffers(offers, *failure);
        return;
    }
    const std::int64_t begun = base::monotonicNanos();
    PreparedBatch batch
        = lane.maker.make(std::move(offers), lane.nextPosition, m_parts.clock.now());
    const std::int64_t done = base::monotonicNanos();
    const auto repaired = static_cast<std::uint64_t>(
        std::count_if(batch.lines.begin(), batch.lines.end(),
                      [](const PreparedLine& line) { return line.isRepaired; }));
    const auto passed = static_cast<std::uint64_t>(
        std::count_if(batch.lines.begin(), batch.lines.end(),
                      [](const PreparedLine& line) { return line.fate != Fate::Dead; }));
    {
        const std::lock_guard lock(m_mutex);
        m_stages[kValidate].backlog = 0;
        m_stages[kValidate].total += batch.lines.size();
        m_stages[kRepair].total += repaired;
        m_stages[kTransform].total += passed;
        m_latencies[kValidate].add(done, done - begun);
        m_latencies[kTransform].add(done, done - begun);
        if (repaired > 0)
            m_latencies[kRepair].add(done, done - begun);
        m_preparedLines += batch.lines.size();
        m_prepared.push_back(std::move(batch));
        m_hasPrepared = true;
    }
    m_parts.workspace.wake();
}

} // namespace gavel::pipeline
