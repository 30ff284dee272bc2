// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/json.h"

#include <cstdint>
#include <memory>
#include <string>

/// A sender of a test that streams events.
class StreamClient
{
public:
    explicit StreamClient(std::uint16_t port, const std::string& query = {},
                          const std::string& host = "127.0.0.1", const std::string& origin = {});
    StreamClient(StreamClient&&) noexcept;
    ~StreamClient();

    /// The status of the answer to the upgrade.
    unsigned status() const;
    bool isOpen() const;

    void send(const std::string& text, bool binary = false);
    /// The next answer; null when the connection has ended.
    boost::json::value read();
    boost::json::value call(const std::string& text);
    /// Why the server ended it.
    unsigned closeCode() const;
    bool ping();
    /// Goes without a word, after bytes that are no whole frame.
    void vanish(const std::string& bytes = {});

    boost::json::value hello;

private:
    struct Connection;
    std::unique_ptr<Connection> m_connection;
};
