// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/ledger_desk.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

constexpr std::size_t kRoundsKept = 256;
constexpr std::size_t kDaysKept = 40;
/// Of a book that is not in the file.
constexpr std::size_t kEntriesKept = 400'000;

} // namespace

LedgerDesk::LedgerDesk(Plan plan)
    : m_plan(std::move(plan))
    , m_book(m_plan.currency)
{
}

Result<std::unique_ptr<LedgerDesk>> LedgerDesk::open(Plan plan)
{
    std::unique_ptr<LedgerDesk> desk(new LedgerDesk(std::move(plan)));
    if (auto loaded = desk->load(); !loaded)
        return loaded.error();
    for (const model::ExchangeRate& rate : desk->m_plan.rates) {
        const auto* known = desk->m_book.rateOf(rate.from);
        desk->m_tailRates[rate.from] = known == nullptr
            ? dsp::MarketRate{rate.numerator, rate.denominator}
            : dsp::MarketRate{known->numerator, known->denominator};
        const bool isSame = known != nullptr && known->numerator == rate.numerator
            && known->denominator == rate.denominator;
        if (!isSame && rate.from != desk->m_plan.currency)
            desk->m_book.setRate(rate.from, rate.numerator, rate.denominator, desk->m_plan.now);
    }
    return desk;
}

Result<void> LedgerDesk::load()
{
    std::vector<ledger::WalletTermsChange> terms;
    TimeMs open = m_plan.now;
    if (m_plan.workspace != nullptr) {
        auto store = ledger::LedgerStore::open(*m_plan.workspace, m_plan.market, m_plan.run,
                                               m_plan.currency, m_plan.now);
        if (!store)
            return store.error();
        m_store.emplace(std::move(*store));
        auto book = m_store->load();
        if (!book)
            return book.error();
        m_book = std::move(*book);
        m_summedTo = m_book.lastSequence();
        auto reader = m_plan.workspace->reader();
        if (!reader)
            return reader.error();
        const std::int64_t today = dayOf(m_plan.now);
        const TimeMs midnight{today * base::kDayMs - m_plan.dayOffsetMs};
        const auto sums = ledger::sumsBetween(*reader, m_store->bookNumber(), midnight,
                                              midnight + base::kDayMs);
        if (!sums)
            return sums.error();
        m_days[today] = *sums;
        m_firstDay = today;
        const auto rounds = m_store->rounds(kRoundsKept);
        if (!rounds)
            return rounds.error();
        for (const ledger::SettledRound& round : *rounds)
            remember(round);
        auto known = m_store->walletTerms();
        if (!known)
            return known.error();
        terms = std::move(*known);
        const auto last = m_store->lastWindow();
        if (!last)
            return last.error();
        if (last->has_value())
            open = (*last)->end;
        if (auto billing = loadBilling(*reader); !billing)
            return billing;
    }
    m_settlement = std::make_unique<ledger::Settlement>(m_book);
    m_wallets = std::make_unique<ledger::Wallets>(*m_settlement);
    m_wallets->restore(terms);
    m_windows = std::make_unique<ledger::WindowCloser>(ledger::WindowPolicy{}, open);
    return {};
}

void LedgerDesk::remember(const ledger::SettledRound& round)
{
    if (round.compensation) {
        m_rounds.erase(round.key);
        return;
    }
    if (m_rounds.insert_or_assign(round.key, round).second)
        m_roundOrder.push_back(round.key);
    if (m_roundOrder.size() > kRoundsKept) {
        m_rounds.erase(m_roundOrder.front());
        m_roundOrder.pop_front();
    }
}

void LedgerDesk::setCampaign(Handle handle, const model::Campaign& campaign, Money beside,
                             TimeMs now)
{
    m_settlement->setCampaign(handle,
                              {campaign.id, campaign.advertiserId, campaign.currency,
                               std::max(campaign.budgetTotal - beside, Money{}),
                               ledger::paysClearing(campaign.billing)},
                              now);
}

void LedgerDesk::setPublisher(Handle handle, std::string_view id, TimeMs now)
{
    m_settlement->setPublisher(handle, id, now);
}

