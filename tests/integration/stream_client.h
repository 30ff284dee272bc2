// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/json.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include <string>

/// A sender of a test that streams events.
class StreamClient
{
public:
    explicit StreamClient(std::uint16_t port, const std::string& query = {},
                          const std::string& host = "127.0.0.1", const std::string& origin = {})
        : m_stream(m_context)
    {
        namespace websocket = boost::beast::websocket;
        m_stream.next_layer().connect({boost::asio::ip::address_v4::loopback(), port});
        m_stream.set_option(
            websocket::stream_base::decorator([&](websocket::request_type& request) {
                if (!origin.empty())
                    request.set(boost::beast::http::field::origin, origin);
            }));
        m_stream.handshake(m_response, host, "/api/v1/events/stream" + query, m_error);
        if (!m_error)
            hello = read();
    }
    /// The status of the answer to the upgrade.
    unsigned status() const { return m_response.result_int(); }
    bool isOpen() const { return !m_error; }

    void send(const std::string& text, bool binary = false)
    {
        m_stream.binary(binary);
        m_stream.write(boost::asio::buffer(text), m_error);
    }
    /// The next answer; null when the connection has ended.
    boost::json::value read()
    {
        boost::beast::flat_buffer buffer;
        m_stream.read(buffer, m_error);
        if (m_error)
            return {};
        const auto value
            = gavel::base::parseJson(boost::beast::buffers_to_string(buffer.data()), "answer");
        return value ? *value : boost::json::value();
    }
    boost::json::value call(const std::string& text)
    {
        send(text);
        return read();
    }
    /// Why the server ended it.
    unsigned closeCode() const { return m_stream.reason().code; }
    bool ping()
    {
        bool isAnswered = false;
        m_stream.control_callback([&](auto kind, auto) {
            isAnswered = kind == boost::beast::websocket::frame_type::pong;
        });
        m_stream.ping({}, m_error);
        const auto answer = call("[]"); // a read sees the pong before it
        m_stream.control_callback({});
        return isAnswered && !answer.is_null();
    }
    /// Goes without a word, after bytes that are no whole frame.
    void vanish(const std::string& bytes = {})
    {
        auto& socket = m_stream.next_layer();
        boost::system::error_code ignored;
        boost::asio::write(socket, boost::asio::buffer(bytes), ignored);
        socket.set_option(boost::asio::socket_base::linger(true, 0), ignored);
        socket.close(ignored);
    }

    boost::json::value hello;

private:
    boost::asio::io_context m_context;
    boost::beast::websocket::stream<boost::asio::ip::tcp::socket> m_stream;
    boost::beast::websocket::response_type m_response;
    boost::system::error_code m_error;
};
