// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/cell_delegate.h"

#include <cstddef>

namespace gavel::auctions {

/// Of the steps of an auction: the wait for the seats, and the decision.
inline constexpr std::size_t kBidRequests = 3;
inline constexpr std::size_t kAuction = 4;

/// Draws the seven steps of an auction as one bar against its limit.
class TimingDelegate final : public widgets::CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace gavel::auctions
