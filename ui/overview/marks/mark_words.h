// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/overview/time_range.h"
#include "ui/widgets/charts/line_chart.h"

#include <optional>
#include <vector>

namespace gavel::overview {

/// Written by a person, who may change it.
bool isOwn(const health::Annotation& annotation);
/// Of "bad", "warn", "good" and any other level of a line of the log.
widgets::Mark markOfLevel(const std::string& level);
widgets::Mark markOf(const health::Annotation& annotation);
/// What it says: a person's text, else whose and what, in the language of the moment.
QString markWords(const health::Annotation& annotation);
/// "14:32 sale begins", who and when it was written in the detail. At most the newest forty of the
/// window.
std::vector<widgets::ChartMoment> chartMoments(const runtime::Snapshot& snapshot,
                                               TimeWindow window);
/// nullopt when there is none of that id.
std::optional<health::Annotation> markById(const runtime::Snapshot& snapshot, qint64 id);
/// The one within `reach` of a moment that is nearest to it.
std::optional<health::Annotation> markNear(const runtime::Snapshot& snapshot, qint64 at,
                                           qint64 reach);

} // namespace gavel::overview
