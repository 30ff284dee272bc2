// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/settlement/settlement.h"

#include "engine/base/random.h"
#include "engine/ledger/settlement/split.h"

#include <algorithm>
#include <cassert>

namespace gavel::ledger {

namespace {

/// Where in a round a campaign's or a party's transfer stands: its id is made of this.
enum Part : std::uint64_t {
    kPost = 1,
    kRest,
    kDirect,
    kExchange = 16, ///< and the code of what is exchanged
    kDeliver = 64, ///< and the code of what is delivered
    kVoid = 1000, ///< even numbers from here; a hold follows its void
};

std::int64_t rise(std::int64_t total, std::int64_t settled)
{
    return std::max<std::int64_t>(0, total - settled);
}

} // namespace

Money heldFor(std::int64_t limitNanos, std::int64_t spentNanos)
{
    const std::int64_t micros = limitNanos / 1000 + (limitNanos % 1000 > 0 ? 1 : 0);
    return {rise(micros, spentNanos / 1000)};
}

RoundResult Settlement::settle(const RoundCounts& counts, TimeMs now)
{
    assert(counts.key != 0);
    RoundResult result;
    m_book.advance(now);
    result.round.firstSequence = m_book.lastSequence() + 1;
    const Step step{counts.windowEnd, counts.key, m_book.now(), counts.closedWindow};
    for (const CampaignCounts& campaign : counts.campaigns) {
        Line* line = lineOf(campaign.campaign);
        const Currency currency
            = line == nullptr ? Currency{} : m_book.account(line->budget).currency;
        if (line == nullptr
            || (currency != m_book.currency() && m_book.rateOf(currency) == nullptr)) {
            result.unsettled.push_back(campaign.campaign);
            continue;
        }
        settleCampaign(*line, campaign, step, result);
    }
    distribute(counts, step, result);
    result.round.key = counts.key;
    result.round.lastSequence = m_book.lastSequence();
    result.round.windowStart = counts.windowStart;
    result.round.windowEnd = counts.windowEnd;
    result.round.at = step.now;
    result.round.sources.assign(counts.sources.begin(), counts.sources.end());
    return result;
}

void Settlement::settleCampaign(Line& line, const CampaignCounts& counts, const Step& step,
                                RoundResult& result)
{
    const Currency currency = m_book.account(line.budget).currency;
    const auto settledOf
        = [&](AccountHandle account) { return account == 0 ? 0 : m_book.account(account).settled; };
    const Money due{rise(wholeMicros(counts.dueNanos).micros,
                         settledOf(line.budget) + settledOf(line.suspense))};
    if (due > Money{}) {
        const Money late = std::min(due, wholeMicros(counts.lateNanos));
        const Money covered = charge(line, due, late, step);
        result.charged[currency] += covered;
        if (covered < due) {
            line.suspense = openFor(line, AccountKind::Suspense, currency, step.now);
            deliver(line, line.suspense, due - covered, TransferCode::Uncovered, step);
            result.uncovered.push_back({counts.campaign, due - covered});
        }
    }
    const Money late{rise(wholeMicros(counts.unchargedNanos).micros, settledOf(line.loss))};
    if (line.paysClearing && late > Money{}) {
        line.loss = openFor(line, AccountKind::LateWinLoss, currency, step.now);
        deliver(line, line.loss, late, TransferCode::LateWin, step);
        result.lateWins += late;
    }
    if (line.paysClearing)
        return;
    const Money media{rise(wholeMicros(counts.clearedNanos).micros, settledOf(line.margin))};
    if (media > Money{}) {
        must({TransferId::of(step.windowEnd, step.key ^ line.key,
                             kDeliver + static_cast<std::uint64_t>(TransferCode::Media)),
              {},
              media,
              {},
              line.margin,
              m_clearing,
              TransferKind::Single,
              TransferCode::Media},
             step.now);
    }
}

/// As much of an amount that was held before as may be held now: wallet or budget may have been
/// lowered since.
Money Settlement::holdable(const Line& line, Money amount) const
{
    return std::max(Money{},
                    std::min({amount, m_book.account(line.wallet).debitRoom(),
                              m_book.account(line.budget).creditRoom()}));
}

/// Charges as much of what is due as the hold covers, then as much as wallet and budget still
/// allow; returns how much that was. What is left of the hold is held anew, as far as it still may
/// be. `late` of it is for windows that are closed.
Money Settlement::charge(Line& line, Money due, Money late, const Step& step)
{
    const std::uint64_t key = step.key ^ line.key;
    const Money posted = std::min(line.hold.amount, due);
    if (posted > Money{}) {
        const Hold before = line.hold;
        line.hold = {};
        must({TransferId::of(step.windowEnd, key, kPost),
              before.id,
              posted,
              {},
              line.wallet,
              line.budget,
              TransferKind::Post,
              TransferCode::Charge},
             step.now);
        if (const Money rest = holdable(line, before.amount - posted); rest > Money{}) {
            line.hold = {TransferId::of(step.windowEnd, key, kRest), rest};
            must({line.hold.id,
                  before.id,
                  line.hold.amount,
                  {},
                  line.wallet,
                  line.budget,
                  TransferKind::Pending,
                  TransferCode::Reserve},
                 step.now);
        }
    }
    const Money direct = holdable(line, due - posted);
    if (direct > Money{})
        must({TransferId::of(step.windowEnd, key, kDirect),
              {},
              direct,
              {},
              line.wallet,
              line.budget,
              TransferKind::Single,
              TransferCode::Charge},
             step.now);
    const Money covered = posted + direct;
    const Money adjusted = std::min(late, covered);
    if (covered > adjusted)
        deliver(line, line.budget, covered - adjusted, TransferCode::Delivery, step);
    if (adjusted > Money{})
        deliver(line, line.budget, adjusted, TransferCode::LateDelivery, step);
    return covered;
}

/// Moves an amount of the campaign's currency to clearing, or to the margin of a campaign with
/// rates of its own. Between currencies it is two linked transfers; both are of sums since the book
/// began, so that roundings do not add up.
void Settlement::deliver(const Line& line, AccountHandle from, Money amount, TransferCode code,
                         const Step& step)
{
    const AccountHandle to = line.paysClearing ? m_clearing : line.margin;
    const std::uint64_t key = step.key ^ line.key;
    const auto number = static_cast<std::uint64_t>(code);
    const TransferId id = TransferId::of(step.windowEnd, key, kDeliver + number);
    const TransferId link = code == TransferCode::LateDelivery ? step.closedWindow : TransferId{};
    const Currency currency = m_book.account(from).currency;
    if (currency == m_book.currency()) {
        must({id, link, amount, {}, from, to, TransferKind::Single, code}, step.now);
        return;
    }
    const RateChange& rate = *m_book.rateOf(currency);
    const Money before{m_book.account(from).settled};
    const Money there = converted(before + amount, rate.numerator, rate.denominator)
        - converted(before, rate.numerator, rate.denominator);
    const AccountHandle out = m_book.open({AccountKind::FxClearing, "", currency}, step.now);
    const AccountHandle in
        = m_book.open({AccountKind::FxClearing, "", m_book.currency()}, step.now);
    must({id, link, amount, {}, from, out, TransferKind::Single, code}, step.now);
    if (there > Money{})
        must({TransferId::of(step.windowEnd, key, kExchange + number),
              id,
              there,
              {},
              in,
              to,
              TransferKind::Single,
              TransferCode::Exchange},
             step.now);
}

/// Pays out what came to clearing. Publishers and platform get parts in proportion to what they are
/// owed and were not paid; together at most that, rounded up.
void Settlement::distribute(const RoundCounts& counts, const Step& step, RoundResult& result)
{
    const Money whole = m_book.account(m_clearing).balance();
    if (whole <= Money{})
        return;
    std::vector<std::int64_t> owed;
    __int128_t sum = 0;
    const auto owe = [&](std::int64_t nanos, std::int64_t settled) {
        owed.push_back(rise(nanos, settled * 1000));
        sum += owed.back();
    };
    for (const PublisherCounts& publisher : counts.publishers) {
        const AccountHandle account = publisherOf(publisher.publisher);
        owe(account == 0 ? 0 : publisher.earnedNanos, m_book.account(account).settled);
    }
    owe(counts.feeNanos, m_book.account(m_fee).settled + m_book.account(m_tax).settled);
    const auto most = static_cast<std::int64_t>((sum + 999) / 1000);
    const Money paid = std::min(whole, Money{most});
    const std::vector<Money> parts = splitByWeights(paid, owed);
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        if (parts[i] == Money{})
            continue;
        const AccountHandle account = publisherOf(counts.publishers[i].publisher);
        must({TransferId::of(step.windowEnd, step.key,
                             (std::uint64_t{account} << 8)
                                 + static_cast<std::uint64_t>(TransferCode::PublisherShare)),
              {},
              parts[i],
              {},
              m_clearing,
              account,
              TransferKind::Single,
              TransferCode::PublisherShare},
             step.now);
        result.publishers += parts[i];
    }
    payPlatform(parts.back(), counts.taxPpm, step, result);
    result.unmatched = whole - paid;
    if (result.unmatched > Money{})
        must({TransferId::of(step.windowEnd, step.key,
                             static_cast<std::uint64_t>(TransferCode::Unmatched)),
              {},
              result.unmatched,
              {},
              m_clearing,
              m_unmatched,
              TransferKind::Single,
              TransferCode::Unmatched},
             step.now);
}

