// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/list_panel.h"

#include "ui/market/timing_delegate.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QPainter>
#include <QScrollBar>

namespace gavel::auctions {

using namespace widgets;

namespace {

constexpr int kStripHeight = 24;
constexpr int kCampaignWidth = 1198; ///< all columns with those of a campaign
const QList<int> kWidths{114, 88, 124, 100, 52, 44, 60, 98, 66, 88, 0, 150, 108, 52};

/// The strip at the foot of the list.
class Strip final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), color(Token::Bg3));
    }
};

} // namespace

ListPanel::ListPanel(AuctionList& list, const Names& names, QWidget* parent)
    : QWidget(parent)
    , m_list(list)
    , m_names(names)
    , m_table(new DataTable(QString()))
    , m_error(new PanelNotice(PanelNotice::Place::Strip))
    , m_empty(new PanelNotice(PanelNotice::Place::Centre))
    , m_strip(new Strip)
    , m_holds(new ElidedLabel(TextRole::Body, Token::T1))
    , m_waiting(new ElidedLabel(TextRole::Body, Token::T2))
    , m_follow(new Button(QString(), Button::Kind::Link))
    , m_traced(new ElidedLabel(TextRole::Body, Token::T3))
{
    build();
    m_table->setModel(&m_list);
    m_table->setWidths(kWidths);
    m_table->setItemDelegateForColumn(static_cast<int>(Column::Timing),
                                      new TimingDelegate(m_table));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ListPanel::rowChosen);
    connect(m_table, &DataTable::opened, this, &ListPanel::opened);
    connect(m_table, &DataTable::openedBeside, this, [this](const QModelIndex& index) {
        if (const model::AuctionRow* row = m_list.rowAt(index.row()))
            Q_EMIT openedBeside(row->id);
    });
    connect(m_table, &DataTable::menuRequested, this, &ListPanel::menuRequested);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &ListPanel::scrolled);
    connect(m_follow, &QPushButton::clicked, this, &ListPanel::follow);
    connect(&m_list, &AuctionList::counted, this, &ListPanel::showCounts);
    connect(&m_list, &QAbstractItemModel::dataChanged, this, [this] {
        // A row that was chosen before its page had come.
        if (m_table->currentIndex().isValid() && m_list.isHolding())
            rowChosen();
    });
    connect(&m_list, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_isResetting = true; });
    connect(&m_list, &QAbstractItemModel::modelReset, this, [this] {
        m_isResetting = false;
        m_chosen = 0;
        showColumns();
    });
    showColumns();
}

void ListPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_error->setTint(Token::BadBg);
    m_error->hide();
    m_empty->hide();
    column->addWidget(m_error);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_strip->setFixedHeight(kStripHeight);
    auto* row = new QHBoxLayout(m_strip);
    row->setContentsMargins(space::kCell, 0, space::kCell, 0);
    row->setSpacing(space::kCell);
    for (ElidedLabel* label : {m_holds, m_waiting})
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row->addWidget(m_holds);
    row->addWidget(m_waiting);
    row->addWidget(m_follow);
    m_traced->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_traced, 1);
    column->addWidget(m_strip);
    setMinimumHeight(heightOfRows(3));
}

void ListPanel::retranslate()
{
    m_table->setAccessibleName(tr("Auctions"));
    m_follow->setText(tr("Follow again"));
    m_follow->updateGeometry();
    m_list.retranslate();
    showCounts();
}

void ListPanel::resetColumns()
{
    m_table->setWidths(kWidths);
}

void ListPanel::select(int row)
{
    if (row < 0 || row >= m_list.rowCount())
        return;
    m_list.hold();
    m_table->setCurrentIndex(m_list.index(row, 0));
    m_table->scrollTo(m_list.index(row, 0));
}

int ListPanel::heightOfRows(int rows) const
{
    return m_table->heightOfRows(rows) + kStripHeight + 2;
}

int ListPanel::topRow() const
{
    return m_table->verticalScrollBar()->value();
}

void ListPanel::setTopRow(int row)
{
    m_table->verticalScrollBar()->setValue(row);
}

