// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/system/sources_panel.h"

#include "ui/bridge/source_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QItemSelectionModel>

namespace gavel::system_page {

using namespace widgets;
using runtime::SourceView;

namespace {

constexpr std::array<Mark, runtime::kFreshnessNames.size()> kMarks{
    Mark::Good, Mark::Warn, Mark::Stale, Mark::Bad, Mark::Waiting, Mark::Paused};

QString nameOf(const SourceView& source)
{
    return QString::fromStdString(source.name);
}

} // namespace

SourcesPanel::SourcesPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows(nameOf)
    , m_table(new DataTable(QString()))
    , m_pause(new Button(QString()))
    , m_pipeline(addLink(QString()))
{
    m_pause->setDense(true);
    addHeaderWidget(m_pause);
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({200, 110, 110, 90, 90, 0});
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBody(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showButton();
        Q_EMIT selectedChanged();
    });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (const SourceView* source = selected())
            Q_EMIT pauseWanted(nameOf(*source), !source->isPaused);
    });
    connect(m_pipeline, &QPushButton::clicked, this, &SourcesPanel::pipelineWanted);
    retranslate();
}

void SourcesPanel::setColumns()
{
    Column fresh = textColumn<SourceView>(tr("Freshness"), [](const SourceView& source) {
        return source.isPaused ? tr("paused") : bridge::freshnessWord(source.freshness);
    });
    fresh.value = [show = std::move(fresh.value)](const SourceView& source, int role) -> QVariant {
        return role == MarkRole
            ? QVariant(static_cast<int>(source.isPaused
                                            ? Mark::Paused
                                            : kMarks[static_cast<std::size_t>(source.freshness)]))
            : show(source, role);
    };
    m_rows.setColumns(
        {textColumn<SourceView>(tr("Source"), nameOf),
         textColumn<SourceView>(
             tr("Collector"),
             [](const SourceView& source) { return bridge::collectorWord(source.collector); }),
         std::move(fresh),
         textColumn<SourceView>(
             tr("Last"),
             [this](const SourceView& source) {
                 return source.lastAt == TimeMs{}
                     ? numbers::missing()
                     : numbers::duration((m_now - source.lastAt) / 1000 * 1000);
             },
             true),
         textColumn<SourceView>(
             tr("Complete"),
             [](const SourceView& source) {
                 const auto share = bridge::completeShare(source.counts);
                 return share ? numbers::percent(*share, 2) : numbers::missing();
             },
             true),
         textColumn<SourceView>(tr("Read to, or why not"), [](const SourceView& source) {
             return QString::fromStdString(source.error.empty() ? source.checkpoint : source.error);
         })});
}

void SourcesPanel::retranslate()
{
    setTitle(tr("Sources"));
    m_pipeline->setText(tr("What becomes of the events"));
    m_table->setAccessibleName(tr("Sources"));
    setColumns();
    showButton();
}

void SourcesPanel::showButton()
{
    const SourceView* source = selected();
    m_pause->setVisible(source != nullptr && source->mayPause);
    m_pause->setText(source != nullptr && source->isPaused ? tr("Resume") : tr("Pause"));
}

void SourcesPanel::setSources(const std::vector<SourceView>& sources, TimeMs now)
{
    m_now = now;
    clearEmpty();
    m_rows.update(sources);
    if (sources.empty())
        setEmpty(tr("No source is connected."), tr("Open Pipeline"),
                 [this] { Q_EMIT pipelineWanted(); });
    else if (selected() == nullptr)
        m_table->setCurrentIndex(m_rows.index(0, 0));
    showButton();
    touch();
}

const SourceView* SourcesPanel::selected() const
{
    return m_rows.rowAt(m_table->currentIndex());
}

bool SourcesPanel::select(const std::string& name)
{
    const int row = m_rows.find(QString::fromStdString(name));
    if (row >= 0)
        m_table->setCurrentIndex(m_rows.index(row, 0));
    return row >= 0;
}

} // namespace gavel::system_page
