// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/widgets/button.h"
#include "ui/widgets/icon.h"

#include <QBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace gavel::shell {

using namespace widgets;

namespace {

constexpr int kWidth = 136;
constexpr int kNarrowWidth = 48;
constexpr int kRow = 34;
constexpr int kFooter = 62;

enum Role { PageRole = Qt::UserRole + 1, IconRole, DigitRole };

class RailDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const override
    {
        return {option.rect.width(), kRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        painter->save();
        if (selected || hovered)
            painter->fillRect(option.rect,
                              color(selected ? Token::SelectionInactive : Token::Hover));
        if (selected)
            painter->fillRect(option.rect.left(), option.rect.top(), 2, kRow, color(Token::Accent));
        const bool narrow = option.rect.width() < kWidth - 20;
        const QRect iconPlace(option.rect.left() + (narrow ? 16 : 13), option.rect.top(), 16, kRow);
        paintIcon(*painter, iconPlace, index.data(IconRole).toString(),
                  color(selected ? Token::Accent : Token::T2));
        if (!narrow)
            paintWords(*painter, option.rect, index, selected);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(color(Token::Focus));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

private:
    static void paintWords(QPainter& painter, const QRect& row, const QModelIndex& index,
                           bool selected)
    {
        painter.setFont(font(selected ? TextRole::RailBold : TextRole::Rail));
        painter.setPen(color(selected ? Token::T1 : Token::T2));
        painter.drawText(row.adjusted(38, 0, -20, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         index.data().toString());
        painter.setFont(font(TextRole::Caption));
        painter.setPen(color(Token::T3));
        painter.drawText(row.adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter,
                         index.data(DigitRole).toString());
    }
};

} // namespace

Rail::Rail(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListView)
{
    setFixedWidth(kWidth);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RailDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 7, 1, kFooter);
    column->addWidget(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid())
                    Q_EMIT chosen(index.data(PageRole).toString());
            });
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void Rail::retranslate()
{
    m_list->setAccessibleName(tr("Pages"));
    setToolTip({});
    update();
}

void Rail::setEntries(const QList<Entry>& entries)
{
    const QSignalBlocker quiet(m_list->selectionModel());
    const QString before = m_list->currentIndex().data(PageRole).toString();
    m_model.clear();
    for (const Entry& entry : entries) {
        auto* item = new QStandardItem(entry.title);
        item->setData(entry.page, PageRole);
        item->setData(entry.icon, IconRole);
        item->setData(entry.digit, DigitRole);
        item->setToolTip(tr("%1, Ctrl+%2", "page and its key").arg(entry.title, entry.digit));
        m_model.appendRow(item);
    }
    setCurrent(before);
}

void Rail::setCurrent(const QString& page)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.item(row)->data(PageRole).toString() != page)
            continue;
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(m_model.index(row, 0));
        m_list->viewport()->update();
    }
}

void Rail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setFixedWidth(narrow ? kNarrowWidth : kWidth);
}

QRect Rail::footer() const
{
    return {0, height() - kFooter, width(), kFooter};
}

void Rail::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), color(Token::Bg0));
    painter.fillRect(width() - 1, 0, 1, height(), color(Token::Line1));
    const QRect foot = footer();
    painter.fillRect(0, foot.top(), width() - 1, 1, color(Token::Line1));
    const QRect row(0, foot.top() + 6, width(), 22);
    paintIcon(painter, QRect(m_narrow ? 16 : 13, row.top(), 16, row.height()),
              QStringLiteral("search"), color(Token::T2), 14);
    if (m_narrow)
        return;
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(color(Token::T2));
    painter.drawText(row.adjusted(36, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tr("Command"));
    const int ctrl = paintKey(painter, 13, foot.top() + 42, QStringLiteral("Ctrl"));
    paintKey(painter, 13 + ctrl + 5, foot.top() + 42, QStringLiteral("K"));
}

void Rail::mousePressEvent(QMouseEvent* event)
{
    if (footer().contains(event->pos()))
        Q_EMIT paletteRequested();
}

} // namespace gavel::shell
