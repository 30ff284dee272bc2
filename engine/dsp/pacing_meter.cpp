// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/pacing_meter.h"

#include "engine/base/random.h"

#include <algorithm>

namespace gavel::dsp {

namespace {

constexpr float kFading = 1.0F - 1.0F / static_cast<float>(PacingMeter::kMemory);
constexpr float kUnitGrowth = 1 / kFading;
constexpr float kMostUnit = 1e6F; ///< before the sums are brought down again
constexpr std::int64_t kHighestFades = 4096;

/// Somewhere between floor and bid, the same whenever it is asked.
Price drawnBelow(const Hold& hold)
{
    const double draw
        = static_cast<double>(base::mix64(hold.opportunity ^ hold.slot) >> 11) * 0x1.0p-53;
    const std::int64_t range = std::max<std::int64_t>(hold.price.nanos - hold.floor.nanos, 0);
    return {hold.price.nanos - static_cast<std::int64_t>(draw * static_cast<double>(range))};
}

/// What an unscaled bid would have been at most.
double unscaledBid(const Hold& hold)
{
    return static_cast<double>(hold.worth.nanos) * static_cast<double>(hold.shading);
}

} // namespace

void PacingMeter::makeRoom(std::size_t slots)
{
    m_slots.resize(slots);
    m_eligible.resize(slots);
}

void PacingMeter::forget(std::uint32_t slot)
{
    m_slots[slot] = {};
    m_eligible[slot] = 0;
}

void PacingMeter::matched(std::uint64_t opportunity, std::span<const std::uint32_t> slots)
{
    std::uint32_t weight = 1;
    if (slots.size() > kFew) {
        if (base::mix64(opportunity) % kSampled != 0)
            return;
        weight = kSampled;
    }
    for (const std::uint32_t slot : slots)
        m_eligible[slot] += weight;
}

void PacingMeter::bid(std::uint32_t slot, Price price)
{
    Price& highest = m_slots[slot].highestBid;
    highest.nanos = std::max(price.nanos, highest.nanos - highest.nanos / kHighestFades);
}

void PacingMeter::price(Slot& slot, const Hold& hold, Price toWin, Price most)
{
    const double unscaled = unscaledBid(hold);
    if (!(unscaled > 0))
        return;
    const std::size_t bin = toWin > most
        ? model::PriceRatios::kBins - 1
        : model::PriceRatios::binOf(static_cast<double>(toWin.nanos) / unscaled);
    slot.unit *= kUnitGrowth;
    slot.bins[bin].price += static_cast<float>(toWin.nanos) * slot.unit;
    slot.bins[bin].worth += static_cast<float>(hold.worth.nanos) * slot.unit;
    slot.weight = slot.weight * kFading + 1;
    ++slot.priced;
    slot.worthSeen += hold.worth.nanos;
    if (slot.unit < kMostUnit)
        return;
    for (Mass& mass : slot.bins)
        mass = {mass.price / slot.unit, mass.worth / slot.unit};
    slot.unit = 1;
}

void PacingMeter::won(const Hold& hold, Price toWin, Price most)
{
    Slot& slot = m_slots[hold.slot];
    price(slot, hold, toWin < hold.price ? toWin : drawnBelow(hold), most);
    slot.worthWon += hold.worth.nanos;
}

void PacingMeter::lost(const Hold& hold, Price toWin, Price most)
{
    if (toWin.nanos <= 0)
        return;
    Slot& slot = m_slots[hold.slot];
    price(slot, hold, toWin, most);
    if (toWin <= most && static_cast<double>(toWin.nanos) <= unscaledBid(hold))
        slot.worthLost += hold.worth.nanos;
}

void PacingMeter::lostUnseen(std::uint32_t slot, double worth)
{
    m_slots[slot].worthLost += static_cast<std::int64_t>(worth);
}

model::PacingTally PacingMeter::tally(std::uint32_t slot) const
{
    const Slot& of = m_slots[slot];
    model::PacingTally tally;
    tally.eligible = m_eligible[slot];
    tally.priced = of.priced;
    tally.worthSeen = of.worthSeen;
    tally.worthWon = of.worthWon;
    tally.worthLost = of.worthLost;
    tally.highestBid = of.highestBid;
    tally.ratios.weight = of.weight;
    for (std::size_t i = 0; i < model::PriceRatios::kBins; ++i) {
        tally.ratios.price[i] = of.bins[i].price / of.unit;
        tally.ratios.worth[i] = of.bins[i].worth / of.unit;
    }
    return tally;
}

} // namespace gavel::dsp
