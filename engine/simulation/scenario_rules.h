// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/scenario.h"

#include <vector>

namespace gavel::simulation {

/// Every rule that ties the parts of a scenario together and is broken: names that do not exist or
/// exist twice, devices that no placement shows on, currencies without a rate. Paths are those of
/// the file.
std::vector<Error> brokenRules(const Scenario& scenario);

} // namespace gavel::simulation
