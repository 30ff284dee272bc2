// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/remote/remote_client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <charconv>
#include <chrono>
#include <limits>
#include <optional>

namespace gavel::gateway {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

constexpr std::uint64_t kMostBodyBytes = 1 << 20;

bool isPort(std::string_view text)
{
    unsigned port = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), port);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() && port > 0
        && port <= std::numeric_limits<std::uint16_t>::max();
}

struct Address
{
    std::string host;
    std::string port;
};

std::optional<Address> addressOf(const std::string& text)
{
    const auto url = boost::urls::parse_uri(text);
    if (!url || url->scheme() != "http" || url->has_userinfo() || url->host().empty())
        return std::nullopt;
    return Address{url->host_address(), url->has_port() ? std::string(url->port()) : "80"};
}

/// The steps of one call, each started by the end of the one before. Lives as long as the
/// io_context runs.
class Exchange
{
public:
    Exchange(asio::io_context& context, const RemoteCall& call, Address address)
        : m_call(call)
        , m_address(std::move(address))
        , m_resolver(context)
        , m_stream(context)
    {
        m_request.method_string(call.method);
        m_request.target(call.path.empty() ? "/" : call.path);
        m_request.version(11);
        m_request.set(http::field::host, m_address.host + ":" + m_address.port);
        m_request.set(http::field::accept, "application/json");
        if (!call.body.empty()) {
            m_request.set(http::field::content_type, "application/json");
            m_request.body() = call.body;
        }
        m_request.keep_alive(false);
        m_request.prepare_payload();
        m_parser.body_limit(kMostBodyBytes);
    }

    void start()
    {
        m_stream.expires_after(std::chrono::milliseconds(m_call.timeoutMs));
        m_resolver.async_resolve(m_address.host, m_address.port,
                                 [this](const error_code& error, const auto& found) {
                                     if (error)
                                         return end("SERVICE_UNAVAILABLE", error);
                                     connect(found);
                                 });
    }
    std::optional<Result<RemoteAnswer>>& outcome() { return m_outcome; }

private:
    void connect(const asio::ip::tcp::resolver::results_type& found)
    {
        m_stream.async_connect(found, [this](const error_code& error, const auto&) {
            if (error)
                return end("SERVICE_UNAVAILABLE", error);
            write();
        });
    }
    void write()
    {
        http::async_write(m_stream, m_request, [this](const error_code& error, std::size_t) {
            if (error)
                return end("COMMUNICATION_ERROR", error);
            read();
        });
    }
    void read()
    {
        http::async_read(
            m_stream, m_buffer, m_parser, [this](const error_code& error, std::size_t) {
                if (error)
                    return end("COMMUNICATION_ERROR", error);
                RemoteAnswer answer;
                answer.status = m_parser.get().result_int();
                answer.body = std::move(m_parser.get().body());
                m_outcome = checkAnswer(std::move(answer), m_call.service, m_call.notFoundIsAnswer);
            });
    }
    void end(const char* code, const error_code& error)
    {
        if (error == beast::error::timeout)
            m_outcome = Error{"SERVICE_TIMEOUT", m_call.service,
                              "did not answer in " + std::to_string(m_call.timeoutMs) + " ms",
                              "see whether it is overloaded"};
        else
            m_outcome
                = Error{code, m_call.service,
                        "Service " + m_call.service + " is unavailable (" + error.message() + ")",
                        "see whether it runs at " + m_call.address};
    }

    const RemoteCall& m_call;
    Address m_address;
    asio::ip::tcp::resolver m_resolver;
    beast::tcp_stream m_stream;
    http::request<http::string_body> m_request;
    beast::flat_buffer m_buffer;
    http::response_parser<http::string_body> m_parser;
    std::optional<Result<RemoteAnswer>> m_outcome;
};

} // namespace

bool isRemoteAddress(std::string_view text)
{
    const auto url = boost::urls::parse_uri(text);
    return url && url->scheme() == "http" && !url->has_userinfo() && !url->host().empty()
        && url->has_port() && isPort(url->port()) && url->encoded_path().empty()
        && !url->has_query() && !url->has_fragment();
}

Result<RemoteAnswer> callRemote(const RemoteCall& call)
{
    auto address = addressOf(call.address);
    if (!address)
        return Error{"COMMUNICATION_ERROR", call.service,
                     "\"" + call.address + "\" is not an address", "write http://host:port"};
    asio::io_context context{1};
    Exchange exchange(context, call, std::move(*address));
    exchange.start();
    // Name resolution has no time-out of its own.
    context.run_for(std::chrono::milliseconds(call.timeoutMs + 500));
    if (!exchange.outcome())
        return Error{"SERVICE_TIMEOUT", call.service, "did not answer in time",
                     "see whether it is overloaded"};
    return std::move(*exchange.outcome());
}

} // namespace gavel::gateway
