// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/http_load.h"

#include "engine/base/clock.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <charconv>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace gavel::bench {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// Auctions for 64 users, ready to be sent.
std::vector<std::string> auctions()
{
    std::vector<std::string> list;
    for (int user = 0; user < 64; ++user) {
        const std::string body
            = R"({"id":"r","imp":[{"id":"1","banner":{"w":728,"h":90},"bidfloor":0.5,"tagid":"banner_top_1"}],)"
              R"("device":{"devicetype":)"
            + std::string(user % 2 == 0 ? "4" : "2")
            + R"(,"geo":{"country":"USA","city":"San Francisco"}},"user":{"id":"user-)"
            + std::to_string(user) + R"("}})";
        list.push_back("POST /openrtb2/auction HTTP/1.1\r\nHost: 127.0.0.1:8004\r\nContent-Type: "
                       "application/json\r\n"
                       "Content-Length: "
                       + std::to_string(body.size()) + "\r\n\r\n" + body);
    }
    return list;
}

class Generator;

/// One connection: idle, or waiting for the answer to one request.
class Line
{
public:
    Line(asio::io_context& context, Generator& generator)
        : m_socket(context)
        , m_generator(generator)
    {
    }
    error_code connect(std::uint16_t port)
    {
        error_code error;
        m_socket.connect({asio::ip::address_v4::loopback(), port}, error);
        if (!error)
            m_socket.set_option(tcp::no_delay(true), error);
        return error;
    }
    void send(std::string request, std::int64_t intended)
    {
        m_request = std::move(request);
        m_intended = intended;
        m_got = 0;
        asio::async_write(m_socket, asio::buffer(m_request),
                          [this](const error_code& error, std::size_t) {
                              if (error)
                                  return done(0);
                              read();
                          });
    }

private:
    void read()
    {
        m_socket.async_read_some(asio::buffer(m_answer.data() + m_got, m_answer.size() - m_got),
                                 [this](const error_code& error, std::size_t bytes) {
                                     if (error)
                                         return done(0);
                                     m_got += bytes;
                                     if (isWhole())
                                         done(status());
                                     else
                                         read();
                                 });
    }
    std::string_view view() const { return {m_answer.data(), m_got}; }
    unsigned status() const
    {
        unsigned status = 0;
        std::from_chars(m_answer.data() + 9, m_answer.data() + 12, status);
        return status;
    }
    bool isWhole() const
    {
        constexpr std::string_view kLength = "Content-Length: ";
        const auto end = view().find("\r\n\r\n");
        if (end == std::string_view::npos)
            return false;
        const auto at = view().find(kLength);
        std::size_t length = 0;
        if (at < end)
            std::from_chars(m_answer.data() + at + kLength.size(), m_answer.data() + end, length);
        return m_got >= end + 4 + length;
    }
    void done(unsigned status);

    tcp::socket m_socket;
    Generator& m_generator;
    std::string m_request;
    std::array<char, 8192> m_answer{};
    std::size_t m_got = 0;
    std::int64_t m_intended = 0;
};

class Generator
{
public:
    explicit Generator(const HttpLoad& load)
        : m_load(load)
        , m_auctions(auctions())
        , m_timer(m_context)
        , m_total(static_cast<std::uint64_t>(load.perSecond * load.seconds))
    {
    }

    HttpLoadResult run()
    {
        for (std::size_t i = 0; i < m_load.connections; ++i) {
            m_lines.push_back(std::make_unique<Line>(m_context, *this));
            if (m_lines.back()->connect(m_load.port)) {
                ++m_result.failed;
                return m_result;
            }
            m_idle.push_back(m_lines.back().get());
        }
        m_start = base::monotonicNanos();
        tick();
        m_context.run();
        m_result.seconds = static_cast<double>(base::monotonicNanos() - m_start) * 1e-9;
        return m_result;
    }

    void finished(Line& line, unsigned status, std::int64_t intended)
    {
        ++m_finished;
        if (status == 200 || status == 204) {
            ++m_result.answered;
            m_result.sold += status == 200 ? 1 : 0;
            m_result.latencyMicros.add(static_cast<std::uint64_t>(base::monotonicNanos() - intended)
                                       / 1000);
        } else {
            ++(status == 429 ? m_result.refused : m_result.failed);
        }
        if (status == 0) {
            m_lost += 1;
            if (m_lost == m_lines.size())
                m_context.stop();
            return;
        }
        m_idle.push_back(&line);
        sendDue();
        if (m_finished == m_total)
            m_timer.cancel();
    }

private:
    std::int64_t intendedOf(std::uint64_t number) const
    {
        return m_start
            + static_cast<std::int64_t>(static_cast<double>(number) * 1e9 / m_load.perSecond);
    }
    void sendDue()
    {
        const auto now = base::monotonicNanos();
        while (m_sent < m_total && !m_idle.empty() && intendedOf(m_sent) <= now) {
            Line* line = m_idle.back();
            m_idle.pop_back();
            line->send(m_load.request ? m_load.request(m_sent)
                                      : m_auctions[m_sent % m_auctions.size()],
                       intendedOf(m_sent));
            ++m_sent;
        }
    }
    void tick()
    {
        sendDue();
        if (m_finished == m_total)
            return;
        m_timer.expires_after(std::chrono::microseconds(200));
        m_timer.async_wait([this](const error_code& error) {
            if (!error)
                tick();
        });
    }

    HttpLoad m_load;
    std::vector<std::string> m_auctions;
    asio::io_context m_context{1};
    asio::steady_timer m_timer;
    std::uint64_t m_total;
    std::uint64_t m_sent = 0;
    std::uint64_t m_finished = 0;
    std::size_t m_lost = 0;
    std::int64_t m_start = 0;
    std::vector<std::unique_ptr<Line>> m_lines;
    std::vector<Line*> m_idle;
    HttpLoadResult m_result;
};

void Line::done(unsigned status)
{
    m_generator.finished(*this, status, m_intended);
}

} // namespace

HttpLoadResult runHttpLoad(const HttpLoad& load)
{
    return Generator(load).run();
}

} // namespace gavel::bench
