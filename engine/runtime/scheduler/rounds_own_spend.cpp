// SPDX-License-Identifier: GPL-3.0-or-later
// What campaigns of other currencies than the market's spent in their own, for the next start.
#include "engine/runtime/scheduler/rounds.h"

namespace gavel::runtime {

namespace {

ledger::OwnSums ownOf(const CampaignSums& sums)
{
    return {sums.spent, sums.uncharged};
}

} // namespace

bool Rounds::isForeign(const CampaignLine& line) const
{
    return line.campaign().currency != m_plan.setup->currency;
}

/// Everything anew: servers that are gone become one.
ledger::OwnSpendNote Rounds::ownAtStart()
{
    ledger::OwnSpendNote note = ownSinceLast();
    note.isWhole = true;
    for (const ledger::SourcePosition& source : m_plan.before.sources)
        if (!m_sheet.placeOf(source.source))
            note.sources.push_back(source);
    for (const CampaignLine& line : m_sheet.lines())
        if (isForeign(line) && line.before() != CampaignSums{})
            note.lines.push_back({line.campaign().id, 0, ownOf(line.before())});
    return note;
}

ledger::OwnSpendNote Rounds::ownSinceLast()
{
    ledger::OwnSpendNote note;
    const auto& servers = m_sheet.servers();
    for (const QuotaSheet::Server& server : servers)
        if (!server.isVacant)
            note.sources.push_back({server.source, server.lastSequence});
    for (const CampaignLine& line : m_sheet.lines()) {
        if (!isForeign(line))
            continue;
        for (std::size_t server = 0; server < servers.size(); ++server) {
            if (servers[server].isVacant)
                continue;
            const ledger::OwnSums now = ownOf(line.reportedBy(server));
            if (ledger::OwnSums& kept = m_ownKept[{line.handle(), server}]; kept != now) {
                kept = now;
                note.lines.push_back({line.campaign().id, servers[server].source, now});
            }
        }
        const auto periods = line.periods();
        if (!periods || m_ownPeriods[line.handle()] == *periods)
            continue;
        m_ownPeriods[line.handle()] = *periods;
        note.periods.push_back({line.campaign().id, *periods});
    }
    return note;
}

} // namespace gavel::runtime
