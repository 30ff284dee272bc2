// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/fixed_list.h"
#include "engine/scheduling/quota/day_curve.h"

#include <cstdint>

namespace gavel::scheduling {

/// A campaign's budgets and what is spent of them, as reported; nano-units of its currency.
struct BudgetUse
{
    std::int64_t total = 0;
    std::int64_t day = 0; ///< 0 = no bound per day
    std::int64_t hour = 0; ///< 0 = no bound per hour
    std::int64_t spent = 0;
    std::int64_t spentDay = 0; ///< since local midnight
    std::int64_t spentHour = 0; ///< since the local hour began
};

/// A round reports at one moment and grants for a later window.
struct RoundTimes
{
    TimeMs report;
    TimeMs nextReport;
    TimeMs windowStart; ///< the report itself in a first round, else the next report: until then
                        ///< the grants of the round before act
    TimeMs windowEnd; ///< exclusive
};

/// What a campaign's traffic is measured by in one round.
struct CampaignDay
{
    const HalfHours& shape; ///< of its day curve, or evenShape()
    const dsp::TimeZone& zone;
    const LocalDay& today; ///< of the report
    const LocalDay& windowDay; ///< of the window's start
    OpenHours open;
};

/// One bound of money against the traffic that it must last for. Traffic in average half hours.
struct MoneyBound
{
    std::int64_t left = 0; ///< nano-units, as of the report; never negative
    double until = 0; ///< traffic from the report to the window's end
    double ahead = 0; ///< traffic from the report to the end of the bound's period
    bool turns = false; ///< the window is in the next period: `left` lasts only to its start
    std::int64_t fresh = 0; ///< turns: the next period's money
    double freshUntil = 0; ///< turns: traffic of the window
    double freshAhead = 0; ///< turns: traffic of the next period from the window on

    /// Money for a unit of traffic in the window. Infinite where no traffic is expected any more.
    double perTraffic() const;
    /// left x until / ahead, floored; all that is left where no traffic is expected any more. A
    /// period that turns adds at most `stillSpent` of its old money: what is likely spent of it
    /// before the window.
    std::int64_t allowed(std::int64_t stillSpent) const;
    /// The most that may be granted beyond what is spent: of a period that turns its new money,
    /// since nothing says yet how much of the old is still spent before.
    std::int64_t most() const;
};

/// The bounds of a campaign in one round: total, day and hour as far as there are any.
/// The total lasts for the flight. Without an end of the flight a day budget says how long money
/// lasts and the total is only a bound; without either the total lasts until midnight.
struct QuotaAhead
{
    base::FixedList<MoneyBound, 3> bounds;
    double lead = 0; ///< traffic from the report to the next one
    bool atOnce = false; ///< the window starts with the report

    /// The smallest of all bounds. See MoneyBound::allowed.
    std::int64_t allowed(std::int64_t stillSpent) const;
    std::int64_t most() const;
    double perTraffic() const;
    /// The greatest part of a bound's remaining traffic that comes until the window's end; 0 to 1.
    double part() const;
};
QuotaAhead quotaAhead(const BudgetUse& budget, const CampaignDay& on, const RoundTimes& times);

/// floor(amount x share) for a share of 0 to 1, exactly `amount` at 1 and never more.
std::int64_t partOf(std::int64_t amount, double share);

} // namespace gavel::scheduling
