// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/widgets/filter_edit.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace gavel::pipeline_page {

/// Reads a filter of the dead letters: rule = country and source = geo-partner
///
/// filter := test { "and" test }
/// test   := field "=" value
///
/// field:  rule, source, text, state, minute; each at most once
/// value:  a word, or words in double quotes; state is open, redriven, discarded or any; minute is
///         14:31 of the last 24 hours, or "2026-03-20 14:31"
///
/// Without a state the open ones are meant. Errors: FILTER_UNFINISHED when more typing could make
/// it valid, FILTER_WRONG otherwise; where = "column N".
Result<runtime::DeadQuery> readDeadFilter(const QString& text, TimeMs now, int utcOffset);

widgets::FilterVerdict judgeDeadFilter(const QString& text);
std::vector<widgets::FilterSpan> deadFilterSpans(const QString& text);
/// What may stand at the cursor; rules and sources are those that are listed.
QStringList deadFilterProposals(const QString& before, const QStringList& rules,
                                const QStringList& sources);
/// A value as it is written in a filter: quoted when it must be.
QString deadFilterValue(const QString& value);

} // namespace gavel::pipeline_page
