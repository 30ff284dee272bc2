// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gavel::model {

/// Where a fault of one component stands, from the first suspicion to its end.
enum class FaultState : std::uint8_t {
    Normal, ///< nothing is known to be wrong
    Monitoring, ///< something looks wrong and is watched
    AlertTriggered, ///< an alert fires
    Investigating, ///< nothing can repair it at once
    AutoHealing, ///< an automatic action is asked for
    HealingInProgress, ///< the action has begun and is verified
    Failed, ///< the action did not repair it
    ManualIntervention, ///< waits for a person
    HumanFixing, ///< a person works on it
    Escalation, ///< that person asks for an expert
    ExpertIntervention, ///< an expert works on it
    SystemShutdown, ///< no new money is taken in; reading and export go on
    Maintenance, ///< shut down and being worked on
};
inline constexpr std::size_t kFaultStates = 13;
inline constexpr std::array<std::string_view, kFaultStates> kFaultStateNames{
    "normal",        "monitoring",          "alert_triggered",
    "investigating", "auto_healing",        "healing_in_progress",
    "failed",        "manual_intervention", "human_fixing",
    "escalation",    "expert_intervention", "system_shutdown",
    "maintenance"};

struct FaultTransition
{
    FaultState from;
    FaultState to;
    bool byHand = false; ///< only a person may do it
};

/// The only changes of state there are. Code, console and tests read this one table.
inline constexpr std::array<FaultTransition, 19> kFaultTransitions{{
    {FaultState::Normal, FaultState::Monitoring},
    {FaultState::Monitoring, FaultState::Normal},
    {FaultState::Monitoring, FaultState::AlertTriggered},
    {FaultState::AlertTriggered, FaultState::Investigating},
    {FaultState::AlertTriggered, FaultState::AutoHealing},
    {FaultState::Investigating, FaultState::ManualIntervention},
    {FaultState::Investigating, FaultState::AutoHealing},
    {FaultState::AutoHealing, FaultState::HealingInProgress},
    {FaultState::HealingInProgress, FaultState::Normal},
    {FaultState::HealingInProgress, FaultState::Failed},
    {FaultState::Failed, FaultState::ManualIntervention},
    {FaultState::ManualIntervention, FaultState::HumanFixing, true},
    {FaultState::HumanFixing, FaultState::Normal},
    {FaultState::HumanFixing, FaultState::Escalation, true},
    {FaultState::Escalation, FaultState::ExpertIntervention, true},
    {FaultState::ExpertIntervention, FaultState::Normal},
    {FaultState::ExpertIntervention, FaultState::SystemShutdown, true},
    {FaultState::SystemShutdown, FaultState::Maintenance},
    {FaultState::Maintenance, FaultState::Normal, true},
}};

/// Bit `to` is set when a fault may go from `from` to it.
constexpr std::uint32_t nextStates(FaultState from)
{
    std::uint32_t states = 0;
    for (const FaultTransition& transition : kFaultTransitions)
        if (transition.from == from)
            states |= 1U << static_cast<unsigned>(transition.to);
    return states;
}
constexpr bool mayMove(FaultState from, FaultState to)
{
    return (nextStates(from) >> static_cast<unsigned>(to) & 1U) != 0;
}
constexpr bool byHandOnly(FaultState from, FaultState to)
{
    for (const FaultTransition& transition : kFaultTransitions)
        if (transition.from == from && transition.to == to)
            return transition.byHand;
    return false;
}
/// A person has it in hand, or must take it: nothing automatic is done.
constexpr bool needsPerson(FaultState state)
{
    return state >= FaultState::ManualIntervention;
}

/// A person takes a fault that moves by itself into hand, or moves on what waits for a person.
constexpr bool personMay(FaultState from, FaultState to)
{
    return mayMove(from, to) && (needsPerson(from) || to == FaultState::ManualIntervention);
}

/// What is wrong with a component.
enum class FaultClass : std::uint8_t {
    Traffic, ///< too much, too little or of a wrong kind
    Latency, ///< slower than promised
    Errors, ///< more failures than promised
    Resources, ///< disk, memory, processor, network
    Integrity, ///< something that must always hold does not
};
inline constexpr std::size_t kFaultClasses = 5;
inline constexpr std::array<std::string_view, kFaultClasses> kFaultClassNames{
    "traffic", "latency", "errors", "resources", "integrity"};

} // namespace gavel::model
