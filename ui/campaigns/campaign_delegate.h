// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/campaign_tree.h"
#include "ui/campaigns/cell_editor.h"
#include "ui/widgets/cell_delegate.h"

namespace gavel::campaigns {

/// Cells of the campaign table: group rows, the sign of a change, and editors that check while
/// typing.
class CampaignDelegate final : public widgets::CellDelegate
{
    Q_OBJECT
public:
    explicit CampaignDelegate(const CampaignTree& tree, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

    /// What the rules say of a text typed into a field of a campaign.
    static CellVerdict verdictOf(const bridge::CampaignDraft& draft, const std::string& id,
                                 Field field, const QString& text);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void paintGroup(QPainter& painter, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const;
    void paintSign(QPainter& painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;
    void paintName(QPainter& painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;
    QWidget* stateEditor(QWidget* parent, const std::string& id) const;

    const CampaignTree& m_tree;
};

} // namespace gavel::campaigns
