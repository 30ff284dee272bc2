// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/collector/address_poller.h"

#include "engine/gateway/remote/checked_call.h"

#include <boost/algorithm/string/predicate.hpp>

#include <algorithm>
#include <atomic>
#include <list>
#include <thread>

namespace gavel::gateway {

namespace {

/// One address that is asked. The thread ends before what it uses is gone.
struct Asking
{
    std::atomic<bool> isOver{false};
    std::jthread thread;
};

void addUnlessThere(pipeline::Headers& headers, const char* name, const char* value)
{
    const auto isSame
        = [&](const auto& header) { return boost::algorithm::iequals(header.first, name); };
    if (std::ranges::none_of(headers, isSame))
        headers.emplace_back(name, value);
}

} // namespace

struct AddressPoller::State
{
    void run(const std::stop_token& stop);

    runtime::PollFeed& feed;
    std::list<Asking> askings{}; ///< of the thread
    std::jthread thread{};
};

Result<pipeline::FetchedPage> fetchPage(const runtime::PollAsk& ask, const std::stop_token& stop)
{
    const auto address = pipeline::checkAddress(ask.request.address, ask.allow);
    if (!address)
        return address.error();
    RemoteCall call = checkedCall(*address, ask.allow, stop);
    call.service = ask.source;
    call.timeoutMs = ask.request.timeoutMs;
    call.mostBodyBytes = ask.request.mostBytes;
    call.headers = ask.request.headers;
    addUnlessThere(call.headers, "Accept", "application/json, application/x-ndjson, */*;q=0.5");
    addUnlessThere(call.headers, "User-Agent", "gavel");
    auto answer = exchangeRemote(call);
    if (!answer)
        return answer.error();
    return pipeline::FetchedPage{answer->status, std::move(answer->headers),
                                 std::move(answer->body)};
}

AddressPoller::AddressPoller(runtime::PollFeed& feed)
    : m_state(new State{feed})
{
    m_state->thread
        = std::jthread([state = m_state.get()](const std::stop_token& stop) { state->run(stop); });
}

AddressPoller::~AddressPoller()
{
    m_state->thread.request_stop();
    m_state->thread.join();
}

void AddressPoller::State::run(const std::stop_token& stop)
{
    while (auto ask = feed.next(stop)) {
        askings.remove_if([](const Asking& one) { return one.isOver.load(); });
        Asking& asking = askings.emplace_back();
        asking.thread = std::jthread([this, &asking, stop, taken = std::move(*ask)] {
            feed.take(taken, fetchPage(taken, stop), stop);
            asking.isOver = true;
        });
    }
    askings.clear(); // joins
}

} // namespace gavel::gateway
