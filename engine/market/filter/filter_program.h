// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/auction.h"

#include <cstdint>
#include <span>
#include <vector>

namespace gavel::market {

/// What a test of the filter language looks at. Numbers, then names, then words.
enum class TestKind : std::uint8_t {
    Price,
    Floor,
    Bid,
    Bids,
    Seats,
    Ms,
    Hour,
    Campaign,
    Seat,
    Publisher,
    Placement,
    Country,
    Device,
    Auction,
    Fate,
    Won,
    Lost,
    Late,
    Filled,
    Unfilled,
    Clicked,
    Converted,
    Traced,
};
constexpr bool isNumber(TestKind kind)
{
    return kind <= TestKind::Hour;
}
constexpr bool isName(TestKind kind)
{
    return !isNumber(kind) && kind <= TestKind::Fate;
}

enum class Compare : std::uint8_t { Less, LessEqual, Greater, GreaterEqual, Equal, NotEqual };

/// One test of a row. Names hold when the row has any of `values`; NotEqual turns that round.
struct RowTest
{
    TestKind kind{};
    Compare compare = Compare::Equal;
    std::vector<std::uint64_t> values; ///< names: handles, auction ids or fates; numbers: one bound
    std::int64_t bound = 0; ///< numbers: nanos (price, floor, bid), microseconds (ms), else a count
};

/// Tests in a row with jumps: each says where to go on when it holds and when it does not.
/// Flat and without allocation to run, since a page of the list asks a million rows.
class FilterProgram
{
public:
    static constexpr std::int32_t kAccept = -1;
    static constexpr std::int32_t kReject = -2;

    /// Appends a test and returns its place. `subject` names the bid that "won", "bid" and their
    /// like speak of: the test (Campaign or Seat) that said so, nullptr for any bid.
    std::int32_t add(const RowTest& test, const RowTest* subject, std::int32_t onTrue,
                     std::int32_t onFalse);
    void startAt(std::int32_t step) { m_start = step; }

    bool matches(const model::AuctionRow& row) const
    {
        std::int32_t at = m_start;
        while (at >= 0) {
            const Step& step = m_steps[static_cast<std::size_t>(at)];
            at = holds(step, row) ? step.onTrue : step.onFalse;
        }
        return at == kAccept;
    }

private:
    struct Values
    {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    enum class SubjectKind : std::uint8_t { Any, Campaign, Seat };
    struct Step
    {
        TestKind kind{};
        Compare compare{};
        SubjectKind subject = SubjectKind::Any;
        std::int32_t onTrue = kReject;
        std::int32_t onFalse = kReject;
        std::int64_t bound = 0;
        Values values;
        Values subjects;
    };

    bool holds(const Step& step, const model::AuctionRow& row) const;
    bool numberHolds(const Step& step, const model::AuctionRow& row) const;
    bool nameHolds(const Step& step, const model::AuctionRow& row) const;
    bool wordHolds(const Step& step, const model::AuctionRow& row) const;
    bool contains(Values values, std::uint64_t value) const;
    bool isSubject(const Step& step, const model::RowBid& bid) const;
    template<typename Test>
    bool anyBid(const Step& step, const model::AuctionRow& row, Test&& test) const;
    Values store(const std::vector<std::uint64_t>& values);

    std::vector<Step> m_steps;
    std::vector<std::uint64_t> m_values;
    std::int32_t m_start = kAccept;
};

} // namespace gavel::market
