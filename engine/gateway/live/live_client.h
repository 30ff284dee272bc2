// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/any_io_executor.hpp>

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>

namespace gavel::gateway {

/// One text for all who hear it, in both forms.
struct LiveText
{
    std::string event; ///< as a server-sent event, or a comment of one
    std::string message; ///< of a WebSocket; "" = nothing is sent there

    /// A message at a place.
    static std::shared_ptr<const LiveText> of(std::uint64_t place, std::string_view kind,
                                              std::string json);
    /// Where a client is, so that it can come again before it has heard anything.
    static std::shared_ptr<const LiveText> begin(std::uint64_t place, std::string json);
    /// Nothing, so that a line that is broken is seen.
    static std::shared_ptr<const LiveText> heartbeat();
};
using SharedText = std::shared_ptr<const LiveText>;

/// Who listens: sends what it is given, in order, from a bounded queue on its connection's thread.
class LiveClient : public std::enable_shared_from_this<LiveClient>
{
public:
    static constexpr std::size_t kMostQueued = std::size_t{1} << 20; ///< bytes

    virtual ~LiveClient() = default;
    LiveClient(const LiveClient&) = delete;
    LiveClient& operator=(const LiveClient&) = delete;

    /// Once, on its thread.
    virtual void start() = 0;
    /// Any thread. False: there is no room, and the text is not sent.
    bool push(SharedText text);
    /// Closes the connection. Any thread.
    void end();
    bool isOver() const { return m_isOver; }
    std::size_t queued() const { return m_queued; } ///< bytes
    std::uint64_t sent() const { return m_sent; } ///< texts

protected:
    explicit LiveClient(boost::asio::any_io_executor executor)
        : m_executor(std::move(executor))
    {
    }
    // On its thread.
    void mayWrite(); ///< the connection is ready for the first text
    void onWritten(bool isGood);
    void close();
    virtual void write(const LiveText& text) = 0;
    virtual void closeConnection() = 0;

private:
    void writeNext();

    boost::asio::any_io_executor m_executor;
    std::atomic<std::size_t> m_queued{0};
    std::atomic<std::uint64_t> m_sent{0};
    std::atomic<bool> m_isOver{false};
    std::deque<SharedText> m_texts; ///< of its thread; the first is being written
    bool m_isReady = false;
    bool m_isWriting = false;
};

} // namespace gavel::gateway
