// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/opportunity.h"
#include "engine/model/placement.h"
#include "engine/model/vocabulary.h"

#include <string_view>
#include <vector>

namespace gavel::market {

/// An opportunity has no room for one more handle in the list that a request calls `field`.
Error tooManyBlocks(std::string_view field);

/// The advertising that a publisher does not take on any of its placements.
class PublisherBlocks
{
public:
    PublisherBlocks(const model::Publisher& publisher, model::Vocabulary& vocabulary);

    /// Beside what the opportunity blocks already. Error: INVALID_REQUEST naming the list of an
    /// OpenRTB request that has no room for them too.
    Result<void> addTo(model::Opportunity& opportunity) const;

private:
    std::vector<Handle> m_categories;
    std::vector<Handle> m_advertisers;
};

} // namespace gavel::market
