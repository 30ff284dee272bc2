// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/filter/filter_program.h"

namespace gavel::market {

namespace {

bool compares(std::int64_t left, Compare compare, std::int64_t right)
{
    switch (compare) {
    case Compare::Less:
        return left < right;
    case Compare::LessEqual:
        return left <= right;
    case Compare::Greater:
        return left > right;
    case Compare::GreaterEqual:
        return left >= right;
    case Compare::Equal:
        return left == right;
    default:
        return left != right;
    }
}

/// A bid that was made and did not win.
bool isLost(model::BidFate fate)
{
    using model::BidFate;
    return fate != BidFate::Won && fate != BidFate::NoBid && fate != BidFate::CutOff;
}

std::int64_t hourOf(TimeMs at)
{
    const auto ofDay = (at.value % base::kDayMs + base::kDayMs) % base::kDayMs;
    return ofDay / base::kHourMs;
}

} // namespace

FilterProgram::Values FilterProgram::store(const std::vector<std::uint64_t>& values)
{
    const auto first = static_cast<std::uint32_t>(m_values.size());
    m_values.insert(m_values.end(), values.begin(), values.end());
    return {first, static_cast<std::uint32_t>(values.size())};
}

std::int32_t FilterProgram::add(const RowTest& test, const RowTest* subject, std::int32_t onTrue,
                                std::int32_t onFalse)
{
    Step step;
    step.kind = test.kind;
    step.compare = test.compare;
    step.onTrue = onTrue;
    step.onFalse = onFalse;
    step.bound = test.bound;
    step.values = store(test.values);
    if (subject != nullptr) {
        step.subject
            = subject->kind == TestKind::Campaign ? SubjectKind::Campaign : SubjectKind::Seat;
        step.subjects = store(subject->values);
    }
    m_steps.push_back(step);
    return static_cast<std::int32_t>(m_steps.size()) - 1;
}

bool FilterProgram::contains(Values values, std::uint64_t value) const
{
    for (std::uint32_t i = 0; i < values.count; ++i)
        if (m_values[values.first + i] == value)
            return true;
    return false;
}

bool FilterProgram::isSubject(const Step& step, const model::RowBid& bid) const
{
    if (step.subject == SubjectKind::Campaign)
        return contains(step.subjects, bid.campaign);
    return step.subject == SubjectKind::Any || contains(step.subjects, bid.seat);
}

template<typename Test>
bool FilterProgram::anyBid(const Step& step, const model::AuctionRow& row, Test&& test) const
{
    for (std::size_t i = 0; i < row.rowBids; ++i)
        if (isSubject(step, row.bid[i]) && test(row.bid[i]))
            return true;
    return false;
}

bool FilterProgram::holds(const Step& step, const model::AuctionRow& row) const
{
    if (isNumber(step.kind))
        return numberHolds(step, row);
    if (isName(step.kind))
        return nameHolds(step, row) == (step.compare == Compare::Equal);
    return wordHolds(step, row);
}

bool FilterProgram::numberHolds(const Step& step, const model::AuctionRow& row) const
{
    const auto test = [&](std::int64_t value) {
        return step.compare == Compare::Equal
            ? contains(step.values, static_cast<std::uint64_t>(value))
            : compares(value, step.compare, step.bound);
    };
    switch (step.kind) {
    case TestKind::Price:
        return test(row.price.nanos);
    case TestKind::Floor:
        return test(row.floor.nanos);
    case TestKind::Bid:
        return anyBid(step, row, [&test](const model::RowBid& bid) {
            return bid.price.nanos > 0 && test(bid.price.nanos);
        });
    case TestKind::Bids:
        return test(row.bids);
    case TestKind::Seats:
        return test(row.seatsInTime);
    case TestKind::Ms:
        return test(row.totalMicros());
    default:
        return test(hourOf(row.at));
    }
}

bool FilterProgram::nameHolds(const Step& step, const model::AuctionRow& row) const
{
    switch (step.kind) {
    case TestKind::Campaign:
        return anyBid(step, row, [&](const model::RowBid& bid) {
            return bid.campaign != 0 && contains(step.values, bid.campaign);
        });
    case TestKind::Seat:
        return anyBid(step, row,
                      [&](const model::RowBid& bid) { return contains(step.values, bid.seat); });
    case TestKind::Publisher:
        return contains(step.values, row.publisher);
    case TestKind::Placement:
        return contains(step.values, row.placement);
    case TestKind::Country:
        return contains(step.values, row.country);
    case TestKind::Device:
        return contains(step.values, row.deviceType);
    case TestKind::Auction:
        return contains(step.values, row.id);
    default:
        return anyBid(step, row, [&](const model::RowBid& bid) {
            return contains(step.values, static_cast<std::uint64_t>(bid.fate));
        });
    }
}

bool FilterProgram::wordHolds(const Step& step, const model::AuctionRow& row) const
{
    switch (step.kind) {
    case TestKind::Won:
        return anyBid(step, row,
                      [](const model::RowBid& bid) { return bid.fate == model::BidFate::Won; });
    case TestKind::Lost:
        return anyBid(step, row, [](const model::RowBid& bid) { return isLost(bid.fate); });
    case TestKind::Late:
        return anyBid(step, row,
                      [](const model::RowBid& bid) { return bid.fate == model::BidFate::Late; });
    case TestKind::Filled:
        return row.winnerSeat != 0;
    case TestKind::Unfilled:
        return row.winnerSeat == 0;
    case TestKind::Clicked:
        return (row.shown & 2U) != 0;
    case TestKind::Converted:
        return (row.shown & 4U) != 0;
    default:
        return row.traced != 0;
    }
}

} // namespace gavel::market
