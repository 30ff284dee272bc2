// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/names.h"

#include <QVariant>

namespace gavel::auctions {

/// The columns of the auction list. CampaignBid and WhyLost stand there while the filter names a
/// campaign.
enum class Column : int {
    Time,
    Auction,
    Publisher,
    Placement,
    Seats,
    Bids,
    Floor,
    CampaignBid,
    Price,
    WonBySeat,
    WonByCampaign,
    WhyLost,
    Timing,
    Milliseconds,
};
inline constexpr int kColumns = static_cast<int>(Column::Milliseconds) + 1;

/// The seven durations of a row and the limit they are drawn against: what the timing cell shows.
struct MiniTiming
{
    model::StepTimes steps{};
    std::uint32_t limitMicros = 0;
};

/// Asked of the timing column only.
inline constexpr int kTimingRole = Qt::UserRole + 40;

/// The cell of a row for Qt's roles and those of cell_delegate.h. `campaign` is the one the filter
/// names, 0 = none.
QVariant cellOf(const model::AuctionRow& row, Column column, int role, const Names& names,
                Handle campaign);
QVariant columnTitle(Column column, const Names& names, Handle campaign);
QString columnToolTip(Column column);
bool isRight(Column column);
/// What the campaign offered in the auction; nullptr when the row does not know of an offer.
const model::RowBid* offerOf(const model::AuctionRow& row, Handle campaign);

} // namespace gavel::auctions

Q_DECLARE_METATYPE(gavel::auctions::MiniTiming)
