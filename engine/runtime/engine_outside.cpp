// SPDX-License-Identifier: GPL-3.0-or-later
// Real traffic and what other programs tell: opportunities, quotes, wins, deliveries.
#include "engine/runtime/engine_state.h"
#include "engine/runtime/market_run.h"

#include <algorithm>
#include <future>

namespace gavel::runtime {

namespace {

Error paused()
{
    return {"SERVICE_UNAVAILABLE", "market", "the market is paused", "resume it"};
}

Error noCampaign(const std::string& id)
{
    return {"CAMPAIGN_NOT_FOUND", "campaign_id", "Campaign not found",
            "there is no campaign " + id};
}

} // namespace

std::shared_ptr<const model::MarketSetup> Engine::setup() const
{
    const std::shared_lock lock(m_state->market);
    return m_state->host ? m_state->host->plan().setup : nullptr;
}

std::shared_ptr<LivePort> Engine::openLivePort(std::function<void()> wake)
{
    const std::shared_lock lock(m_state->market);
    return m_state->host ? m_state->host->openPort(std::move(wake)) : nullptr;
}

std::shared_ptr<dmp::Audience> Engine::audience() const
{
    const std::shared_lock lock(m_state->market);
    return m_state->audience;
}

const ssp::Inventory& Engine::inventory() const
{
    return m_state->inventory;
}

Result<LiveAnswer> Engine::auction(const model::Opportunity& opportunity, std::int64_t deadlineMs)
{
    struct Signal
    {
        std::mutex mutex;
        std::condition_variable ready;
        bool woken = false;
    };
    const auto signal = std::make_shared<Signal>();
    const auto port = openLivePort([signal] {
        const std::lock_guard lock(signal->mutex);
        signal->woken = true;
        signal->ready.notify_one();
    });
    if (!port || !port->submit(1, opportunity))
        return noMarket();
    const std::int64_t end = base::monotonicNanos() + deadlineMs * 1'000'000;
    std::optional<LiveAnswer> answer;
    while (!answer) {
        std::unique_lock lock(signal->mutex);
        const std::chrono::nanoseconds left(end - base::monotonicNanos());
        if (left.count() <= 0 || !signal->ready.wait_for(lock, left, [&] { return signal->woken; }))
            break;
        signal->woken = false;
        lock.unlock();
        port->drain([&](const LiveAnswer& given) { answer = given; });
    }
    port->close();
    if (!answer)
        return Error{"TIMEOUT", "auction", "the market did not answer in time", "try again"};
    if (answer->refused)
        return paused();
    return *answer;
}

Result<LiveAnswer> Engine::auctionOutside(const model::Opportunity& opportunity,
                                          const OutsideBid& answer)
{
    const std::shared_lock lock(m_state->market);
    MarketHost* host = m_state->host.get();
    if (host == nullptr)
        return noMarket();
    if (host->paused() || m_state->replayTo != 0)
        return paused();
    model::Bid bid;
    bid.seat = host->setup().vocabulary->seats.intern(answer.seat);
    bid.price = answer.price;
    bid.currency = host->setup().currency;
    bid.answerMicros = answer.answerMicros;
    bid.fate = answer.late       ? model::BidFate::Late
        : answer.price > Price{} ? model::BidFate::Outbid
                                 : model::BidFate::NoBid;
    const TimeMs at = host->plan().scenario ? host->now() : m_state->clock.now();
    m_state->disturbed = true;
    LiveAnswer outcome;
    host->onShard(host->shardOf(opportunity.user),
                  [&](ShardCell& cell) { outcome = cell.answerOutside(opportunity, bid, at); });
    if (const auto stored = host->flush(); !stored)
        return stored.error();
    return outcome;
}

Result<Quote> Engine::quote(const std::string& seatId, const model::Opportunity& opportunity)
{
    const std::shared_lock lock(m_state->market);
    MarketHost* host = m_state->host.get();
    if (host == nullptr)
        return noMarket();
    const Handle seat = host->setup().vocabulary->seats.find(seatId);
    const std::size_t shard = host->shardOf(opportunity.user);
    Quote quote;
    bool known = false;
    model::Opportunity offered = opportunity;
    offered.at = host->plan().scenario ? host->now() : m_state->clock.now();
    m_state->disturbed = true;
    host->onShard(shard, [&](ShardCell& cell) {
        dsp::SeatBidder* bidder = seat == 0 ? nullptr : cell.market().seat(seat);
        if (bidder == nullptr)
            return;
        known = true;
        bidder->tick(offered.at);
        base::Random random(host->setup().seed ^ offered.user);
        quote.bid = bidder->bid(
            offered, {offered.floor, m_state->rules.kind != model::PriceRule::SecondPrice}, random);
        quote.bid.seat = seat;
        if (quote.bid.price.nanos > 0)
            quote.formula = bidder->lastFormula();
    });
    if (!known)
        return Error{"SEAT_NOT_FOUND", "seat",
                     "there is no seat \"" + seatId + "\" that bids for campaigns",
                     "name a seat of this market"};
    if (quote.bid.price.nanos > 0)
        m_state->outside.hold({quote.bid, offered, static_cast<std::uint32_t>(shard)});
    return quote;
}

Result<void> Engine::recordWin(const std::string& campaignId, const std::string& userId,
                               Price price, const std::string& notice)
{
    if (price.nanos < 0)
        return Error{"INVALID_REQUEST", "price", "must not be negative", "send the price paid"};
    if (!campaign(campaignId))
        return noCampaign(campaignId);
    if (!m_state->outside.firstTime(notice))
        return {};
    const std::uint64_t user = dmp::userHash(userId);
    std::optional<OutsideWins::Held> held;
    {
        const std::shared_lock lock(m_state->market);
        MarketHost* host = m_state->host.get();
        const TimeMs now = host->plan().scenario ? host->now() : m_state->clock.now();
        held = m_state->outside.take(host->setup().vocabulary->campaigns.find(campaignId), user,
                                     now);
        if (held && price <= held->bid.price)
            host->onShard(held->shard, [&](ShardCell& cell) {
                if (dsp::SeatBidder* bidder = cell.market().seat(held->bid.seat)) {
                    bidder->won(held->bid, held->opportunity, Price{});
                    bidder->impression(held->bid.campaign, held->opportunity, false, false, {});
                }
            });
    }
    if (held && price > held->bid.price) {
        m_state->outside.forget(notice);
        return Error{"INVALID_REQUEST", "price", "is above what the seat bid",
                     "send at most " + base::toCpmString(held->bid.price) + " per thousand"};
    }
    if (const Money amount = base::Accrual(price.nanos).whole(); amount > Money{})
        if (auto spent = recordSpend(campaignId, amount); !spent) {
            m_state->outside.forget(notice);
            return spent;
        }
    m_state->outside.tell(model::EventKind::Win);
    if (!held)
        m_state->countUnheld(campaignId, user);
    return {};
}

/// A win of a bid that nobody remembers: its user has seen the campaign once more.
void Engine::State::countUnheld(const std::string& campaignId, std::uint64_t user)
{
    const std::shared_lock lock(market);
    const auto known = campaigns->find(campaignId);
    if (!host || !known)
        return;
    const model::Vocabulary& names = *host->setup().vocabulary;
    model::Bid bid;
    bid.campaign = names.campaigns.find(campaignId);
    bid.seat = names.seats.find(known->seatId);
    model::Opportunity opportunity;
    opportunity.user = user;
    opportunity.at = host->plan().scenario ? host->now() : clock.now();
    host->onShard(host->shardOf(user), [&](ShardCell& cell) {
        if (dsp::SeatBidder* bidder = cell.market().seat(bid.seat)) {
            bidder->recallShown(bid.campaign, bid.creative, user, opportunity.at);
            bidder->won(bid, opportunity, Price{});
            bidder->count(bid.campaign, model::EventKind::Impression, {});
        }
    });
}

Result<void> Engine::recordSpend(const std::string& campaignId, Money amount)
{
    const auto view = campaignView(campaignId);
    if (!view)
        return view.error();
    const std::shared_lock lock(m_state->market);
    if (!m_state->scheduler)
        return decidedElsewhere();
    const Money inMarket = view->spent - m_state->campaigns->spentBeside(campaignId);
    m_state->disturbed = true;
    const auto fits = m_state->scheduler->spendBeside(campaignId, amount, [&]() -> Result<Money> {
        if (auto recorded = m_state->campaigns->recordSpend(campaignId, amount, inMarket);
            !recorded)
            return recorded.error();
        return m_state->campaigns->spentBeside(campaignId);
    });
    if (!fits)
        return fits.error();
    if (!*fits)
        return Error{"BUDGET_EXCEEDED", "amount", "Spend amount would exceed campaign budget",
                     "send at most " + base::toString(view->budgetTotal - view->spent)};
    m_state->refreshCampaigns();
    return {};
}

Result<CampaignView> Engine::campaignView(const std::string& id) const
{
    const auto fresh = freshSnapshot();
    const auto it = std::find_if(fresh->campaigns.begin(), fresh->campaigns.end(),
                                 [&](const CampaignView& view) { return view.id == id; });
    if (it == fresh->campaigns.end())
        return noCampaign(id);
    return *it;
}

} // namespace gavel::runtime
