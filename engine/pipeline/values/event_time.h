// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"

#include <optional>
#include <string_view>

namespace gavel::pipeline {

/// The time of an event: ISO 8601 with a zone ("2026-03-20T14:31:52.118Z", "...+08:00"), or digits
/// since 1970: seconds below 100,000,000,000 (with decimals if there are any), milliseconds from
/// there on. Nothing for another text, so nothing for a time without a zone.
std::optional<TimeMs> timeOf(std::string_view text);

/// "2026-03-20T14:31:52", to which a zone can be added.
bool lacksZone(std::string_view text);

} // namespace gavel::pipeline
