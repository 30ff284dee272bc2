// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/live/live_socket.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace gavel::gateway {

namespace {

namespace websocket = boost::beast::websocket;
using boost::system::error_code;

constexpr std::size_t kMostBytes = 4'096; ///< of a message that it sends
constexpr auto kHandshake = std::chrono::seconds(10);
constexpr auto kIdle = std::chrono::seconds(30); ///< half of it without a word: a ping

} // namespace

LiveSocket::LiveSocket(Upgrade connection)
    : LiveClient(connection.socket.get_executor())
    , m_request(std::move(connection.request))
    , m_stream(std::move(connection.socket))
{
    m_stream.set_option(websocket::stream_base::timeout{kHandshake, kIdle, true});
    m_stream.read_message_max(kMostBytes);
    m_stream.text(true);
}

void LiveSocket::start()
{
    m_stream.async_accept(m_request, [own = self()](const error_code& error) {
        if (error)
            return own->close();
        own->listen();
        own->mayWrite();
    });
}

void LiveSocket::write(const LiveText& text)
{
    if (text.message.empty()) { // it has its own pings
        boost::asio::post(m_stream.get_executor(), [own = self()] { own->onWritten(true); });
        return;
    }
    m_stream.async_write(
        boost::asio::buffer(text.message),
        [own = self()](const error_code& error, std::size_t) { own->onWritten(!error); });
}

void LiveSocket::listen()
{
    m_stream.async_read(m_thrownAway, [own = self()](const error_code& error, std::size_t) {
        if (error)
            return own->close();
        own->m_thrownAway.clear();
        own->listen();
    });
}

void LiveSocket::closeConnection()
{
    error_code ignored;
    m_stream.next_layer().close(ignored);
}

} // namespace gavel::gateway
