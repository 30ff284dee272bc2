// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/health/fault.h"

#include "engine/base/enum_name.h"
#include "engine/health/healing_action.h"
#include "engine/model/checks.h"

#include <cassert>

namespace gavel::health {

using metrics::AlertChangeKind;
using model::FaultState;

namespace {

/// Works on a copy of the fault and writes down what it does.
class Decider
{
public:
    Decider(const Fault& fault, const Surroundings& around, TimeMs now)
        : m_around(around)
        , m_now(now)
    {
        m_decision.fault = fault;
    }

    Decision take() { return std::move(m_decision); }

    Result<void> operator()(const AlertSeen& seen);
    Result<void> operator()(const ActionReport& report);
    Result<void> operator()(const Acknowledgement& acknowledgement);
    Result<void> operator()(const PersonMove& wanted);
    Result<void> operator()(const TimePassed&);

private:
    Fault& fault() { return m_decision.fault; }
    bool isIn(FaultState state) { return fault().state == state; }
    void move(FaultState to, std::string_view cause, const std::string& person = {});
    void note(FaultChangeKind what, std::string_view cause, const std::string& person = {});
    void raise(std::string_view cause);
    void respond();
    void ask(std::string_view action);
    void recover();
    void relax();
    void endRepair(bool good, const std::string& cause);
    void acknowledgeBy(const std::string& person);
    void callPerson(std::string_view cause, const std::string& person = {});
    void settle();

