// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/held_quota.h"
#include "tests/unit/scheduling/simulation/sim_core.h"

#include <memory>

namespace gavel::scheduling::simulation {

inline constexpr std::int64_t kBudgetNanos = 5'000'000'000; // of each campaign
inline constexpr std::int64_t kHighestBid = 2'000'000; // 2500 of them
inline constexpr std::size_t kCampaigns = 10; ///< handles 1 to 10
inline constexpr std::int64_t kHoldMs = 4000; ///< a bid waits at most so long for its outcome

/// What one ad server says of one campaign; cumulative.
struct ServerLine
{
    std::uint64_t appliedVersion = 0;
    std::int64_t spent = 0;
    std::int64_t bound = 0;
    std::int64_t worth = 0;
};
struct ServerReport
{
    std::size_t server = 0;
    TimeMs at;
    std::vector<ServerLine> lines; ///< by campaign handle - 1
};

/// An ad server: bids while its quota covers it, wins some of what it bid, spends. A server that
/// crashed does not come back; what it spent is in its log. Knows only dsp::HeldQuota.
class AdServer
{
public:
    AdServer(Core& core, std::size_t number)
        : m_core(core)
        , m_number(number)
        , m_lines(kCampaigns)
    {
    }

    model::GrantAnswer apply(const model::QuotaGrant& grant)
    {
        const auto answer = line(grant.campaign).quota.apply(grant, m_core.market());
        m_core.tell("server " + std::to_string(m_number) + " campaign "
                    + std::to_string(grant.campaign) + " grant " + std::to_string(grant.version)
                    + " limit " + std::to_string(grant.limit.nanos) + " "
                    + std::string(model::kGrantAnswerNames[static_cast<std::size_t>(answer)]));
        return answer;
    }

    /// A second of traffic.
    void bid()
    {
        for (Handle campaign = 1; campaign <= kCampaigns; ++campaign) {
            Line& own = line(campaign);
            own.quota.turn(m_core.market());
            settleHolds(campaign, own);
            for (std::uint32_t auctions = m_core.random.below(16); auctions > 0; --auctions) {
                const Price price{kHighestBid / 4 + m_core.random.below(kHighestBid * 3 / 4 + 1)};
                own.worth += price.nanos;
                if (price <= own.quota.left() && own.quota.hold(price))
                    own.holds.push_back({price, m_core.now() + m_core.random.below(kHoldMs)});
            }
        }
    }

    ServerReport report() const
    {
        ServerReport report{m_number, m_core.market(), {}};
        for (const Line& own : m_lines)
            report.lines.push_back(
                {own.quota.version(), own.quota.spent().nanos, own.quota.bound().nanos, own.worth});
        return report;
    }
    /// From the log, which outlives the server.
    std::int64_t spent(Handle campaign) const { return m_lines[campaign - 1].quota.spent().nanos; }
    std::int64_t held(Handle campaign) const { return m_lines[campaign - 1].quota.held().nanos; }
    std::size_t number() const { return m_number; }

    bool alive = true;
    std::int64_t pausedUntil = 0;

private:
    struct Hold
    {
        Price price;
        std::int64_t until;
    };
    struct Line
    {
        dsp::HeldQuota quota;
        std::vector<Hold> holds;
        std::int64_t worth = 0;
    };
    Line& line(Handle campaign) { return m_lines.at(campaign - 1); }

    void settleHolds(Handle campaign, Line& own)
    {
        for (const Hold& hold : own.holds) {
            if (hold.until > m_core.now())
                continue;
            if (m_core.random.chance(0.6)) {
                const Price clearing{
                    hold.price.nanos / 2
                    + m_core.random.below(static_cast<std::uint32_t>(hold.price.nanos / 2 + 1))};
                own.quota.post(hold.price, clearing);
                m_core.digest.add(static_cast<std::uint64_t>(campaign));
                m_core.digest.add(clearing.nanos);
            } else {
                own.quota.release(hold.price);
            }
        }
        std::erase_if(own.holds, [&](const Hold& hold) { return hold.until <= m_core.now(); });
    }

    Core& m_core;
    std::size_t m_number;
    std::vector<Line> m_lines;
};

} // namespace gavel::scheduling::simulation
