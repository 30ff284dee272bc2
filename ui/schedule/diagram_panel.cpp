// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/diagram_panel.h"

#include "ui/schedule/state_diagram.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

namespace gavel::schedule {

using namespace widgets;

QString roundName(const runtime::RoundView& round, int utcOffset)
{
    return round.byHand ? QCoreApplication::translate("SchedulePage", "By hand %1")
                              .arg(numbers::time(round.at.value, utcOffset))
                        : QCoreApplication::translate("SchedulePage", "Round %1")
                              .arg(numbers::timeShort(round.at.value, utcOffset));
}

DiagramPanel::DiagramPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_diagram(new StateDiagram)
    , m_legend(new ElidedLabel(TextRole::Caption, Token::T2))
{
    addHeaderWidget(m_legend);
    setBody(m_diagram);
    retranslate();
}

void DiagramPanel::retranslate()
{
    setTitle(tr("Round"));
    m_legend->setText(tr("double frame = end   dashed = by hand   blue = the selected task"));
    m_diagram->setAccessibleName(tr("States of the tasks"));
    m_diagram->update();
}

void DiagramPanel::setRound(const runtime::RoundView& round, std::int64_t now, int utcOffset)
{
    clearEmpty();
    setTitle(roundName(round, utcOffset));
    const QString tasks = tr("%n task(s)", nullptr, static_cast<int>(round.tasks));
    if (round.endedAt == TimeMs{} && round.tasks > 0)
        setCaption(
            tr("%1, started %2 ago", "tasks, how long")
                .arg(tasks,
                     numbers::duration(std::max<std::int64_t>(now - round.startedAt.value, 0))));
    else
        setCaption(tr("%1, done in %2 ms", "tasks, of the machine's time")
                       .arg(tasks, numbers::decimal(round.wallMs, 1)));
    m_diagram->setCounts(round.states);
    touch();
}

void DiagramPanel::setTask(const runtime::TaskDetail* task)
{
    std::vector<model::TaskState> path;
    if (task)
        for (const runtime::TaskSpan& span : task->spans)
            path.push_back(span.state);
    m_diagram->setTaskPath(path);
}

} // namespace gavel::schedule
