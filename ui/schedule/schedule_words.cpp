// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/schedule_words.h"

#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace gavel::schedule::words {

using widgets::Mark;

namespace {

struct ScheduleWords
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleWords)
};

template<typename Enum>
QString pick(std::span<const char* const> texts, Enum value)
{
    return ScheduleWords::tr(texts[static_cast<std::size_t>(value)]);
}

constexpr std::array<const char*, model::kTaskStates> kStates{
    QT_TRANSLATE_NOOP("ScheduleWords", "Pending"),
    QT_TRANSLATE_NOOP("ScheduleWords", "Scheduled"),
    QT_TRANSLATE_NOOP("ScheduleWords", "Running"),
    QT_TRANSLATE_NOOP("ScheduleWords", "DataCollecting"),
    QT_TRANSLATE_NOOP("ScheduleWords", "Calculating"),
    QT_TRANSLATE_NOOP("ScheduleWords", "Distributing"),
    QT_TRANSLATE_NOOP("ScheduleWords", "Completed"),
    QT_TRANSLATE_NOOP("ScheduleWords", "PartiallyCompleted"),
    QT_TRANSLATE_NOOP("ScheduleWords", "Retrying"),
    QT_TRANSLATE_NOOP("ScheduleWords", "Failed"),
    QT_TRANSLATE_NOOP("ScheduleWords", "Cancelled")};
constexpr std::array<Mark, model::kTaskStates> kStateMarks{
    Mark::Waiting, Mark::Waiting, Mark::Working, Mark::Working, Mark::Working,  Mark::Working,
    Mark::Done,    Mark::Partly,  Mark::Retry,   Mark::Bad,     Mark::Cancelled};
constexpr std::array<const char*, model::kTriggerKinds> kTriggers{
    QT_TRANSLATE_NOOP("ScheduleWords", "interval"), QT_TRANSLATE_NOOP("ScheduleWords", "cron"),
    QT_TRANSLATE_NOOP("ScheduleWords", "event"), QT_TRANSLATE_NOOP("ScheduleWords", "by hand")};
constexpr std::array<const char*, model::kTaskPriorities> kPriorities{
    QT_TRANSLATE_NOOP("ScheduleWords", "high"), QT_TRANSLATE_NOOP("ScheduleWords", "normal"),
    QT_TRANSLATE_NOOP("ScheduleWords", "low")};
constexpr std::array<const char*, model::kSagaSteps> kSteps{
    QT_TRANSLATE_NOOP("ScheduleWords", "Collect"), QT_TRANSLATE_NOOP("ScheduleWords", "Settle"),
    QT_TRANSLATE_NOOP("ScheduleWords", "Distribute")};
constexpr std::array<Mark, 7> kStepMarks{Mark::None, Mark::Working, Mark::Done,     Mark::Partly,
                                         Mark::Bad,  Mark::Warn,    Mark::Cancelled};
constexpr std::array<const char*, 7> kStepWords{
    QT_TRANSLATE_NOOP("ScheduleWords", "not begun"), QT_TRANSLATE_NOOP("ScheduleWords", "works"),
    QT_TRANSLATE_NOOP("ScheduleWords", "done"),      QT_TRANSLATE_NOOP("ScheduleWords", "partly"),
    QT_TRANSLATE_NOOP("ScheduleWords", "failed"),    QT_TRANSLATE_NOOP("ScheduleWords", "unknown"),
    QT_TRANSLATE_NOOP("ScheduleWords", "undone")};
/// What happened to a task, or to a step of it (%1).
constexpr std::array<const char*, model::kTaskEventKinds> kHappened{
    QT_TRANSLATE_NOOP("ScheduleWords", "Created"),
    nullptr, // says its state
    QT_TRANSLATE_NOOP("ScheduleWords", "%1: begins"),
    QT_TRANSLATE_NOOP("ScheduleWords", "%1: done"),
    QT_TRANSLATE_NOOP("ScheduleWords", "%1: outcome unknown"),
    QT_TRANSLATE_NOOP("ScheduleWords", "%1: failed"),
    QT_TRANSLATE_NOOP("ScheduleWords", "%1: is to be undone"),
    QT_TRANSLATE_NOOP("ScheduleWords", "%1: undone"),
    QT_TRANSLATE_NOOP("ScheduleWords", "Resumed"),
    QT_TRANSLATE_NOOP("ScheduleWords", "Cancel asked for"),
    QT_TRANSLATE_NOOP("ScheduleWords", "Stuck")};

