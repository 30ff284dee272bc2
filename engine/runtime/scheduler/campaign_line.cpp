// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/campaign_line.h"

#include "engine/base/money.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

/// More is granted in several rounds: sums of two quotas still fit.
constexpr std::int64_t kMostMicros = INT64_MAX / 2000;

std::int64_t nanosOf(Money amount)
{
    return std::clamp<std::int64_t>(amount.micros, 0, kMostMicros) * base::kNanosPerMicro;
}

/// A campaign that moved to another seat begins to count anew.
std::uint64_t rise(std::uint64_t now, std::uint64_t before)
{
    return now - std::min(now, before);
}

CampaignSums sumsOf(const model::CampaignReport& report)
{
    CampaignSums sums;
    sums.add(report);
    return sums;
}

void replace(CampaignSums& sum, const CampaignSums& old, const CampaignSums& now)
{
    sum.spent += now.spent - old.spent;
    sum.uncharged += now.uncharged - old.uncharged;
    sum.cleared += now.cleared - old.cleared;
    sum.publisher += now.publisher - old.publisher;
    sum.bids += now.bids - old.bids;
    sum.wins += now.wins - old.wins;
    sum.impressions += now.impressions - old.impressions;
    sum.clicks += now.clicks - old.clicks;
    sum.conversions += now.conversions - old.conversions;
}

/// The campaign without what only bidding needs: a hundred thousand of them are kept.
model::Campaign trimmed(model::Campaign campaign)
{
    const auto hours = campaign.targeting.hours;
    campaign.targeting = {};
    campaign.targeting.hours = hours;
    campaign.ads = {};
    campaign.caps = {};
    campaign.creativeJson = {};
    return campaign;
}

} // namespace

void CampaignSums::add(const model::CampaignReport& report)
{
    spent += report.spentNanos;
    uncharged += report.unchargedNanos;
    cleared += report.clearedNanos;
    publisher += report.publisherNanos;
    bids += report.bids;
    wins += report.wins;
    impressions += report.impressions;
    clicks += report.clicks;
    conversions += report.conversions;
}

void CampaignSums::add(const CampaignSums& other)
{
    replace(*this, {}, other);
}

TimeMs hourBegin(const scheduling::LocalDay& day, TimeMs at)
{
    TimeMs hour = day.begin;
    for (TimeMs end = day.endOfHour(hour); end <= at; end = day.endOfHour(hour))
        hour = end;
    return hour;
}

ZoneDay::ZoneDay(const dsp::TimeZone& of, const scheduling::RoundTimes& times,
                 const std::vector<double>& marketCurve, std::int32_t marketOffsetMinutes)
    : zone(of)
    , reportDay(scheduling::localDay(of, times.report))
    , windowDay(scheduling::localDay(of, times.windowStart))
    , prior(scheduling::priorShape(marketCurve, marketOffsetMinutes, reportDay))
{
    reportHour = hourBegin(reportDay, times.report);
}

CampaignLine::CampaignLine(Handle handle, const model::Campaign& campaign, std::uint32_t zone)
    : m_handle(handle)
    , m_zone(zone)
    , m_campaign(trimmed(campaign))
{
}

void CampaignLine::edit(const model::Campaign& campaign, std::uint32_t zone)
{
    if (zone != m_zone)
        m_day = INT32_MIN; // the day goes on to the next midnight there, and is charged once
    m_campaign = trimmed(campaign);
    m_zone = zone;
    m_isRemoved = false;
}

void CampaignLine::begin(const CampaignSums& before, const SpentSoFar& spent, std::int64_t dueNanos,
                         bool isDayCharged)
{
    m_before = m_sums = m_settled = m_begun = before;
    m_mayHaveTail = true;
    m_spentAtDay = before.spent - spent.day;
    m_spentAtHour = before.spent - spent.hour;
    m_spentAtClose = before.spent;
    m_spentByHour = spent.byHour;
    m_hoursOfDay = spent.ofDay;
    m_due = dueNanos;
    m_charged = {before.spent, before.clicks, before.conversions, 0};
    m_impressionsAtDay = before.impressions;
    m_deliveredToday = isDayCharged;
}

void CampaignLine::adopt(std::size_t server, const model::CampaignReport& soFar, std::int64_t held)
{
    m_slices.resize(std::max(m_slices.size(), server + 1));
    m_reported.resize(std::max(m_reported.size(), server + 1));
    m_reported[server].sums = sumsOf(soFar);
    replace(m_before, m_reported[server].sums, {});
    m_slices[server].adopt(soFar.spentNanos, soFar.spentNanos + held);
}

