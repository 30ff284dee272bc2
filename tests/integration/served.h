// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/gateway.h"

#include <QProcess>
#include <QRegularExpression>

#include <vector>

namespace gavel {

/// `gaveld serve` on a workspace, with ports of the system's choice.
class Served
{
public:
    explicit Served(const QString& file)
    {
        m_process.setReadChannel(QProcess::StandardError);
        m_process.start(QStringLiteral(GAVELD),
                        {"serve", file, "--ports", "0,0,0,0,0", "--collector-port", "0"});
        const QRegularExpression listening("\\S+ on http://127\\.0\\.0\\.1:(\\d+)");
        QByteArray said;
        while (!runs() && m_process.waitForReadyRead(30'000)) {
            said += m_process.readAllStandardError();
            m_ports.clear();
            for (auto found = listening.globalMatch(QString::fromUtf8(said)); found.hasNext();)
                m_ports.push_back(found.next().captured(1).toUShort());
        }
    }
    ~Served() { kill(); }
    void kill()
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished();
    }
    bool runs() const { return m_ports.size() == kPorts; }
    std::uint16_t port(gateway::Service service) const
    {
        return m_ports.at(static_cast<std::size_t>(service));
    }
    std::uint16_t collectorPort() const { return m_ports.at(kPorts - 1); }

private:
    static constexpr std::size_t kPorts = 6; ///< of the services, in their order, and the collector

    QProcess m_process;
    std::vector<std::uint16_t> m_ports;
};

} // namespace gavel
