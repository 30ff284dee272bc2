// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/remote_link.h"

#include <algorithm>
#include <chrono>

namespace gavel::runtime {

namespace {

/// A server sends something at least every second.
constexpr std::int64_t kSilentNanos = 4'000'000'000;
/// After its last grant ended a server may still be told wins of bids it made before, and its
/// report may be on its way. Then what it did not report is granted to others.
constexpr std::int64_t kLostAfterMs = 10 * base::kMinuteMs;
constexpr std::int64_t kNanosOfMs = 1'000'000;
constexpr int kLogTries = 400;
constexpr auto kLogWait = std::chrono::milliseconds(5);

Error unreachable()
{
    return {"SERVICE_UNAVAILABLE", "ad server", "there is no line to it",
            "it dials in again by itself"};
}

} // namespace

RemoteServer::RemoteServer(Plan plan)
    : m_plan(std::move(plan))
    , m_beganNanos(m_plan.nanos())
    , m_thread([this] { loop(); })
{
}

RemoteServer::~RemoteServer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void RemoteServer::setLine(AdServerLine line)
{
    const std::lock_guard lock(m_lineMutex);
    m_plan.line = std::move(line);
}

void RemoteServer::heard(TimeMs wall)
{
    const std::lock_guard lock(m_mutex);
    m_heardAt = std::max(m_heardAt, wall);
    m_heardNanos = m_plan.nanos();
}

bool RemoteServer::isSilent() const
{
    const std::lock_guard lock(m_mutex);
    return m_heardNanos == 0 || m_plan.nanos() - m_heardNanos > kSilentNanos;
}

/// Who is silent gets nothing new, so its last grant ends so long after it was heard at the latest.
bool RemoteServer::isLost(std::int64_t grantsLastMs) const
{
    const std::lock_guard lock(m_mutex);
    return m_plan.nanos() - std::max(m_beganNanos, m_heardNanos)
        > (grantsLastMs + kLostAfterMs) * kNanosOfMs;
}

void RemoteServer::giveUp()
{
    const std::lock_guard lock(m_mutex);
    m_isGivenUp = true;
}

bool RemoteServer::isGivenUp() const
{
    const std::lock_guard lock(m_mutex);
    return m_isGivenUp;
}

scheduling::ServerHealth RemoteServer::health() const
{
    const std::lock_guard lock(m_mutex);
    return m_health;
}

void RemoteServer::leaveReport(model::QuotaReport report, double load)
{
    {
        const std::lock_guard lock(m_mutex);
        m_health.load = load;
        if (!m_report || report.at > m_report->at)
            m_report = std::move(report);
    }
    m_plan.bell();
}

std::optional<model::QuotaReport> RemoteServer::takeReport(TimeMs boundary)
{
    const std::lock_guard lock(m_mutex);
    if (!m_report || m_report->at > boundary || m_plan.committed() < m_report->lastSequence)
        return std::nullopt;
    m_lastReport = m_report->at;
    return std::exchange(m_report, std::nullopt);
}

Result<model::QuotaReport> RemoteServer::askReport(TimeMs at)
{
    Result<model::QuotaReport> report = unreachable();
    {
        const std::lock_guard lock(m_lineMutex);
        if (m_plan.line.report)
            report = m_plan.line.report();
    }
    if (!report)
        return report;
    for (int tries = 0; tries < kLogTries; ++tries) {
        if (m_plan.committed() >= report->lastSequence) {
            report->at = at;
            return report;
        }
        std::this_thread::sleep_for(kLogWait);
    }
    return Error{"LOG_BEHIND", m_plan.name, "the events behind its report did not come",
                 "see whether it reaches this process"};
}

void RemoteServer::send(TimeMs actsAt, const model::QuotaGrants& grants)
{
    {
        const std::lock_guard lock(m_mutex);
        m_messages.push_back({actsAt, m_plan.marketVersion(), grants});
    }
    m_changed.notify_all();
}

Result<void> RemoteServer::sent()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return (m_messages.empty() && !m_isSending) || m_stop; });
    if (const auto error = std::exchange(m_error, std::nullopt))
        return *error;
    return {};
}

void RemoteServer::loop()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || !m_messages.empty(); });
        if (m_stop)
            return;
        const GrantMessage message = std::move(m_messages.front());
        m_messages.pop_front();
        m_isSending = true;
        lock.unlock();
        deliver(message);
        lock.lock();
        m_isSending = false;
        m_changed.notify_all();
    }
}

void RemoteServer::deliver(const GrantMessage& message)
{
    Result<GrantAnswers> answers = unreachable();
    const std::int64_t begun = base::monotonicNanos();
    {
        const std::lock_guard line(m_lineMutex);
        if (m_plan.line.give)
            answers = m_plan.line.give(message);
    }
    const std::lock_guard lock(m_mutex);
    if (!answers) {
        m_problem = base::toString(answers.error());
        m_error = m_error ? m_error : answers.error();
        return;
    }
    m_problem.clear();
    m_health.latencyMs = static_cast<double>(base::monotonicNanos() - begun) / 1e6;
    for (std::size_t answer = 0; answer < m_answers.size(); ++answer)
        m_answers[answer] += (*answers)[answer];
}

AdServerView RemoteServer::view() const
{
    AdServerView view;
    view.name = m_plan.name;
    view.source = m_plan.source;
    view.committed = m_plan.committed();
    view.answering = !isSilent();
    const std::lock_guard lock(m_mutex);
    view.heardAt = m_heardAt;
    view.lastReport = m_lastReport;
    view.latencyMs = m_health.latencyMs;
    view.load = m_health.load;
    view.answers = m_answers;
    view.problem = m_problem;
    return view;
}

} // namespace gavel::runtime