void Settlement::payPlatform(Money amount, std::int32_t taxPpm, const Step& step,
                             RoundResult& result)
{
    assert(taxPpm >= 0 && taxPpm <= 1'000'000);
    const std::vector<Money> parts
        = splitByWeights(amount, std::vector<std::int64_t>{1'000'000 - taxPpm, taxPpm});
    const auto pay = [&](Money part, AccountHandle to, TransferCode code) {
        if (part > Money{})
            must({TransferId::of(step.windowEnd, step.key, static_cast<std::uint64_t>(code)),
                  {},
                  part,
                  {},
                  m_clearing,
                  to,
                  TransferKind::Single,
                  code},
                 step.now);
    };
    pay(parts[0], m_fee, TransferCode::PlatformFee);
    pay(parts[1], m_tax, TransferCode::TaxDue);
    result.fee = parts[0];
    result.tax = parts[1];
}

std::vector<RefusedReservation> Settlement::reserve(std::span<const Reservation> wishes,
                                                    TimeMs windowEnd, std::uint64_t key, TimeMs now)
{
    std::vector<RefusedReservation> refused;
    m_book.advance(now);
    const Step step{windowEnd, key, m_book.now(), {}};
    for (const Reservation& wish : wishes) {
        Line* line = lineOf(wish.campaign);
        if (line == nullptr) {
            refused.push_back({wish.campaign, Outcome::AccountUnknown, {}});
            continue;
        }
        if (wish.held == line->hold.amount)
            continue;
        const Money more = wish.held - line->hold.amount;
        const Money funds = m_book.account(line->wallet).debitRoom();
        const Money budget = m_book.account(line->budget).creditRoom();
        if (more > std::min(funds, budget)) {
            refused.push_back({wish.campaign,
                               more > budget ? Outcome::BeyondBudget : Outcome::BeyondFunds,
                               line->hold.amount + std::min(funds, budget)});
            continue;
        }
        letGo(*line, step);
        if (wish.held > Money{})
            hold(*line, wish.held, step);
    }
    return refused;
}

