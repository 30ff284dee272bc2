// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/scripted_service.h"

#include "tests/integration/self_signed.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <mutex>
#include <thread>

namespace http = boost::beast::http;

class ScriptedService::Server
{
public:
    Server(Script script, SelfSigned* secure)
        : m_acceptor(m_context, {boost::asio::ip::address_v4::loopback(), 0})
        , m_secure(secure)
        , m_script(std::move(script))
        , m_thread([this] { serve(); })
    {
    }
    ~Server()
    {
        boost::system::error_code ignored;
        m_stop = true;
        Socket(m_context).connect(m_acceptor.local_endpoint(), ignored);
        m_thread.join();
    }
    std::uint16_t port() const { return m_acceptor.local_endpoint().port(); }
    std::vector<ReceivedRequest> received() const
    {
        const std::lock_guard lock(m_mutex);
        return m_received;
    }

private:
    using Socket = boost::asio::ip::tcp::socket;

    void serve();
    template<typename Stream>
    bool answer(Stream& stream);
    ScriptedAnswer take(const http::request<http::string_body>& request);

    boost::asio::io_context m_context;
    boost::asio::ip::tcp::acceptor m_acceptor;
    SelfSigned* m_secure;
    mutable std::mutex m_mutex; ///< guards what follows
    Script m_script;
    std::vector<ReceivedRequest> m_received;
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

void ScriptedService::Server::serve()
{
    std::vector<Socket> silent; // open, without an answer
    while (!m_stop) {
        boost::system::error_code error;
        Socket socket(m_context);
        m_acceptor.accept(socket, error);
        if (m_stop || error)
            return;
        if (m_secure == nullptr) {
            if (!answer(socket))
                silent.push_back(std::move(socket));
            continue;
        }
        boost::asio::ssl::stream<Socket&> stream(socket, m_secure->context());
        stream.handshake(boost::asio::ssl::stream_base::server, error);
        if (!error)
            answer(stream);
    }
}

/// False when it says nothing.
template<typename Stream>
bool ScriptedService::Server::answer(Stream& stream)
{
    boost::system::error_code error;
    boost::beast::flat_buffer buffer;
    http::request<http::string_body> request;
    http::read(stream, buffer, request, error);
    if (error)
        return true;
    const ScriptedAnswer said = take(request);
    if (said.status == 0)
        return false;
    http::response<http::string_body> response;
    response.version(11);
    response.result(said.status);
    response.body() = said.body;
    if (!said.retryAfter.empty())
        response.set(http::field::retry_after, said.retryAfter);
    if (!said.location.empty())
        response.set(http::field::location, said.location);
    response.keep_alive(false);
    response.prepare_payload();
    http::write(stream, response, error);
    return true;
}

/// Keeps what was asked; the script's next answer.
ScriptedAnswer ScriptedService::Server::take(const http::request<http::string_body>& request)
{
    const std::lock_guard lock(m_mutex);
    m_received.push_back({std::string(request.target()), std::string(request["Idempotency-Key"]),
                          std::string(request[http::field::content_type]), request.body()});
    for (const auto& field : request) {
        std::string name(field.name_string());
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
        m_received.back().headers[name] = std::string(field.value());
    }
    if (m_script.empty())
        return {};
    ScriptedAnswer said = std::move(m_script.front());
    m_script.pop_front();
    return said;
}

ScriptedService::ScriptedService(Script script, SelfSigned* secure)
    : m_server(std::make_unique<Server>(std::move(script), secure))
{
}

ScriptedService::~ScriptedService() = default;

std::uint16_t ScriptedService::port() const
{
    return m_server->port();
}

std::vector<ReceivedRequest> ScriptedService::received() const
{
    return m_server->received();
}
