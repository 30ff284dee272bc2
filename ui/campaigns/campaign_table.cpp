// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_table.h"

#include "ui/campaigns/campaign_delegate.h"
#include "ui/campaigns/check_header.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>

#include <algorithm>

namespace gavel::campaigns {

namespace {

/// 0 = takes the rest.
constexpr std::array<int, CampaignTree::ColumnCount> kWidths{30,  20, 28, 0,  94,  86, 90, 108, 60,
                                                             130, 56, 56, 96, 110, 96, 96, 72};
constexpr int kLeastName = 110;
constexpr int kMostName = 320;
constexpr int kLeastColumn = 20;
constexpr int kMostColumn = 1000;

} // namespace

CampaignTable::CampaignTable(CampaignTree& tree, QWidget* parent)
    : QTreeView(parent)
    , m_tree(tree)
    , m_widths(kWidths)
{
    setHeader(new CheckHeader(this));
    header()->setMinimumSectionSize(kLeastColumn);
    setModel(&tree);
    setItemDelegate(new CampaignDelegate(tree, this));
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setItemsExpandable(true);
    setAnimated(false);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setAllColumnsShowFocus(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(EditKeyPressed | DoubleClicked);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setExpandsOnDoubleClick(false);
    header()->setStretchLastSection(false);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    auto* checks = static_cast<CheckHeader*>(header());
    connect(checks, &CheckHeader::toggled, this, &CampaignTable::checkAll);
    connect(checks, &QHeaderView::sectionResized, this, &CampaignTable::sectionDrawn);
    connect(&tree, &CampaignTree::rebuilt, this, &CampaignTable::rebuilt);
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& group) {
        m_closed.insert(group.siblingAtColumn(CampaignTree::Name).data().toString());
    });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& group) {
        m_closed.erase(group.siblingAtColumn(CampaignTree::Name).data().toString());
    });
    connect(&widgets::Theme::current(), &widgets::Theme::changed, this, [this] {
        scheduleDelayedItemsLayout();
        viewport()->update();
    });
    rebuilt();
}

void CampaignTable::rebuilt()
{
    for (int row = 0; row < m_tree.rowCount(); ++row) {
        const QModelIndex group = m_tree.index(row, 0);
        const QString name = group.siblingAtColumn(CampaignTree::Name).data().toString();
        if (m_closed.count(name) == 0)
            setExpanded(group, true);
    }
    if (!m_current.empty())
        select(m_current);
}

bool CampaignTable::select(const std::string& id, int column)
{
    const QModelIndex index = m_tree.indexOf(id, column);
    if (!index.isValid())
        return false;
    setExpanded(index.parent(), true);
    setCurrentIndex(index);
    scrollTo(index);
    return true;
}

void CampaignTable::editCell(const std::string& id, int column)
{
    if (select(id, column))
        edit(currentIndex());
}

void CampaignTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    const std::string id = m_tree.idAt(current);
    if (id.empty() || id == m_current)
        return;
    m_current = id;
    Q_EMIT currentChangedTo(QString::fromStdString(id));
}

void CampaignTable::toggle(const QModelIndex& index)
{
    if (m_tree.isGroup(index)) {
        const QModelIndex group = index.siblingAtColumn(0);
        setExpanded(group, !isExpanded(group));
        return;
    }
    const std::string id = m_tree.idAt(index);
    if (!id.empty())
        m_tree.setChecked({id}, !m_tree.checked().contains(id));
}

void CampaignTable::checkAll()
{
    m_tree.setChecked(m_tree.shownIds(), m_tree.checkState() != Qt::Checked);
}

