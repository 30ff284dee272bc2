// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/distribution/distribution.h"

#include "engine/gateway/distribution/webhook.h"
#include "engine/pipeline/distribute/file_channel.h"

#include <atomic>
#include <list>
#include <map>
#include <mutex>
#include <thread>

namespace gavel::gateway {

namespace {

using pipeline::DeliveryEnd;
using pipeline::DeliveryOutcome;

/// The files of one subscriber; one delivery writes at a time.
struct Files
{
    std::mutex mutex;
    std::optional<pipeline::FileChannel> channel; ///< none = not open yet
};

/// One delivery on its way. The thread ends before what it uses is gone.
struct Sending
{
    std::atomic<bool> isOver{false};
    std::jthread thread;
};

} // namespace

struct Distribution::State
{
    void run(const std::stop_token& stop);
    void send(const runtime::Outgoing& outgoing, const std::stop_token& stop);
    DeliveryOutcome append(const pipeline::Delivery& delivery);
    std::shared_ptr<Files> filesOf(const pipeline::Delivery& delivery);

    runtime::DeliveryFeed& feed;
    const base::Clock& clock;
    std::mutex mutex{}; ///< guards files
    std::map<std::string, std::shared_ptr<Files>> files{}; ///< by folder and subscriber
    std::list<Sending> sendings{}; ///< of the thread
    std::jthread thread{};
};

Distribution::Distribution(runtime::DeliveryFeed& feed, const base::Clock& clock)
    : m_state(new State{feed, clock})
{
    m_state->thread
        = std::jthread([state = m_state.get()](const std::stop_token& stop) { state->run(stop); });
}

Distribution::~Distribution()
{
    m_state->thread.request_stop();
    m_state->thread.join();
}

void Distribution::State::run(const std::stop_token& stop)
{
    while (auto outgoing = feed.next(stop)) {
        sendings.remove_if([](const Sending& one) { return one.isOver.load(); });
        Sending& sending = sendings.emplace_back();
        sending.thread = std::jthread([this, &sending, stop, taken = std::move(*outgoing)] {
            send(taken, stop);
            sending.isOver = true;
        });
    }
    sendings.clear(); // joins
    for (const auto& [key, one] : files)
        if (one->channel)
            (void)one->channel->finish(); // its part is found by the next one
}

void Distribution::State::send(const runtime::Outgoing& outgoing, const std::stop_token& stop)
{
    const pipeline::Delivery& delivery = outgoing.delivery;
    const auto outcome = delivery.channel == pipeline::Channel::Files
        ? std::optional(append(delivery))
        : postWebhook(outgoing, clock, stop);
    if (outcome)
        feed.note(delivery, *outcome);
}

DeliveryOutcome Distribution::State::append(const pipeline::Delivery& delivery)
{
    const auto kept = filesOf(delivery);
    const std::lock_guard lock(kept->mutex);
    const auto failed = [&](const Error& error) {
        kept->channel.reset();
        return DeliveryOutcome{DeliveryEnd::Retry, base::toString(error), 0};
    };
    if (!kept->channel) {
        auto opened = pipeline::FileChannel::open(delivery.place, delivery.member);
        if (!opened)
            return failed(opened.error());
        kept->channel.emplace(std::move(*opened));
    }
    if (const auto written = kept->channel->append(delivery.parcel, clock.now()); !written)
        return failed(written.error());
    return {DeliveryEnd::Delivered, {}, 0};
}

std::shared_ptr<Files> Distribution::State::filesOf(const pipeline::Delivery& delivery)
{
    const std::lock_guard lock(mutex);
    auto& found = files[delivery.place + "\n" + delivery.member];
    if (!found)
        found = std::make_shared<Files>();
    return found;
}

} // namespace gavel::gateway