void ListPanel::step(int rows)
{
    const int count = m_list.rowCount();
    if (count == 0)
        return;
    const int now = hasSelection() ? m_table->currentIndex().row() + rows : 0;
    select(std::clamp(now, 0, count - 1));
}

void ListPanel::follow()
{
    clearSelection();
    m_table->scrollToTop();
    m_list.follow();
}

void ListPanel::clearSelection()
{
    m_chosen = 0;
    const QSignalBlocker quiet(m_table->selectionModel());
    m_table->selectionModel()->clear();
    m_table->viewport()->update();
}

bool ListPanel::hasSelection() const
{
    return m_table->selectionModel()->hasSelection();
}

void ListPanel::rowChosen()
{
    const QModelIndex current = m_table->currentIndex();
    if (m_isResetting || !current.isValid())
        return;
    m_list.hold();
    const model::AuctionRow* row = m_list.rowAt(current.row());
    if (!row || row->id == m_chosen)
        return;
    m_chosen = row->id;
    Q_EMIT selected(*row);
}

void ListPanel::scrolled()
{
    if (!m_isResetting && m_table->verticalScrollBar()->value() > 0)
        m_list.hold();
}

void ListPanel::showColumns()
{
    const bool campaign = m_list.campaign() != base::kNone;
    m_table->setColumnHidden(static_cast<int>(Column::CampaignBid), !campaign);
    m_table->setColumnHidden(static_cast<int>(Column::WhyLost), !campaign);
    // Where two more columns do not fit, what the microscope shows as well gives way.
    const bool tight = campaign && width() < kCampaignWidth;
    m_table->setColumnHidden(static_cast<int>(Column::Timing), tight);
    m_table->setColumnHidden(static_cast<int>(Column::Placement), tight);
    m_table->setWidths(QList<int>(m_table->widths()));
}

/// What stands in place of rows: why there are none, and what to do about it.
void ListPanel::showEmpty()
{
    const bool areGone = m_list.isHolding() && m_list.total() == 0 && m_list.waiting() > 0;
    if (areGone)
        m_empty->show(Mark::None, tr("These auctions are gone: the newest 1,000,000 are kept."),
                      tr("Follow again"), [this] { follow(); });
    else if (m_list.filter().isEmpty())
        m_empty->show(Mark::None, tr("No auction has been held yet."), {}, {});
    else
        m_empty->show(Mark::None,
                      tr("0 of %1 shown. The filter hides all of them.")
                          .arg(numbers::count(static_cast<std::int64_t>(m_list.total()))),
                      tr("Clear filters"), [this] { Q_EMIT clearFilterAsked(); });
}

void ListPanel::showCounts()
{
    const bool holds = m_list.isHolding();
    if (!holds)
        m_heldAt = 0;
    else if (m_heldAt == 0)
        if (const model::AuctionRow* newest = m_list.rowAt(0))
            m_heldAt = newest->at.value;
    m_holds->setText(holds ? tr("List holds at %1 while you read.")
                                 .arg(numbers::time(m_heldAt, m_names.utcOffset()))
                           : tr("The list follows the newest auctions."));
    m_waiting->setText(
        holds ? tr("%Ln newer auction(s) wait.", nullptr, static_cast<int>(m_list.waiting()))
              : QString());
    m_waiting->setVisible(holds);
    m_follow->setVisible(holds);
    m_traced->setText((m_list.filter().isEmpty()
                           ? tr("Full story kept: one in %1.")
                           : tr("Full story kept: one in %1, and from now on every match."))
                          .arg(numbers::count(m_traceEvery)));
    m_traced->setVisible(m_traceEvery > 0);
    const bool empty = m_list.isLoaded() && m_list.rowCount() == 0;
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
    if (empty)
        showEmpty();
}

void ListPanel::setTraceEvery(std::uint32_t every)
{
    if (every == m_traceEvery)
        return;
    m_traceEvery = every;
    showCounts();
}

void ListPanel::setError(const QString& sentence)
{
    m_error->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        m_error->show(Mark::Bad, sentence, QString(), {});
}

void ListPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showColumns();
}

void ListPanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setPen(color(Token::Line1));
    painter.setBrush(color(Token::Bg2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
}

} // namespace gavel::auctions
