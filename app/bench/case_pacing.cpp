// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_case.h"
#include "app/bench/paced_day.h"
#include "engine/base/clock.h"

#include <cstdio>

namespace gavel::bench {

BenchResult benchPacing();

namespace {

std::string described(const PacedOutcome& outcome)
{
    char text[96];
    std::snprintf(text, sizeof text, "value %.2f%% spend %.4f deviation %.4f",
                  100 * outcome.valueShare, outcome.spendShare, outcome.deviation);
    return text;
}

} // namespace

/// iPinYou campaign 2997 through one ad server on one day: all its test auctions in order, spread
/// over the 48 half hours of the Alimama day curve, one round a minute, budgets of 1/32, 1/8 and
/// 1/2 of what all impressions of the log cost. Value is the sum of predicted click rates won, in
/// percent of the hindsight knapsack (best ratio of value to price first, the last one in part);
/// deviation is the mean distance between the shares of spend and of traffic over 1440 minutes.
///
/// Bids start at the training days' cost per click. One setting serves all budgets and is that of
/// the product. It was fixed on made streams that use none of this log: prices drawn from the
/// training histograms of the eight other campaigns, moving from one of them to another, and click
/// rates log-normal; once with a drift that comes back and once with one that does not (150 000
/// auctions, 24 streams). Tried there: memory of 2 500 to 100 000 auctions (6), 2, 4 and 16 bins an
/// octave, limits of 4, 8 and 16 times what is allowed, with and without a bound by what is left,
/// correction of the estimate always, never or beyond a quarter, room only once prices are known;
/// three gains each for PID and dual. A memory of 50 000 is best where drift comes back, 2 500
/// where it does not; 10 000 is within 0.4 % of either. Of this log itself three memories were
/// seen: 50 000, 20 000 and 10 000 give 95.4, 96.5 and 97.0 % at 1/32.
BenchResult benchPacing()
{
    BenchResult result;
    result.name = "pacing";
    auto log = readPacedLog(GAVEL_SHARED_DATA);
    if (!log) {
        result.extra.emplace_back("skipped", base::toString(log.error()));
        return result;
    }
    const auto begin = base::monotonicNanos();
    using model::PacingPolicy;
    for (const auto policy : {PacingPolicy::Mpc, PacingPolicy::Pid, PacingPolicy::Dual,
                              PacingPolicy::Traffic, PacingPolicy::Even, PacingPolicy::Asap})
        for (const int part : {32, 8, 2}) {
            const PacedOutcome outcome = playDay(*log, policy, log->cost / part);
            result.work += log->auctions.size();
            const auto name = model::kPacingPolicyNames[static_cast<std::size_t>(policy)];
            result.extra.emplace_back(std::string(name) + "_1/" + std::to_string(part),
                                      described(outcome));
        }
    result.seconds = static_cast<double>(base::monotonicNanos() - begin) * 1e-9;
    return result;
}

} // namespace gavel::bench
