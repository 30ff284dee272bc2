// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/scheduling/simulation/sim_node.h"

namespace gavel::scheduling::simulation {

inline constexpr std::int64_t kReportTooOldMs = 20'000;
inline constexpr std::int64_t kCollectMs = 6000;
inline constexpr std::int64_t kAnswerMs = 3000;
inline constexpr std::int64_t kGrantMs = 150'000; ///< a grant is good for so long

inline StepOutcome failed(model::TaskId task, model::ErrorClass kind, const char* code)
{
    return {task, StepResult::Failed, {kind, code, "simulated trouble", 0, "wait"}, {}};
}

inline StepOutcome unknown(model::TaskId task)
{
    auto outcome = failed(task, model::ErrorClass::OutcomeUnknown, "NO_ANSWER");
    outcome.result = StepResult::Unknown;
    return outcome;
}

inline bool Node::tendLeases()
{
    Mind& mind = *m_mind;
    if (m_core.happens(m_core.faults.commitFails, 0.05))
        return true; // the answer did not come; it asks again with its next tick
    const auto held = mind.store->tend(m_core.wall());
    m_core.need(held.has_value(), "leases can be tended");
    const LeaseChange change = mind.keeper.renewed(*held, m_core.now(), mind.book);
    leave(change);
    if (change.gained.empty())
        return true;
    const std::set<std::uint16_t> gained(change.gained.begin(), change.gained.end());
    auto found = mind.store->load();
    if (!found) {
        crash();
        return false;
    }
    std::erase_if(found->tasks,
                  [&](const model::ScheduleTask& task) { return !gained.contains(task.slot); });
    for (const TaskWindow& window : found->windows)
        mind.book.knowWindow(window);
    m_core.need(mind.saga.takeOver(found->tasks, m_core.wall()).has_value(),
                "open tasks can be taken over");
    for (const model::ScheduleTask& task : found->tasks)
        if (task.state == model::TaskState::Pending)
            place(task.id);
    const TriggerRule rule{model::CronRule::parse("* * * * *").value(), {}};
    for (Handle campaign = 1; campaign <= kCampaigns; ++campaign) {
        const auto slot = slotOf("camp-" + std::to_string(campaign));
        if (gained.contains(slot))
            mind.triggers.set(campaign, slot, rule, mind.book, m_core.wall());
    }
    return true;
}

/// While a clock that was set back shows again what has had its rounds, quota must not run out.
inline void Node::repeat()
{
    Mind& mind = *m_mind;
    const TimeMs now = m_core.wall();
    if (now < mind.repeatAt && mind.repeatAt - now <= base::kMinuteMs)
        return;
    for (Handle campaign = 1; campaign <= kCampaigns; ++campaign) {
        const TaskWindow* newest = mind.book.windowOf(campaign, model::TriggerKind::Cron);
        if (newest == nullptr || now >= newest->end)
            continue;
        NewTask wanted;
        wanted.campaign = campaign;
        wanted.slot = slotOf("camp-" + std::to_string(campaign));
        wanted.trigger = model::TriggerKind::Event;
        wanted.windowStart = now;
        wanted.windowEnd = now + 1;
        wanted.dueAt = now;
        wanted.detail = detailOf(TriggerEvent::ClockSetBack);
        want(wanted);
        mind.repeatAt = now + base::kMinuteMs;
    }
}

inline void Node::leave(const LeaseChange& change)
{
    for (const std::uint16_t slot : change.lost)
        for (Handle campaign = 1; campaign <= kCampaigns; ++campaign)
            if (slotOf("camp-" + std::to_string(campaign)) == slot)
                m_mind->triggers.remove(campaign);
}

inline bool Node::isReachable(std::size_t server) const
{
    const auto known = m_reports.find(server);
    return known != m_reports.end() && m_core.market() - known->second.at < kReportTooOldMs;
}

/// What the store would compare in the statement that writes: the token as it is at this moment.
inline bool Node::holdsToken(const StepOrder& order) const
{
    const auto slot = slotOf("camp-" + std::to_string(order.campaign));
    const auto read = m_around.reader.cached("SELECT token FROM task_lease WHERE slot = $1");
    const auto row = (*read)->bindAll(slot).step();
    const bool holds = *row && static_cast<model::LeaseToken>((*read)->integer(0)) == order.fence;
    (*read)->reset();
    return holds;
}

inline void Node::perform(const StepBatch& batch, TimeMs /*now*/,
                          std::vector<StepOutcome>& outcomes)
{
    if (m_core.happens(m_core.faults.pause, 0.01)) {
        m_sendDelay = 5000 + m_core.random.below(35'000);
        pausedUntil = m_core.now() + m_sendDelay;
    }
    for (const StepOrder& order : batch.orders) {
        const double dice = m_core.faults.stepTrouble ? m_core.random.uniform() : 1;
        if (dice < 0.03)
            outcomes.push_back(failed(order.task, model::ErrorClass::Retryable, "BUSY"));
        else if (dice < 0.04)
            outcomes.push_back(failed(order.task, model::ErrorClass::Final, "REFUSED"));
        else if (dice < 0.06)
            outcomes.push_back(unknown(order.task));
        else if (dice < 0.08)
            continue; // silent
        else if (const auto done = doStep(batch, order); done && dice >= 0.10)
            outcomes.push_back(*done);
        else if (done)
            outcomes.push_back(unknown(order.task)); // done, but nobody was told
    }
    m_sendDelay = 0;
}

inline std::optional<StepOutcome> Node::doStep(const StepBatch& batch, const StepOrder& order)
{
    if (batch.undo)
        return batch.step == model::SagaStep::Settle ? undoSettle(order) : StepOutcome{order.task};
    if (batch.step == model::SagaStep::Settle)
        return settle(order);
    if (batch.step == model::SagaStep::Distribute)
        sendGrants(order);
    std::erase_if(m_waiting,
                  [&](const Waiting& waiting) { return waiting.order.task == order.task; });
    m_waiting.push_back({order, batch.step, m_core.now()});
    return std::nullopt;
}

inline StepOutcome Node::settle(const StepOrder& order)
{
    if (!holdsToken(order))
        return failed(order.task, model::ErrorClass::Retryable, "LEASE_STALE");
    Sheet sheet = m_around.money.sheet(order.campaign);
    if (sheet.settled.contains(order.key))
        return {order.task};
    sheet.slices.resize(m_around.servers.size());
    std::vector<SplitServer> servers;
    for (std::size_t i = 0; i < sheet.slices.size(); ++i) {
        const bool reachable = isReachable(i);
        const auto known = m_reports.find(i);
        if (known != m_reports.end()) {
            const ServerLine& line = known->second.lines[order.campaign - 1];
            sheet.slices[i].report(
                {known->second.at, line.appliedVersion, line.spent, line.bound, line.worth});
        }
        const AdServer& server = *m_around.servers[i];
        if (!server.alive && !reachable && !sheet.slices[i].isClosed())
            sheet.slices[i].close(server.spent(order.campaign)); // its log was read to the end
        servers.push_back({static_cast<std::uint32_t>(i), reachable && server.alive, 1});
    }
    SplitRequest request;
    request.campaign = order.campaign;
    request.cap = kBudgetNanos;
    request.limit = std::min(kBudgetNanos, kBudgetNanos / m_around.planMs * m_core.now());
    request.highestBid = kHighestBid;
    const auto limits = m_mind->split.split(request, servers, sheet.slices);
    std::vector<DecidedGrant> grants;
    for (std::size_t i = 0; i < servers.size(); ++i)
        if (servers[i].reachable && !sheet.slices[i].isClosed())
            grants.push_back({i, sheet.slices[i].send(limits[i]), limits[i]});
    m_around.money.settle(order.campaign, order.key, std::move(sheet), std::move(grants));
    return {order.task};
}

inline StepOutcome Node::undoSettle(const StepOrder& order)
{
    if (!holdsToken(order))
        return failed(order.task, model::ErrorClass::Retryable, "LEASE_STALE");
    m_around.money.undo(order.campaign,
                        stepKey(order.task, order.generation, model::SagaStep::Settle, false),
                        order.key);
    return {order.task};
}

inline const std::vector<DecidedGrant>& grantsOf(const Money& money, const StepOrder& order)
{
    static const std::vector<DecidedGrant> kNone;
    const auto& all = money.sheet(order.campaign).grants;
    const auto found
        = all.find(stepKey(order.task, order.generation, model::SagaStep::Settle, false));
    return found == all.end() ? kNone : found->second;
}

inline void Node::sendGrants(const StepOrder& order)
{
    for (const DecidedGrant& decided : grantsOf(m_around.money, order)) {
        if (m_acknowledged[{order.campaign, decided.server}] >= decided.version)
            continue;
        model::QuotaGrant grant;
        grant.campaign = order.campaign;
        grant.server = static_cast<std::uint32_t>(decided.server);
        grant.epoch = order.fence;
        grant.version = decided.version;
        grant.limit = {decided.limit};
        grant.notAfter = m_core.market() + kGrantMs;
        m_core.after(m_sendDelay, [this, grant] {
            m_core.send([this, grant] {
                AdServer& server = *m_around.servers[grant.server];
                if (!server.alive || m_core.now() < server.pausedUntil)
                    return;
                (void)server.apply(grant);
                m_core.send([this, grant] {
                    if (isAlive())
                        acknowledge(grant.campaign, grant.server, grant.version);
                });
            });
        });
    }
}

inline void Node::lookAtWaiting()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const Waiting& one : waiting) {
        const auto outcome = outcomeOf(one);
        if (outcome)
            (void)m_mind->saga.record(*outcome, m_core.wall());
        else
            m_waiting.push_back(one);
    }
}

