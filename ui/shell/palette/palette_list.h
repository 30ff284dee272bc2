// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/status_mark.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace gavel::shell {

enum class PaletteGroup : quint8 {
    Recent,
    Campaigns,
    ObjectActions,
    Auctions,
    Pages,
    Actions,
    Settings,
    Help
};

/// One thing the palette can open or do.
struct PaletteEntry
{
    QString id; ///< remembered when it was run; "" = not remembered
    PaletteGroup group = PaletteGroup::Actions;
    QString icon;
    QString title;
    QString detail; ///< where it lives
    widgets::Mark mark = widgets::Mark::None;
    QString state; ///< word beside the mark
    QString key;
    QString lockedReason; ///< not empty: shown with a lock, not run
    std::function<void()> run;
    std::function<void()> beside{}; ///< shows the object in the inspector
    std::function<std::vector<PaletteEntry>()> actions{}; ///< what can be done with this object
};

/// What the palette shows: groups by their best hit, entries by their score inside, each group
/// under its heading.
class PaletteList final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { EntryRole = Qt::UserRole + 1, LettersRole, HeadingRole, CountRole };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<PaletteEntry> entries);
    /// `recent`: ids, newest first, that make a group of their own while nothing is typed.
    void search(const QString& typed, const QStringList& recent);
    /// Puts what can be done with the entry below its group, in place of what stood there; the row
    /// of the first of them, or -1 when there is nothing.
    int showActionsOf(const QModelIndex& index);
    const PaletteEntry* entry(const QModelIndex& index) const;
    /// Number of entries that match, headings not counted.
    int hits() const { return m_hits; }
    int firstEntryRow() const { return m_rows.empty() ? -1 : 1; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row
    {
        PaletteGroup group{};
        int entry = -1; ///< -1 = heading
        QList<int> letters;
        QString count; ///< of a heading: "2 of 60"
    };
    struct Group
    {
        PaletteGroup group;
        int best;
        std::vector<std::pair<int, Row>> rows; ///< with their scores
        std::size_t all;
    };
    Group searchGroup(PaletteGroup group, const QString& typed) const;
    void addGroup(PaletteGroup group, std::vector<Row> rows);
    int addActions(int entry);
    std::vector<Row> recentRows(const QStringList& recent) const;

    std::vector<PaletteEntry> m_entries;
    std::vector<Row> m_rows;
    QString m_object; ///< whose actions are shown
    int m_hits = 0;
};

QString paletteGroupTitle(PaletteGroup group);

} // namespace gavel::shell
