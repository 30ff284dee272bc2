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

bool CampaignTree::passes(const Campaign& campaign, const QStringList& wanted) const
{
    if (wanted.isEmpty())
        return true;
    const DraftChange change = m_draft.changeOf(campaign.id);
    QString all = QString::fromStdString(campaign.name) + u'\n'
        + QString::fromStdString(campaign.id) + u'\n' + advertiserOf(campaign) + u'\n'
        + QString::fromStdString(campaign.advertiserId) + u'\n' + seatName(campaign.seatId) + u'\n'
        + words::state(campaign.status) + u'\n' + words::strategy(campaign.strategy.kind);
    if (change != DraftChange::None)
        all += u'\n' + words::changeWord(change);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

/// What a campaign is ordered by: made once for each, compared many times.
CampaignTree::SortKey CampaignTree::keyOf(const std::string& id, const Campaign& campaign,
                                          const QCollator& collator) const
{
    constexpr double kNone = -1e18;
    const auto number = [this, &id](auto member) {
        const runtime::CampaignView* found = view(id);
        return found ? member(*found) : kNone;
    };
    switch (m_sortColumn) {
    case Sign:
        return {static_cast<double>(m_draft.changeOf(id)), {}};
    case Mark:
        return {static_cast<double>(m_draft.findings(id).size()), {}};
    case Name:
        return {0, collator.sortKey(QString::fromStdString(campaign.name))};
    case State:
        return {static_cast<double>(campaign.status), {}};
    case Strategy:
        return {static_cast<double>(campaign.strategy.kind), {}};
    case Bid: {
        const auto bid = bidOf(campaign.strategy);
        return {bid ? static_cast<double>(bid->micros) : kNone, {}};
    }
    case Budget:
        return {static_cast<double>(campaign.budgetDay.micros), {}};
    case Ends:
        return {static_cast<double>(campaign.flightEnd.value), {}};
    case Spent:
        return {number([](const auto& v) { return static_cast<double>(v.spentToday.micros); }), {}};
    case Seat:
        return {0, collator.sortKey(seatName(campaign.seatId))};
    case Total:
        return {static_cast<double>(campaign.budgetTotal.micros), {}};
    case SpentAll:
        return {number([](const auto& v) { return static_cast<double>(v.spent.micros); }), {}};
    case Impressions:
        return {number([](const auto& v) { return static_cast<double>(v.impressions); }), {}};
    case Clicks:
        return {number([](const auto& v) { return static_cast<double>(v.clicks); }), {}};
    case ToPlan:
        return {number([](const auto& v) { return toPlan(v).value_or(-1e9); }), {}};
    case Ctr:
        return {number([](const auto& v) {
                    return numbers::ratio(static_cast<double>(v.clicks),
                                          static_cast<double>(v.impressions))
                        .value_or(-1);
                }),
                {}};
    default:
        return {};
    }
}

void CampaignTree::order(Group& group, const QCollator& collator) const
{
    // They come in the order of their ids.
    if (m_sortColumn < Sign) {
        if (m_sortOrder == Qt::DescendingOrder)
            std::reverse(group.ids.begin(), group.ids.end());
        return;
    }
    std::vector<std::pair<SortKey, std::string>> keyed;
    keyed.reserve(group.ids.size());
    for (std::string& id : group.ids) {
        SortKey key = keyOf(id, *m_draft.find(id), collator);
        keyed.emplace_back(std::move(key), std::move(id));
    }
    const bool up = m_sortOrder == Qt::AscendingOrder;
    const auto less = [](const SortKey& a, const SortKey& b) {
        return a.number < b.number
            || (a.number == b.number && a.text && a.text->compare(*b.text) < 0);
    };
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        return up ? less(a.first, b.first) : less(b.first, a.first);
    });
    for (std::size_t i = 0; i < keyed.size(); ++i)
        group.ids[i] = std::move(keyed[i].second);
}

std::vector<CampaignTree::Group> CampaignTree::grouped() const
{
    std::vector<Group> groups;
    std::unordered_map<std::string, std::size_t> places;
    const QStringList wanted = m_filter.split(u' ', Qt::SkipEmptyParts);
    for (const std::string& id : m_draft.ids()) {
        const Campaign& campaign = *m_draft.find(id);
        if (!passes(campaign, wanted))
            continue;
        const auto [place, isNew] = places.emplace(campaign.advertiserId, groups.size());
        if (isNew)
            groups.push_back({campaign.advertiserId, advertiserOf(campaign), {}});
        groups[place->second].ids.push_back(id);
    }
    const QCollator collator;
    for (Group& group : groups)
        order(group, collator);
    return groups;
}

} // namespace gavel::campaigns
