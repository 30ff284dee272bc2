// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/log_panel.h"

#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QHash>
#include <QPainter>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr int kRow = 40;
constexpr int kLine = 16;
constexpr int kTextAt = 28;

Mark markOf(const std::string& level)
{
    if (level == "good")
        return Mark::Good;
    if (level == "warn")
        return Mark::Warn;
    return level == "bad" ? Mark::Bad : Mark::Info;
}

} // namespace

std::vector<LogRow> logRows(const runtime::Snapshot& snapshot)
{
    std::vector<LogRow> rows(snapshot.log.size());
    QHash<QString, int> seen;
    for (std::size_t i = rows.size(); i-- > 0;) {
        const runtime::LogLine& line = snapshot.log[i];
        const QString subject = QString::fromStdString(line.subject);
        const QString text = QString::fromStdString(line.text);
        const QString said = QStringLiteral("%1/%2/%3").arg(line.at.value).arg(subject, text);
        rows[i] = {QStringLiteral("%1/%2").arg(said).arg(seen[said]++),
                   numbers::time(line.at.value, snapshot.utcOffsetMinutes),
                   subject,
                   text,
                   QString::fromStdString(line.kind),
                   markOf(line.level)};
    }
    return rows;
}

QSize LogDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    return {option.rect.width(), kRow};
}

void LogDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    CellDelegate::paintBackground(*painter, option, index);
    const QRect box = option.rect.adjusted(space::kPadding, 3, -space::kPadding, -4);
    paintMark(*painter, QRect(box.left(), box.top(), 12, kLine),
              static_cast<Mark>(index.data(MarkRole).toInt()), 10);
    const QRect first(option.rect.left() + kTextAt, box.top(),
                      box.right() - option.rect.left() - kTextAt + 1, kLine);
    painter->setFont(widgets::font(TextRole::Body));
    painter->setPen(color(Token::T3));
    const QString time = index.data(TimeRole).toString();
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, time);
    const int room = first.width() - painter->fontMetrics().horizontalAdvance(time) - 8;
    painter->setFont(widgets::font(TextRole::BodyBold));
    painter->setPen(color(Token::T1));
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(SubjectRole).toString(),
                                                        Qt::ElideRight, room));
    painter->setFont(widgets::font(TextRole::Body));
    painter->setPen(color(Token::T2));
    const QRect second = first.translated(0, kLine);
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(WordsRole).toString(),
                                                        Qt::ElideRight, second.width()));
    painter->restore();
}

LogPanel::LogPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows([](const LogRow& row) { return row.key; })
    , m_list(new QListView)
{
    setColumn();
    m_list->setModel(&m_rows);
    m_list->setItemDelegate(new LogDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBody(m_list);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        if (const LogRow* row = m_rows.rowAt(index))
            Q_EMIT opened(row->kind, row->subject);
    });
    retranslate();
}

void LogPanel::setColumn()
{
    m_rows.setColumns({{tr("Event log"),
                        [](const LogRow& row, int role) -> QVariant {
                            switch (role) {
                            case Qt::DisplayRole:
                            case Qt::ToolTipRole:
                            case Qt::AccessibleTextRole:
                                return tr("%1 %2: %3", "log line: time, subject, what happened")
                                    .arg(row.time, row.subject, row.text);
                            case MarkRole:
                                return static_cast<int>(row.mark);
                            case LogDelegate::SubjectRole:
                                return row.subject;
                            case LogDelegate::TimeRole:
                                return row.time;
                            case LogDelegate::WordsRole:
                                return row.text;
                            default:
                                return {};
                            }
                        },
                        {},
                        false,
                        {}}});
}

void LogPanel::retranslate()
{
    setTitle(tr("Event log"));
    m_list->setAccessibleName(tr("Event log"));
    setColumn();
}

void LogPanel::setSnapshot(const runtime::Snapshot& snapshot)
{
    setCaption(tr("%n line(s), newest first", nullptr, static_cast<int>(snapshot.log.size())));
    if (snapshot.log.empty())
        setEmpty(tr("Nothing has happened yet."));
    else
        clearEmpty();
    m_rows.update(logRows(snapshot));
    touch();
}

} // namespace gavel::overview
