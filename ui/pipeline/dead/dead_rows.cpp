// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dead/dead_rows.h"

#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace gavel::pipeline_page {

using namespace widgets;

namespace {

constexpr int kLine = 17;
constexpr int kTextLeft = 34;
constexpr int kLeastValue = 20;

} // namespace

void DeadRows::update(std::vector<DeadRow> rows)
{
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const DeadRow& a, const DeadRow& b) { return a.key == b.key; });
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    const std::size_t before = m_checked.size();
    std::erase_if(m_checked, [this](const QString& key) { return find(key) < 0; });
    endResetModel();
    if (m_checked.size() != before)
        Q_EMIT checkedChanged();
}

const DeadRow* DeadRows::at(const QModelIndex& index) const
{
    return index.isValid() ? &m_rows[static_cast<std::size_t>(index.row())] : nullptr;
}

int DeadRows::find(const QString& key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const DeadRow& row) { return row.key == key; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::vector<DeadRow> DeadRows::checked() const
{
    std::vector<DeadRow> result;
    for (const DeadRow& row : m_rows)
        if (m_checked.contains(row.key))
            result.push_back(row);
    return result;
}

void DeadRows::checkAll(bool on)
{
    m_checked.clear();
    if (on)
        for (const DeadRow& row : m_rows)
            m_checked.insert(row.key);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
}

int DeadRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DeadRows::data(const QModelIndex& index, int role) const
{
    const DeadRow* row = at(index);
    if (row == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "reason, source and time, number")
            .arg(row->reason, row->where, words::count(row->count));
    case Qt::ToolTipRole:
        return QStringList{row->reason, row->where, row->value}.join(u'\n');
    case Qt::CheckStateRole:
        return static_cast<int>(m_checked.contains(row->key) ? Qt::Checked : Qt::Unchecked);
    case ReasonRole:
        return row->reason;
    case WhereRole:
        return row->where;
    case ValueRole:
        return row->value;
    case CountRole:
        return QVariant::fromValue<qulonglong>(row->count);
    case StateRole:
        return row->state;
    default:
        return {};
    }
}

bool DeadRows::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const DeadRow* row = at(index);
    if (row == nullptr || role != Qt::CheckStateRole)
        return false;
    if (value.toInt() == Qt::Checked)
        m_checked.insert(row->key);
    else
        m_checked.erase(row->key);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
    return true;
}

Qt::ItemFlags DeadRows::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                           : Qt::NoItemFlags;
}

QRect DeadDelegate::checkRect(const QRect& row)
{
    return {row.left() + 10, row.center().y() - 7, 14, 14};
}

QSize DeadDelegate::sizeHint(const QStyleOptionViewItem& /*option*/,
                             const QModelIndex& /*index*/) const
{
    return {200, kRowHeight};
}

void DeadDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    CellDelegate::paintBackground(*painter, full, index);
    QStyleOptionViewItem check = full;
    check.rect = checkRect(full.rect);
    check.state.setFlag(QStyle::State_On, full.checkState == Qt::Checked);
    check.state.setFlag(QStyle::State_HasFocus, false);
    full.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter,
                                        full.widget);
    const QRect text = full.rect.adjusted(kTextLeft, 3, -10, -2);
    const int left = paintCount(*painter, text, index);
    const QRect first(text.left(), text.top(), left - 8, kLine);
    painter->setFont(widgets::font(TextRole::BodyBold));
    painter->setPen(color(Token::T1));
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(DeadRows::ReasonRole).toString(),
                                                        Qt::ElideRight, first.width()));
    paintOrigin(*painter, first.translated(0, kLine), index);
    painter->restore();
}

/// The number of a group or the state of a letter; returns the width that is left of it.
int DeadDelegate::paintCount(QPainter& painter, const QRect& text, const QModelIndex& index)
{
    const std::string state = index.data(DeadRows::StateRole).toString().toStdString();
    if (state.empty()) {
        const QString count = words::count(index.data(DeadRows::CountRole).toULongLong());
        painter.setFont(widgets::font(TextRole::BodyBold));
        painter.setPen(color(Token::T1));
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, count);
        return text.width() - painter.fontMetrics().horizontalAdvance(count);
    }
    const QString word = words::letterState(state);
    painter.setFont(widgets::font(TextRole::Caption));
    const int width = painter.fontMetrics().horizontalAdvance(word) + 16;
    const QRect place(text.right() - width, text.top(), width, kLine);
    paintMark(painter, QRect(place.left(), place.top(), 11, kLine), words::letterMark(state));
    painter.setPen(color(Token::T2));
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, word);
    return text.width() - width;
}

/// Source and time, then the value as it came.
void DeadDelegate::paintOrigin(QPainter& painter, const QRect& line, const QModelIndex& index)
{
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(Token::T2));
    const QString where = index.data(DeadRows::WhereRole).toString();
    const int width = std::min(painter.fontMetrics().horizontalAdvance(where) + 1, line.width());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(where, Qt::ElideRight, width));
    const QRect rest = line.adjusted(width + 8, 0, 0, 0);
    if (rest.width() < kLeastValue)
        return;
    painter.setFont(widgets::font(TextRole::Mono));
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(index.data(DeadRows::ValueRole).toString(),
                                                      Qt::ElideRight, rest.width()));
}

/// A click on the box or Space checks; a click beside it selects.
bool DeadDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                               const QStyleOptionViewItem& option, const QModelIndex& index)
{
    bool toggles = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        toggles = mouse->button() == Qt::LeftButton
            && checkRect(option.rect).adjusted(-10, -8, 6, 8).contains(mouse->position().toPoint());
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        toggles = key == Qt::Key_Space || key == Qt::Key_Select;
    }
    if (!toggles)
        return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace gavel::pipeline_page
