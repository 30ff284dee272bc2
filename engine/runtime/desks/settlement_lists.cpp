// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger, its documents and its reconciliation as the console lists them.
#include "engine/base/enum_name.h"
#include "engine/ledger/audit/drill_down.h"
#include "engine/ledger/audit/ledger_filter.h"
#include "engine/ledger/documents/ledger_sheets.h"
#include "engine/runtime/desks/market_settlement.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace gavel::runtime {

namespace {

constexpr std::size_t kAuctionsShown = 5; ///< of a placement in a drill-down
constexpr std::size_t kPlacementsShown = 20;
constexpr std::size_t kDifferencesShown = 200;
constexpr std::size_t kExported = 100'000;
constexpr std::size_t kSpansKept = 8;
constexpr std::int64_t kDueMs = 30 * base::kDayMs;

std::string_view named(const std::map<std::string, std::string>& names, const std::string& id)
{
    const auto found = names.find(id);
    return found == names.end() ? std::string_view(id) : std::string_view(found->second);
}

template<typename Books>
AccountView accountView(const ledger::AccountName& account, const Books& books)
{
    using ledger::AccountKind;
    const auto& names = account.kind == AccountKind::AdvertiserWallet ? books.advertisers
        : account.kind == AccountKind::PublisherPayable               ? books.publishers
                                                                      : books.campaigns;
    return {std::string(base::nameOf(account.kind, ledger::kAccountKindNames)),
            std::string(named(names, account.owner)), ledger::toString(account)};
}

template<typename Books>
LedgerRow ledgerRow(const ledger::Entry& entry, const ledger::AccountName& debit,
                    const ledger::AccountName& credit, std::uint64_t reference, const Books& books)
{
    LedgerRow row;
    row.sequence = entry.sequence;
    row.id = ledger::toString(entry.transfer.id);
    row.at = entry.at;
    row.kind = base::nameOf(entry.transfer.kind, ledger::kTransferKindNames);
    row.code = base::nameOf(entry.transfer.code, ledger::kTransferCodeNames);
    row.from = accountView(debit, books);
    row.to = accountView(credit, books);
    row.amount = entry.transfer.amount;
    row.currency = debit.currency;
    row.linked = reference;
    return row;
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
        detail.actor = origin->note->actor;
        detail.reason = origin->note->reason;
    }
    if (origin->round)
        detail.windowEnd = origin->round->windowEnd;
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
    const auto beyond
        = [](std::size_t count, std::size_t shown) { return count > shown ? count - shown : 0; };
    detail.rows.push_back({0, std::string(named(books->campaigns, origin->campaign)), wins, nanos,
                           0, beyond(placements->size(), kPlacementsShown)});
    for (std::size_t i = 0; i < std::min(placements->size(), kPlacementsShown); ++i) {
        const ledger::PlacementWins& sold = (*placements)[i];
        detail.rows.push_back({1, std::string(named(books->placements, sold.placement)), sold.wins,
                               sold.nanos, 0, beyond(sold.wins, kAuctionsShown)});
        const auto auctions = ledger::winsOf(
            books->reader, origin->ranges, {origin->campaign, sold.placement, {}, kAuctionsShown});
        if (!auctions)
            return auctions.error();
        for (const ledger::WonAuction& won : *auctions)
            detail.rows.push_back({2, std::string(named(books->campaigns, won.campaign)), 1,
                                   won.nanos, won.auction, 0});
    }
    return detail;
}

std::vector<OwnerView> MarketSettlement::owners() const
{
    std::vector<OwnerView> owners;
    auto books = open();
    if (!books)
        return owners;
    const auto add = [&](const std::map<std::string, std::string>& names, bool isPublisher) {
        const auto first = static_cast<std::ptrdiff_t>(owners.size());
        for (const auto& [id, name] : names)
            owners.push_back({id, name, isPublisher});
        std::ranges::sort(owners.begin() + first, owners.end(), {}, &OwnerView::name);
    };
    add(books->advertisers, false);
    add(books->publishers, true);
    return owners;
}

