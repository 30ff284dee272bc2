// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/live/live_client.h"

#include <boost/asio/post.hpp>

namespace gavel::gateway {

namespace {

std::size_t bytesOf(const LiveText& text)
{
    return text.event.size() + text.message.size();
}

} // namespace

SharedText LiveText::of(std::uint64_t place, std::string_view kind, std::string json)
{
    auto text = std::make_shared<LiveText>();
    text->event = "id: " + std::to_string(place) + "\nevent: " + std::string(kind)
        + "\ndata: " + json + "\n\n";
    text->message = std::move(json);
    return text;
}

SharedText LiveText::begin(std::uint64_t place, std::string json)
{
    auto text = std::make_shared<LiveText>();
    text->event = "retry: 2000\nid: " + std::to_string(place) + "\n\n";
    text->message = std::move(json);
    return text;
}

SharedText LiveText::heartbeat()
{
    auto text = std::make_shared<LiveText>();
    text->event = ":\n\n";
    return text;
}

bool LiveClient::push(SharedText text)
{
    const std::size_t bytes = bytesOf(*text);
    if (m_isOver || m_queued.fetch_add(bytes) + bytes > kMostQueued)
        return false;
    boost::asio::post(m_executor, [self = shared_from_this(), one = std::move(text)]() mutable {
        self->m_texts.push_back(std::move(one));
        self->writeNext();
    });
    return true;
}

void LiveClient::end()
{
    if (!m_isOver.exchange(true))
        boost::asio::post(m_executor, [self = shared_from_this()] { self->closeConnection(); });
}

void LiveClient::mayWrite()
{
    m_isReady = true;
    writeNext();
}

void LiveClient::writeNext()
{
    if (!m_isReady || m_isWriting || m_isOver || m_texts.empty())
        return;
    m_isWriting = true;
    write(*m_texts.front());
}

void LiveClient::onWritten(bool isGood)
{
    m_isWriting = false;
    if (!isGood)
        return close();
    m_queued -= bytesOf(*m_texts.front());
    ++m_sent;
    m_texts.pop_front();
    writeNext();
}

void LiveClient::close()
{
    if (!m_isOver.exchange(true))
        closeConnection();
}

} // namespace gavel::gateway
