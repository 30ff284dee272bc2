// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/control_tape.h"

#include <algorithm>

namespace gavel::runtime {

void give(const TapedChange& change, ShardCell& cell)
{
    for (const model::MarketChange& one : change.changes) {
        cell.market().apply(one);
        if (const auto* edited = std::get_if<model::CampaignChange>(&one))
            cell.grant(edited->campaign);
    }
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

std::vector<TapedChange> ControlTape::changes() const
{
    const std::lock_guard lock(m_mutex);
    return m_changes;
}

std::vector<TapedChange> cutTo(std::vector<TapedChange> changes,
                               const std::vector<std::uint64_t>& ran,
                               const std::vector<std::uint64_t>& stopAt)
{
    std::erase_if(changes, [&](const TapedChange& change) {
        return !change.published && change.after == ran;
    });
    for (TapedChange& change : changes)
        for (std::size_t shard = 0; shard < stopAt.size(); ++shard)
            change.after[shard] = std::min(change.after[shard], stopAt[shard]);
    return changes;
}

ShardScript scriptOf(const std::vector<TapedChange>& changes, std::size_t shard,
                     std::uint64_t stopAt)
{
    ShardScript script;
    script.stopAt = stopAt;
    for (const TapedChange& change : changes)
        script.cues.push_back(
            {change.after[shard], [change](ShardCell& cell) { give(change, cell); }});
    return script;
}

} // namespace gavel::runtime
