// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/json.h"

#include <cstdint>
#include <memory>
#include <string>

/// A test that listens to server-sent events.
class ListeningClient
{
public:
    ListeningClient(std::uint16_t port, const std::string& target, const std::string& lastId = {},
                    int receiveBuffer = 0);
    ~ListeningClient();

    /// The next event's data; keeps its id. Comments and ids alone are passed over, but kept.
    boost::json::value next();
    /// Returns when the client has its first id: what happens now is told to it.
    void waitForBegin();

    std::string head;
    std::string id;

private:
    std::string until(const char* end);

    struct Connection;
    std::unique_ptr<Connection> m_connection;
};

/// A test at a WebSocket.
class SocketClient
{
public:
    SocketClient(std::uint16_t port, const std::string& target);
    ~SocketClient();

    /// The next message; null when the connection has ended.
    boost::json::value next();

private:
    struct Connection;
    std::unique_ptr<Connection> m_connection;
};
