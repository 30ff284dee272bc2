// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/bid_strategy.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gavel::dsp {

namespace {

using model::StrategyKind;
using Shape = StrategyTerms::Shape;

constexpr std::int64_t kFourDecimals = 100'000; ///< 0.0001 units in nano-units
constexpr double kUnheardPrice
    = 1'000'000; ///< 1.00 per thousand, when nothing else says what a price is

bool isPerClick(StrategyKind kind)
{
    return kind == StrategyKind::TargetCpc;
}
bool isPerConversion(StrategyKind kind)
{
    return kind == StrategyKind::TargetCpa;
}

double nanosOf(Money amount)
{
    return static_cast<double>(amount.micros) * 1000;
}
Money moneyOf(double nanos)
{
    return {Price::floorOf(nanos / 1000 + 0.5).nanos};
}

/// What an impression of the usual kind is worth to a strategy, in nano-units.
double usualPrice(const model::BidStrategy& strategy, double usualCtr, double usualCvr)
{
    if (strategy.cpm.nanos > 0)
        return static_cast<double>(strategy.cpm.nanos);
    const double worthNow
        = worth(compile(strategy), {.pCtr = usualCtr, .pCvr = usualCvr, .draw = 0.5, .floor = {}});
    return worthNow > 0 && strategy.kind != StrategyKind::Contract ? worthNow : kUnheardPrice;
}

Money movedTarget(const model::BidStrategy& strategy, StrategyKind kind, double usualPriceNanos,
                  double usualCtr, double usualCvr)
{
    if (strategy.target.micros <= 0)
        return moneyOf(usualPriceNanos / (isPerClick(kind) ? usualCtr : usualCtr * usualCvr));
    if (isPerClick(strategy.kind) && isPerConversion(kind))
        return moneyOf(nanosOf(strategy.target) / usualCvr);
    if (isPerConversion(strategy.kind) && isPerClick(kind))
        return moneyOf(nanosOf(strategy.target) * usualCvr);
    return strategy.target;
}

} // namespace

StrategyTerms compile(const model::BidStrategy& strategy)
{
    StrategyTerms terms{.shade = strategy.shade,
                        .kind = strategy.kind,
                        .most = strategy.maxBid,
                        .quantum = strategy.quantum};
    if (terms.most.nanos <= 0)
        terms.most.nanos = std::numeric_limits<std::int64_t>::max();
    terms.quantum.nanos = std::max<std::int64_t>(terms.quantum.nanos, 1);
    const auto cpm = static_cast<double>(strategy.cpm.nanos);
    switch (strategy.kind) {
    case StrategyKind::Contract:
        terms.shape = Shape::Contract;
        terms.shade = false;
        terms.quantum.nanos = std::max(terms.quantum.nanos, kFourDecimals);
        break;
    case StrategyKind::Constant:
        terms.shade = false;
        [[fallthrough]];
    case StrategyKind::FixedCpm:
        terms.rate = cpm;
        break;
    case StrategyKind::Random:
        terms.shape = Shape::Drawn;
        terms.shade = false;
        terms.rate = cpm;
        break;
    case StrategyKind::TargetCpc:
        terms.shape = Shape::PerClick;
        terms.rate = nanosOf(strategy.target);
        break;
    case StrategyKind::Linear:
        terms.shape = Shape::PerClick;
        terms.rate = strategy.averageCtr > 0 ? cpm / strategy.averageCtr : 0;
        break;
    case StrategyKind::Ortb:
        terms.shape = Shape::WinCurve;
        terms.curve = strategy.ortbC;
        terms.rate = strategy.ortbLambda > 0 ? strategy.ortbC / strategy.ortbLambda : 0;
        break;
    case StrategyKind::TargetCpa:
        terms.shape = Shape::PerConversion;
        terms.rate = nanosOf(strategy.target);
        break;
    case StrategyKind::TargetRoas:
        terms.shape = Shape::PerConversion;
        terms.rate = strategy.roasMilli > 0
            ? nanosOf(strategy.conversionValue) * 1000 / static_cast<double>(strategy.roasMilli)
            : 0;
        break;
    }
    return terms;
}

