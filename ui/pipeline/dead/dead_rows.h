// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <set>
#include <vector>

namespace gavel::pipeline_page {

/// A row of the list of dead letters: those of one rule and reason, or one.
struct DeadRow
{
    QString key{}; ///< stays the same while counts change
    QString rule{};
    QString reason{};
    QString where{}; ///< source and time
    QString value{}; ///< as it came
    std::uint64_t count = 0;
    std::uint64_t letter = 0; ///< 0 = a group
    QString state{}; ///< of one letter; "" = a group

    bool operator==(const DeadRow&) const = default;
};

/// The rows and which of them are checked. A checked row stays checked while it is there.
class DeadRows final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ReasonRole = Qt::UserRole + 100, WhereRole, ValueRole, CountRole, StateRole };

    using QAbstractListModel::QAbstractListModel;

    void update(std::vector<DeadRow> rows);
    const DeadRow* at(const QModelIndex& index) const;
    const std::vector<DeadRow>& rows() const { return m_rows; }
    int find(const QString& key) const;
    std::vector<DeadRow> checked() const;
    void checkAll(bool on);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void checkedChanged();

private:
    std::vector<DeadRow> m_rows;
    std::set<QString> m_checked;
};

/// Two lines a row: the reason with its count, then source, time and value.
class DeadDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int kRowHeight = 38;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    static QRect checkRect(const QRect& row);
    static int paintCount(QPainter& painter, const QRect& text, const QModelIndex& index);
    static void paintOrigin(QPainter& painter, const QRect& line, const QModelIndex& index);
};

} // namespace gavel::pipeline_page
