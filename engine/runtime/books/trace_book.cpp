// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/books/trace_book.h"

#include <utility>

namespace gavel::runtime {

namespace {

std::size_t bytesOf(const model::AuctionTrace& trace)
{
    constexpr std::size_t kMismatchBytes = sizeof(model::Mismatch) + 32;
    std::size_t bytes = sizeof(trace) + trace.seats.size() * sizeof(model::SeatTrace)
        + trace.notices.size() * (sizeof(model::NoticeTrace) + 200);
    for (const auto& seat : trace.seats)
        bytes += seat.winRates ? seat.winRates->size() * sizeof(double) : 0;
    for (const auto& campaign : trace.campaigns)
        bytes += sizeof(campaign) + campaign.mismatches.size() * kMismatchBytes
            + campaign.terms.segments.size() * sizeof(model::SegmentRule);
    return bytes;
}

} // namespace

void TraceBook::add(model::AuctionTrace&& trace)
{
    const std::uint64_t auction = trace.row.id;
    const std::size_t bytes = bytesOf(trace);
    auto kept = std::make_shared<const model::AuctionTrace>(std::move(trace));
    const std::lock_guard lock(m_mutex);
    m_traces[auction] = std::move(kept);
    m_order.emplace_back(auction, bytes);
    m_bytes += bytes;
    while (m_bytes > kMostBytes && m_order.size() > 1) {
        if (m_traces.erase(m_order.front().first) > 0)
            m_gone.push_back(m_order.front().first);
        m_bytes -= m_order.front().second;
        m_order.pop_front();
    }
}

std::vector<std::uint64_t> TraceBook::takeGone()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_gone, {});
}

std::shared_ptr<const model::AuctionTrace> TraceBook::find(std::uint64_t auction) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_traces.find(auction);
    return it == m_traces.end() ? nullptr : it->second;
}

void TraceBook::clear()
{
    const std::lock_guard lock(m_mutex);
    m_traces.clear();
    m_order.clear();
    m_gone.clear();
    m_bytes = 0;
}

std::vector<model::Opportunity> TraceBook::sampled(std::size_t most) const
{
    std::vector<model::Opportunity> sample;
    const std::lock_guard lock(m_mutex);
    for (auto it = m_order.rbegin(); it != m_order.rend() && sample.size() < most; ++it)
        if (const auto trace = m_traces.find(it->first);
            trace != m_traces.end() && trace->second->isSampled)
            sample.push_back(trace->second->opportunity);
    return sample;
}

} // namespace gavel::runtime
