// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/market/market_shard.h"
#include "engine/simulation/scenario.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace gavel::simulation {

/// One shard of a scenario's market in virtual time: its part of the traffic, its ad server and
/// what its users do. The same scenario, setup (seed, shard count) and changes at the same auctions
/// give the same digest, however the calls are cut. One thread at a time; shards share nothing but
/// the setup's vocabulary.
class ShardRun
{
public:
    /// `setup` is scenario.setup(seed, shards), the same object for all shards; campaigns may have
    /// been replaced.
    ShardRun(const Scenario& scenario, const model::MarketSetup& setup, std::uint32_t shard,
             market::ShardOutputs outputs);
    ~ShardRun();
    ShardRun(ShardRun&&) noexcept;

    /// Runs auctions whose time is not after `until`, at most `most`; returns how many.
    std::size_t advance(TimeMs until, std::size_t most);
    /// Runs the next auction; only when not finished. The row stays valid until the next one.
    const model::AuctionRow& runOne();
    /// Time of the next auction; the scenario's end when finished.
    TimeMs next() const;
    bool finished() const;

    /// 1 = as the scenario says; 0 to 100. From the next auction on.
    void setTrafficFactor(double factor);
    /// Takes effect at the next auction.
    void apply(const model::MarketChange& change);

    market::MarketShard& market();
    const market::MarketShard& market() const;
    /// The opportunity of the last auction run; for samples.
    const model::Opportunity& lastOpportunity() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gavel::simulation
