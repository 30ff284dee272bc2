// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/snapshot_maker.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

Money whole(std::int64_t nanos)
{
    return base::Accrual(nanos).whole();
}

void add(market::SeatCounters& sum, const market::SeatCounters& part)
{
    sum.asked += part.asked;
    sum.answered += part.answered;
    sum.late += part.late;
    sum.wins += part.wins;
    sum.spentNanos += part.spentNanos;
    sum.valueMicros += part.valueMicros;
    sum.answerMicros.merge(part.answerMicros);
}

void add(market::SupplyCounters& sum, const market::SupplyCounters& part)
{
    sum.offered += part.offered;
    sum.filled += part.filled;
    sum.revenueNanos += part.revenueNanos;
}

template<typename Counters>
void addEach(std::vector<Counters>& sums, const std::vector<Counters>& parts)
{
    if (sums.size() < parts.size())
        sums.resize(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        add(sums[i], parts[i]);
}

void addCampaign(dsp::CampaignCounters& sum, const dsp::CampaignCounters& part)
{
    sum.bids += part.bids;
    sum.wins += part.wins;
    sum.impressions += part.impressions;
    sum.clicks += part.clicks;
    sum.conversions += part.conversions;
    sum.spentNanos += part.spentNanos;
    sum.spentTodayNanos += part.spentTodayNanos;
    sum.valueMicros += part.valueMicros;
}

void addTotals(market::ShardCounters& sum, const market::ShardCounters& part)
{
    sum.now = std::max(sum.now, part.now);
    sum.auctions += part.auctions;
    sum.seatRequests += part.seatRequests;
    sum.bids += part.bids;
    sum.wins += part.wins;
    sum.impressions += part.impressions;
    sum.clicks += part.clicks;
    sum.conversions += part.conversions;
    sum.costNanos += part.costNanos;
    sum.publisherNanos += part.publisherNanos;
    sum.feeNanos += part.feeNanos;
    sum.clearingSumNanos += part.clearingSumNanos;
    sum.clearings += part.clearings;
    sum.auctionMicros.merge(part.auctionMicros);
    for (std::size_t i = 0; i < sum.broken.size(); ++i)
        sum.broken[i] += part.broken[i];
    if (sum.bidBins.size() < part.bidBins.size())
        sum.bidBins.resize(part.bidBins.size());
    for (std::size_t i = 0; i < part.bidBins.size(); ++i)
        sum.bidBins[i] += part.bidBins[i];
}

/// Money from nano-units so that cost = publisher + fee still holds in whole micro-units.
void fillMoney(Totals& totals, const market::ShardCounters& sum)
{
    totals.publisher = whole(sum.publisherNanos);
    totals.cost = whole(sum.costNanos);
    totals.fee = totals.cost - totals.publisher;
}

struct InvariantText
{
    const char* name;
    bool checked;
    const char* detail;
};
constexpr InvariantText kInvariants[]{
    {"Paid equals earned plus fees", true,
     "advertiser paid = publisher earned + fee, in every auction and in the ledger"},
    {"Nothing overspent", true,
     "spent + held never above the quota granted, quota never above the budget"},
    {"Prices in bounds", true, "no clearing price above the bid or below the floor"},
    {"Frequency caps kept", true, "no cap exceeded in any window"},
    {"Events stored once", true, "each source's sequence is complete"},
    {"Tasks follow their table", true, "every change of a schedule task is one of the table's"},
    {"Repeatable", false, "checked by running the scenario twice"},
};

} // namespace

MarketCounters addUp(const std::vector<std::shared_ptr<const market::ShardCounters>>& shards)
{
    MarketCounters total;
    base::Digest digest;
    total.at = shards.empty() ? TimeMs{} : shards.front()->now;
    for (const auto& shard : shards) {
        total.at = std::min(total.at, shard->now);
        addTotals(total.sum, *shard);
        addEach(total.sum.seats, shard->seats);
        addEach(total.sum.publishers, shard->publishers);
        addEach(total.sum.placements, shard->placements);
        total.sum.floorAdvice.resize(
            std::max(total.sum.floorAdvice.size(), shard->floorAdvice.size()));
        for (std::size_t i = 0; i < shard->floorAdvice.size(); ++i)
            total.sum.floorAdvice[i].merge(shard->floorAdvice[i]);
        for (const auto& [campaign, counters] : shard->campaigns)
            addCampaign(total.campaigns[campaign], counters);
        digest.add(shard->digest);
    }
    total.digest = digest.value();
    return total;
}

