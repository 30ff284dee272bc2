// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/health/fault_book.h"

#include "engine/health/fault_component.h"
#include "engine/model/checks.h"

#include <algorithm>

namespace gavel::health {

using model::FaultClass;
using model::FaultState;

namespace {

std::optional<FaultClass> classOf(const metrics::Alert& alert)
{
    const auto label = alert.labels.find("fault");
    if (label == alert.labels.end())
        return std::nullopt;
    const auto& names = model::kFaultClassNames;
    const auto place = std::find(names.begin(), names.end(), label->second);
    if (place == names.end())
        return std::nullopt;
    return static_cast<FaultClass>(place - names.begin());
}

Result<void> checkMaintenance(const MaintenanceWindow& window, TimeMs now)
{
    std::vector<Error> errors;
    model::Checks checks(errors);
    checks.text(window.component, 1, 128, "component");
    checks.text(window.person, 1, 64, "person");
    checks.text(window.reason, 1, 500, "reason");
    checks.need(window.begin >= TimeMs{}, "begin", "is before 1970", "write a later time");
    checks.need(window.end > window.begin && window.end > now, "end",
                "is not after the begin, or has passed", "let it end later");
    checks.need(!errors.empty() || window.end - window.begin <= base::kWeekMs, "end",
                "is more than a week after the begin", "plan shorter work");
    if (errors.empty())
        return {};
    errors.front().code = "INVALID_MAINTENANCE";
    return errors.front();
}

} // namespace

std::string componentOf(const metrics::Alert& alert)
{
    const auto label = alert.labels.find("component");
    if (label != alert.labels.end())
        return label->second.ends_with('/') ? label->second + alert.subject : label->second;
    return alert.subject.empty() ? "market" : alert.subject;
}

bool raisesFault(const metrics::Alert& alert)
{
    return classOf(alert).has_value();
}

FaultBook::FaultBook(std::span<const HealingAction> actions)
    : m_actions(actions.begin(), actions.end())
{
}

FaultBook::Outcome FaultBook::observe(const metrics::AlertChange& change, TimeMs now)
{
    Outcome outcome;
    const auto kind = classOf(change.alert);
    if (!kind)
        return outcome;
    Fault* fault = faultFor({componentOf(change.alert), *kind});
    if (fault == nullptr) {
        ++m_unwatched;
        return outcome;
    }
    const bool muted = change.alert.mute != metrics::Mute::None;
    apply(*fault, AlertSeen{change.kind, change.alert.fingerprint, muted, change.person}, now,
          outcome)
        .value();
    return outcome;
}

/// The fault of a key, a new one when there is room: a quiet one makes it.
Fault* FaultBook::faultFor(const Key& key)
{
    const auto found = m_faults.find(key);
    if (found != m_faults.end())
        return &found->second;
    if (m_faults.size() >= kMostFaults) {
        const auto quiet = std::find_if(m_faults.begin(), m_faults.end(), [](const auto& entry) {
            const Fault& fault = entry.second;
            return fault.state == FaultState::Normal && fault.firing.empty()
                && fault.pending.empty();
        });
        if (quiet == m_faults.end())
            return nullptr;
        m_faults.erase(quiet);
    }
    Fault fault;
    fault.component = key.first;
    fault.kind = key.second;
    return &m_faults.emplace(key, std::move(fault)).first->second;
}

FaultBook::Outcome FaultBook::report(const ActionReport& report, TimeMs now)
{
    Outcome outcome;
    for (auto& [key, fault] : m_faults)
        if (fault.run && fault.run->key == report.key)
            apply(fault, report, now, outcome).value();
    return outcome;
}

FaultBook::Outcome FaultBook::tick(TimeMs now)
{
    std::erase_if(m_windows, [&](const MaintenanceWindow& window) { return window.end <= now; });
    forgetOldTries(now);
    Outcome outcome;
    for (auto& [key, fault] : m_faults)
        apply(fault, TimePassed{}, now, outcome).value();
    return outcome;
}

Result<FaultBook::Outcome> FaultBook::acknowledge(std::string_view component, FaultClass kind,
                                                  const std::string& person, TimeMs now)
{
    return byPerson(component, kind, Acknowledgement{person}, now);
}

Result<FaultBook::Outcome> FaultBook::move(std::string_view component, FaultClass kind,
                                           const PersonMove& wanted, TimeMs now)
{
    return byPerson(component, kind, wanted, now);
}

Result<FaultBook::Outcome> FaultBook::byPerson(std::string_view component, FaultClass kind,
                                               const FaultEvent& event, TimeMs now)
{
    const auto found = m_faults.find({std::string(component), kind});
    if (found == m_faults.end())
        return Error{"FAULT_UNKNOWN", std::string(component),
                     "nothing of this class ever happened to it", "choose a fault of the list"};
    Outcome outcome;
    if (auto applied = apply(found->second, event, now, outcome); !applied)
        return applied.error();
    return outcome;
}

Result<void> FaultBook::apply(Fault& fault, const FaultEvent& event, TimeMs now, Outcome& outcome)
{
    const Surroundings around{actionFor(fault, now), inMaintenance(fault.component, now)};
    auto decision = decide(fault, event, around, now);
    if (!decision)
        return decision.error();
    fault = std::move(decision->fault);
    remember(decision->changes);
    outcome.changes.insert(outcome.changes.end(), decision->changes.begin(),
                           decision->changes.end());
    if (decision->order) {
        if (decision->order->action != kCloseIntake)
            m_tries[static_cast<std::size_t>(fault.kind)].push_back(now);
        outcome.orders.push_back(std::move(*decision->order));
    }
    return {};
}

/// The first of the list that fits and was not the last one tried, while the class may try more.
std::string FaultBook::actionFor(const Fault& fault, TimeMs now) const
{
    const auto& tries = m_tries[static_cast<std::size_t>(fault.kind)];
    const auto recent
        = std::count_if(tries.begin(), tries.end(), [&](TimeMs at) { return now - at < kTriesMs; });
    if (static_cast<std::size_t>(recent) >= kMostTries)
        return {};
    std::string again;
    for (const HealingAction& action : m_actions) {
        if (!fits(action, fault.kind, fault.component))
            continue;
        if (action.id != fault.lastAction)
            return std::string(action.id);
        again = action.id;
    }
    return again;
}

void FaultBook::forgetOldTries(TimeMs now)
{
    for (auto& tries : m_tries)
        std::erase_if(tries, [&](TimeMs at) { return now - at >= kTriesMs; });
}

Result<void> FaultBook::maintain(const MaintenanceWindow& window, TimeMs now)
{
    if (auto checked = checkMaintenance(window, now); !checked)
        return checked;
    const auto same
        = [&](const MaintenanceWindow& other) { return other.component == window.component; };
    std::erase_if(m_windows, same);
    if (m_windows.size() >= kMostWindows)
        return Error{"BOOK_FULL", "maintenance", "there are 100 windows already",
                     "end some of them"};
    m_windows.push_back(window);
    return {};
}

Result<void> FaultBook::endMaintenance(std::string_view component)
{
    const auto same
        = [&](const MaintenanceWindow& window) { return window.component == component; };
    if (std::erase_if(m_windows, same) == 0)
        return Error{"MAINTENANCE_UNKNOWN", std::string(component),
                     "nobody works on this component", "it may have ended"};
    return {};
}

bool FaultBook::inMaintenance(std::string_view component, TimeMs now) const
{
    return std::any_of(m_windows.begin(), m_windows.end(), [&](const MaintenanceWindow& window) {
        return window.component == component && window.begin <= now && now < window.end;
    });
}

bool FaultBook::isQuiet() const
{
    return m_windows.empty() && std::ranges::all_of(m_faults, [](const auto& entry) {
               const Fault& fault = entry.second;
               return fault.state == FaultState::Normal && fault.firing.empty()
                   && fault.pending.empty();
           });
}

const Fault* FaultBook::find(std::string_view component, FaultClass kind) const
{
    const auto found = m_faults.find({std::string(component), kind});
    return found == m_faults.end() ? nullptr : &found->second;
}

std::vector<Fault> FaultBook::faults() const
{
    std::vector<Fault> list;
    for (const auto& [key, fault] : m_faults)
        list.push_back(fault);
    return list;
}

bool FaultBook::intakeOpen() const
{
    return std::none_of(m_faults.begin(), m_faults.end(), [](const auto& entry) {
        return entry.second.state == FaultState::SystemShutdown
            || entry.second.state == FaultState::Maintenance;
    });
}

std::vector<ActionOrder> FaultBook::openOrders() const
{
    std::vector<ActionOrder> orders;
    for (const auto& [key, fault] : m_faults)
        if (fault.run)
            orders.push_back({fault.run->key, fault.run->action, fault.component, fault.kind,
                              fault.run->askedAt + kVerifyMs});
    return orders;
}

void FaultBook::remember(const std::vector<FaultChange>& changes)
{
    m_history.insert(m_history.end(), changes.begin(), changes.end());
    while (m_history.size() > kMostHistory)
        m_history.pop_front();
}

} // namespace gavel::health
