// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/schedule_words.h"

#include <QCoreApplication>

#include <array>
#include <span>

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