void SnapshotMaker::setCampaigns(const std::vector<model::Campaign>& campaigns,
                                 std::map<std::string, Before> before)
{
    m_campaigns = campaigns;
    m_before = std::move(before);
    std::map<std::string, std::map<std::string, std::int64_t>> budgets;
    for (const auto& campaign : campaigns) {
        const auto strategy
            = model::kStrategyNames[static_cast<std::size_t>(campaign.strategy.kind)];
        budgets[campaign.seatId][std::string(strategy)] += campaign.budgetDay.micros > 0
            ? campaign.budgetDay.micros
            : campaign.budgetTotal.micros;
    }
    m_seatStrategy.clear();
    for (const auto& [seat, strategies] : budgets)
        m_seatStrategy[seat]
            = std::max_element(strategies.begin(), strategies.end(),
                               [](const auto& a, const auto& b) { return a.second < b.second; })
                  ->first;
}

void SnapshotMaker::setSeatStrategy(const std::string& seatId, model::StrategyKind kind)
{
    m_seatStrategy[seatId] = model::kStrategyNames[static_cast<std::size_t>(kind)];
    for (auto& campaign : m_campaigns)
        if (campaign.seatId == seatId)
            campaign.strategy.kind = kind;
}

void SnapshotMaker::add(const CampaignSums& sums, CampaignView& view)
{
    view.spent += whole(sums.spent);
    view.bids += sums.bids;
    view.wins += sums.wins;
    view.impressions += sums.impressions;
    view.clicks += sums.clicks;
    view.conversions += sums.conversions;
}

CampaignView SnapshotMaker::view(const model::Campaign& campaign, const MarketHost& host,
                                 const MarketCounters& counters, const RoundFigures& rounds) const
{
    CampaignView view;
    view.id = campaign.id;
    view.name = campaign.name;
    view.advertiserId = campaign.advertiserId;
    view.advertiserName
        = campaign.advertiserName.empty() ? campaign.advertiserId : campaign.advertiserName;
    view.seatId = campaign.seatId;
    const auto& seats = host.setup().seats;
    const auto seat = std::find_if(seats.begin(), seats.end(),
                                   [&](const auto& s) { return s.id == campaign.seatId; });
    view.seatName = seat == seats.end() ? campaign.seatId : seat->name;
    view.status = campaign.status;
    view.strategy = campaign.strategy.kind;
    view.budgetTotal = campaign.budgetTotal;
    view.budgetDay = campaign.budgetDay;
    view.flightStart = campaign.flightStart;
    view.flightEnd = campaign.flightEnd;
    if (const auto before = m_before.find(campaign.id); before != m_before.end()) {
        view.spent = before->second.beside;
        add(before->second.sums, view);
    }
    const Handle handle = host.setup().vocabulary->campaigns.find(campaign.id);
    if (const auto it = counters.campaigns.find(handle);
        handle != 0 && it != counters.campaigns.end()) {
        const dsp::CampaignCounters& own = it->second;
        view.spent += whole(own.spentNanos);
        view.spentToday = whole(own.spentTodayNanos);
        view.bids += own.bids;
        view.wins += own.wins;
        view.impressions += own.impressions;
        view.clicks += own.clicks;
        view.conversions += own.conversions;
    }
    const auto figures = rounds.campaigns.find(handle);
    if (figures != rounds.campaigns.end()) {
        const CampaignSums& elsewhere = figures->second.elsewhere;
        add(elsewhere, view);
        if (elsewhere.spent > 0)
            view.spentToday = std::max(view.spentToday, figures->second.spentToday);
    }
    view.quotaLeft = campaign.budgetTotal - view.spent;
    if (campaign.budgetDay.micros > 0) {
        const double plan = static_cast<double>(campaign.budgetDay.micros)
            * plannedShare(campaign, m_curve, host.now());
        view.planToday = {static_cast<std::int64_t>(plan)};
        view.quotaLeft = std::min(view.quotaLeft, campaign.budgetDay - view.spentToday);
        view.budgetEnds = budgetEnds(campaign, view, host.now());
    }
    view.pacing = campaign.pacing;
    if (figures != rounds.campaigns.end())
        addQuota(view, figures->second);
    return view;
}

/// If it goes on as far before or behind its plan as it is now.
TimeMs SnapshotMaker::budgetEnds(const model::Campaign& campaign, const CampaignView& view,
                                 TimeMs now) const
{
    if (view.planToday <= Money{} || view.spentToday <= view.planToday)
        return {};
    const double share
        = static_cast<double>(view.planToday.micros) / static_cast<double>(view.spentToday.micros);
    const TimeMs end = plannedAt(campaign, m_curve, now, share);
    return end > now ? end : TimeMs{};
}

