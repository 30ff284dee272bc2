// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/http/connection.h"

#include "engine/base/clock.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/http/host_check.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace gavel::gateway {

namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr std::size_t kReadBytes = 8'192;
constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::chrono::milliseconds kDrainTime{1'000};

std::string_view viewOf(const boost::beast::flat_buffer& buffer)
{
    const auto data = buffer.data();
    return {static_cast<const char*>(data.data()), data.size()};
}

} // namespace

Reply::Reply(std::weak_ptr<HttpConnection> connection)
    : m_connection(std::move(connection))
{
}

void Reply::send(HttpResponse response) const
{
    if (const auto connection = m_connection.lock())
        connection->send(std::move(response));
}

void Reply::upgrade(std::function<void(Upgrade)> take) const
{
    if (const auto connection = m_connection.lock())
        connection->upgrade(std::move(take));
}

std::shared_ptr<const std::atomic<bool>> Reply::watchCaller() const
{
    return m_connection.lock()->watchCaller();
}

HttpConnection::HttpConnection(Socket socket, const ServerOptions& options,
                               const HttpHandler& handler, ServerCounters& counters,
                               std::size_t listener, unsigned thread)
    : m_socket(std::move(socket))
    , m_options(options)
    , m_handler(handler)
    , m_counters(counters)
    , m_buffer(options.limits.headerBytes + options.limits.bodyBytes + kReadBytes)
{
    m_request.listener = listener;
    m_request.thread = thread;
    error_code noPeer;
    if (const auto peer = m_socket.remote_endpoint(noPeer); !noPeer)
        m_peer = peer.address().to_string();
    m_counters.connections.fetch_add(1, std::memory_order_relaxed);
}

void HttpConnection::ChunkHeaderCheck::operator()(std::uint64_t, std::string_view extensions,
                                                  error_code& error) const
{
    if (!extensions.empty())
        error = http::error::bad_chunk_extension;
}

HttpConnection::~HttpConnection()
{
    m_counters.connections.fetch_sub(1, std::memory_order_relaxed);
}

void HttpConnection::start()
{
    error_code ignored;
    m_socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
    enter(Phase::Idle, m_options.idleTimeout);
    read();
}

void HttpConnection::startRefused()
{
    m_counters.turnedAway.fetch_add(1, std::memory_order_relaxed);
    m_keepAlive = false;
    write(refusal(503, "SERVICE_UNAVAILABLE", "too many connections", base::SystemClock().now()));
}

void HttpConnection::enter(Phase phase, std::chrono::milliseconds patience)
{
    m_phase = phase;
    m_deadline = std::chrono::steady_clock::now() + patience;
}

void HttpConnection::checkDeadline(Instant now)
{
    if (m_phase == Phase::Closed || now < m_deadline)
        return;
    m_counters.timedOut.fetch_add(1, std::memory_order_relaxed);
    close();
}

void HttpConnection::close()
{
    m_phase = Phase::Closed;
    if (m_callerGone)
        *m_callerGone = true;
    error_code ignored;
    m_socket.close(ignored);
}

void HttpConnection::read()
{
    m_socket.async_read_some(
        m_buffer.prepare(kReadBytes),
        [self = shared_from_this()](const error_code& error, std::size_t bytes) {
            self->onRead(error, bytes);
        });
}

void HttpConnection::onRead(const error_code& error, std::size_t bytes)
{
    if (m_phase == Phase::Closed)
        return;
    if (error)
        return close();
    if (m_phase == Phase::Draining)
        return drain();
    m_buffer.commit(bytes);
    if (m_phase == Phase::Idle)
        enter(Phase::Head, m_options.headerTimeout);
    advance();
}

void HttpConnection::advance()
{
    if (m_phase == Phase::Head)
        readHead();
    else if (m_phase == Phase::Body)
        readBody();
}

void HttpConnection::readHead()
{
    const auto bytes = viewOf(m_buffer).substr(0, m_options.limits.headerBytes + kHeadEnd.size());
    const auto end = bytes.find(kHeadEnd);
    if (end == std::string_view::npos) {
        if (bytes.size() > m_options.limits.headerBytes)
            return refuse(431, "the header is larger than its limit");
        return read();
    }
    const Framing framing = checkFraming(bytes.substr(0, end + kHeadEnd.size()), m_options.limits);
    if (!admits(framing))
        return;
    m_target.assign(framing.pathIsEmpty ? "/" : "").append(framing.target);
    m_contentType.assign(framing.contentType);
    m_request.method = methodNamed(framing.method);
    m_request.wrapped = framing.envelope == "1";
    m_keepAlive = framing.keepAlive && ++m_requests < m_options.mostRequests;
    m_parser.emplace();
    m_parser->eager(true);
    m_parser->header_limit(static_cast<std::uint32_t>(m_options.limits.headerBytes));
    m_parser->body_limit(m_options.limits.bodyBytes);
    m_parser->on_chunk_header(m_onChunkHeader);
    const bool bodyIsMissing
        = bytes.size() == end + kHeadEnd.size() && (framing.chunked || framing.contentLength > 0);
    enter(Phase::Body, m_options.bodyTimeout);
    if (framing.expectsContinue && bodyIsMissing) {
        boost::asio::async_write(m_socket, boost::asio::buffer("HTTP/1.1 100 Continue\r\n\r\n", 25),
                                 [self = shared_from_this()](const error_code& error, std::size_t) {
                                     if (error)
                                         self->close();
                                     else
                                         self->readBody();
                                 });
        return;
    }
    readBody();
}

