// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/targeting/local_time.h"
#include "engine/model/cron_rule.h"

namespace gavel::scheduling {

/// The first instant after `time` that a rule names in the time of a zone: a time that the clock
/// skips counts at the first instant after the gap, one that comes twice the first time only.
TimeMs nextAfter(const model::CronRule& rule, TimeMs time, const dsp::TimeZone& zone);

/// The instant of a local time (milliseconds since 1970 as that zone's clock shows): the first one
/// when it comes twice, the first after the gap when it never comes.
TimeMs instantOf(std::int64_t localMs, const dsp::TimeZone& zone);

} // namespace gavel::scheduling
