// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

/// What a receiver is to answer. Status 0: it takes the request and says nothing.
struct ScriptedAnswer
{
    unsigned status = 200;
    std::string body{};
    std::string retryAfter{};
    std::string location{};
};

using Script = std::deque<ScriptedAnswer>;

/// What it was sent.
struct ReceivedRequest
{
    std::string target;
    std::string key; ///< Idempotency-Key
    std::string contentType;
    std::string body;
    std::map<std::string, std::string> headers{}; ///< by name in small letters
};

/// A receiver of webhooks: answers one request after the other as the script says, then 200. With
/// a context of TLS it speaks https.
class ScriptedService
{
public:
    explicit ScriptedService(Script script, boost::asio::ssl::context* secure = nullptr)
        : m_acceptor(m_context, {boost::asio::ip::address_v4::loopback(), 0})
        , m_secure(secure)
        , m_script(std::move(script))
        , m_thread([this] { serve(); })
    {
    }
    ~ScriptedService()
    {
        boost::system::error_code ignored;
        m_stop = true;
        boost::asio::ip::tcp::socket(m_context).connect(m_acceptor.local_endpoint(), ignored);
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

    void serve()
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
            boost::asio::ssl::stream<Socket&> stream(socket, *m_secure);
            stream.handshake(boost::asio::ssl::stream_base::server, error);
            if (!error)
                answer(stream);
        }
    }
    /// False when it says nothing.
    template<typename Stream>
    bool answer(Stream& stream)
    {
        namespace http = boost::beast::http;
        boost::system::error_code error;
        boost::beast::flat_buffer buffer;
        http::request<http::string_body> request;
        http::read(stream, buffer, request, error);
        if (error)
            return true;
        ScriptedAnswer said;
        {
            const std::lock_guard lock(m_mutex);
            m_received.push_back({std::string(request.target()),
                                  std::string(request["Idempotency-Key"]),
                                  std::string(request[http::field::content_type]), request.body()});
            for (const auto& field : request) {
                std::string name(field.name_string());
                std::ranges::transform(name, name.begin(),
                                       [](unsigned char c) { return std::tolower(c); });
                m_received.back().headers[name] = std::string(field.value());
            }
            if (!m_script.empty()) {
                said = m_script.front();
                m_script.pop_front();
            }
        }
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

    boost::asio::io_context m_context;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::ssl::context* m_secure;
    mutable std::mutex m_mutex; ///< guards what follows
    Script m_script;
    std::vector<ReceivedRequest> m_received;
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};
