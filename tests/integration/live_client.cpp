// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/live_client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

using boost::asio::ip::tcp;

struct ListeningClient::Connection
{
    boost::asio::io_context context;
    tcp::socket socket{context};
    boost::asio::streambuf buffer;
};

ListeningClient::ListeningClient(std::uint16_t port, const std::string& target,
                                 const std::string& lastId, int receiveBuffer)
    : m_connection(std::make_unique<Connection>())
{
    tcp::socket& socket = m_connection->socket;
    socket.open(tcp::v4());
    if (receiveBuffer > 0)
        socket.set_option(tcp::socket::receive_buffer_size(receiveBuffer));
    socket.connect({boost::asio::ip::address_v4::loopback(), port});
    std::string request = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (!lastId.empty())
        request += "Last-Event-ID: " + lastId + "\r\n";
    boost::asio::write(socket, boost::asio::buffer(request + "\r\n"));
    head = until("\r\n\r\n");
}

ListeningClient::~ListeningClient() = default;

boost::json::value ListeningClient::next()
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

void ListeningClient::waitForBegin()
{
    until("\n\n");
}

std::string ListeningClient::until(const char* end)
{
    boost::system::error_code error;
    const auto bytes
        = boost::asio::read_until(m_connection->socket, m_connection->buffer, end, error);
    if (error)
        return {};
    std::string text(static_cast<const char*>(m_connection->buffer.data().data()), bytes);
    m_connection->buffer.consume(bytes);
    return text;
}

struct SocketClient::Connection
{
    boost::asio::io_context context;
    boost::beast::websocket::stream<tcp::socket> stream{context};
};

SocketClient::SocketClient(std::uint16_t port, const std::string& target)
    : m_connection(std::make_unique<Connection>())
{
    m_connection->stream.next_layer().connect({boost::asio::ip::address_v4::loopback(), port});
    m_connection->stream.handshake("127.0.0.1", target);
}

SocketClient::~SocketClient() = default;

boost::json::value SocketClient::next()
{
    boost::beast::flat_buffer buffer;
    boost::system::error_code error;
    m_connection->stream.read(buffer, error);
    if (error)
        return {};
    const std::string text(static_cast<const char*>(buffer.data().data()), buffer.size());
    return gavel::base::parseJson(text, "message").value();
}
