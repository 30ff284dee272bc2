// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/seat_slot.h"

#include <algorithm>
#include <cmath>

namespace gavel::market {

using model::BidFate;

namespace {

constexpr std::uint64_t kTimeStreams = 0x7100;
constexpr std::uint64_t kPriceStreams = 0x7200;
constexpr double kSlowestMicros = 10e6;

} // namespace

SeatSlot::SeatSlot(const model::MarketSetup& setup, std::size_t place, const base::Random& random)
    : m_seat(setup.seats[place])
    , m_handle(setup.vocabulary->seats.intern(m_seat.id))
    , m_times(random.split(kTimeStreams + place))
    , m_prices(random.split(kPriceStreams + place))
{
    if (m_seat.kind == model::SeatKind::Campaigns)
        m_bidder = std::make_unique<dsp::SeatBidder>(setup, m_seat);
    else
        m_rival.emplace(m_seat);
    setAnswerTime();
}

void SeatSlot::setAnswerTime()
{
    m_logMedian = m_seat.answerTime.medianMicros == 0
        ? 0
        : std::log(static_cast<double>(m_seat.answerTime.medianMicros));
}

std::uint32_t SeatSlot::drawAnswerMicros()
{
    if (m_seat.answerTime.medianMicros == 0)
        return 0;
    if (m_seat.answerTime.sigma == 0)
        return m_seat.answerTime.medianMicros;
    const double micros = m_times.logNormal(m_logMedian, m_seat.answerTime.sigma);
    return static_cast<std::uint32_t>(std::min(micros, kSlowestMicros));
}

model::Bid SeatSlot::ask(const model::Opportunity& opportunity, const dsp::BidContext& context,
                         std::uint32_t mostMicros)
{
    ++m_counters.asked;
    m_lastAnswer = drawAnswerMicros();
    m_offered = {};
    model::Bid bid;
    bid.currency = m_seat.currency;
    if (m_seat.cutOff) {
        bid.fate = BidFate::CutOff;
    } else {
        if (m_bidder) {
            bid = m_bidder->bid(opportunity, context, m_prices);
        } else {
            bid.price = m_rival->offer(opportunity, m_prices);
        }
        m_offered = bid.price;
        m_offeredIn = bid.currency;
        bid.answerMicros = m_lastAnswer;
        m_counters.answerMicros.add(m_lastAnswer);
        if (m_lastAnswer > std::min(m_seat.deadlineMicros, mostMicros))
            bid.fate = BidFate::Late;
        else
            bid.fate = bid.price.nanos == 0 ? BidFate::NoBid : BidFate::Outbid;
    }
    bid.seat = m_handle;
    m_counters.late += bid.fate == BidFate::Late ? 1 : 0;
    m_counters.answered += bid.fate == BidFate::Outbid ? 1 : 0;
    return bid;
}

std::uint32_t SeatSlot::waitedMicros(std::uint32_t mostMicros) const
{
    const auto most = std::min(m_seat.deadlineMicros, mostMicros);
    return m_seat.cutOff ? most : std::min(m_lastAnswer, most);
}

bool SeatSlot::settle(const model::Bid& bid, const model::Opportunity& opportunity,
                      const model::Clearing& clearing, Price toWin)
{
    const bool isWon = bid.fate == BidFate::Won;
    if (isWon) {
        ++m_counters.wins;
        m_counters.spentNanos += clearing.price.nanos;
    }
    if (!m_bidder || m_offered.nanos == 0)
        return true;
    model::Bid offered = bid;
    offered.price = m_offered;
    offered.currency = m_offeredIn;
    if (isWon)
        return m_bidder->won(offered, opportunity, clearing.price, clearing.publisher);
    m_bidder->lost(offered, opportunity, toWin);
    return true;
}

void SeatSlot::feedback(Handle campaign, const model::Opportunity& opportunity, bool clicked,
                        bool converted, Money value)
{
    if (converted)
        m_counters.valueMicros += value.micros;
    if (m_bidder)
        m_bidder->impression(campaign, opportunity, clicked, converted, value);
}

void SeatSlot::change(const model::Seat& seat)
{
    m_seat.name = seat.name;
    m_seat.playedBy = seat.playedBy;
    m_seat.deadlineMicros = seat.deadlineMicros;
    m_seat.answerTime = seat.answerTime;
    m_seat.cutOff = seat.cutOff;
    setAnswerTime();
    if (!m_rival)
        return;
    m_seat.histogram = seat.histogram;
    m_seat.histogramStepNanos = seat.histogramStepNanos;
    m_seat.logMu = seat.logMu;
    m_seat.logSigma = seat.logSigma;
    m_seat.bidShare = seat.bidShare;
    m_rival.emplace(m_seat);
}

} // namespace gavel::market
