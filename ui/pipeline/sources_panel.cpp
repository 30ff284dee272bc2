// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/sources_panel.h"

#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QItemSelectionModel>
#include <QMenu>

#include <cmath>

namespace gavel::pipeline_page {

using namespace widgets;
using runtime::Completeness;
using runtime::Freshness;
using runtime::SourceView;

namespace {

constexpr double kIncomplete = 0.995; ///< below it the share is told as a warning

QString rateOf(double perSecond)
{
    return std::isfinite(perSecond) && perSecond < 9.95 && perSecond > 0
        ? numbers::decimal(perSecond, 1)
        : numbers::big(perSecond);
}

QString completeText(const Completeness& counts)
{
    const auto share = words::completeShare(counts);
    return share ? numbers::percent(*share, 2) : numbers::missing();
}

} // namespace

SourcesPanel::SourcesPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows([](const Row& row) {
        return row.summed > 0 ? QStringLiteral("\n") : words::of(row.source.name);
    })
    , m_table(new DataTable(QString()))
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({0, 84, 74, 50, 62, 70});
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBody(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_filling)
            Q_EMIT selectedChanged();
    });
    connect(m_table, &DataTable::opened, this, [this] {
        if (const SourceView* source = selected())
            Q_EMIT lettersWanted(words::of(source->name));
    });
    connect(m_table, &DataTable::menuRequested, this, &SourcesPanel::showMenu);
    retranslate();
}

SourcesPanel::Column SourcesPanel::nameColumn()
{
    Column name = textColumn<Row>(tr("Source"), [](const Row& row) {
        return row.summed > 0 ? tr("%n source(s)", nullptr, static_cast<int>(row.summed))
                              : words::of(row.source.name);
    });
    name.value = [show = std::move(name.value)](const Row& row, int role) -> QVariant {
        return role == Qt::FontRole ? QVariant(widgets::font(TextRole::BodyBold)) : show(row, role);
    };
    return name;
}

SourcesPanel::Column SourcesPanel::collectorColumn()
{
    return textColumn<Row>(tr("Collector"), [](const Row& row) {
        const QString how = words::collector(row.source.collector);
        return row.summed > 0          ? QString()
            : row.source.progress >= 0 ? tr("%1, %2", "collector, how far it is")
                                             .arg(how, numbers::percent(row.source.progress, 0))
                                       : how;
    });
}

SourcesPanel::Column SourcesPanel::freshnessColumn()
{
    Column fresh = textColumn<Row>(tr("Freshness"), [](const Row& row) {
        return row.summed > 0     ? QString()
            : row.source.isPaused ? tr("paused")
                                  : words::freshness(row.source.freshness);
    });
    fresh.value = [show = std::move(fresh.value)](const Row& row, int role) -> QVariant {
        if (role != MarkRole || row.summed > 0)
            return show(row, role);
        return static_cast<int>(row.source.isPaused ? Mark::Paused
                                                    : words::freshnessMark(row.source.freshness));
    };
    return fresh;
}

SourcesPanel::Column SourcesPanel::completeColumn()
{
    Column complete = textColumn<Row>(
        tr("Complete"), [](const Row& row) { return completeText(row.source.counts); }, true);
    complete.value = [show = std::move(complete.value)](const Row& row, int role) -> QVariant {
        const auto share = words::completeShare(row.source.counts);
        return role == ToneRole && share && *share < kIncomplete
            ? QVariant(static_cast<int>(Token::Warn))
            : show(row, role);
    };
    complete.toolTip = tr("Stored or known already, of what was received.");
    return complete;
}

void SourcesPanel::setColumns()
{
    Column last = textColumn<Row>(
        tr("Last"),
        [this](const Row& row) {
            return row.summed > 0 ? QString() : words::ago(row.source.lastAt, m_now);
        },
        true);
    Column rate = textColumn<Row>(
        tr("Events/s"), [](const Row& row) { return rateOf(row.perSecond); }, true);
    std::vector<Column> columns{nameColumn(),    collectorColumn(), freshnessColumn(),
                                std::move(last), std::move(rate),   completeColumn()};
    for (Column& column : columns)
        column.value = [show = std::move(column.value)](const Row& row, int role) -> QVariant {
            if (role == RowKindRole && row.summed > 0)
                return static_cast<int>(RowKind::Total);
            return role == Qt::ToolTipRole && row.summed == 0 ? QVariant(tipOf(row))
                                                              : show(row, role);
        };
    m_rows.setColumns(std::move(columns));
}

