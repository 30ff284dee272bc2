// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/campaign.h"
#include "engine/model/trace.h"

#include <cstdint>

namespace gavel::dsp {

/// What a strategy looks at besides the campaign: one impression, in the campaign's currency.
struct PriceInputs
{
    double pCtr = 0; ///< probability of a click on the impression
    double pCvr = 0; ///< probability of a conversion after a click
    double draw = 0; ///< uniform in [0, 1), for Random
    Price floor; ///< for Contract
    std::uint32_t interests = 0; ///< Contract: interests + segments of the profile, 0 without one
    std::uint32_t deviceTenths = 10; ///< Contract: device multiplier times ten
};

/// A strategy made ready for the auction path: one multiplication, or one square root, prices an
/// impression.
struct StrategyTerms
{
    enum class Shape : std::uint8_t { Flat, Drawn, PerClick, PerConversion, WinCurve, Contract };

    Shape shape = Shape::Flat;
    bool shade = true;
    model::StrategyKind kind{};
    double rate = 0; ///< nano-units: the flat price, or worth of a click or a conversion
    double curve = 0; ///< WinCurve: c in nano-units
    double pacing = 1; ///< what bids are scaled by, before shading and any bound
    Price most; ///< the strategy's own bound; INT64_MAX when it has none
    Price quantum{1};
};

StrategyTerms compile(const model::BidStrategy& strategy);

/// Worth of one impression in nano-units before any bound; 0 when the strategy lacks its
/// parameters. TargetCpc pCTR*target; Linear pCTR*base/avg; Ortb sqrt(c*pCTR/lambda + c^2) - c
/// (Zhang, Yuan, Wang, KDD 2014, equation 11); TargetCpa pCTR*pCVR*target; TargetRoas
/// pCTR*pCVR*value*1000/roasMilli.
double worth(const StrategyTerms& terms, const PriceInputs& inputs);

/// The demonstration's price: max(0.5 (1 + 0.1 n) device, floor 1.1) for one impression, half up to
/// four decimals.
Price contractPrice(Price floor, std::uint32_t interests, std::uint32_t deviceTenths);

/// The price with everything it was made of: worth scaled by pacing, under the strategy's own
/// bound, floored to its quantum. `shaded` and `bid` equal it until shading and quota lower them.
model::BidFormula price(const model::BidStrategy& strategy, const PriceInputs& inputs);
/// The same with the strategy's terms at hand.
model::BidFormula price(const model::BidStrategy& strategy, const StrategyTerms& terms,
                        const PriceInputs& inputs);

/// Lowers the bid of a formula to `most`, on the strategy's quantum (four decimals for Contract).
void bound(model::BidFormula& formula, const StrategyTerms& terms, Price most);

/// A strategy of another kind with the same aim. Parameters the new kind needs stay as they are
/// when set. Else: prices take the old price, or what the old target is worth at the usual rates,
/// or 1.00 per thousand; targets are set so that they are worth that price at the usual rates. A
/// target moves between click and conversion at the usual conversion rate. maxBid, quantum and
/// shading are kept.
model::BidStrategy withKind(const model::BidStrategy& strategy, model::StrategyKind kind,
                            double usualCtr, double usualCvr);

} // namespace gavel::dsp
