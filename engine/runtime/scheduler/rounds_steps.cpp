// SPDX-License-Identifier: GPL-3.0-or-later
// The three steps of a round for many tasks at once, and how they are undone.
#include "engine/base/fault.h"
#include "engine/base/random.h"
#include "engine/runtime/scheduler/rounds.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <thread>
#include <unordered_set>

namespace gavel::runtime {

using scheduling::StepBatch;
using scheduling::StepOutcome;
using scheduling::StepResult;

namespace {

constexpr int kDurableTries = 4000;
constexpr auto kDurableWait = std::chrono::microseconds(500);

/// The same set of tasks has the same key, however often the step is done.
std::uint64_t keyOf(const StepBatch& batch)
{
    std::uint64_t key = 0;
    for (const scheduling::StepOrder& order : batch.orders)
        key ^= base::mix64(order.key.high ^ base::mix64(order.key.low));
    return key == 0 ? 1 : key;
}

template<typename... Values>
std::string text(const char* format, Values... values)
{
    char buffer[256];
    const int length = std::snprintf(buffer, sizeof buffer, format, values...);
    return {buffer, static_cast<std::size_t>(std::clamp<int>(length, 0, sizeof buffer - 1))};
}

StepOutcome failed(model::TaskId task, model::ErrorClass kind, std::string code,
                   std::string description, std::string advice)
{
    StepOutcome outcome{task, StepResult::Failed, {}, {}};
    outcome.failure = {kind, std::move(code), std::move(description), 0, std::move(advice)};
    return outcome;
}

} // namespace

void Rounds::perform(const StepBatch& batch, TimeMs now, std::vector<StepOutcome>& outcomes)
{
    if (batch.undo) {
        if (batch.step == model::SagaStep::Settle)
            return undoSettle(batch, now, outcomes);
        for (const auto& order : batch.orders) // reports are facts: nothing of them is taken back
            outcomes.push_back({order.task, StepResult::Done, {}, {}});
        return;
    }
    switch (batch.step) {
    case model::SagaStep::Collect:
        return collect(batch, outcomes);
    case model::SagaStep::Settle:
        return settle(batch, now, outcomes);
    case model::SagaStep::Distribute:
        return distribute(batch, now, outcomes);
    }
}

/// What is settled must not be lost: the events behind the reports have to be in the log. The
/// settlement of a scenario is written in its turn, after them, and its quota dies with the
/// process; so it need not wait.
bool Rounds::isDurable() const
{
    if (!m_plan.isLive)
        return true;
    for (int attempt = 0; attempt < kDurableTries; ++attempt) {
        bool all = true;
        for (std::size_t server = 0; server < m_links.size(); ++server)
            all = all && m_links[server]->isDurable(m_sheet.servers()[server].lastSequence);
        if (all)
            return true;
        std::this_thread::sleep_for(kDurableWait);
    }
    return false;
}

void Rounds::collect(const StepBatch& batch, std::vector<StepOutcome>& outcomes)
{
    const bool durable = isDurable();
    std::size_t answered = 0;
    for (const auto& server : m_sheet.servers())
        answered += server.reachable ? 1 : 0;
    for (const auto& order : batch.orders) {
        if (!durable || answered == 0) {
            outcomes.push_back(failed(
                order.task, model::ErrorClass::Retryable, durable ? "SERVERS_SILENT" : "LOG_BEHIND",
                durable ? "no ad server has reported"
                        : "the events behind the reports are not durable yet",
                durable ? "see whether the ad servers run" : "see whether the disk keeps up"));
            continue;
        }
        const CampaignLine* line = m_sheet.find(order.campaign);
        const CampaignSums sums = line == nullptr ? CampaignSums{} : line->sums();
        const CampaignSums before = line == nullptr ? CampaignSums{} : line->settledSums();
        outcomes.push_back(
            {order.task,
             StepResult::Done,
             {},
             text(
                 R"({"servers":%zu,"of":%zu,"new_bids":%llu,"new_wins":%llu,"new_spent_nanos":%lld})",
                 answered, serversThere(), static_cast<unsigned long long>(sums.bids - before.bids),
                 static_cast<unsigned long long>(sums.wins - before.wins),
                 static_cast<long long>(sums.spent - before.spent))});
    }
    base::passes(base::FailPoint::AfterCollect);
}

ledger::RoundResult Rounds::settleLines(std::span<CampaignLine* const> lines, std::uint64_t key,
                                        TimeMs now)
{
    std::vector<ledger::CampaignCounts> campaigns;
    campaigns.reserve(lines.size());
    for (CampaignLine* line : lines) {
        const CampaignSums& sums = line->sums();
        campaigns.push_back({line->handle(), line->due(), sums.uncharged, sums.cleared});
        line->settled();
    }
    std::vector<ledger::PublisherCounts> publishers;
    for (const auto& [publisher, earned] : m_sheet.publishers())
        publishers.push_back({publisher, earned});
    const std::vector<ledger::SourcePosition> sources = reported();
    for (Left& left : m_left)
        left.isSettled = true;
    ledger::RoundCounts counts;
    counts.windowStart = m_before;
    counts.windowEnd = m_boundary;
    counts.key = key;
    counts.campaigns = campaigns;
    counts.publishers = publishers;
    counts.feeNanos = m_sheet.feeNanos();
    counts.taxPpm = m_plan.taxPpm;
    counts.sources = sources;
    if (m_plan.isLive)
        m_ledger->keepOwn(ownSinceLast());
    return m_ledger->settle(counts, now);
}

/// New limits for all, and their money held. What a wallet does not cover is not granted.
void Rounds::proposeAll(std::span<CampaignLine* const> lines, std::uint64_t key, TimeMs now)
{
    std::vector<ledger::Reservation> wishes;
    wishes.reserve(lines.size());
    for (CampaignLine* line : lines) {
        m_notes.erase(line->handle());
        if (m_kind == Kind::Closing)
            m_sheet.proposeNothing(*line);
        else
            m_sheet.propose(*line, m_times, m_kind == Kind::Between);
        const bool isBack = m_kind == Kind::Closing && line->outstanding() <= line->spentNow();
        wishes.push_back({line->handle(), isBack ? Money{} : m_sheet.heldFor(*line)});
    }
    const TimeMs until = m_times.window.windowEnd;
    const auto refused = m_ledger->settlement().reserve(wishes, until, key, now);
    if (refused.empty())
        return;
    wishes.clear();
    for (const ledger::RefusedReservation& one : refused) {
        CampaignLine* line = m_sheet.find(one.campaign);
        noteRefusal(*line, one.why);
        m_sheet.proposeWithin(*line, one.most);
        wishes.push_back({one.campaign, m_sheet.heldFor(*line)});
    }
    for (const auto& one : m_ledger->settlement().reserve(wishes, until, key, now))
        m_sheet.withdraw(*m_sheet.find(one.campaign));
}

void Rounds::noteRefusal(const CampaignLine& line, ledger::Outcome why)
{
    const std::string& advertiser = line.campaign().advertiserId;
    m_notes[line.handle()] = why == ledger::Outcome::BeyondBudget
        ? std::string("the budget is charged or held to its end")
        : "the wallet of " + advertiser + " does not cover more; pay in, or raise its credit";
}

/// With every other line that has something to settle: the positions in the log that a round is
/// settled to speak for all campaigns, and reports may have come since the last one.
std::vector<CampaignLine*> Rounds::unsettledWith(std::span<CampaignLine* const> lines)
{
    std::vector<CampaignLine*> all(lines.begin(), lines.end());
    const std::unordered_set<const CampaignLine*> known(lines.begin(), lines.end());
    for (CampaignLine& line : m_sheet.lines()) {
        line.charge();
        if (line.isUnsettled() && !known.contains(&line))
            all.push_back(&line);
    }
    return all;
}

void Rounds::settle(const StepBatch& batch, TimeMs now, std::vector<StepOutcome>& outcomes)
{
    std::vector<CampaignLine*> lines;
    lines.reserve(batch.orders.size());
    for (const auto& order : batch.orders)
        if (CampaignLine* line = m_sheet.find(order.campaign))
            lines.push_back(line);
    const std::uint64_t key = keyOf(batch);
    std::vector<Money> chargedBefore;
    for (const auto& order : batch.orders)
        chargedBefore.push_back(m_ledger->settlement().chargedOf(order.campaign));
    const bool isNew = !m_ledger->hasRound(key);
    if (isNew)
        m_result = settleLines(unsettledWith(lines), key, now);
    proposeAll(lines, key, now);
    m_ledger->closeWindows(now);
    base::passes(base::FailPoint::BeforeSettlement);
    if (auto committed = m_ledger->commit(); !committed) {
        m_failure = committed.error();
        return;
    }
    base::passes(base::FailPoint::AfterSettlement);
    for (std::size_t i = 0; i < batch.orders.size(); ++i) {
        const scheduling::StepOrder& order = batch.orders[i];
        m_settledBy[order.task] = key;
        const CampaignLine* line = m_sheet.find(order.campaign);
        const Money charged = m_ledger->settlement().chargedOf(order.campaign);
        const Money held = m_ledger->settlement().heldOf(order.campaign);
        const CampaignGrant grant = line == nullptr ? CampaignGrant{} : m_sheet.granted(*line);
        // A round that an earlier process settled does not know its own part any more.
        const std::string newly = isNew
            ? text(R"("new_charged_micros":%lld,)",
                   static_cast<long long>((charged - chargedBefore[i]).micros))
            : std::string();
        outcomes.push_back(
            {order.task,
             StepResult::Done,
             {},
             text(
                 R"({%s"charged_micros":%lld,"held_micros":%lld,"limit_nanos":%lld,"bid_factor_ppm":%d})",
                 newly.c_str(), static_cast<long long>(charged.micros),
                 static_cast<long long>(held.micros), static_cast<long long>(grant.limit),
                 grant.bidFactorPpm)});
    }
}

/// A round is settled for all its campaigns together, so it is undone as a whole and made again
/// for those that stay.
void Rounds::undoSettle(const StepBatch& batch, TimeMs now, std::vector<StepOutcome>& outcomes)
{
    std::set<std::uint64_t> keys;
    std::set<Handle> undone;
    for (const auto& order : batch.orders) {
        undone.insert(order.campaign);
        if (const auto settled = m_settledBy.find(order.task); settled != m_settledBy.end()) {
            keys.insert(settled->second);
            m_settledBy.erase(settled);
        }
    }
    bool any = false;
    for (const std::uint64_t key : keys)
        any = m_ledger->compensate(key, now) || any;
    std::vector<CampaignLine*> others;
    std::vector<ledger::Reservation> wishes;
    for (CampaignLine& line : m_sheet.lines())
        if (!undone.contains(line.handle()))
            others.push_back(&line);
    const std::uint64_t key = base::mix64(keyOf(batch));
    if (any)
        static_cast<void>(settleLines(others, key, now));
    for (const Handle campaign : undone)
        if (CampaignLine* line = m_sheet.find(campaign)) {
            m_sheet.withdraw(*line);
            m_sheet.proposeSame(*line);
            wishes.push_back({campaign, m_sheet.heldFor(*line)});
        }
    static_cast<void>(m_ledger->settlement().reserve(wishes, m_times.window.windowEnd, key, now));
    if (auto committed = m_ledger->commit(); !committed) {
        m_failure = committed.error();
        return;
    }
    for (const auto& order : batch.orders)
        outcomes.push_back({order.task, StepResult::Done, {}, {}});
}

/// Tasks that were resumed or are tried again have no proposal any more.
Result<void> Rounds::proposeLacking(const StepBatch& batch, TimeMs now)
{
    std::vector<CampaignLine*> lacking;
    for (const auto& order : batch.orders)
        if (CampaignLine* line = m_sheet.find(order.campaign);
            line != nullptr && !m_sheet.isProposed(*line) && !m_notes.contains(line->handle()))
            lacking.push_back(line);
    if (lacking.empty())
        return {};
    const Kind kind = std::exchange(m_kind, m_kind == Kind::Closing ? m_kind : Kind::Between);
    proposeAll(lacking, base::mix64(keyOf(batch) ^ batch.orders.front().attempt), now);
    m_kind = kind;
    return m_ledger->commit();
}

Rounds::Losses Rounds::sendGrants(const StepBatch& batch)
{
    for (auto& grants : m_grants)
        grants.clear();
    for (const auto& order : batch.orders)
        if (CampaignLine* line = m_sheet.find(order.campaign))
            m_sheet.send(*line, m_times, m_epoch, m_grants);
    Losses losses;
    std::vector<Result<void>> given(m_links.size());
    for (std::size_t server = 0; server < m_links.size(); ++server) {
        if (m_grants[server].empty() || m_kind == Kind::Closing)
            continue;
        const model::QuotaGrants grants{
            std::make_shared<const std::vector<model::QuotaGrant>>(m_grants[server])};
        given[server] = m_kind == Kind::Between
            ? m_links[server]->giveNow(grants)
            : m_links[server]->give(m_times.window.windowStart, grants);
        base::passes(base::FailPoint::BetweenServers);
    }
    for (std::size_t server = 0; server < m_links.size(); ++server) {
        if (const auto accepted = m_links[server]->accepted(); !accepted)
            given[server] = accepted;
        if (given[server])
            continue;
        m_sheet.setReachable(server, false);
        losses.silent += (losses.silent.empty() ? "" : ", ") + m_links[server]->name();
        for (const model::QuotaGrant& grant : m_grants[server])
            ++losses.campaigns[grant.campaign].lost;
    }
    if (!losses.campaigns.empty())
        for (const auto& grants : m_grants)
            for (const model::QuotaGrant& grant : grants)
                if (const auto lost = losses.campaigns.find(grant.campaign);
                    lost != losses.campaigns.end())
                    ++lost->second.sent;
    return losses;
}

/// What ad servers may spend of it now, for the task's history.
std::string Rounds::distributed(const CampaignLine* line)
{
    if (line == nullptr)
        return {};
    std::size_t servers = 0;
    std::int64_t quota = 0;
    for (const scheduling::QuotaSlice& slice : line->slices()) {
        const std::int64_t left = slice.outstanding() - slice.spent();
        servers += left > 0 ? 1 : 0;
        quota += std::max<std::int64_t>(left, 0);
    }
    return text(R"({"servers":%zu,"quota_nanos":%lld})", servers, static_cast<long long>(quota));
}

void Rounds::distribute(const StepBatch& batch, TimeMs now, std::vector<StepOutcome>& outcomes)
{
    if (auto proposed = proposeLacking(batch, now); !proposed) {
        m_failure = proposed.error();
        return;
    }
    const Losses losses = sendGrants(batch);
    base::passes(base::FailPoint::AfterGrants);
    for (const auto& order : batch.orders) {
        m_settledBy.erase(order.task);
        const auto lost = losses.campaigns.find(order.campaign);
        if (lost == losses.campaigns.end()) {
            outcomes.push_back(
                {order.task, StepResult::Done, {}, distributed(m_sheet.find(order.campaign))});
            continue;
        }
        const bool some = lost->second.lost < lost->second.sent;
        auto outcome = failed(order.task, model::ErrorClass::Retryable, "SERVER_SILENT",
                              losses.silent
                                  + " did not answer; its slice stays held until it reports or "
                                    "its time is over",
                              "see whether the ad server runs; the others serve on");
        outcome.result = some ? StepResult::Partial : StepResult::Failed;
        outcomes.push_back(std::move(outcome));
    }
}

/// The budget may be granted to its end: then servers give back what they have not spent, at once.
Result<bool> Rounds::makeRoom(Handle campaign, Money amount, TimeMs now)
{
    CampaignLine* line = m_sheet.find(campaign);
    if (line == nullptr)
        return false;
    const Money total = line->campaign().budgetTotal - line->beside() - amount;
    const std::int64_t most
        = std::max<std::int64_t>(total.micros, -1) * 1000 - line->before().spent;
    for (std::size_t server = 0; server < m_links.size() && line->outstanding() > most; ++server) {
        scheduling::QuotaSlice& slice = line->slices()[server];
        const std::int64_t wanted
            = std::max(slice.spent(), slice.outstanding() - (line->outstanding() - most));
        if (wanted >= slice.outstanding())
            continue;
        model::QuotaGrant grant;
        grant.campaign = campaign;
        grant.server = m_links[server]->source();
        grant.windowStart = now;
        grant.windowEnd = m_times.window.windowEnd;
        grant.epoch = m_epoch;
        grant.version = slice.send(wanted);
        grant.limit = {wanted};
        grant.notAfter = m_sheet.notAfter(*line);
        grant.bidFactorPpm = m_sheet.granted(*line).bidFactorPpm;
        const model::QuotaGrants grants{
            std::make_shared<const std::vector<model::QuotaGrant>>(1, grant)};
        if (auto given = m_links[server]->giveNow(grants); !given)
            return given.error();
        if (auto accepted = m_links[server]->accepted(); !accepted)
            return accepted.error();
        const TimeMs at = std::max(now, m_sheet.servers()[server].lastReport + 1);
        const auto report = m_links[server]->reportNow(at);
        if (!report)
            return report.error();
        take(server, *report);
    }
    return line->outstanding() <= most;
}

} // namespace gavel::runtime
