// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/runtime/schedule_view.h"
#include "engine/runtime/settlement_view.h"

#include <string>
#include <string_view>
#include <vector>

namespace gavel::runtime {

/// The money of the running market. Got from Engine::settlement(). Any thread; queries read and may
/// take milliseconds, commands return when they are durable. Without a market lists are empty and
/// commands refused as SERVICE_UNAVAILABLE.
class SettlementDesk
{
public:
    virtual ~SettlementDesk() = default;

    // what is
    virtual std::vector<WalletView> wallets() const = 0;
    /// Everybody who has an account: advertisers, then publishers, each by name.
    virtual std::vector<OwnerView> owners() const = 0;
    /// The day of the market's zone that holds this moment.
    virtual MoneyDay day(TimeMs moment) const = 0;
    /// Errors: those of the filter, as the list of auctions has them.
    virtual Result<LedgerPage> ledger(const LedgerQuery& query) const = 0;
    /// A transfer down to the auctions behind it. Errors: TRANSFER_UNKNOWN.
    virtual Result<TransferDetail> transfer(std::uint64_t sequence) const = 0;
    /// Errors: OWNER_UNKNOWN.
    virtual Result<StatementView> statement(const StatementQuery& query) const = 0;
    /// Issued ones, newest first; "" = of every advertiser.
    virtual std::vector<InvoiceView> invoices(const std::string& ownerId) const = 0;
    /// The hours of a span, oldest first.
    virtual std::vector<ReconciledHour> reconciliation(TimeMs from, TimeMs to) const = 0;
    virtual BookDifferences differences(TimeMs from, TimeMs to) const = 0;
    /// The days of the month that holds this moment.
    virtual std::vector<ReconciledDay> month(TimeMs moment) const = 0;
    /// The bytes of a file. For a statement or invoice the owner and the span say which.
    virtual Result<std::string> exportFile(ExportKind kind, ExportFormat format,
                                           const StatementQuery& query) const = 0;

    // what a person may do: each first says what it would do
    virtual CommandPreview previewPayIn(const PayIn& payIn) const = 0;
    virtual Result<void> payIn(const PayIn& payIn, const std::string& actor) = 0;
    virtual CommandPreview previewAdjustment(const AdjustmentRequest& request) const = 0;
    virtual Result<void> adjust(const AdjustmentRequest& request, const std::string& actor) = 0;
    virtual CommandPreview previewRefund(const RefundRequest& request) const = 0;
    virtual Result<void> refund(const RefundRequest& request, const std::string& actor) = 0;
    /// An advertiser's invoice of a period: numbered, and never changed after.
    virtual CommandPreview previewInvoice(const StatementQuery& query) const = 0;
    virtual Result<InvoiceView> issueInvoice(const StatementQuery& query, const std::string& actor)
        = 0;
    virtual CommandPreview previewWalletTerms(const std::string& advertiserId,
                                              const WalletTerms& terms) const = 0;
    virtual Result<void> setWalletTerms(const std::string& advertiserId, const WalletTerms& terms,
                                        const std::string& actor)
        = 0;
};

/// Reads a filter of the ledger and throws it away. Errors: FILTER_UNFINISHED when more typing
/// could make it valid, FILTER_WRONG; where = "column N".
Result<void> checkLedgerFilter(std::string_view text);

} // namespace gavel::runtime
