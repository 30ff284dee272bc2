// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/market_setup.h"
#include "engine/runtime/scheduler/scripted_edit.h"
#include "engine/runtime/shard_cell.h"
#include "engine/runtime/snapshot.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

namespace gavel::runtime {

/// Quota that a change brought at once, and where it acted.
struct TapedGrants
{
    ShardPlace at;
    model::QuotaGrants grants;
};

/// A change of a run and where it happened: at these places of the shards.
struct TapedChange
{
    std::vector<ShardPlace> after;
    RoundPlace round; ///< where the scheduler stood
    std::vector<std::vector<TapedGrants>> acted; ///< by shard
    std::vector<model::MarketChange> changes;
    std::optional<double> trafficFactor;
    Order order; ///< what a person did to the rounds; none = nothing
    LogLine line; ///< of the journal
    bool published = false; ///< it is stored: going back does not take it out of the market
};

/// Gives one shard its part of a change. Shard's thread only.
void give(const TapedChange& change, ShardCell& cell);

/// Every change of the run that is under way, oldest first: what a replay repeats. Any thread.
class ControlTape
{
public:
    void clear();
    void add(TapedChange change);
    /// What the scheduler did for a change, by its place on the tape.
    void noteRound(std::size_t change, RoundPlace place,
                   std::vector<std::vector<TapedGrants>> acted);
    std::size_t size() const;
    std::vector<TapedChange> changes() const;

private:
    mutable std::mutex m_mutex;
    std::vector<TapedChange> m_changes;
};

/// The changes of a run that is cut to `stopAt` auctions of each shard, out of one that had run
/// `ran`. What was made after the last auction that is kept is left out, unless it was published.
std::vector<TapedChange> cutTo(std::vector<TapedChange> changes,
                               const std::vector<std::uint64_t>& ran,
                               const std::vector<std::uint64_t>& stopAt);

/// What the scheduler does in a replay of the changes.
std::vector<ScriptedEdit> editsOf(const std::vector<TapedChange>& changes);

/// What one shard does in a replay of the changes.
ShardScript scriptOf(const std::vector<TapedChange>& changes, std::size_t shard,
                     std::uint64_t stopAt, TimeMs until);

} // namespace gavel::runtime
