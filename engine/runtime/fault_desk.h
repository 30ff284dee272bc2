// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/health/fault_component.h"
#include "engine/runtime/fault_view.h"

namespace gavel::runtime {

/// Faults of components, for people. Got from Engine::faults(). Any thread; commands return when
/// they are durable. Persons and what they write are 1 to 64 and 1 to 500 characters: else
/// INVALID_FAULT_ORDER with the field.
class FaultDesk
{
public:
    virtual ~FaultDesk() = default;

    /// As of the last look, at most a second ago, or of the last command.
    virtual std::shared_ptr<const FaultsView> view() const = 0;
    /// Newest first. Errors: those of the store.
    virtual Result<std::vector<health::KeptFaultChange>>
    history(const health::FaultHistoryQuery& query) const = 0;

    /// Errors: FAULT_UNKNOWN, FAULT_NOT_RAISED, ALREADY_ACKNOWLEDGED.
    virtual Result<void> acknowledge(const std::string& component, model::FaultClass kind,
                                     const std::string& person)
        = 0;
    /// Along one of the ways that a person may take (model::personMay). Errors: FAULT_UNKNOWN,
    /// TRANSITION_ILLEGAL, NOT_BY_HAND.
    virtual Result<void> move(const std::string& component, model::FaultClass kind,
                              model::FaultState to, const std::string& person,
                              const std::string& note)
        = 0;
    /// Somebody works on it from now until then: its alerts raise no fault. Takes the place of the
    /// present work. Errors: INVALID_MAINTENANCE, BOOK_FULL.
    virtual Result<void> maintain(const std::string& component, TimeMs until,
                                  const std::string& person, const std::string& reason)
        = 0;
    /// Errors: MAINTENANCE_UNKNOWN.
    virtual Result<void> endMaintenance(const std::string& component, const std::string& person)
        = 0;
};

} // namespace gavel::runtime
