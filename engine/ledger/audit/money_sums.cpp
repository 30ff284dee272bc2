// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/money_sums.h"

#include "engine/ledger/ledger_rows.h"

namespace gavel::ledger {

namespace {

/// Where an account stands in the equation.
enum class Side : std::uint8_t {
    Outside,
    Payer,
    LatePayer,
    Between,
    Publisher,
    Platform,
    Tax,
    Nobody
};

Side sideOf(const AccountName& account)
{
    switch (account.kind) {
    case AccountKind::Bank:
        return Side::Outside;
    case AccountKind::AdvertiserWallet:
    case AccountKind::CampaignBudget:
    case AccountKind::FxClearing:
        return Side::Payer;
    case AccountKind::LateWinLoss:
        return Side::LatePayer;
    case AccountKind::DeliveryClearing:
        return Side::Between;
    case AccountKind::PublisherPayable:
        return Side::Publisher;
    case AccountKind::PlatformRevenue:
        return Side::Platform;
    case AccountKind::Tax:
        return Side::Tax;
    case AccountKind::Suspense: // a campaign's bears what nothing covered
        return account.owner.empty() ? Side::Nobody : Side::Payer;
    }
    return Side::Outside;
}

bool pays(Side side)
{
    return side == Side::Payer || side == Side::LatePayer;
}

bool earns(Side side)
{
    return side >= Side::Publisher;
}

} // namespace

void addMove(MoneySums& sums, TransferCode code, const AccountName& debit,
             const AccountName& credit, Money amount)
{
    const Side from = sideOf(debit);
    const Side to = sideOf(credit);
    if (from == Side::Outside || to == Side::Outside)
        return;
    const auto move = [&](Side side, Money& sum) {
        if (to == side)
            sum += amount;
        if (from == side)
            sum -= amount;
    };
    move(Side::Publisher, sums.publishers);
    move(Side::Platform, sums.platform);
    move(Side::Tax, sums.tax);
    move(Side::Nobody, sums.adjustments);
    if (code == TransferCode::Adjustment || code == TransferCode::Refund) {
        // Given back to those who paid: what they paid stays what it was.
        if (earns(from) && !earns(to))
            sums.adjustments += amount;
        if (earns(to) && !earns(from))
            sums.adjustments -= amount;
        return;
    }
    if (pays(from) == pays(to))
        return;
    const Money paid = pays(from) ? amount : Money{} - amount;
    sums.paid += paid;
    if (from == Side::LatePayer || to == Side::LatePayer)
        sums.lateWins += paid;
}

void addEntry(MoneySums& sums, const Book& book, const Entry& entry)
{
    const Transfer& transfer = entry.transfer;
    const bool moved = entry.outcome == Outcome::Applied
        && (transfer.kind == TransferKind::Single || transfer.kind == TransferKind::Post
            || transfer.kind == TransferKind::Reversal);
    if (moved && book.account(transfer.debit).currency == book.currency())
        addMove(sums, transfer.code, book.nameOf(transfer.debit), book.nameOf(transfer.credit),
                transfer.amount);
}

Result<MoneySums> sumsBetween(store::Connection& connection, std::int64_t book, TimeMs from,
                              TimeMs to)
{
    MoneySums sums;
    // The upper half of an id begins with its time, and is what the index is by.
    const auto idsAfter = [](TimeMs time) { return (time.value + 1) << 16; };
    auto read = forRows(
        connection,
        "SELECT t.code, d.kind, d.owner, c.kind, c.owner, sum(t.amount), d.currency FROM transfer "
        "t JOIN ledger_book b ON b.id = $1 JOIN account d ON d.book = $1 AND d.id = t.debit JOIN "
        "account c ON c.book = $1 AND c.id = t.credit WHERE t.id_high >= $2 AND t.id_high < $3 AND "
        "t.key >> 40 = $1 AND t.outcome = 0 AND t.kind IN (0, 2, 5) AND d.currency = b.currency "
        "GROUP BY t.code, t.debit, t.credit",
        [&](const store::Statement& row) -> Result<void> {
            const auto currency = Currency::parse(row.text(6));
            if (!currency)
                return currency.error();
            addMove(sums, static_cast<TransferCode>(row.integer(0)),
                    {static_cast<AccountKind>(row.integer(1)), std::string(row.text(2)), *currency},
                    {static_cast<AccountKind>(row.integer(3)), std::string(row.text(4)), *currency},
                    Money{row.integer(5)});
            return {};
        },
        book, idsAfter(from), idsAfter(to));
    if (!read)
        return read.error();
    return sums;
}

} // namespace gavel::ledger
