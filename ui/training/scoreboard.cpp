// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/scoreboard.h"

#include "ui/training/market_controls.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/numbers.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QPainter>

namespace gavel::training {

using namespace widgets;

namespace {

constexpr int kStrategyColumn = static_cast<int>(ScoreColumn::Strategy);

} // namespace

/// A dotted line and an arrow say that the strategy can be chosen here.
void StrategyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    CellDelegate::paint(painter, option, index);
    if (!index.flags().testFlag(Qt::ItemIsEditable))
        return;
    const QString words = index.data().toString();
    const int wide = QFontMetrics(widgets::font(TextRole::Body)).horizontalAdvance(words);
    const QRect box = option.rect.adjusted(space::kCell, 0, -space::kCell, 0);
    const int end = std::min(box.left() + wide + 18, box.right());
    painter->save();
    painter->setPen(QPen(color(Token::T3), 1, Qt::DotLine));
    painter->drawLine(box.left(), box.bottom() - 3, end, box.bottom() - 3);
    paintIcon(*painter, QRect(end - 14, box.top(), 14, box.height()),
              QStringLiteral("chevron-down"), color(Token::T2), 11);
    painter->restore();
}

QWidget* StrategyDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                        const QModelIndex& index) const
{
    auto* box = new QComboBox(parent);
    for (std::size_t i = 0; i < model::kStrategyNames.size(); ++i)
        box->addItem(strategyText(static_cast<model::StrategyKind>(i)));
    box->setAccessibleName(
        tr("Strategy of %1")
            .arg(index.siblingAtColumn(static_cast<int>(ScoreColumn::Seat)).data().toString()));
    connect(box, &QComboBox::activated, box, [this, box] {
        auto* delegate = const_cast<StrategyDelegate*>(this);
        Q_EMIT delegate->commitData(box);
        Q_EMIT delegate->closeEditor(box);
    });
    QTimer::singleShot(0, box, &QComboBox::showPopup);
    return box;
}

void StrategyDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* box = qobject_cast<QComboBox*>(editor);
    if (box && !box->view()->isVisible())
        box->setCurrentIndex(box->findText(index.data().toString()));
}

void StrategyDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                    const QModelIndex& index) const
{
    if (const auto* box = qobject_cast<QComboBox*>(editor))
        model->setData(index, box->currentIndex(), Qt::EditRole);
}

Scoreboard::Scoreboard(QWidget* parent)
    : Panel(QString(), parent)
    , m_table(new DataTable(QString()))
{
    m_table->setModel(&m_rows);
    setNarrow(false);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::SelectedClicked);
    m_table->setItemDelegateForColumn(kStrategyColumn, new StrategyDelegate(m_table));
    setBody(m_table);
    m_rows.wanted
        = [this](const ScoreRow& row, int strategy) { Q_EMIT strategyWanted(row.id, strategy); };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { Q_EMIT selectedChanged(selected()); });
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex& index) {
        const ScoreRow* row = m_rows.rowAt(index);
        if (row && !row->id.isEmpty())
            Q_EMIT opened(row->id);
    });
    connect(m_table, &DataTable::openedBeside, this, [this](const QModelIndex& index) {
        const ScoreRow* row = m_rows.rowAt(index);
        if (row && !row->id.isEmpty())
            Q_EMIT openedBeside(row->id);
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.flags().testFlag(Qt::ItemIsEditable))
            m_table->edit(index);
    });
    retranslate();
}

void Scoreboard::setNarrow(bool narrow)
{
    m_table->setWidths(narrow ? QList<int>{26, 96, 0, 116, 86, 96, 52, 46, 58, 46, 64, 96}
                              : QList<int>{30, 104, 0, 128, 86, 108, 66, 48, 66, 50, 70, 96});
}

void Scoreboard::retranslate()
{
    setTitle(tr("Scoreboard"));
    m_table->setAccessibleName(tr("Scoreboard"));
    m_rows.retranslate();
}

void Scoreboard::setSnapshot(const runtime::Snapshot& snapshot)
{
    setCaption(tr("score = value − spend, %1, as of %2")
                   .arg(QString::fromUtf8(snapshot.currency.code, 3),
                        numbers::time(snapshot.now.value, snapshot.utcOffsetMinutes)));
    m_rows.update(scoreRows(snapshot));
    touch();
}

QString Scoreboard::selected() const
{
    const ScoreRow* row = m_rows.rowAt(m_table->currentIndex());
    return row ? row->id : QString();
}

void Scoreboard::select(const QString& seat)
{
    const int row = m_rows.find(seat);
    if (row >= 0 && !seat.isEmpty())
        m_table->selectRow(row);
    else
        m_table->setCurrentIndex({});
}

} // namespace gavel::training
