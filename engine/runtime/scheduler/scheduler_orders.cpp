// SPDX-License-Identifier: GPL-3.0-or-later
// What others ask of the rounds, run on the scheduler's thread.
#include "engine/runtime/scheduler/scheduler.h"

namespace gavel::runtime {

Result<std::uint64_t> Scheduler::edit(const std::vector<model::MarketChange>& changes)
{
    std::uint64_t rounds = 0;
    auto done = command([&](Rounds& all) {
        rounds = all.roundsDone();
        return applyEdit(changes);
    });
    const std::lock_guard lock(m_mutex);
    if (!done && !m_isFinished) // a market that has ended needs no quota
        return done.error();
    return rounds;
}

Result<bool> Scheduler::spendBeside(const std::string& campaignId, Money amount,
                                    const std::function<Result<Money>()>& record)
{
    bool fits = false;
    auto done = command([&](Rounds& rounds) -> Result<void> {
        const Handle campaign = rounds.plan().setup->vocabulary->campaigns.find(campaignId);
        const auto room = rounds.makeRoom(campaign, amount, now());
        if (!room)
            return room.error();
        fits = *room;
        if (!fits)
            return {};
        const auto beside = record();
        if (!beside)
            return beside.error();
        rounds.setBeside(campaign, *beside, now());
        return {};
    });
    if (!done)
        return done.error();
    return fits;
}

Result<void> Scheduler::runNow(std::vector<std::string> campaigns, const std::string& actor)
{
    return command([&](Rounds& rounds) -> Result<void> {
        std::vector<Rounds::Wish> wishes;
        for (const CampaignLine& line : rounds.sheet().lines())
            if (campaigns.empty() && line.isDue(now()))
                wishes.push_back({line.handle(), std::nullopt});
        for (const std::string& id : campaigns) {
            const Handle handle = rounds.plan().setup->vocabulary->campaigns.find(id);
            if (rounds.sheet().find(handle) == nullptr)
                return Error{"CAMPAIGN_NOT_FOUND", "campaign",
                             "there is no campaign \"" + id + "\"", "name one of this market"};
            wishes.push_back({handle, std::nullopt});
        }
        return rounds.between(wishes, actor, now());
    });
}

Result<void> Scheduler::retry(const std::vector<model::TaskId>& tasks, const std::string& actor)
{
    return command([&](Rounds& rounds) -> Result<void> {
        for (const model::TaskId task : tasks)
            if (auto retried = rounds.retry(task, actor, now()); !retried)
                return retried;
        return {};
    });
}

Result<void> Scheduler::cancel(const std::vector<model::TaskId>& tasks, const std::string& actor)
{
    return command([&](Rounds& rounds) -> Result<void> {
        for (const model::TaskId task : tasks)
            if (auto cancelled = rounds.cancel(task, actor, now()); !cancelled)
                return cancelled;
        return {};
    });
}

Result<void> Scheduler::payIn(const PayIn& payIn, const std::string& actor)
{
    return command([&](Rounds& rounds) -> Result<void> {
        if (auto paid = rounds.ledger().payIn(payIn, actor, now()); !paid)
            return paid;
        return rounds.between(rounds.walletWishes(payIn.advertiserId), actor, now());
    });
}

Result<void> Scheduler::adjust(const AdjustmentRequest& request, const std::string& actor)
{
    return command([&](Rounds& rounds) { return rounds.ledger().adjust(request, actor, now()); });
}

Result<void> Scheduler::refund(const ledger::RefundedAuction& refunded,
                               const ledger::WonAuction& auction, const std::string& reason,
                               const std::string& actor)
{
    return command([&](Rounds& rounds) {
        return rounds.ledger().refund(refunded, auction, reason, actor, now());
    });
}

Result<void> Scheduler::setWalletTerms(const std::string& advertiser, const WalletTerms& terms,
                                       const std::string& actor)
{
    return command([&](Rounds& rounds) -> Result<void> {
        if (auto set = rounds.ledger().setTerms(advertiser, terms, actor, now()); !set)
            return set;
        return rounds.between(rounds.walletWishes(advertiser), actor, now());
    });
}

void Scheduler::join(std::shared_ptr<AdServerLink> link)
{
    std::packaged_task<void()> task([this, link = std::move(link)]() mutable {
        const std::lock_guard lock(m_mutex);
        if (m_problem || m_isFinished)
            return;
        if (auto joined = m_rounds->join(std::move(link), now()); !joined)
            fail(joined.error());
        publishFigures();
    });
    {
        const std::lock_guard lock(m_commandMutex);
        m_commands.push_back(std::move(task));
    }
    m_plan.bell->ring();
}

Result<void> Scheduler::leave(const model::QuotaReport& all)
{
    return command([&](Rounds& rounds) { return rounds.leave(all, now()); });
}

} // namespace gavel::runtime
