// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/http/server.h"

#include "engine/gateway/http/connection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <sys/socket.h>
#include <thread>
#include <utility>

namespace gavel::gateway {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::chrono::milliseconds kDeadlineTick{200};
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

Error cannotListen(const std::string& bind, std::uint16_t port, const error_code& error)
{
    return {"SERVICE_UNAVAILABLE", bind + ":" + std::to_string(port), error.message(),
            "choose a free port, or end the program that listens there"};
}

/// What one thread owns.
struct ServerThread
{
    asio::io_context context{1};
    std::vector<tcp::acceptor> acceptors;
    std::vector<std::shared_ptr<HttpConnection>> connections; ///< that are not over
    std::vector<std::size_t> idleListeners; ///< to accept again at the next tick
    asio::steady_timer tick{context};
    std::thread runner;
};

void forgetTheClosed(std::vector<std::shared_ptr<HttpConnection>>& connections)
{
    std::erase_if(connections, [](const auto& connection) { return connection->isOver(); });
}

} // namespace

struct HttpServer::State
{
    ServerOptions options;
    HttpHandler handler;
    ServerCounters counters;
    std::vector<std::uint16_t> ports;
    std::vector<std::unique_ptr<ServerThread>> threads;

    Result<void> listen();
    Result<void> probe(const asio::ip::address& address, std::uint16_t& port);
    void accept(unsigned thread, std::size_t listener);
    void onAccepted(unsigned thread, std::size_t listener, tcp::socket socket);
    void watch(unsigned thread);
};

/// Ports are shared between this server's threads only: a first socket without sharing finds out
/// whether another program has the port, and which one "any" is.
Result<void> HttpServer::State::probe(const asio::ip::address& address, std::uint16_t& port)
{
    error_code error;
    asio::io_context context;
    tcp::acceptor probe(context);
    const tcp::endpoint wanted(address, port);
    probe.open(wanted.protocol(), error);
    if (!error)
        probe.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        probe.bind(wanted, error);
    if (!error)
        probe.listen(1, error);
    if (error)
        return cannotListen(options.bind, port, error);
    port = probe.local_endpoint().port();
    return {};
}

Result<void> HttpServer::State::listen()
{
    error_code error;
    const auto address = asio::ip::make_address(options.bind, error);
    if (error)
        return cannotListen(options.bind, 0, error);
    for (std::uint16_t port : options.ports) {
        if (auto free = probe(address, port); !free)
            return free.error();
        ports.push_back(port);
        for (auto& thread : threads) {
            tcp::acceptor acceptor(thread->context);
            const tcp::endpoint endpoint(address, port);
            acceptor.open(endpoint.protocol(), error);
            if (!error)
                acceptor.set_option(tcp::acceptor::reuse_address(true), error);
            if (!error)
                acceptor.set_option(ReusePort(true), error);
            if (!error)
                acceptor.bind(endpoint, error);
            if (!error)
                acceptor.listen(asio::socket_base::max_listen_connections, error);
            if (error)
                return cannotListen(options.bind, port, error);
            thread->acceptors.push_back(std::move(acceptor));
        }
    }
    return {};
}

void HttpServer::State::accept(unsigned thread, std::size_t listener)
{
    threads[thread]->acceptors[listener].async_accept(
        [this, thread, listener](const error_code& error, tcp::socket socket) {
            if (error == asio::error::operation_aborted)
                return;
            if (error) {
                // Out of descriptors: asking again at once would only burn the thread.
                threads[thread]->idleListeners.push_back(listener);
                return;
            }
            onAccepted(thread, listener, std::move(socket));
            accept(thread, listener);
        });
}

void HttpServer::State::onAccepted(unsigned thread, std::size_t listener, tcp::socket socket)
{
    counters.accepted.fetch_add(1, std::memory_order_relaxed);
    auto& connections = threads[thread]->connections;
    forgetTheClosed(connections);
    const bool full = connections.size() >= options.mostConnections;
    auto connection = std::make_shared<HttpConnection>(std::move(socket), options, handler,
                                                       counters, listener, thread);
    connections.push_back(connection);
    if (full)
        connection->startRefused();
    else
        connection->start();
}

void HttpServer::State::watch(unsigned thread)
{
    auto& own = *threads[thread];
    own.tick.expires_after(kDeadlineTick);
    own.tick.async_wait([this, thread](const error_code& error) {
        if (error)
            return;
        const auto now = std::chrono::steady_clock::now();
        auto& connections = threads[thread]->connections;
        for (const auto& connection : connections)
            connection->checkDeadline(now);
        forgetTheClosed(connections);
        for (const std::size_t listener : std::exchange(threads[thread]->idleListeners, {}))
            accept(thread, listener);
        watch(thread);
    });
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(ServerOptions options, HttpHandler handler)
{
    auto state = std::make_unique<State>();
    state->options = std::move(options);
    state->handler = std::move(handler);
    for (unsigned i = 0; i < std::max(1U, state->options.threads); ++i)
        state->threads.push_back(std::make_unique<ServerThread>());
    if (auto listening = state->listen(); !listening)
        return listening.error();
    for (unsigned thread = 0; thread < state->threads.size(); ++thread) {
        for (std::size_t listener = 0; listener < state->ports.size(); ++listener)
            state->accept(thread, listener);
        state->watch(thread);
        auto& own = *state->threads[thread];
        own.runner = std::thread([&own] { own.context.run(); });
    }
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

HttpServer::HttpServer(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

HttpServer::~HttpServer()
{
    stop();
}

void HttpServer::stop()
{
    for (auto& thread : m_state->threads)
        thread->context.stop();
    for (auto& thread : m_state->threads)
        if (thread->runner.joinable())
            thread->runner.join();
}

const std::vector<std::uint16_t>& HttpServer::ports() const
{
    return m_state->ports;
}

unsigned HttpServer::threads() const
{
    return static_cast<unsigned>(m_state->threads.size());
}

const ServerCounters& HttpServer::counters() const
{
    return m_state->counters;
}

void HttpServer::post(unsigned thread, std::function<void()> work)
{
    asio::post(m_state->threads[thread]->context, std::move(work));
}

} // namespace gavel::gateway
