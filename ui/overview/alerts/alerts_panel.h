// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/alerts/alert_rows.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

#include <QListView>
#include <QStyledItemDelegate>

#include <functional>
#include <optional>

namespace gavel::overview {

/// Three lines of an alert that lives, with what can be done at their right; one line of others.
class AlertDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using RowOf = std::function<const AlertRow*(const QModelIndex& index)>;
    AlertDelegate(RowOf rowOf, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// What is under a place of a row.
    static std::optional<AlertAct> actAt(const AlertRow& row, const QRect& rect,
                                         const QPoint& place);
    static QString wordsOf(AlertAct act);

private:
    static void paintTall(QPainter& painter, const QRect& box, const AlertRow& row);
    static void paintLine(QPainter& painter, const QRect& box, const AlertRow& row);
    static int paintActs(QPainter& painter, const QRect& rect, const AlertRow& row);

    RowOf m_rowOf;
};

/// Every alert: what fires, what may, what was.
class AlertsPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit AlertsPanel(QWidget* parent = nullptr);

    void setSnapshot(const runtime::Snapshot& snapshot);
    /// Brings an alert into view; false when it is not there.
    bool select(const QString& fingerprint);
    /// Whether it can be done about the selected row.
    bool canDo(AlertAct act) const;
    void doIt(AlertAct act);
    std::vector<AlertRow> rows() const;
    QListView& list() { return *m_list; }
    void retranslate();

Q_SIGNALS:
    void chosen(AlertAct act, const gavel::overview::AlertRow& row);
    void rulesWanted();
    void selectionChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Model = widgets::RowsModel<AlertRow, std::function<QString(const AlertRow&)>>;
    void setColumn();
    void openMenu(const QPoint& place);
    void act(const QModelIndex& index, std::optional<AlertAct> act);

    Model m_rows;
    std::vector<bool> m_shape; ///< which rows are tall
    QListView* m_list;
    widgets::Button* m_rules;
};

} // namespace gavel::overview
