// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace gavel::gateway {

/// A connection whose request asks for another protocol: it speaks HTTP no more, and belongs to who
/// took it. Nothing was read behind the request.
struct Upgrade
{
    boost::asio::ip::tcp::socket socket;
    boost::beast::http::request<boost::beast::http::string_body> request;
};

} // namespace gavel::gateway
