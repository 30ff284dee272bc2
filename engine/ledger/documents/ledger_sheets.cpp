// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/documents/ledger_sheets.h"

#include "engine/base/enum_name.h"

namespace gavel::ledger {

namespace {

/// Nano-units as a decimal text: a spreadsheet's numbers are too coarse for them.
std::string nanosText(std::int64_t nanos)
{
    return base::formatDecimal(nanos, 9, 6);
}

} // namespace

Sheet sheetOf(std::span<const LedgerLine> lines)
{
    Sheet sheet{"Ledger",
                {"Transfer", "Time", "Kind", "Code", "From", "To", "Amount", "Currency",
                 "Refers to", "Outcome", "Id"},
                {}};
    for (const LedgerLine& line : lines) {
        const Transfer& transfer = line.entry.transfer;
        sheet.rows.push_back(
            {"t-" + std::to_string(line.entry.sequence), line.entry.at,
             std::string(base::nameOf(transfer.kind, kTransferKindNames)),
             std::string(base::nameOf(transfer.code, kTransferCodeNames)), toString(line.debit),
             toString(line.credit), transfer.amount, std::string(line.debit.currency.view()),
             line.reference == 0 ? Cell() : Cell("t-" + std::to_string(line.reference)),
             std::string(base::nameOf(line.entry.outcome, kOutcomeNames)), toString(transfer.id)});
    }
    return sheet;
}

std::vector<Sheet> sheetsOf(std::span<const Reconciliation> spans)
{
    Sheet books{
        "Reconciliation",
        {"After", "Until", "Seats", "Exchange", "Publishers", "Differing auctions", "Closed"},
        {}};
    Sheet auctions{
        "Differing auctions",
        {"Auction", "Time", "Campaign", "Placement", "Seat", "Exchange", "Publisher", "Reason"},
        {}};
    for (const Reconciliation& span : spans) {
        const ReconciledSpan& total = span.total;
        books.rows.push_back({total.from, total.to, nanosText(total.seats),
                              nanosText(total.exchange), nanosText(total.publishers),
                              static_cast<std::int64_t>(span.differing),
                              std::string(total.closed ? "yes" : "no")});
        for (const DifferingAuction& auction : span.auctions)
            auctions.rows.push_back(
                {std::to_string(auction.win.auction), auction.win.at, auction.win.campaign,
                 auction.win.placement, auction.win.seat, nanosText(auction.win.nanos),
                 nanosText(auction.publisher),
                 std::string(base::nameOf(auction.reason, kDifferenceReasonNames))});
    }
    return {std::move(books), std::move(auctions)};
}

} // namespace gavel::ledger
