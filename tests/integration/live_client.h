// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/json.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

#include <string>
#include <vector>

/// A test that listens to server-sent events.
class ListeningClient
{
public:
    using Tcp = boost::asio::ip::tcp;

    ListeningClient(std::uint16_t port, const std::string& target, const std::string& lastId = {},
                    int receiveBuffer = 0)
    {
        m_socket.open(Tcp::v4());
        if (receiveBuffer > 0)
            m_socket.set_option(Tcp::socket::receive_buffer_size(receiveBuffer));
        m_socket.connect({boost::asio::ip::address_v4::loopback(), port});
        std::string request = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        if (!lastId.empty())
            request += "Last-Event-ID: " + lastId + "\r\n";
        boost::asio::write(m_socket, boost::asio::buffer(request + "\r\n"));
        head = until("\r\n\r\n");
    }
    /// The next event's data; keeps its id. Comments and ids alone are passed over, but kept.
    boost::json::value next()
    {
        for (;;) {
            const std::string block = until("\n\n");
            if (block.empty())
                return {};
            std::string data;
            for (std::size_t from = 0; from < block.size();) {
                const auto end = block.find('\n', from);
                const std::string line = block.substr(from, end - from);
                if (line.starts_with("id: "))
                    id = line.substr(4);
                if (line.starts_with("data: "))
                    data = line.substr(6);
                from = end + 1;
            }
            if (!data.empty())
                return gavel::base::parseJson(data, "event").value();
        }
    }
    /// Returns when the client has its first id: what happens now is told to it.
    void waitForBegin() { until("\n\n"); }

    std::string head;
    std::string id;

private:
    std::string until(const char* end)
    {
        boost::system::error_code error;
        const auto bytes = boost::asio::read_until(m_socket, m_buffer, end, error);
        if (error)
            return {};
        std::string text(static_cast<const char*>(m_buffer.data().data()), bytes);
        m_buffer.consume(bytes);
        return text;
    }

    boost::asio::io_context m_context;
    Tcp::socket m_socket{m_context};
    boost::asio::streambuf m_buffer;
};

/// A test at a WebSocket.
class SocketClient
{
public:
    using Tcp = boost::asio::ip::tcp;

    SocketClient(std::uint16_t port, const std::string& target)
    {
        m_stream.next_layer().connect({boost::asio::ip::address_v4::loopback(), port});
        m_stream.handshake("127.0.0.1", target);
    }
    boost::json::value next()
    {
        boost::beast::flat_buffer buffer;
        boost::system::error_code error;
        m_stream.read(buffer, error);
        if (error)
            return {};
        const std::string text(static_cast<const char*>(buffer.data().data()), buffer.size());
        return gavel::base::parseJson(text, "message").value();
    }

private:
    boost::asio::io_context m_context;
    boost::beast::websocket::stream<Tcp::socket> m_stream{m_context};
};
