// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/fault.h"

#include <array>
#include <string_view>

namespace gavel::health {

/// Something that this process can do without a person. Done twice it does no more than once. Its
/// words live as long as the program.
struct HealingAction
{
    std::string_view id;
    std::string_view title;
    model::FaultClass fault; ///< what it is good for
    std::string_view component; ///< the only one it is for, "source/" = all of a kind; "" = any
};

/// Every automatic action there is, in the order they are tried.
inline constexpr std::array<HealingAction, 4> kHealingActions{{
    {"restart_source", "Restart the source of events", model::FaultClass::Traffic, "source/"},
    {"shed_load", "Refuse a part of the requests", model::FaultClass::Latency, "pipeline"},
    {"checkpoint", "Move the log into the workspace file", model::FaultClass::Resources, "storage"},
    {"drop_cache", "Drop what can be read again", model::FaultClass::Resources, "memory"},
}};
/// Asked for when a person shuts down; not one of the list, for it repairs nothing.
inline constexpr std::string_view kCloseIntake = "close_intake";

/// What sources of events are called as components: "source/orders.csv".
inline constexpr std::string_view kSourceComponents = "source/";

/// Whether the action can be done for the fault.
bool fits(const HealingAction& action, model::FaultClass fault, std::string_view component);

} // namespace gavel::health
