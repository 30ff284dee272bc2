// SPDX-License-Identifier: GPL-3.0-or-later
// Which campaigns the tree shows, and in what order.
#include "ui/campaigns/campaign_cells.h"
#include "ui/campaigns/campaign_tree.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/numbers.h"

#include <algorithm>

namespace gavel::campaigns {

using bridge::DraftChange;
using model::Campaign;
namespace numbers = widgets::numbers;

namespace {

QString advertiserOf(const Campaign& campaign)
{
    return QString::fromStdString(campaign.advertiserName.empty() ? campaign.advertiserId
                                                                  : campaign.advertiserName);
}

} // namespace

QString CampaignTree::seatName(const std::string& id) const
{
    if (m_snapshot) {
        for (const runtime::SeatView& seat : m_snapshot->seats) {
            if (seat.id == id)
                return QString::fromStdString(seat.name);
        }
    }
    return QString::fromStdString(id);
}

bool CampaignTree::passes(const Campaign& campaign) const
{
    const QStringList wanted = m_filter.split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return true;
    const QString state = m_draft.changeOf(campaign.id) == DraftChange::None
        ? words::state(campaign.status)
        : words::state(campaign.status) + u' ' + words::changeWord(m_draft.changeOf(campaign.id));
    const QString all = QStringList{QString::fromStdString(campaign.name),
                                    QString::fromStdString(campaign.id),
                                    advertiserOf(campaign),
                                    QString::fromStdString(campaign.advertiserId),
                                    seatName(campaign.seatId),
                                    state,
                                    words::strategy(campaign.strategy.kind)}
                            .join(u'\n');
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

/// Order within a group: by the sorted column, else by id.
bool CampaignTree::less(const std::string& a, const std::string& b) const
{
    const Campaign& left = *m_draft.find(a);
    const Campaign& right = *m_draft.find(b);
    const auto of = [this](const std::string& id, auto member) {
        const runtime::CampaignView* found = view(id);
        return found ? member(*found) : -1e18;
    };
    const auto number = [&](auto member) { return of(a, member) < of(b, member); };
    switch (m_sortColumn) {
    case Sign:
        return m_draft.changeOf(a) < m_draft.changeOf(b);
    case Mark:
        return m_draft.findings(a).size() < m_draft.findings(b).size();
    case Name:
        return QString::localeAwareCompare(QString::fromStdString(left.name),
                                           QString::fromStdString(right.name))
            < 0;
    case State:
        return left.status < right.status;
    case Strategy:
        return left.strategy.kind < right.strategy.kind;
    case Bid:
        return bidOf(left.strategy) < bidOf(right.strategy);
    case Budget:
        return left.budgetDay < right.budgetDay;
    case Ends:
        return left.flightEnd < right.flightEnd;
    case Spent:
        return number([](const auto& v) { return static_cast<double>(v.spentToday.micros); });
    case ToPlan:
        return number([](const auto& v) { return toPlan(v).value_or(-1e9); });
    case Ctr:
        return number([](const auto& v) {
            return numbers::ratio(static_cast<double>(v.clicks), static_cast<double>(v.impressions))
                .value_or(-1);
        });
    default:
        return a < b;
    }
}

std::vector<CampaignTree::Group> CampaignTree::grouped() const
{
    std::vector<Group> groups;
    std::map<std::string, std::size_t> places;
    for (const std::string& id : m_draft.ids()) {
        const Campaign& campaign = *m_draft.find(id);
        if (!passes(campaign))
            continue;
        const auto [place, isNew] = places.emplace(campaign.advertiserId, groups.size());
        if (isNew)
            groups.push_back({campaign.advertiserId, advertiserOf(campaign), {}});
        groups[place->second].ids.push_back(id);
    }
    for (Group& group : groups)
        std::stable_sort(group.ids.begin(), group.ids.end(),
                         [this](const std::string& a, const std::string& b) {
                             return m_sortOrder == Qt::AscendingOrder ? less(a, b) : less(b, a);
                         });
    return groups;
}

} // namespace gavel::campaigns
