// SPDX-License-Identifier: GPL-3.0-or-later
// What others ask of the rounds, run on the scheduler's thread.
#include "engine/runtime/scheduler/scheduler.h"

namespace gavel::runtime {

Result<void> Scheduler::catchUp()
{
    while (!m_rounds->plan().isLive) {
        const auto boundary = nextBoundary();
        if (!boundary || *boundary > m_host.now())
            break;
        if (auto done = m_rounds->run(*boundary, *boundary); !done)
            return done;
    }
    return m_rounds->awaitDurable();
}

Result<RoundPlace> Scheduler::edit(const std::vector<model::MarketChange>& changes)
{
    RoundPlace place;
    auto done = command([&](Rounds& rounds) {
        auto caughtUp = catchUp();
        place = {rounds.roundsDone(), now()};
        return caughtUp ? applyEdit(changes, place.at) : caughtUp;
    });
    const std::lock_guard lock(m_mutex);
    if (!done && !m_isFinished) // a market that has ended needs no quota
        return done.error();
    return place;
}

Result<RoundPlace> Scheduler::order(const Order& order)
{
    RoundPlace place;
    auto done = command([&](Rounds& rounds) {
        auto caughtUp = catchUp();
        place = {rounds.roundsDone(), now()};
        return caughtUp ? order(rounds, place.at) : caughtUp;
    });
    if (!done)
        return done.error();
    return place;
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
