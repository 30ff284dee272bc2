// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/metrics/alerts/alert.h"
#include "engine/model/fault.h"

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace gavel::health {

inline constexpr std::int64_t kVerifyMs = base::kMinuteMs; ///< an action is verified by then
inline constexpr std::int64_t kAcknowledgeMs = 15 * base::kMinuteMs;
/// After a repair what still fires gets so long to go away before it counts as a fault again.
inline constexpr std::int64_t kRecheckMs = 5 * base::kMinuteMs;

/// An action that was asked for and has not ended.
struct ActionRun
{
    std::string key; ///< of this one order: repeated orders of it must do no more than one
    std::string action; ///< id in the list
    TimeMs askedAt;
    bool operator==(const ActionRun&) const = default;
};

/// One component and one class of faults.
struct Fault
{
    std::string component;
    model::FaultClass kind = model::FaultClass::Traffic;
    model::FaultState state = model::FaultState::Normal;
    TimeMs since; ///< in this state
    TimeMs raisedAt; ///< 0 = no fault now
    TimeMs quietUntil; ///< what fires since before raises it no earlier
    std::set<std::string> pending; ///< fingerprints of alerts
    std::set<std::string> firing; ///< and that nothing muted when they began
    std::string acknowledgedBy; ///< "" = nobody yet
    TimeMs acknowledgedAt;
    TimeMs escalatedAt; ///< nobody acknowledged it in time; 0 = not so
    std::optional<ActionRun> run;
    std::string lastAction; ///< tried last: another one goes first
    std::uint32_t orders = 0; ///< actions asked for so far
    bool operator==(const Fault&) const = default;
};

// What moves a fault.
struct AlertSeen
{
    metrics::AlertChangeKind kind = metrics::AlertChangeKind::Firing;
    std::string fingerprint;
    bool muted = false;
    std::string person; ///< who acknowledged the alert
};
enum class ActionOutcome : std::uint8_t { Started, Verified, Failed };
inline constexpr std::array<std::string_view, 3> kActionOutcomeNames{"started", "verified",
                                                                     "failed"};
struct ActionReport
{
    std::string key;
    ActionOutcome outcome = ActionOutcome::Started;
    std::string detail;
};
struct Acknowledgement
{
    std::string person;
};
struct PersonMove
{
    model::FaultState to = model::FaultState::Normal;
    std::string person;
    std::string note;
};
struct TimePassed
{
};
using FaultEvent = std::variant<AlertSeen, ActionReport, Acknowledgement, PersonMove, TimePassed>;

enum class FaultChangeKind : std::uint8_t { Moved, Acknowledged, Escalated };
inline constexpr std::array<std::string_view, 3> kFaultChangeKindNames{"moved", "acknowledged",
                                                                       "escalated"};

/// One line of a fault's history.
struct FaultChange
{
    FaultChangeKind what = FaultChangeKind::Moved;
    TimeMs at;
    std::string component;
    model::FaultClass kind = model::FaultClass::Traffic;
    model::FaultState from = model::FaultState::Normal;
    model::FaultState to = model::FaultState::Normal;
    std::string person; ///< "" = done by itself
    std::string cause; ///< why, in words
    bool operator==(const FaultChange&) const = default;
};

/// What somebody else must do now, and report.
struct ActionOrder
{
    std::string key;
    std::string action;
    std::string component;
    model::FaultClass kind = model::FaultClass::Traffic;
    TimeMs deadline; ///< to be verified by then
    bool operator==(const ActionOrder&) const = default;
};

/// What holds around a fault at the time.
struct Surroundings
{
    std::string action; ///< that may be tried now; "" = none
    bool maintenance = false; ///< the component is being worked on: nothing is raised or tried
};

struct Decision
{
    Fault fault; ///< as it is from now on
    std::vector<FaultChange> changes;
    std::optional<ActionOrder> order;
};

/// The rule of a fault: no clock, nothing remembered outside. Errors, which change nothing:
/// PERSON_MISSING, TRANSITION_ILLEGAL, NOT_BY_HAND, FAULT_NOT_RAISED, ALREADY_ACKNOWLEDGED. Reports
/// of actions that are no longer waited for change nothing either.
Result<Decision> decide(const Fault& fault, const FaultEvent& event, const Surroundings& around,
                        TimeMs now);

/// "storage/resources"
std::string nameOf(const Fault& fault);

} // namespace gavel::health
