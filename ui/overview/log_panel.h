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
    qint64 at = 0;
    qint64 annotation = 0; ///< its id; 0 = a line that marks nothing
};

/// Newest first; a line keeps its key when newer ones arrive before it. What is kept as an
/// annotation stands there once, also when the log does not have it any more.
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
    /// Of the selected line; 0 = it is none.
    qint64 selectedMark() const;
    void selectMark(qint64 id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Enter or a double click: the kind of the line and its subject.
    void opened(const QString& kind, const QString& subject);
    /// The same on an annotation: its moment.
    void markOpened(qint64 at);
    void selectionChanged();
    /// A key on the selected line: the id of the command that it means.
    void commandWanted(const QString& id);

private:
    void setColumn();

    widgets::RowsModel<LogRow, std::function<QString(const LogRow&)>> m_rows;
    QListView* m_list;
};

} // namespace gavel::overview