MoneyDay MarketSettlement::day(TimeMs moment) const
{
    MoneyDay day;
    m_access.with([&](Scheduler& scheduler, store::Workspace&) {
        scheduler.look([&](const Rounds& rounds) { day = rounds.moneyDay(moment); });
    });
    if (day.isSummed)
        return day;
    auto books = open();
    if (!books)
        return day;
    if (const auto sums = ledger::sumsBetween(books->reader, books->book, day.from, day.to))
        Rounds::setSums(day, *sums);
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
        named(query.isPublisher ? books.publishers : books.advertisers, query.ownerId));
    view.isPublisher = query.isPublisher;
    view.currency = made->wanted.currency;
    view.from = query.from;
    view.to = query.to;
    view.provisional = !made->final;
    const auto& names = query.isPublisher ? books.placements : books.campaigns;
    using Kind = StatementLineKind;
    for (const ledger::StatementLine& line : made->lines)
        view.lines.push_back({Kind::Delivery, std::string(named(names, line.campaign)),
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
    view.ownerName = std::string(named(books.advertisers, invoice.advertiser));
    view.currency = invoice.currency;
    view.issuedAt = invoice.issuedAt;
    view.dueAt = invoice.dueAt;
    view.from = invoice.from;
    view.to = invoice.to;
    for (const ledger::InvoiceLine& line : invoice.lines)
        view.lines.push_back(
            {line.campaign.empty() ? line.text : std::string(named(books.campaigns, line.campaign)),
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

std::vector<ReconciledHour> MarketSettlement::hoursOf(Books& books, TimeMs from, TimeMs to) const
{
    std::vector<ReconciledHour> hours;
    const std::lock_guard lock(m_closedMutex);
    if (m_closedBook != books.book)
        m_closed.clear();
    m_closedBook = books.book;
    for (TimeMs begin = from; begin < std::min(to, books.settledTo);
         begin = begin + base::kHourMs) {
        const TimeMs end = begin + base::kHourMs;
        if (end <= books.start)
            continue;
        if (const auto known = m_closed.find(begin); known != m_closed.end()) {
            hours.push_back(known->second);
            continue;
        }
        const auto made = ledger::reconcile(books.reader, books.book, begin, end, kLateMs, 0);
        if (!made)
            break;
        hours.push_back({begin, end, made->total.seats, made->total.exchange,
                         made->total.publishers, made->differing, made->total.closed});
        // An impression may still come for a while after its window is closed.
        if (made->total.closed && end + kLateMs < books.settledTo)
            m_closed.emplace(begin, hours.back());
    }
    return hours;
}

std::vector<ReconciledHour> MarketSettlement::reconciliation(TimeMs from, TimeMs to) const
{
    auto books = open();
    return books ? hoursOf(*books, from, to) : std::vector<ReconciledHour>();
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
    const auto keys = ledger::handKeys(books->reader, books->book);
    for (const ledger::DifferingAuction& auction : made->auctions)
        differing.push_back(
            {auction.win.auction, auction.win.at,
             std::string(named(books->placements, auction.win.placement)),
             std::string(named(books->campaigns, auction.win.campaign)),
             std::string(named(books->seats, auction.win.seat)), auction.win.nanos,
             auction.win.nanos, auction.publisher,
             std::string(base::nameOf(auction.reason, ledger::kDifferenceReasonNames)),
             keys && keys->contains(LedgerDesk::refundKey(auction.win))});
    return differing;
}

std::vector<ReconciledDay> MarketSettlement::month(TimeMs moment) const
{
    std::vector<ReconciledDay> days;
    auto books = open();
    if (!books)
        return days;
    const auto local = std::chrono::sys_days{
        std::chrono::days{base::floorDivide(moment.value + books->dayOffsetMs, base::kDayMs)}};
    const std::chrono::year_month_day today{local};
    const std::chrono::sys_days first{today.year() / today.month() / 1};
    const std::chrono::sys_days last{today.year() / today.month() / std::chrono::last};
    for (std::chrono::sys_days day = first; day <= last; day += std::chrono::days{1}) {
        const TimeMs begin{day.time_since_epoch().count() * base::kDayMs - books->dayOffsetMs};
        ReconciledDay& view = days.emplace_back();
        view.day = begin;
        const auto hours = hoursOf(*books, begin, begin + base::kDayMs);
        view.isSettled = !hours.empty();
        view.closed = view.isSettled && begin + base::kDayMs <= books->settledTo;
        for (const ReconciledHour& hour : hours) {
            view.closed = view.closed && hour.closed;
            view.differing += hour.differing;
        }
    }
    return days;
}

Result<void> checkLedgerFilter(std::string_view text)
{
    const auto read = ledger::parseLedgerFilter(text);
    return read ? Result<void>() : Result<void>(read.error());
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
