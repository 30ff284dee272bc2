// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/placement.h"

#include <map>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

namespace gavel::ssp {

/// The publishers and placements of a market. Any thread; the auction path never comes here.
class Inventory
{
public:
    Inventory() = default;
    Inventory(const std::vector<model::Publisher>& publishers,
              const std::vector<model::Placement>& placements);
    void replace(const std::vector<model::Publisher>& publishers,
                 const std::vector<model::Placement>& placements);

    std::optional<model::Placement> placement(const std::string& id) const;
    std::optional<model::Publisher> publisher(const std::string& id) const;
    /// Of one publisher, or all when the id is empty; ordered by id.
    std::vector<model::Placement> placements(const std::string& publisherId = {}) const;
    std::vector<model::Publisher> publishers() const;

    /// The placement that an ad request names. Errors: AD_SLOT_NOT_FOUND "Ad slot not found",
    /// AD_SLOT_NOT_AVAILABLE "Ad slot not available".
    Result<model::Placement> offer(const std::string& id) const;

private:
    mutable std::shared_mutex m_mutex;
    std::map<std::string, model::Publisher> m_publishers;
    std::map<std::string, model::Placement> m_placements;
};

} // namespace gavel::ssp
