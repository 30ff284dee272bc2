// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_tree.h"

#include "ui/campaigns/campaign_cells.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <algorithm>

namespace gavel::campaigns {

using namespace widgets;
using bridge::DraftChange;
using model::Campaign;

namespace {

constexpr quintptr kGroup = 0;

bool isRight(int column)
{
    return column >= CampaignTree::Bid && column != CampaignTree::Seat;
}

} // namespace

CampaignTree::CampaignTree(bridge::CampaignDraft& draft, QObject* parent)
    : QAbstractItemModel(parent)
    , m_draft(draft)
{
    connect(&draft, &bridge::CampaignDraft::changed, this, &CampaignTree::refresh);
    refresh();
}

void CampaignTree::setSnapshot(const bridge::SnapshotPtr& snapshot)
{
    const auto sameId = [](const runtime::CampaignView& a, const runtime::CampaignView& b) {
        return a.id == b.id;
    };
    const bool samePlaces = m_snapshot
        && std::equal(m_snapshot->campaigns.begin(), m_snapshot->campaigns.end(),
                      snapshot->campaigns.begin(), snapshot->campaigns.end(), sameId);
    m_snapshot = snapshot;
    if (!samePlaces) {
        m_views.clear();
        for (std::size_t i = 0; i < snapshot->campaigns.size(); ++i)
            m_views.emplace(snapshot->campaigns[i].id, i);
    }
    if (m_sortColumn == Spent || m_sortColumn == ToPlan || m_sortColumn == Ctr)
        refresh();
    values(Spent, ColumnCount - 1);
}

const runtime::CampaignView* CampaignTree::view(const std::string& id) const
{
    const auto found = m_views.find(id);
    return found == m_views.end() ? nullptr : &m_snapshot->campaigns[found->second];
}

void CampaignTree::setFilter(const QString& words)
{
    if (words == m_filter)
        return;
    m_filter = words;
    refresh();
}

void CampaignTree::refresh()
{
    std::vector<Group> groups = grouped();
    m_total = static_cast<int>(m_draft.ids().size());
    const bool same = std::equal(groups.begin(), groups.end(), m_groups.begin(), m_groups.end(),
                                 [](const Group& a, const Group& b) {
                                     return a.advertiser == b.advertiser && a.ids == b.ids;
                                 });
    if (same) {
        m_groups = std::move(groups);
        values(0, ColumnCount - 1);
        return;
    }
    beginResetModel();
    m_groups = std::move(groups);
    const std::size_t before = m_checked.size();
    std::erase_if(m_checked, [this](const std::string& id) { return !m_draft.find(id); });
    endResetModel();
    Q_EMIT rebuilt();
    if (before != m_checked.size())
        Q_EMIT checksChanged();
}

void CampaignTree::values(int firstColumn, int lastColumn)
{
    if (m_groups.empty())
        return;
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex group = index(row, 0);
        Q_EMIT dataChanged(index(0, firstColumn, group),
                           index(rowCount(group) - 1, lastColumn, group));
    }
    Q_EMIT dataChanged(index(0, firstColumn), index(rowCount() - 1, lastColumn));
}

void CampaignTree::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    refresh();
    values(0, ColumnCount - 1);
}

void CampaignTree::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    refresh();
}

int CampaignTree::shown() const
{
    int count = 0;
    for (const Group& group : m_groups)
        count += static_cast<int>(group.ids.size());
    return count;
}

std::vector<std::string> CampaignTree::shownIds() const
{
    std::vector<std::string> all;
    for (const Group& group : m_groups)
        all.insert(all.end(), group.ids.begin(), group.ids.end());
    return all;
}

std::string CampaignTree::idAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == kGroup)
        return {};
    return m_groups[index.internalId() - 1].ids[static_cast<std::size_t>(index.row())];
}

QModelIndex CampaignTree::indexOf(const std::string& id, int column) const
{
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const std::vector<std::string>& ids = m_groups[g].ids;
        const auto found = std::find(ids.begin(), ids.end(), id);
        if (found != ids.end())
            return createIndex(static_cast<int>(found - ids.begin()), column, g + 1);
    }
    return {};
}

void CampaignTree::setChecked(const std::vector<std::string>& ids, bool checked)
{
    for (const std::string& id : ids) {
        if (checked)
            m_checked.insert(id);
        else
            m_checked.erase(id);
    }
    values(Check, Check);
    Q_EMIT headerDataChanged(Qt::Horizontal, Check, Check);
    Q_EMIT checksChanged();
}

Qt::CheckState CampaignTree::checkState() const
{
    const std::vector<std::string> all = shownIds();
    const auto on = std::count_if(all.begin(), all.end(),
                                  [this](const std::string& id) { return m_checked.contains(id); });
    if (on == 0)
        return Qt::Unchecked;
    return static_cast<std::size_t>(on) == all.size() ? Qt::Checked : Qt::PartiallyChecked;
}

std::optional<Field> CampaignTree::fieldOf(int column)
{
    switch (column) {
    case Name:
        return Field::Name;
    case State:
        return Field::Status;
    case Bid:
        return Field::Bid;
    case Budget:
        return Field::DayBudget;
    case Ends:
        return Field::End;
    default:
        return std::nullopt;
    }
}

