// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette/palette_list.h"

#include "ui/shell/palette/palette_match.h"

#include <algorithm>

namespace gavel::shell {

namespace {

constexpr std::size_t kMostOfGroup = 8;
constexpr PaletteGroup kGroups[]{PaletteGroup::Campaigns, PaletteGroup::Auctions,
                                 PaletteGroup::Pages,     PaletteGroup::Actions,
                                 PaletteGroup::Settings,  PaletteGroup::Help};
/// The title weighs more than where a thing lives.
constexpr int kDetailPenalty = 150;

} // namespace

QString paletteGroupTitle(PaletteGroup group)
{
    switch (group) {
    case PaletteGroup::Recent:
        return PaletteList::tr("Recent");
    case PaletteGroup::Campaigns:
        return PaletteList::tr("Campaigns");
    case PaletteGroup::ObjectActions:
        return PaletteList::tr("Actions");
    case PaletteGroup::Auctions:
        return PaletteList::tr("Auctions");
    case PaletteGroup::Pages:
        return PaletteList::tr("Pages");
    case PaletteGroup::Actions:
        return PaletteList::tr("Actions");
    case PaletteGroup::Settings:
        return PaletteList::tr("Settings");
    case PaletteGroup::Help:
        return PaletteList::tr("Help");
    }
    return {};
}

void PaletteList::setEntries(std::vector<PaletteEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_rows.clear();
    m_hits = 0;
    endResetModel();
}

std::vector<PaletteList::Row> PaletteList::recentRows(const QStringList& recent) const
{
    std::vector<Row> rows;
    for (const QString& id : recent) {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                        [&](const PaletteEntry& entry) { return entry.id == id; });
        if (found != m_entries.end())
            rows.push_back(
                {PaletteGroup::Recent, static_cast<int>(found - m_entries.begin()), {}, {}});
    }
    return rows;
}

/// The rows of a group that answer what is typed, best first.
PaletteList::Group PaletteList::searchGroup(PaletteGroup group, const QString& typed) const
{
    Group found{group, -1, {}, 0};
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].group != group)
            continue;
        ++found.all;
        const auto title = matchPalette(typed, m_entries[i].title);
        const auto whole
            = title ? title : matchPalette(typed, m_entries[i].title + u' ' + m_entries[i].detail);
        if (!whole)
            continue;
        const int score = whole->score - (title ? 0 : kDetailPenalty);
        found.best = std::max(found.best, score);
        found.rows.push_back({score, {group, static_cast<int>(i), whole->letters, {}}});
    }
    std::stable_sort(found.rows.begin(), found.rows.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    return found;
}

void PaletteList::search(const QString& typed, const QStringList& recent)
{
    std::vector<Group> groups;
    groups.reserve(std::size(kGroups));
    for (const PaletteGroup group : kGroups)
        groups.push_back(searchGroup(group, typed));
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& a, const Group& b) { return a.best > b.best; });

    beginResetModel();
    m_rows.clear();
    m_hits = 0;
    if (typed.isEmpty())
        addGroup(PaletteGroup::Recent, recentRows(recent));
    for (Group& group : groups) {
        std::vector<Row> rows;
        for (auto& [score, row] : group.rows)
            rows.push_back(std::move(row));
        m_hits += static_cast<int>(rows.size());
        const std::size_t shown = std::min(rows.size(), kMostOfGroup);
        rows.resize(shown);
        if (!rows.empty())
            rows.front().count = tr("%1 of %2", "shown of all").arg(shown).arg(group.all);
        const int best = rows.empty() ? -1 : rows.front().entry;
        addGroup(group.group, std::move(rows));
        if (best >= 0 && !typed.isEmpty() && group.group == PaletteGroup::Campaigns)
            addActions(best);
    }
    endResetModel();
}

int PaletteList::addActions(int entry)
{
    const PaletteEntry object = m_entries[static_cast<std::size_t>(entry)];
    const auto isAction = [](const Row& row) { return row.group == PaletteGroup::ObjectActions; };
    if (!object.actions)
        return -1;
    std::erase_if(m_rows, isAction);
    std::vector<Row> rows;
    for (PaletteEntry& action : object.actions()) {
        rows.push_back({PaletteGroup::ObjectActions, static_cast<int>(m_entries.size()), {}, {}});
        m_entries.push_back(std::move(action));
    }
    rows.front().count = QString::number(rows.size());
    m_object = object.title;
    const auto end = std::find_if(m_rows.rbegin(), m_rows.rend(),
                                  [&](const Row& row) { return row.group == object.group; });
    const auto place
        = m_rows.insert(end.base(), {PaletteGroup::ObjectActions, -1, {}, rows.front().count});
    const auto first = m_rows.insert(place + 1, rows.begin(), rows.end());
    return static_cast<int>(first - m_rows.begin());
}

int PaletteList::showActionsOf(const QModelIndex& index)
{
    const PaletteEntry* object = entry(index);
    if (!object || !object->actions)
        return -1;
    beginResetModel();
    const int first = addActions(m_rows[static_cast<std::size_t>(index.row())].entry);
    endResetModel();
    return first;
}

void PaletteList::addGroup(PaletteGroup group, std::vector<Row> rows)
{
    if (rows.empty())
        return;
    m_rows.push_back({group, -1, {}, rows.front().count});
    std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
}

const PaletteEntry* PaletteList::entry(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const int at = m_rows[static_cast<std::size_t>(index.row())].entry;
    return at < 0 ? nullptr : &m_entries[static_cast<std::size_t>(at)];
}

int PaletteList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const PaletteEntry* shown = entry(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (!shown && row.group == PaletteGroup::ObjectActions)
            return tr("Actions on %1").arg(m_object);
        return shown ? shown->title : paletteGroupTitle(row.group);
    case HeadingRole:
        return shown == nullptr;
    case CountRole:
        return row.count;
    case LettersRole:
        return QVariant::fromValue(row.letters);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteList::flags(const QModelIndex& index) const
{
    return entry(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace gavel::shell
