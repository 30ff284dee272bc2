// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/live/live.h"

#include "engine/base/enum_name.h"
#include "engine/base/json.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/live/event_stream.h"
#include "engine/gateway/live/live_socket.h"
#include "engine/gateway/live/live_wish.h"
#include "engine/pipeline/distribute/message_text.h"

#include <algorithm>
#include <condition_variable>
#include <thread>

namespace gavel::gateway {

namespace {

using pipeline::KeptPlaces;
using pipeline::MessageKind;
using pipeline::PlacedMessage;
using namespace std::chrono_literals;
using Instant = std::chrono::steady_clock::time_point;

constexpr auto kRound = 100ms;
constexpr auto kHeartbeat = 15s;
constexpr std::size_t kReadAtOnce = 500;
constexpr int kReadsAtOnce = 8; ///< of what is new, in a round
constexpr unsigned kRetrySeconds = 2;
constexpr std::size_t kMuchQueued = LiveClient::kMostQueued / 2; ///< then no more is read for it

/// Who listens, and how far it was told.
struct Listener
{
    std::shared_ptr<LiveClient> client;
    LiveWish wish;
    bool isNew = true;
    bool isUpToDate = false; ///< it is told with all others
    bool wasUpToDate = false;
    std::uint64_t place = 0; ///< when it is not
    std::uint64_t sent = 0;
    Instant movedAt = std::chrono::steady_clock::now();
};

SharedText textOf(std::uint64_t place, const pipeline::Message& message)
{
    return LiveText::of(place, base::nameOf(message.kind, pipeline::kMessageKindNames),
                        pipeline::messageText(place, message, {}));
}

} // namespace

struct Live::State
{
    State(runtime::Topics& all, const base::Clock& time, LiveOptions wanted)
        : topics(all)
        , clock(time)
        , options(wanted)
    {
    }
    void run(const std::stop_token& stop);
    void round();
    void tell(MessageKind topic, std::vector<Listener*>& listeners);
    void begin(MessageKind topic, Listener& listener, const KeptPlaces& kept);
    void tellNew(MessageKind topic, const std::vector<Listener*>& listeners, std::uint64_t newest);
    void catchUp(MessageKind topic, Listener& listener, const KeptPlaces& kept);
    void push(Listener& listener, SharedText text);
    void beat(Listener& listener, Instant now);
    bool admit(LiveWish wish, const Reply& reply);

    runtime::Topics& topics;
    const base::Clock& clock;
    LiveOptions options;
    std::map<MessageKind, std::uint64_t> places; ///< of those who are up to date; of the thread
    std::vector<Listener> listeners; ///< of the thread
    Instant beatAt{};
    mutable std::mutex mutex; ///< guards what follows
    std::condition_variable_any wake;
    std::vector<Listener> arrived;
    LiveCounts counts;
    std::jthread thread{};
};

Live::Live(runtime::Topics& topics, const base::Clock& clock, LiveOptions options)
    : m_state(new State(topics, clock, options))
{
    m_state->thread
        = std::jthread([state = m_state.get()](const std::stop_token& stop) { state->run(stop); });
}

// Joining throws only where there is no thread to join.
Live::~Live() // NOLINT(bugprone-exception-escape)
{
    m_state->thread.request_stop();
    m_state->thread.join();
    for (auto* group : {&m_state->listeners, &m_state->arrived})
        for (const Listener& listener : *group)
            listener.client->end();
}

LiveCounts Live::counts() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->counts;
}

void Live::handle(std::string_view path, const ServiceCall& call, const HttpRequest& request,
                  const Reply& reply)
{
    const TimeMs now = m_state->clock.now();
    if (request.method != Method::Get) {
        auto response = refusal(405, "METHOD_NOT_ALLOWED", "Method Not Allowed", now);
        response.allow = "GET";
        return reply.send(std::move(response));
    }
    if (path.empty()) {
        const LiveCounts told = counts();
        return reply.send(answer(boost::json::object{{"clients", told.clients},
                                                     {"taken", told.taken},
                                                     {"refused", told.refused},
                                                     {"dropped_slow", told.slow},
                                                     {"dropped_stuck", told.stuck},
                                                     {"messages", told.messages},
                                                     {"missed", told.missed}}));
    }
    auto wish = readLiveWish(path.substr(1), call, request.lastEventId);
    if (!wish)
        return reply.send(wish.error().code == "PATH_NOT_FOUND"
                              ? refusal(404, "PATH_NOT_FOUND", "Not Found", now)
                              : refusal(wish.error(), now));
    if (wish->isWebSocket && !request.wantsWebSocket)
        return reply.send(
            refusal(400, "INVALID_REQUEST", "A WebSocket is opened by Upgrade: websocket", now));
    wish->isWebSocket = request.wantsWebSocket;
    if (m_state->admit(std::move(*wish), reply))
        return;
    auto response
        = refusal(503, "LIVE_FULL", "As many clients listen as may; come again later", now);
    response.retryAfterSeconds = kRetrySeconds;
    reply.send(std::move(response));
}

/// False when as many listen as may.
bool Live::State::admit(LiveWish wish, const Reply& reply)
{
    {
        const std::lock_guard lock(mutex);
        if (counts.clients >= options.mostClients) {
            ++counts.refused;
            return false;
        }
    }
    reply.upgrade([this, asked = std::move(wish)](Upgrade connection) {
        std::shared_ptr<LiveClient> client;
        if (asked.isWebSocket)
            client = std::make_shared<LiveSocket>(std::move(connection));
        else
            client = std::make_shared<EventStream>(std::move(connection));
        {
            const std::lock_guard lock(mutex);
            ++counts.clients;
            ++counts.taken;
            arrived.push_back({client, asked});
        }
        client->start();
        wake.notify_all();
    });
    return true;
}