void CampaignLine::end(std::size_t server, const model::CampaignReport& all)
{
    m_slices.resize(std::max(m_slices.size(), server + 1));
    m_reported.resize(std::max(m_reported.size(), server + 1));
    CampaignSums& known = m_reported[server].sums;
    if (CampaignSums last = sumsOf(all); last.wins >= known.wins) {
        // Sums of the log are rounded once, a server's own with each win.
        last.spent = std::max(last.spent, known.spent);
        replace(m_sums, known, last);
        known = last;
        charge();
    }
    m_slices[server].close(known.spent);
}

void CampaignLine::vacate(std::size_t server)
{
    if (server < m_reported.size()) {
        m_before.add(m_reported[server].sums);
        scheduling::add(m_tallyBefore, m_reported[server].tally);
        m_reported[server] = {};
    }
    if (server < m_slices.size())
        m_slices[server] = {};
}

CampaignSums CampaignLine::elsewhere(const std::vector<bool>& isLocal) const
{
    CampaignSums sums = m_sums;
    replace(sums, m_begun, {});
    for (std::size_t server = 0; server < m_reported.size() && server < isLocal.size(); ++server)
        if (isLocal[server])
            replace(sums, m_reported[server].sums, {});
    return sums;
}

void CampaignLine::take(std::size_t server, const model::CampaignReport& report, TimeMs at)
{
    m_slices.resize(std::max(m_slices.size(), server + 1));
    m_reported.resize(std::max(m_reported.size(), server + 1));
    const scheduling::SliceReport slice{at, report.appliedVersion, report.spentNanos,
                                        report.boundNanos, report.pacing.worthSeen};
    if (!m_slices[server].report(slice))
        return;
    Reported& known = m_reported[server];
    const CampaignSums now = sumsOf(report);
    replace(m_sums, known.sums, now);
    known = {now, report.pacing};
}

void CampaignLine::close(const ZoneDay& day, TimeMs at)
{
    m_tally = m_tallyBefore;
    for (const Reported& reported : m_reported)
        scheduling::add(m_tally, reported.tally);
    charge(); // to the day that ends, if one does
    // A period that began between two rounds counts from the round before: never too little.
    const bool isNewDay = day.reportDay.day != m_day;
    if (isNewDay && m_day != INT32_MIN) {
        m_spentAtDay = day.reportDay.begin == at ? m_sums.spent : m_spentAtClose;
        m_deliveredToday = false;
        m_impressionsAtDay = m_sums.impressions;
    }
    if (day.reportHour != m_hour && m_hour.value != INT64_MIN)
        m_spentAtHour = day.reportHour == at ? m_sums.spent : m_spentAtClose;
    const bool isNewWindow = at > m_closedAt; // else what came late to one that is closed
    if (m_closedAt.value != INT64_MIN && isNewWindow) {
        const std::uint64_t asked = rise(m_tally.asked, m_askedAtClose);
        const std::uint64_t missed = rise(m_tally.missed, m_missedAtClose);
        const double live
            = asked == 0 ? 0 : 1 - static_cast<double>(missed) / static_cast<double>(asked);
        if (m_closedAt >= day.reportDay.begin)
            m_curve.learn(day.reportDay, openHours(), day.prior, m_closedAt, at,
                          rise(m_tally.eligible, m_eligibleAtClose), live);
    }
    // What ends with the hour belongs to it.
    if (std::exchange(m_hoursOfDay, day.reportDay.day) != day.reportDay.day)
        m_spentByHour = {};
    if (day.reportDay.begin != at)
        m_spentByHour[day.zone.at(at + -1).hourOfWeek % 24] += m_sums.spent - m_spentAtClose;
    if (isNewWindow) {
        m_eligibleAtClose = m_tally.eligible;
        m_askedAtClose = m_tally.asked;
        m_missedAtClose = m_tally.missed;
    }
    m_spentAtClose = m_sums.spent;
    m_closedAt = at;
    m_day = day.reportDay.day;
    m_hour = day.reportHour;
}

bool CampaignLine::mayBid(TimeMs at) const
{
    return !m_isRemoved && m_campaign.status == model::CampaignStatus::Active
        && m_campaign.flightStart <= at && at < m_campaign.flightEnd;
}

scheduling::BudgetUse CampaignLine::budgetUse() const
{
    scheduling::BudgetUse use;
    use.total = nanosOf(m_campaign.budgetTotal - m_beside);
    use.day = nanosOf(m_campaign.budgetDay);
    use.hour = nanosOf(m_campaign.budgetHour);
    use.spent = m_sums.spent;
    use.spentDay = spentDay();
    use.spentHour = spentHour();
    return use;
}

