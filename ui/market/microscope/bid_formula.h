// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/names.h"

namespace gavel::auctions {

/// The terms a bid was made of, with their numbers: "pCTR 0.00572 × CPC 0.50 × 1000".
QString formulaText(const model::BidFormula& formula, Price floor, const Names& names);
/// What each term means, a line each; for the tooltip.
QString formulaHelp(const model::BidFormula& formula);

/// How the price came about: "max(1.200000, 2.860000 + 0.010000)".
QString clearingText(const model::AuctionTrace& trace, const Names& names);

/// The amount that a strategy's bid is proportional to: CPM, or a target per click or conversion.
struct BidSetting
{
    QString label; ///< "CPC"; "" when the strategy has no such amount
    std::int64_t micros = 0;
};
BidSetting bidSettingOf(const model::BidFormula& formula);

} // namespace gavel::auctions
