// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger, its documents and its reconciliation as the console lists them.
#include "engine/ledger/audit/drill_down.h"
#include "engine/ledger/documents/invoice.h"
#include "engine/ledger/documents/ledger_sheets.h"
#include "engine/runtime/desks/market_settlement.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace gavel::runtime {

namespace {

constexpr std::size_t kAuctionsShown = 5; ///< of a placement in a drill-down
constexpr std::size_t kPlacementsShown = 20;
constexpr std::size_t kDifferencesShown = 200;
constexpr std::size_t kExported = 100'000;
constexpr std::int64_t kLateMs = 2 * base::kHourMs;
constexpr std::int64_t kDueMs = 30 * base::kDayMs;

std::string_view named(const std::map<std::string, std::string>& names, const std::string& id)
{
    const auto found = names.find(id);
    return found == names.end() ? std::string_view(id) : std::string_view(found->second);
}

template<typename E, std::size_t N>
std::string nameOf(E value, const std::array<std::string_view, N>& names)
{
    return std::string(names[static_cast<std::size_t>(value)]);
}

template<typename Books>
std::string accountText(const ledger::AccountName& account, const Books& books)
{
    using ledger::AccountKind;
    switch (account.kind) {
    case AccountKind::Bank:
        return "bank";
    case AccountKind::AdvertiserWallet:
        return std::string(named(books.advertisers, account.owner)) + " wallet";
    case AccountKind::CampaignBudget:
        return std::string(named(books.campaigns, account.owner)) + " budget";
    case AccountKind::DeliveryClearing:
        return "delivery";
    case AccountKind::PublisherPayable:
        return std::string(named(books.publishers, account.owner)) + " payable";
    case AccountKind::PlatformRevenue:
        return "platform revenue";
    case AccountKind::Tax:
        return "tax";
    case AccountKind::FxClearing:
        return "currency clearing";
    case AccountKind::Suspense:
        return "suspense";
    case AccountKind::LateWinLoss:
        return "late win loss";
    }
    return {};
}

template<typename Books>
LedgerRow ledgerRow(const ledger::Entry& entry, const ledger::AccountName& debit,
                    const ledger::AccountName& credit, std::uint64_t reference, const Books& books)
{
    LedgerRow row;
    row.sequence = entry.sequence;
    row.id = ledger::toString(entry.transfer.id);
    row.at = entry.at;
    row.kind = nameOf(entry.transfer.kind, ledger::kTransferKindNames);
    row.code = nameOf(entry.transfer.code, ledger::kTransferCodeNames);
    row.from = accountText(debit, books);
    row.to = accountText(credit, books);
    row.fromAccount = ledger::toString(debit);
    row.toAccount = ledger::toString(credit);
    row.amount = entry.transfer.amount;
    row.currency = debit.currency;
    row.linked = reference;
    return row;
}

std::string priceText(std::int64_t nanos)
{
    return "price " + base::toCpmString({nanos}, 6) + " per 1,000";
}

} // namespace

Result<LedgerPage> MarketSettlement::ledger(const LedgerQuery& query) const
{
    auto books = open();
    if (!books)
        return books.error();
    ledger::LedgerSearch search;
    search.filter = query.filter;
    search.from = query.from;
    search.to = query.to;
    search.skip = query.first;
    search.most = query.count;
    const auto lines = ledger::searchLedger(books->reader, books->book, search);
    if (!lines)
        return lines.error();
    const auto matching = ledger::countLedger(books->reader, books->book, search);
    if (!matching)
        return matching.error();
    const auto total = ledger::countLedger(books->reader, books->book, {});
    if (!total)
        return total.error();
    LedgerPage page;
    page.matching = *matching;
    page.total = *total;
    for (const ledger::LedgerLine& line : *lines)
        page.rows.push_back(ledgerRow(line.entry, line.debit, line.credit, line.reference, *books));
    return page;
}

Result<TransferDetail> MarketSettlement::transfer(std::uint64_t sequence) const
{
    auto books = open();
    if (!books)
        return books.error();
    const auto origin = ledger::originOf(books->reader, books->book, sequence);
    if (!origin)
        return origin.error();
    TransferDetail detail;
    detail.row = ledgerRow(origin->entry, origin->debit, origin->credit,
                           origin->reference.value_or(0), *books);
    if (origin->note) {
        detail.key = origin->note->key;
        detail.postedBy = origin->note->actor + ": " + origin->note->reason;
    } else if (origin->round) {
        detail.key = "round " + std::to_string(origin->round->key);
        detail.postedBy = "settlement of a round";
    }
    std::vector<std::uint64_t> linked = origin->undoneBy;
    if (origin->reference)
        linked.push_back(*origin->reference);
    for (const std::uint64_t number : linked)
        if (const auto other = ledger::originOf(books->reader, books->book, number))
            detail.linked.push_back(ledgerRow(other->entry, other->debit, other->credit,
                                              other->reference.value_or(0), *books));
    if (origin->ranges.empty())
        return detail;
    const auto placements
        = ledger::winsByPlacement(books->reader, origin->ranges, origin->campaign);
    if (!placements)
        return placements.error();
    std::uint64_t wins = 0;
    std::int64_t nanos = 0;
    for (const auto& placement : *placements) {
        wins += placement.wins;
        nanos += placement.nanos;
    }
    const std::string who = origin->campaign.empty()
        ? std::string("every campaign")
        : std::string(named(books->campaigns, origin->campaign));
    detail.rows.push_back(
        {0, "Window, " + who, std::to_string(wins) + " wins", nanos, 0,
         placements->size() > kPlacementsShown ? placements->size() - kPlacementsShown : 0});
    for (std::size_t i = 0; i < std::min(placements->size(), kPlacementsShown); ++i) {
        const ledger::PlacementWins& sold = (*placements)[i];
        detail.rows.push_back({1, std::string(named(books->placements, sold.placement)),
                               std::to_string(sold.wins) + " wins", sold.nanos, 0,
                               sold.wins > kAuctionsShown ? sold.wins - kAuctionsShown : 0});
        const auto auctions = ledger::winsOf(
            books->reader, origin->ranges, {origin->campaign, sold.placement, {}, kAuctionsShown});
        if (!auctions)
            return auctions.error();
        for (const ledger::WonAuction& won : *auctions)
            detail.rows.push_back({2, std::string(named(books->campaigns, won.campaign)),
                                   priceText(won.nanos), won.nanos, won.auction, 0});
    }
    return detail;
}

