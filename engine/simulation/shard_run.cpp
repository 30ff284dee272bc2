// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/shard_run.h"

#include "engine/simulation/behaviour.h"
#include "engine/simulation/streams.h"
#include "engine/simulation/traffic.h"

#include <cassert>

namespace gavel::simulation {

struct ShardRun::State
{
    market::MarketShard market;
    Traffic traffic;
    Behaviour behaviour;
    const model::Opportunity* last = nullptr;
    TimeMs end;
};

ShardRun::ShardRun(const Scenario& scenario, const model::MarketSetup& setup, std::uint32_t shard,
                   market::ShardOutputs outputs)
    : m_state(new State{market::MarketShard(setup, shard, std::move(outputs)),
                        Traffic(scenario, setup, shard),
                        Behaviour(scenario.behaviour, *setup.vocabulary,
                                  streamOf(setup.seed, shard, Stream::Behaviour)),
                        nullptr, scenario.end()})
{
}

ShardRun::~ShardRun() = default;
ShardRun::ShardRun(ShardRun&&) noexcept = default;

std::size_t ShardRun::advance(TimeMs until, std::size_t most)
{
    std::size_t count = 0;
    for (; count < most && !finished() && m_state->traffic.nextTime() <= until; ++count)
        runOne();
    return count;
}

const model::AuctionRow& ShardRun::runOne()
{
    assert(!finished());
    auto& state = *m_state;
    state.last = &state.traffic.next();
    const auto& row = state.market.run(*state.last);
    if (row.winnerSeat != 0) {
        const auto reaction = state.behaviour.react(*state.last, row.winnerCampaign);
        state.market.feedback(reaction.shown, reaction.clicked, reaction.converted, reaction.value);
    }
    return row;
}

TimeMs ShardRun::next() const
{
    return finished() ? m_state->end : m_state->traffic.nextTime();
}

bool ShardRun::finished() const
{
    return m_state->traffic.finished();
}

void ShardRun::setTrafficFactor(double factor)
{
    m_state->traffic.setFactor(factor);
}

void ShardRun::apply(const model::MarketChange& change)
{
    if (const auto* placement = std::get_if<model::PlacementChange>(&change))
        m_state->traffic.change(placement->placement);
    m_state->market.apply(change);
}

market::MarketShard& ShardRun::market()
{
    return m_state->market;
}

const market::MarketShard& ShardRun::market() const
{
    return m_state->market;
}

const model::Opportunity& ShardRun::lastOpportunity() const
{
    assert(m_state->last != nullptr);
    return *m_state->last;
}

} // namespace gavel::simulation
