// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/pipeline/scores_panel.h"

namespace gavel::pipeline_page {

/// The four scores and their mean, each with a sentence for every part that was measured.
std::vector<Score> scoresOf(const runtime::WatchView& watch);

} // namespace gavel::pipeline_page
