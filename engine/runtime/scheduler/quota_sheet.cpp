// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/quota_sheet.h"

#include <algorithm>

namespace gavel::runtime {

model::CampaignReport partOf(const model::QuotaReport& report, Handle campaign)
{
    const auto found = std::ranges::lower_bound(report.campaigns, campaign, {},
                                                &model::CampaignReport::campaign);
    return found != report.campaigns.end() && found->campaign == campaign ? *found
                                                                          : model::CampaignReport{};
}

CampaignLine& QuotaSheet::know(Handle handle, const model::Campaign& campaign)
{
    const std::uint32_t zone = zoneNamed(campaign.timeZone);
    if (CampaignLine* known = find(handle)) {
        known->edit(campaign, zone);
        return *known;
    }
    if (handle >= m_places.size())
        m_places.resize(handle + 1);
    m_lines.emplace_back(handle, campaign, zone);
    m_places[handle] = static_cast<std::uint32_t>(m_lines.size());
    m_proposals.emplace_back();
    m_limits.resize(m_lines.size() * m_servers.size());
    m_lines.back().slices().resize(m_servers.size());
    return m_lines.back();
}

CampaignLine* QuotaSheet::find(Handle campaign)
{
    if (campaign >= m_places.size() || m_places[campaign] == 0)
        return nullptr;
    return &m_lines[m_places[campaign] - 1];
}

const CampaignLine* QuotaSheet::find(Handle campaign) const
{
    if (campaign >= m_places.size() || m_places[campaign] == 0)
        return nullptr;
    return &m_lines[m_places[campaign] - 1];
}

std::uint32_t QuotaSheet::zoneNamed(const std::string& name)
{
    const auto named = dsp::TimeZone::named(name);
    const dsp::TimeZone zone = named ? *named : dsp::TimeZone();
    const auto found = std::find(m_zones.begin(), m_zones.end(), zone);
    if (found != m_zones.end())
        return static_cast<std::uint32_t>(found - m_zones.begin());
    m_zones.push_back(zone);
    return static_cast<std::uint32_t>(m_zones.size() - 1);
}

std::size_t QuotaSheet::addServer(std::uint32_t source, std::string name)
{
    const auto vacant = std::ranges::find(m_servers, true, &Server::isVacant);
    if (vacant != m_servers.end()) {
        const auto again = static_cast<std::size_t>(vacant - m_servers.begin());
        *vacant = {source, std::move(name)};
        m_split[again].reachable = true;
        m_split[again].level = 1;
        return again;
    }
    const std::size_t place = m_servers.size();
    m_servers.push_back({source, std::move(name)});
    // The choice of servers must not depend on a file's numbers: the same run is the same anywhere.
    m_split.push_back({static_cast<std::uint32_t>(place + 1), true, 1});
    m_earned.emplace_back();
    m_fees.push_back(0);
    m_limits.assign(m_lines.size() * m_servers.size(), 0);
    for (CampaignLine& line : m_lines)
        line.slices().resize(m_servers.size());
    return place;
}

void QuotaSheet::adopt(std::size_t server, const model::QuotaReport& soFar,
                       const std::function<Money(Handle)>& held)
{
    setReachable(server, false);
    m_servers[server].lastSequence = soFar.lastSequence;
    for (CampaignLine& line : m_lines)
        line.adopt(server, partOf(soFar, line.handle()),
                   held(line.handle()).micros * base::kNanosPerMicro);
    for (const model::PublisherReport& publisher : soFar.publishers) {
        m_earnedBefore[publisher.publisher] -= publisher.earnedNanos;
        m_earned[server][publisher.publisher] = publisher.earnedNanos;
    }
    m_feeBefore -= soFar.feeNanos;
    m_fees[server] = soFar.feeNanos;
}

void QuotaSheet::end(std::size_t server, const model::QuotaReport& all)
{
    setReachable(server, false);
    Server& gone = m_servers[server];
    gone.lastSequence = std::max(gone.lastSequence, all.lastSequence);
    for (CampaignLine& line : m_lines)
        line.end(server, partOf(all, line.handle()));
    for (const model::PublisherReport& publisher : all.publishers) {
        std::int64_t& earned = m_earned[server][publisher.publisher];
        earned = std::max(earned, publisher.earnedNanos);
    }
    m_fees[server] = std::max(m_fees[server], all.feeNanos);
}

void QuotaSheet::giveUp(std::size_t server)
{
    for (CampaignLine& line : m_lines)
        line.slices()[server].close(line.slices()[server].spent());
}

void QuotaSheet::vacate(std::size_t server)
{
    m_servers[server].isVacant = true;
    m_servers[server].lastSequence = 0;
    for (CampaignLine& line : m_lines) {
        line.vacate(server);
        limitsOf(place(line))[server] = 0;
    }
    for (const auto& [publisher, nanos] : m_earned[server])
        m_earnedBefore[publisher] += nanos;
    m_earned[server].clear();
    m_feeBefore += m_fees[server];
    m_fees[server] = 0;
}

std::optional<std::size_t> QuotaSheet::placeOf(std::uint32_t source) const
{
    for (std::size_t server = 0; server < m_servers.size(); ++server)
        if (m_servers[server].source == source && !m_servers[server].isVacant)
            return server;
    return std::nullopt;
}

void QuotaSheet::setReachable(std::size_t server, bool reachable)
{
    m_servers[server].reachable = reachable;
    m_split[server].reachable = reachable;
}

void QuotaSheet::take(std::size_t server, const model::QuotaReport& report)
{
    Server& from = m_servers[server];
    if (report.at <= from.lastReport)
        return;
    from.lastReport = report.at;
    from.lastSequence = report.lastSequence;
    for (const model::CampaignReport& campaign : report.campaigns)
        if (CampaignLine* line = find(campaign.campaign))
            line->take(server, campaign, report.at);
    for (const model::PublisherReport& publisher : report.publishers)
        m_earned[server][publisher.publisher] = publisher.earnedNanos;
    m_fees[server] = report.feeNanos;
}

void QuotaSheet::close(const RoundTimes& times)
{
    m_days.clear();
    for (const dsp::TimeZone& zone : m_zones)
        m_days.emplace_back(zone, times.window, m_market.dayCurve, m_market.utcOffsetMinutes);
    for (CampaignLine& line : m_lines)
        line.close(m_days[line.zone()], times.window.report);
}

void QuotaSheet::propose(CampaignLine& line, const RoundTimes& times, bool between)
{
    while (m_days.size() < m_zones.size()) // of a campaign that is new since the round
        m_days.emplace_back(m_zones[m_days.size()], times.window, m_market.dayCurve,
                            m_market.utcOffsetMinutes);
    const ZoneDay& day = m_days[line.zone()];
    split(line, between ? line.decideBetween(day, times.window) : line.decide(day, times.window));
}

void QuotaSheet::proposeWithin(CampaignLine& line, Money most)
{
    CampaignGrant grant = m_proposals[place(line)].grant;
    grant.cap
        = std::min(grant.cap, line.spentNow() + std::max<std::int64_t>(most.micros, 0) * 1000);
    grant.limit = std::min(grant.limit, grant.cap);
    split(line, grant);
}

void QuotaSheet::proposeNothing(CampaignLine& line)
{
    split(line, {line.spentNow(), line.spentNow(), model::QuotaGrant::kBidsAsTheyAre});
}

void QuotaSheet::proposeSame(CampaignLine& line)
{
    const auto limits = limitsOf(place(line));
    for (std::size_t server = 0; server < line.slices().size(); ++server)
        limits[server] = line.slices()[server].limit();
}

std::span<std::int64_t> QuotaSheet::limitsOf(std::size_t line)
{
    return std::span(m_limits).subspan(line * m_servers.size(), m_servers.size());
}

void QuotaSheet::split(CampaignLine& line, const CampaignGrant& grant)
{
    const std::size_t at = place(line);
    const auto limits = limitsOf(at);
    Proposal& proposal = m_proposals[at];
    proposal.grant = grant;
    proposal.isThere = true;
    auto& slices = line.slices();
    if (grant.limit <= line.spentNow()) {
        for (std::size_t server = 0; server < slices.size(); ++server)
            limits[server] = std::min(slices[server].limit(), slices[server].spent());
        return;
    }
    const auto& day = m_days[line.zone()].windowDay;
    const auto wanted = m_splitter.split(
        {line.handle(), day.day, grant.cap, grant.limit, line.tally().highestBid.nanos}, m_split,
        slices);
    std::ranges::copy(wanted, limits.begin());
}

Money QuotaSheet::heldFor(const CampaignLine& line) const
{
    const std::size_t at = place(line);
    std::int64_t most = line.before().spent;
    for (std::size_t server = 0; server < line.slices().size(); ++server)
        most += std::max(line.slices()[server].outstanding(),
                         m_limits[at * m_servers.size() + server]);
    // Rounded up, less what is charged by now, which is rounded down.
    const std::int64_t micros = most / 1000 + (most % 1000 > 0 ? 1 : 0);
    return {std::max<std::int64_t>(micros - line.sums().spent / 1000, 0)};
}

void QuotaSheet::send(CampaignLine& line, const RoundTimes& times, std::uint64_t epoch,
                      std::vector<std::vector<model::QuotaGrant>>& grants)
{
    const std::size_t at = place(line);
    Proposal& proposal = m_proposals[at];
    if (!proposal.isThere)
        return;
    proposal.isThere = false;
    proposal.notAfter = times.notAfter;
    const std::int64_t before = line.outstanding();
    const auto limits = limitsOf(at);
    auto& slices = line.slices();
    for (std::size_t server = 0; server < slices.size(); ++server) {
        scheduling::QuotaSlice& slice = slices[server];
        const bool isNothing = limits[server] <= slice.spent();
        if (!m_servers[server].reachable || (isNothing && limits[server] == slice.limit()))
            continue; // nothing to renew, nothing to take away
        model::QuotaGrant& grant = grants[server].emplace_back();
        grant.campaign = line.handle();
        grant.server = m_servers[server].source;
        grant.windowStart = times.window.windowStart;
        grant.windowEnd = times.window.windowEnd;
        grant.epoch = epoch;
        grant.version = slice.send(limits[server]);
        grant.limit = {limits[server]};
        grant.notAfter = times.notAfter;
        grant.bidFactorPpm = proposal.grant.bidFactorPpm;
    }
    // A budget that was lowered may be below what is out already; nothing may be added to that.
    m_broken += line.outstanding() > std::max(proposal.grant.cap, before) ? 1 : 0;
}

void QuotaSheet::begin(Handle publisher, std::int64_t earnedNanos)
{
    m_earnedBefore[publisher] = earnedNanos;
}

std::map<Handle, std::int64_t> QuotaSheet::publishers() const
{
    auto sums = m_earnedBefore;
    for (const auto& server : m_earned)
        for (const auto& [publisher, nanos] : server)
            sums[publisher] += nanos;
    return sums;
}

std::int64_t QuotaSheet::feeNanos() const
{
    std::int64_t sum = m_feeBefore;
    for (const std::int64_t nanos : m_fees)
        sum += nanos;
    return sum;
}

} // namespace gavel::runtime
