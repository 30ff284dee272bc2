// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/published.h"
#include "engine/health/alert_tables.h"
#include "engine/runtime/fault_desk.h"
#include "engine/runtime/faults/fault_actions.h"
#include "engine/runtime/snapshot.h"
#include "engine/store/connection.h"

#include <mutex>
#include <optional>

namespace gavel::store {
class Workspace;
}

namespace gavel::runtime {

/// Every fault of the workspace. The kept changes of alerts are its queue: it has its place in
/// them, kept in one commit with the state and the history. What it decided is done once that is
/// durable; what is not reported when the program ends is done anew.
class Faults final : public FaultDesk
{
public:
    struct Parts
    {
        store::Workspace& workspace;
        const base::Clock& clock;
        /// What people are told of: a line for the event log.
        std::function<void(LogLine)> say;
    };
    /// Goes on where earlier times have come to. The parts must outlive it. Errors: those of the
    /// store, and of what was kept.
    static Result<std::unique_ptr<Faults>> open(Parts parts);

    /// Who does what is ordered; without it, as in a program that serves nobody, nothing is done.
    /// Before the first tick().
    void setActions(std::unique_ptr<FaultActions> actions);
    /// Reads the alerts that were kept since, sees what is due by time, begins what is ordered and
    /// looks at what was begun. Once a second, from one thread.
    void tick();

    std::shared_ptr<const FaultsView> view() const override { return m_view.load(); }
    Result<std::vector<health::KeptFaultChange>>
    history(const health::FaultHistoryQuery& query) const override;
    Result<void> acknowledge(const std::string& component, model::FaultClass kind,
                             const std::string& person) override;
    Result<void> move(const std::string& component, model::FaultClass kind, model::FaultState to,
                      const std::string& person, const std::string& note) override;
    Result<void> maintain(const std::string& component, TimeMs until, const std::string& person,
                          const std::string& reason) override;
    Result<void> endMaintenance(const std::string& component, const std::string& person) override;

private:
    /// The book as it is to be, and what follows from it.
    struct Draft
    {
        health::FaultBook book;
        std::uint64_t seenAlerts = 0;
        std::vector<health::KeptFaultChange> changes;
        std::vector<health::ActionOrder> orders;
        void add(health::FaultBook::Outcome outcome);
    };
    explicit Faults(Parts parts);
    Result<void> load();
    // The mutex is held in all of these.
    Draft draft() const { return {m_book, m_seenAlerts, {}, {}}; }
    std::vector<health::NumberedChange> newAlerts();
    void endWorkInTime(Draft& draft, TimeMs now) const;
    Result<void> keep(Draft draft);
    void tell(const health::KeptFaultChange& change) const;
    void publish();

    Parts m_parts;
    std::unique_ptr<FaultActions> m_actions; ///< of the thread that ticks
    std::optional<store::Connection> m_reader; ///< of the thread that ticks

    mutable std::mutex m_mutex; ///< guards what follows
    health::FaultBook m_book;
    std::uint64_t m_seenAlerts = 0;
    std::vector<health::ActionOrder> m_toDo;
    base::Published<FaultsView> m_view;
};

} // namespace gavel::runtime