    const Surroundings& m_around;
    TimeMs m_now;
    Decision m_decision;
};

/// The only place where a state changes.
void Decider::move(FaultState to, std::string_view cause, const std::string& person)
{
    const FaultState from = fault().state;
    assert(model::mayMove(from, to));
    assert(!person.empty() || !model::byHandOnly(from, to));
    m_decision.changes.push_back({FaultChangeKind::Moved, m_now, fault().component, fault().kind,
                                  from, to, person, std::string(cause)});
    fault().state = to;
    fault().since = m_now;
    if (to == FaultState::Normal)
        settle();
}

void Decider::note(FaultChangeKind what, std::string_view cause, const std::string& person)
{
    m_decision.changes.push_back({what, m_now, fault().component, fault().kind, fault().state,
                                  fault().state, person, std::string(cause)});
}

void Decider::settle()
{
    fault().raisedAt = {};
    fault().acknowledgedBy.clear();
    fault().acknowledgedAt = {};
    fault().escalatedAt = {};
    fault().run.reset();
    fault().quietUntil = m_now + kRecheckMs;
}

void Decider::raise(std::string_view cause)
{
    if (isIn(FaultState::Normal))
        move(FaultState::Monitoring, cause);
    if (!isIn(FaultState::Monitoring) || m_around.maintenance)
        return;
    move(FaultState::AlertTriggered, cause);
    fault().raisedAt = m_now;
    respond();
}

void Decider::respond()
{
    if (m_around.action.empty()) {
        if (isIn(FaultState::AlertTriggered))
            move(FaultState::Investigating, "no automatic action may be tried now");
        return;
    }
    move(FaultState::AutoHealing, "tries " + m_around.action);
    fault().lastAction = m_around.action;
    ask(m_around.action);
}

void Decider::ask(std::string_view action)
{
    const std::string key = nameOf(fault()) + "/" + std::to_string(++fault().orders);
    fault().run = ActionRun{key, std::string(action), m_now};
    m_decision.order
        = ActionOrder{key, std::string(action), fault().component, fault().kind, m_now + kVerifyMs};
}

/// Nothing fires any more. Where the table leads to Normal without a person it goes there.
void Decider::recover()
{
    constexpr std::string_view kCause = "its alerts are resolved";
    switch (fault().state) {
    case FaultState::AlertTriggered:
    case FaultState::Investigating:
        move(FaultState::AutoHealing, kCause);
        [[fallthrough]];
    case FaultState::AutoHealing:
    case FaultState::HealingInProgress:
        endRepair(true, std::string(kCause));
        break;
    case FaultState::HumanFixing:
    case FaultState::ExpertIntervention:
        move(FaultState::Normal, kCause);
        break;
    default:
        break; // a person looks at it first
    }
}

/// Nothing is suspicious any more.
void Decider::relax()
{
    if (isIn(FaultState::Monitoring) && fault().pending.empty() && fault().firing.empty())
        move(FaultState::Normal, "its alerts are gone");
}

void Decider::endRepair(bool good, const std::string& cause)
{
    if (isIn(FaultState::AutoHealing))
        move(FaultState::HealingInProgress, cause);
    fault().run.reset();
    move(good ? FaultState::Normal : FaultState::Failed, cause);
}

void Decider::acknowledgeBy(const std::string& person)
{
    fault().acknowledgedBy = person;
    fault().acknowledgedAt = m_now;
    note(FaultChangeKind::Acknowledged, "somebody has seen it", person);
    callPerson("somebody has seen it", person);
}

void Decider::callPerson(std::string_view cause, const std::string& person)
{
    if (isIn(FaultState::Investigating) || isIn(FaultState::Failed))
        move(FaultState::ManualIntervention, cause, person);
}

Result<void> Decider::operator()(const AlertSeen& seen)
{
    const bool fires = seen.kind == AlertChangeKind::Firing
        || (seen.kind == AlertChangeKind::Unmuted && !fault().firing.contains(seen.fingerprint));
    if (seen.kind == AlertChangeKind::Pending) {
        fault().pending.insert(seen.fingerprint);
        if (isIn(FaultState::Normal))
            move(FaultState::Monitoring, "an alert is pending");
    } else if (fires) {
        fault().pending.erase(seen.fingerprint);
        if (!seen.muted) {
            fault().firing.insert(seen.fingerprint);
            raise("an alert fires");
        }
        relax();
    } else if (seen.kind == AlertChangeKind::Cleared || seen.kind == AlertChangeKind::Resolved) {
        fault().pending.erase(seen.fingerprint);
        if (fault().firing.erase(seen.fingerprint) != 0 && fault().firing.empty())
            recover();
        relax();
    } else if (seen.kind == AlertChangeKind::Acknowledged && fault().raisedAt != TimeMs{}
               && fault().acknowledgedBy.empty() && !model::isBlank(seen.person)) {
        acknowledgeBy(seen.person);
    }
    return {};
}

Result<void> Decider::operator()(const ActionReport& report)
{
    if (!fault().run || fault().run->key != report.key)
        return {};
    const std::string words = fault().run->action + " "
        + std::string(base::nameOf(report.outcome, kActionOutcomeNames))
        + (report.detail.empty() ? "" : ": " + report.detail);
    if (isIn(FaultState::SystemShutdown)) {
        if (report.outcome == ActionOutcome::Verified) {
            fault().run.reset();
            move(FaultState::Maintenance, words);
        }
        return {};
    }
    if (report.outcome != ActionOutcome::Started)
        endRepair(report.outcome == ActionOutcome::Verified, words);
    else if (isIn(FaultState::AutoHealing))
        move(FaultState::HealingInProgress, words);
    return {};
}

Result<void> Decider::operator()(const Acknowledgement& acknowledgement)
{
    if (model::isBlank(acknowledgement.person))
        return Error{"PERSON_MISSING", "person", "a fault is acknowledged by somebody",
                     "say who you are"};
    if (fault().raisedAt == TimeMs{})
        return Error{"FAULT_NOT_RAISED", nameOf(fault()), "nothing is wrong with it now",
                     "there is nothing to acknowledge"};
    if (!fault().acknowledgedBy.empty())
        return Error{"ALREADY_ACKNOWLEDGED", nameOf(fault()),
                     fault().acknowledgedBy + " has it already", "ask that person"};
    acknowledgeBy(acknowledgement.person);
    return {};
}

/// A person acts on what waits for a person; the rest moves by itself.
Result<void> Decider::operator()(const PersonMove& wanted)
{
    const FaultState from = fault().state;
    const auto word = [](FaultState state) {
        return std::string(base::nameOf(state, model::kFaultStateNames));
    };
    if (model::isBlank(wanted.person))
        return Error{"PERSON_MISSING", "person", "a person moves a fault by hand",
                     "say who you are"};
    if (!model::mayMove(from, wanted.to))
        return Error{"TRANSITION_ILLEGAL", nameOf(fault()),
                     word(from) + " cannot become " + word(wanted.to),
                     "see the state table for what may follow"};
    if (!model::personMay(from, wanted.to))
        return Error{"NOT_BY_HAND", nameOf(fault()), word(from) + " moves by itself",
                     "acknowledge the fault, then take it over"};
    if (fault().acknowledgedBy.empty()) {
        fault().acknowledgedBy = wanted.person;
        fault().acknowledgedAt = m_now;
    }
    fault().run.reset();
    move(wanted.to, wanted.note.empty() ? "by hand" : wanted.note, wanted.person);
    if (wanted.to == FaultState::SystemShutdown)
        ask(kCloseIntake);
    return {};
}

Result<void> Decider::operator()(const TimePassed&)
{
    const bool late = fault().run && m_now - fault().run->askedAt >= kVerifyMs;
    if (late && isIn(FaultState::SystemShutdown)) {
        // Asked again under the same key until it is done.
        fault().run->askedAt = m_now;
        m_decision.order = ActionOrder{fault().run->key, fault().run->action, fault().component,
                                       fault().kind, m_now + kVerifyMs};
    } else if (late) {
        endRepair(false, fault().run->action + " was not verified within 60 s");
    }
    if (m_around.maintenance)
        return {};
    const bool watched = isIn(FaultState::Normal) || isIn(FaultState::Monitoring);
    if (watched && !fault().firing.empty() && m_now >= fault().quietUntil)
        raise("its alerts still fire");
    else if (isIn(FaultState::Investigating))
        respond();
    const bool waits = fault().raisedAt != TimeMs{} && fault().acknowledgedBy.empty();
    if (waits && m_now - fault().raisedAt >= kAcknowledgeMs) {
        if (fault().escalatedAt == TimeMs{}) {
            fault().escalatedAt = m_now;
            note(FaultChangeKind::Escalated, "nobody acknowledged it within 15 minutes");
        }
        callPerson("nobody acknowledged it within 15 minutes");
    }
    return {};
}

} // namespace

std::string nameOf(const Fault& fault)
{
    return fault.component + "/" + std::string(base::nameOf(fault.kind, model::kFaultClassNames));
}

Result<Decision> decide(const Fault& fault, const FaultEvent& event, const Surroundings& around,
                        TimeMs now)
{
    Decider decider(fault, around, now);
    if (auto decided = std::visit(decider, event); !decided)
        return decided.error();
    return decider.take();
}

} // namespace gavel::health