ledger::RoundResult LedgerDesk::settle(const ledger::RoundCounts& counts, TimeMs now)
{
    auto result = m_settlement->settle(counts, now);
    remember(result.round);
    m_waiting.rounds.push_back(result.round);
    reach(counts.sources);
    m_wallets->mark(now);
    return result;
}

bool LedgerDesk::compensate(std::uint64_t key, TimeMs now)
{
    const auto found = m_rounds.find(key);
    if (found == m_rounds.end())
        return false;
    const auto undone = m_settlement->compensate(found->second, now);
    m_waiting.rounds.push_back(undone);
    remember(undone);
    return true;
}

void LedgerDesk::closeWindows(TimeMs now)
{
    for (const ledger::ClosedWindow& window : m_windows->close(now, m_book.lastSequence()))
        m_waiting.windows.push_back(window);
}

/// A window that ends at midnight is of the day before.
std::int64_t LedgerDesk::dayOf(TimeMs windowEnd) const
{
    return base::floorDivide(windowEnd.value - 1 + m_plan.dayOffsetMs, base::kDayMs);
}

const ledger::MoneySums* LedgerDesk::sumsOfDay(std::int64_t day) const
{
    const auto found = m_days.find(day);
    return found == m_days.end() ? nullptr : &found->second;
}

void LedgerDesk::sumDays()
{
    const auto entries = m_book.entries();
    for (auto entry = std::ranges::upper_bound(entries, m_summedTo, {}, &ledger::Entry::sequence);
         entry != entries.end(); ++entry)
        if (const std::int64_t day = dayOf(entry->transfer.id.time()); day >= m_firstDay)
            ledger::addEntry(m_days[day], m_book, *entry);
    m_summedTo = m_book.lastSequence();
    while (m_days.size() > kDaysKept) {
        m_days.erase(m_days.begin());
        m_firstDay = m_days.begin()->first;
    }
}

Result<void> LedgerDesk::commit()
{
    sumDays();
    ledger::LedgerRecords records = std::exchange(m_waiting, {});
    if (m_store) {
        const auto written = m_store->append(m_book, std::move(records));
        return m_plan.isWaitedFor ? written.get() : m_store->outcome();
    }
    static_cast<void>(m_book.takeChanges());
    if (m_book.entries().size() > 2 * kEntriesKept)
        m_book.forget(m_book.lastSequence() - kEntriesKept, m_book.now());
    return {};
}

Result<void> LedgerDesk::keep(Result<std::vector<ledger::TransferNote>> notes)
{
    if (!notes)
        return notes.error();
    m_waiting.notes.insert(m_waiting.notes.end(), notes->begin(), notes->end());
    return commit();
}

Result<ledger::Entry> LedgerDesk::entry(std::uint64_t sequence) const
{
    const auto entries = m_book.entries();
    const auto found = std::ranges::lower_bound(entries, sequence, {}, &ledger::Entry::sequence);
    if (found != entries.end() && found->sequence == sequence)
        return *found;
    if (m_plan.workspace != nullptr) {
        auto reader = m_plan.workspace->reader();
        if (!reader)
            return reader.error();
        const auto origin = ledger::originOf(*reader, bookNumber(), sequence);
        if (!origin)
            return origin.error();
        ledger::Entry known = origin->entry;
        for (const std::uint64_t reversal : origin->undoneBy)
            if (const auto undone = ledger::originOf(*reader, bookNumber(), reversal))
                known.used += undone->entry.transfer.amount.micros;
        return known;
    }
    return Error{"TRANSFER_UNKNOWN", "transfer",
                 "there is no transfer t-" + std::to_string(sequence),
                 "it may be too old to be kept"};
}

std::uint64_t LedgerDesk::broken() const
{
    std::uint64_t broken = 0;
    for (const ledger::TrialBalance& balance : ledger::trialBalances(m_book))
        broken += balance.holds() ? 0 : 1;
    // After each round nothing is left between those who pay and those who earn.
    const auto clearing
        = m_book.find({ledger::AccountKind::DeliveryClearing, "", m_book.currency()});
    if (clearing != 0 && m_book.account(clearing).balance() != Money{})
        ++broken;
    return broken;
}

std::uint64_t LedgerDesk::durableSequence() const
{
    return m_store ? m_store->durableSequence() : m_book.lastSequence();
}

} // namespace gavel::runtime
