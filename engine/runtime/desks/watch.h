// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/published.h"
#include "engine/metrics/alerts/alert_book.h"
#include "engine/runtime/desks/watch_readings.h"
#include "engine/runtime/watch_desk.h"
#include "engine/store/connection.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace gavel::pipeline {
class CounterBook;
}
namespace gavel::store {
class Workspace;
}

namespace gavel::health {
struct KeptChange;
}

namespace gavel::runtime {

class EventPipeline;
class Faults;
class LogStorage;
class Subscriptions;

/// Looks at the whole desk once a second on a thread of its own, judges the rules of alerts, and
/// keeps what happened in the workspace. All of it goes by the wall's clock: a person who is told
/// lives there, at whatever speed the market runs.
class Watch final : public WatchDesk
{
public:
    struct Parts
    {
        store::Workspace& workspace;
        pipeline::CounterBook& counters;
        const EventPipeline& pipeline;
        Subscriptions& subscriptions; ///< hears of what was kept
        LogStorage& storage; ///< works on after each look
        Faults& faults; ///< read it, and are ticked after each look
        const base::Clock& clock;
        std::filesystem::path rulesFile; ///< those in force until a person writes others
        std::function<std::shared_ptr<const Snapshot>()> snapshot;
        /// What people are told of: a line for the event log.
        std::function<void(LogLine)> say;
        bool isAtWork = true; ///< looks every second; else only lists and takes orders
    };
    /// Goes on with the alerts of earlier times. The parts must outlive it. Errors: those of the
    /// rules and of the store.
    static Result<std::unique_ptr<Watch>> open(Parts parts);
    ~Watch() override;
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    std::shared_ptr<const WatchView> view() const override { return m_view.load(); }
    Result<void> acknowledge(const std::string& fingerprint, const std::string& actor) override;
    std::vector<AlertView> preview(const metrics::Silence& silence) const override;
    Result<void> silence(metrics::Silence silence) override;
    Result<void> endSilence(const std::string& id) override;
    AlertRulesView rules() const override;
    Result<std::size_t> checkRules(const std::string& json) const override;
    Result<std::uint32_t> setRules(const std::string& json, const std::string& actor) override;

private:
    explicit Watch(Parts parts);
    Result<void> begin();
    void run();
    void look();
    /// Durable, then told. The mutex is held.
    Result<void> keep(std::vector<metrics::AlertChange> changes);
    void remember(const metrics::AlertChange& change, TimeMs marketAt);
    void publish();
    AlertView viewOf(const metrics::Alert& alert) const;
    std::string nameOfAd(std::uint64_t number);

    Parts m_parts;
    std::shared_ptr<TrafficWatch> m_traffic; ///< also the writer's
    WatchReadings m_readings; ///< of the thread
    std::map<std::uint64_t, std::string> m_adNames; ///< of the thread
    std::optional<store::Connection> m_reader; ///< of the thread; from the first name on

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    // the watching thread's
    bool m_isNews = false; ///< traffic that the file does not know
    std::int64_t m_keepAt = 0; ///< by the monotonic clock
    bool m_stop = false;
    metrics::AlertBook m_book;
    AlertRulesView m_rules;
    health::HealthReport m_health;
    std::map<std::string, TimeMs> m_marketAt; ///< when those that are active fired, by fingerprint
    std::vector<AlertView> m_ended; ///< newest first
    base::Published<WatchView> m_view;

    std::thread m_thread;
};

} // namespace gavel::runtime
