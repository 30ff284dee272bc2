// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/poll_feed.h"

#include <memory>

namespace gavel::gateway {

/// Asks one address: without following redirects, where the ask allows, for as long as it says.
/// Errors: those of checkAddress() and exchangeRemote().
Result<pipeline::FetchedPage> fetchPage(const runtime::PollAsk& ask, const std::stop_token& stop);

/// Asks the addresses that the feed gives, from its beginning to its end, each on a thread of its
/// own: one that is slow or gone holds no other.
class AddressPoller
{
public:
    /// The feed must outlive it; there is one of them for a feed.
    explicit AddressPoller(runtime::PollFeed& feed);
    /// Does not wait for answers: what has none yet is asked again by the next one.
    ~AddressPoller();
    AddressPoller(const AddressPoller&) = delete;
    AddressPoller& operator=(const AddressPoller&) = delete;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gavel::gateway
