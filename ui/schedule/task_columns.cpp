// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/task_columns.h"

#include "ui/schedule/schedule_words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>

namespace gavel::schedule {

using namespace widgets;
using runtime::TaskRow;

namespace {

struct TaskColumns
{
    Q_DECLARE_TR_FUNCTIONS(TaskColumns)
};

using Column = RowColumn<TaskRow>;

Column stepColumn(std::size_t step)
{
    const QString name = words::step(static_cast<model::SagaStep>(step));
    return {name.left(1),
            [step, name](const TaskRow& row, int role) -> QVariant {
                if (role == MarkRole) {
                    const Mark mark = words::stepMark(row.steps[step]);
                    return static_cast<int>(mark == Mark::None ? Mark::Waiting : mark);
                }
                if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
                    return TaskColumns::tr("%1: %2", "step, how far it is")
                        .arg(name, words::stepWord(row.steps[step]));
                return {};
            },
            [step](const TaskRow& a, const TaskRow& b) { return a.steps[step] < b.steps[step]; },
            false, name};
}

QString tries(const TaskRow& row)
{
    return row.attempt == 0
        ? QString()
        : TaskColumns::tr("%1 of %2", "try of most tries").arg(row.attempt).arg(row.mostAttempts);
}

} // namespace

quint64 taskKey(const TaskRow& row)
{
    return row.id;
}

std::vector<Column> taskColumns()
{
    Column state = textColumn<TaskRow>(TaskColumns::tr("State"), [](const TaskRow& row) {
        return row.cancelRequested && !model::isEnded(row.state)
            ? TaskColumns::tr("%1, to be cancelled").arg(words::state(row.state))
            : words::state(row.state);
    });
    state.value = [show = std::move(state.value)](const TaskRow& row, int role) -> QVariant {
        return role == MarkRole ? QVariant(static_cast<int>(words::stateMark(row.state)))
                                : show(row, role);
    };
    state.less = [](const TaskRow& a, const TaskRow& b) { return a.state < b.state; };
    Column tried = textColumn<TaskRow>(TaskColumns::tr("Try"), tries, true);
    tried.less = [](const TaskRow& a, const TaskRow& b) { return a.attempt < b.attempt; };
    Column seconds = textColumn<TaskRow>(
        QStringLiteral("s"), [](const TaskRow& row) { return numbers::decimal(row.seconds, 1); },
        true);
    seconds.less = [](const TaskRow& a, const TaskRow& b) { return a.seconds < b.seconds; };
    seconds.toolTip = TaskColumns::tr("Seconds of market time since it was made, or that it took.");
    Column waits = textColumn<TaskRow>(TaskColumns::tr("Waits for"), [](const TaskRow& row) {
        return row.failure.empty() ? words::wait(row.wait) : QString::fromStdString(row.failure);
    });
    return {
        textColumn<TaskRow>(
            TaskColumns::tr("Task"),
            [](const TaskRow& row) { return QString::fromStdString(row.campaignId); }),
        textColumn<TaskRow>(
            TaskColumns::tr("Campaign"),
            [](const TaskRow& row) { return QString::fromStdString(row.campaignName); }),
        textColumn<TaskRow>(TaskColumns::tr("Trigger"),
                            [](const TaskRow& row) { return words::trigger(row.trigger); }),
        textColumn<TaskRow>(TaskColumns::tr("Priority"),
                            [](const TaskRow& row) { return words::priority(row.priority); }),
        std::move(state),
        std::move(tried),
        textColumn<TaskRow>(TaskColumns::tr("Owner"),
                            [](const TaskRow& row) { return QString::fromStdString(row.owner); }),
        std::move(seconds),
        stepColumn(0),
        stepColumn(1),
        stepColumn(2),
        std::move(waits)};
}

QList<int> taskWidths()
{
    return {72, 132, 60, 60, 138, 50, 58, 46, 28, 28, 28, 0};
}

} // namespace gavel::schedule
