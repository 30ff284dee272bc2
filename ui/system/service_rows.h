// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/faults.h"

#include <optional>
#include <vector>

namespace gavel::system_page {

/// A component with one of its faults, or with none.
struct ServiceRow
{
    std::string component;
    std::optional<model::FaultClass> kind; ///< none = nothing is wrong with it
    model::FaultState state = model::FaultState::Normal;
    TimeMs since; ///< 0 = it never was otherwise
    std::string acknowledgedBy;
    bool isRaised = false;
    bool isEscalated = false;
    std::string action; ///< under way; "" = none
    std::optional<health::MaintenanceWindow> work;

    /// "storage/resources"
    std::string key() const;
};

/// Every component, with a row for each fault that is not at rest: those that wait for a person
/// first, then by name.
std::vector<ServiceRow> serviceRows(const runtime::FaultsView& view);

/// The states that a fault has gone through since it last was normal, oldest first, out of its
/// history, newest first.
std::vector<model::FaultState> wayOf(const std::vector<health::KeptFaultChange>& history,
                                     model::FaultClass kind, model::FaultState now);

} // namespace gavel::system_page
