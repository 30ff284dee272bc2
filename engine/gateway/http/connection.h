// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/http/framing.h"
#include "engine/gateway/http/message.h"
#include "engine/gateway/http/server.h"
#include "engine/gateway/http/upgrade.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace gavel::gateway {

/// One accepted connection on its thread's io_context: reads a request, gives it to the handler,
/// writes the answer, and only then looks at the next request, so that pipelined answers keep their
/// order.
class HttpConnection : public std::enable_shared_from_this<HttpConnection>
{
public:
    using Socket = boost::asio::ip::tcp::socket;
    using Instant = std::chrono::steady_clock::time_point;

    HttpConnection(Socket socket, const ServerOptions& options, const HttpHandler& handler,
                   ServerCounters& counters, std::size_t listener, unsigned thread);
    ~HttpConnection();
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    void start();
    /// Answers 503 and closes: there are too many connections.
    void startRefused();
    void send(HttpResponse response);
    void upgrade(std::function<void(Upgrade)> take);
    std::shared_ptr<const std::atomic<bool>> watchCaller();
    /// Closes the connection when it is later than the deadline of what it waits for.
    void checkDeadline(Instant now);
    void close();
    /// True when nothing more is read or written: closed, or given away by an upgrade.
    bool isOver() const { return m_phase == Phase::Closed; }

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    enum class Phase : std::uint8_t { Idle, Head, Body, Answering, Writing, Draining, Closed };

    /// Chunk extensions mean different things to different parsers: none is taken.
    struct ChunkHeaderCheck
    {
        void operator()(std::uint64_t bytes, std::string_view extensions,
                        boost::system::error_code& error) const;
    };

    void read();
    void onRead(const boost::system::error_code& error, std::size_t bytes);
    void advance();
    void readHead();
    bool admits(const Framing& framing);
    void readBody();
    void dispatch();
    void lookForEnd();
    void handOver(const std::function<void(Upgrade)>& take);
    void refuse(unsigned status, std::string_view reason);
    void write(const HttpResponse& response);
    void onWritten(const boost::system::error_code& error);
    void drain();
    void enter(Phase phase, std::chrono::milliseconds patience);

    Socket m_socket;
    const ServerOptions& m_options;
    const HttpHandler& m_handler;
    ServerCounters& m_counters;
    boost::beast::flat_buffer m_buffer;
    ChunkHeaderCheck m_onChunkHeader;
    std::optional<Parser> m_parser;
    HttpRequest m_request;
    std::string m_target;
    std::string m_contentType;
    std::string m_peer;
    std::string m_out;
    Instant m_deadline = Instant::max();
    std::shared_ptr<std::atomic<bool>> m_callerGone; ///< while an answer is awaited and watched
    Phase m_phase = Phase::Idle;
    bool m_keepAlive = true;
    std::uint64_t m_requests = 0;
};

} // namespace gavel::gateway
