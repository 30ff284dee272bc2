// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/collect/line_file.h"
#include "engine/pipeline/intake/offer.h"

namespace gavel::runtime {

inline constexpr std::int64_t kOfferAgainMs = 500; ///< after the pipeline was full

/// The lines of a source as they are offered.
std::vector<pipeline::OfferedLine> offeredLines(std::vector<pipeline::Line> lines);

} // namespace gavel::runtime
