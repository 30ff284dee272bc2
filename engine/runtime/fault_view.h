// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/health/fault_tables.h"

#include <memory>

namespace gavel::runtime {

/// What is wrong with which component, and who works on it. Times are the wall's.
struct FaultsView
{
    TimeMs at;
    std::vector<std::string> components; ///< that are watched, and those that have a fault
    std::vector<health::Fault> faults; ///< by component and class; those of quiet times too
    std::vector<health::MaintenanceWindow> windows; ///< that have begun
    std::size_t open = 0; ///< faults that are raised
    bool isIntakeOpen = true; ///< false while a fault has shut the intake of money down

    /// Null when nobody works on it.
    const health::MaintenanceWindow* workOn(std::string_view component) const;
};

} // namespace gavel::runtime
