// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/score_chart.h"

#include "ui/widgets/numbers.h"

#include <QStackedWidget>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace gavel::training {

using namespace widgets;

namespace {

constexpr std::size_t kMostLines = 8;

/// A total stands until it is measured anew.
void hold(std::vector<double>& values)
{
    double last = std::numeric_limits<double>::quiet_NaN();
    for (double& value : values) {
        if (std::isfinite(value))
            last = value;
        else
            value = last;
    }
}

/// Places of the seats to show: the selected one and the best.
std::vector<std::size_t> shownSeats(const runtime::Snapshot& snapshot, const QString& selected)
{
    std::vector<std::size_t> order(snapshot.seats.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::string id = selected.toStdString();
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const runtime::SeatView& left = snapshot.seats[a];
        const runtime::SeatView& right = snapshot.seats[b];
        if ((left.id == id) != (right.id == id))
            return left.id == id;
        return left.value - left.spend > right.value - right.spend;
    });
    order.resize(std::min(order.size(), kMostLines));
    return order;
}

} // namespace

std::vector<std::string> scoreSeries(const runtime::Snapshot& snapshot)
{
    std::vector<std::string> names;
    for (const runtime::SeatView& seat : snapshot.seats)
        names.push_back("seat." + seat.id + ".score");
    return names;
}

ScoreChart::ScoreChart(QWidget* parent)
    : Panel(QString(), parent)
    , m_stack(new QStackedWidget)
    , m_chart(new LineChart(QString()))
    , m_table(new ChartTable(QString()))
{
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    setBody(m_stack);
    m_chart->setFormat([](double value) { return numbers::compact(value); });
    m_chart->setFromZero(true);
    connect(this, &Panel::staleChanged, m_chart, &LineChart::setStale);
    retranslate();
}

void ScoreChart::retranslate()
{
    setTitle(tr("Score by seat"));
    m_chart->setAccessibleName(tr("Score by seat"));
    m_table->setAccessibleName(tr("Score by seat"));
}

bool ScoreChart::showsTable() const
{
    return m_stack->currentWidget() == m_table;
}

void ScoreChart::showTable(bool table)
{
    m_stack->setCurrentWidget(table ? static_cast<QWidget*>(m_table) : m_chart);
}

void ScoreChart::select(const QString& seat)
{
    m_selected = seat;
}

void ScoreChart::setSeries(const runtime::Snapshot& snapshot, qint64 from, qint64 to,
                           std::vector<runtime::Series> series)
{
    setCaption(tr("%1, since the start").arg(QString::fromUtf8(snapshot.currency.code, 3)));
    const std::string selected = m_selected.toStdString();
    std::vector<ChartLine> lines;
    for (const std::size_t seat : shownSeats(snapshot, m_selected)) {
        if (seat >= series.size())
            continue;
        hold(series[seat].values);
        ChartLine line;
        line.name = QString::fromStdString(snapshot.seats[seat].name);
        line.values = std::move(series[seat].values);
        line.series = static_cast<int>(seat);
        line.selected = snapshot.seats[seat].id == selected;
        lines.push_back(std::move(line));
    }
    // The selected line is painted last, over the others.
    std::stable_partition(lines.begin(), lines.end(),
                          [](const ChartLine& line) { return !line.selected; });
    const int offset = snapshot.utcOffsetMinutes;
    m_table->lines().setLines(from, to, offset, lines,
                              [](double value) { return numbers::decimal(value, 0); });
    m_chart->setUtcOffset(offset);
    m_chart->setRange(from, to);
    m_chart->setLines(std::move(lines));
    touch();
}

} // namespace gavel::training