inline std::optional<StepOutcome> Node::outcomeOf(const Waiting& waiting) const
{
    const std::int64_t waited = m_core.now() - waiting.since;
    if (waiting.step == model::SagaStep::Collect) {
        std::size_t fresh = 0;
        for (const auto& [server, report] : m_reports)
            fresh += report.at.value - Core::kStart >= waiting.since ? 1U : 0U;
        if (fresh == m_around.servers.size() || (waited >= kCollectMs && fresh > 0))
            return StepOutcome{waiting.order.task};
        if (waited >= kCollectMs)
            return failed(waiting.order.task, model::ErrorClass::Retryable, "NO_REPORT");
        return std::nullopt;
    }
    std::size_t accepted = 0;
    const auto& grants = grantsOf(m_around.money, waiting.order);
    for (const DecidedGrant& grant : grants) {
        const auto newest = m_acknowledged.find({waiting.order.campaign, grant.server});
        accepted += newest != m_acknowledged.end() && newest->second >= grant.version ? 1U : 0U;
    }
    if (accepted == grants.size())
        return StepOutcome{waiting.order.task};
    if (waited < kAnswerMs)
        return std::nullopt;
    auto outcome = failed(waiting.order.task, model::ErrorClass::Retryable, "SERVER_SILENT");
    if (accepted > 0)
        outcome.result = StepResult::Partial;
    return outcome;
}

} // namespace gavel::scheduling::simulation
