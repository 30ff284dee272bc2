// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/alerts/alert.h"

#include <string>

namespace gavel::health {

/// Whose fault an alert is: its label "component", with the subject behind it where that ends in
/// "/", else its subject, else "market".
std::string componentOf(const metrics::Alert& alert);
/// Its label "fault" names a class: it raises faults.
bool raisesFault(const metrics::Alert& alert);

} // namespace gavel::health
