// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/pipeline_view.h"

#include <QString>

#include <optional>

namespace gavel::bridge {

// What the pages that show sources of events call them.
QString freshnessWord(runtime::Freshness freshness);
/// A collector that has no word is shown as it is.
QString collectorWord(const std::string& collector);
/// Stored or known already, of what was received; nullopt when nothing was.
std::optional<double> completeShare(const runtime::Completeness& counts);

} // namespace gavel::bridge
