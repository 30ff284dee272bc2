// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/shaded_price.h"

#include <algorithm>

namespace gavel::dsp {

namespace {

Price shaded(const Landscape& landscape, Price value, Price floor, const MarketRate& rate)
{
    if (rate.isOne())
        return landscape.shade(value, floor);
    const double toMarket = rate.toMarket();
    const auto inMarket = [toMarket](Price own) {
        return Price::floorOf(static_cast<double>(own.nanos) * toMarket);
    };
    const Price best = rate.fromMarket(landscape.shade(inMarket(value), inMarket(floor)));
    return std::clamp(best, std::min(floor, value), value);
}

} // namespace

model::BidFormula shadedPrice(const model::BidStrategy& strategy, const StrategyTerms& terms,
                              const PriceInputs& inputs, const Landscape* landscape,
                              const MarketRate& rate)
{
    model::BidFormula priced = price(strategy, terms, inputs);
    if (landscape == nullptr || !terms.shade)
        return priced;
    const Price whole = priced.bid;
    priced.shaded = shaded(*landscape, whole, inputs.floor, rate);
    bound(priced, terms, terms.most);
    // The quantum must not push a bid at the floor below it.
    if (priced.bid < inputs.floor)
        priced.bid = whole;
    return priced;
}

} // namespace gavel::dsp
