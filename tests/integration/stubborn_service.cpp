// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/stubborn_service.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <atomic>
#include <mutex>
#include <string_view>
#include <thread>

class StubbornService::Server
{
public:
    explicit Server(std::string answer)
        : m_acceptor(m_context, {boost::asio::ip::address_v4::loopback(), 0})
        , m_answer(std::move(answer))
    {
        if (!m_answer.empty())
            m_thread = std::thread([this] { serve(); });
    }
    ~Server()
    {
        boost::system::error_code ignored;
        m_stop = true;
        Socket(m_context).connect(m_acceptor.local_endpoint(), ignored); // ends the accept
        if (m_thread.joinable())
            m_thread.join();
    }
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
    using Socket = boost::asio::ip::tcp::socket;

    void serve()
    {
        boost::system::error_code error;
        while (!m_stop) {
            Socket socket(m_context);
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

StubbornService::StubbornService(std::string answer)
    : m_server(std::make_unique<Server>(std::move(answer)))
{
}

StubbornService::~StubbornService() = default;

std::vector<std::string> StubbornService::asked() const
{
    return m_server->asked();
}

std::string StubbornService::address() const
{
    return m_server->address();
}
