// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/engine.h"

#include "engine/runtime/engine_state.h"

namespace gavel::runtime {

Engine::Engine(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Engine::~Engine() = default;

void Engine::leave()
{
    m_state->isLeaving = true;
}

Result<std::unique_ptr<Engine>> Engine::open(const EngineOptions& options)
{
    auto state = std::make_unique<State>(options);
    if (const auto opened = state->open(); !opened)
        return opened.error();
    return std::unique_ptr<Engine>(new Engine(std::move(state)));
}

std::shared_ptr<const Snapshot> Engine::snapshot() const
{
    return m_state->newest.load();
}

std::shared_ptr<const Snapshot> Engine::freshSnapshot() const
{
    {
        const std::shared_lock lock(m_state->market);
        if (m_state->host)
            m_state->host->onShards([](ShardCell& cell) { cell.publishCounters(); });
    }
    m_state->makeSnapshot();
    return m_state->newest.load();
}

std::shared_ptr<const model::Vocabulary> Engine::vocabulary() const
{
    const std::shared_lock lock(m_state->market);
    return m_state->host ? m_state->host->setup().vocabulary
                         : std::make_shared<const model::Vocabulary>();
}

std::vector<std::string> Engine::seriesNames() const
{
    return m_state->series.names();
}

std::vector<Series> Engine::series(const SeriesQuery& query) const
{
    return m_state->series.query(query);
}

Depth Engine::depth(std::int64_t spanMs) const
{
    return m_state->series.depth(spanMs);
}

std::vector<double> Engine::plannedSpend(const model::Campaign& campaign, TimeMs from, TimeMs to,
                                         std::size_t points) const
{
    std::vector<double> plan;
    if (campaign.budgetDay <= Money{} || points < 2)
        return plan;
    DayCurve curve;
    {
        const std::lock_guard lock(m_state->makerMutex);
        curve = m_state->maker.curve();
    }
    const double budget = static_cast<double>(campaign.budgetDay.micros) / 1e6;
    const auto steps = static_cast<std::int64_t>(points - 1);
    for (std::int64_t i = 0; i <= steps; ++i) {
        const TimeMs at = from + std::min((to - from) * i / steps, to - from - 1);
        plan.push_back(budget * plannedShare(campaign, curve, at));
    }
    return plan;
}

StoreHealth Engine::storeHealth() const
{
    StoreHealth health;
    health.kept = !m_state->options.workspace.empty();
    health.file = m_state->options.workspace.string();
    if (const auto failure = m_state->workspace->failure())
        health.problem = base::toString(*failure);
    const auto counts = m_state->events->counts();
    health.eventsStored = counts.stored;
    health.eventsWaiting = counts.waiting;
    return health;
}

store::Workspace& Engine::workspace() const
{
    return *m_state->workspace;
}

} // namespace gavel::runtime
