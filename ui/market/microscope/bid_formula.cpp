// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/microscope/bid_formula.h"

#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <cmath>
#include <optional>

namespace gavel::auctions {

using model::PriceRule;
using model::StrategyKind;
namespace numbers = widgets::numbers;

namespace {

constexpr std::int64_t kRounding
    = 1000; ///< a bid is floored to its step; less than this is no bound

struct BidFormulaWords
{
    Q_DECLARE_TR_FUNCTIONS(BidFormula)
};

QString rate(double value)
{
    return numbers::decimal(value, 5);
}

QString amount(std::int64_t micros)
{
    return QString::fromStdString(base::toString(Money{micros}, 2));
}

QString valueTerms(const model::BidFormula& formula, Price floor, const Names& names)
{
    switch (formula.kind) {
    case StrategyKind::Contract:
        return BidFormulaWords::tr("max(%1 × (1 + 0.1 × %2) × device %3, floor %4 × 1.1)")
            .arg(names.price({formula.base}), numbers::decimal(formula.interests, 0),
                 numbers::decimal(formula.device, 1), names.price(floor));
    case StrategyKind::FixedCpm:
    case StrategyKind::Constant:
        return BidFormulaWords::tr("CPM %1").arg(amount(formula.base));
    case StrategyKind::Random:
        return BidFormulaWords::tr("drawn evenly below CPM %1").arg(amount(formula.base));
    case StrategyKind::TargetCpc:
        return BidFormulaWords::tr("pCTR %1 × CPC %2 × 1000")
            .arg(rate(formula.pCtr), amount(formula.base));
    case StrategyKind::Linear:
        return BidFormulaWords::tr("base %1 × pCTR %2 ÷ mean %3")
            .arg(amount(formula.base), rate(formula.pCtr), rate(formula.average));
    case StrategyKind::Ortb:
        return BidFormulaWords::tr("√(c ÷ λ × pCTR %1 + c²) − c with c %2, λ %3")
            .arg(rate(formula.pCtr), amount(formula.base),
                 QString::number(formula.average, 'g', 3));
    case StrategyKind::TargetCpa:
        return BidFormulaWords::tr("pCTR %1 × pCVR %2 × CPA %3 × 1000")
            .arg(rate(formula.pCtr), rate(formula.pCvr), amount(formula.base));
    case StrategyKind::TargetRoas:
        return BidFormulaWords::tr("pCTR %1 × pCVR %2 × conversion value %3 ÷ ROAS %4 × 1000")
            .arg(rate(formula.pCtr), rate(formula.pCvr), amount(formula.base),
                 numbers::decimal(formula.average, 2));
    }
    return {};
}

std::optional<Price> secondPrice(const model::AuctionTrace& trace)
{
    std::optional<Price> second;
    for (const model::SeatTrace& seat : trace.seats)
        if (seat.bid.fate == model::BidFate::Outbid || seat.bid.fate == model::BidFate::TieLost)
            second = std::max(second.value_or(Price{}), seat.bid.price);
    return second;
}

/// What the winner owes by the rule, before rounding and the bounds of floor and own bid.
QString owedText(const model::AuctionTrace& trace, const Names& names)
{
    const model::AuctionRules& rules = trace.rules;
    const Price own = trace.seats[static_cast<std::size_t>(trace.clearing.winner)].bid.price;
    const std::optional<Price> second = secondPrice(trace);
    const bool isSoft = rules.kind == PriceRule::SoftFloor;
    if (rules.kind == PriceRule::FirstPrice)
        return BidFormulaWords::tr("the winner's own bid %1").arg(names.exact(own));
    if (isSoft && own < rules.softFloor)
        return BidFormulaWords::tr("below the soft floor %1: the winner's own bid %2")
            .arg(names.exact(rules.softFloor), names.exact(own));
    const Price reserve
        = isSoft ? std::max(rules.softFloor, trace.clearing.floor) : trace.clearing.floor;
    if (second)
        return BidFormulaWords::tr("max(%1, %2 + %3)")
            .arg(names.exact(reserve), names.exact(*second), names.exact(rules.increment));
    return rules.floorIsReserve
        ? BidFormulaWords::tr("alone: the floor %1").arg(names.exact(reserve))
        : BidFormulaWords::tr("alone: the own bid %1").arg(names.exact(own));
}

} // namespace

QString formulaText(const model::BidFormula& formula, Price floor, const Names& names)
{
    QString text = valueTerms(formula, floor, names);
    if (std::abs(formula.pacing - 1) > 1e-9)
        text = BidFormulaWords::tr("%1 × pacing %2", "terms of a bid")
                   .arg(text, numbers::decimal(formula.pacing, 3));
    const auto paced
        = static_cast<std::int64_t>(static_cast<double>(formula.value.nanos) * formula.pacing);
    const bool isShaded = formula.shaded.nanos < paced - 4;
    if (isShaded)
        text = BidFormulaWords::tr("%1, shaded to %2", "terms of a bid")
                   .arg(text, names.exact(formula.shaded));
    if (formula.bid < formula.shaded && formula.shaded.nanos - formula.bid.nanos > kRounding)
        text = BidFormulaWords::tr("%1, at most %2", "terms of a bid")
                   .arg(text, names.exact(formula.bid));
    return text;
}

QString formulaHelp(const model::BidFormula& formula)
{
    QStringList lines;
    switch (formula.kind) {
    case StrategyKind::Contract:
        lines << BidFormulaWords::tr(
            "The price grows by a tenth for every interest and segment that fits.")
              << BidFormulaWords::tr("It is at least the floor times 1.1.");
        break;
    case StrategyKind::Linear:
        lines << BidFormulaWords::tr("base: the price of an impression with the mean click rate")
              << BidFormulaWords::tr("mean: the click rate at which the base price is right");
        break;
    case StrategyKind::Ortb:
        lines << BidFormulaWords::tr("c: the constant of the win curve")
              << BidFormulaWords::tr("λ: what a unit of budget is worth in clicks");
        break;
    case StrategyKind::TargetCpc:
        lines << BidFormulaWords::tr("CPC: what a click may cost");
        break;
    case StrategyKind::TargetCpa:
        lines << BidFormulaWords::tr("CPA: what a conversion may cost");
        break;
    case StrategyKind::TargetRoas:
        lines << BidFormulaWords::tr("ROAS: wanted revenue for each unit of cost");
        break;
    default:
        lines << BidFormulaWords::tr("The same price for every impression.");
        break;
    }
    if (formula.pCtr > 0)
        lines << BidFormulaWords::tr("pCTR: how likely a click is");
    if (formula.pCvr > 0)
        lines << BidFormulaWords::tr("pCVR: how likely a conversion after a click is");
    if (std::abs(formula.pacing - 1) > 1e-9)
        lines << (formula.pacing < 1
                      ? BidFormulaWords::tr("pacing: lowers bids so that the budget lasts")
                      : BidFormulaWords::tr("pacing: raises bids so that the budget gets spent"));
    return lines.join(u'\n');
}

QString clearingText(const model::AuctionTrace& trace, const Names& names)
{
    if (trace.clearing.winner < 0)
        return {};
    QString text = owedText(trace, names);
    if (trace.rules.priceQuantum.nanos > 1)
        text = BidFormulaWords::tr("%1, rounded to multiples of %2", "price formula, step")
                   .arg(text, names.exact(trace.rules.priceQuantum));
    return text;
}

BidSetting bidSettingOf(const model::BidFormula& formula)
{
    switch (formula.kind) {
    case StrategyKind::FixedCpm:
    case StrategyKind::Constant:
    case StrategyKind::Linear:
        return {BidFormulaWords::tr("CPM"), formula.base};
    case StrategyKind::TargetCpc:
        return {BidFormulaWords::tr("target CPC"), formula.base};
    case StrategyKind::TargetCpa:
        return {BidFormulaWords::tr("target CPA"), formula.base};
    default:
        return {};
    }
}

} // namespace gavel::auctions
