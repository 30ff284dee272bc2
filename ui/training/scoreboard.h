// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/score_rows.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"

namespace gavel::training {

/// A combo box with the nine strategies in the strategy cell of a campaign seat.
class StrategyDelegate final : public widgets::CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;
};

/// Who plays how well. Selecting a seat marks its line in the chart beside it.
class Scoreboard final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit Scoreboard(QWidget* parent = nullptr);

    void setSnapshot(const runtime::Snapshot& snapshot);
    void select(const QString& seat);
    /// Closer columns, so that who plays stays readable.
    void setNarrow(bool narrow);
    QString selected() const;
    ScoreModel& rows() { return m_rows; }
    widgets::DataTable& table() { return *m_table; }
    void retranslate();

Q_SIGNALS:
    void selectedChanged(const QString& seat);
    void strategyWanted(const QString& seat, int strategy);
    /// Enter: the auctions of the seat.
    void opened(const QString& seat);
    void openedBeside(const QString& seat);

private:
    ScoreModel m_rows;
    widgets::DataTable* m_table;
};

} // namespace gavel::training
