// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/remote/remote_client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <charconv>
#include <chrono>
#include <limits>
#include <openssl/ssl.h>
#include <optional>

namespace gavel::gateway {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

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
    bool isSecure = false;
};

std::optional<Address> addressOf(const std::string& text)
{
    const auto url = boost::urls::parse_uri(text);
    if (!url || (url->scheme() != "http" && url->scheme() != "https") || url->has_userinfo()
        || url->host().empty())
        return std::nullopt;
    const bool isSecure = url->scheme() == "https";
    const char* usual = isSecure ? "443" : "80";
    return Address{url->host_address(), url->has_port() ? std::string(url->port()) : usual,
                   isSecure};
}

/// As it stands in the header Host.
std::string hostHeader(const Address& address)
{
    const bool isIpv6 = address.host.find(':') != std::string::npos;
    const std::string host = isIpv6 ? "[" + address.host + "]" : address.host;
    return address.port == (address.isSecure ? "443" : "80") ? host : host + ":" + address.port;
}

/// Whose certificates are believed: read once, as it takes tens of milliseconds.
asio::ssl::context& trust()
{
    static asio::ssl::context context = [] {
        asio::ssl::context made(asio::ssl::context::tls_client);
        made.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv3
                         | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
        error_code failed; // without authorities every certificate is refused, which says enough
        made.set_default_verify_paths(failed);
        made.set_verify_mode(asio::ssl::verify_peer);
        return made;
    }();
    return context;
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
        m_request.set(http::field::host, hostHeader(m_address));
        m_request.set(http::field::accept, "application/json");
        if (!call.body.empty()) {
            m_request.set(http::field::content_type, "application/json");
            m_request.body() = call.body;
        }
        for (const auto& [name, value] : call.headers)
            m_request.set(name, value);
        m_request.keep_alive(false);
        m_request.prepare_payload();
        m_parser.body_limit(call.mostBodyBytes);
    }

    void start()
    {
        m_stream.expires_after(std::chrono::milliseconds(m_call.timeoutMs));
        m_resolver.async_resolve(m_address.host, m_address.port,
                                 [this](const error_code& error, const auto& found) {
                                     if (error)
                                         return end("SERVICE_UNAVAILABLE", error);
                                     check(found);
                                 });
    }
    std::optional<Result<RemoteAnswer>>& outcome() { return m_outcome; }

private:
    using Found = asio::ip::tcp::resolver::results_type;

    void check(const Found& found)
    {
        std::vector<asio::ip::address> addresses;
        for (const auto& one : found)
            addresses.push_back(one.endpoint().address());
        if (m_call.mayConnect)
            if (auto allowed = m_call.mayConnect(addresses); !allowed) {
                m_outcome = allowed.error();
                return;
            }
        connect(found);
    }
    void connect(const Found& found)
    {
        m_stream.async_connect(found, [this](const error_code& error, const auto&) {
            if (error)
                return end("SERVICE_UNAVAILABLE", error);
            if (m_address.isSecure)
                return shakeHands();
            write(m_stream);
        });
    }
    void shakeHands()
    {
        m_secure.emplace(m_stream, trust());
        error_code isName;
        asio::ip::make_address(m_address.host, isName);
        if (isName) // which of its certificates the other end shows
            SSL_ctrl(m_secure->native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME,
                     TLSEXT_NAMETYPE_host_name, m_address.host.data());
        m_secure->set_verify_callback(asio::ssl::host_name_verification(m_address.host));
        m_secure->async_handshake(asio::ssl::stream_base::client, [this](const error_code& error) {
            if (error)
                return end(error.category() == asio::error::get_ssl_category()
                               ? "CERTIFICATE_REFUSED"
                               : "COMMUNICATION_ERROR",
                           error);
            write(*m_secure);
        });
    }
    template<typename Stream>
    void write(Stream& stream)
    {
        http::async_write(stream, m_request, [this, &stream](const error_code& error, std::size_t) {
            if (error)
                return end("COMMUNICATION_ERROR", error);
            read(stream);
        });
    }
    template<typename Stream>
    void read(Stream& stream)
    {
        http::async_read(stream, m_buffer, m_parser, [this](const error_code& error, std::size_t) {
            if (error == http::error::body_limit) {
                m_outcome = Error{"BODY_TOO_LARGE", m_call.service,
                                  "its answer is larger than "
                                      + std::to_string(m_call.mostBodyBytes >> 10) + " KiB",
                                  "ask it for less"};
                return;
            }
            if (error)
                return end("COMMUNICATION_ERROR", error);
            auto& message = m_parser.get();
            RemoteAnswer answer;
            answer.status = message.result_int();
            answer.retryAfter = std::string(message[http::field::retry_after]);
            for (const auto& field : message)
                answer.headers.emplace_back(field.name_string(), field.value());
            answer.body = std::move(message.body());
            m_outcome = std::move(answer);
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
    std::optional<asio::ssl::stream<beast::tcp_stream&>> m_secure; ///< of an https address
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

Result<RemoteAnswer> exchangeRemote(const RemoteCall& call)
{
    auto address = addressOf(call.address);
    if (!address)
        return Error{"COMMUNICATION_ERROR", call.service,
                     "\"" + call.address + "\" is not an address", "write http://host:port"};
    asio::io_context context{1};
    Exchange exchange(context, call, std::move(*address));
    exchange.start();
    const std::stop_callback ending(call.stop, [&context] { context.stop(); });
    // Name resolution has no time-out of its own.
    context.run_for(std::chrono::milliseconds(call.timeoutMs + 500));
    if (exchange.outcome())
        return std::move(*exchange.outcome());
    if (call.stop.stop_requested())
        return Error{"CALL_STOPPED", call.service, "the call was ended before its answer",
                     "make it again"};
    return Error{"SERVICE_TIMEOUT", call.service, "did not answer in time",
                 "see whether it is overloaded"};
}

Result<RemoteAnswer> callRemote(const RemoteCall& call)
{
    auto answer = exchangeRemote(call);
    if (!answer)
        return answer;
    return checkAnswer(std::move(*answer), call.service, call.notFoundIsAnswer);
}

} // namespace gavel::gateway
