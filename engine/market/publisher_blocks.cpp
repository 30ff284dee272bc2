// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/publisher_blocks.h"

#include <algorithm>
#include <string>

namespace gavel::market {

namespace {

template<typename List>
bool addNew(const std::vector<Handle>& handles, List& list)
{
    return std::ranges::all_of(
        handles, [&](Handle handle) { return list.contains(handle) || list.push(handle); });
}

} // namespace

Error tooManyBlocks(std::string_view field)
{
    return {"INVALID_REQUEST", std::string(field),
            "with what the publisher does not take, more than "
                + std::to_string(model::Opportunity::kListCapacity)
                + " that this market knows are blocked",
            "block fewer"};
}

PublisherBlocks::PublisherBlocks(const model::Publisher& publisher, model::Vocabulary& vocabulary)
{
    for (const auto& category : publisher.blockedCategories)
        m_categories.push_back(vocabulary.of(model::Dimension::Category).intern(category));
    for (const auto& advertiser : publisher.blockedAdvertisers)
        m_advertisers.push_back(vocabulary.advertisers.intern(advertiser));
}

Result<void> PublisherBlocks::addTo(model::Opportunity& opportunity) const
{
    if (!addNew(m_categories, opportunity.blockedCategories))
        return tooManyBlocks("bcat");
    if (!addNew(m_advertisers, opportunity.blockedAdvertisers))
        return tooManyBlocks("badv");
    return {};
}

} // namespace gavel::market
