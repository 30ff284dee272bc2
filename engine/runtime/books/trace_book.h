// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/trace.h"

#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace gavel::runtime {

/// The newest full stories, bounded by memory. Any thread.
class TraceBook
{
public:
    void add(model::AuctionTrace&& trace);
    /// Auctions whose stories were let go since the last call.
    std::vector<std::uint64_t> takeGone();
    /// nullptr when the auction was not traced or its story has been let go.
    std::shared_ptr<const model::AuctionTrace> find(std::uint64_t auction) const;
    void clear();
    /// Opportunities of the newest traces that are sampled, newest first: for live counts.
    std::vector<model::Opportunity> sampled(std::size_t most) const;

private:
    static constexpr std::size_t kMostBytes = 256U << 20;

    mutable std::mutex m_mutex;
    std::unordered_map<std::uint64_t, std::shared_ptr<const model::AuctionTrace>> m_traces;
    std::deque<std::pair<std::uint64_t, std::size_t>>
        m_order; ///< auction and its bytes, oldest first
    std::size_t m_bytes = 0;
    std::vector<std::uint64_t> m_gone;
};

} // namespace gavel::runtime
