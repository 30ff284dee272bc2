// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/audit/ledger_search.h"
#include "engine/ledger/audit/reconciliation.h"
#include "engine/ledger/documents/statement.h"
#include "engine/runtime/desks/market_access.h"
#include "engine/runtime/settlement_desk.h"

#include <optional>

namespace gavel::runtime {

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
    MoneyDay day(TimeMs moment) const override;
    Result<LedgerPage> ledger(const LedgerQuery& query) const override;
    Result<TransferDetail> transfer(std::uint64_t sequence) const override;
    Result<StatementView> statement(const StatementQuery& query) const override;
    std::vector<InvoiceView> invoices(const std::string& ownerId) const override;
    std::vector<ReconciledHour> reconciliation(TimeMs from, TimeMs to) const override;
    std::vector<DifferingAuction> differences(TimeMs from, TimeMs to) const override;
    std::vector<ReconciledDay> month(TimeMs moment) const override;
    Result<std::string> exportFile(ExportKind kind, ExportFormat format,
                                   const StatementQuery& query) const override;

    CommandPreview previewPayIn(const PayIn& payIn) const override;
    Result<void> payIn(const PayIn& payIn, const std::string& actor) override;
    CommandPreview previewAdjustment(const AdjustmentRequest& request) const override;
    Result<void> adjust(const AdjustmentRequest& request, const std::string& actor) override;
    CommandPreview previewWalletTerms(const std::string& advertiserId,
                                      const WalletTerms& terms) const override;
    Result<void> setWalletTerms(const std::string& advertiserId, const WalletTerms& terms,
                                const std::string& actor) override;

private:
    /// The file of the market's book, and the names of what it speaks of.
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
        std::map<std::string, Currency> currencyOf; ///< of an advertiser's wallet
        std::int64_t dayOffsetMs = 0; ///< of the market's zone
        std::int32_t taxPpm = 0;
    };
    Result<Books> open() const;
    Result<ledger::Statement> makeStatement(Books& books, const StatementQuery& query) const;
    Result<void> order(const std::string& subject, const std::string& said,
                       const std::function<Result<void>(Scheduler&)>& action);

    MarketAccess m_access;
};

} // namespace gavel::runtime
