// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/audit/ledger_search.h"
#include "engine/ledger/audit/reconciliation.h"
#include "engine/ledger/documents/invoice.h"
#include "engine/runtime/desks/market_access.h"
#include "engine/runtime/settlement_desk.h"

#include <map>
#include <mutex>
#include <optional>

namespace gavel::runtime {

/// The id itself when it has no name.
inline std::string_view namedIn(const std::map<std::string, std::string>& names,
                                const std::string& id)
{
    const auto found = names.find(id);
    return found == names.end() ? std::string_view(id) : std::string_view(found->second);
}

/// The money of the market that runs, for people. Lists are read from the workspace: a market that
/// is not kept has wallets and sums only.
class MarketSettlement final : public SettlementDesk
{
public:
    explicit MarketSettlement(MarketAccess access)
        : m_access(std::move(access))
    {
    }

    std::vector<WalletView> wallets() const override;
    std::vector<OwnerView> owners() const override;
    MoneyDay day(TimeMs moment) const override;
    Result<LedgerPage> ledger(const LedgerQuery& query) const override;
    Result<TransferDetail> transfer(std::uint64_t sequence) const override;
    Result<StatementView> statement(const StatementQuery& query) const override;
    std::vector<InvoiceView> invoices(const std::string& ownerId) const override;
    std::vector<ReconciledHour> reconciliation(TimeMs from, TimeMs to) const override;
    BookDifferences differences(TimeMs from, TimeMs to) const override;
    std::vector<ReconciledDay> month(TimeMs moment) const override;
    Result<std::string> exportFile(ExportKind kind, ExportFormat format,
                                   const StatementQuery& query) const override;

    CommandPreview previewPayIn(const PayIn& payIn) const override;
    Result<void> payIn(const PayIn& payIn, const std::string& actor) override;
    CommandPreview previewAdjustment(const AdjustmentRequest& request) const override;
    Result<void> adjust(const AdjustmentRequest& request, const std::string& actor) override;
    CommandPreview previewRefund(const RefundRequest& request) const override;
    Result<void> refund(const RefundRequest& request, const std::string& actor) override;
    CommandPreview previewInvoice(const StatementQuery& query) const override;
    Result<InvoiceView> issueInvoice(const StatementQuery& query,
                                     const std::string& actor) override;
    CommandPreview previewWalletTerms(const std::string& advertiserId,
                                      const WalletTerms& terms) const override;
    Result<void> setWalletTerms(const std::string& advertiserId, const WalletTerms& terms,
                                const std::string& actor) override;

private:
    /// How long after its window an impression may come.
    static constexpr std::int64_t kLateMs = 2 * base::kHourMs;

    /// The file of the market's book as it is at one moment, and the names of what it speaks of.
    struct Books
    {
        explicit Books(store::Connection connection)
            : reader(std::move(connection))
        {
        }
        store::Connection reader;
        std::int64_t book = 0;
        Currency currency;
        std::map<std::string, std::string> campaigns; ///< names by id
        std::map<std::string, std::string> advertisers;
        std::map<std::string, std::string> publishers;
        std::map<std::string, std::string> publisherOfPlacement;
        std::map<std::string, std::string> placements; ///< names by id
        std::map<std::string, std::string> seats; ///< names by id
        std::map<std::string, std::string> advertiserOf; ///< of a campaign
        std::map<std::string, Currency> currencyOf; ///< of an advertiser's wallet
        std::int64_t dayOffsetMs = 0; ///< of the market's zone
        std::int32_t taxPpm = 0;
        TimeMs start; ///< of the market
        TimeMs settledTo;
    };
    Result<Books> open() const;
    /// What a round settled, down to single auctions.
    static Result<void> drillDown(Books& books, const ledger::TransferOrigin& origin,
                                  std::vector<DrillRow>& rows);
    /// The hours of a span that the market has settled something in; those that are closed are
    /// read once.
    std::vector<ReconciledHour> hoursOf(Books& books, TimeMs from, TimeMs to) const;
    /// A draft with the problems that keep it from being issued.
    struct InvoiceDraft
    {
        ledger::Invoice invoice;
        bool isFinal = false;
    };
    Result<InvoiceDraft> draft(Books& books, const StatementQuery& query) const;
    static InvoiceView viewOf(const ledger::Invoice& invoice, const Books& books);
    struct Refund
    {
        ledger::WonAuction win;
        ledger::RefundedAuction refunded;
    };
    Result<Refund> refundOf(Books& books, const RefundRequest& request) const;
    Result<ledger::Statement> makeStatement(Books& books, const StatementQuery& query) const;

    MarketAccess m_access;
    mutable std::mutex m_spanMutex;
    mutable std::int64_t m_spanBook = 0; ///< of which the spans are
    mutable std::map<std::pair<TimeMs, TimeMs>, ledger::DeliveredSpan> m_spans; ///< of statements
    mutable std::mutex m_closedMutex;
    mutable std::int64_t m_closedBook = 0; ///< of which the hours are
    /// An hour as it was read; one that may still change is read again after a moment.
    struct ReadHour
    {
        ReconciledHour hour;
        bool isFinal = false;
        std::int64_t readAt = 0; ///< by the monotonic clock
    };
    mutable std::map<TimeMs, ReadHour> m_hours; ///< by their begin
    mutable std::int64_t m_summedBook = 0; ///< of which the days are
    mutable std::map<TimeMs, ledger::MoneySums> m_daySums; ///< of days that are over
};

} // namespace gavel::runtime
