// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of the explorer's rows, as a chart or as its table.
#include "ui/overview/explore/explore_panel.h"
#include "ui/overview/explore/explore_words.h"

#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr std::size_t kFirstLines = 4;
constexpr std::size_t kMostLines = 7; // and the time before of the selected one

std::vector<double> plottedOf(const runtime::MetricRow::Values& steps)
{
    std::vector<double> values;
    for (const auto& step : steps)
        values.push_back(ExploreWords::plotted(step));
    if (values.size() == 1)
        values.push_back(values.front()); // a line of one step is level
    return values;
}

} // namespace

/// Those that were given a line, else the first.
std::vector<QString> ExplorePanel::charted() const
{
    std::vector<QString> keys;
    for (const runtime::MetricRow& row : m_answer->rows) {
        const QString key = QString::fromStdString(row.key);
        if (m_lines.isEmpty() ? keys.size() < kFirstLines : m_lines.contains(key))
            keys.push_back(key);
    }
    keys.resize(std::min(keys.size(), kMostLines));
    return keys;
}

void ExplorePanel::showLines()
{
    if (!m_answer)
        return;
    const ExploreRow* current = m_rows.rowAt(m_table->currentIndex());
    std::vector<ChartLine> lines;
    for (int i = 0; i < m_rows.rowCount(); ++i) {
        const ExploreRow& row = m_rows.row(i);
        if (row.series < 0)
            continue;
        ChartLine line;
        line.name = row.name;
        line.values = plottedOf(row.counted.steps);
        line.series = row.series;
        line.selected = &row == current;
        if (line.selected && !row.counted.stepsBefore.empty()) {
            ChartLine before = line;
            before.name = tr("%1, before", "name").arg(row.name);
            before.values = plottedOf(row.counted.stepsBefore);
            before.style = Qt::DashLine;
            before.selected = false;
            lines.push_back(before);
        }
        lines.push_back(std::move(line));
    }
    const qint64 from = m_answer->from.value;
    const qint64 to
        = std::max<qint64>(m_answer->to.value - m_answer->stepMs, from + m_answer->stepMs);
    const auto format = ExploreWords::format(m_choice.measure);
    m_chartTable->lines().setLines(from, to, m_moment.utcOffset, lines, format);
    m_chart->setFormat(format);
    m_chart->setUtcOffset(m_moment.utcOffset);
    m_chart->setRange(from, to);
    m_chart->setEndLabels(false);
    m_chart->setLines(std::move(lines));
}

bool ExplorePanel::showsTable() const
{
    return m_stack->currentWidget() == m_chartTable;
}

void ExplorePanel::showTable(bool table)
{
    m_stack->setCurrentWidget(table ? static_cast<QWidget*>(m_chartTable) : m_chart);
    m_switch->setText(table ? tr("Chart", "show the chart") : tr("Table", "show the table"));
    m_switch->updateGeometry();
}

bool ExplorePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        toggleLine();
        return true;
    }
    return Panel::eventFilter(watched, event);
}

void ExplorePanel::toggleLine()
{
    const ExploreRow* row = m_rows.rowAt(m_table->currentIndex());
    if (row == nullptr)
        return;
    if (m_lines.isEmpty())
        for (const QString& key : charted())
            m_lines << key;
    if (m_lines.removeAll(row->key) == 0 && m_lines.size() < static_cast<int>(kMostLines))
        m_lines << row->key;
    showRows();
}

} // namespace gavel::overview
