// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/collector/answer_gate.h"
#include "engine/gateway/http/upgrade.h"
#include "engine/pipeline/intake/intake.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <atomic>
#include <deque>
#include <memory>
#include <string>

namespace gavel::gateway {

/// One connection of the collector that events are streamed by: each text message is offered, and
/// acknowledged when it is durable. Messages are answered in their order, as far as they are taken;
/// while too many wait for their answers no more are read. Lives on its connection's thread, as
/// long as something of it is under way.
class StreamSession : public std::enable_shared_from_this<StreamSession>
{
public:
    static constexpr std::size_t kMostMessageBytes = 1 << 20;
    static constexpr std::size_t kMostInFlight = 16; ///< messages without an answer
    static constexpr unsigned kRetrySeconds = 1;

    /// What outlives it, or is shared with it.
    struct Parts
    {
        pipeline::Intake& intake;
        const base::Clock& clock;
        std::shared_ptr<AnswerGate> gate;
        std::shared_ptr<std::atomic<std::size_t>> open; ///< sessions; counts this one too
        std::uint32_t collector = 0;
        std::string source;
        std::uint64_t sequence = 0; ///< of the newest event of the source that is durable
        std::vector<pipeline::GivenField> given; ///< of the sender
    };
    StreamSession(Upgrade upgrade, Parts parts);
    ~StreamSession();
    StreamSession(const StreamSession&) = delete;
    StreamSession& operator=(const StreamSession&) = delete;

    /// Shakes hands, says what is known of the source, and reads.
    void start();

private:
    using Socket = boost::asio::ip::tcp::socket;

    void read();
    void onRead(const boost::system::error_code& error);
    void take(std::string_view text);
    pipeline::Offer offerOf(std::vector<pipeline::OfferedLine> lines) const;
    void onOutcome(std::uint64_t message, const Result<pipeline::OfferOutcome>& outcome);
    void refuse(std::uint64_t message, const Error& error);
    void send(std::string text);
    void write();
    void end(boost::beast::websocket::close_code code, const char* why);

    boost::beast::websocket::stream<Socket> m_stream;
    boost::beast::http::request<boost::beast::http::string_body> m_request;
    Parts m_parts;
    boost::beast::flat_buffer m_buffer;
    std::deque<std::string> m_out;
    std::uint64_t m_messages = 0;
    std::size_t m_inFlight = 0;
    bool m_isReading = false;
    bool m_isWriting = false;
    bool m_isEnding = false;
};

} // namespace gavel::gateway
