// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/health/healing_action.h"

namespace gavel::health {

bool fits(const HealingAction& action, model::FaultClass fault, std::string_view component)
{
    const bool isMeant = action.component.ends_with('/') ? component.starts_with(action.component)
                                                         : action.component == component;
    return action.fault == fault && (action.component.empty() || isMeant);
}

} // namespace gavel::health