double worth(const StrategyTerms& terms, const PriceInputs& inputs)
{
    switch (terms.shape) {
    case Shape::Flat:
        return terms.rate;
    case Shape::Drawn:
        return inputs.draw * terms.rate;
    case Shape::PerClick:
        return inputs.pCtr * terms.rate;
    case Shape::PerConversion:
        return inputs.pCtr * inputs.pCvr * terms.rate;
    case Shape::WinCurve:
        return std::sqrt(inputs.pCtr * terms.rate + terms.curve * terms.curve) - terms.curve;
    case Shape::Contract:
        return static_cast<double>(
            contractPrice(inputs.floor, inputs.interests, inputs.deviceTenths).nanos);
    }
    return 0;
}

Price contractPrice(Price floor, std::uint32_t interests, std::uint32_t deviceTenths)
{
    // 0.5 (1 + n/10) (d/10) units are 5 000 000 (10 + n) d nano-units.
    const std::int64_t formula
        = std::int64_t{5'000'000} * (10 + std::int64_t{interests}) * deviceTenths;
    const auto overFloor = static_cast<__int128_t>(floor.nanos) * 11;
    const __int128_t tenfold = std::max(static_cast<__int128_t>(formula) * 10, overFloor);
    constexpr __int128_t kStep = __int128_t{10} * kFourDecimals;
    constexpr __int128_t kHalfStep = kStep / 2;
    const auto steps = (tenfold + kHalfStep) / kStep;
    return {static_cast<std::int64_t>(steps) * kFourDecimals};
}

model::BidFormula price(const model::BidStrategy& strategy, const PriceInputs& inputs)
{
    return price(strategy, compile(strategy), inputs);
}

model::BidFormula price(const model::BidStrategy& strategy, const StrategyTerms& terms,
                        const PriceInputs& inputs)
{
    model::BidFormula formula;
    formula.kind = strategy.kind;
    formula.pCtr = inputs.pCtr;
    formula.pCvr = inputs.pCvr;
    switch (strategy.kind) {
    case StrategyKind::Contract:
        formula.interests = inputs.interests;
        formula.device = inputs.deviceTenths / 10.0;
        formula.base = 500'000'000;
        break;
    case StrategyKind::TargetCpc:
    case StrategyKind::TargetCpa:
        formula.base = strategy.target.micros;
        break;
    case StrategyKind::TargetRoas:
        formula.base = strategy.conversionValue.micros;
        formula.average = static_cast<double>(strategy.roasMilli) / 1000;
        break;
    case StrategyKind::Ortb:
        formula.base = Price::floorOf(strategy.ortbC).nanos;
        formula.average = strategy.ortbLambda;
        break;
    default:
        formula.base = strategy.cpm.nanos;
        formula.average = strategy.averageCtr;
        break;
    }
    const double whole = worth(terms, inputs);
    formula.pacing = terms.pacing;
    formula.value = Price::floorOf(whole);
    formula.shaded = Price::floorOf(whole * terms.pacing);
    bound(formula, terms, terms.most);
    return formula;
}

void bound(model::BidFormula& formula, const StrategyTerms& terms, Price most)
{
    const std::int64_t bounded = std::min({formula.shaded.nanos, terms.most.nanos, most.nanos});
    formula.bid.nanos = bounded <= 0 ? 0 : bounded - bounded % terms.quantum.nanos;
}

model::BidStrategy withKind(const model::BidStrategy& strategy, StrategyKind kind, double usualCtr,
                            double usualCvr)
{
    const double usual = usualPrice(strategy, usualCtr, usualCvr);
    model::BidStrategy changed = strategy;
    changed.kind = kind;
    if (changed.cpm.nanos <= 0)
        changed.cpm = Price::floorOf(usual);
    if (isPerClick(kind) || isPerConversion(kind))
        changed.target = movedTarget(strategy, kind, usual, usualCtr, usualCvr);
    if (kind == StrategyKind::Linear && !(changed.averageCtr > 0))
        changed.averageCtr = usualCtr;
    if (kind == StrategyKind::TargetRoas && changed.conversionValue.micros <= 0) {
        changed.roasMilli = std::max<std::int64_t>(changed.roasMilli, 1);
        changed.conversionValue = moneyOf(usual / (usualCtr * usualCvr)
                                          * static_cast<double>(changed.roasMilli) / 1000);
    }
    if (kind == StrategyKind::Ortb && !(changed.ortbC > 0 && changed.ortbLambda > 0)) {
        // sqrt(c theta / lambda + c^2) - c = c at the usual theta gives lambda = theta / (3 c).
        changed.ortbC = usual;
        changed.ortbLambda = usualCtr / (3 * usual);
    }
    return changed;
}

} // namespace gavel::dsp
