// SPDX-License-Identifier: GPL-3.0-or-later
// What became of wins, told later, and what a new run takes over from those before it.
#include "engine/dsp/targeting/local_time.h"
#include "engine/runtime/engine_state.h"
#include "engine/store/event_log.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

/// The hour that caps count slides in parts of twelve minutes, so it sees this far back.
constexpr std::int64_t kHourSeenMs = 72 * base::kMinuteMs;
constexpr std::size_t kMostPastWins = 5'000'000;
constexpr std::size_t kPastWinsAtOnce = 4'096;

Error notWon()
{
    return {"DATA_NOT_FOUND", "auction", "Impression not found",
            "send the id of an auction that was won"};
}

std::uint32_t bitOf(model::EventKind kind)
{
    return 1U << static_cast<unsigned>(kind);
}

/// The fact to log, in handles of the running market.
model::DeliveryEvent laterFact(const store::StoredEvent& win, model::EventKind kind, Money value,
                               model::Vocabulary& names)
{
    model::DeliveryEvent fact = store::factOf(win, names);
    fact.kind = kind;
    fact.sequence = 0;
    fact.publisher = fact.bid = fact.floor = 0;
    fact.uncharged = false;
    fact.amount = kind == model::EventKind::Conversion ? value.micros : 1;
    return fact;
}

/// From when on wins matter to the caps of these campaigns; nullopt = there are no caps.
std::optional<TimeMs> capsLookBackTo(const std::vector<model::Campaign>& campaigns, TimeMs now)
{
    std::optional<TimeMs> since;
    const auto reach = [&](TimeMs to) { since = std::min(since.value_or(to), to); };
    for (const auto& campaign : campaigns)
        for (const auto& cap : campaign.caps) {
            const auto zone = dsp::TimeZone::named(campaign.timeZone);
            if (cap.window == model::CapWindow::Hour)
                reach(now + -kHourSeenMs);
            else if (cap.window == model::CapWindow::Day && zone)
                reach(zone->startOfDay(zone->at(now).day));
            else
                reach(TimeMs{INT64_MIN});
        }
    return since;
}

/// Past wins on their way to the seats of one market.
class Recall
{
public:
    explicit Recall(MarketHost& host)
        : m_host(host)
        , m_waiting(host.shards())
    {
        const auto& names = *host.setup().vocabulary;
        for (const auto& campaign : host.setup().campaigns)
            if (!campaign.caps.empty())
                m_seats[names.campaigns.find(campaign.id)] = names.seats.find(campaign.seatId);
    }

    void add(const store::PastWin& win)
    {
        const auto& names = *m_host.setup().vocabulary;
        const Handle campaign = names.campaigns.find(win.campaign);
        const auto seat = m_seats.find(campaign);
        if (campaign == base::kNone || seat == m_seats.end())
            return;
        const std::size_t shard = m_host.shardOf(win.user);
        m_waiting[shard].push_back(
            {seat->second, campaign, names.creatives.find(win.creative), win.user, win.at});
        if (m_waiting[shard].size() == kPastWinsAtOnce)
            give(shard);
    }
    void giveAll()
    {
        for (std::size_t shard = 0; shard < m_waiting.size(); ++shard)
            give(shard);
    }

private:
    struct Shown
    {
        Handle seat = 0;
        Handle campaign = 0;
        Handle creative = 0;
        std::uint64_t user = 0;
        TimeMs at;
    };
    void give(std::size_t shard)
    {
        m_host.onShard(shard, [&](ShardCell& cell) {
            for (const Shown& shown : m_waiting[shard])
                if (dsp::SeatBidder* bidder = cell.market().seat(shown.seat))
                    bidder->recallShown(shown.campaign, shown.creative, shown.user, shown.at);
        });
        m_waiting[shard].clear();
    }

    MarketHost& m_host;
    std::map<Handle, Handle> m_seats; ///< of campaigns with caps
    std::vector<std::vector<Shown>> m_waiting; ///< by shard
};

} // namespace

Result<void> Engine::State::recallCaps()
{
    const auto since = capsLookBackTo(host->setup().campaigns, clock.now());
    if (!since)
        return {};
    auto reader = workspace->reader();
    if (!reader)
        return reader.error();
    Recall recall(*host);
    auto read = store::readPastWins(*reader, host->plan().marketName, *since, kMostPastWins,
                                    [&](const store::PastWin& win) { recall.add(win); });
    recall.giveAll();
    return read;
}

Result<void> Engine::recordDelivery(std::uint64_t auction, model::EventKind kind, Money value)
{
    const std::shared_lock lock(m_state->market);
    MarketHost* host = m_state->host.get();
    if (host == nullptr)
        return notWon();
    const std::uint32_t shard = ShardCell::shardOf(auction);
    bool found = false;
    bool fresh = false;
    const auto tell = [&](ShardCell& cell) {
        ShardCell::LiveWin* win = cell.win(auction);
        found = win != nullptr;
        fresh = found && (win->told & bitOf(kind)) == 0;
        if (!fresh)
            return;
        win->told |= bitOf(kind);
        cell.market().recordDelivery(win->opportunity, win->bid, kind, value);
    };
    if (shard < host->shards())
        host->onShard(shard, tell);
    if (!found)
        return m_state->recordLate(auction, kind, value);
    // Also what was told before may not be durable yet.
    return host->flush();
}

// Exactly once: the shard has forgotten the win for good, so whatever it told of it is in its ring
// by now; the flush makes that durable, the log is then the whole truth, and the mutex keeps other
// late tellers away until this one is in the log too.
Result<void> Engine::State::recordLate(std::uint64_t auction, model::EventKind kind, Money value)
{
    if (host->plan().events == nullptr)
        return notWon();
    const std::lock_guard one(lateMutex);
    if (auto flushed = host->flush(); !flushed)
        return flushed;
    auto reader = workspace->reader();
    if (!reader)
        return reader.error();
    const auto known = store::readRealWin(*reader, host->plan().marketName, auction);
    if (!known)
        return known.error();
    if (!*known)
        return notWon();
    if (((*known)->told & bitOf(kind)) != 0)
        return {};
    const auto fact = laterFact((*known)->win, kind, value, *host->setup().vocabulary);
    host->onShard(ShardCell::shardOf(auction) % host->shards(),
                  [&](ShardCell& cell) { cell.market().recordLoggedDelivery(fact); });
    return host->flush();
}

} // namespace gavel::runtime
