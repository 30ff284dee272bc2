// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/delivery_feed.h"

#include <memory>

namespace gavel::gateway {

/// Sends what the feed gives, from its beginning to its end, on threads of its own.
class Distribution
{
public:
    /// Both must outlive it; there is one of them for a feed.
    Distribution(runtime::DeliveryFeed& feed, const base::Clock& clock);
    /// Does not wait for answers: what has none yet is sent again by the next one.
    ~Distribution();
    Distribution(const Distribution&) = delete;
    Distribution& operator=(const Distribution&) = delete;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gavel::gateway
