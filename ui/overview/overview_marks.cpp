// SPDX-License-Identifier: GPL-3.0-or-later
// What a person marks, changes and takes away on the charts of the page.
#include "ui/bridge/error_words.h"
#include "ui/overview/explore/explore_panel.h"
#include "ui/overview/latency_panel.h"
#include "ui/overview/log_panel.h"
#include "ui/overview/marks/mark_dialog.h"
#include "ui/overview/marks/mark_step.h"
#include "ui/overview/marks/mark_words.h"
#include "ui/overview/overview_page.h"
#include "ui/overview/throughput_panel.h"

namespace gavel::overview {

using namespace widgets;
using health::Annotation;

namespace {

/// A click this near to a mark, as a part of the window, means the mark.
constexpr qint64 kReachParts = 100;

} // namespace

void OverviewPage::showMarks()
{
    const TimeWindow shown = m_range.window(run().from, run().to);
    const std::vector<ChartMoment> moments = chartMoments(*m_snapshot, shown);
    m_throughput->chart().setMoments(moments);
    m_latency->chart().setMoments(moments);
    LineChart& explorer = m_explore->chart();
    explorer.setMoments(chartMoments(*m_snapshot, {explorer.from(), explorer.to()}));
}

/// A click on a mark selects it in the log; anywhere else it holds the cursor there.
void OverviewPage::clickMoment(qint64 at)
{
    const TimeWindow shown = m_range.window(run().from, run().to);
    const auto mark = markNear(*m_snapshot, at, shown.length() / kReachParts);
    m_held = mark ? mark->at.value : at;
    if (mark)
        m_log->selectMark(mark->id);
    showCursor(m_held);
    navigator().pageChanged();
}

bridge::CommandState OverviewPage::markState(const QString& id) const
{
    const bool runs = m_snapshot && m_snapshot->mode != runtime::MarketMode::Stopped;
    if (id == u"row.mark")
        return {runs && !m_isMarking, tr("No market runs."), {}, tr("Annotate…")};
    if (id == u"edit.undo")
        return {m_steps.canUndo() && !m_isMarking,
                tr("There is nothing to undo."),
                {},
                m_steps.canUndo() ? tr("Undo: %1").arg(m_steps.undoText()) : QString()};
    if (id == u"edit.redo")
        return {m_steps.canRedo() && !m_isMarking,
                tr("There is nothing to redo."),
                {},
                m_steps.canRedo() ? tr("Redo: %1").arg(m_steps.redoText()) : QString()};
    const auto mark = runs ? markById(*m_snapshot, m_log->selectedMark()) : std::nullopt;
    return {mark && isOwn(*mark) && !m_isMarking,
            mark ? tr("The program wrote this one.")
                 : tr("Select an annotation in the event log first."),
            {},
            {}};
}

void OverviewPage::runMark(const QString& id)
{
    if (id == u"edit.undo")
        return m_steps.undo();
    if (id == u"edit.redo")
        return m_steps.redo();
    if (id == u"row.mark") {
        Annotation fresh;
        fresh.at = {m_cursor.value_or(m_snapshot->now.value)};
        return writeMark(fresh);
    }
    const auto mark = markById(*m_snapshot, m_log->selectedMark());
    if (!mark || !isOwn(*mark))
        return;
    if (id == u"mark.edit")
        writeMark(*mark);
    else
        makeMark(mark, {}, tr("remove annotation \"%1\"").arg(markWords(*mark)));
}

void OverviewPage::writeMark(const Annotation& annotation)
{
    auto* dialog = new MarkDialog(annotation, m_snapshot->utcOffsetMinutes, this);
    connect(dialog, &MarkDialog::written, this, [this, annotation](const Annotation& wanted) {
        if (annotation.id == 0)
            makeMark({}, wanted, tr("annotation \"%1\"").arg(markWords(wanted)));
        else
            makeMark(annotation, wanted, tr("change annotation \"%1\"").arg(markWords(annotation)));
    });
    dialog->open();
}

void OverviewPage::makeMark(const MarkState& from, const MarkState& to, const QString& words)
{
    carryOutMark(from, to, [this, from, to, words](const Annotation& made) {
        const MarkState before = to ? from : MarkState(made);
        const MarkState after = to ? MarkState(made) : to;
        m_steps.push(new MarkStep(words, before, after,
                                  [this](const MarkState& was, const MarkState& wanted) {
                                      carryOutMark(was, wanted, {});
                                  }));
        navigator().say(to ? tr("The moment is marked.") : tr("The annotation is removed."));
    });
}

/// One at a time, so that they are done in the order in which they are wanted.
void OverviewPage::carryOutMark(const MarkState& from, const MarkState& to,
                                const std::function<void(const Annotation&)>& then)
{
    m_isMarking = true;
    client().ask(
        this,
        [from, to](runtime::Engine& engine) {
            return to ? engine.annotations().keep(*to) : engine.annotations().remove(from->id);
        },
        [this, then](const Result<Annotation>& made) {
            m_isMarking = false;
            if (!made)
                navigator().say(bridge::wordsOf(made.error()));
            else if (then)
                then(*made);
            navigator().pageChanged();
        });
}

} // namespace gavel::overview
