// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/orders.h"

namespace gavel::runtime {

namespace {

/// The task of the same number where a scenario's play is repeated: there nodes count anew.
model::TaskId here(const Rounds& rounds, model::TaskId task)
{
    if (rounds.plan().isLive)
        return task;
    return (model::TaskId{rounds.tasks().epoch()} << 32) + (task & UINT32_MAX);
}

} // namespace

Order roundNow(std::vector<std::string> campaigns, std::string actor)
{
    return [campaigns = std::move(campaigns), actor = std::move(actor)](Rounds& rounds,
                                                                        TimeMs at) -> Result<void> {
        std::vector<Rounds::Wish> wishes;
        for (const CampaignLine& line : rounds.sheet().lines())
            if (campaigns.empty() && line.isDue(at))
                wishes.push_back({line.handle(), std::nullopt});
        for (const std::string& id : campaigns) {
            const Handle handle = rounds.plan().setup->vocabulary->campaigns.find(id);
            if (rounds.sheet().find(handle) == nullptr)
                return Error{"CAMPAIGN_NOT_FOUND", "campaign",
                             "there is no campaign \"" + id + "\"", "name one of this market"};
            wishes.push_back({handle, std::nullopt});
        }
        return rounds.between(wishes, actor, at);
    };
}

Order retryTasks(std::vector<model::TaskId> tasks, std::string actor)
{
    return [tasks = std::move(tasks), actor = std::move(actor)](Rounds& rounds,
                                                                TimeMs at) -> Result<void> {
        for (const model::TaskId task : tasks)
            if (auto retried = rounds.retry(here(rounds, task), actor, at); !retried)
                return retried;
        return {};
    };
}

Order cancelTasks(std::vector<model::TaskId> tasks, std::string actor)
{
    return [tasks = std::move(tasks), actor = std::move(actor)](Rounds& rounds,
                                                                TimeMs at) -> Result<void> {
        for (const model::TaskId task : tasks)
            if (auto cancelled = rounds.cancel(here(rounds, task), actor, at); !cancelled)
                return cancelled;
        return {};
    };
}

Order payInto(PayIn payIn, std::string actor)
{
    return [payIn = std::move(payIn), actor = std::move(actor)](Rounds& rounds,
                                                                TimeMs at) -> Result<void> {
        if (auto paid = rounds.ledger().payIn(payIn, actor, at); !paid)
            return paid;
        return rounds.between(rounds.walletWishes(payIn.advertiserId), actor, at);
    };
}

Order adjustBy(AdjustmentRequest request, std::string actor)
{
    return [request = std::move(request), actor = std::move(actor)](Rounds& rounds, TimeMs at) {
        return rounds.ledger().adjust(request, actor, at);
    };
}

Order refundAuction(ledger::RefundedAuction refunded, ledger::WonAuction auction,
                    std::string reason, std::string actor)
{
    return [refunded = std::move(refunded), auction = std::move(auction),
            reason = std::move(reason), actor = std::move(actor)](Rounds& rounds, TimeMs at) {
        return rounds.ledger().refund(refunded, auction, reason, actor, at);
    };
}

Order walletTermsOf(std::string advertiser, const WalletTerms& terms, std::string actor)
{
    return [advertiser = std::move(advertiser), terms,
            actor = std::move(actor)](Rounds& rounds, TimeMs at) -> Result<void> {
        if (auto set = rounds.ledger().setTerms(advertiser, terms, actor, at); !set)
            return set;
        return rounds.between(rounds.walletWishes(advertiser), actor, at);
    };
}

} // namespace gavel::runtime
