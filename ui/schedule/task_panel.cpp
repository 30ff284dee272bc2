// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/task_panel.h"

#include "ui/schedule/schedule_words.h"
#include "ui/schedule/span_chart.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>

namespace gavel::schedule {

using namespace widgets;

namespace {

enum View { Timeline, Attempts, Steps, Raw };

QString orMissing(const QString& text)
{
    return text.isEmpty() ? numbers::missing() : text;
}

} // namespace

TaskPanel::TaskPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_lines([](const Line& line) { return line.number; })
    , m_view(new Segmented)
    , m_failure(new PanelNotice(PanelNotice::Place::Strip))
    , m_chart(new SpanChart)
    , m_table(new DataTable(QString()))
    , m_text(new QPlainTextEdit)
    , m_stack(new QStackedWidget)
    , m_retry(new Button(QString()))
    , m_cancel(new Button(QString()))
{
    build();
    connect(m_view, &Segmented::chosen, this, &TaskPanel::showView);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (m_task)
            Q_EMIT retryWanted(m_task->row.id);
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_task)
            Q_EMIT cancelWanted(m_task->row.id);
    });
    retranslate();
    setTask(std::nullopt, 0);
}

void TaskPanel::build()
{
    addHeaderWidget(m_view);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(widgets::font(TextRole::Mono));
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setColumns();
    m_table->setModel(&m_lines);
    m_table->setWidths({92, 24, 104, 0});
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_text);
    m_retry->setIconName(QStringLiteral("reset"));
    m_cancel->setIconName(QStringLiteral("close"));
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_failure);
    auto* chart = new QVBoxLayout;
    chart->setContentsMargins(space::kPadding, 4, space::kPadding, 0);
    chart->addWidget(m_chart);
    column->addLayout(chart);
    column->addWidget(m_stack, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::kPadding, 6, space::kPadding, 6);
    foot->setSpacing(space::kCell);
    foot->addWidget(m_retry);
    foot->addWidget(m_cancel);
    foot->addStretch(1);
    column->addLayout(foot);
    setBody(inner);
    m_view->setCurrent(Timeline);
}

void TaskPanel::setColumns()
{
    const auto column = [](const QString& title, QString Line::*text, Token tone) {
        return RowColumn<Line>{title,
                               [text, tone](const Line& line, int role) -> QVariant {
                                   if (role == ToneRole)
                                       return static_cast<int>(tone);
                                   return role == Qt::DisplayRole || role == Qt::ToolTipRole
                                       ? QVariant(line.*text)
                                       : QVariant();
                               },
                               {},
                               false,
                               {}};
    };
    RowColumn<Line> mark{QString(),
                         [](const Line& line, int role) -> QVariant {
                             return role == MarkRole ? QVariant(static_cast<int>(line.mark))
                                                     : QVariant();
                         },
                         {},
                         false,
                         {}};
    m_lines.setColumns({column(tr("Time"), &Line::time, Token::T2), std::move(mark),
                        column(tr("What"), &Line::title, Token::T1),
                        column(tr("Why and how"), &Line::text, Token::T2)});
}

void TaskPanel::retranslate()
{
    m_view->setChoices({tr("Timeline"), tr("Attempts"), tr("Steps"), tr("Raw")});
    m_retry->setText(tr("Retry…"));
    m_cancel->setText(tr("Cancel…"));
    m_table->setAccessibleName(tr("What happened to the task"));
    m_text->setAccessibleName(tr("Inputs and outputs"));
    m_chart->setAccessibleName(tr("States of the task over time"));
    setColumns();
    setTask(m_task, m_utcOffset);
}

void TaskPanel::showView(int view)
{
    m_view->setCurrent(view);
    fill();
}