void SnapshotMaker::addQuota(CampaignView& view, const CampaignFigures& figures)
{
    view.quotaHeld = figures.held;
    view.bidFactorPpm = figures.bidFactorPpm;
    view.pace = figures.pace == scheduling::DeliveryPace::Ahead ? std::int8_t{1}
        : figures.pace == scheduling::DeliveryPace::Behind      ? std::int8_t{-1}
                                                                : std::int8_t{0};
    view.valueLost = figures.valueLost;
    view.spentByHour = figures.spentByHour;
    view.quotaNote = figures.note;
}

void SnapshotMaker::fillSeats(Snapshot& snapshot, const MarketHost& host,
                              const MarketCounters& counters) const
{
    const auto& seats = host.setup().seats;
    for (std::size_t i = 0; i < seats.size() && i < counters.sum.seats.size(); ++i) {
        const market::SeatCounters& own = counters.sum.seats[i];
        const auto strategy = m_seatStrategy.find(seats[i].id);
        SeatView view;
        view.id = seats[i].id;
        view.name = seats[i].name;
        view.playedBy = seats[i].playedBy;
        view.kind = seats[i].kind;
        view.strategy = strategy == m_seatStrategy.end() ? "" : strategy->second;
        view.deadlineMicros = seats[i].deadlineMicros;
        view.cutOff = seats[i].cutOff;
        view.asked = own.asked;
        view.answered = own.answered;
        view.late = own.late;
        view.wins = own.wins;
        view.spend = whole(own.spentNanos);
        view.value = {own.valueMicros};
        view.p50Micros = static_cast<std::uint32_t>(own.answerMicros.percentile(0.5));
        view.p99Micros = static_cast<std::uint32_t>(own.answerMicros.percentile(0.99));
        snapshot.seats.push_back(std::move(view));
    }
}

void SnapshotMaker::fillSupply(Snapshot& snapshot, const MarketHost& host,
                               const MarketCounters& counters) const
{
    const auto& setup = host.setup();
    for (std::size_t i = 0; i < setup.publishers.size() && i < counters.sum.publishers.size();
         ++i) {
        const market::SupplyCounters& own = counters.sum.publishers[i];
        snapshot.publishers.push_back({setup.publishers[i].id,
                                       setup.publishers[i].name,
                                       "",
                                       own.offered,
                                       own.filled,
                                       whole(own.revenueNanos),
                                       {},
                                       {}});
    }
    for (std::size_t i = 0; i < setup.placements.size() && i < counters.sum.placements.size();
         ++i) {
        const model::Placement& placement = setup.placements[i];
        const market::SupplyCounters& own = counters.sum.placements[i];
        snapshot.placements.push_back({placement.id, placement.name, placement.publisherId,
                                       own.offered, own.filled, whole(own.revenueNanos),
                                       placement.floor,
                                       counters.sum.floorAdvice[i].suggest().floor});
    }
}

void SnapshotMaker::fillInvariants(Snapshot& snapshot, const MarketCounters& counters,
                                   const RoundFigures& rounds) const
{
    auto broken = counters.sum.broken;
    broken[0] += rounds.ledgerBroken;
    broken[1] += rounds.quotaBroken;
    broken[5] += rounds.tasksBroken;
    for (std::size_t i = 0; i < broken.size(); ++i) {
        const InvariantText& text = kInvariants[i];
        snapshot.invariants.push_back(
            {static_cast<int>(i) + 1, text.name, text.checked, broken[i], text.detail});
    }
}

void SnapshotMaker::fill(Snapshot& snapshot, MarketHost& host, const MarketCounters& counters,
                         const RoundFigures& rounds) const
{
    const market::ShardCounters& sum = counters.sum;
    snapshot.digest = counters.digest;
    snapshot.total.auctions = sum.auctions;
    snapshot.total.seatRequests = sum.seatRequests;
    snapshot.total.bids = sum.bids;
    snapshot.total.wins = sum.wins;
    snapshot.total.impressions = sum.impressions;
    snapshot.total.clicks = sum.clicks;
    snapshot.total.conversions = sum.conversions;
    fillMoney(snapshot.total, sum);
    snapshot.auctionP50Micros = static_cast<std::uint32_t>(sum.auctionMicros.percentile(0.5));
    snapshot.auctionP95Micros = static_cast<std::uint32_t>(sum.auctionMicros.percentile(0.95));
    snapshot.auctionP99Micros = static_cast<std::uint32_t>(sum.auctionMicros.percentile(0.99));
    fillSeats(snapshot, host, counters);
    fillSupply(snapshot, host, counters);
    fillInvariants(snapshot, counters, rounds);
    snapshot.campaigns.reserve(m_campaigns.size());
    for (const auto& campaign : m_campaigns)
        snapshot.campaigns.push_back(view(campaign, host, counters, rounds));
}

} // namespace gavel::runtime
