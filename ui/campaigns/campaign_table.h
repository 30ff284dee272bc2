// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/campaign_tree.h"

#include <QTreeView>

namespace gavel::campaigns {

/// The campaigns grouped by advertiser: one row selected, any number checked, cells edited in
/// place.
class CampaignTable final : public QTreeView
{
    Q_OBJECT
public:
    explicit CampaignTable(CampaignTree& tree, QWidget* parent = nullptr);

    const std::string& current() const { return m_current; }
    /// Selects a campaign and scrolls to it; false when it is not shown.
    bool select(const std::string& id, int column = CampaignTree::Name);
    bool isEditing() const { return state() == EditingState; }
    void editCell(const std::string& id, int column);
    void resetColumns();
    /// The widths as text; what does not fit the columns is not taken.
    QString saveColumns() const;
    void restoreColumns(const QString& state);
    /// Also seat, total budget and what was spent and shown in all.
    void setWide(bool wide);

Q_SIGNALS:
    void currentChangedTo(const QString& id);
    void opened(const QString& id);
    /// Ctrl+Enter.
    void openedBeside();
    void menuRequested(const QString& id, const QPoint& globalPosition);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyboardSearch(const QString& /*search*/) override { }
    void drawBranches(QPainter* /*painter*/, const QRect& /*rect*/,
                      const QModelIndex& /*index*/) const override
    {
    }

private:
    void rebuilt();
    int fixedWidth() const;
    void shareWidth();
    void sectionDrawn(int column, int before, int now);
    void toggle(const QModelIndex& index);
    void copyRow() const;
    void checkAll();

    CampaignTree& m_tree;
    std::string m_current;
    std::set<QString> m_closed; ///< names of groups that were collapsed
    std::array<int, CampaignTree::ColumnCount> m_widths; ///< as drawn; 0 = takes the rest
    int m_extra = 0; ///< what each column has above its width
    bool m_isSharing = false;
};

} // namespace gavel::campaigns
