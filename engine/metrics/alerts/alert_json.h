// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/alerts/alert.h"

#include <boost/json/value.hpp>

namespace gavel::metrics {

// How alerts, their changes and silences are kept and given to other programs. Times are
// milliseconds. Readers add an error for each field that is broken.

/// Times that are kept lie in the years 1970 to 9999.
inline constexpr std::int64_t kLastMoment = 253'402'300'799'999;

boost::json::value toJson(const Alert& alert);
boost::json::value toJson(const AlertChange& change);
boost::json::value toJson(const Silence& silence);

Alert readAlert(const boost::json::value& value, const std::string& path,
                std::vector<Error>& errors);
AlertChange readAlertChange(const boost::json::value& value, const std::string& path,
                            std::vector<Error>& errors);
Silence readSilence(const boost::json::value& value, const std::string& path,
                    std::vector<Error>& errors);

} // namespace gavel::metrics