bool HttpConnection::admits(const Framing& framing)
{
    if (framing.refusal != 0) {
        refuse(framing.refusal, framing.reason);
        return false;
    }
    if (!hostIsAllowed(framing.host, m_options.hosts)) {
        refuse(421, "this server does not answer for that Host");
        return false;
    }
    if (!framing.origin.empty() && !originIsAllowed(framing.origin, m_options.hosts)) {
        refuse(403, "pages of that Origin may not call this server");
        return false;
    }
    return true;
}

void HttpConnection::readBody()
{
    error_code error;
    while (m_buffer.size() > 0 && !m_parser->is_done()) {
        const std::size_t used = m_parser->put(m_buffer.data(), error);
        m_buffer.consume(used);
        if (error == http::error::need_more)
            return read();
        if (error == http::error::body_limit)
            return refuse(413, "the body is larger than its limit");
        if (error)
            return refuse(400, "the body is not framed as its header says");
    }
    if (!m_parser->is_done())
        return read();
    dispatch();
}

void HttpConnection::dispatch()
{
    m_request.target = m_target;
    m_request.contentType = m_contentType;
    const auto& message = m_parser->get();
    m_request.body = message.body();
    const auto header = [&](auto name) {
        const auto value = message[name];
        return std::string_view(value.data(), value.size());
    };
    m_request.userAgent = header(http::field::user_agent);
    m_request.forwardedFor = header("X-Forwarded-For");
    m_request.realIp = header("X-Real-IP");
    m_request.lastEventId = header("Last-Event-ID");
    m_request.peer = m_peer;
    m_request.wantsWebSocket = boost::beast::websocket::is_upgrade(message);
    enter(Phase::Answering, m_options.answerTimeout);
    m_handler(m_request, Reply(weak_from_this()));
}

std::shared_ptr<const std::atomic<bool>> HttpConnection::watchCaller()
{
    m_callerGone = std::make_shared<std::atomic<bool>>(false);
    lookForEnd();
    return m_callerGone;
}

/// Nothing is taken from the socket: bytes there are the next request, which waits for its turn.
void HttpConnection::lookForEnd()
{
    m_socket.async_wait(
        Socket::wait_read,
        [self = shared_from_this(), gone = m_callerGone](const error_code& error) {
            if (error || self->m_callerGone != gone || self->m_phase != Phase::Answering)
                return;
            char byte = 0;
            const auto there
                = ::recv(self->m_socket.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
            if (there < 0 && (errno == EAGAIN || errno == EINTR))
                return self->lookForEnd();
            if (there <= 0)
                *gone = true;
        });
}

void HttpConnection::send(HttpResponse response)
{
    boost::asio::dispatch(m_socket.get_executor(),
                          [self = shared_from_this(), answer = std::move(response)] {
                              if (self->m_phase == Phase::Answering)
                                  self->write(answer);
                          });
}

void HttpConnection::upgrade(std::function<void(Upgrade)> take)
{
    boost::asio::dispatch(m_socket.get_executor(),
                          [self = shared_from_this(), taker = std::move(take)] {
                              if (self->m_phase == Phase::Answering)
                                  self->handOver(taker);
                          });
}

void HttpConnection::handOver(const std::function<void(Upgrade)>& take)
{
    if (m_buffer.size() > 0)
        return refuse(400, "nothing may follow an upgrade before it is answered");
    m_counters.responses[1].fetch_add(1, std::memory_order_relaxed);
    m_phase = Phase::Closed;
    m_callerGone.reset();
    take({std::move(m_socket), m_parser->release()});
}

void HttpConnection::refuse(unsigned status, std::string_view reason)
{
    m_counters.misframed.fetch_add(1, std::memory_order_relaxed);
    m_keepAlive = false;
    write(refusal(status, "INVALID_REQUEST", reason, base::SystemClock().now()));
}

void HttpConnection::write(const HttpResponse& response)
{
    m_counters.responses[std::min<std::size_t>(response.status / 100, 5)].fetch_add(
        1, std::memory_order_relaxed);
    m_out.clear();
    m_out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    m_out.append(reasonPhrase(response.status)).append("\r\nServer: gavel\r\n");
    if (response.status != 204) {
        m_out.append("Content-Type: ").append(response.contentType);
        m_out.append("\r\nX-Content-Type-Options: nosniff\r\nContent-Length: ");
        m_out.append(std::to_string(response.body.size())).append("\r\n");
    }
    if (response.contentType.starts_with("text/html"))
        m_out.append("Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n");
    if (response.retryAfterSeconds > 0)
        m_out.append("Retry-After: ")
            .append(std::to_string(response.retryAfterSeconds))
            .append("\r\n");
    if (!response.allow.empty())
        m_out.append("Allow: ").append(response.allow).append("\r\n");
    m_out.append(m_keepAlive ? "\r\n" : "Connection: close\r\n\r\n");
    if (response.status != 204 && m_request.method != Method::Head)
        m_out.append(response.body);
    m_callerGone.reset();
    enter(Phase::Writing, m_options.bodyTimeout);
    boost::asio::async_write(m_socket, boost::asio::buffer(m_out),
                             [self = shared_from_this()](const error_code& error, std::size_t) {
                                 self->onWritten(error);
                             });
}

void HttpConnection::onWritten(const error_code& error)
{
    if (m_phase == Phase::Closed)
        return;
    if (error)
        return close();
    if (!m_keepAlive) {
        // The peer reads the answer before it sees the end; what it still sends is thrown away.
        error_code ignored;
        m_socket.shutdown(Socket::shutdown_send, ignored);
        enter(Phase::Draining, kDrainTime);
        return drain();
    }
    if (m_buffer.size() == 0) {
        enter(Phase::Idle, m_options.idleTimeout);
        return read();
    }
    enter(Phase::Head, m_options.headerTimeout);
    advance();
}

void HttpConnection::drain()
{
    m_buffer.clear();
    read();
}

} // namespace gavel::gateway
