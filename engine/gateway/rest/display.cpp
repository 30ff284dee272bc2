// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/display.h"

#include "engine/gateway/rest/services.h"

namespace gavel::gateway {

Result<void> recordDisplay(Services& services, const std::string& impressionId)
{
    const auto auction = auctionNumber(impressionId);
    if (!auction)
        return Error{"DATA_NOT_FOUND", "impression_id", "Impression not found",
                     "use the id that came with the ad"};
    if (services.journal.hasTransaction(*auction))
        return {};
    const auto sold = services.journal.auction(*auction);
    if (const auto recorded
        = services.engine.recordDelivery(*auction, model::EventKind::Impression, Money{});
        !recorded)
        return recorded.error();
    if (sold && sold->won)
        return services.journal.add(Transaction{
            *auction, sold->bids.front().campaignId, sold->userId, sold->slotId, impressionId,
            sold->price, sold->publisher, sold->fee, services.clock.now()});
    return {};
}

} // namespace gavel::gateway
