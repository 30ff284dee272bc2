// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/targeting/local_time.h"
#include "engine/ledger/settlement/charges.h"
#include "engine/ledger/settlement/own_spend.h"
#include "engine/model/campaign.h"
#include "engine/model/quota.h"
#include "engine/scheduling/quota/pacing.h"
#include "engine/scheduling/quota/quota_slice.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gavel::runtime {

/// What a campaign has used and done over all ad servers that ever were. Money in nano-units.
struct CampaignSums
{
    std::int64_t spent = 0; ///< charged clearing prices, the campaign's currency
    std::int64_t uncharged = 0; ///< its currency
    std::int64_t cleared = 0; ///< the market's currency
    std::int64_t publisher = 0; ///< the market's currency
    std::uint64_t bids = 0;
    std::uint64_t wins = 0;
    std::uint64_t impressions = 0;
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;

    void add(const model::CampaignReport& report);
    void add(const CampaignSums& other);
    bool operator==(const CampaignSums&) const = default;
};

/// Of the local day and hour, nano-units of the campaign's currency.
struct SpentSoFar
{
    std::int64_t day = 0;
    std::int64_t hour = 0;
    std::int32_t ofDay = INT32_MIN; ///< the local day
    std::array<std::int64_t, 24> byHour{}; ///< of it, by the log, at today's rate
};

/// When the local hour began that holds this moment of the day.
TimeMs hourBegin(const scheduling::LocalDay& day, TimeMs at);

/// Where a moment stands in a zone's calendar; worked out once a round for each zone.
struct ZoneDay
{
    dsp::TimeZone zone;
    scheduling::LocalDay reportDay; ///< of the report
    scheduling::LocalDay windowDay; ///< of the granted window's start
    TimeMs reportHour; ///< when the report's local hour began
    scheduling::HalfHours prior; ///< expected traffic where nothing is known of a campaign

    ZoneDay(const dsp::TimeZone& of, const scheduling::RoundTimes& times,
            const std::vector<double>& marketCurve, std::int32_t marketOffsetMinutes);
};

/// What the scheduler grants a campaign for a window. Cumulative over the servers of now.
struct CampaignGrant
{
    std::int64_t cap = 0; ///< the tightest budget allows no more than this
    std::int64_t limit = 0; ///< pacing wants no more than this
    std::int32_t bidFactorPpm = model::QuotaGrant::kBidsAsTheyAre;
};

/// Everything the scheduler keeps of one campaign. Pure: the same reports and edits in the same
/// order give the same grants.
class CampaignLine
{
public:
    CampaignLine(Handle handle, const model::Campaign& campaign, std::uint32_t zone);

    /// New budgets, flight, pacing or status; what was spent stays.
    void edit(const model::Campaign& campaign, std::uint32_t zone);
    /// It was removed from the market: it gets no more quota.
    void remove() { m_isRemoved = true; }
    /// What was spent outside the auctions; it counts against the total only.
    void setBeside(Money beside) { m_beside = beside; }
    /// What earlier servers did, in all and in the local day and hour, and what is owed for it.
    void begin(const CampaignSums& before, const SpentSoFar& spent, std::int64_t dueNanos,
               bool isDayCharged);

    // servers that join and leave while the market runs
    /// It joined before this scheduler: of what is known since begin() this part is its own, and it
    /// may have spent `held` nano-units more.
    void adopt(std::size_t server, const model::CampaignReport& soFar, std::int64_t held);
    /// It has left, or is given up: this is all that it did, as far as anybody knows.
    void end(std::size_t server, const model::CampaignReport& all);
    /// Its place is for another; what it did stays counted.
    void vacate(std::size_t server);
    /// What servers of other processes did that begin() did not know.
    CampaignSums elsewhere(const std::vector<bool>& isLocal) const;

    /// The newest report of one server.
    void take(std::size_t server, const model::CampaignReport& report, TimeMs at);
    /// All servers have reported up to `at`: periods that ended begin anew, the day curve learns.
    void close(const ZoneDay& day, TimeMs at);
    /// What it may spend in the window.
    CampaignGrant decide(const ZoneDay& day, const scheduling::RoundTimes& times);
    /// The same without moving its pacing on, for a round between two rounds.
    CampaignGrant decideBetween(const ZoneDay& day, const scheduling::RoundTimes& times) const;