/// Within one key a campaign's hold may change more than once: every change has an id of its own.
void Settlement::letGo(Line& line, const Step& step)
{
    if (line.hold.amount == Money{})
        return;
    std::uint64_t part = kVoid;
    TransferId id = TransferId::of(step.windowEnd, step.key ^ line.key, part);
    while (m_book.entryOf(id))
        id = TransferId::of(step.windowEnd, step.key ^ line.key, part += 2);
    must({id,
          line.hold.id,
          {},
          {},
          line.wallet,
          line.budget,
          TransferKind::Void,
          TransferCode::Reserve},
         step.now);
    line.hold = {};
}

void Settlement::hold(Line& line, Money amount, const Step& step)
{
    std::uint64_t part = kVoid + 1;
    TransferId id = TransferId::of(step.windowEnd, step.key ^ line.key, part);
    while (m_book.entryOf(id))
        id = TransferId::of(step.windowEnd, step.key ^ line.key, part += 2);
    line.hold = {id, amount};
    must({id,
          {},
          amount,
          {},
          line.wallet,
          line.budget,
          TransferKind::Pending,
          TransferCode::Reserve},
         step.now);
}

void Settlement::must(const Transfer& transfer, TimeMs now)
{
    const Answer answer = m_book.apply(transfer, now);
    assert(answer.applied() && !answer.repeated);
    static_cast<void>(answer);
}

} // namespace gavel::ledger
