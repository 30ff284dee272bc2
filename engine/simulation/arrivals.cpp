// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/arrivals.h"

#include <algorithm>
#include <cmath>

namespace gavel::simulation {

namespace {

constexpr std::int64_t kModulationMs = 2 * base::kHourMs;

/// Milliseconds since the last Monday 00:00, local; 1970-01-01 was a Thursday.
std::int64_t intoWeek(std::int64_t localMs)
{
    const auto rest = (localMs + 3 * base::kDayMs) % base::kWeekMs;
    return rest < 0 ? rest + base::kWeekMs : rest;
}

double modulationOf(const TrafficPlan& plan, std::int64_t localMs, std::uint64_t seed)
{
    const auto block = static_cast<std::uint64_t>(localMs / kModulationMs);
    const double uniform
        = static_cast<double>(base::mix64(seed ^ base::mix64(block)) >> 11) * 0x1.0p-53;
    return 1 + plan.modulation * (2 * uniform - 1);
}

/// How many of the first `count` auctions, dealt out in turn, go to a shard.
std::int64_t dealt(std::int64_t count, std::uint32_t shard, std::uint32_t shards)
{
    return (count + static_cast<std::int64_t>(shards) - 1 - shard) / shards;
}

} // namespace

std::vector<ArrivalSlot> layOutSlots(const TrafficPlan& plan, TimeMs start, std::int64_t durationMs,
                                     std::int32_t utcOffsetMinutes, std::uint64_t seed)
{
    const std::int64_t offset = utcOffsetMinutes * base::kMinuteMs;
    const std::int64_t period = plan.curve.size() == 168 ? base::kWeekMs : base::kDayMs;
    const std::int64_t length = period / static_cast<std::int64_t>(plan.curve.size());
    const std::int64_t end = start.value + durationMs;
    std::vector<ArrivalSlot> spans;
    std::vector<double> rates;
    double sum = 0;
    for (std::int64_t at = start.value; at < end; at = spans.back().to) {
        const auto into = intoWeek(at + offset);
        const auto to = std::min(at + length - into % length, end);
        const auto place = static_cast<std::size_t>(into % period / length);
        spans.push_back({at, to, 0});
        rates.push_back(plan.curve[place] * modulationOf(plan, at + offset, seed)
                        * static_cast<double>(to - at));
        sum += rates.back();
    }
    double before = 0;
    std::int64_t given = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        before += rates[i];
        const auto upTo = i + 1 == spans.size()
            ? plan.auctions
            : std::llround(static_cast<double>(plan.auctions) * (before / sum));
        spans[i].auctions = upTo - given;
        given = upTo;
    }
    return spans;
}

Arrivals::Arrivals(std::vector<ArrivalSlot> spans, std::uint32_t shard, std::uint32_t shards,
                   base::Random random)
    : m_slots(std::move(spans))
    , m_random(random)
{
    std::int64_t market = 0;
    for (auto& slot : m_slots) {
        const auto before = dealt(market, shard, shards);
        market += slot.auctions;
        slot.auctions = dealt(market, shard, shards) - before;
    }
    enterSlot();
}

void Arrivals::enterSlot()
{
    m_at = 0;
    for (; m_slot < m_slots.size(); ++m_slot) {
        m_left = std::llround(static_cast<double>(m_slots[m_slot].auctions) * m_factor);
        if (m_left > 0)
            return draw();
    }
    m_finished = true;
    m_next = {m_slots.empty() ? 0 : m_slots.back().to};
}

void Arrivals::draw()
{
    // The least of n uniform moments in what is left of the slot: 1 - (1-u)^(1/n).
    const auto& slot = m_slots[m_slot];
    const double left = static_cast<double>(slot.to - slot.from) - m_at;
    const double share = -std::expm1(std::log1p(-m_random.uniform()) / static_cast<double>(m_left));
    m_at += left * share;
    m_next = {std::min(slot.from + static_cast<std::int64_t>(m_at), slot.to - 1)};
}

void Arrivals::take()
{
    if (--m_left > 0)
        return draw();
    ++m_slot;
    enterSlot();
}

void Arrivals::setFactor(double factor)
{
    const double bounded = std::clamp(factor, 0.01, 100.0);
    if (!m_finished && m_left > 1)
        m_left = 1 + std::llround(static_cast<double>(m_left - 1) * bounded / m_factor);
    m_factor = bounded;
}

} // namespace gavel::simulation
