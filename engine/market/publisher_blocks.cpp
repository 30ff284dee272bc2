// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/publisher_blocks.h"

namespace gavel::market {

namespace {

template<typename List>
void addNew(const std::vector<Handle>& handles, List& list)
{
    for (const Handle handle : handles)
        if (!list.contains(handle))
            list.push(handle);
}

} // namespace

PublisherBlocks::PublisherBlocks(const model::Publisher& publisher, model::Vocabulary& vocabulary)
{
    for (const auto& category : publisher.blockedCategories)
        m_categories.push_back(vocabulary.of(model::Dimension::Category).intern(category));
    for (const auto& advertiser : publisher.blockedAdvertisers)
        m_advertisers.push_back(vocabulary.advertisers.intern(advertiser));
}

void PublisherBlocks::addTo(model::Opportunity& opportunity) const
{
    addNew(m_categories, opportunity.blockedCategories);
    addNew(m_advertisers, opportunity.blockedAdvertisers);
}

} // namespace gavel::market
