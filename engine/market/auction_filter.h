// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/auction.h"
#include "engine/model/vocabulary.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::market {

/// A compiled filter of the auction list: price > 0.8 and campaign = "camp-001" and lost
///
/// filter   := or ; or := and { "or" and } ; and := unary { "and" unary } ; unary := "not" unary | "(" or ")" | test
/// test     := field op value | field "in" "(" value { "," value } ")" | word
/// numbers  : price, floor, bid, bids, seats, ms, hour ; op = < <= > >= = != ; prices are per thousand
/// names    : campaign, seat, publisher, placement, country, device, auction, fate ; op = != , "in"
/// words    : won, lost, late, filled, unfilled, clicked, converted, traced
/// "won", "lost", "bid" and "fate" speak of the campaign or seat that the same and-group names, else of any.
class AuctionFilter
{
public:
    /// Errors: code FILTER_UNFINISHED when more typing could make it valid, FILTER_WRONG otherwise; where = "column N".
    static Result<AuctionFilter> parse(std::string_view text, const model::Vocabulary& vocabulary);

    bool matches(const model::AuctionRow& row) const { return !m_test || m_test(row); }
    bool takesAll() const { return !m_test; }
    /// The and-parts at the top, as typed: the removable chips.
    const std::vector<std::string>& parts() const { return m_parts; }
    /// The campaign that the filter is about, kNone when none: the list shows its own column.
    Handle campaign() const { return m_campaign; }

private:
    std::function<bool(const model::AuctionRow&)> m_test;
    std::vector<std::string> m_parts;
    Handle m_campaign = 0;
};

/// What may follow at the cursor, best first: fields, operators, values of the vocabulary, words.
std::vector<std::string> completions(std::string_view text, std::size_t cursor,
                                     const model::Vocabulary& vocabulary);

} // namespace gavel::market