void Live::State::run(const std::stop_token& stop)
{
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        std::ranges::move(arrived, std::back_inserter(listeners));
        arrived.clear();
        lock.unlock();
        round();
        lock.lock();
        const auto gone = std::erase_if(
            listeners, [](const Listener& listener) { return listener.client->isOver(); });
        counts.clients -= gone;
        // Without listeners nothing is looked for.
        if (listeners.empty())
            wake.wait(lock, stop, [this] { return !arrived.empty(); });
        else
            wake.wait_for(lock, stop, kRound, [this] { return !arrived.empty(); });
    }
}

void Live::State::round()
{
    std::map<MessageKind, std::vector<Listener*>> byTopic;
    for (Listener& listener : listeners)
        byTopic[listener.wish.topic].push_back(&listener);
    for (auto& [topic, those] : byTopic)
        tell(topic, those);
    const Instant now = std::chrono::steady_clock::now();
    const bool isBeat = now >= beatAt;
    for (Listener& listener : listeners) {
        beat(listener, now);
        if (isBeat && listener.client->queued() == 0)
            push(listener, LiveText::heartbeat());
    }
    if (isBeat)
        beatAt = now + kHeartbeat;
}

void Live::State::tell(MessageKind topic, std::vector<Listener*>& those)
{
    const auto kept = topics.look(topic);
    if (!kept)
        return; // a workspace that cannot be read has its own alarm
    // Places that nobody was up to date with are read for those who come for them.
    if (std::ranges::none_of(those, &Listener::isUpToDate))
        places[topic] = kept->newest;
    for (Listener* listener : those)
        if (listener->isNew)
            begin(topic, *listener, *kept);
    tellNew(topic, those, kept->newest);
    for (Listener* listener : those)
        if (!listener->isUpToDate)
            catchUp(topic, *listener, *kept);
}

void Live::State::begin(MessageKind topic, Listener& listener, const KeptPlaces& kept)
{
    listener.isNew = false;
    listener.place = std::min(listener.wish.after.value_or(places[topic]), kept.newest);
    listener.isUpToDate = listener.wasUpToDate = listener.place == places[topic];
    push(listener,
         LiveText::begin(listener.place,
                         base::jsonText(boost::json::object{{"position", listener.place},
                                                            {"kind", "system"},
                                                            {"of", pipeline::topicName(topic)}})));
}

/// Reads once for all who are up to date.
void Live::State::tellNew(MessageKind topic, const std::vector<Listener*>& those,
                          std::uint64_t newest)
{
    std::uint64_t& place = places[topic];
    for (int reads = 0; place < newest && reads < kReadsAtOnce; ++reads) {
        const auto messages = topics.read(topic, place, kReadAtOnce);
        if (!messages || messages->empty())
            return;
        for (const PlacedMessage& one : *messages) {
            place = one.place;
            SharedText text;
            for (Listener* listener : those) {
                if (!one.message || !listener->isUpToDate
                    || !listener->wish.filter.matches(*one.message))
                    continue;
                if (listener->client->queued() > kMuchQueued) {
                    listener->isUpToDate = false;
                    listener->place = one.place - 1;
                    continue;
                }
                if (!text)
                    text = textOf(one.place, *one.message);
                push(*listener, text);
            }
        }
    }
}

/// Reads on for one who is behind, while its queue has room.
void Live::State::catchUp(MessageKind topic, Listener& listener, const KeptPlaces& kept)
{
    const std::uint64_t to = places[topic];
    if (listener.place + 1 < kept.oldest) {
        const std::uint64_t missed = kept.oldest - 1 - listener.place;
        listener.place = kept.oldest - 1;
        push(listener, textOf(listener.place, pipeline::missedMessage(topic, missed, clock.now())));
        const std::lock_guard lock(mutex);
        counts.missed += missed;
    }
    if (listener.wasUpToDate && listener.place + options.mostBehind < to) {
        const std::lock_guard lock(mutex);
        ++counts.slow;
        return listener.client->end();
    }
    const auto hasRoom
        = [&] { return listener.client->queued() <= kMuchQueued && !listener.client->isOver(); };
    for (int reads = 0; listener.place < to && hasRoom() && reads < kReadsAtOnce; ++reads) {
        const auto messages = topics.read(topic, listener.place, kReadAtOnce);
        if (!messages || messages->empty())
            return;
        for (const PlacedMessage& one : *messages) {
            if (one.place > to || !hasRoom())
                break;
            listener.place = one.place;
            if (one.message && listener.wish.filter.matches(*one.message))
                push(listener, textOf(one.place, *one.message));
        }
    }
    listener.isUpToDate = listener.place >= to;
    listener.wasUpToDate = listener.wasUpToDate || listener.isUpToDate;
}

void Live::State::push(Listener& listener, SharedText text)
{
    if (listener.client->isOver())
        return;
    const bool hasRoom = listener.client->push(std::move(text));
    const std::lock_guard lock(mutex);
    if (hasRoom) {
        ++counts.messages;
        return;
    }
    ++counts.slow; // one text alone is larger than the queue
    listener.client->end();
}

void Live::State::beat(Listener& listener, Instant now)
{
    const std::uint64_t sent = listener.client->sent();
    if (sent != listener.sent || listener.client->queued() == 0) {
        listener.sent = sent;
        listener.movedAt = now;
    }
    if (now - listener.movedAt < options.patience || listener.client->isOver())
        return;
    listener.client->end();
    const std::lock_guard lock(mutex);
    ++counts.stuck;
}

} // namespace gavel::gateway
