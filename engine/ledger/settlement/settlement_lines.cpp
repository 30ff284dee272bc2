// SPDX-License-Identifier: GPL-3.0-or-later
// A settlement's campaigns and publishers, and how a round is undone.
#include "engine/base/random.h"
#include "engine/ledger/settlement/settlement.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <unordered_map>

namespace gavel::ledger {

Settlement::Settlement(Book& book)
    : m_book(book)
    , m_clearing(book.open({AccountKind::DeliveryClearing, "", book.currency()}, book.now()))
    , m_fee(book.open({AccountKind::PlatformRevenue, "", book.currency()}, book.now()))
    , m_tax(book.open({AccountKind::Tax, "", book.currency()}, book.now()))
    , m_unmatched(book.open({AccountKind::Suspense, "", book.currency()}, book.now()))
{
    for (const Entry& entry : book.entries())
        if (entry.open && entry.transfer.code == TransferCode::Reserve)
            m_loadedHolds[entry.transfer.credit] = {entry.transfer.id, entry.transfer.amount};
}

void Settlement::setCampaign(Handle campaign, const CampaignTerms& terms, TimeMs now)
{
    if (campaign >= m_lines.size())
        m_lines.resize(campaign + 1);
    Line& line = m_lines[campaign];
    if (line.wallet == 0) {
        line.wallet
            = m_book.open({AccountKind::AdvertiserWallet, terms.advertiser, terms.currency}, now);
        line.budget
            = m_book.open({AccountKind::CampaignBudget, terms.campaign, terms.currency}, now);
        line.loss = m_book.find({AccountKind::LateWinLoss, terms.campaign, terms.currency});
        line.suspense = m_book.find({AccountKind::Suspense, terms.campaign, terms.currency});
        line.margin
            = m_book.find({AccountKind::PlatformRevenue, terms.campaign, m_book.currency()});
        line.paysClearing = line.margin == 0;
        line.key = base::mix64(TransferId::of({}, terms.campaign).low);
        if (const auto held = m_loadedHolds.find(line.budget); held != m_loadedHolds.end())
            line.hold = held->second;
    }
    // How it pays is fixed by the first money that moved: what is settled by one way would be due
    // again by the other.
    if (line.margin == 0)
        line.paysClearing = terms.paysClearing || m_book.account(line.budget).settled > 0
            || (line.loss != 0 && m_book.account(line.loss).settled > 0);
    if (!line.paysClearing && line.margin == 0)
        line.margin = openFor(line, AccountKind::PlatformRevenue, m_book.currency(), now);
    m_book.setLimit(line.budget, terms.budget, now);
}

void Settlement::setPublisher(Handle publisher, std::string_view id, TimeMs now)
{
    if (publisher >= m_publishers.size())
        m_publishers.resize(publisher + 1);
    m_publishers[publisher]
        = m_book.open({AccountKind::PublisherPayable, std::string(id), m_book.currency()}, now);
}

AccountHandle Settlement::publisherOf(Handle publisher) const
{
    return publisher < m_publishers.size() ? m_publishers[publisher] : 0;
}

Settlement::Line* Settlement::lineOf(Handle campaign)
{
    return const_cast<Line*>(std::as_const(*this).lineOf(campaign));
}

const Settlement::Line* Settlement::lineOf(Handle campaign) const
{
    const bool known = campaign < m_lines.size() && m_lines[campaign].wallet != 0;
    return known ? &m_lines[campaign] : nullptr;
}

AccountHandle Settlement::openFor(const Line& line, AccountKind kind, Currency currency, TimeMs now)
{
    return m_book.open({kind, m_book.nameOf(line.budget).owner, currency}, now);
}

SettledRound Settlement::compensate(const SettledRound& round, TimeMs now)
{
    m_book.advance(now);
    SettledRound undone = round;
    undone.compensation = true;
    undone.at = m_book.now();
    undone.firstSequence = m_book.lastSequence() + 1;
    std::unordered_map<AccountHandle, Line*> lines; ///< by budget
    for (Line& line : m_lines)
        lines.emplace(line.budget, &line);
    std::vector<Entry> entries;
    for (const Entry& entry : m_book.entries())
        if (entry.sequence >= round.firstSequence && entry.sequence <= round.lastSequence
            && entry.outcome == Outcome::Applied)
            entries.push_back(entry);
    // Backwards, so that every account has been given back what it must give back.
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const Transfer& done = entry->transfer;
        if (done.kind != TransferKind::Single && done.kind != TransferKind::Post)
            continue;
        const Step step{
            round.windowEnd, base::mix64(round.key) ^ base::mix64(entry->sequence), undone.at, {}};
        must({TransferId::of(round.windowEnd, step.key, 0),
              done.id,
              done.amount,
              {},
              done.credit,
              done.debit,
              TransferKind::Reversal,
              TransferCode::Compensation},
             step.now);
        if (done.kind == TransferKind::Post && done.code == TransferCode::Charge)
            rehold(*lines.at(done.credit), done.amount, step);
    }
    undone.lastSequence = m_book.lastSequence();
    return undone;
}

/// What was charged from a hold may still be spent by ad servers: it is held again.
void Settlement::rehold(Line& line, Money amount, const Step& step)
{
    const Money before = line.hold.amount;
    letGo(line, step);
    if (const Money again = holdable(line, before + amount); again > Money{})
        hold(line, again, step);
}

std::map<AccountHandle, Money> Settlement::budgetsByWallet() const
{
    std::map<AccountHandle, Money> sums;
    for (const Line& line : m_lines) {
        if (line.wallet == 0)
            continue;
        Money& sum = sums[line.wallet];
        if (__builtin_add_overflow(sum.micros, m_book.account(line.budget).limit, &sum.micros))
            sum.micros = std::numeric_limits<std::int64_t>::max();
    }
    return sums;
}

Money Settlement::heldOf(Handle campaign) const
{
    const Line* line = lineOf(campaign);
    return line == nullptr ? Money{} : line->hold.amount;
}

Money Settlement::chargedOf(Handle campaign) const
{
    const Line* line = lineOf(campaign);
    if (line == nullptr)
        return {};
    const Account& budget = m_book.account(line->budget);
    return {budget.creditsPosted - budget.reversed};
}

AccountHandle Settlement::walletOf(Handle campaign) const
{
    const Line* line = lineOf(campaign);
    return line == nullptr ? 0 : line->wallet;
}

AccountHandle Settlement::budgetOf(Handle campaign) const
{
    const Line* line = lineOf(campaign);
    return line == nullptr ? 0 : line->budget;
}

} // namespace gavel::ledger
