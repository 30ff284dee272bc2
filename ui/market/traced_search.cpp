// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/traced_search.h"

#include <algorithm>

namespace gavel::auctions {

using runtime::AuctionQuery;
using Rows = std::vector<model::AuctionRow>;

namespace {

constexpr std::size_t kCandidates = 16;
/// Shards hand in their rows in turns, so times are in order only nearly.
constexpr std::size_t kDisorder = 2000;

Rows rowsOf(const runtime::Engine& engine, AuctionQuery query, std::size_t first, std::size_t count)
{
    query.first = first;
    query.count = count;
    auto page = engine.auctions(query);
    return page ? std::move(page->rows) : Rows();
}

/// The first row that is not newer than a moment.
std::size_t placeOf(const runtime::Engine& engine, AuctionQuery query, TimeMs at)
{
    query.count = 0;
    const auto counted = engine.auctions(query);
    std::size_t low = 0;
    std::size_t high = counted ? counted->matching : 0;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const Rows row = rowsOf(engine, query, middle, 1);
        if (row.empty() || row.front().at <= at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

std::size_t before(std::size_t place, std::size_t rows)
{
    return place > rows ? place - rows : 0;
}

std::optional<model::AuctionRow> nearestIn(const runtime::Engine& engine, Rows rows, TimeMs at)
{
    std::stable_sort(rows.begin(), rows.end(), [at](const auto& a, const auto& b) {
        return std::abs(a.at - at) < std::abs(b.at - at);
    });
    for (const model::AuctionRow& row : rows)
        if (engine.trace(row.id))
            return row;
    return std::nullopt;
}

std::optional<FoundAuction> inList(const runtime::Engine& engine, const AuctionQuery& list,
                                   const model::AuctionRow& wanted)
{
    const std::size_t first = before(placeOf(engine, list, wanted.at), kDisorder / 2);
    const Rows rows = rowsOf(engine, list, first, kDisorder);
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const model::AuctionRow& row) {
        return row.id == wanted.id;
    });
    if (found == rows.end())
        return std::nullopt;
    return FoundAuction{wanted.id, first + static_cast<std::size_t>(found - rows.begin())};
}

} // namespace

std::optional<FoundAuction> nearestTraced(const runtime::Engine& engine, const AuctionQuery& list,
                                          TimeMs at)
{
    AuctionQuery traced = list;
    traced.filter = list.filter.empty() ? "traced" : "(" + list.filter + ") and traced";
    const std::size_t place = placeOf(engine, traced, at);
    auto nearest = nearestIn(
        engine, rowsOf(engine, traced, before(place, kCandidates / 2), kCandidates), at);
    // Old stories are let go first: the newest ones are still there.
    if (!nearest)
        nearest = nearestIn(engine, rowsOf(engine, traced, 0, kCandidates), at);
    return nearest ? inList(engine, list, *nearest) : std::nullopt;
}

} // namespace gavel::auctions
