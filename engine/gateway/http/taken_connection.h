// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace gavel::gateway {

/// A connection that its server has given away, on the same thread, with the request that it began
/// with. It counts for the server no more.
struct TakenConnection
{
    using Socket = boost::asio::ip::tcp::socket;
    using Request = boost::beast::http::request<boost::beast::http::string_body>;

    Socket socket;
    Request request;
};

} // namespace gavel::gateway
