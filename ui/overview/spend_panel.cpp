// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/spend_panel.h"

namespace gavel::overview {

using namespace widgets;

namespace {

/// A narrower panel shows names whole, and no seats.
constexpr int kSeatWidth = 480;
constexpr int kSeatColumn = 1;

} // namespace

SpendPanel::SpendPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows(spendKey)
    , m_table(new DataTable(QString()))
{
    m_rows.setColumns(spendColumns());
    m_table->setModel(&m_rows);
    m_table->setWidths({0, 78, 76, 60, 60, 66});
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBody(m_table);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex& index) {
        const SpendRow* row = m_rows.rowAt(index);
        if (row && !row->id.isEmpty())
            Q_EMIT opened(row->id);
    });
    connect(m_table, &DataTable::openedBeside, this, [this](const QModelIndex& index) {
        const SpendRow* row = m_rows.rowAt(index);
        if (row && !row->id.isEmpty())
            Q_EMIT openedBeside(row->id);
    });
    retranslate();
}

void SpendPanel::retranslate()
{
    setTitle(tr("Spend against plan"));
    m_table->setAccessibleName(tr("Spend against plan"));
    m_rows.setColumns(spendColumns());
    fill();
}

void SpendPanel::setSnapshot(const std::shared_ptr<const runtime::Snapshot>& snapshot)
{
    m_snapshot = snapshot;
    setCaption(tr("today, %1; the line marks the plan by now")
                   .arg(QString::fromUtf8(snapshot->currency.code, 3)));
    fill();
    touch();
}

void SpendPanel::fill()
{
    if (!m_snapshot)
        return;
    if (m_snapshot->campaigns.empty()) {
        setEmpty(tr("This market has no campaigns."));
        return;
    }
    clearEmpty();
    const int room = height() - headerHeight() - space::kTableHeader - 2;
    m_rows.update(spendRows(*m_snapshot, std::max(3, room / Theme::current().rowPixels())));
}

void SpendPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    m_table->setColumnHidden(kSeatColumn, width() < kSeatWidth);
    m_table->setWidths(QList<int>(m_table->widths()));
    fill();
}

} // namespace gavel::overview
