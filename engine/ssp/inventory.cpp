// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ssp/inventory.h"

#include <mutex>

namespace gavel::ssp {

namespace {

template<typename Noun>
std::optional<Noun> found(const std::map<std::string, Noun>& nouns, const std::string& id)
{
    const auto it = nouns.find(id);
    return it == nouns.end() ? std::nullopt : std::optional<Noun>(it->second);
}

} // namespace

Inventory::Inventory(const std::vector<model::Publisher>& publishers,
                     const std::vector<model::Placement>& placements)
{
    replace(publishers, placements);
}

void Inventory::replace(const std::vector<model::Publisher>& publishers,
                        const std::vector<model::Placement>& placements)
{
    const std::unique_lock lock(m_mutex);
    m_publishers.clear();
    m_placements.clear();
    for (const auto& publisher : publishers)
        m_publishers.emplace(publisher.id, publisher);
    for (const auto& placement : placements)
        m_placements.emplace(placement.id, placement);
}

std::optional<model::Placement> Inventory::placement(const std::string& id) const
{
    const std::shared_lock lock(m_mutex);
    return found(m_placements, id);
}

std::optional<model::Publisher> Inventory::publisher(const std::string& id) const
{
    const std::shared_lock lock(m_mutex);
    return found(m_publishers, id);
}

std::vector<model::Placement> Inventory::placements(const std::string& publisherId) const
{
    const std::shared_lock lock(m_mutex);
    std::vector<model::Placement> list;
    for (const auto& [id, placement] : m_placements)
        if (publisherId.empty() || placement.publisherId == publisherId)
            list.push_back(placement);
    return list;
}

std::vector<model::Publisher> Inventory::publishers() const
{
    const std::shared_lock lock(m_mutex);
    std::vector<model::Publisher> list;
    for (const auto& [id, publisher] : m_publishers)
        list.push_back(publisher);
    return list;
}

Result<model::Placement> Inventory::offer(const std::string& id) const
{
    const auto known = placement(id);
    if (!known)
        return Error{"AD_SLOT_NOT_FOUND", "slot_id", "Ad slot not found",
                     "GET /inventory lists the slots"};
    if (!known->available)
        return Error{"AD_SLOT_NOT_AVAILABLE", "slot_id", "Ad slot not available",
                     "choose an available slot"};
    return *known;
}

} // namespace gavel::ssp
