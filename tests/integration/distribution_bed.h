// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/distribution/distribution.h"
#include "engine/health/alert_tables.h"
#include "engine/pipeline/pipeline_tables.h"
#include "engine/runtime/desks/subscriptions.h"
#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <string>
#include <vector>

/// A webhook on this machine that is tried at most three times, at once.
inline std::string hook(const std::string& name, std::uint16_t port)
{
    return R"({"name": ")" + name + R"(", "channel": "webhook", "place": "http://127.0.0.1:)"
        + std::to_string(port) + "/" + name
        + R"(", "notification": {"format": "generic"}, )"
          R"("retry": {"attempts": 3, "first_ms": 1, "most_ms": 20}})";
}

/// Files in a folder, without waiting for more messages.
inline std::string filesIn(const std::string& folder)
{
    return R"({"name": "log", "channel": "files", "batch": {"most_wait_ms": 0}, "place": ")"
        + folder + R"(", "retry": {"attempts": 2, "first_ms": 1, "most_ms": 5}})";
}

inline std::string documentOf(const std::vector<std::string>& subscribers,
                              const std::vector<std::uint16_t>& ports)
{
    std::string text = R"({"allow": {"hosts": ["127.0.0.1"], "ports": [)";
    for (const std::uint16_t port : ports)
        text += (text.ends_with('[') ? "" : ", ") + std::to_string(port);
    text += R"(]}, "subscribers": [)";
    for (const std::string& one : subscribers)
        text += (text.ends_with('[') ? "" : ", ") + one;
    return text + "]}";
}

/// Subscribers of a real workspace, and a sender.
class DistributionBed
{
public:
    DistributionBed() { open(); }
    ~DistributionBed() { close(); }
    void open()
    {
        std::vector<gavel::store::Migration> rooms(gavel::pipeline::pipelineMigrations().begin(),
                                                   gavel::pipeline::pipelineMigrations().end());
        rooms.insert(rooms.end(), gavel::health::healthMigrations().begin(),
                     gavel::health::healthMigrations().end());
        m_workspace = gavel::store::Workspace::open(path("w.gavel"), rooms).value();
        desk = gavel::runtime::Subscriptions::open({*m_workspace, m_clock, 7, [](const auto&) {}})
                   .value();
        m_distribution = std::make_unique<gavel::gateway::Distribution>(*desk, m_clock);
    }
    /// What is under way is not waited for.
    void close()
    {
        m_distribution.reset();
        desk.reset();
        m_workspace.reset();
    }
    void restartSender()
    {
        m_distribution.reset();
        m_distribution = std::make_unique<gavel::gateway::Distribution>(*desk, m_clock);
    }
    void set(const std::vector<std::string>& subscribers, const std::vector<std::uint16_t>& ports)
    {
        desk->setDocument(documentOf(subscribers, ports), "Mina").value();
    }
    void happens(const std::string& rule)
    {
        gavel::metrics::AlertChange change;
        change.kind = gavel::metrics::AlertChangeKind::Firing;
        change.at = m_clock.now();
        change.tell = true;
        change.alert.rule = change.alert.name = rule;
        change.alert.fingerprint = gavel::metrics::fingerprintOf(rule, "");
        change.alert.state = gavel::metrics::AlertState::Firing;
        m_workspace
            ->writeAndWait([&](gavel::store::Connection& connection) {
                return gavel::health::keepAlertChange(connection, {change, {}});
            })
            .value();
        desk->hear();
    }
    std::size_t dead(gavel::pipeline::DeadState state = gavel::pipeline::DeadState::Open) const
    {
        gavel::runtime::DeadDeliveryQuery query;
        query.state = state;
        return desk->deadDeliveries(query).value().size();
    }
    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

    std::unique_ptr<gavel::runtime::Subscriptions> desk;

private:
    QTemporaryDir m_folder;
    gavel::base::SystemClock m_clock;
    std::unique_ptr<gavel::store::Workspace> m_workspace;
    std::unique_ptr<gavel::gateway::Distribution> m_distribution;
};
