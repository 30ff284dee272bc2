// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/dictionary.h"
#include "engine/scheduling/quota/quota_slice.h"

#include <cstdint>
#include <span>
#include <vector>

namespace gavel::scheduling {

/// How busy an ad server is.
struct ServerHealth
{
    double load = 0; ///< of its processor, 0 to 1
    double latencyMs = 0; ///< it takes to answer
};
/// What a server's share is scaled by, 0.25 to 1: half of it by load, half by latency, where it is
/// above the mean (and above 0.5 of load, 1 ms).
std::vector<double> levelsOf(std::span<const ServerHealth> servers);

/// An ad server in a split.
struct SplitServer
{
    std::uint32_t server = 0; ///< its source number in the event log
    bool reachable = true; ///< not: it keeps what it has and gets nothing new
    double level = 1; ///< see levelsOf()
};

/// One campaign's money to be split; cumulative over all slices, nano-units.
struct SplitRequest
{
    Handle campaign = 0;
    std::int32_t day = 0; ///< of the window, in the campaign's zone: turns the choice of servers
    std::int64_t cap = 0; ///< the most that all may spend: the tightest budget
    std::int64_t limit = 0; ///< the most that all should spend by the window's end, of decidePacing
    std::int64_t highestBid = 0; ///< the campaign's
};

/// Splits a campaign's limit over ad servers; keeps room for the work, so that a round needs no
/// memory of its own.
///
/// Each of the chosen servers should have a slice (four of the dearest bids) and a share of the
/// rest by the worth of what it sees, at least 2 % of an equal share so that the others are tried,
/// scaled by its level. Where there is not a slice for each, the servers with the highest hash of
/// (campaign, server, day) are chosen. A limit grows only by what is free, cap less the sum of what
/// is outstanding, by largest remainder; a growth that does not make a slice waits, unless the
/// budget has no more than that. A limit may fall, to what is spent where a server is not chosen,
/// but frees money only once the server reported it. After each split, if every limit is sent, the
/// sum of what is outstanding is still at most the cap.
class QuotaSplit
{
public:
    /// The new limit for each slice, in their order; one that is equal to the slice's limit() is
    /// only to be renewed. Valid until the next call. `servers` and `slices` go together.
    std::span<const std::int64_t> split(const SplitRequest& request,
                                        std::span<const SplitServer> servers,
                                        std::span<const QuotaSlice> slices);

private:
    void choose(const SplitRequest& request, std::span<const SplitServer> servers,
                std::span<const QuotaSlice> slices, std::int64_t room, std::int64_t slice);
    void desire(std::span<const SplitServer> servers, std::span<const QuotaSlice> slices,
                std::int64_t room, std::int64_t slice);
    void grow(std::span<const QuotaSlice> slices, std::int64_t free, std::int64_t slice);

    struct Ranked
    {
        std::uint64_t score = 0;
        std::uint32_t place = 0;
    };
    std::vector<Ranked> m_chosen;
    std::vector<double> m_weights;
    std::vector<std::int64_t> m_parts;
    std::vector<std::int64_t> m_limits;
    std::vector<std::int64_t> m_costs;
};

/// Splits a whole by weights so that the parts sum to it exactly: largest remainder, the first of
/// equals. Weights that are not above 0 get nothing; all 0: nothing is given.
void splitByWeight(std::int64_t whole, std::span<const double> weights,
                   std::span<std::int64_t> parts);

} // namespace gavel::scheduling
