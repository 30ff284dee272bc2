// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/health/healing_action.h"

namespace gavel::health {

bool fits(const HealingAction& action, model::FaultClass fault, std::string_view component)
{
    return action.unavailable.empty() && action.fault == fault
        && (action.component.empty() || action.component == component);
}

} // namespace gavel::health
