// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/market_setup.h"
#include "engine/runtime/scheduler/campaign_line.h"
#include "engine/scheduling/quota/quota_split.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gavel::runtime {

/// When a round reports and for when it grants.
struct RoundTimes
{
    scheduling::RoundTimes window;
    TimeMs notAfter; ///< of its grants
};

/// Empty when the server did nothing for it.
model::CampaignReport partOf(const model::QuotaReport& report, Handle campaign);

/// Quota of every campaign at every ad server: what was reported, what is granted, and the formula
/// between the two. Pure; one thread. The sum of what is outstanding never passes a campaign's cap,
/// whatever happens to reports and grants.
class QuotaSheet
{
public:
    struct Market
    {
        std::vector<double> dayCurve; ///< share of traffic of each half hour; empty = even
        std::int32_t utcOffsetMinutes = 0;
    };
    explicit QuotaSheet(Market market)
        : m_market(std::move(market))
    {
    }

    // campaigns
    /// New or edited.
    CampaignLine& know(Handle handle, const model::Campaign& campaign);
    CampaignLine* find(Handle campaign);
    const CampaignLine* find(Handle campaign) const;
    std::vector<CampaignLine>& lines() { return m_lines; }
    const std::vector<CampaignLine>& lines() const { return m_lines; }

    // servers
    /// The place of a new one: that of one that was vacated, or one more.
    std::size_t addServer(std::uint32_t source, std::string name);
    /// A server that joined before this scheduler: what the log says of it so far. Until it reports
    /// it may have spent whatever is `held` of each campaign.
    void adopt(std::size_t server, const model::QuotaReport& soFar,
               const std::function<Money(Handle)>& held);
    /// It has left: this is all that it did. Nothing is left with it.
    void end(std::size_t server, const model::QuotaReport& all);
    /// It is not heard of any more, or ends: what it reported counts as all that it did.
    void giveUp(std::size_t server);
    void vacate(std::size_t server);
    std::optional<std::size_t> placeOf(std::uint32_t source) const;
    void setLevel(std::size_t server, double level) { m_split[server].level = level; }
    struct Server
    {
        std::uint32_t source = 0;
        std::string name;
        bool reachable = true;
        bool isVacant = false;
        TimeMs lastReport{INT64_MIN};
        std::uint64_t lastSequence = 0;
    };
    const std::vector<Server>& servers() const { return m_servers; }
    void setReachable(std::size_t server, bool reachable);

    // a round
    /// The newest report of a server.
    void take(std::size_t server, const model::QuotaReport& report);
    /// Every server has reported as far as it will: periods turn, curves learn.
    void close(const RoundTimes& times);
    /// Works out what a campaign's limits shall be; nothing is sent yet. `between`: for a round
    /// between two rounds, which moves no pacing on.
    void propose(CampaignLine& line, const RoundTimes& times, bool between);
    /// The last proposal within what its wallet still covers: at most this much beyond what is
    /// spent.
    void proposeWithin(CampaignLine& line, Money most);
    /// No more than what is spent.
    void proposeNothing(CampaignLine& line);
    /// No limit moves.
    void proposeSame(CampaignLine& line);
    /// What must be reserved before the proposal may be sent.
    Money heldFor(const CampaignLine& line) const;
    bool isProposed(const CampaignLine& line) const { return m_proposals[place(line)].isThere; }
    /// Counts the proposal as sent and adds its grants to those of each server.
    void send(CampaignLine& line, const RoundTimes& times, std::uint64_t epoch,
              std::vector<std::vector<model::QuotaGrant>>& grants);
    void withdraw(const CampaignLine& line) { m_proposals[place(line)].isThere = false; }
    /// What was granted last, for those who look.
    const CampaignGrant& granted(const CampaignLine& line) const
    {
        return m_proposals[place(line)].grant;
    }
    TimeMs notAfter(const CampaignLine& line) const { return m_proposals[place(line)].notAfter; }

    // what publishers and the exchange earned, since the market's book began
    /// What was earned at servers of earlier runs.
    void begin(Handle publisher, std::int64_t earnedNanos);
    void beginFee(std::int64_t feeNanos) { m_feeBefore = feeNanos; }
    std::map<Handle, std::int64_t> publishers() const;
    std::int64_t feeNanos() const;

    /// Campaigns whose outstanding quota was above their cap after a round; must stay 0.
    std::uint64_t broken() const { return m_broken; }

private:
    struct Proposal
    {
        CampaignGrant grant;
        TimeMs notAfter;
        bool isThere = false;
    };
    std::size_t place(const CampaignLine& line) const
    {
        return static_cast<std::size_t>(&line - m_lines.data());
    }
    std::uint32_t zoneNamed(const std::string& name);
    std::span<std::int64_t> limitsOf(std::size_t line);
    void split(CampaignLine& line, const CampaignGrant& grant);

    Market m_market;
    std::vector<CampaignLine> m_lines;
    std::vector<std::uint32_t> m_places; ///< by handle, place + 1
    std::vector<dsp::TimeZone> m_zones;
    std::vector<ZoneDay> m_days; ///< beside m_zones, of the newest round
    std::vector<Server> m_servers;
    std::vector<scheduling::SplitServer> m_split; ///< beside m_servers
    scheduling::QuotaSplit m_splitter;
    std::vector<Proposal> m_proposals; ///< beside m_lines
    std::vector<std::int64_t> m_limits; ///< by line and server
    std::vector<std::map<Handle, std::int64_t>> m_earned; ///< by server
    std::vector<std::int64_t> m_fees; ///< by server
    std::map<Handle, std::int64_t> m_earnedBefore;
    std::int64_t m_feeBefore = 0;
    std::uint64_t m_broken = 0;
};

} // namespace gavel::runtime
