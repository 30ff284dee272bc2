// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/http/upgrade.h"
#include "engine/gateway/live/live_client.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

namespace gavel::gateway {

/// A client at a WebSocket (RFC 6455): a message of text for each text. What it sends is read for
/// its pings and its end, and thrown away.
class LiveSocket final : public LiveClient
{
public:
    explicit LiveSocket(Upgrade connection);
    void start() override;

private:
    void write(const LiveText& text) override;
    void closeConnection() override;
    void listen();
    std::shared_ptr<LiveSocket> self()
    {
        return std::static_pointer_cast<LiveSocket>(shared_from_this());
    }

    Upgrade::Request m_request;
    boost::beast::websocket::stream<Upgrade::Socket> m_stream;
    boost::beast::flat_buffer m_thrownAway;
};

} // namespace gavel::gateway
