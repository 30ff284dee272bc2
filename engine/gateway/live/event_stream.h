// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/http/upgrade.h"
#include "engine/gateway/live/live_client.h"

#include <array>

namespace gavel::gateway {

/// A client of server-sent events (WHATWG HTML, section 9.2). What it still sends is thrown away.
class EventStream final : public LiveClient
{
public:
    explicit EventStream(Upgrade connection);
    void start() override;

private:
    void write(const LiveText& text) override;
    void closeConnection() override;
    void listen();
    std::shared_ptr<EventStream> self()
    {
        return std::static_pointer_cast<EventStream>(shared_from_this());
    }

    Upgrade::Socket m_socket;
    std::array<char, 512> m_thrownAway{};
};

} // namespace gavel::gateway
