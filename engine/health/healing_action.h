// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/fault.h"

#include <array>
#include <string_view>

namespace gavel::health {

/// Something that is done without a person. Done twice it does no more than once. Its words live as
/// long as the program.
struct HealingAction
{
    std::string_view id;
    std::string_view title;
    model::FaultClass fault; ///< what it is good for
    std::string_view component; ///< the only one it is for, "source/" = all of a kind; "" = any
    std::string_view unavailable; ///< why it cannot be done here; "" = it can
};

/// Every automatic action there is, in the order they are tried.
inline constexpr std::array<HealingAction, 8> kHealingActions{{
    {"restart_source", "Restart the source of events", model::FaultClass::Traffic, "source/", ""},
    {"switch_traffic", "Lead traffic to another node", model::FaultClass::Traffic, "",
     "an operator does it at the load balancer in front of the nodes"},
    {"shed_load", "Refuse a part of the requests", model::FaultClass::Latency, "pipeline", ""},
    {"scale_out", "Add nodes", model::FaultClass::Resources, "",
     "an operator starts them; they join by themselves"},
    {"release_lease", "Take the leases of campaigns anew", model::FaultClass::Errors, "scheduling",
     "one process leads all campaigns of a workspace: there are no leases between nodes"},
    {"open_breaker", "Stop calling the failing part for a minute", model::FaultClass::Errors, "",
     "the breaker of a remote service opens by itself as soon as its calls fail"},
    {"checkpoint", "Move the log into the workspace file", model::FaultClass::Resources, "storage",
     ""},
    {"drop_cache", "Drop what can be computed again", model::FaultClass::Resources, "",
     "every cache is small and bounded: dropping one gives back nothing that is missing"},
}};
/// Asked for when a person shuts down; not one of the list, for it repairs nothing.
inline constexpr std::string_view kCloseIntake = "close_intake";

/// What sources of events are called as components: "source/orders.csv".
inline constexpr std::string_view kSourceComponents = "source/";

/// Whether the action can be done for the fault.
bool fits(const HealingAction& action, model::FaultClass fault, std::string_view component);

} // namespace gavel::health
