// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/market/filter/filter_program.h"
#include "engine/model/auction.h"
#include "engine/model/vocabulary.h"

#include <string>
#include <string_view>
#include <vector>

namespace gavel::market {

/// A compiled filter of the auction list: price > 0.8 and campaign = "camp-001" and lost
///
/// filter := or
/// or     := and { "or" and }
/// and    := unary { "and" unary }
/// unary  := "not" unary | "(" or ")" | test
/// test   := field op value | field "in" "(" value { "," value } ")" | word
///
/// numbers: price, floor, bid, bids, seats, ms, hour; op is one of < <= > >= = !=
///          (prices are per thousand, hours UTC, seats are those that answered in time)
/// names:   campaign, seat, publisher, placement, country, device, auction, fate; op is = or !=
/// words:   won, lost, late, filled, unfilled, clicked, converted, traced
///
/// "won", "lost", "late", "bid" and "fate" speak of the campaign or seat that "=" or "in" names in
/// the same and-group: the nearest before, else the first after, else the one that holds for the
/// brackets around, else any.
class AuctionFilter
{
public:
    /// Keywords, fields and words in any case. Columns count characters from 1. At most
    /// kFilterBytes long. Errors: code FILTER_UNFINISHED when more typing could make it valid,
    /// FILTER_WRONG otherwise; where = "column N".
    static Result<AuctionFilter> parse(std::string_view text, const model::Vocabulary& vocabulary);

    bool matches(const model::AuctionRow& row) const { return m_program.matches(row); }
    bool takesAll() const { return m_parts.empty(); }
    /// The and-parts at the top, as typed: the removable chips.
    const std::vector<std::string>& parts() const { return m_parts; }
    /// The campaign that the filter is about, kNone when none: the list shows its own column.
    Handle campaign() const { return m_campaign; }

private:
    FilterProgram m_program;
    std::vector<std::string> m_parts;
    Handle m_campaign = 0;
};

/// What may follow at the cursor (a byte of the UTF-8 text), best first: fields, operators, values
/// of the vocabulary, words. Each replaces what is typed of it: completionStart() says from where.
std::vector<std::string> completions(std::string_view text, std::size_t cursor,
                                     const model::Vocabulary& vocabulary);
/// The byte at which the word under the cursor begins; the cursor when it stands between words.
std::size_t completionStart(std::string_view text, std::size_t cursor);

} // namespace gavel::market
