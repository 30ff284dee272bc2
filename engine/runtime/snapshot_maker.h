// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/market/market_shard.h"
#include "engine/runtime/day_plan.h"
#include "engine/runtime/market_host.h"
#include "engine/runtime/scheduler/round_figures.h"
#include "engine/runtime/snapshot.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace gavel::runtime {

/// All shards' counters added up.
struct MarketCounters
{
    market::ShardCounters sum;
    TimeMs at; ///< every shard has counted up to here
    std::map<Handle, dsp::CampaignCounters> campaigns;
    std::uint64_t digest = 0; ///< over the shards' digests in order
};
MarketCounters addUp(const std::vector<std::shared_ptr<const market::ShardCounters>>& shards);

/// Turns counters into what people read. Pure but for reading the host.
class SnapshotMaker
{
public:
    /// What a campaign did besides this run of its market.
    struct Before
    {
        CampaignSums sums; ///< in earlier runs
        Money beside; ///< spent outside auctions
    };

    /// Names and budgets as of now, and by campaign what was before; again after each publish.
    void setCampaigns(const std::vector<model::Campaign>& campaigns,
                      std::map<std::string, Before> before);
    /// What plans follow from now on.
    void setCurve(DayCurve curve) { m_curve = std::move(curve); }
    const DayCurve& curve() const { return m_curve; }
    /// A seat's strategy was changed while it runs.
    void setSeatStrategy(const std::string& seatId, model::StrategyKind kind);
    /// Fills the market's part of a snapshot.
    void fill(Snapshot& snapshot, MarketHost& host, const MarketCounters& counters,
              const RoundFigures& rounds) const;

private:
    void fillSeats(Snapshot& snapshot, const MarketHost& host,
                   const MarketCounters& counters) const;
    void fillSupply(Snapshot& snapshot, const MarketHost& host,
                    const MarketCounters& counters) const;
    void fillInvariants(Snapshot& snapshot, const MarketCounters& counters,
                        const RoundFigures& rounds) const;
    static void add(const CampaignSums& sums, CampaignView& view);
    CampaignView view(const model::Campaign& campaign, const MarketHost& host,
                      const MarketCounters& counters, const RoundFigures& rounds) const;
    TimeMs budgetEnds(const model::Campaign& campaign, const CampaignView& view, TimeMs now) const;
    static void addQuota(CampaignView& view, const CampaignFigures& figures);

    std::vector<model::Campaign> m_campaigns;
    std::map<std::string, Before> m_before;
    DayCurve m_curve;
    std::map<std::string, std::string>
        m_seatStrategy; ///< the strategy that most of a seat's day budget runs
};

} // namespace gavel::runtime
