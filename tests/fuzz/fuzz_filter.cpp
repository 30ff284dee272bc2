// SPDX-License-Identifier: GPL-3.0-or-later
// Any text is a filter, unfinished or wrong with a column; a filter never fails on a row;
// completion never fails.
#include "engine/market/filter/auction_filter.h"

#include <cstdlib>

namespace {

const gavel::model::Vocabulary& vocabulary()
{
    static gavel::model::Vocabulary words;
    static const bool filled = [] {
        words.campaigns.intern("camp-001");
        words.seats.intern("northwind");
        words.of(gavel::model::Dimension::Publisher).intern("harbor-news");
        return true;
    }();
    return filled ? words : words;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto filter = gavel::market::AuctionFilter::parse(text, vocabulary());
    if (filter) {
        gavel::model::AuctionRow row;
        row.rowBids = 2;
        row.bid[0] = {1, 1, gavel::model::BidFate::Won, gavel::Price{1'000'000}};
        row.bid[1] = {0, 1, gavel::model::BidFate::Outbid, gavel::Price{900'000}};
        static_cast<void>(filter->matches(row));
    } else if (filter.error().code != "FILTER_UNFINISHED"
               && filter.error().code != "FILTER_WRONG") {
        std::abort();
    }
    static_cast<void>(gavel::market::completions(text, size / 2, vocabulary()));
    return 0;
}