MoneyDay MarketSettlement::day(TimeMs moment) const
{
    MoneyDay day;
    m_access.with([&](Scheduler& scheduler, const store::Workspace&) {
        scheduler.look([&](const Rounds& rounds) { day = rounds.moneyDay(moment); });
    });
    return day;
}

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
    return ledger::makeStatement(books.reader, books.book, wanted);
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
        named(query.isPublisher ? books.publishers : books.advertisers, query.ownerId));
    view.isPublisher = query.isPublisher;
    view.currency = made->wanted.currency;
    view.from = query.from;
    view.to = query.to;
    view.provisional = !made->final;
    const auto& names = query.isPublisher ? books.placements : books.campaigns;
    for (const ledger::StatementLine& line : made->lines)
        view.lines.push_back({std::string(named(names, line.campaign)),
                              std::to_string(line.impressions) + " impressions", line.amount,
                              false});
    view.lines.push_back({query.isPublisher ? "Earned" : "Media cost", "", made->media, true});
    if (!query.isPublisher) {
        view.lines.push_back({"of this publishers", "", made->publishers, false});
        view.lines.push_back({"of this platform fee", "", made->platform, false});
        view.lines.push_back({"of the fee tax", "", made->tax, false});
    }
    for (const ledger::StatementMovement& movement : made->movements)
        view.lines.push_back({nameOf(movement.code, ledger::kTransferCodeNames),
                              "t-" + std::to_string(movement.transfer)
                                  + (movement.reason.empty() ? "" : ", " + movement.reason),
                              movement.amount, false});
    view.charged = made->media;
    view.walletBefore = made->balanceBefore;
    for (const ledger::StatementMovement& movement : made->movements)
        if (movement.code == ledger::TransferCode::PayIn)
            view.paidIn += movement.amount;
    view.walletNow = made->balanceAfter;
    view.note = made->final ? "Every window of the period is closed."
                            : "Provisional: windows of the period are still open.";
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
    for (const ledger::Invoice& invoice : *invoices) {
        InvoiceView& view = views.emplace_back();
        view.number = ledger::numberText(invoice);
        view.ownerId = invoice.advertiser;
        view.ownerName = std::string(named(books->advertisers, invoice.advertiser));
        view.currency = invoice.currency;
        view.issuedAt = invoice.issuedAt;
        view.dueAt = invoice.dueAt;
        view.from = invoice.from;
        view.to = invoice.to;
        for (const ledger::InvoiceLine& line : invoice.lines)
            view.lines.push_back({line.campaign.empty()
                                      ? line.text
                                      : std::string(named(books->campaigns, line.campaign)),
                                  line.quantity, line.amount});
        view.net = invoice.net;
        view.tax = invoice.tax;
        view.total = invoice.total;
        view.provisional = invoice.number == 0;
    }
    return views;
}

std::vector<ReconciledHour> MarketSettlement::reconciliation(TimeMs from, TimeMs to) const
{
    std::vector<ReconciledHour> hours;
    auto books = open();
    if (!books)
        return hours;
    for (TimeMs begin{from.value - from.value % base::kHourMs}; begin < to;
         begin = begin + base::kHourMs) {
        const auto made = ledger::reconcile(books->reader, books->book, begin,
                                            begin + base::kHourMs, kLateMs, 0);
        if (!made)
            return hours;
        hours.push_back({begin, begin + base::kHourMs, made->total.seats, made->total.exchange,
                         made->total.publishers, made->differing, made->total.closed});
    }
    return hours;
}

std::vector<DifferingAuction> MarketSettlement::differences(TimeMs from, TimeMs to) const
{
    std::vector<DifferingAuction> differing;
    auto books = open();
    if (!books)
        return differing;
    const auto made
        = ledger::reconcile(books->reader, books->book, from, to, kLateMs, kDifferencesShown);
    if (!made)
        return differing;
    for (const ledger::DifferingAuction& auction : made->auctions)
        differing.push_back({auction.win.auction, auction.win.at,
                             std::string(named(books->placements, auction.win.placement)),
                             std::string(named(books->campaigns, auction.win.campaign)),
                             auction.win.nanos, auction.win.nanos, auction.publisher,
                             auction.reason == ledger::DifferenceReason::NoImpression
                                 ? "no impression was confirmed"
                                 : "the impression was told another price"});
    return differing;
}

std::vector<ReconciledDay> MarketSettlement::month(TimeMs moment) const
{
    std::vector<ReconciledDay> days;
    auto books = open();
    if (!books)
        return days;
    const std::int64_t local = moment.value + books->dayOffsetMs;
    const std::int64_t today = local / base::kDayMs;
    for (std::int64_t day = today - 30; day <= today; ++day) {
        const TimeMs begin{day * base::kDayMs - books->dayOffsetMs};
        const auto made = ledger::reconcile(books->reader, books->book, begin, begin + base::kDayMs,
                                            kLateMs, 0);
        if (!made)
            return days;
        days.push_back({begin, made->total.closed, made->differing});
    }
    return days;
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