/// Why a task was made that no time made.
constexpr std::array<std::pair<std::string_view, const char*>, 10> kTriggerEvents{
    {{"budget_changed", QT_TRANSLATE_NOOP("ScheduleWords", "the budget was changed")},
     {"campaign_started", QT_TRANSLATE_NOOP("ScheduleWords", "the campaign was started")},
     {"campaign_edited", QT_TRANSLATE_NOOP("ScheduleWords", "the campaign was edited")},
     {"wallet_changed", QT_TRANSLATE_NOOP("ScheduleWords", "the wallet was changed")},
     {"source_late", QT_TRANSLATE_NOOP("ScheduleWords", "a report came late")},
     {"clock_set_back", QT_TRANSLATE_NOOP("ScheduleWords", "the clock was set back")},
     {"server_joined", QT_TRANSLATE_NOOP("ScheduleWords", "an ad server joined")},
     {"server_left", QT_TRANSLATE_NOOP("ScheduleWords", "an ad server left")},
     {"market_opened", QT_TRANSLATE_NOOP("ScheduleWords", "the market was opened")},
     {"market_closed", QT_TRANSLATE_NOOP("ScheduleWords", "the market was closed")}}};

QString createdBy(const runtime::TaskLine& line)
{
    for (const auto& [name, text] : kTriggerEvents)
        if (line.trigger == name)
            return ScheduleWords::tr(text);
    return ScheduleWords::tr("by its trigger");
}

QString amountOf(Money amount, Currency currency)
{
    return widgets::numbers::amountInSentence(amount.micros, QString::fromUtf8(currency.code, 3),
                                              2);
}

} // namespace

QString state(model::TaskState state)
{
    return pick(kStates, state);
}

Mark stateMark(model::TaskState state)
{
    return kStateMarks[static_cast<std::size_t>(state)];
}

QString trigger(model::TriggerKind trigger)
{
    return pick(kTriggers, trigger);
}

QString priority(model::TaskPriority priority)
{
    return pick(kPriorities, priority);
}

QString step(model::SagaStep step)
{
    return pick(kSteps, step);
}

Mark stepMark(runtime::StepMark mark)
{
    return kStepMarks[static_cast<std::size_t>(mark)];
}

QString stepWord(runtime::StepMark mark)
{
    return pick(kStepWords, mark);
}

QString wait(const runtime::TaskWait& wait)
{
    using For = runtime::TaskWait::For;
    switch (wait.what) {
    case For::Person:
        return wait.advice.empty()
            ? ScheduleWords::tr("you: retry or leave it")
            : ScheduleWords::tr("you: %1").arg(QString::fromStdString(wait.advice));
    case For::Retry:
        return ScheduleWords::tr("next try, %1 s").arg(wait.seconds);
    case For::Turn:
        return ScheduleWords::tr("its turn");
    case For::Step:
        return step(wait.step);
    case For::Nothing:
        break;
    }
    return {};
}

QString lineTitle(const runtime::TaskLine& line)
{
    if (line.output.collected)
        return ScheduleWords::tr("Collected");
    if (line.output.settled)
        return ScheduleWords::tr("Settled");
    if (line.kind == model::TaskEventKind::Transition)
        return state(line.to);
    const QString happened = pick(kHappened, line.kind);
    return happened.contains(QStringLiteral("%1")) ? happened.arg(step(line.step)) : happened;
}

QString lineText(const runtime::TaskLine& line)
{
    if (line.output.isKnown())
        return output(line.output);
    if (!line.actor.empty())
        return ScheduleWords::tr("by %1").arg(QString::fromStdString(line.actor));
    if (line.kind == model::TaskEventKind::Created)
        return createdBy(line);
    if (line.kind == model::TaskEventKind::Transition && line.to == model::TaskState::Completed)
        return ScheduleWords::tr("every ad server has its quota");
    return QString::fromStdString(line.detail);
}

QString output(const runtime::StepOutput& output)
{
    const auto amount = [&](Money money) { return amountOf(money, output.currency); };
    if (output.collected)
        return ScheduleWords::tr("%Ln win(s) for %1, from %2 of %3 ad servers", nullptr,
                                 static_cast<int>(output.collected->wins))
            .arg(amount(output.collected->spent))
            .arg(output.collected->servers)
            .arg(output.collected->of);
    if (output.settled && output.settled->charged)
        return ScheduleWords::tr("%1 charged, %2 held for quota")
            .arg(amount(*output.settled->charged), amount(output.settled->held));
    if (output.settled)
        return ScheduleWords::tr("charged before a restart, %1 in all; %2 held for quota")
            .arg(amount(output.settled->chargedInAll), amount(output.settled->held));
    if (output.distributed)
        return ScheduleWords::tr("%1 of quota with %Ln ad server(s)", nullptr,
                                 static_cast<int>(output.distributed->servers))
            .arg(amount(output.distributed->quota));
    return {};
}

QString budget(const std::string& bound)
{
    return bound == "hour" ? ScheduleWords::tr("Hour budget")
        : bound == "day"   ? ScheduleWords::tr("Day budget")
                           : ScheduleWords::tr("Total budget");
}

QString coming(const runtime::ComingRound& round)
{
    const int campaigns = static_cast<int>(round.campaigns);
    return round.trigger == model::TriggerKind::Cron
        ? ScheduleWords::tr("round by cron, %n campaign(s)", nullptr, campaigns)
        : ScheduleWords::tr("round, %n campaign(s)", nullptr, campaigns);
}

} // namespace gavel::schedule::words
