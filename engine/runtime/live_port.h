// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/spsc_ring.h"
#include "engine/model/auction.h"
#include "engine/model/opportunity.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace gavel::runtime {

/// What the market answered to a real opportunity.
struct LiveAnswer
{
    std::uint64_t token = 0; ///< the caller's
    std::uint64_t sequence
        = 0; ///< last event of the auction in its shard's source; 0 = none to wait for
    std::uint32_t shard = 0;
    bool refused = false; ///< the market is paused
    model::AuctionRow row;
    model::BidList bids;
    model::Clearing clearing;
};

/// One gateway thread's line to the market. submit() and drain() are for that thread only.
/// An answer with a win is released only after its events are durable.
class LivePort
{
public:
    struct Request
    {
        std::uint64_t token = 0;
        model::Opportunity opportunity;
    };
    /// The two rings between this port and one shard.
    struct Lane
    {
        base::SpscRing<Request> requests{1024};
        base::SpscRing<LiveAnswer> answers{1024};
    };

    /// `committed(shard)` tells the last durable sequence; `wake` is called on an engine thread
    /// when drain() may have something new; `submitted` wakes the shard's thread.
    LivePort(std::size_t shards, std::function<void()> wake,
             std::function<std::uint64_t(std::uint32_t)> committed,
             std::function<void(std::uint32_t)> submitted);

    /// False = no room: the market is overloaded, or has no shard any more. The engine sets the
    /// opportunity's id and time.
    bool submit(std::uint64_t token, const model::Opportunity& opportunity);
    /// Calls answer for every finished auction; returns how many.
    std::size_t drain(const std::function<void(const LiveAnswer&)>& answer);

    Lane& lane(std::size_t shard) { return *m_lanes[shard]; }
    std::size_t lanes() const { return m_lanes.size(); }
    void wake() const { m_wake(); }
    /// After this submit() says no and drain() gives nothing: the market is going away. Any thread.
    void close();
    bool isOpen() const;

private:
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::vector<std::vector<LiveAnswer>>
        m_waiting; ///< answered, events not durable yet; by shard, in order
    std::vector<LiveAnswer> m_batch;
    std::function<void()> m_wake;
    std::function<std::uint64_t(std::uint32_t)> m_committed;
    std::function<void(std::uint32_t)> m_submitted;
    mutable std::mutex
        m_mutex; ///< held while the market is talked to, so that close() can wait for that
    bool m_open = true;
};

} // namespace gavel::runtime
