// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a trace.
#include "ui/pipeline/dialogs/trace_dialog.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

namespace gavel::pipeline_page {

using namespace widgets;
namespace numbers = widgets::numbers;

void TraceDialog::setColumns()
{
    m_sourceRows.setColumns(
        {textColumn<Source>(tr("Source"), [](const Source& s) { return words::of(s.name); }),
         textColumn<Source>(
             tr("Events"), [](const Source& s) { return words::count(s.events); }, true)});
    m_sources->setModel(&m_sourceRows);
    m_sources->setWidths({0, 80});
    RowColumn<Batch> batch
        = textColumn<Batch>(tr("Batch"), [](const Batch& b) { return words::batch(b.id); });
    batch.value = [show = std::move(batch.value)](const Batch& b, int role) -> QVariant {
        return role == Qt::ToolTipRole
            ? QVariant(tr("%1, Enter shows the numbers it touched.").arg(words::of(b.origin)))
            : show(b, role);
    };
    m_batchRows.setColumns(
        {std::move(batch),
         textColumn<Batch>(tr("Source"), [](const Batch& b) { return words::of(b.source); }),
         textColumn<Batch>(
             tr("Stored"), [](const Batch& b) { return words::count(b.counts.stored); }, true),
         textColumn<Batch>(
             tr("Rules"), [](const Batch& b) { return QStringLiteral("v%1").arg(b.rules); },
             true)});
    m_batches->setModel(&m_batchRows);
    m_batches->setWidths({74, 0, 70, 50});
    RowColumn<Event> kind
        = textColumn<Event>(tr("Kind"), [](const Event& e) { return words::of(e.kind); });
    kind.value = [show = std::move(kind.value)](const Event& event, int role) -> QVariant {
        if (role == MarkRole && event.quarantined)
            return static_cast<int>(Mark::Warn);
        return role == Qt::ToolTipRole && event.quarantined
            ? QVariant(tr("In quarantine, not billed."))
            : show(event, role);
    };
    RowColumn<Event> cause = textColumn<Event>(tr("Cause"), [](const Event& e) {
        return e.causes.empty() ? words::of(e.auction) : words::attribution(e.causes.front().how);
    });
    cause.value = [show = std::move(cause.value)](const Event& event, int role) -> QVariant {
        return role == Qt::ToolTipRole && !event.causes.empty()
            ? QVariant(tr("What caused it: Enter shows the whole way."))
            : show(event, role);
    };
    RowColumn<Event> line
        = textColumn<Event>(tr("Line"), [](const Event& e) { return words::of(e.original); });
    line.value = [show = std::move(line.value)](const Event& event, int role) -> QVariant {
        return role == Qt::FontRole ? QVariant(widgets::font(TextRole::Mono)) : show(event, role);
    };
    m_eventRows.setColumns(
        {textColumn<Event>(
             tr("Time"),
             [this](const Event& e) { return numbers::timeMillis(e.at.value, m_utcOffset); }),
         std::move(kind), std::move(cause),
         textColumn<Event>(tr("Source"), [](const Event& e) { return words::of(e.source); }),
         textColumn<Event>(
             tr("Position"), [](const Event& e) { return words::count(e.position); }, true),
         textColumn<Event>(tr("Batch"), [](const Event& e) { return words::batch(e.batch); }),
         std::move(line)});
    m_events->setModel(&m_eventRows);
    m_events->setWidths({88, 96, 96, 96, 70, 64, 0});
}

void TraceDialog::setNumberColumns()
{
    m_numberRows.setColumns(
        {textColumn<Number>(tr("Of what"), [](const Number& n) { return words::of(n.dimension); }),
         textColumn<Number>(tr("Id"), [](const Number& n) { return words::of(n.key); }),
         textColumn<Number>(tr("Measure"), [](const Number& n) { return words::of(n.measure); }),
         textColumn<Number>(
             tr("Hour"),
             [this](const Number& n) { return numbers::dateTime(n.from.value, m_utcOffset); }),
         textColumn<Number>(
             tr("Of this batch"), [](const Number& n) { return words::count(n.count); }, true)});
    m_numbers->setModel(&m_numberRows);
    m_numbers->setWidths({120, 0, 130, 150, 110});
}

} // namespace gavel::pipeline_page