QModelIndex CampaignTree::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kGroup);
}

QModelIndex CampaignTree::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == kGroup)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, kGroup);
}

int CampaignTree::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != kGroup || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].ids.size());
}

int CampaignTree::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

QVariant CampaignTree::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool middle = index.column() == Sign;
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (isRight(index.column()) ? Qt::AlignRight
                                          : middle            ? Qt::AlignHCenter
                                                              : Qt::AlignLeft));
    }
    if (index.internalId() == kGroup)
        return groupData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
    const std::string id = idAt(index);
    if (index.column() == Check && role == Qt::CheckStateRole)
        return m_checked.contains(id) ? Qt::Checked : Qt::Unchecked;
    const std::optional<Field> field = fieldOf(index.column());
    if (role == Qt::EditRole && field)
        return editText(*field, *m_draft.find(id));
    if (role == Qt::AccessibleTextRole && index.column() == Check)
        return tr("Checked");
    if (index.column() == Seat)
        return role == Qt::DisplayRole || role == Qt::ToolTipRole
            ? QVariant(seatName(m_draft.find(id)->seatId))
            : QVariant();
    const CampaignCells cells{
        *m_draft.find(id),    m_draft.live(id), m_draft.changeOf(id),
        m_draft.findings(id), view(id),         m_snapshot ? m_snapshot->now.value : 0};
    return cells.data(index.column(), role);
}

QVariant CampaignTree::groupData(const Group& group, int column, int role) const
{
    if (role == RowKindRole)
        return static_cast<int>(RowKind::Group);
    if (role == Qt::ToolTipRole && column == Name)
        return group.name;
    if (role == ToneRole)
        return static_cast<int>(column == Name ? Token::T1 : Token::T2);
    if (role != Qt::DisplayRole)
        return {};
    Money sum;
    for (const std::string& id : group.ids) {
        const runtime::CampaignView* found = view(id);
        if (column == Budget)
            sum += m_draft.find(id)->budgetDay;
        else if (found)
            sum += found->spentToday;
    }
    switch (column) {
    case Name:
        return group.name;
    case State:
        return tr("%n campaign(s)", nullptr, static_cast<int>(group.ids.size()));
    case Budget:
    case Spent:
        return numbers::amount(sum.micros, 0);
    default:
        return {};
    }
}

bool CampaignTree::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const std::string id = idAt(index);
    if (id.empty())
        return false;
    if (role == Qt::CheckStateRole && index.column() == Check) {
        setChecked({id}, value.toInt() == Qt::Checked);
        return true;
    }
    const std::optional<Field> field = fieldOf(index.column());
    if (role != Qt::EditRole || !field)
        return false;
    Campaign campaign = *m_draft.find(id);
    const QString before = fieldText(*field, campaign);
    if (value.toString() == editText(*field, campaign)
        || readField(*field, value.toString(), campaign))
        return false;
    const QString name = QString::fromStdString(campaign.name);
    const QString step
        = tr("%1 of %2 to %3", "undo: column, campaign, new value")
              .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), name,
                   fieldText(*field, campaign));
    m_draft.put(step, {campaign});
    return true;
}

QVariant CampaignTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (isRight(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::CheckStateRole && section == Check)
        return checkState();
    const bool toolTip = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !toolTip)
        return {};
    switch (section) {
    case Check:
        return toolTip ? tr("Check or uncheck every row shown.") : QString();
    case Sign:
        return toolTip ? tr("What the draft does: + added, Δ edited, − removed.") : QString();
    case Mark:
        return toolTip ? tr("Whether the change keeps the rules.") : QString();
    case Name:
        return tr("Campaign");
    case State:
        return tr("State");
    case Strategy:
        return tr("Strategy");
    case Bid:
        return tr("Bid or target");
    case Budget:
        return tr("Day budget");
    case Spent:
        return toolTip ? tr("Spent today, in the campaign's own day.") : tr("Spent");
    case ToPlan:
        return toolTip ? tr("Spent against the part of the day budget planned by now.")
                       : tr("To plan now");
    case Ctr:
        return tr("CTR");
    case Ends:
        return tr("Ends");
    case Seat:
        return tr("Seat");
    case Total:
        return toolTip ? tr("Budget of the whole flight.") : tr("Total budget");
    case SpentAll:
        return toolTip ? tr("Spent since the campaign began.") : tr("Spent in all");
    case Impressions:
        return tr("Impressions");
    case Clicks:
        return tr("Clicks");
    default:
        return {};
    }
}

Qt::ItemFlags CampaignTree::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const std::string id = idAt(index);
    if (id.empty())
        return flags;
    flags |= Qt::ItemNeverHasChildren;
    if (index.column() == Check)
        flags |= Qt::ItemIsUserCheckable;
    const std::optional<Field> field = fieldOf(index.column());
    const bool there = field && m_draft.changeOf(id) != DraftChange::Removed
        && (*field != Field::Bid || bidOf(m_draft.find(id)->strategy));
    if (there)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace gavel::campaigns
