// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/scheduling/task_query.h"
#include "tests/unit/scheduling/simulation/sim_steps.h"

namespace gavel::scheduling::simulation {

inline constexpr std::int64_t kSafetyMs = 8 * base::kMinuteMs; ///< with faults
inline constexpr std::int64_t kHealedMs = 4 * base::kMinuteMs; ///< without, still with new rounds
inline constexpr std::int64_t kSpentMs = 7 * base::kMinuteMs; ///< by then every grant has run out
inline constexpr std::int64_t kEndMs = 10 * base::kMinuteMs; ///< from the healing: all has ended

/// What a seed came to.
struct Fate
{
    std::uint64_t digest = 0;
    std::string broken; ///< the rule that did not hold and what led there; "" = all held
    std::uint64_t events = 0;
    std::int64_t overspentNanos = 0; ///< the worst of all campaigns at any moment
    double stranded = 0; ///< part of all budgets that was not spent in the end
};

/// Two scheduler nodes, three ad servers, ten campaigns with a round each minute, one store.
class World
{
public:
    World(std::uint64_t seed, store::Workspace& workspace)
        : m_core(seed)
        , m_money(m_core)
        , m_around(m_core, workspace, m_money, m_servers, kSafetyMs + 2 * base::kMinuteMs)
    {
        for (std::size_t i = 0; i < 3; ++i)
            m_servers.push_back(std::make_unique<AdServer>(m_core, i));
        for (std::size_t i = 0; i < 2; ++i)
            m_nodes.push_back(std::make_unique<Node>(m_around, i));
    }

    Fate run()
    {
        for (auto& node : m_nodes)
            node->start();
        everyHalfSecond();
        everySecond();
        trouble();
        m_core.runUntil(kSafetyMs);
        heal();
        m_core.runUntil(kSafetyMs + kHealedMs);
        m_around.rounds = false; // what was granted is spent or runs out
        m_core.runUntil(kSafetyMs + kSpentMs);
        m_around.rounds = true; // and is settled by one more
        m_core.runUntil(kSafetyMs + kSpentMs + base::kMinuteMs);
        m_around.rounds = false;
        for (std::int64_t at = kSpentMs + base::kMinuteMs; at < kEndMs && !hasEnded();
             at += 30 * base::kSecondMs)
            m_core.runUntil(kSafetyMs + at);
        checkEnd();
        return {m_core.digest.value(), m_core.broken, m_around.events, m_overspent, m_stranded};
    }

private:
    void everyHalfSecond()
    {
        for (auto& node : m_nodes) {
            if (!node->isAlive() && m_core.now() >= node->pausedUntil)
                node->start();
            node->tick();
        }
        if (m_core.broken.empty())
            m_core.after(500, [this] { everyHalfSecond(); });
    }
    void everySecond()
    {
        for (const auto& server : m_servers) {
            if (!server->alive || m_core.now() < server->pausedUntil)
                continue;
            server->bid();
            const auto report = std::make_shared<const ServerReport>(server->report());
            for (auto& node : m_nodes)
                m_core.send([&node, report] {
                    if (node->isAlive())
                        node->receive(*report);
                });
        }
        checkSpend();
        if (m_core.broken.empty())
            m_core.after(1000, [this] { everySecond(); });
    }
    void checkSpend()
    {
        for (Handle campaign = 1; campaign <= kCampaigns; ++campaign) {
            std::int64_t used = 0;
            for (const auto& server : m_servers)
                used += server->spent(campaign) + (server->alive ? server->held(campaign) : 0);
            m_overspent = std::max(m_overspent, used - kBudgetNanos);
        }
        m_core.need(m_overspent <= 0, "no campaign is spent beyond its budget");
    }

    /// Something breaks now and then.
    void trouble()
    {
        if (m_core.now() >= kSafetyMs)
            return;
        m_core.after(1000 + m_core.random.below(20'000), [this] { trouble(); });
        const Faults& faults = m_core.faults;
        const auto nodeNumber = m_core.random.below(2);
        Node& node = *m_nodes[nodeNumber];
        if (m_core.happens(faults.crash, 0.15)) {
            node.crash();
            node.pausedUntil = m_core.now() + m_core.random.below(30'000);
        }
        if (m_core.happens(faults.pause, 0.15))
            node.pausedUntil = m_core.now() + 5000 + m_core.random.below(40'000);
        if (m_core.happens(faults.clockSteps, 0.06))
            m_core.wallOffset += m_core.random.chance(0.5) ? base::kHourMs : -base::kHourMs;
        AdServer& server
            = *m_servers[m_core.random.below(static_cast<std::uint32_t>(m_servers.size()))];
        if (m_core.happens(faults.serverPause, 0.15))
            server.pausedUntil = m_core.now() + m_core.random.below(60'000);
        if (m_core.happens(faults.serverCrash, 0.04) && server.alive && m_servers.size() < 6) {
            server.alive = false;
            m_servers.push_back(std::make_unique<AdServer>(m_core, m_servers.size()));
        }
        if (m_core.happens(faults.operators, 0.3))
            node.pressCancel();
        if (m_core.happens(faults.operators, 0.3) && !m_around.failed.empty())
            node.pressRetry(*m_around.failed.begin());
    }
    void heal()
    {
        m_core.tell("healed");
        m_core.faults = {};
        for (auto& node : m_nodes)
            node->pausedUntil = m_core.now();
        for (auto& server : m_servers)
            server->pausedUntil = m_core.now();
    }

    /// Every run, as the file says.
    bool hasEnded()
    {
        const auto counts = countTasks(m_around.reader, "simulated").value();
        for (std::size_t i = 0; i < model::kTaskStates; ++i)
            if (!model::isEnded(static_cast<model::TaskState>(i)) && counts[i] != 0)
                return false;
        return true;
    }
    void checkEnd()
    {
        if (!m_core.broken.empty())
            return;
        m_core.need(hasEnded(), "every run ends within ten minutes");
        const std::string wrong = firstBrokenTask(m_around.reader).value();
        m_core.need(wrong.empty(), wrong);
        for (const auto& balance : ledger::trialBalances(m_money.book))
            m_core.need(balance.holds(), "debits equal credits");
        std::int64_t unspent = 0;
        for (Handle campaign = 1; campaign <= kCampaigns; ++campaign) {
            std::int64_t spent = 0;
            for (const auto& server : m_servers)
                spent += server->spent(campaign);
            unspent += kBudgetNanos - spent;
            std::int64_t reported = 0;
            for (const QuotaSlice& slice : m_money.sheet(campaign).slices)
                reported += slice.spent();
            m_core.need(reported <= spent, "nothing is reported that was not spent");
            m_core.need(m_money.sheet(campaign).charged == reported / 1000,
                        "what was reported is charged in the end, once");
        }
        m_stranded = static_cast<double>(unspent) / (kBudgetNanos * double{kCampaigns});
        m_core.need(m_stranded <= 0.01,
                    "at most 1 % of a budget is stranded, not " + std::to_string(m_stranded));
    }

    Core m_core;
    Money m_money;
    std::vector<std::unique_ptr<AdServer>> m_servers;
    Surroundings m_around;
    std::vector<std::unique_ptr<Node>> m_nodes;
    std::int64_t m_overspent = INT64_MIN;
    double m_stranded = 1;
};

} // namespace gavel::scheduling::simulation