    Handle handle() const { return m_handle; }
    const model::Campaign& campaign() const { return m_campaign; }
    std::uint32_t zone() const { return m_zone; }
    bool isRemoved() const { return m_isRemoved; }
    bool mayBid(TimeMs at) const;
    const CampaignSums& sums() const { return m_sums; }
    const CampaignSums& before() const { return m_before; }
    Money beside() const { return m_beside; }
    std::int64_t spentDay() const { return m_sums.spent - m_spentAtDay; }
    std::int64_t spentHour() const { return m_sums.spent - m_spentAtHour; }
    /// Spent in each hour of the local day so far, by 0 to 23.
    const std::array<std::int64_t, 24>& spentByHour() const { return m_spentByHour; }
    const scheduling::PacingDecision& decision() const { return m_decision; }
    const model::PacingTally& tally() const { return m_tally; }
    /// The smallest of what the budgets leave, nano-units, and which budget that is.
    std::int64_t left() const;
    const char* boundName() const;
    /// What it owes by its billing since the book began, nano-units of its currency.
    std::int64_t due() const { return m_due; }

    std::vector<scheduling::QuotaSlice>& slices() { return m_slices; }
    const std::vector<scheduling::QuotaSlice>& slices() const { return m_slices; }
    /// The most that all servers of now may still have spent in the end.
    std::int64_t outstanding() const;
    /// The newest sums of one server.
    CampaignSums reportedBy(std::size_t server) const
    {
        return server < m_reported.size() ? m_reported[server].sums : CampaignSums{};
    }
    /// Nothing before the first round of a boundary.
    std::optional<ledger::OwnPeriods> periods() const;
    /// What they have reported as spent.
    std::int64_t spentNow() const { return m_sums.spent - m_before.spent; }
    /// It needs a task of the round: it may bid, or has quota out, or something to settle.
    bool isDue(TimeMs windowEnd) const;
    /// Brings due() up to what was reported.
    void charge();
    bool isUnsettled() const { return m_mayHaveTail || m_sums != m_settled; }
    /// What sums() were when it was settled last.
    const CampaignSums& settledSums() const { return m_settled; }
    /// Everything up to here was settled.
    void settled()
    {
        m_settled = m_sums;
        m_mayHaveTail = false;
    }

private:
    struct Reported
    {
        CampaignSums sums;
        model::PacingTally tally;
    };
    scheduling::BudgetUse budgetUse() const;
    scheduling::OpenHours openHours() const;
    scheduling::PacingDecision decisionOf(scheduling::PacingState& state, const ZoneDay& day,
                                          const scheduling::RoundTimes& times,
                                          scheduling::QuotaAhead& ahead) const;
    CampaignGrant grantOf(const scheduling::PacingDecision& decision,
                          const scheduling::QuotaAhead& ahead) const;

    Handle m_handle;
    std::uint32_t m_zone = 0;
    bool m_isRemoved = false;
    model::Campaign m_campaign; ///< without what quota needs nothing of: ads, creatives, caps
    Money m_beside;
    CampaignSums m_before;
    CampaignSums m_begun; ///< what begin() was told
    CampaignSums m_sums;
    CampaignSums m_settled;
    bool m_mayHaveTail = false; ///< an earlier process may not have settled all that it began with
    model::PacingTally m_tally;
    std::vector<Reported> m_reported; ///< by server, the newest
    model::PacingTally m_tallyBefore; ///< of servers that have left
    std::vector<scheduling::QuotaSlice> m_slices; ///< by server
    scheduling::DayCurve m_curve;
    scheduling::PacingState m_pacing;
    scheduling::PacingDecision m_decision;
    TimeMs m_closedAt{INT64_MIN};
    std::int32_t m_day = INT32_MIN; ///< of the last close
    TimeMs m_hour{INT64_MIN};
    std::int64_t m_spentAtDay = 0; ///< what was spent when the local day began, or less
    std::int64_t m_spentAtHour = 0;
    std::int64_t m_spentAtClose = 0;
    std::array<std::int64_t, 24> m_spentByHour{};
    std::int32_t m_hoursOfDay = INT32_MIN; ///< the local day that they are of
    std::uint64_t m_eligibleAtClose = 0;
    std::uint64_t m_askedAtClose = 0;
    std::uint64_t m_missedAtClose = 0;
    std::int64_t m_due = 0; ///< adds up, so that a new rate counts for what comes after it
    ledger::Delivery m_charged; ///< what m_due is for
    std::uint64_t m_impressionsAtDay = 0; ///< when the local day began
    bool m_deliveredToday = false; ///< the local day is charged, in fixed billing
};

} // namespace gavel::runtime
