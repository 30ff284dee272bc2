// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace gavel::gateway {

/// A connection that goes on as something else than request and answer: it speaks HTTP no more, and
/// belongs to who took it. Nothing was read behind the request.
struct Upgrade
{
    using Socket = boost::asio::ip::tcp::socket;
    using Request = boost::beast::http::request<boost::beast::http::string_body>;

    Socket socket;
    Request request;
};

} // namespace gavel::gateway
