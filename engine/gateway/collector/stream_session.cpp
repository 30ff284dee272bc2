// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/collector/stream_session.h"

#include "engine/base/json.h"
#include "engine/gateway/collector/stream_message.h"

#include <boost/asio/post.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/websocket/error.hpp>
#include <boost/json.hpp>

#include <chrono>

namespace gavel::gateway {

namespace {

namespace json = boost::json;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

constexpr std::chrono::seconds kHandshakeTime{5};
constexpr std::chrono::seconds kIdleTime{60}; ///< half of it, then a ping is sent
constexpr std::size_t kMostWaitingAnswers = 64; ///< for a sender that does not read them

/// What the peer sent was no message that may be.
bool isBadMessage(const error_code& error)
{
    return error == websocket::error::message_too_big
        || error == websocket::error::bad_frame_payload;
}

} // namespace

StreamSession::StreamSession(Upgrade upgrade, Parts parts)
    : m_stream(std::move(upgrade.socket))
    , m_request(std::move(upgrade.request))
    , m_parts(std::move(parts))
{
    ++*m_parts.open;
}

StreamSession::~StreamSession()
{
    --*m_parts.open;
}

void StreamSession::start()
{
    websocket::stream_base::timeout patience{kHandshakeTime, kIdleTime, true};
    m_stream.set_option(patience);
    m_stream.set_option(websocket::stream_base::decorator([](websocket::response_type& response) {
        response.set(boost::beast::http::field::server, "gavel");
    }));
    m_stream.read_message_max(kMostMessageBytes);
    m_stream.text(true);
    m_stream.async_accept(m_request, [self = shared_from_this()](const error_code& error) {
        if (error)
            return;
        self->send(base::jsonText(json::object{{"source", self->m_parts.source},
                                               {"sequence", self->m_parts.sequence},
                                               {"most_bytes", kMostMessageBytes},
                                               {"most_in_flight", kMostInFlight}}));
        self->read();
    });
}

void StreamSession::read()
{
    if (m_isReading || m_isEnding || m_inFlight >= kMostInFlight
        || m_out.size() >= kMostWaitingAnswers)
        return;
    m_isReading = true;
    m_stream.async_read(m_buffer,
                        [self = shared_from_this()](const error_code& error, std::size_t) {
                            self->m_isReading = false;
                            self->onRead(error);
                        });
}

void StreamSession::onRead(const error_code& error)
{
    if (isBadMessage(error))
        m_parts.intake.countRefused(m_parts.collector, 1); // its close frame says why
    if (error) {
        m_isEnding = true;
        return;
    }
    if (m_stream.got_binary()) {
        m_parts.intake.countRefused(m_parts.collector, 1);
        return end(websocket::close_code::unknown_data, "send text");
    }
    const std::string text = boost::beast::buffers_to_string(m_buffer.data());
    m_buffer.consume(m_buffer.size());
    take(text);
    read();
}

void StreamSession::take(std::string_view text)
{
    const std::uint64_t number = ++m_messages;
    auto message = readStreamMessage(text);
    if (!message) {
        m_parts.intake.countRefused(m_parts.collector, 1);
        return refuse(number, message.error());
    }
    if (!m_parts.gate->enter())
        return refuse(
            number,
            {"SERVICE_UNAVAILABLE", "collector", "it does not run now", "send it again later"});
    ++m_inFlight;
    pipeline::Offer offer = offerOf(std::move(message->lines));
    // It is let go of on its own thread, before the gate is left.
    offer.done = [self = shared_from_this(), gate = m_parts.gate,
                  number](const Result<pipeline::OfferOutcome>& outcome) mutable {
        const auto executor = self->m_stream.get_executor();
        boost::asio::post(executor, [self = std::move(self), outcome, number] {
            self->onOutcome(number, outcome);
        });
        gate->leave();
    };
    if (const auto taken = m_parts.intake.offer(std::move(offer)); !taken) {
        m_parts.gate->leave();
        onOutcome(number, taken.error());
    }
}

pipeline::Offer StreamSession::offerOf(std::vector<pipeline::OfferedLine> lines) const
{
    pipeline::Offer offer;
    offer.collector = m_parts.collector;
    offer.received = m_parts.clock.now();
    offer.origin = "stream";
    offer.given = m_parts.given;
    offer.given.push_back(
        {model::AdField::Timestamp, std::to_string(offer.received.value), false, false});
    offer.lines = std::move(lines);
    return offer;
}

void StreamSession::onOutcome(std::uint64_t message, const Result<pipeline::OfferOutcome>& outcome)
{
    --m_inFlight;
    if (!outcome)
        return refuse(message, outcome.error());
    json::object answer{{"ack", message}};
    for (const auto& part : outcomeObject(*outcome))
        answer[part.key()] = part.value();
    send(base::jsonText(answer));
    read();
}

void StreamSession::refuse(std::uint64_t message, const Error& error)
{
    json::object answer{{"refused", message},
                        {"error_code", error.code},
                        {"field", error.where},
                        {"message", error.what},
                        {"advice", error.advice}};
    if (error.code == "OVERLOADED" || error.code == "SERVICE_UNAVAILABLE")
        answer["retry_after_s"] = kRetrySeconds;
    send(base::jsonText(answer));
    read();
}

void StreamSession::send(std::string text)
{
    if (m_isEnding)
        return;
    m_out.push_back(std::move(text));
    write();
}

void StreamSession::write()
{
    if (m_isWriting || m_isEnding || m_out.empty())
        return;
    m_isWriting = true;
    m_stream.async_write(boost::asio::buffer(m_out.front()),
                         [self = shared_from_this()](const error_code& error, std::size_t) {
                             self->m_isWriting = false;
                             self->m_out.pop_front();
                             if (error)
                                 self->m_isEnding = true;
                             self->write();
                             self->read();
                         });
}

void StreamSession::end(websocket::close_code code, const char* why)
{
    m_isEnding = true;
    m_stream.async_close({code, why}, [self = shared_from_this()](const error_code&) {});
}

} // namespace gavel::gateway
