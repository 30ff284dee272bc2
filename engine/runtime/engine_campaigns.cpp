// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns, drafts and what a targeting could reach.
#include "engine/dsp/seat_bidder.h"
#include "engine/dsp/targeting/local_time.h"
#include "engine/runtime/engine_state.h"
#include "engine/runtime/market_run.h"
#include "engine/store/draft_table.h"

#include <algorithm>
#include <cmath>

namespace gavel::runtime {

namespace {

constexpr std::size_t kSample = 20'000;

/// The targeting with only its first `parts` parts: rules in order, then place, age, systems,
/// hours, dates.
model::Targeting firstParts(const model::Targeting& whole, std::size_t parts)
{
    model::Targeting some;
    some.rules.assign(whole.rules.begin(),
                      whole.rules.begin()
                          + static_cast<std::ptrdiff_t>(std::min(parts, whole.rules.size())));
    std::size_t left = parts - some.rules.size();
    const auto take = [&left](bool there) { return there && left > 0 && left-- > 0; };
    if (take(!whole.circles.empty() || !whole.polygons.empty())) {
        some.circles = whole.circles;
        some.polygons = whole.polygons;
    }
    if (take(whole.age.has_value()))
        some.age = whole.age;
    if (take(!whole.osVersions.empty()))
        some.osVersions = whole.osVersions;
    if (take(whole.hours.has_value()))
        some.hours = whole.hours;
    if (take(!whole.dates.empty()))
        some.dates = whole.dates;
    return some;
}

std::size_t countParts(const model::Targeting& targeting)
{
    return targeting.rules.size()
        + (targeting.circles.empty() && targeting.polygons.empty() ? 0 : 1)
        + (targeting.age ? 1 : 0) + (targeting.osVersions.empty() ? 0 : 1)
        + (targeting.hours ? 1 : 0) + (targeting.dates.empty() ? 0 : 1);
}

/// The part of a week's traffic, by the scenario's plan of the day, in these hours of the zone.
double openShare(const simulation::Scenario& scenario, const model::HourGrid& hours,
                 const std::string& zoneName)
{
    const std::vector<double> shares = scenario.halfHourShares();
    const auto zone = dsp::TimeZone::named(zoneName);
    if (shares.empty() || !zone)
        return std::nan("");
    constexpr std::int64_t kSlotMs = base::kHourMs / 2;
    const std::int64_t offset = scenario.utcOffsetMinutes * base::kMinuteMs;
    double open = 0;
    double all = 0;
    for (std::size_t slot = 0; slot < 7 * shares.size(); ++slot) {
        // Day 0 of the clock is as good as any: every hour of the week comes once.
        const TimeMs at{static_cast<std::int64_t>(slot) * kSlotMs - offset};
        const double share = shares[slot % shares.size()];
        all += share;
        open += hours.test(zone->at(at).hourOfWeek) ? share : 0;
    }
    return all > 0 ? open / all : std::nan("");
}

} // namespace

std::vector<model::Campaign> Engine::campaigns() const
{
    const std::shared_lock lock(m_state->market);
    return m_state->campaigns ? m_state->campaigns->campaigns() : std::vector<model::Campaign>();
}

Result<model::Campaign> Engine::campaign(const std::string& id) const
{
    const std::shared_lock lock(m_state->market);
    const auto found = m_state->campaigns ? m_state->campaigns->find(id) : std::nullopt;
    if (!found)
        return Error{"CAMPAIGN_NOT_FOUND", "campaign_id", "Campaign not found",
                     "there is no campaign " + id};
    return *found;
}

std::shared_ptr<const market::AdvertiserDomains> Engine::advertiserDomains() const
{
    const std::shared_lock lock(m_state->market);
    return m_state->campaigns ? m_state->campaigns->domains() : nullptr;
}

std::unique_lock<std::mutex> Engine::holdCampaigns() const
{
    return std::unique_lock(m_state->campaignStep);
}

PublishReport Engine::publish(const std::vector<model::Campaign>& changed,
                              const std::vector<std::string>& removed)
{
    const auto before = freshSnapshot();
    std::map<std::string, Money> spent;
    for (const auto& view : before->campaigns)
        spent[view.id] = view.spent;
    const std::shared_lock lock(m_state->market);
    if (!m_state->host)
        return {0, {noMarket()}};
    if (m_state->replayTo != 0)
        return {0,
                {{"INVALID_REQUEST", "market", "the market is being replayed",
                  "publish when it has come to its auction"}}};
    if (m_state->host->plan().member)
        return {0, {decidedElsewhere()}};
    auto published = changed;
    for (auto& campaign : published) {
        const auto& seats = m_state->host->setup().seats;
        const bool known = std::any_of(seats.begin(), seats.end(), [&](const model::Seat& seat) {
            return seat.id == campaign.seatId && seat.kind == model::SeatKind::Campaigns;
        });
        if (!known)
            return {0,
                    {{"INVALID_REQUEST", campaign.id + ".seat",
                      "\"" + campaign.seatId + "\" is not a seat that bids for campaigns",
                      "choose a seat of this market"}}};
    }
    PublishReport report = m_state->campaigns->publish(published, removed, spent);
    if (!report.errors.empty())
        return report;
    if (m_state->host->plan().events != nullptr)
        if (auto learnt = m_state->eventPipeline->learn(m_state->host->run(), published, {});
            !learnt)
            return {0, {learnt.error()}};
    TapedChange change;
    change.published = true;
    for (const auto& campaign : published)
        change.changes.emplace_back(model::CampaignChange{campaign});
    for (const auto& id : removed)
        change.changes.emplace_back(model::CampaignRemoval{id});
    const std::string subject
        = published.size() == 1 && removed.empty() ? published.front().name : "Campaigns";
    change.line = {m_state->host->now(), "campaign", "info", subject,
                   std::to_string(published.size()) + " published, "
                       + std::to_string(removed.size()) + " removed"};
    const auto edits = change.changes;
    {
        const std::lock_guard one(m_state->controlsMutex);
        m_state->change(std::move(change));
        if (const auto scheduled = m_state->schedule(m_state->tape.size() - 1, edits); !scheduled)
            report.errors.push_back(scheduled.error());
    }
    m_state->refreshCampaigns();
    return report;
}

std::vector<double> Engine::opportunitiesPerDay(const model::Targeting& targeting,
                                                const std::string& timeZone) const
{
    const auto sample = m_state->traces.sampled(kSample);
    const auto known = vocabulary();
    double perDay = 0;
    double open = 1;
    {
        const std::shared_lock lock(m_state->market);
        if (!m_state->host)
            return std::vector<double>(countParts(targeting) + 1, 0);
        const auto& scenario = m_state->host->plan().scenario;
        const double day = static_cast<double>(base::kDayMs);
        perDay = scenario ? static_cast<double>(scenario->traffic.auctions) * day
                / static_cast<double>(scenario->durationMs) * m_state->trafficFactor
                          : m_state->auctionsPerSecond.load() * day / 1000;
        if (targeting.hours)
            open = scenario ? openShare(*scenario, *targeting.hours, timeZone) : std::nan("");
    }
    model::Targeting timeless = targeting;
    timeless.hours.reset();
    timeless.dates.clear();
    std::vector<double> answer{perDay};
    for (std::size_t parts = 1; parts <= countParts(targeting); ++parts) {
        const model::Targeting some = firstParts(timeless, std::min(parts, countParts(timeless)));
        const auto matches = dsp::SeatBidder::matches(some, timeZone, sample, *known);
        const auto taken = static_cast<double>(std::count(matches.begin(), matches.end(), true));
        const double share
            = sample.empty() ? std::nan("") : taken / static_cast<double>(sample.size());
        answer.push_back(perDay * share * (parts > countParts(timeless) ? open : 1));
    }
    return answer;
}

Result<void> Engine::saveDraft(const std::string& name, const std::string& json)
{
    const store::Draft draft{name, json, m_state->clock.now()};
    return m_state->workspace->writeAndWait(
        [&](store::Connection& connection) { return store::saveDraft(connection, draft); });
}

std::optional<std::string> Engine::loadDraft(const std::string& name) const
{
    auto reader = m_state->workspace->reader();
    if (!reader)
        return std::nullopt;
    const auto draft = store::loadDraft(*reader, name);
    if (!draft || !draft->has_value())
        return std::nullopt;
    return (*draft)->json;
}

Result<void> Engine::discardDraft(const std::string& name)
{
    return m_state->workspace->writeAndWait(
        [&](store::Connection& connection) { return store::discardDraft(connection, name); });
}

} // namespace gavel::runtime
