// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/json.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <initializer_list>
#include <string>

namespace json = boost::json;

/// What a service answered.
struct Answered
{
    unsigned status = 0;
    std::string body;
    std::string retryAfter;
    std::string allow;

    boost::json::value json() const
    {
        const auto value = gavel::base::parseJson(body, "answer");
        return value ? *value : boost::json::value();
    }
};

/// A connection of a test to one port, kept alive between calls.
class RestClient
{
public:
    explicit RestClient(std::uint16_t port)
        : m_port(port)
        , m_socket(m_context)
    {
        connect();
    }

    Answered call(const char* method, const std::string& path, const std::string& body = {},
                  const char* envelope = nullptr)
    {
        namespace http = boost::beast::http;
        http::request<http::string_body> request;
        request.method_string(method);
        request.target(path);
        request.version(11);
        request.set(http::field::host, "127.0.0.1:" + std::to_string(m_port));
        if (envelope != nullptr)
            request.set("X-Gavel-Envelope", envelope);
        request.body() = body;
        if (!body.empty())
            request.prepare_payload();
        http::write(m_socket, request);
        http::response<http::string_body> response;
        http::read(m_socket, m_buffer, response);
        Answered answered{response.result_int(), response.body(),
                          std::string(response[http::field::retry_after]),
                          std::string(response[http::field::allow])};
        if (!response.keep_alive())
            connect();
        return answered;
    }
    Answered get(const std::string& path) { return call("GET", path); }
    Answered post(const std::string& path, const std::string& body = {})
    {
        return call("POST", path, body);
    }

    /// Sends bytes as they are and reads until the server closes.
    static std::string raw(std::uint16_t port, const std::string& bytes)
    {
        boost::asio::io_context context;
        boost::asio::ip::tcp::socket socket(context);
        boost::system::error_code error;
        socket.connect({boost::asio::ip::address_v4::loopback(), port}, error);
        boost::asio::write(socket, boost::asio::buffer(bytes), error);
        std::string answer;
        boost::asio::read(socket, boost::asio::dynamic_buffer(answer), error);
        return answer;
    }

private:
    void connect()
    {
        m_socket = boost::asio::ip::tcp::socket(m_context);
        m_buffer.clear();
        m_socket.connect({boost::asio::ip::address_v4::loopback(), m_port});
    }

    std::uint16_t m_port;
    boost::asio::io_context m_context;
    boost::asio::ip::tcp::socket m_socket;
    boost::beast::flat_buffer m_buffer;
};

inline std::string textAt(const json::value& value, const char* key)
{
    const auto* object = value.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains(key);
    return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
}

inline double numberAt(const json::value& value, const char* key)
{
    const auto* object = value.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains(key);
    return found != nullptr && found->is_number() ? found->to_number<double>() : -1;
}

inline bool has(const json::value& value, std::initializer_list<const char*> keys)
{
    const auto* object = value.if_object();
    for (const auto* key : keys)
        if (object == nullptr || !object->contains(key))
            return false;
    return true;
}
