// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/microscope/bids_panel.h"

#include "ui/market/microscope/bid_row_delegate.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTreeView>

namespace gavel::auctions {

using namespace widgets;

namespace {

constexpr int kValueWidth = 80;
constexpr int kNoteWidth = 96;

/// All bids expand together, so that the formulas stay open from auction to auction.
QString branchOf(const QModelIndex& index)
{
    const QString branch = index.data(BidTree::kBranchRole).toString();
    return branch.startsWith(u"bid/") ? QStringLiteral("bid") : branch;
}

} // namespace

BidsPanel::BidsPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_stack(new QStackedWidget)
    , m_view(new QTreeView)
    , m_json(new TraceDocument)
    , m_switch(addLink(QString()))
{
    build();
    setBody(m_stack);
    connect(m_switch, &QPushButton::clicked, this, [this] { showJson(!showsJson()); });
    connect(m_view, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        spanWideRows(index);
        if (!m_isExpanding)
            m_open.insert(branchOf(index));
    });
    connect(m_view, &QTreeView::collapsed, this,
            [this](const QModelIndex& index) { m_open.remove(branchOf(index)); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                const Handle seat = current.siblingAtColumn(0).data(BidTree::kSeatRole).toUInt();
                if (seat != base::kNone)
                    Q_EMIT seatChosen(seat);
            });
    retranslate();
}

void BidsPanel::build()
{
    m_view->setModel(&m_tree);
    m_view->setItemDelegate(new BidRowDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setIndentation(16);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAllColumnsShowFocus(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView* header = m_view->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    header->setSectionResizeMode(1, QHeaderView::Fixed);
    header->setSectionResizeMode(2, QHeaderView::Fixed);
    // Formulas wrap anew, after the header has settled.
    connect(
        header, &QHeaderView::sectionResized, m_view, [this] { m_view->doItemsLayout(); },
        Qt::QueuedConnection);
    header->resizeSection(1, kNoteWidth);
    header->resizeSection(2, kValueWidth);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_json);
}

void BidsPanel::retranslate()
{
    setTitle(tr("Bids and price"));
    m_view->setAccessibleName(tr("Bids and price"));
    m_json->setAccessibleName(tr("Trace as a document"));
    m_switch->setText(showsJson() ? tr("Tree", "show the tree") : tr("Raw JSON"));
    m_switch->updateGeometry();
}

void BidsPanel::setTrace(const model::AuctionTrace& trace, const Names& names)
{
    const int at = m_view->currentIndex().siblingAtColumn(0).row();
    m_tree.show(trace, names);
    expand();
    if (at < 0)
        m_view->scrollToTop();
}

void BidsPanel::setJson(const QString& document)
{
    m_json->setPlainText(document);
}

void BidsPanel::expand()
{
    m_isExpanding = true;
    const auto open = [this](auto&& self, const QModelIndex& parent) -> void {
        for (int row = 0; row < m_tree.rowCount(parent); ++row) {
            const QModelIndex index = m_tree.index(row, 0, parent);
            if (m_open.contains(branchOf(index)) && m_tree.hasChildren(index)) {
                m_view->expand(index);
                spanWideRows(index);
                self(self, index);
            }
        }
    };
    open(open, {});
    m_isExpanding = false;
}

void BidsPanel::spanWideRows(const QModelIndex& parent)
{
    for (int row = 0; row < m_tree.rowCount(parent); ++row)
        if (m_tree.index(row, 0, parent).data(BidTree::kWideRole).toBool())
            m_view->setFirstColumnSpanned(row, parent, true);
}

void BidsPanel::setCurrentSeat(Handle seat)
{
    const QModelIndex index = m_tree.seatIndex(seat);
    if (!index.isValid() || index == m_view->currentIndex().siblingAtColumn(0))
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void BidsPanel::takeFocus()
{
    m_stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void BidsPanel::setSwitchable(bool switchable)
{
    m_switch->setVisible(switchable);
    if (!switchable)
        showJson(false);
}

bool BidsPanel::showsJson() const
{
    return m_stack->currentWidget() == m_json;
}

void BidsPanel::showJson(bool json)
{
    if (json == showsJson())
        return;
    m_stack->setCurrentWidget(json ? static_cast<QWidget*>(m_json) : m_view);
    retranslate();
    Q_EMIT jsonShown(json);
}

} // namespace gavel::auctions
