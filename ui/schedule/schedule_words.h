// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/schedule.h"
#include "ui/widgets/status_mark.h"

#include <QString>

/// The words of schedule tasks in the language of the window.
namespace gavel::schedule::words {

QString state(model::TaskState state);
widgets::Mark stateMark(model::TaskState state);
QString trigger(model::TriggerKind trigger);
QString priority(model::TaskPriority priority);
QString step(model::SagaStep step);
widgets::Mark stepMark(runtime::StepMark mark);
/// Of a step, in words.
QString stepWord(runtime::StepMark mark);
/// "" when it waits for nothing.
QString wait(const runtime::TaskWait& wait);
/// "Collected", "Settle: outcome unknown"
QString lineTitle(const runtime::TaskLine& line);
QString lineText(const runtime::TaskLine& line);
/// "74,820 wins for 96.20 USD, from 4 of 4 ad servers"
QString output(const runtime::StepOutput& output);
/// "total", "day" or "hour" as the name of a budget.
QString budget(const std::string& bound);
/// What a coming round is, and of how many campaigns.
QString coming(const runtime::ComingRound& round);

} // namespace gavel::schedule::words
