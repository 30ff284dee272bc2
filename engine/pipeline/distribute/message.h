// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/metrics/alerts/alert.h"

#include <boost/json/object.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace gavel::pipeline {

enum class MessageKind : std::uint8_t { Event, Metric, Quota, Alert, System };
inline constexpr std::array<std::string_view, 5> kMessageKindNames{"event", "metric", "quota",
                                                                   "alert", "system"};

/// What subscribers are told.
struct Message
{
    MessageKind kind{};
    TimeMs at;
    std::string event; ///< a name of model::kEventNames; "" when it is no event
    std::string campaign; ///< id; "" = of none
    std::string source; ///< id or name; "" = of none
    boost::json::object fields; ///< what else it says
    std::shared_ptr<const metrics::AlertChange> alert{}; ///< what an alert's message tells
};

/// The message of a change of an alert: what changed, by whom, its headline and the alert itself.
Message messageOf(const metrics::AlertChange& change);

} // namespace gavel::pipeline