void TaskPanel::setTask(std::optional<runtime::TaskDetail> task, int utcOffset)
{
    m_task = std::move(task);
    m_utcOffset = utcOffset;
    m_retry->setEnabled(m_task && m_task->mayRetry);
    m_cancel->setEnabled(m_task && m_task->mayCancel);
    m_retry->setToolTip(m_task && !m_task->mayRetry ? tr("Only a failed task is retried by hand.")
                                                    : QString());
    m_cancel->setToolTip(m_task && !m_task->mayCancel
                             ? tr("It has ended, or an ad server has its quota already.")
                             : QString());
    if (!m_task) {
        setTitle(tr("Task"));
        setCaption({});
        setEmpty(tr("No task is selected."));
        return;
    }
    clearEmpty();
    setTitle(QString::fromStdString(m_task->row.campaignId));
    setCaption(tr("%1, window from %2", "campaign, time")
                   .arg(QString::fromStdString(m_task->row.campaignName),
                        numbers::time(m_task->row.round.value, utcOffset)));
    fill();
    touch();
}

void TaskPanel::showFailure()
{
    m_failure->setVisible(m_task->failure.has_value());
    if (!m_task->failure)
        return;
    const model::TaskFailure& failure = *m_task->failure;
    const bool ended = m_task->row.state == model::TaskState::Failed;
    const bool over = m_task->row.state == model::TaskState::Completed;
    m_failure->setTint(ended ? Token::BadBg : over ? Token::Bg2 : Token::WarnBg);
    m_failure->show(ended      ? Mark::Bad
                        : over ? Mark::Info
                               : Mark::Warn,
                    tr("%1 (%2, after %n attempt(s)): %3.", "what failed, its code, advice",
                       static_cast<int>(failure.attempts))
                        .arg(QString::fromStdString(failure.description),
                             QString::fromStdString(failure.code),
                             QString::fromStdString(failure.advice)),
                    {}, {});
}

QString TaskPanel::stepInput(const runtime::TaskStepDetail& step) const
{
    const auto time = [this](TimeMs at) { return numbers::time(at.value, m_utcOffset); };
    switch (step.step) {
    case model::SagaStep::Collect:
        return tr("what ad servers report up to %1").arg(time(step.windowStart));
    case model::SagaStep::Settle:
        return tr("what was collected up to %1").arg(time(step.windowStart));
    case model::SagaStep::Distribute:
        break;
    }
    return tr("quota from %1 to %2").arg(time(step.windowStart), time(step.windowEnd));
}

/// What each step was given and gave, with the key that makes it count once.
QString TaskPanel::stepsText() const
{
    QStringList parts;
    for (const runtime::TaskStepDetail& step : m_task->steps) {
        const QString given = step.output.isKnown() ? words::output(step.output)
                                                    : QString::fromStdString(step.said);
        parts << tr("%1: %2\n  key   %3\n  in    %4\n  out   %5")
                     .arg(words::step(step.step), words::stepWord(step.mark),
                          QString::fromStdString(step.key), stepInput(step), orMissing(given));
    }
    return parts.join(QStringLiteral("\n\n"));
}

void TaskPanel::fill()
{
    if (!m_task)
        return;
    showFailure();
    m_chart->setSpans(m_task->spans);
    const int view = m_view->current();
    if (view == Steps || view == Raw) {
        QStringList raw;
        for (const std::string& event : m_task->raw)
            raw << QString::fromStdString(event);
        const QString text = view == Steps ? stepsText() : raw.join(u'\n');
        if (text != m_text->toPlainText()) // keeps the place where one reads
            m_text->setPlainText(text);
        m_stack->setCurrentWidget(m_text);
        return;
    }
    std::vector<Line> lines;
    quint64 number = 0;
    for (const runtime::TaskLine& line : view == Attempts ? m_task->attempts : m_task->lines)
        lines.push_back({++number, numbers::timeMillis(line.at.value, m_utcOffset),
                         words::stepMark(line.mark), words::lineTitle(line),
                         words::lineText(line)});
    if (lines.empty())
        lines.push_back({1, {}, Mark::Done, tr("Nothing was tried twice."), {}});
    m_lines.update(std::move(lines));
    m_stack->setCurrentWidget(m_table);
}

} // namespace gavel::schedule