QString SourcesPanel::tipOf(const Row& row)
{
    const SourceView& source = row.source;
    QStringList lines{
        tr("%1 received = %2 stored + %3 duplicate + %4 dead + %5 refused")
            .arg(words::count(source.counts.received), words::count(source.counts.stored),
                 words::count(source.counts.duplicate), words::count(source.counts.dead),
                 words::count(source.counts.refused))};
    const runtime::Completeness& minute = source.lastMinute;
    if (minute.received > 0 || minute.missing() != 0)
        lines << tr("in the last full minute %1 = %2 + %3 + %4 + %5")
                     .arg(words::count(minute.received), words::count(minute.stored),
                          words::count(minute.duplicate), words::count(minute.dead),
                          words::count(minute.refused));
    if (!source.checkpoint.empty())
        lines << tr("Read to %1").arg(words::of(source.checkpoint));
    if (!source.headers.empty()) {
        QStringList names;
        for (const std::string& name : source.headers)
            names << words::of(name);
        lines << tr("Sends %1; the values are not shown.").arg(names.join(QStringLiteral(", ")));
    }
    if (!source.error.empty())
        lines << words::of(source.error);
    return lines.join(u'\n');
}

SourcesPanel::Row SourcesPanel::sumOf(const std::vector<Row>& rows)
{
    Row sum;
    sum.summed = rows.size();
    for (const Row& row : rows) {
        sum.source.counts += row.source.counts;
        sum.perSecond += std::isfinite(row.perSecond) ? row.perSecond : 0;
    }
    return sum;
}

void SourcesPanel::setSources(const std::vector<SourceView>& sources, const FlowRates& rates,
                              TimeMs now)
{
    m_now = now;
    stopLoading();
    clearEmpty();
    showCaption(sources);
    std::vector<Row> rows;
    rows.reserve(sources.size() + 1);
    for (const SourceView& source : sources)
        rows.push_back({source, rates.source(source.name), 0});
    if (rows.size() > 1)
        rows.push_back(sumOf(rows));
    m_filling = true;
    m_rows.update(std::move(rows));
    m_filling = false;
    if (sources.empty())
        setEmpty(tr("No source is connected."), tr("Feed a file…"),
                 [this] { Q_EMIT feedWanted(); });
    touch();
}

/// What is not fresh, counted.
void SourcesPanel::showCaption(const std::vector<SourceView>& sources)
{
    std::array<int, runtime::kFreshnessNames.size()> counts{};
    for (const SourceView& source : sources)
        ++counts[static_cast<std::size_t>(source.freshness)];
    QStringList parts;
    for (const Freshness each : {Freshness::Failed, Freshness::Stale, Freshness::Behind})
        if (const int count = counts[static_cast<std::size_t>(each)]; count > 0)
            parts << tr("%1 %2", "number, freshness").arg(count).arg(words::freshness(each));
    setCaption(parts.isEmpty() && !sources.empty() ? tr("none is late")
                                                   : parts.join(QStringLiteral(", ")));
}

void SourcesPanel::showMenu(const QModelIndex& index, const QPoint& place)
{
    m_table->setCurrentIndex(index);
    const SourceView* source = selected();
    if (source == nullptr)
        return;
    const QString name = words::of(source->name);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Its dead letters"), this, [this, name] { Q_EMIT lettersWanted(name); });
    if (source->mayPause) {
        const bool pause = !source->isPaused;
        menu->addAction(pause ? tr("Pause") : tr("Resume"), this,
                        [this, name, pause] { Q_EMIT pauseWanted(name, pause); });
        menu->addAction(tr("Remove"), this, [this, name] { Q_EMIT removeWanted(name); });
    }
    menu->popup(place);
}

const SourceView* SourcesPanel::selected() const
{
    const Row* row = m_rows.rowAt(m_table->currentIndex());
    return row == nullptr || row->summed > 0 ? nullptr : &row->source;
}

void SourcesPanel::retranslate()
{
    setTitle(tr("Sources"));
    m_table->setAccessibleName(tr("Sources"));
    setColumns();
}

} // namespace gavel::pipeline_page
