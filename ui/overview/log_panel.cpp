// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/log_panel.h"

#include "ui/overview/marks/mark_words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QHash>
#include <QKeyEvent>
#include <QPainter>
#include <QSet>

#include <algorithm>
#include <functional>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr int kRow = 40;
constexpr int kLine = 16;
constexpr int kTextAt = 28;

constexpr std::size_t kMostMarks = 500;

QString saidOf(TimeMs at, const std::string& subject, const std::string& text)
{
    return QStringLiteral("%1/%2/%3")
        .arg(at.value)
        .arg(QString::fromStdString(subject), QString::fromStdString(text));
}

} // namespace

std::vector<LogRow> logRows(const runtime::Snapshot& snapshot)
{
    const int offset = snapshot.utcOffsetMinutes;
    std::vector<LogRow> rows;
    QSet<QString> marked;
    if (snapshot.annotations) {
        const auto& all = *snapshot.annotations;
        for (auto one = all.rbegin(); one != all.rend() && rows.size() < kMostMarks; ++one) {
            const bool isOwnMark = isOwn(*one);
            marked << saidOf(one->at, one->subject, one->text);
            rows.push_back({QStringLiteral("mark/%1").arg(one->id),
                            numbers::time(one->at.value, offset),
                            QString::fromStdString(isOwnMark ? one->person : one->subject),
                            QString::fromStdString(one->text), QString::fromStdString(one->kind),
                            markOf(*one), one->at.value, one->id});
        }
    }
    const auto marks = static_cast<std::ptrdiff_t>(rows.size());
    QHash<QString, int> seen;
    for (auto line = snapshot.log.rbegin(); line != snapshot.log.rend(); ++line) {
        const QString said = saidOf(line->at, line->subject, line->text);
        if (marked.contains(said))
            continue;
        rows.push_back({QStringLiteral("%1/%2").arg(said).arg(seen[said]++),
                        numbers::time(line->at.value, offset),
                        QString::fromStdString(line->subject), QString::fromStdString(line->text),
                        QString::fromStdString(line->kind), markOfLevel(line->level),
                        line->at.value, 0});
    }
    std::reverse(rows.begin() + marks, rows.end());
    std::ranges::stable_sort(rows, std::ranges::greater(), &LogRow::at);
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
        const LogRow* row = m_rows.rowAt(index);
        if (row != nullptr && row->annotation != 0)
            Q_EMIT markOpened(row->at);
        else if (row != nullptr)
            Q_EMIT opened(row->kind, row->subject);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LogPanel::selectionChanged);
    m_list->installEventFilter(this);
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
    m_list->setToolTip(tr("Enter shows the moment of a mark, F2 changes yours, Del removes it."));
    setColumn();
}

qint64 LogPanel::selectedMark() const
{
    const LogRow* row = m_rows.rowAt(m_list->currentIndex());
    return row == nullptr ? 0 : row->annotation;
}

void LogPanel::selectMark(qint64 id)
{
    for (int i = 0; i < m_rows.rowCount(); ++i)
        if (m_rows.row(i).annotation == id) {
            m_list->setCurrentIndex(m_rows.index(i, 0));
            m_list->scrollTo(m_list->currentIndex());
        }
}

bool LogPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_F2 || key == Qt::Key_Delete) {
            Q_EMIT commandWanted(key == Qt::Key_F2 ? QStringLiteral("mark.edit")
                                                   : QStringLiteral("mark.remove"));
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void LogPanel::setSnapshot(const runtime::Snapshot& snapshot)
{
    std::vector<LogRow> rows = logRows(snapshot);
    setCaption(tr("%n line(s), newest first", nullptr, static_cast<int>(rows.size())));
    if (rows.empty())
        setEmpty(tr("Nothing has happened yet."));
    else
        clearEmpty();
    m_rows.update(std::move(rows));
    touch();
}

} // namespace gavel::overview
