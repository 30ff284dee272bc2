// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/widgets/status_mark.h"

#include <QString>

/// The engine's names of the pipeline in the language of the moment.
namespace gavel::pipeline_page::words {

QString of(std::string_view text);
QString count(std::uint64_t value);
/// What is wrong and what to do, in one sentence.
QString wrong(const Error& error);

QString stage(runtime::PipelineStage stage);
/// "8 sources", "41 rules, v17"
QString stageParts(runtime::PipelineStage stage, const runtime::StageView& view,
                   std::uint32_t rulesVersion);
QString freshness(runtime::Freshness freshness);
widgets::Mark freshnessMark(runtime::Freshness freshness);
QString collector(const std::string& collector);
QString batchState(model::BatchState state);
/// Without the stage it is of, which stands above its column.
QString batchShort(model::BatchState state);
widgets::Mark batchMark(model::BatchState state);
/// "b-1204"; a dash for none.
QString batch(std::uint64_t id);
/// The stage of a rule: "format", "complete", "consistent", "business".
QString ruleStage(const std::string& stage);
QString ruleStage(std::size_t stage);
QString outcome(runtime::CheckOutcome outcome);
widgets::Mark outcomeMark(runtime::CheckOutcome outcome);
/// Where an event goes that fails a rule: "dead", "quarantine", "attribute, else dead".
QString otherwise(const std::string& fate);
/// How the cause of an event was found: "click-through".
QString attribution(const std::string& how);
QString letterState(const std::string& state);
widgets::Mark letterMark(const std::string& state);
/// How long ago: "now", "38 s", "2 min"; a dash for never.
QString ago(TimeMs at, TimeMs now);
/// Stored or a duplicate, of what was received; nothing when nothing was received.
std::optional<double> completeShare(const runtime::Completeness& counts);

} // namespace gavel::pipeline_page::words
