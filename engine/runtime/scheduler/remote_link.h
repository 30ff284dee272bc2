// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/runtime/ad_server_desk.h"
#include "engine/runtime/scheduler/ad_server_link.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace gavel::runtime {

/// One ad server of another process as this one sees it: what it reported, and a thread that sends
/// it grants while others are sent theirs. Any thread.
class RemoteServer
{
public:
    struct Plan
    {
        std::uint32_t source = 0; ///< in the event log
        std::string name;
        AdServerLine line;
        std::function<std::uint64_t()> committed; ///< how far its events are in the log
        std::function<std::uint64_t()> marketVersion;
        std::function<void()> bell; ///< rung when a report is there
        std::function<std::int64_t()> nanos = &base::monotonicNanos;
    };
    explicit RemoteServer(Plan plan);
    ~RemoteServer();
    RemoteServer(const RemoteServer&) = delete;
    RemoteServer& operator=(const RemoteServer&) = delete;

    /// Another way to reach it; waits for a call under way.
    void setLine(AdServerLine line);
    /// It gave a sign of life.
    void heard(TimeMs wall);
    void leaveReport(model::QuotaReport report, double load);

    std::uint32_t source() const { return m_plan.source; }
    const std::string& name() const { return m_plan.name; }
    std::uint64_t committed() const { return m_plan.committed(); }
    bool isSilent() const;
    /// Unheard of for ten minutes longer than its grants last, by a clock that nobody sets.
    bool isLost(std::int64_t grantsLastMs) const;
    void giveUp();
    bool isGivenUp() const;
    scheduling::ServerHealth health() const;
    /// The newest report up to a boundary whose events are in the log, once.
    std::optional<model::QuotaReport> takeReport(TimeMs boundary);
    Result<model::QuotaReport> askReport(TimeMs at);
    void send(TimeMs actsAt, const model::QuotaGrants& grants);
    /// Waits for everything that was sent; the first error since the last call.
    Result<void> sent();
    /// What it says of itself; key, address and times of joining are the desk's.
    AdServerView view() const;

private:
    void loop();
    void deliver(const GrantMessage& message);

    Plan m_plan;
    mutable std::mutex m_lineMutex; ///< held while a call is under way
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<GrantMessage> m_messages;
    bool m_isSending = false;
    bool m_stop = false;
    bool m_isGivenUp = false;
    std::optional<Error> m_error; ///< the first since sent()
    std::optional<model::QuotaReport> m_report;
    TimeMs m_lastReport;
    TimeMs m_heardAt;
    std::int64_t m_beganNanos = 0; ///< monotonic, as what follows
    std::int64_t m_heardNanos = 0; ///< 0 = never
    scheduling::ServerHealth m_health;
    GrantAnswers m_answers{};
    std::string m_problem;
    std::thread m_thread;
};

/// The scheduler's line to it.
class RemoteLink final : public AdServerLink
{
public:
    explicit RemoteLink(std::shared_ptr<RemoteServer> server)
        : m_server(std::move(server))
    {
    }

    std::uint32_t source() const override { return m_server->source(); }
    const std::string& name() const override { return m_server->name(); }
    std::optional<model::QuotaReport> report(TimeMs boundary) override
    {
        return m_server->takeReport(boundary);
    }
    Result<model::QuotaReport> reportNow(TimeMs at) override { return m_server->askReport(at); }
    bool isDurable(std::uint64_t sequence) const override
    {
        return m_server->committed() >= sequence;
    }
    Result<void> give(TimeMs boundary, const model::QuotaGrants& grants) override
    {
        m_server->send(boundary, grants);
        return {};
    }
    Result<void> giveNow(const model::QuotaGrants& grants) override
    {
        m_server->send({}, grants);
        return {};
    }
    Result<void> accepted() override { return m_server->sent(); }
    void open(TimeMs) override { }
    bool isElsewhere() const override { return true; }
    bool isSilent() const override { return m_server->isSilent(); }
    bool isLost(std::int64_t grantsLastMs) const override { return m_server->isLost(grantsLastMs); }
    void giveUp() override { m_server->giveUp(); }
    std::optional<scheduling::ServerHealth> health() const override { return m_server->health(); }

private:
    std::shared_ptr<RemoteServer> m_server;
};

} // namespace gavel::runtime
