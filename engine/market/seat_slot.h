// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/seat_bidder.h"
#include "engine/market/market_shard.h"
#include "engine/market/rival_bidder.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace gavel::market {

/// One seat as the shard asks it: its bidder, when it answers, and what it has done.
/// Each seat draws from streams of its own, so that a change of one seat does not move the others'
/// luck.
class SeatSlot
{
public:
    /// `place` is the seat's position in the setup.
    SeatSlot(const model::MarketSetup& setup, std::size_t place, const base::Random& random);

    /// The seat's answer, counted: fate CutOff, Late (later than `mostMicros` or its own deadline)
    /// or NoBid, else Outbid, which stands for "not judged yet". Floor of the context in the
    /// market's currency.
    model::Bid ask(const model::Opportunity& opportunity, const dsp::BidContext& context,
                   std::uint32_t mostMicros);
    /// Tells the seat what became of the bid it gave last. `bid` is as the exchange left it;
    /// `toWin` the price with which it could have won, 0 when its price was not what stopped it.
    /// False: the bid won, but too late for its quota, and its campaign is not charged.
    bool settle(const model::Bid& bid, const model::Opportunity& opportunity,
                const model::Clearing& clearing, Price toWin);
    /// How long the exchange waited for the answer it got last.
    std::uint32_t waitedMicros(std::uint32_t mostMicros) const;
    /// The winner's impression: its worth is counted, its model learns.
    void feedback(Handle campaign, const model::Opportunity& opportunity, bool clicked,
                  bool converted, Money value);

    /// Deadline, fault, answer time and rival prices of a changed seat.
    void change(const model::Seat& seat);

    Handle handle() const { return m_handle; }
    const model::Seat& seat() const { return m_seat; }
    dsp::SeatBidder* bidder() { return m_bidder.get(); }
    const dsp::SeatBidder* bidder() const { return m_bidder.get(); }
    const SeatCounters& counters() const { return m_counters; }
    bool answeredLast() const { return !m_seat.cutOff; }

private:
    std::uint32_t drawAnswerMicros();
    void setAnswerTime();

    model::Seat m_seat;
    Handle m_handle;
    base::Random m_times;
    base::Random m_prices;
    double m_logMedian = 0;
    std::unique_ptr<dsp::SeatBidder> m_bidder; ///< null for a rival
    std::optional<RivalBidder> m_rival;
    Price m_offered; ///< of the last answer
    Currency m_offeredIn; ///< as sent; the exchange converts the bid it judges
    std::uint32_t m_lastAnswer = 0;
    SeatCounters m_counters;
};

} // namespace gavel::market
