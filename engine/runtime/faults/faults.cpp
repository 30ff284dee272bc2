// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/faults/faults.h"

#include "engine/base/enum_name.h"
#include "engine/model/checks.h"
#include "engine/store/workspace.h"

#include <algorithm>
#include <set>

namespace gavel::runtime {

namespace {

using health::FaultEntry;
using health::KeptFaultChange;
using model::FaultState;

constexpr std::size_t kChangesAtOnce = 200;
constexpr std::size_t kMostPerson = 64;
constexpr std::size_t kMostNote = 500;
/// What the shipped rules of alerts look at, whatever is wrong.
constexpr std::array<std::string_view, 7> kComponents{"market", "pipeline", "storage", "gateway",
                                                      "ledger", "traffic",  "memory"};

std::string wordOf(FaultState state)
{
    return std::string(base::nameOf(state, model::kFaultStateNames));
}

Result<void> checkTexts(const std::string& person, const std::string& note, bool needsNote)
{
    std::vector<Error> errors;
    model::Checks checks(errors);
    checks.text(person, 1, kMostPerson, "person");
    checks.text(note, needsNote ? 1 : 0, kMostNote, "note");
    if (errors.empty())
        return {};
    errors.front().code = "INVALID_FAULT_ORDER";
    return errors.front();
}

KeptFaultChange workChange(FaultEntry what, TimeMs at, const std::string& component,
                           const std::string& person, const std::string& cause)
{
    KeptFaultChange change;
    change.what = what;
    change.at = at;
    change.component = component;
    change.person = person;
    change.cause = cause;
    return change;
}

/// "bad", "warn", "info" or "good", as in the event log.
std::string logLevelOf(const KeptFaultChange& change)
{
    if (change.what == FaultEntry::Escalated)
        return "bad";
    if (change.what != FaultEntry::Moved)
        return "info";
    if (change.to == FaultState::Normal)
        return "good";
    const bool isBad = change.to == FaultState::Failed || change.to == FaultState::SystemShutdown;
    return isBad ? "bad" : change.to == FaultState::AlertTriggered ? "warn" : "info";
}

} // namespace

const health::MaintenanceWindow* FaultsView::workOn(std::string_view component) const
{
    const auto found = std::ranges::find(windows, component, &health::MaintenanceWindow::component);
    return found == windows.end() ? nullptr : &*found;
}

void Faults::Draft::add(health::FaultBook::Outcome outcome)
{
    for (const health::FaultChange& change : outcome.changes)
        changes.push_back(health::keptOf(change));
    orders.insert(orders.end(), outcome.orders.begin(), outcome.orders.end());
}

Faults::Faults(Parts parts)
    : m_parts(std::move(parts))
{
}

Result<std::unique_ptr<Faults>> Faults::open(Parts parts)
{
    std::unique_ptr<Faults> faults(new Faults(std::move(parts)));
    if (auto loaded = faults->load(); !loaded)
        return loaded.error();
    return faults;
}

/// Alerts of the time before a workspace had faults raise none.
Result<void> Faults::load()
{
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    auto kept = health::readFaultBook(*reader);
    const auto newest = health::newestAlertChange(*reader);
    if (!kept || !newest)
        return !kept ? kept.error() : newest.error();
    const std::lock_guard lock(m_mutex);
    m_seenAlerts = *newest;
    if (*kept) {
        m_book = std::move((*kept)->book);
        m_seenAlerts = (*kept)->seenAlerts;
    }
    m_toDo = m_book.openOrders();
    publish();
    return {};
}

void Faults::setActions(std::unique_ptr<FaultActions> actions)
{
    const std::lock_guard lock(m_mutex);
    m_actions = std::move(actions);
    m_actions->setIntakeClosed(!m_book.intakeOpen());
}

void Faults::tick()
{
    std::vector<health::ActionReport> reports;
    if (m_actions)
        reports = m_actions->look();
    std::vector<health::ActionOrder> toDo;
    {
        const std::lock_guard lock(m_mutex);
        const TimeMs now = m_parts.clock.now();
        const auto alerts = newAlerts();
        if (!alerts.empty() || !reports.empty() || !m_book.isQuiet()) {
            Draft next = draft();
            // First what was measured: an alert that it ended would hide it.
            for (const health::ActionReport& report : reports)
                next.add(next.book.report(report, now));
            for (const auto& [number, change] : alerts) {
                if (change)
                    next.add(next.book.observe(*change, now));
                next.seenAlerts = number;
            }
            endWorkInTime(next, now);
            next.add(next.book.tick(now));
            (void)keep(std::move(next)); // a workspace that writes no more has its own alarm
        }
        publish();
        if (m_actions)
            toDo.swap(m_toDo);
    }
    for (const health::ActionOrder& order : toDo)
        m_actions->take(order);
}

/// Those that are not read yet; the rest comes at the next look.
std::vector<health::NumberedChange> Faults::newAlerts()
{
    if (!m_reader) {
        auto reader = m_parts.workspace.reader();
        if (!reader)
            return {};
        m_reader.emplace(std::move(*reader));
    }
    auto changes = health::readAlertChangesAfter(*m_reader, m_seenAlerts, kChangesAtOnce);
    return changes ? std::move(*changes) : std::vector<health::NumberedChange>();
}

void Faults::endWorkInTime(Draft& draft, TimeMs now) const
{
    for (const health::MaintenanceWindow& window : m_book.maintenance())
        if (window.end <= now)
            draft.changes.push_back(workChange(FaultEntry::MaintenanceEnded, now, window.component,
                                               {}, "the time it was given is over"));
}

/// Durable, then in force. Where nothing would change nothing is written.
Result<void> Faults::keep(Draft draft)
{
    const bool isNews = !draft.changes.empty() || !draft.orders.empty()
        || draft.seenAlerts != m_seenAlerts || draft.book.maintenance() != m_book.maintenance()
        || draft.book.faults() != m_book.faults();
    if (!isNews)
        return {};
    auto kept = m_parts.workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        for (const KeptFaultChange& change : draft.changes)
            if (auto one = health::keepFaultChange(connection, change); !one)
                return one;
        return health::keepFaultBook(connection, draft.book, draft.seenAlerts);
    });
    if (!kept)
        return kept;
    const bool wasOpen = m_book.intakeOpen();
    m_book = std::move(draft.book);
    m_seenAlerts = draft.seenAlerts;
    m_toDo.insert(m_toDo.end(), draft.orders.begin(), draft.orders.end());
    if (m_actions && m_book.intakeOpen() != wasOpen)
        m_actions->setIntakeClosed(wasOpen);
    for (const KeptFaultChange& change : draft.changes)
        tell(change);
    publish();
    return {};
}

