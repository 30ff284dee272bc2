// SPDX-License-Identifier: GPL-3.0-or-later
// Statements, invoices and files of them.
#include "engine/base/enum_name.h"
#include "engine/ledger/documents/ledger_sheets.h"
#include "engine/runtime/desks/market_settlement.h"

#include <fstream>
#include <iterator>
#include <unistd.h>

namespace gavel::runtime {

namespace {

constexpr std::size_t kExported = 100'000;
constexpr std::size_t kSpansKept = 8;
constexpr std::int64_t kDueMs = 30 * base::kDayMs;

} // namespace

Result<ledger::Statement> MarketSettlement::makeStatement(Books& books,
                                                          const StatementQuery& query) const
{
    ledger::StatementWanted wanted;
    wanted.owner = query.ownerId;
    wanted.isPublisher = query.isPublisher;
    const auto own = books.currencyOf.find(query.ownerId);
    wanted.currency
        = query.isPublisher || own == books.currencyOf.end() ? books.currency : own->second;
    wanted.from = query.from;
    wanted.to = query.to;
    wanted.taxPpm = books.taxPpm;
    wanted.publisherOfPlacement = books.publisherOfPlacement;
    const std::lock_guard lock(m_spanMutex);
    if (m_spanBook != books.book || m_spans.size() >= kSpansKept)
        m_spans.clear();
    m_spanBook = books.book;
    return ledger::makeStatement(books.reader, books.book, wanted, m_spans[{query.from, query.to}]);
}

Result<StatementView> MarketSettlement::statement(const StatementQuery& query) const
{
    auto opened = open();
    if (!opened)
        return opened.error();
    Books& books = opened.value();
    const auto made = makeStatement(books, query);
    if (!made)
        return made.error();
    StatementView view;
    view.ownerId = query.ownerId;
    view.ownerName = std::string(
        namedIn(query.isPublisher ? books.publishers : books.advertisers, query.ownerId));
    view.isPublisher = query.isPublisher;
    view.currency = made->wanted.currency;
    view.from = query.from;
    view.to = query.to;
    view.provisional = !made->final;
    const auto& names = query.isPublisher ? books.placements : books.campaigns;
    using Kind = StatementLineKind;
    for (const ledger::StatementLine& line : made->lines)
        view.lines.push_back({Kind::Delivery, std::string(namedIn(names, line.campaign)),
                              line.impressions, "", 0, "", line.amount});
    const auto sum = [&](Kind kind, Money amount) {
        view.lines.push_back({kind, "", 0, "", 0, "", amount});
    };
    sum(Kind::Media, made->media);
    if (!query.isPublisher) {
        sum(Kind::Publishers, made->publishers);
        sum(Kind::Platform, made->platform);
        sum(Kind::Tax, made->tax);
    }
    for (const ledger::StatementMovement& movement : made->movements)
        view.lines.push_back({Kind::Movement, "", 0,
                              std::string(base::nameOf(movement.code, ledger::kTransferCodeNames)),
                              movement.transfer, movement.reason, movement.amount});
    view.charged = made->media;
    view.walletBefore = made->balanceBefore;
    view.walletNow = made->balanceAfter;
    return view;
}

std::vector<InvoiceView> MarketSettlement::invoices(const std::string& ownerId) const
{
    std::vector<InvoiceView> views;
    auto books = open();
    if (!books)
        return views;
    const auto invoices = ledger::readInvoices(books->reader, books->book, ownerId);
    if (!invoices)
        return views;
    for (const ledger::Invoice& invoice : *invoices)
        views.push_back(viewOf(invoice, *books));
    return views;
}

InvoiceView MarketSettlement::viewOf(const ledger::Invoice& invoice, const Books& books)
{
    InvoiceView view;
    view.number = ledger::numberText(invoice);
    view.ownerId = invoice.advertiser;
    view.ownerName = std::string(namedIn(books.advertisers, invoice.advertiser));
    view.currency = invoice.currency;
    view.issuedAt = invoice.issuedAt;
    view.dueAt = invoice.dueAt;
    view.from = invoice.from;
    view.to = invoice.to;
    for (const ledger::InvoiceLine& line : invoice.lines)
        view.lines.push_back({line.campaign.empty()
                                  ? line.text
                                  : std::string(namedIn(books.campaigns, line.campaign)),
                              line.quantity, line.amount});
    view.net = invoice.net;
    view.tax = invoice.tax;
    view.total = invoice.total;
    view.provisional = invoice.number == 0;
    return view;
}

Result<MarketSettlement::InvoiceDraft> MarketSettlement::draft(Books& books,
                                                               const StatementQuery& query) const
{
    if (query.isPublisher)
        return Error{"INVALID_REQUEST", "owner", "publishers are paid, not invoiced",
                     "choose an advertiser"};
    const auto made = makeStatement(books, query);
    if (!made)
        return made.error();
    return InvoiceDraft{ledger::draftInvoice(*made, books.taxPpm, books.settledTo, kDueMs),
                        made->final};
}

Result<std::string> MarketSettlement::exportFile(ExportKind kind, ExportFormat format,
                                                 const StatementQuery& query) const
{
    auto books = open();
    if (!books)
        return books.error();
    std::vector<ledger::Sheet> sheets;
    if (kind == ExportKind::Ledger) {
        ledger::LedgerSearch search;
        search.from = query.from;
        search.to = query.to;
        search.most = kExported;
        const auto lines = ledger::searchLedger(books->reader, books->book, search);
        if (!lines)
            return lines.error();
        sheets.push_back(ledger::sheetOf(*lines));
    } else if (kind == ExportKind::Reconciliation) {
        std::vector<ledger::Reconciliation> spans;
        auto made = ledger::reconcile(books->reader, books->book, query.from, query.to, kLateMs,
                                      kExported);
        if (!made)
            return made.error();
        spans.push_back(std::move(*made));
        sheets = ledger::sheetsOf(spans);
    } else {
        const auto made = makeStatement(*books, query);
        if (!made)
            return made.error();
        sheets.push_back(
            kind == ExportKind::Statement
                ? ledger::sheetOf(*made)
                : ledger::sheetOf(ledger::draftInvoice(*made, books->taxPpm, query.to, kDueMs)));
    }
    if (format == ExportFormat::Csv)
        return ledger::toCsv(sheets.front());
    const auto file = std::filesystem::temp_directory_path()
        / ("gavel-export-" + std::to_string(getpid()) + ".xlsx");
    if (auto written = ledger::writeXlsx(sheets, file); !written)
        return written.error();
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return bytes;
}

} // namespace gavel::runtime
