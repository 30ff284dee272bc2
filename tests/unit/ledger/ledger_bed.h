// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/settlement/settlement.h"

#include <vector>

namespace gavel::ledger {

inline constexpr TimeMs kStart{1'774'000'000'000};
inline const Currency kUsd = Currency::parse("USD").value();
inline const Currency kCny = Currency::parse("CNY").value();

/// Two advertisers with a campaign each, both with money enough, and two publishers.
struct LedgerBed
{
    LedgerBed()
        : book(kUsd)
    {
        begin();
    }
    explicit LedgerBed(Book loaded)
        : book(std::move(loaded))
    {
        begin();
    }
    void begin()
    {
        settlement.setCampaign(1, {"camp-001", "pine", kUsd, Money::units(100), true}, kStart);
        settlement.setCampaign(2, {"camp-002", "kite", kUsd, Money::units(50), true}, kStart);
        settlement.setPublisher(1, "harbor", kStart);
        settlement.setPublisher(2, "metro", kStart);
        payIn(settlement.walletOf(1), Money::units(1000), kUsd);
        payIn(settlement.walletOf(2), Money::units(1000), kUsd);
    }
    void payIn(AccountHandle wallet, Money amount, Currency currency)
    {
        const AccountHandle bank = book.open({AccountKind::Bank, "", currency}, kStart);
        book.apply({TransferId::of(kStart, "pay in " + std::to_string(wallet)),
                    {},
                    amount,
                    {},
                    bank,
                    wallet,
                    TransferKind::Single,
                    TransferCode::PayIn},
                   kStart);
    }
    /// Settles counters as of the end of minute `minute`.
    RoundResult settle(int minute, std::vector<CampaignCounts> campaigns,
                       std::vector<PublisherCounts> publishers, std::int64_t feeNanos,
                       std::int32_t taxPpm = 0)
    {
        const TimeMs end = kStart + minute * base::kMinuteMs;
        const std::vector<SourcePosition> sources{{1, static_cast<std::uint64_t>(minute) * 100}};
        return settlement.settle({end + -base::kMinuteMs, end,
                                  static_cast<std::uint64_t>(minute) * 2, campaigns, publishers,
                                  feeNanos, taxPpm, sources},
                                 end);
    }
    std::vector<RefusedReservation> reserve(int minute, std::vector<Reservation> wishes)
    {
        const TimeMs end = kStart + minute * base::kMinuteMs;
        return settlement.reserve(wishes, end, static_cast<std::uint64_t>(minute) * 2 + 1, end);
    }
    const Account& at(AccountKind kind, std::string owner, Currency currency = kUsd) const
    {
        return book.account(book.find({kind, std::move(owner), currency}));
    }
    std::int64_t balance(AccountKind kind, std::string owner, Currency currency = kUsd) const
    {
        return at(kind, std::move(owner), currency).balance().micros;
    }
    bool sumsAreZero() const
    {
        for (const TrialBalance& sum : trialBalances(book))
            if (!sum.holds())
                return false;
        return true;
    }

    Book book;
    Settlement settlement{book};
};

} // namespace gavel::ledger
