// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/http/message.h"
#include "engine/gateway/http/router.h"
#include "engine/runtime/topics.h"

#include <chrono>
#include <memory>

namespace gavel::gateway {

struct LiveOptions
{
    std::size_t mostClients = 256;
    /// Messages; who was up to date and falls behind so far is dropped.
    std::uint64_t mostBehind = 100'000;
    /// Who takes nothing for so long is dropped.
    std::chrono::milliseconds patience{30'000};
};

/// What has become of those who listen since the program began.
struct LiveCounts
{
    std::uint64_t clients = 0; ///< now
    std::uint64_t taken = 0;
    std::uint64_t refused = 0; ///< over the limit
    std::uint64_t slow = 0; ///< dropped: they fell behind too far
    std::uint64_t stuck = 0; ///< dropped: they took nothing for half a minute
    std::uint64_t messages = 0; ///< put into queues
    std::uint64_t missed = 0; ///< that were gone before a client came for them
};

/// Tells those who listen what happens, from a thread of its own.
class Live
{
public:
    static constexpr std::string_view kBase = "/api/v1/live";

    /// Both must outlive it.
    Live(runtime::Topics& topics, const base::Clock& clock, LiveOptions options = {});
    /// Ends every client.
    ~Live(); // NOLINT(bugprone-exception-escape)
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;

    /// A request under kBase; `path` is what comes behind it. Within the server's handler.
    void handle(std::string_view path, const ServiceCall& call, const HttpRequest& request,
                const Reply& reply);
    LiveCounts counts() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gavel::gateway
