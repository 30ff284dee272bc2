// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/control_tape.h"

#include <algorithm>

namespace gavel::runtime {

void give(const TapedChange& change, ShardCell& cell)
{
    for (const model::MarketChange& one : change.changes)
        cell.market().apply(one);
    if (change.trafficFactor && cell.run() != nullptr)
        cell.run()->setTrafficFactor(*change.trafficFactor);
}

void ControlTape::clear()
{
    const std::lock_guard lock(m_mutex);
    m_changes.clear();
}

void ControlTape::add(TapedChange change)
{
    const std::lock_guard lock(m_mutex);
    m_changes.push_back(std::move(change));
}

void ControlTape::noteRound(std::size_t change, RoundPlace place,
                            std::vector<std::vector<TapedGrants>> acted)
{
    const std::lock_guard lock(m_mutex);
    m_changes[change].round = place;
    m_changes[change].acted = std::move(acted);
}

std::size_t ControlTape::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_changes.size();
}

std::vector<TapedChange> ControlTape::changes() const
{
    const std::lock_guard lock(m_mutex);
    return m_changes;
}

std::vector<TapedChange> cutTo(std::vector<TapedChange> changes,
                               const std::vector<std::uint64_t>& ran,
                               const std::vector<std::uint64_t>& stopAt)
{
    const auto isLast = [&](const TapedChange& change) {
        return std::ranges::equal(change.after, ran, {}, &ShardPlace::generated);
    };
    std::erase_if(changes,
                  [&](const TapedChange& change) { return !change.published && isLast(change); });
    for (TapedChange& change : changes) {
        if (!isLast(change))
            continue;
        // It comes earlier than it did: when the shards hold, and with quota of that moment.
        for (std::size_t shard = 0; shard < stopAt.size(); ++shard)
            change.after[shard] = {std::min(change.after[shard].generated, stopAt[shard]), 0};
        change.acted.clear();
        change.round.afterRound = UINT64_MAX;
    }
    return changes;
}

ShardScript scriptOf(const std::vector<TapedChange>& changes, std::size_t shard,
                     std::uint64_t stopAt, TimeMs until)
{
    ShardScript script;
    script.stopAt = stopAt;
    script.until = until;
    for (const TapedChange& change : changes) {
        script.cues.push_back(
            {change.after[shard], [change](ShardCell& cell) { give(change, cell); }, true});
        if (change.acted.empty())
            continue;
        for (const TapedGrants& taped : change.acted[shard])
            script.cues.push_back(
                {taped.at, [grants = taped.grants](ShardCell& cell) { cell.applyAgain(grants); },
                 false});
    }
    return script;
}

std::vector<ScriptedEdit> editsOf(const std::vector<TapedChange>& changes)
{
    std::vector<ScriptedEdit> edits;
    for (std::size_t i = 0; i < changes.size(); ++i)
        if (changes[i].published || changes[i].order)
            edits.push_back({changes[i].round, i, changes[i].changes, changes[i].order});
    return edits;
}

} // namespace gavel::runtime
