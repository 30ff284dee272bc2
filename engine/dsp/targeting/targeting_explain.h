// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/targeting/compiled_targeting.h"
#include "engine/model/trace.h"

#include <string>
#include <vector>

namespace gavel::dsp {

/// Every dimension that keeps the opportunity from matching, in Dimension order, with what was
/// wanted and what the opportunity had; empty exactly when matches() holds. Lists of values name
/// eight and count the rest. A missing creative is not a mismatch of the targeting: ask
/// hasFittingCreative().
std::vector<model::Mismatch> explain(const model::Opportunity& opportunity,
                                     const CompiledTargeting& targeting,
                                     const model::Vocabulary& vocabulary);

} // namespace gavel::dsp
