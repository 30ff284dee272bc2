// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/rest_client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace http = boost::beast::http;
using boost::asio::ip::tcp;

boost::json::value Answered::json() const
{
    const auto value = gavel::base::parseJson(body, "answer");
    return value ? *value : boost::json::value();
}

struct RestClient::Connection
{
    explicit Connection(std::uint16_t toPort)
        : port(toPort)
    {
        connect();
    }
    void connect()
    {
        socket = tcp::socket(context);
        buffer.clear();
        socket.connect({boost::asio::ip::address_v4::loopback(), port});
    }

    std::uint16_t port;
    boost::asio::io_context context;
    tcp::socket socket{context};
    boost::beast::flat_buffer buffer;
};

RestClient::RestClient(std::uint16_t port)
    : m_connection(std::make_unique<Connection>(port))
{
}

RestClient::RestClient(RestClient&&) noexcept = default;
RestClient::~RestClient() = default;

Answered RestClient::call(const char* method, const std::string& path, const std::string& body,
                          const char* envelope)
{
    http::request<http::string_body> request;
    request.method_string(method);
    request.target(path);
    request.version(11);
    request.set(http::field::host, "127.0.0.1:" + std::to_string(m_connection->port));
    if (envelope != nullptr)
        request.set("X-Gavel-Envelope", envelope);
    request.body() = body;
    if (!body.empty())
        request.prepare_payload();
    http::write(m_connection->socket, request);
    http::response<http::string_body> response;
    http::read(m_connection->socket, m_connection->buffer, response);
    Answered answered{response.result_int(), response.body(),
                      std::string(response[http::field::retry_after]),
                      std::string(response[http::field::allow])};
    if (!response.keep_alive())
        m_connection->connect();
    return answered;
}

std::string RestClient::raw(std::uint16_t port, const std::string& bytes)
{
    boost::asio::io_context context;
    tcp::socket socket(context);
    boost::system::error_code error;
    socket.connect({boost::asio::ip::address_v4::loopback(), port}, error);
    boost::asio::write(socket, boost::asio::buffer(bytes), error);
    std::string answer;
    boost::asio::read(socket, boost::asio::dynamic_buffer(answer), error);
    return answer;
}

void RestClient::send(const std::string& bytes)
{
    boost::asio::write(m_connection->socket, boost::asio::buffer(bytes));
}

std::vector<std::uint16_t> freePorts(std::size_t count)
{
    boost::asio::io_context context;
    const tcp::endpoint any(boost::asio::ip::address_v4::loopback(), 0);
    std::vector<tcp::acceptor> held;
    std::vector<std::uint16_t> ports;
    while (ports.size() < count)
        ports.push_back(held.emplace_back(context, any).local_endpoint().port());
    return ports;
}

std::string textAt(const json::value& value, const char* key)
{
    const auto* object = value.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains(key);
    return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
}

double numberAt(const json::value& value, const char* key)
{
    const auto* object = value.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains(key);
    return found != nullptr && found->is_number() ? found->to_number<double>() : -1;
}

bool has(const json::value& value, std::initializer_list<const char*> keys)
{
    const auto* object = value.if_object();
    for (const auto* key : keys)
        if (object == nullptr || !object->contains(key))
            return false;
    return true;
}
