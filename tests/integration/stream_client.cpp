// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/stream_client.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

namespace websocket = boost::beast::websocket;

struct StreamClient::Connection
{
    boost::asio::io_context context;
    websocket::stream<boost::asio::ip::tcp::socket> stream{context};
    websocket::response_type response;
    boost::system::error_code error;
};

StreamClient::StreamClient(std::uint16_t port, const std::string& query, const std::string& host,
                           const std::string& origin)
    : m_connection(std::make_unique<Connection>())
{
    auto& stream = m_connection->stream;
    stream.next_layer().connect({boost::asio::ip::address_v4::loopback(), port});
    stream.set_option(websocket::stream_base::decorator([&](websocket::request_type& request) {
        if (!origin.empty())
            request.set(boost::beast::http::field::origin, origin);
    }));
    stream.handshake(m_connection->response, host, "/api/v1/events/stream" + query,
                     m_connection->error);
    if (isOpen())
        hello = read();
}

StreamClient::StreamClient(StreamClient&&) noexcept = default;
StreamClient::~StreamClient() = default;

unsigned StreamClient::status() const
{
    return m_connection->response.result_int();
}

bool StreamClient::isOpen() const
{
    return !m_connection->error;
}

void StreamClient::send(const std::string& text, bool binary)
{
    m_connection->stream.binary(binary);
    m_connection->stream.write(boost::asio::buffer(text), m_connection->error);
}

boost::json::value StreamClient::read()
{
    boost::beast::flat_buffer buffer;
    m_connection->stream.read(buffer, m_connection->error);
    if (!isOpen())
        return {};
    const auto value
        = gavel::base::parseJson(boost::beast::buffers_to_string(buffer.data()), "answer");
    return value ? *value : boost::json::value();
}

boost::json::value StreamClient::call(const std::string& text)
{
    send(text);
    return read();
}

unsigned StreamClient::closeCode() const
{
    return m_connection->stream.reason().code;
}

bool StreamClient::ping()
{
    bool isAnswered = false;
    m_connection->stream.control_callback(
        [&](auto kind, auto) { isAnswered = kind == websocket::frame_type::pong; });
    m_connection->stream.ping({}, m_connection->error);
    const auto answer = call("[]"); // a read sees the pong before it
    m_connection->stream.control_callback({});
    return isAnswered && !answer.is_null();
}

void StreamClient::vanish(const std::string& bytes)
{
    auto& socket = m_connection->stream.next_layer();
    boost::system::error_code ignored;
    boost::asio::write(socket, boost::asio::buffer(bytes), ignored);
    socket.set_option(boost::asio::socket_base::linger(true, 0), ignored);
    socket.close(ignored);
}
