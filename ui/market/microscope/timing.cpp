// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/microscope/waterfall.h"
#include "ui/market/timing_delegate.h"
#include "ui/market/words.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace gavel::auctions {

using namespace widgets;

namespace {

struct TimingWords
{
    Q_DECLARE_TR_FUNCTIONS(Timing)
};

QString milliseconds(std::uint32_t micros, int decimals)
{
    return numbers::decimal(micros / 1000.0, decimals);
}

TimingRow seatRow(const model::SeatTrace& seat, std::uint32_t start, std::uint32_t limit,
                  const Names& names)
{
    const std::uint32_t deadline = std::min(seat.deadlineMicros, limit);
    const bool isCutOff = seat.bid.fate == model::BidFate::CutOff;
    TimingRow row;
    row.label = names.seat(seat.seat);
    row.start = start;
    row.deadline = start + deadline;
    row.isLate = seat.bid.fate == model::BidFate::Late;
    row.length = isCutOff ? 0 : std::min(seat.bid.answerMicros, deadline);
    row.seat = seat.seat;
    row.duration = isCutOff ? numbers::missing()
        : row.isLate        ? TimingWords::tr("> %1", "longer than").arg(milliseconds(deadline, 0))
                            : milliseconds(seat.bid.answerMicros, 1);
    row.note = bidFateText(seat.bid.fate);
    row.mark = bidFateMark(seat.bid.fate);
    return row;
}

void addSeats(Timing& timing, const model::AuctionTrace& trace, std::uint32_t start,
              const Names& names)
{
    timing.seatDeadline = trace.seats.empty()
        ? 0
        : std::min(trace.seats.front().deadlineMicros, trace.rules.auctionDeadlineMicros);
    for (const model::SeatTrace& seat : trace.seats) {
        timing.rows.push_back(seatRow(seat, start, trace.rules.auctionDeadlineMicros, names));
        if (timing.rows.back().deadline - start != timing.seatDeadline)
            timing.seatDeadline = 0;
    }
}

void describeStep(TimingRow& row, std::size_t step, const model::AuctionRow& auction)
{
    if (step == kBidRequests && auction.seatsInTime < auction.seatsAsked) {
        row.note = TimingWords::tr("waits for late seat");
        row.tone = Token::Warn;
    }
    if (step == kAuction)
        row.note = TimingWords::tr("%n bid(s)", nullptr, auction.bids);
}

Timing build(const model::AuctionRow& auction, const model::AuctionTrace* trace,
             std::uint32_t limit, const Names& names)
{
    Timing timing;
    timing.limit = limit;
    std::uint32_t start = 0;
    for (std::size_t step = 0; step < model::kSteps; ++step) {
        TimingRow row;
        row.label = stepText(step);
        row.number = static_cast<int>(step) + 1;
        row.start = start;
        row.length = auction.steps[step];
        row.duration = milliseconds(row.length, 2);
        describeStep(row, step, auction);
        timing.rows.push_back(row);
        if (step == kBidRequests && trace)
            addSeats(timing, *trace, start, names);
        start += auction.steps[step];
    }
    timing.total = start;
    return timing;
}

} // namespace

Timing timingOf(const model::AuctionTrace& trace, const Names& names)
{
    return build(trace.row, &trace, trace.rules.auctionDeadlineMicros, names);
}

Timing timingOf(const model::AuctionRow& row, const Names& names)
{
    return build(row, nullptr, names.limitMicros(), names);
}

} // namespace gavel::auctions
