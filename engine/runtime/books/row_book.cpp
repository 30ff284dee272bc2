// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/books/row_book.h"

#include "engine/base/clock.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

constexpr std::size_t kRememberedFilters = 4;

std::uint64_t clampPosition(std::uint64_t position, std::uint64_t newest)
{
    return position == 0 || position > newest ? newest : position;
}

} // namespace

model::AuctionRow& RowBook::at(std::uint64_t position) const
{
    return m_chunks[position / kChunk % kChunks][position % kChunk];
}

void RowBook::add(std::span<const model::AuctionRow> rows)
{
    const std::unique_lock lock(m_mutex);
    for (const auto& row : rows) {
        auto& chunk = m_chunks[m_next / kChunk % kChunks];
        if (!chunk)
            chunk = std::make_unique<model::AuctionRow[]>(kChunk);
        model::AuctionRow& place = chunk[m_next % kChunk];
        if (place.traced != 0) // of a row that is overwritten
            if (const auto gone = m_traced.find(place.id);
                gone != m_traced.end() && gone->second < oldest())
                m_traced.erase(gone);
        place = row;
        if (row.traced != 0)
            m_traced[row.id] = m_next;
        ++m_next;
    }
}

void RowBook::letGo(std::span<const std::uint64_t> auctions)
{
    if (auctions.empty())
        return;
    const std::lock_guard filterLock(m_filterMutex);
    const std::unique_lock lock(m_mutex);
    for (const std::uint64_t auction : auctions) {
        const auto found = m_traced.find(auction);
        if (found == m_traced.end())
            continue;
        const std::uint64_t position = found->second;
        m_traced.erase(found);
        if (position < oldest())
            continue;
        at(position).traced = 0;
        for (Taken& taken : m_filters)
            if (position < taken.seen)
                look(taken, position);
    }
}

void RowBook::look(Taken& taken, std::uint64_t position) const
{
    auto& positions = taken.positions;
    const auto place = std::lower_bound(positions.begin(), positions.end(), position);
    const bool isThere = place != positions.end() && *place == position;
    if (isThere == taken.filter.matches(at(position)))
        return;
    if (isThere)
        positions.erase(place);
    else
        positions.insert(place, position);
}

void RowBook::clear()
{
    const std::lock_guard filterLock(m_filterMutex);
    const std::unique_lock lock(m_mutex);
    m_filters.clear();
    m_traced.clear();
    m_next = 0;
}

std::uint64_t RowBook::kept() const
{
    const std::shared_lock lock(m_mutex);
    return m_next - oldest();
}

std::uint64_t RowBook::added() const
{
    const std::shared_lock lock(m_mutex);
    return m_next;
}

Result<RowBook::Taken*> RowBook::taken(const std::string& text,
                                       const model::Vocabulary& vocabulary) const
{
    const auto known = std::find_if(m_filters.begin(), m_filters.end(),
                                    [&](const Taken& candidate) { return candidate.text == text; });
    if (known != m_filters.end()) {
        m_filters.splice(m_filters.begin(), m_filters, known);
        return &m_filters.front();
    }
    auto filter = market::AuctionFilter::parse(text, vocabulary);
    if (!filter)
        return filter.error();
    m_filters.push_front({text, std::move(*filter), 0, {}});
    if (m_filters.size() > kRememberedFilters)
        m_filters.pop_back();
    return &m_filters.front();
}

void RowBook::catchUp(Taken& taken) const
{
    while (!taken.positions.empty() && taken.positions.front() < oldest())
        taken.positions.pop_front();
    for (std::uint64_t position = std::max(taken.seen, oldest()); position < m_next; ++position)
        if (taken.filter.matches(at(position)))
            taken.positions.push_back(position);
    taken.seen = m_next;
}

Result<AuctionPage> RowBook::page(const AuctionQuery& query,
                                  const model::Vocabulary& vocabulary) const
{
    const std::int64_t begun = base::monotonicNanos();
    const std::lock_guard filterLock(m_filterMutex);
    Taken* filtered = nullptr;
    if (!query.filter.empty()) {
        const auto found = taken(query.filter, vocabulary);
        if (!found)
            return found.error();
        filtered = *found;
    }
    const std::shared_lock lock(m_mutex);
    AuctionPage page;
    page.newest = clampPosition(query.upTo, m_next);
    page.waiting = m_next - page.newest;
    page.total = page.newest > oldest() ? page.newest - oldest() : 0;
    if (filtered != nullptr && !filtered->filter.takesAll()) {
        catchUp(*filtered);
        const auto& positions = filtered->positions;
        const auto held = std::lower_bound(positions.begin(), positions.end(), page.newest);
        page.matching = static_cast<std::size_t>(held - positions.begin());
        for (std::size_t i = query.first; i < page.matching && page.rows.size() < query.count; ++i)
            page.rows.push_back(at(positions[page.matching - 1 - i]));
    } else {
        page.matching = page.total;
        for (std::size_t i = query.first; i < page.matching && page.rows.size() < query.count; ++i)
            page.rows.push_back(at(page.newest - 1 - i));
    }
    page.milliseconds = static_cast<double>(base::monotonicNanos() - begun) / 1e6;
    return page;
}

std::optional<model::AuctionRow> RowBook::find(std::uint64_t auction) const
{
    const std::shared_lock lock(m_mutex);
    for (std::uint64_t position = m_next; position-- > oldest();)
        if (at(position).id == auction)
            return at(position);
    return std::nullopt;
}

} // namespace gavel::runtime
