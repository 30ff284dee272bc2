// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/quota/quota_split.h"

#include "engine/base/random.h"
#include "engine/scheduling/quota/pacing.h"
#include "engine/scheduling/quota/quota_formula.h"

#include <algorithm>
#include <numeric>

namespace gavel::scheduling {

namespace {

constexpr double kExploration = 0.02; ///< of an equal share
constexpr double kLeastLevel = 0.5; ///< by load, and by latency
constexpr double kUsualLoad = 0.5;
constexpr double kUsualLatencyMs = 1;

double levelled(double mean, double usual, double own)
{
    return own > 0 ? std::clamp(std::max(mean, usual) / own, kLeastLevel, 1.0) : 1;
}

std::uint64_t scoreOf(const SplitRequest& request, std::uint32_t server)
{
    const auto day = static_cast<std::uint32_t>(request.day);
    return base::mix64(base::mix64(std::uint64_t{request.campaign} << 32 | day)
                       ^ base::mix64(server));
}

} // namespace

std::vector<double> levelsOf(std::span<const ServerHealth> servers)
{
    std::vector<double> levels;
    if (servers.empty())
        return levels;
    double load = 0;
    double latency = 0;
    for (const ServerHealth& server : servers) {
        load += server.load / static_cast<double>(servers.size());
        latency += server.latencyMs / static_cast<double>(servers.size());
    }
    levels.reserve(servers.size());
    for (const ServerHealth& server : servers)
        levels.push_back(levelled(load, kUsualLoad, server.load)
                         * levelled(latency, kUsualLatencyMs, server.latencyMs));
    return levels;
}

void splitByWeight(std::int64_t whole, std::span<const double> weights,
                   std::span<std::int64_t> parts)
{
    std::fill(parts.begin(), parts.end(), 0);
    double sum = 0;
    for (const double weight : weights)
        sum += std::max(weight, 0.0);
    if (whole <= 0 || !(sum > 0))
        return;
    std::int64_t rest = whole;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        parts[i] = std::min(partOf(whole, std::max(weights[i], 0.0) / sum), rest);
        rest -= parts[i];
    }
    // What flooring left over goes one by one to the largest remainders.
    const auto remainder = [&](std::size_t i) {
        return std::max(weights[i], 0.0) / sum * static_cast<double>(whole)
            - static_cast<double>(parts[i]);
    };
    while (rest > 0) {
        std::size_t best = weights.size();
        for (std::size_t i = 0; i < weights.size(); ++i)
            if (weights[i] > 0 && (best == weights.size() || remainder(i) > remainder(best)))
                best = i;
        // Beyond 2^53 remainders are coarse: more than a nano-unit may be missing at once.
        const auto due = static_cast<std::int64_t>(
            std::clamp(remainder(best), 1.0, static_cast<double>(rest)));
        const std::int64_t given = std::min(due, rest);
        parts[best] += given;
        rest -= given;
    }
}

std::span<const std::int64_t> QuotaSplit::split(const SplitRequest& request,
                                                std::span<const SplitServer> servers,
                                                std::span<const QuotaSlice> slices)
{
    std::int64_t spent = 0;
    std::int64_t outstanding = 0;
    m_limits.clear();
    for (const QuotaSlice& slice : slices) {
        spent += slice.spent();
        outstanding += slice.outstanding();
        m_limits.push_back(slice.limit());
    }
    const std::int64_t rest = std::max<std::int64_t>(request.cap - spent, 0);
    const std::int64_t room = std::clamp<std::int64_t>(request.limit - spent, 0, rest);
    const std::int64_t slice
        = std::clamp<std::int64_t>(kSliceBids * request.highestBid, 1, std::max(rest, {1}));
    choose(request, servers, slices, room, slice);
    desire(servers, slices, room, slice);
    grow(slices, request.cap - outstanding, slice);
    return m_limits;
}

/// The servers that are to have a slice now; the others fall to what they have spent.
void QuotaSplit::choose(const SplitRequest& request, std::span<const SplitServer> servers,
                        std::span<const QuotaSlice> slices, std::int64_t room, std::int64_t slice)
{
    m_chosen.clear();
    for (std::uint32_t i = 0; i < servers.size(); ++i)
        if (servers[i].reachable && !slices[i].isClosed())
            m_chosen.push_back({scoreOf(request, servers[i].server), i});
    const auto most = static_cast<std::size_t>(std::max<std::int64_t>(room / slice, 1));
    if (m_chosen.size() > most) {
        std::nth_element(m_chosen.begin(), m_chosen.begin() + static_cast<std::ptrdiff_t>(most),
                         m_chosen.end(),
                         [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
        for (std::size_t i = most; i < m_chosen.size(); ++i)
            m_limits[m_chosen[i].place]
                = std::min(m_limits[m_chosen[i].place], slices[m_chosen[i].place].spent());
        m_chosen.resize(most);
    }
    std::ranges::sort(m_chosen, {}, &Ranked::place);
}

/// What each chosen server should have: a slice, and its share of what is left over.
void QuotaSplit::desire(std::span<const SplitServer> servers, std::span<const QuotaSlice> slices,
                        std::int64_t room, std::int64_t slice)
{
    m_weights.clear();
    double sum = 0;
    for (const Ranked& ranked : m_chosen)
        sum += std::max(slices[ranked.place].worth(), 0.0);
    const double equal = 1 / static_cast<double>(std::max<std::size_t>(m_chosen.size(), 1));
    for (const Ranked& ranked : m_chosen) {
        const double worth = std::max(slices[ranked.place].worth(), 0.0);
        const double share = sum > 0 ? worth / sum : equal;
        m_weights.push_back(std::max(share, kExploration * equal) * servers[ranked.place].level);
    }
    m_parts.resize(m_chosen.size());
    const std::int64_t assured = room >= slice ? slice : 0;
    splitByWeight(room - assured * static_cast<std::int64_t>(m_chosen.size()), m_weights, m_parts);
    for (std::size_t i = 0; i < m_chosen.size(); ++i) {
        const QuotaSlice& of = slices[m_chosen[i].place];
        const std::int64_t desired = of.spent() + m_parts[i] + assured;
        std::int64_t& limit = m_limits[m_chosen[i].place];
        // What is already with a server may be used up, as long as it is not more than a slice.
        limit = std::max(desired, std::min(limit, of.spent() + slice));
    }
}

/// Scales what the limits grow by to what is free.
void QuotaSplit::grow(std::span<const QuotaSlice> slices, std::int64_t free, std::int64_t slice)
{
    m_costs.clear();
    m_weights.clear();
    std::int64_t cost = 0;
    for (const Ranked& ranked : m_chosen) {
        const QuotaSlice& of = slices[ranked.place];
        m_costs.push_back(std::max<std::int64_t>(m_limits[ranked.place] - of.outstanding(), 0));
        m_weights.push_back(static_cast<double>(m_costs.back()));
        cost += m_costs.back();
    }
    m_parts.resize(m_chosen.size());
    if (cost > free)
        splitByWeight(std::max<std::int64_t>(free, 0), m_weights, m_parts);
    for (std::size_t i = 0; i < m_chosen.size(); ++i) {
        const QuotaSlice& of = slices[m_chosen[i].place];
        std::int64_t& limit = m_limits[m_chosen[i].place];
        if (cost > free && m_costs[i] > 0)
            limit = of.outstanding() + m_parts[i];
        const bool grows = limit > of.limit();
        if (grows && limit - of.spent() < slice)
            limit = of.limit();
    }
}

} // namespace gavel::scheduling
