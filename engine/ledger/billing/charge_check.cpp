// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/billing/charge_check.h"

#include "engine/ledger/settlement/charges.h"

#include <algorithm>
#include <limits>

namespace gavel::ledger {

namespace {

using model::BillingModel;

/// What one local day costs; 0 when days do not count.
Money dayRate(const model::Billing& billing)
{
    const bool isByDay
        = billing.model == BillingModel::Fixed || billing.model == BillingModel::Mixed;
    return isByDay ? billing.perDay : Money{};
}

Money whole(__int128_t nanos)
{
    return {static_cast<std::int64_t>(nanos / base::kNanosPerMicro)};
}

std::string differs(Money found, Money wanted)
{
    return base::toString(found, 6) + ", the log says " + base::toString(wanted, 6);
}

} // namespace

Result<ChargeCheck> ChargeCheck::read(store::Connection& connection, std::int64_t book,
                                      LocalDay localDay)
{
    const auto settled
        = settledPositions(connection, book, {std::numeric_limits<std::int64_t>::max()});
    if (!settled)
        return settled.error();
    auto starts = readBilling(connection, book);
    if (!starts)
        return starts.error();
    BillingHistory history(std::move(*starts), *settled);
    auto log = BilledLog::read(connection, book, history);
    if (!log)
        return log.error();
    return ChargeCheck(std::move(history), std::move(*log), std::move(localDay));
}

ChargeCheck::Finding ChargeCheck::check(const Charged& charged) const
{
    const auto steps = m_history.stepsOf(charged.campaign);
    if (charged.foreign
        && (steps.empty() || std::ranges::any_of(steps, [](const BillingHistory::Step& step) {
                return countsPrices(step.terms.billing);
            })))
        return {{}, charged.amount == Money{}};
    if (steps.empty()) {
        if (charged.ownMedia)
            return {{}, charged.amount == Money{}};
        const Money wanted = whole(delivered(charged.campaign).chargedNanos);
        return {charged.amount == wanted ? std::string()
                                         : "charged " + differs(charged.amount, wanted),
                true};
    }
    Finding finding = checkBeginning(charged, steps.front());
    for (std::size_t i = 0; i < steps.size() && finding.wrong.empty(); ++i) {
        const bool isLast = i + 1 == steps.size();
        const std::size_t end = isLast ? m_history.parts() : steps[i + 1].part;
        const Money owed = isLast ? charged.amount : whole(steps[i + 1].terms.owedNanos);
        if (const std::string wrong = checkStep(steps[i], end, owed); !wrong.empty())
            finding.wrong = (isLast ? "charged " : "owed when its terms changed ") + wrong;
    }
    return finding;
}

/// Before its first terms were kept a campaign can only be taken to have paid the prices.
ChargeCheck::Finding ChargeCheck::checkBeginning(const Charged& charged,
                                                 const BillingHistory::Step& first) const
{
    const Delivered before = m_log.delivered(charged.campaign, 0, first.part);
    const bool isNew = before == Delivered{};
    const bool paidPrices
        = !charged.ownMedia && !charged.foreign && paysClearing(first.terms.billing);
    if (!isNew && !paidPrices)
        return {{}, false};
    const Money owed = whole(first.terms.owedNanos);
    const Money wanted = whole(before.chargedNanos);
    return {owed == wanted ? std::string() : "owed when its terms began " + differs(owed, wanted),
            true};
}

std::string ChargeCheck::checkStep(const BillingHistory::Step& step, std::size_t end,
                                   Money owed) const
{
    const BillingTerms& terms = step.terms;
    const Delivered had = m_log.delivered(terms.campaign, step.part, end);
    const Money wanted
        = whole(static_cast<__int128_t>(terms.owedNanos)
                + chargeFor(terms.billing, {}, {had.chargedNanos, had.clicks, had.conversions, 0}));
    const Money rest = owed - wanted;
    if (rest == Money{})
        return {};
    const Money perDay = dayRate(terms.billing);
    if (perDay == Money{})
        return differs(owed, wanted);
    const std::int64_t days
        = m_log.days(terms.campaign, step.part, end, terms.timeZone, m_localDay);
    if (rest > Money{} && rest.micros % perDay.micros == 0 && rest.micros / perDay.micros <= days)
        return {};
    return differs(owed, wanted) + " and at most " + std::to_string(days)
        + (days == 1 ? " day at " : " days at ") + base::toString(perDay, 6);
}

} // namespace gavel::ledger
