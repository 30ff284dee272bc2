// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/quota/quota_formula.h"

#include <algorithm>
#include <limits>

namespace gavel::scheduling {

namespace {

constexpr double kFractions = 1099511627776; ///< 2^40

std::int64_t leftOf(std::int64_t budget, std::int64_t spent)
{
    return std::max<std::int64_t>(budget - spent, 0);
}

/// What traffic share of the money goes by: all of it where nothing is expected to come.
double shareOf(double until, double ahead)
{
    return ahead > 0 ? until / ahead : 1;
}

MoneyBound totalBound(const BudgetUse& budget, const CampaignDay& on, const RoundTimes& times)
{
    MoneyBound bound;
    bound.left = leftOf(budget.total, budget.spent);
    const auto within = [&](TimeMs from, TimeMs to) {
        return trafficWithin(on.shape, on.today, on.open, from, to)
            + (on.windowDay.day == on.today.day
                   ? 0
                   : trafficWithin(on.shape, on.windowDay, on.open, from, to));
    };
    if (on.open.flightEnd.value != INT64_MAX) {
        bound.until = within(times.report, times.windowEnd);
        bound.ahead = trafficOfFlight(on.shape, on.today, on.zone, on.open, times.report);
    } else if (budget.day == 0) {
        bound.turns = times.windowStart >= on.today.end;
        bound.until = within(times.report, bound.turns ? times.windowStart : times.windowEnd);
        bound.ahead = within(times.report, on.today.end);
        bound.fresh = bound.left;
        bound.freshUntil = within(times.windowStart, times.windowEnd);
        bound.freshAhead = within(times.windowStart, on.windowDay.end);
    }
    return bound;
}

/// A bound whose period ends at `end`, the next one at `nextEnd`.
MoneyBound periodBound(std::int64_t budget, std::int64_t spent, const CampaignDay& on,
                       const RoundTimes& times, TimeMs end, TimeMs nextEnd)
{
    const auto today = [&](TimeMs from, TimeMs to) {
        return trafficWithin(on.shape, on.today, on.open, from, to);
    };
    const auto later = [&](TimeMs from, TimeMs to) {
        return trafficWithin(on.shape, on.windowDay, on.open, from, to);
    };
    MoneyBound bound;
    bound.left = leftOf(budget, spent);
    bound.turns = times.windowStart >= end;
    bound.until = today(times.report, std::min(times.windowEnd, end));
    bound.ahead = today(times.report, end);
    if (bound.turns) {
        bound.fresh = budget;
        bound.freshUntil = later(times.windowStart, times.windowEnd);
        bound.freshAhead = later(times.windowStart, nextEnd);
    }
    return bound;
}

} // namespace

std::int64_t partOf(std::int64_t amount, double share)
{
    if (amount <= 0 || !(share > 0))
        return 0;
    if (share >= 1)
        return amount;
    const auto fraction = static_cast<std::int64_t>(share * kFractions);
    return static_cast<std::int64_t>((static_cast<__int128_t>(amount) * fraction) >> 40);
}

double MoneyBound::perTraffic() const
{
    const double traffic = turns ? freshAhead : ahead;
    return traffic > 0 ? static_cast<double>(turns ? fresh : left) / traffic
                       : std::numeric_limits<double>::infinity();
}

std::int64_t MoneyBound::allowed(std::int64_t stillSpent) const
{
    if (!turns)
        return partOf(left, shareOf(until, ahead));
    return std::min(left, stillSpent) + partOf(fresh, shareOf(freshUntil, freshAhead));
}

std::int64_t MoneyBound::most() const
{
    return turns ? fresh : left;
}

std::int64_t QuotaAhead::allowed(std::int64_t stillSpent) const
{
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const MoneyBound& bound : bounds)
        least = std::min(least, std::min(bound.allowed(stillSpent), bound.most()));
    return bounds.empty() ? 0 : least;
}

std::int64_t QuotaAhead::most() const
{
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const MoneyBound& bound : bounds)
        least = std::min(least, bound.most());
    return bounds.empty() ? 0 : least;
}

double QuotaAhead::perTraffic() const
{
    double least = std::numeric_limits<double>::infinity();
    for (const MoneyBound& bound : bounds)
        least = std::min(least, bound.perTraffic());
    return least;
}

double QuotaAhead::part() const
{
    double most = 0;
    for (const MoneyBound& bound : bounds)
        most = std::max(most,
                        bound.turns ? bound.freshUntil / std::max(bound.freshAhead, 1e-9)
                                    : bound.until / std::max(bound.ahead, 1e-9));
    return std::min(most, 1.0);
}

QuotaAhead quotaAhead(const BudgetUse& budget, const CampaignDay& on, const RoundTimes& times)
{
    QuotaAhead ahead;
    const bool later = on.windowDay.day != on.today.day;
    const auto traffic = [&](TimeMs from, TimeMs to) {
        return trafficWithin(on.shape, on.today, on.open, from, to)
            + (later ? trafficWithin(on.shape, on.windowDay, on.open, from, to) : 0);
    };
    ahead.lead = traffic(times.report, times.nextReport);
    ahead.atOnce = times.windowStart == times.report;
    ahead.bounds.push(totalBound(budget, on, times));
    if (budget.day > 0)
        ahead.bounds.push(
            periodBound(budget.day, budget.spentDay, on, times, on.today.end, on.windowDay.end));
    if (budget.hour > 0)
        ahead.bounds.push(periodBound(budget.hour, budget.spentHour, on, times,
                                      on.today.endOfHour(times.report),
                                      on.windowDay.endOfHour(times.windowStart)));
    return ahead;
}

} // namespace gavel::scheduling