void CampaignTable::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::SelectAll))
        checkAll();
    else if (event->matches(QKeySequence::Copy))
        copyRow();
    else if (!isEditing()
             && (event->key() == Qt::Key_Space || (enter && m_tree.isGroup(currentIndex()))))
        toggle(currentIndex());
    else if (enter && !isEditing() && !m_current.empty()
             && event->modifiers() == Qt::ControlModifier)
        Q_EMIT openedBeside();
    else if (enter && !isEditing() && !m_current.empty())
        Q_EMIT opened(QString::fromStdString(m_current));
    else
        QTreeView::keyPressEvent(event);
}

void CampaignTable::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    QTreeView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && m_tree.isGroup(index))
        toggle(index);
}

void CampaignTable::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const std::string id = m_tree.idAt(index);
    if (!id.empty())
        Q_EMIT menuRequested(QString::fromStdString(id),
                             byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
                                   : event->globalPos());
}

void CampaignTable::copyRow() const
{
    QStringList cells;
    for (int column = CampaignTree::Name; column < CampaignTree::ColumnCount; ++column)
        cells << currentIndex().siblingAtColumn(column).data().toString();
    QApplication::clipboard()->setText(cells.join(u'\t'));
}

void CampaignTable::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    shareWidth();
}

void CampaignTable::setWide(bool wide)
{
    for (int column = CampaignTree::Seat; column < CampaignTree::ColumnCount; ++column)
        setColumnHidden(column, !wide);
    shareWidth();
}

void CampaignTable::resetColumns()
{
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_widths = kWidths;
    shareWidth();
}

QString CampaignTable::saveColumns() const
{
    QStringList widths;
    for (const int width : m_widths)
        widths << QString::number(width);
    return widths.join(u',');
}

void CampaignTable::restoreColumns(const QString& state)
{
    const QStringList texts = state.split(u',', Qt::SkipEmptyParts);
    if (texts.size() != static_cast<qsizetype>(m_widths.size()))
        return;
    for (std::size_t column = 0; column < m_widths.size(); ++column)
        if (kWidths[column] > 0)
            m_widths[column] = std::clamp(texts[static_cast<qsizetype>(column)].toInt(),
                                          kLeastColumn, kMostColumn);
    shareWidth();
}

/// The name goes on taking the rest.
void CampaignTable::sectionDrawn(int column, int before, int now)
{
    const bool isHiding = before == 0 || now == 0;
    if (m_isSharing || isHiding || column == CampaignTree::Name)
        return;
    const int shared = column > CampaignTree::Name ? m_extra : 0;
    m_widths[static_cast<std::size_t>(column)]
        = std::clamp(now - shared, kLeastColumn, kMostColumn);
}

/// Width of the columns that are shown, without the name.
int CampaignTable::fixedWidth() const
{
    int fixed = 0;
    for (int column = 0; column < CampaignTree::ColumnCount; ++column)
        fixed += isColumnHidden(column) ? 0 : m_widths[static_cast<std::size_t>(column)];
    return fixed;
}

/// The name takes the rest up to a point; on a wide page the other columns share what is above it.
/// The click rate gives way where the name would have too little.
void CampaignTable::shareWidth()
{
    setColumnHidden(CampaignTree::Ctr, false);
    setColumnHidden(CampaignTree::Ctr, viewport()->width() - fixedWidth() < kLeastName);
    int sharing = 0;
    for (int column = CampaignTree::Name + 1; column < CampaignTree::ColumnCount; ++column)
        sharing += isColumnHidden(column) ? 0 : 1;
    const int rest = viewport()->width() - fixedWidth();
    m_extra = std::max(0, rest - kMostName) / std::max(1, sharing);
    m_isSharing = true;
    for (int column = 0; column < CampaignTree::ColumnCount; ++column) {
        const int width = m_widths[static_cast<std::size_t>(column)];
        if (column != CampaignTree::Name)
            setColumnWidth(column, width + (column > CampaignTree::Name ? m_extra : 0));
    }
    setColumnWidth(CampaignTree::Name, std::max(kLeastName, rest - m_extra * sharing));
    m_isSharing = false;
}

} // namespace gavel::campaigns
