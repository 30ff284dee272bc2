// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/health/fault.h"
#include "engine/health/healing_action.h"

#include <deque>
#include <map>
#include <span>

namespace gavel::health {

/// A component is being worked on: its alerts raise no fault, nothing is tried or escalated.
struct MaintenanceWindow
{
    std::string component;
    std::string person;
    std::string reason;
    TimeMs begin; ///< inclusive
    TimeMs end; ///< exclusive
    bool operator==(const MaintenanceWindow&) const = default;
};

/// Every fault of one node, driven by changes of alerts and by people. Pure: no clock, no file; one
/// thread. What it asks for is done by others, who report how that went.
class FaultBook
{
public:
    static constexpr std::size_t kMostTries = 3; ///< actions for one class of faults ...
    static constexpr std::int64_t kTriesMs = 10 * base::kMinuteMs; ///< ... within so long
    static constexpr std::size_t kMostFaults = 1000;
    static constexpr std::size_t kMostHistory = 1000;
    static constexpr std::size_t kMostWindows = 100;

    struct Outcome
    {
        std::vector<FaultChange> changes; ///< to be kept and told, in order
        std::vector<ActionOrder> orders; ///< to be done and reported
    };

    /// `actions` are those that can be tried here, best first.
    explicit FaultBook(std::span<const HealingAction> actions = kHealingActions);

    /// The alert's label "fault" names the class: without it, nothing happens. The component is
    /// its label "component", with the subject behind it where that ends in "/", else its subject,
    /// else "market".
    Outcome observe(const metrics::AlertChange& change, TimeMs now);
    /// How an order goes. One that nobody waits for any more is passed over.
    Outcome report(const ActionReport& report, TimeMs now);
    /// To be called every few seconds: what is due by time.
    Outcome tick(TimeMs now);

    /// Errors: FAULT_UNKNOWN and those of decide().
    Result<Outcome> acknowledge(std::string_view component, model::FaultClass kind,
                                const std::string& person, TimeMs now);
    Result<Outcome> move(std::string_view component, model::FaultClass kind,
                         const PersonMove& wanted, TimeMs now);

    /// In the place of the component's present window. Errors: INVALID_MAINTENANCE with the field,
    /// BOOK_FULL.
    Result<void> maintain(const MaintenanceWindow& window, TimeMs now);
    /// Errors: MAINTENANCE_UNKNOWN.
    Result<void> endMaintenance(std::string_view component);
    bool inMaintenance(std::string_view component, TimeMs now) const;
    const std::vector<MaintenanceWindow>& maintenance() const { return m_windows; }

    /// Nothing is wrong, suspected or worked on: time changes nothing.
    bool isQuiet() const;
    /// Null when nothing ever happened to it.
    const Fault* find(std::string_view component, model::FaultClass kind) const;
    std::vector<Fault> faults() const; ///< by component and class
    /// False while a fault has shut the intake of money down.
    bool intakeOpen() const;
    /// Orders whose end is not reported: after a restart they are given again.
    std::vector<ActionOrder> openOrders() const;
    const std::deque<FaultChange>& history() const { return m_history; } ///< newest last
    std::uint64_t unwatched() const { return m_unwatched; } ///< changes beyond kMostFaults

    /// Everything but the actions, as JSON on one line.
    std::string exportState() const;
    /// Errors: INVALID_JSON, or the field that is broken.
    static Result<FaultBook> restore(std::string_view state,
                                     std::span<const HealingAction> actions = kHealingActions);

private:
    using Key = std::pair<std::string, model::FaultClass>;

    struct StateReader; ///< in fault_book_state.cpp

    Fault* faultFor(const Key& key);
    Result<void> apply(Fault& fault, const FaultEvent& event, TimeMs now, Outcome& outcome);
    Result<Outcome> byPerson(std::string_view component, model::FaultClass kind,
                             const FaultEvent& event, TimeMs now);
    std::string actionFor(const Fault& fault, TimeMs now) const;
    void forgetOldTries(TimeMs now);
    void remember(const std::vector<FaultChange>& changes);

    std::vector<HealingAction> m_actions;
    std::map<Key, Fault> m_faults;
    std::array<std::deque<TimeMs>, model::kFaultClasses> m_tries; ///< when actions were asked for
    std::vector<MaintenanceWindow> m_windows;
    std::deque<FaultChange> m_history;
    std::uint64_t m_unwatched = 0;
};

} // namespace gavel::health
