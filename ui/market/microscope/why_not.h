// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/names.h"

namespace gavel::auctions {

/// Campaigns with the same first reason.
struct WhyNotGroup
{
    QString key; ///< of the fate, or of the dimension
    QString label;
    std::vector<std::size_t> campaigns; ///< places in the trace's campaigns
};

/// Every campaign of the market: those that bid, and the others by the first reason that applied,
/// the largest group first. bid + the groups' campaigns = total.
struct WhyNot
{
    std::size_t total = 0;
    std::size_t bid = 0;
    std::vector<WhyNotGroup> groups;
};
WhyNot whyNotOf(const model::AuctionTrace& trace);

/// "needs CN; got US"
QString reasonText(const model::CampaignTrace& campaign, const Names& names);
/// What else would have stopped the campaign; empty = nothing.
QStringList alsoStopped(const model::CampaignTrace& campaign);
/// The same in short: "+ Hour", or "+ Hour +2" with two more.
QString alsoText(const model::CampaignTrace& campaign);

} // namespace gavel::auctions
