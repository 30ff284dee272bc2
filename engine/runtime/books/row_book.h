// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/market/filter/auction_filter.h"
#include "engine/model/auction.h"
#include "engine/model/vocabulary.h"
#include "engine/runtime/engine.h"

#include <deque>
#include <list>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace gavel::runtime {

/// The newest million auctions, in the order they were drained. Memory is taken as it fills. One
/// writer (control); any thread may ask. A filter is evaluated once for each row: what it took is
/// remembered for the filters in use.
class RowBook
{
public:
    static constexpr std::size_t kCapacity = 1'000'000;

    void add(std::span<const model::AuctionRow> rows);
    /// The stories of these auctions are not kept any more.
    void letGo(std::span<const std::uint64_t> auctions);
    void clear();
    std::uint64_t kept() const;
    std::uint64_t added() const; ///< since clear(), kept or not any more

    Result<AuctionPage> page(const AuctionQuery& query, const model::Vocabulary& vocabulary) const;
    std::optional<model::AuctionRow> find(std::uint64_t auction) const;

private:
    static constexpr std::size_t kChunk = 1U << 14;
    static constexpr std::size_t kChunks = (kCapacity + kChunk - 1) / kChunk + 1;

    /// What one filter took: positions of rows in ascending order, seen up to `seen`.
    struct Taken
    {
        std::string text;
        market::AuctionFilter filter;
        std::uint64_t seen = 0;
        std::deque<std::uint64_t> positions;
    };

    model::AuctionRow& at(std::uint64_t position) const;
    std::uint64_t oldest() const { return m_next > kCapacity ? m_next - kCapacity : 0; }
    Result<Taken*> taken(const std::string& text, const model::Vocabulary& vocabulary) const;
    void catchUp(Taken& taken) const;
    /// A row that the filter has seen has changed.
    void look(Taken& taken, std::uint64_t position) const;

    mutable std::shared_mutex m_mutex;
    std::vector<std::unique_ptr<model::AuctionRow[]>> m_chunks
        = std::vector<std::unique_ptr<model::AuctionRow[]>>(kChunks);
    std::uint64_t m_next = 0; ///< position of the next row; rows live at [oldest, next)
    std::unordered_map<std::uint64_t, std::uint64_t> m_traced; ///< positions by auction

    mutable std::mutex m_filterMutex; ///< taken before m_mutex
    mutable std::list<Taken> m_filters; ///< most recently used first
};

} // namespace gavel::runtime
