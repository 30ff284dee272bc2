// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"

#include <boost/json/object.hpp>

#include <array>
#include <cstdint>
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
};

} // namespace gavel::pipeline
