// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/digest.h"
#include "engine/base/random.h"

#include <queue>

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace gavel::scheduling::simulation {

/// What may go wrong, drawn once for each seed: a random half of it does.
struct Faults
{
    bool loss = false;
    bool doubling = false;
    bool delay = false;
    bool commitFails = false; ///< nothing was written, and the node is told so
    bool commitUnknown = false; ///< everything was written, and the node is told otherwise
    bool crash = false; ///< of a scheduler node
    bool pause = false; ///< of a scheduler node, beyond its lease
    bool clockSteps = false; ///< the wall clock, by an hour
    bool serverCrash = false;
    bool serverPause = false;
    bool stepTrouble = false; ///< steps fail, are silent, or have an unknown outcome
    bool operators = false; ///< people cancel and retry

    static Faults drawn(base::Random& random)
    {
        Faults faults;
        for (bool* one :
             {&faults.loss, &faults.doubling, &faults.delay, &faults.commitFails,
              &faults.commitUnknown, &faults.crash, &faults.pause, &faults.clockSteps,
              &faults.serverCrash, &faults.serverPause, &faults.stepTrouble, &faults.operators})
            *one = random.chance(0.5);
        return faults;
    }
};

/// Virtual time, what happens next, one stream of randomness, one fingerprint of everything that
/// happened, and the last lines of it in words. One thread.
class Core
{
public:
    static constexpr std::int64_t kStart = 1'774'740'000'000; // 2026-03-28T23:20:00Z

    explicit Core(std::uint64_t seed)
        : random(seed)
        , faults(Faults::drawn(random))
    {
    }

    /// Real time: what happens after what; never steps.
    std::int64_t now() const { return m_now; }
    /// What the wall clock shows.
    TimeMs wall() const { return {kStart + m_now + wallOffset}; }
    /// Market time, which follows real time.
    TimeMs market() const { return {kStart + m_now}; }

    void after(std::int64_t delay, std::function<void()> what)
    {
        m_queue.push({m_now + std::max<std::int64_t>(delay, 0), m_made++, std::move(what)});
    }
    /// Runs everything up to a moment of real time.
    void runUntil(std::int64_t end)
    {
        while (!m_queue.empty() && m_queue.top().at <= end) {
            const Happening next = m_queue.top();
            m_queue.pop();
            m_now = next.at;
            next.what();
        }
        m_now = end;
    }
    /// A message to another machine: lost, doubled, late and overtaken by others as the faults say.
    void send(const std::function<void()>& arrive)
    {
        if (faults.loss && random.chance(0.1))
            return;
        const int copies = faults.doubling && random.chance(0.1) ? 2 : 1;
        for (int i = 0; i < copies; ++i) {
            std::int64_t delay = 2 + random.below(40);
            if (faults.delay && random.chance(0.05))
                delay += random.below(30'000);
            after(delay, arrive);
        }
    }
    bool happens(bool fault, double probability) { return fault && random.chance(probability); }

    void tell(std::string line)
    {
        line = std::to_string(m_now) + " " + line;
        for (const char letter : line)
            digest.add(static_cast<std::uint64_t>(letter));
        m_lines.push_back(std::move(line));
        if (m_lines.size() > 60)
            m_lines.pop_front();
    }
    /// What must always hold.
    void need(bool holds, const std::string& rule)
    {
        if (holds || !broken.empty())
            return;
        broken = rule;
        for (const std::string& line : m_lines)
            broken += "\n  " + line;
    }

    base::Random random;
    Faults faults;
    base::Digest digest;
    std::int64_t wallOffset = 0;
    std::string broken; ///< the first rule that did not hold, and what led there

private:
    struct Happening
    {
        std::int64_t at;
        std::uint64_t number;
        std::function<void()> what;
        bool operator<(const Happening& other) const
        {
            return at != other.at ? at > other.at : number > other.number;
        }
    };
    std::int64_t m_now = 0;
    std::uint64_t m_made = 0;
    std::priority_queue<Happening> m_queue;
    std::deque<std::string> m_lines;
};

} // namespace gavel::scheduling::simulation
