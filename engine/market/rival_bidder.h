// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/model/opportunity.h"
#include "engine/model/seat.h"

#include <cstdint>
#include <vector>

namespace gavel::market {

/// A seat without campaigns: its offers are drawn from a price distribution, or read from a log.
class RivalBidder
{
public:
    explicit RivalBidder(const model::Seat& seat);

    /// In the seat's currency; 0 when it offers nothing.
    Price offer(const model::Opportunity& opportunity, base::Random& random) const;

private:
    /// Walker's alias method as by Vose (1991): one draw and one comparison for each price.
    struct Column
    {
        std::uint32_t threshold = 0; ///< of 2^32: below it the column's own bin
        std::uint32_t alias = 0;
    };
    static std::vector<Column> buildColumns(const std::vector<std::uint32_t>& weights);
    Price histogramPrice(base::Random& random) const;

    model::SeatKind m_kind;
    std::vector<Column> m_columns;
    std::int64_t m_stepNanos;
    double m_logMu;
    double m_logSigma;
    double m_share;
};

} // namespace gavel::market
