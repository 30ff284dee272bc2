// SPDX-License-Identifier: GPL-3.0-or-later
// What the framing filter takes, the HTTP parser behind it frames in the same way.
#include "engine/gateway/http/framing.h"
#include "engine/gateway/http/host_check.h"
#include "engine/gateway/http/router.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace http = boost::beast::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace gavel::gateway;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return 0;
    const auto head = bytes.substr(0, end + 4);
    const Framing framing = checkFraming(head, {});
    if (framing.refusal != 0)
        return 0;
    hostIsAllowed(framing.host, {});
    originIsAllowed(framing.origin, {});
    std::string path;
    ServiceCall call;
    splitTarget(framing.target, path, call);

    http::request_parser<http::string_body> parser;
    boost::system::error_code error;
    parser.put(boost::asio::buffer(head.data(), head.size()), error);
    if (error && error != http::error::need_more)
        return 0;
    if (!parser.is_header_done() || parser.chunked() != framing.chunked)
        std::abort();
    const auto length = parser.content_length();
    if (!framing.chunked && length.value_or(0) != framing.contentLength)
        std::abort();
    return 0;
}
