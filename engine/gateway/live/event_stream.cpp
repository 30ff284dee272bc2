// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/live/event_stream.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

namespace gavel::gateway {

namespace {

using boost::system::error_code;

// Its length is not known before its end, so its end is the connection's.
constexpr std::string_view kHead = "HTTP/1.1 200 OK\r\nServer: gavel\r\n"
                                   "Content-Type: text/event-stream\r\n"
                                   "X-Content-Type-Options: nosniff\r\n"
                                   "Cache-Control: no-store\r\nConnection: close\r\n\r\n";

} // namespace

EventStream::EventStream(Upgrade connection)
    : LiveClient(connection.socket.get_executor())
    , m_socket(std::move(connection.socket))
{
}

void EventStream::start()
{
    listen();
    boost::asio::async_write(m_socket, boost::asio::buffer(kHead),
                             [own = self()](const error_code& error, std::size_t) {
                                 if (error)
                                     own->close();
                                 else
                                     own->mayWrite();
                             });
}

void EventStream::write(const LiveText& text)
{
    boost::asio::async_write(
        m_socket, boost::asio::buffer(text.event),
        [own = self()](const error_code& error, std::size_t) { own->onWritten(!error); });
}

void EventStream::listen()
{
    m_socket.async_read_some(boost::asio::buffer(m_thrownAway),
                             [own = self()](const error_code& error, std::size_t) {
                                 if (error)
                                     own->close();
                                 else
                                     own->listen();
                             });
}

void EventStream::closeConnection()
{
    error_code ignored;
    m_socket.close(ignored);
}

} // namespace gavel::gateway
