// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <atomic>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

/// Answers every connection with the same bytes, or takes it and says nothing.
class StubbornService
{
public:
    explicit StubbornService(std::string answer)
        : m_acceptor(m_context, {boost::asio::ip::address_v4::loopback(), 0})
        , m_answer(std::move(answer))
    {
        if (!m_answer.empty())
            m_thread = std::thread([this] { serve(); });
    }
    ~StubbornService()
    {
        boost::system::error_code ignored;
        const auto at = m_acceptor.local_endpoint();
        m_stop = true;
        boost::asio::ip::tcp::socket(m_context).connect(at, ignored); // ends the accept
        if (m_thread.joinable())
            m_thread.join();
    }
    /// The first line of each request so far, without the version.
    std::vector<std::string> asked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    std::string address() const
    {
        return "http://127.0.0.1:" + std::to_string(m_acceptor.local_endpoint().port());
    }

private:
    void serve()
    {
        boost::system::error_code error;
        while (!m_stop) {
            boost::asio::ip::tcp::socket socket(m_context);
            m_acceptor.accept(socket, error);
            std::array<char, 4096> request{};
            if (m_stop || error)
                return;
            const std::size_t read = socket.read_some(boost::asio::buffer(request), error);
            const std::string_view text(request.data(), read);
            {
                const std::lock_guard lock(m_mutex);
                m_asked.emplace_back(text.substr(0, text.find(" HTTP")));
            }
            boost::asio::write(socket, boost::asio::buffer(m_answer), error);
        }
    }

    mutable std::mutex m_mutex; ///< guards m_asked
    std::vector<std::string> m_asked;
    boost::asio::io_context m_context;
    boost::asio::ip::tcp::acceptor m_acceptor;
    std::string m_answer;
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};