scheduling::OpenHours CampaignLine::openHours() const
{
    scheduling::OpenHours open;
    open.hours = m_campaign.targeting.hours ? &*m_campaign.targeting.hours : nullptr;
    open.flightStart = m_campaign.flightStart;
    open.flightEnd = m_campaign.flightEnd;
    return open;
}

scheduling::PacingDecision CampaignLine::decisionOf(scheduling::PacingState& state,
                                                    const ZoneDay& day,
                                                    const scheduling::RoundTimes& times,
                                                    scheduling::QuotaAhead& ahead) const
{
    const scheduling::HalfHours shape = m_campaign.pacing == model::PacingPolicy::Even
        ? scheduling::evenShape()
        : m_curve.shape(day.prior);
    const scheduling::CampaignDay on{shape, day.zone, day.reportDay, day.windowDay, openHours()};
    ahead = scheduling::quotaAhead(budgetUse(), on, times);
    const scheduling::PacingTerms terms{
        m_campaign.pacing, m_campaign.delivery,
        scheduling::mostFactorOf(m_campaign.strategy.kind, m_campaign.delivery)};
    return scheduling::decidePacing(state, terms, {m_sums.spent, m_tally}, ahead);
}

CampaignGrant CampaignLine::grantOf(const scheduling::PacingDecision& decision,
                                    const scheduling::QuotaAhead& ahead) const
{
    // Limits count what the servers of now spend.
    CampaignGrant grant;
    grant.cap = m_sums.spent + ahead.most() - m_before.spent;
    grant.limit = std::min(decision.limit - m_before.spent, grant.cap);
    grant.bidFactorPpm = decision.bidFactor;
    return grant;
}

CampaignGrant CampaignLine::decide(const ZoneDay& day, const scheduling::RoundTimes& times)
{
    if (!mayBid(times.windowEnd + -1) && !mayBid(times.windowStart)) {
        m_decision = {};
        return {spentNow(), spentNow(), model::QuotaGrant::kBidsAsTheyAre};
    }
    scheduling::QuotaAhead ahead;
    m_decision = decisionOf(m_pacing, day, times, ahead);
    return grantOf(m_decision, ahead);
}

CampaignGrant CampaignLine::decideBetween(const ZoneDay& day,
                                          const scheduling::RoundTimes& times) const
{
    if (!mayBid(times.windowEnd + -1) && !mayBid(times.windowStart))
        return {spentNow(), spentNow(), model::QuotaGrant::kBidsAsTheyAre};
    scheduling::PacingState state = m_pacing;
    scheduling::QuotaAhead ahead;
    const auto decision = decisionOf(state, day, times, ahead);
    return grantOf(decision, ahead);
}

std::int64_t CampaignLine::left() const
{
    const scheduling::BudgetUse use = budgetUse();
    std::int64_t least = use.total - use.spent;
    if (use.day > 0)
        least = std::min(least, use.day - use.spentDay);
    if (use.hour > 0)
        least = std::min(least, use.hour - use.spentHour);
    return std::max<std::int64_t>(least, 0);
}

const char* CampaignLine::boundName() const
{
    const scheduling::BudgetUse use = budgetUse();
    const std::int64_t least = left();
    if (use.hour > 0 && std::max<std::int64_t>(use.hour - use.spentHour, 0) == least)
        return "hour";
    if (use.day > 0 && std::max<std::int64_t>(use.day - use.spentDay, 0) == least)
        return "day";
    return "total";
}

void CampaignLine::charge()
{
    ledger::Delivery now = m_charged;
    now.spentNanos = m_sums.spent;
    now.clicks = m_sums.clicks;
    now.conversions = m_sums.conversions;
    if (!m_deliveredToday && m_sums.impressions > m_impressionsAtDay) {
        m_deliveredToday = true;
        ++now.days;
    }
    m_due += ledger::chargeFor(m_campaign.billing, m_charged, now);
    m_charged = now;
}

std::optional<ledger::OwnPeriods> CampaignLine::periods() const
{
    if (m_day == INT32_MIN)
        return std::nullopt;
    return ledger::OwnPeriods{m_day, m_hour, m_spentAtDay, m_spentAtHour};
}

std::int64_t CampaignLine::outstanding() const
{
    std::int64_t sum = 0;
    for (const auto& slice : m_slices)
        sum += slice.outstanding();
    return sum;
}

bool CampaignLine::isDue(TimeMs windowEnd) const
{
    return mayBid(windowEnd) || mayBid(windowEnd + -1) || outstanding() > spentNow()
        || m_sums != m_settled;
}

} // namespace gavel::runtime
