// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/gateway/http/framing.h"
#include "engine/gateway/http/message.h"

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gavel::gateway {

struct ServerOptions
{
    std::string bind = "127.0.0.1";
    std::vector<std::uint16_t> ports; ///< 0 = any free one; see HttpServer::ports()
    unsigned threads = 1;
    FramingLimits limits;
    std::size_t mostConnections = 1024; ///< of each thread
    std::uint64_t mostRequests = 1'000'000; ///< of one connection
    std::chrono::milliseconds headerTimeout{5'000};
    std::chrono::milliseconds bodyTimeout{30'000};
    std::chrono::milliseconds idleTimeout{60'000};
    std::chrono::milliseconds answerTimeout{60'000};
    /// Host names that requests may name beside localhost and plain addresses.
    std::vector<std::string> hosts;
};

/// What the server has seen; any thread may read.
struct ServerCounters
{
    std::atomic<std::uint64_t> connections{0}; ///< open now
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> turnedAway{0}; ///< connections over the limit
    std::atomic<std::uint64_t> timedOut{0};
    std::atomic<std::uint64_t> misframed{0}; ///< requests refused before a handler saw them
    std::array<std::atomic<std::uint64_t>, 6> responses{}; ///< by hundreds of the status
};

/// Called on a server thread; must not block. The request lives until the reply is sent.
using HttpHandler = std::function<void(const HttpRequest&, Reply)>;

/// Listens on every port with every thread; each thread has its own io_context and its own
/// connections.
class HttpServer
{
public:
    /// Errors: SERVICE_UNAVAILABLE when an address cannot be listened on (naming it).
    static Result<std::unique_ptr<HttpServer>> start(ServerOptions options, HttpHandler handler);
    /// Stops: no new connections, open ones are closed, threads joined.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// The ports in the order of the options.
    const std::vector<std::uint16_t>& ports() const;
    unsigned threads() const;
    const ServerCounters& counters() const;
    /// Runs work on a server thread soon; from any thread.
    void post(unsigned thread, std::function<void()> work);
    /// Ends the threads; a second call does nothing.
    void stop();

private:
    struct State;
    explicit HttpServer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace gavel::gateway