void Faults::tell(const KeptFaultChange& change) const
{
    const bool isMove = change.what == FaultEntry::Moved;
    std::string words = isMove ? wordOf(change.from) + " -> " + wordOf(change.to)
                               : std::string(base::nameOf(change.what, health::kFaultEntryNames));
    if (!change.person.empty())
        words += " by " + change.person;
    if (!change.cause.empty())
        words += ": " + change.cause;
    m_parts.say({change.at, "fault", logLevelOf(change), change.component, std::move(words)});
}

void Faults::publish()
{
    auto view = std::make_shared<FaultsView>();
    view->at = m_parts.clock.now();
    view->faults = m_book.faults();
    for (const health::MaintenanceWindow& window : m_book.maintenance())
        if (window.begin <= view->at && view->at < window.end)
            view->windows.push_back(window);
    std::set<std::string> components(kComponents.begin(), kComponents.end());
    for (const health::Fault& fault : view->faults) {
        components.insert(fault.component);
        view->open += fault.raisedAt == TimeMs{} ? 0 : 1;
    }
    for (const health::MaintenanceWindow& window : view->windows)
        components.insert(window.component);
    view->components.assign(components.begin(), components.end());
    view->isIntakeOpen = m_book.intakeOpen();
    m_view.store(std::move(view));
}

Result<std::vector<KeptFaultChange>> Faults::history(const health::FaultHistoryQuery& query) const
{
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    return health::readFaultChanges(*reader, query);
}

Result<void> Faults::acknowledge(const std::string& component, model::FaultClass kind,
                                 const std::string& person)
{
    if (auto checked = checkTexts(person, {}, false); !checked)
        return checked;
    const std::lock_guard lock(m_mutex);
    Draft next = draft();
    auto outcome = next.book.acknowledge(component, kind, person, m_parts.clock.now());
    if (!outcome)
        return outcome.error();
    next.add(std::move(*outcome));
    return keep(std::move(next));
}

Result<void> Faults::move(const std::string& component, model::FaultClass kind, FaultState to,
                          const std::string& person, const std::string& note)
{
    if (auto checked = checkTexts(person, note, true); !checked)
        return checked;
    const std::lock_guard lock(m_mutex);
    Draft next = draft();
    auto outcome = next.book.move(component, kind, {to, person, note}, m_parts.clock.now());
    if (!outcome)
        return outcome.error();
    next.add(std::move(*outcome));
    return keep(std::move(next));
}

Result<void> Faults::maintain(const std::string& component, TimeMs until, const std::string& person,
                              const std::string& reason)
{
    const std::lock_guard lock(m_mutex);
    Draft next = draft();
    const TimeMs now = m_parts.clock.now();
    if (auto begun = next.book.maintain({component, person, reason, now, until}, now); !begun)
        return begun;
    next.changes.push_back(
        workChange(FaultEntry::MaintenanceBegun, now, component, person, reason));
    return keep(std::move(next));
}

Result<void> Faults::endMaintenance(const std::string& component, const std::string& person)
{
    if (auto checked = checkTexts(person, {}, false); !checked)
        return checked;
    const std::lock_guard lock(m_mutex);
    Draft next = draft();
    if (auto ended = next.book.endMaintenance(component); !ended)
        return ended;
    next.changes.push_back(workChange(FaultEntry::MaintenanceEnded, m_parts.clock.now(), component,
                                      person, "by hand"));
    return keep(std::move(next));
}

} // namespace gavel::runtime
