// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger and its reconciliation as the console lists them.
#include "engine/base/enum_name.h"
#include "engine/ledger/audit/drill_down.h"
#include "engine/ledger/audit/ledger_filter.h"
#include "engine/runtime/desks/market_settlement.h"

#include <algorithm>
#include <chrono>
#include <span>

namespace gavel::runtime {

namespace {

constexpr std::size_t kAuctionsShown = 5; ///< of a placement in a drill-down
constexpr std::size_t kPlacementsShown = 5; ///< of a publisher
constexpr std::size_t kPublishersShown = 12;
constexpr std::size_t kDifferencesShown = 200;
constexpr std::int64_t kReadAgainNanos = 1'500'000'000; // the month asks for the day's hours too

template<typename Books>
AccountView accountView(const ledger::AccountName& account, const Books& books)
{
    using ledger::AccountKind;
    const auto& names = account.kind == AccountKind::AdvertiserWallet ? books.advertisers
        : account.kind == AccountKind::PublisherPayable               ? books.publishers
                                                                      : books.campaigns;
    return {std::string(base::nameOf(account.kind, ledger::kAccountKindNames)),
            std::string(namedIn(names, account.owner)), ledger::toString(account)};
}

/// Of a LedgerLine or a TransferOrigin.
template<typename Known, typename Books>
LedgerRow ledgerRow(const Known& known, std::uint64_t reference, const Books& books)
{
    const ledger::Entry& entry = known.entry;
    LedgerRow row;
    row.sequence = entry.sequence;
    row.id = ledger::toString(entry.transfer.id);
    row.at = entry.at;
    row.kind = base::nameOf(entry.transfer.kind, ledger::kTransferKindNames);
    row.code = base::nameOf(entry.transfer.code, ledger::kTransferCodeNames);
    row.from = accountView(known.debit, books);
    row.to = accountView(known.credit, books);
    row.amount = entry.transfer.amount + known.released;
    row.currency = known.debit.currency;
    row.linked = reference;
    return row;
}

constexpr std::size_t beyond(std::size_t count, std::size_t most)
{
    return count > most ? count - most : 0;
}

/// The first of them.
template<typename T>
std::span<const T> shown(const std::vector<T>& all, std::size_t most)
{
    return std::span(all).first(std::min(all.size(), most));
}

/// What a publisher's placements sold.
struct PublisherWins
{
    std::string publisher;
    std::uint64_t wins = 0;
    std::int64_t nanos = 0;
    std::vector<ledger::PlacementWins> placements; ///< dearest first
};

/// Dearest first.
template<typename Books>
std::vector<PublisherWins> byPublisher(const std::vector<ledger::PlacementWins>& placements,
                                       const Books& books)
{
    std::map<std::string, PublisherWins> publishers;
    for (const ledger::PlacementWins& sold : placements) {
        const std::string owner(namedIn(books.publisherOfPlacement, sold.placement));
        PublisherWins& publisher = publishers[owner];
        publisher.publisher = owner;
        publisher.wins += sold.wins;
        publisher.nanos += sold.nanos;
        publisher.placements.push_back(sold);
    }
    std::vector<PublisherWins> sorted;
    sorted.reserve(publishers.size());
    for (auto& [id, publisher] : publishers)
        sorted.push_back(std::move(publisher));
    std::ranges::stable_sort(sorted, std::ranges::greater(), &PublisherWins::nanos);
    return sorted;
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
    page.matching = matching->matching;
    page.isWholeCount = matching->isWhole;
    page.total = total->matching;
    for (const ledger::LedgerLine& line : *lines)
        page.rows.push_back(ledgerRow(line, line.reference, *books));
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
    detail.row = ledgerRow(*origin, origin->reference.value_or(0), *books);
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
            detail.linked.push_back(ledgerRow(*other, other->reference.value_or(0), *books));
    if (!origin->ranges.empty())
        if (auto drilled = drillDown(*books, *origin, detail.rows); !drilled)
            return drilled.error();
    return detail;
}

Result<void> MarketSettlement::drillDown(Books& books, const ledger::TransferOrigin& origin,
                                         std::vector<DrillRow>& rows)
{
    const auto placements = ledger::winsByPlacement(books.reader, origin.ranges, origin.campaign);
    if (!placements)
        return placements.error();
    const std::vector<PublisherWins> publishers = byPublisher(*placements, books);
    DrillRow whole{0, std::string(namedIn(books.campaigns, origin.campaign)),
                   0, 0,
                   0, beyond(publishers.size(), kPublishersShown)};
    for (const PublisherWins& publisher : publishers) {
        whole.wins += publisher.wins;
        whole.nanos += publisher.nanos;
    }
    rows.push_back(std::move(whole));
    for (const PublisherWins& publisher : shown(publishers, kPublishersShown)) {
        rows.push_back({1, std::string(namedIn(books.publishers, publisher.publisher)),
                        publisher.wins, publisher.nanos, 0,
                        beyond(publisher.placements.size(), kPlacementsShown)});
        for (const ledger::PlacementWins& sold : shown(publisher.placements, kPlacementsShown)) {
            rows.push_back({2, std::string(namedIn(books.placements, sold.placement)), sold.wins,
                            sold.nanos, 0, beyond(sold.wins, kAuctionsShown)});
            const auto auctions = ledger::winsOf(
                books.reader, origin.ranges, {origin.campaign, sold.placement, {}, kAuctionsShown});
            if (!auctions)
                return auctions.error();
            for (const ledger::WonAuction& won : *auctions)
                rows.push_back({3, std::string(namedIn(books.campaigns, won.campaign)), 1,
                                won.nanos, won.auction, 0});
        }
    }
    return {};
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
    const std::lock_guard lock(m_closedMutex);
    if (std::exchange(m_summedBook, books->book) != books->book)
        m_daySums.clear();
    auto known = m_daySums.find(day.from);
    if (known == m_daySums.end()) {
        const auto sums = ledger::sumsBetween(books->reader, books->book, day.from, day.to);
        if (!sums)
            return day;
        known = m_daySums.emplace(day.from, *sums).first;
    }
    Rounds::setSums(day, known->second);
    // What ends later than it is settled may still get transfers.
    if (day.from + base::kDayMs + kLateMs >= books->settledTo)
        m_daySums.erase(known);
    return day;
}

std::vector<ReconciledHour> MarketSettlement::hoursOf(Books& books, TimeMs from, TimeMs to) const
{
    std::vector<ReconciledHour> hours;
    const std::lock_guard lock(m_closedMutex);
    if (m_closedBook != books.book)
        m_hours.clear();
    m_closedBook = books.book;
    for (TimeMs begin = from; begin < std::min(to, books.settledTo);
         begin = begin + base::kHourMs) {
        if (m_access.isLeaving())
            break;
        const TimeMs end = begin + base::kHourMs;
        if (end <= books.start)
            continue;
        ReadHour& read = m_hours[begin];
        if (read.isFinal || base::monotonicNanos() - read.readAt < kReadAgainNanos) {
            hours.push_back(read.hour);
            continue;
        }
        const auto made = ledger::reconcile(books.reader, books.book, begin, end, kLateMs, 0);
        if (!made)
            break;
        read.hour = {begin,
                     end,
                     made->total.seats,
                     made->total.exchange,
                     made->total.publishers,
                     made->differing,
                     made->total.closed};
        // An impression may still come for a while after its window is closed.
        read.isFinal = made->total.closed && end + kLateMs < books.settledTo;
        read.readAt = base::monotonicNanos();
        hours.push_back(read.hour);
    }
    return hours;
}

std::vector<ReconciledHour> MarketSettlement::reconciliation(TimeMs from, TimeMs to) const
{
    auto books = open();
    return books ? hoursOf(*books, from, to) : std::vector<ReconciledHour>();
}

BookDifferences MarketSettlement::differences(TimeMs from, TimeMs to) const
{
    BookDifferences differing{from, to, {}, {}};
    auto books = open();
    if (!books)
        return differing;
    const auto made
        = ledger::reconcile(books->reader, books->book, from, to, kLateMs, kDifferencesShown);
    if (!made)
        return differing;
    const auto keys = ledger::handKeys(books->reader, books->book);
    for (const ledger::DifferingAuction& auction : made->auctions)
        differing.auctions.push_back(
            {auction.win.auction, auction.win.at,
             std::string(namedIn(books->placements, auction.win.placement)),
             std::string(namedIn(books->campaigns, auction.win.campaign)),
             std::string(namedIn(books->seats, auction.win.seat)), auction.win.nanos,
             auction.win.nanos, auction.publisher,
             std::string(base::nameOf(auction.reason, ledger::kDifferenceReasonNames)),
             keys && keys->contains(LedgerDesk::refundKey(auction.win))});
    for (const ledger::DifferingCampaign& campaign : made->campaigns)
        differing.campaigns.push_back({std::string(namedIn(books->campaigns, campaign.campaign)),
                                       campaign.ledger.micros * 1000, campaign.exchange});
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
            view.agrees = view.agrees && hour.agrees();
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

} // namespace gavel::runtime
