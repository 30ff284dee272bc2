// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/opportunity.h"
#include "engine/model/placement.h"
#include "engine/model/vocabulary.h"

#include <vector>

namespace gavel::market {

/// The advertising that a publisher does not take on any of its placements.
class PublisherBlocks
{
public:
    PublisherBlocks(const model::Publisher& publisher, model::Vocabulary& vocabulary);

    /// Beside what the opportunity blocks already.
    void addTo(model::Opportunity& opportunity) const;

private:
    std::vector<Handle> m_categories;
    std::vector<Handle> m_advertisers;
};

} // namespace gavel::market
