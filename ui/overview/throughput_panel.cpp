// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/throughput_panel.h"

#include "ui/widgets/numbers.h"

#include <QStackedWidget>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr int kBidsSeries = 1;
constexpr int kAuctionsSeries = 0;
constexpr int kWinsSeries = 2;

QString rateText(double value)
{
    return value < 10 ? numbers::decimal(value, 1) : numbers::big(value);
}

ChartLine lineOf(const QString& name, const std::vector<double>& values, int series)
{
    ChartLine line;
    line.name = name;
    line.values = values;
    line.series = series;
    return line;
}

} // namespace

ThroughputPanel::ThroughputPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_stack(new QStackedWidget)
    , m_chart(new LineChart(QString()))
    , m_table(new ChartTable(QString()))
    , m_switch(addLink(QString()))
{
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    setBody(m_stack, 0);
    m_chart->setFormat(rateText);
    connect(m_switch, &QPushButton::clicked, this, [this] { showTable(!showsTable()); });
    retranslate();
}

void ThroughputPanel::retranslate()
{
    setTitle(tr("Market throughput"));
    m_chart->setAccessibleName(tr("Market throughput"));
    m_table->setAccessibleName(tr("Market throughput"));
    m_switch->setText(showsTable() ? tr("Chart", "show the chart") : tr("Table", "show the table"));
    m_switch->updateGeometry();
}

bool ThroughputPanel::showsTable() const
{
    return m_stack->currentWidget() == m_table;
}

void ThroughputPanel::showTable(bool table)
{
    m_stack->setCurrentWidget(table ? static_cast<QWidget*>(m_table) : m_chart);
    retranslate();
}

void ThroughputPanel::setValues(const runtime::Snapshot& snapshot, const History& history)
{
    const int offset = snapshot.utcOffsetMinutes;
    setCaption(
        tr("per second of market time, as of %1").arg(numbers::time(history.window.to, offset)));
    std::vector<ChartLine> lines{
        lineOf(tr("Bids", "chart line"), history.bids, kBidsSeries),
        lineOf(tr("Auctions", "chart line"), history.auctions, kAuctionsSeries),
        lineOf(tr("Wins", "chart line"), history.wins, kWinsSeries)};
    lines.front().area = true;
    m_table->lines().setLines(history.window.from, history.window.to, offset, lines, rateText);
    m_chart->setUtcOffset(offset);
    m_chart->setRange(history.window.from, history.window.to);
    m_chart->setLines(std::move(lines));
    touch();
}

} // namespace gavel::overview
