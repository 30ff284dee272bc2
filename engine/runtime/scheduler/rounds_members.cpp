// SPDX-License-Identifier: GPL-3.0-or-later
// Ad servers of other processes: they join and leave while the market runs, and outlive it.
#include "engine/runtime/scheduler/rounds.h"

#include <algorithm>
#include <utility>

namespace gavel::runtime {

using scheduling::TriggerEvent;

void Rounds::adoptMembers(Members members)
{
    const auto held = [this](Handle campaign) { return m_ledger->settlement().heldOf(campaign); };
    for (Member& member : members) {
        const std::size_t server = m_sheet.addServer(member.link->source(), member.link->name());
        m_sheet.adopt(server, member.soFar, held);
        m_soFar[server] = std::move(member.soFar);
        m_links.push_back(std::move(member.link));
    }
    m_grants.resize(m_links.size());
}

/// A server of another process may still hold grants of an earlier scheduler, whose versions say
/// nothing about those of this one.
void Rounds::take(std::size_t server, model::QuotaReport report)
{
    if (m_links[server]->isElsewhere())
        for (model::CampaignReport& campaign : report.campaigns)
            if (campaign.appliedEpoch != m_epoch)
                campaign.appliedVersion = 0;
    m_sheet.take(server, report);
}

Result<void> Rounds::join(std::shared_ptr<AdServerLink> link, TimeMs now)
{
    for (const CampaignLine& line : m_sheet.lines())
        m_sheet.withdraw(line);
    const std::size_t server = m_sheet.addServer(link->source(), link->name());
    if (server < m_links.size()) {
        m_links[server] = std::move(link);
    } else {
        m_links.push_back(std::move(link));
        m_grants.emplace_back();
    }
    std::vector<Wish> wishes;
    for (const CampaignLine& line : m_sheet.lines())
        if (line.isDue(now))
            wishes.push_back({line.handle(), TriggerEvent::ServerJoined});
    if (auto lowered = between(wishes, {}, now); !lowered)
        return lowered;
    // Budgets may have been granted to their end: what the servers here were told to leave is there
    // to be granted when they say that they left it.
    for (std::size_t here = 0; here < m_links.size(); ++here)
        if (!m_links[here]->isElsewhere())
            if (const auto report
                = m_links[here]->reportNow(std::max(now, m_sheet.servers()[here].lastReport + 1)))
                take(here, *report);
    return between(wishes, {}, now);
}

Result<void> Rounds::leave(const model::QuotaReport& all, TimeMs now)
{
    const auto server = m_sheet.placeOf(all.server);
    if (!server)
        return {};
    m_sheet.end(*server, all);
    m_ledger->keepOwn(ownSinceLast());
    m_left.push_back({{all.server, m_sheet.servers()[*server].lastSequence}});
    m_sheet.vacate(*server);
    std::erase_if(m_ownKept, [&](const auto& kept) { return kept.first.second == *server; });
    m_soFar.erase(*server);
    m_ledger->left(all.server);
    std::vector<Wish> wishes;
    for (const model::CampaignReport& report : all.campaigns)
        wishes.push_back({report.campaign, TriggerEvent::ServerLeft});
    return between(wishes, {}, now);
}

std::vector<ledger::SourcePosition> Rounds::reported() const
{
    std::vector<ledger::SourcePosition> positions;
    for (const Left& left : m_left)
        positions.push_back(left.end);
    for (const auto& server : m_sheet.servers())
        if (!server.isVacant)
            positions.push_back({server.source, server.lastSequence});
    return positions;
}

/// A round that is settled may be undone until the next begins, and then nothing is known of it.
void Rounds::forgetLeft()
{
    std::erase_if(m_left, [](const Left& left) { return left.regularRounds > 1; });
    for (Left& left : m_left)
        left.regularRounds += std::exchange(left.isSettled, false) ? 1 : 0;
}

/// A grant acts from the next window on, to the end of the one after; one more may be on its way.
void Rounds::giveUpLost()
{
    for (std::size_t server = 0; server < m_links.size(); ++server)
        if (!m_sheet.servers()[server].isVacant && m_links[server]->isLost(3 * m_plan.intervalMs)) {
            m_links[server]->giveUp();
            m_sheet.giveUp(server);
        }
}

void Rounds::levelServers()
{
    std::vector<std::size_t> places;
    std::vector<scheduling::ServerHealth> healths;
    for (std::size_t server = 0; server < m_links.size(); ++server)
        if (const auto health = m_links[server]->health();
            health && !m_sheet.servers()[server].isVacant) {
            places.push_back(server);
            healths.push_back(*health);
        }
    const std::vector<double> levels = scheduling::levelsOf(healths);
    for (std::size_t i = 0; i < places.size(); ++i)
        m_sheet.setLevel(places[i], levels[i]);
}

std::size_t Rounds::serversThere() const
{
    return static_cast<std::size_t>(
        std::ranges::count(m_sheet.servers(), false, &QuotaSheet::Server::isVacant));
}

} // namespace gavel::runtime
