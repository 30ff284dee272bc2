// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/clearing.h"

#include <algorithm>
#include <limits>

namespace gavel::exchange {

namespace {

using model::Bid;
using model::BidFate;
using model::BidList;
using model::Clearing;
using model::Opportunity;
using model::PriceRule;

/// Fates that came with the bid: it never reached the auction.
bool wasNotOffered(BidFate fate)
{
    return fate == BidFate::Late || fate == BidFate::CutOff || fate == BidFate::NoBid;
}

bool fits(std::uint16_t offered, std::uint16_t wanted)
{
    return offered == 0 || wanted == 0 || offered == wanted;
}

bool convertToMarket(Bid& bid, const ClearingTerms& terms)
{
    if (bid.currency == terms.currency)
        return true;
    const auto converted = terms.rates == nullptr
        ? std::nullopt
        : convert(bid.price, bid.currency, terms.currency, *terms.rates);
    if (!converted)
        return false;
    bid.price = *converted;
    bid.currency = terms.currency;
    return true;
}

/// The first rule that the bid breaks; Outbid when it breaks none and takes part.
BidFate judge(Bid& bid, const ClearingTerms& terms)
{
    const Opportunity& offer = *terms.opportunity;
    if (!convertToMarket(bid, terms))
        return BidFate::WrongCurrency;
    if (bid.price <= Price{})
        return BidFate::NotPositive;
    if (!offer.allowedSeats.empty() && !offer.allowedSeats.contains(bid.seat))
        return BidFate::SeatNotAllowed;
    const auto floor = floorFor(bid, terms);
    if (!floor)
        return BidFate::UnknownDeal;
    if (!fits(bid.width, offer.width) || !fits(bid.height, offer.height))
        return BidFate::WrongSize;
    if (bid.category != base::kNone && offer.blockedCategories.contains(bid.category))
        return BidFate::BlockedCategory;
    if (bid.advertiser != base::kNone && offer.blockedAdvertisers.contains(bid.advertiser))
        return BidFate::BlockedAdvertiser;
    return bid.price < *floor ? BidFate::BelowFloor : BidFate::Outbid;
}

/// The dearest of the bids that take part; among equals drawn (one draw for each bid after the
/// first) or the first.
std::int32_t pickWinner(const BidList& bids, bool seeded, base::Random& random)
{
    Price top;
    for (const Bid& bid : bids)
        if (bid.fate == BidFate::Outbid)
            top = std::max(top, bid.price);
    std::int32_t winner = -1;
    std::uint32_t equals = 0;
    for (std::uint32_t i = 0; i < bids.count; ++i) {
        if (bids[i].fate != BidFate::Outbid || bids[i].price != top)
            continue;
        ++equals;
        // Reservoir of one: the k-th equal bid takes the place with probability 1/k.
        if (equals == 1 || (seeded && random.below(equals) == 0))
            winner = static_cast<std::int32_t>(i);
    }
    return winner;
}

std::optional<Price> secondPrice(const BidList& bids, std::int32_t winner)
{
    std::optional<Price> second;
    for (std::uint32_t i = 0; i < bids.count; ++i)
        if (bids[i].fate == BidFate::Outbid && static_cast<std::int32_t>(i) != winner)
            second = std::max(second.value_or(Price{}), bids[i].price);
    return second;
}

/// What the winner owes before rounding.
Price owed(const model::AuctionRules& rules, Price own, Price floor, std::optional<Price> second)
{
    const bool soft = rules.kind == PriceRule::SoftFloor;
    if (rules.kind == PriceRule::FirstPrice || (soft && own < rules.softFloor))
        return own;
    if (!second && !rules.floorIsReserve)
        return own;
    const Price reserve = soft ? std::max(rules.softFloor, floor) : floor;
    return second ? std::max(reserve, *second + rules.increment) : reserve;
}

Price roundedHalfUp(Price price, Price quantum)
{
    if (quantum.nanos <= 1)
        return price;
    const auto rest = price.nanos % quantum.nanos;
    return {rest >= quantum.nanos - rest ? price.nanos - rest + quantum.nanos : price.nanos - rest};
}

void markLosers(BidList& bids, std::int32_t winner)
{
    Bid& won = bids[static_cast<std::size_t>(winner)];
    won.fate = BidFate::Won;
    for (Bid& bid : bids)
        if (bid.fate == BidFate::Outbid && bid.price == won.price)
            bid.fate = BidFate::TieLost;
}

} // namespace

std::optional<Price> floorFor(const Bid& bid, const ClearingTerms& terms)
{
    if (bid.deal == base::kNone) {
        if (terms.opportunity->dealsOnly)
            return std::nullopt;
        return terms.floor;
    }
    for (const auto& offered : terms.opportunity->deals)
        if (offered.deal == bid.deal)
            return offered.floor;
    return std::nullopt;
}

std::optional<Price> convert(Price price, Currency from, Currency to,
                             const std::vector<model::ExchangeRate>& rates)
{
    if (from == to)
        return price;
    for (const auto& rate : rates) {
        if (rate.from != from || rate.numerator <= 0 || rate.denominator <= 0)
            continue;
        const auto exact = static_cast<__int128_t>(price.nanos) * rate.numerator;
        const auto whole = exact / rate.denominator - (exact % rate.denominator < 0 ? 1 : 0);
        if (whole > std::numeric_limits<std::int64_t>::max()
            || whole < std::numeric_limits<std::int64_t>::min())
            return std::nullopt;
        return Price{static_cast<std::int64_t>(whole)};
    }
    return std::nullopt;
}

Clearing clear(BidList& bids, const ClearingTerms& terms, base::Random& random)
{
    Clearing clearing;
    for (Bid& bid : bids) {
        if (wasNotOffered(bid.fate))
            continue;
        bid.fate = judge(bid, terms);
        clearing.valid += bid.fate == BidFate::Outbid ? 1 : 0;
    }
    if (clearing.valid == 0)
        return clearing;

    const auto& rules = *terms.rules;
    clearing.winner = pickWinner(bids, rules.seededTies, random);
    const Bid& won = bids[static_cast<std::size_t>(clearing.winner)];
    clearing.floor = floorFor(won, terms).value_or(terms.floor);
    const Price due = owed(rules, won.price, clearing.floor, secondPrice(bids, clearing.winner));
    clearing.price = std::clamp(roundedHalfUp(due, rules.priceQuantum),
                                std::max(clearing.floor, Price{}), won.price);
    const auto split = base::splitByPpm(clearing.price, rules.feePpm);
    clearing.fee = split.first;
    clearing.publisher = split.rest;
    markLosers(bids, clearing.winner);
    return clearing;
}

} // namespace gavel::exchange
