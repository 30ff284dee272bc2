// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"
#include "ui/widgets/status_mark.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace gavel::overview {

/// A line of the event log as it is shown.
struct LogRow
{
    QString key;
    QString time;
    QString subject;
    QString text;
    QString kind; ///< as in the snapshot
    widgets::Mark mark = widgets::Mark::Info;
};

/// Newest first; a line keeps its key when newer ones arrive before it.
std::vector<LogRow> logRows(const runtime::Snapshot& snapshot);

/// Two lines: mark, subject and time; below them what happened.
class LogDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { SubjectRole = Qt::UserRole + 100, TimeRole, WordsRole };
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// What happened in this market.
class LogPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit LogPanel(QWidget* parent = nullptr);

    void setSnapshot(const runtime::Snapshot& snapshot);
    void retranslate();

Q_SIGNALS:
    /// Enter or a double click: the kind of the line and its subject.
    void opened(const QString& kind, const QString& subject);

private:
    void setColumn();

    widgets::RowsModel<LogRow, std::function<QString(const LogRow&)>> m_rows;
    QListView* m_list;
};

} // namespace gavel::overview
