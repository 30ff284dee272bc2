// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/notices.h"

#include <algorithm>
#include <optional>

namespace gavel::exchange {

namespace {

using model::BidFate;
using openrtb::LossReason;
using openrtb::Macro;

constexpr int kRatioDecimals = 4;

/// price/bid with four decimals, rounded down.
std::string marketBidRatio(Price price, Price bid)
{
    if (bid <= Price{})
        return {};
    const auto scaled = static_cast<__int128_t>(price.nanos) * 10'000 / bid.nanos;
    return base::formatDecimal(static_cast<std::int64_t>(scaled), kRatioDecimals, 1);
}

bool tookPart(BidFate fate)
{
    return fate == BidFate::Won || fate == BidFate::Outbid || fate == BidFate::TieLost;
}

bool couldWinByPrice(BidFate fate)
{
    return tookPart(fate) || fate == BidFate::BelowFloor;
}

/// A price of the market in the currency of the bid, per thousand; "" when there is no rate.
std::string cpmText(Price price, const ClearingTerms& terms, Currency bidCurrency)
{
    if (bidCurrency == terms.currency)
        return base::toCpmString(price);
    if (terms.rates == nullptr)
        return {};
    for (const auto& rate : *terms.rates) {
        if (rate.from != bidCurrency || rate.numerator <= 0)
            continue;
        const auto nanos = static_cast<__int128_t>(price.nanos) * rate.denominator / rate.numerator;
        return nanos <= INT64_MAX ? base::toCpmString({static_cast<std::int64_t>(nanos)})
                                  : std::string();
    }
    return {};
}

} // namespace

LossReason lossReason(const model::Bid& bid)
{
    switch (bid.fate) {
    case BidFate::Won:
        return LossReason::Won;
    case BidFate::Outbid:
    case BidFate::TieLost:
        return LossReason::HigherBid;
    case BidFate::BelowFloor:
        return bid.deal == base::kNone ? LossReason::BelowFloor : LossReason::BelowDealFloor;
    case BidFate::Late:
    case BidFate::CutOff:
        return LossReason::Expired;
    case BidFate::NoBid:
    case BidFate::WrongCurrency:
        return LossReason::InvalidResponse;
    case BidFate::WrongSize:
        return LossReason::SizeNotAllowed;
    case BidFate::BlockedCategory:
        return LossReason::CategoryExcluded;
    case BidFate::BlockedAdvertiser:
        return LossReason::AdvertiserExcluded;
    case BidFate::SeatNotAllowed:
        return LossReason::SeatBlocked;
    case BidFate::UnknownDeal:
        return LossReason::InvalidDeal;
    case BidFate::NotPositive:
        return LossReason::MissingPrice;
    }
    return LossReason::InternalError;
}

Price priceToWin(const model::BidList& bids, std::size_t place, const ClearingTerms& terms)
{
    const auto floor = floorFor(bids[place], terms);
    if (!floor || !couldWinByPrice(bids[place].fate))
        return {};
    Price wanted = *floor;
    for (std::size_t i = 0; i < bids.size(); ++i)
        if (i != place && tookPart(bids[i].fate))
            wanted = std::max(wanted, bids[i].price);
    return wanted;
}

openrtb::MacroValues noticeValues(const model::BidList& bids, std::size_t place,
                                  const model::Clearing& clearing, const ClearingTerms& terms,
                                  Currency bidCurrency, const NoticeNames& names)
{
    const auto& bid = bids[place];
    openrtb::MacroValues values;
    values[Macro::AuctionId] = names.auctionId;
    values[Macro::BidId] = names.bidId;
    values[Macro::ImpId] = names.impId;
    values[Macro::SeatId] = names.seatId;
    values[Macro::AdId] = names.adId;
    values[Macro::Currency] = bidCurrency.view();
    values[Macro::Loss] = std::to_string(static_cast<unsigned>(lossReason(bid)));
    const auto toWin = priceToWin(bids, place, terms);
    if (toWin > Price{})
        values[Macro::MinToWin] = cpmText(toWin, terms, bidCurrency);
    if (bid.fate == BidFate::Won) {
        values[Macro::Price] = cpmText(clearing.price, terms, bidCurrency);
        values[Macro::MarketBidRatio] = marketBidRatio(clearing.price, bid.price);
    }
    return values;
}

std::string noticeUrl(std::string_view url, const openrtb::MacroValues& values)
{
    return openrtb::substituteMacros(url, values, openrtb::MacroPlace::Url);
}

} // namespace gavel::exchange
