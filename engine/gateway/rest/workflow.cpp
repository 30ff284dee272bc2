// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/workflow.h"

#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/base/random.h"
#include "engine/dmp/audience.h"
#include "engine/gateway/rest/display.h"
#include "engine/gateway/rest/rest_bid_response.h"
#include "engine/gateway/rest/rest_campaign.h"
#include "engine/gateway/rest/services.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace gavel::gateway {

namespace {

namespace json = boost::json;

constexpr std::size_t kSteps = 7;
constexpr std::array<std::string_view, kSteps> kStepNames{
    "user_visit",     "user_profile",   "ad_request",     "bid_request",
    "auction_result", "display_result", "feedback_result"};
/// Milliseconds after the visit by which each step should be done.
constexpr std::array<int, kSteps> kTargets{0, 5, 10, 50, 70, 85, 100};

struct Place
{
    std::string_view country;
    std::string_view region;
    std::string_view city;
};
constexpr std::array<Place, 5> kPlaces{{{"US", "CA", "San Francisco"},
                                        {"US", "NY", "New York"},
                                        {"US", "CA", "Los Angeles"},
                                        {"UK", "England", "London"},
                                        {"CA", "ON", "Toronto"}}};
constexpr std::array<std::string_view, 4> kReferrers{
    "https://www.google.com", "https://www.bing.com", "https://news.example", "direct"};

struct Slot
{
    std::string_view id;
    int width;
    int height;
    std::string_view position;
    std::int64_t floorMicros;
};
constexpr std::array<Slot, 2> kMobileSlots{
    {{"mobile_top", 320, 50, "top", 250'000}, {"mobile_inline", 300, 250, "inline", 300'000}}};
constexpr std::array<Slot, 3> kPageSlots{{{"page_top", 728, 90, "top", 500'000},
                                          {"page_sidebar", 300, 250, "sidebar", 350'000},
                                          {"page_header", 970, 250, "header", 600'000}}};
constexpr std::string_view kPublisher = "pub-001";
constexpr std::string_view kNewVisitor
    = R"({"demographics":{"age":25,"gender":"unknown"},"interests":["general"],"behaviors":["new_visitor"],"segments":["general_audience"]})";

std::string hex(std::uint64_t value)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(8, '0');
    for (std::size_t i = text.size(); i > 0; --i, value >>= 4U)
        text[i - 1] = kDigits[value & 0xfU];
    return text;
}

template<typename List>
const auto& oneOf(const List& list, base::Random& random)
{
    return list[random.below(static_cast<std::uint32_t>(list.size()))];
}

double rounded(double milliseconds)
{
    return std::round(milliseconds * 1000) / 1000;
}

/// One run through the steps; the first that fails ends it.
class Workflow
{
public:
    Workflow(Services& services, Visit visit)
        : m_services(services)
        , m_visit(std::move(visit))
        , m_random(base::mix64(services.workflows.next()
                               ^ static_cast<std::uint64_t>(base::monotonicNanos())))
    {
    }

    WorkflowOutcome run()
    {
        m_outcome.workflowId = "wf-" + hex(m_random.next());
        using Step = Result<json::object> (Workflow::*)();
        constexpr std::array<Step, kSteps> kRuns{
            &Workflow::visit,   &Workflow::profile, &Workflow::adRequest, &Workflow::bidRequest,
            &Workflow::auction, &Workflow::display, &Workflow::feedback};
        m_outcome.succeeded = true;
        for (std::size_t i = 0; i < kSteps && m_outcome.succeeded; ++i)
            runStep(i, (this->*kRuns[i])());
        finish();
        return std::move(m_outcome);
    }

private:
    double elapsed() const { return static_cast<double>(base::monotonicNanos() - m_start) / 1e6; }

    void runStep(std::size_t number, Result<json::object> step)
    {
        const double done = elapsed();
        m_timings.push_back(json::object{{"step", kStepNames[number]},
                                         {"started_ms", rounded(m_stepStart)},
                                         {"duration_ms", rounded(done - m_stepStart)},
                                         {"target_ms", kTargets[number]}});
        m_stepStart = done;
        if (step) {
            m_steps[kStepNames[number]] = std::move(*step);
            return;
        }
        m_outcome.succeeded = false;
        m_outcome.error = toString(step.error());
    }

    Result<json::object> visit()
    {
        if (m_visit.userId.empty())
            m_visit.userId = "user-" + hex(m_random.next());
        if (m_visit.deviceType.empty())
            m_visit.deviceType = oneOf(kVisitDevices, m_random);
        if (m_visit.place.country.empty() && m_visit.place.city.empty()) {
            const Place& place = oneOf(kPlaces, m_random);
            m_visit.place.country = place.country;
            m_visit.place.region = place.region;
            m_visit.place.city = place.city;
        }
        return json::object{{"user_id", m_visit.userId},
                            {"device", device()},
                            {"location", geo()},
                            {"referrer", oneOf(kReferrers, m_random)},
                            {"timestamp", base::toIso(m_services.clock.now())}};
    }

    Result<json::object> profile()
    {
        return m_services.remotes.has(Service::Dmp) ? remoteProfile() : ownProfile();
    }

    Result<json::object> ownProfile()
    {
        const auto audience = m_services.engine.audience();
        auto found = audience->profile(m_visit.userId);
        const bool isNew = !found;
        if (isNew) {
            const auto change = dmp::profileChangeFromJson(kNewVisitor);
            auto merged = audience->merge(m_visit.userId, *change);
            if (!merged)
                return merged.error();
            found = std::move(*merged);
        }
        return profileStep(*found, isNew ? "default" : "dmp");
    }

    /// A DMP that does not answer costs the profile, not the auction.
    Result<json::object> remoteProfile()
    {
        auto& remotes = m_services.remotes;
        m_offer.profileAsked = true;
        auto known = remotes.profile(m_visit.userId);
        if (!known) {
            m_profileProblem = toString(known.error());
            return json::object{{"user_id", m_visit.userId},
                                {"source", "none"},
                                {"error_code", known.error().code},
                                {"error", m_profileProblem}};
        }
        const bool isNew = !*known;
        if (isNew) {
            const auto change = dmp::profileChangeFromJson(kNewVisitor);
            *known = model::Profile{m_visit.userId,
                                    change->age,
                                    change->gender,
                                    {},
                                    {},
                                    change->interests,
                                    change->behaviours,
                                    change->segments,
                                    m_services.clock.now()};
            if (const auto told
                = remotes.tell(Service::Dmp, "PUT", userPath(m_visit.userId, "profile"),
                               std::string(kNewVisitor));
                !told)
                m_profileProblem = toString(told.error());
        }
        m_offer.profile = **known;
        return profileStep(**known, isNew ? "default" : "dmp");
    }

    json::object profileStep(const model::Profile& profile, std::string_view source)
    {
        m_profile = json::parse(dmp::toJson(profile)).as_object();
        json::object step = m_profile;
        step["source"] = source;
        return step;
    }

    Result<json::object> adRequest()
    {
        const Slot& slot = m_visit.deviceType == "mobile" ? oneOf(kMobileSlots, m_random)
                                                          : oneOf(kPageSlots, m_random);
        m_offer.id = "req-" + hex(m_random.next());
        m_offer.userId = m_visit.userId;
        m_offer.publisherId = kPublisher;
        m_offer.slot = {std::string(slot.id), slot.width, slot.height, std::string(slot.position),
                        Price::perImpression(Money{slot.floorMicros})};
        m_offer.device.type = m_visit.deviceType;
        m_offer.geo = m_visit.place;
        return json::object{{"request_id", m_offer.id},
                            {"publisher_id", kPublisher},
                            {"ad_slot", restSlot(m_offer.slot)},
                            {"user_id", m_visit.userId},
                            {"targeting_hints", targetingHints()}};
    }

    /// Empty without a profile.
    json::value targetingHints() const
    {
        if (m_profile.empty())
            return json::array();
        json::array interests;
        for (const auto& interest : m_profile.at("interests").as_array())
            if (interests.size() < 3)
                interests.push_back(interest);
        return json::object{{"interests", std::move(interests)},
                            {"segments", m_profile.at("segments")},
                            {"demographics", m_profile.at("demographics")}};
    }

    Result<json::object> bidRequest()
    {
        return json::object{{"id", m_offer.id},
                            {"user_id", m_offer.userId},
                            {"ad_slot", restSlot(m_offer.slot)},
                            {"device", device()},
                            {"geo", geo()},
                            {"timestamp", base::toIso(m_services.clock.now())}};
    }

    Result<json::object> auction()
    {
        auto sold = m_services.desk.sell(m_offer);
        if (!sold)
            return sold.error();
        m_sold = std::move(*sold);
        if (m_sold.won) {
            m_outcome.campaignId = m_sold.bids.front().campaignId;
            m_outcome.price = m_sold.price;
        }
        return restAuctionResult(m_sold);
    }

    Result<json::object> display()
    {
        if (!m_sold.won)
            return json::object{{"impression_confirmed", false},
                                {"display_type", "fallback"},
                                {"fallback_reason", "no_winning_bid"},
                                {"impression_id", nullptr}};
        const auto impression = impressionName(m_sold.auction);
        m_shown = recordDisplay(m_services, impression);
        m_outcome.confirmed = m_shown.has_value();
        json::object step{{"impression_confirmed", m_outcome.confirmed},
                          {"display_type", "paid_ad"},
                          {"impression_id", impression},
                          {"campaign_id", m_outcome.campaignId},
                          {"price", restPrice(m_sold.price)},
                          {"creative", json::parse(m_sold.bids.front().creativeJson)}};
        if (!m_shown)
            step["error"] = toString(m_shown.error());
        return step;
    }

    Result<json::object> feedback()
    {
        auto supply = m_outcome.confirmed       ? told("success")
            : m_sold.won && m_shown.has_error() ? told("failed", toString(m_shown.error()))
                                                : told("pending");
        supply["revenue"] = restPrice(m_outcome.confirmed ? m_sold.publisher : Price{});
        return json::object{{"dmp_update", tellAudience()},
                            {"dsp_update", winnerTold()},
                            {"ssp_update", std::move(supply)},
                            {"stats_update", told("success")}};
    }

    static json::object told(std::string_view status, const std::string& error = {})
    {
        return {{"status", status}, {"error", error.empty() ? json::value() : json::value(error)}};
    }

    /// What another process is told is on its way ("pending") when this returns.
    json::object tellAudience()
    {
        const json::object data{{"campaign_id", m_outcome.campaignId},
                                {"device_type", m_visit.deviceType}};
        if (m_services.remotes.has(Service::Dmp)) {
            if (!m_profileProblem.empty())
                return told("failed", m_profileProblem);
            const auto sent = m_services.remotes.tell(
                Service::Dmp, "POST", userPath(m_visit.userId, "events"),
                base::jsonText(json::object{{"event_type", "view"},
                                            {"event_id", "view-" + m_outcome.workflowId},
                                            {"event_data", data}}));
            return sent ? told("pending") : told("failed", toString(sent.error()));
        }
        model::UserEvent seen;
        seen.userId = m_visit.userId;
        seen.type = "view";
        seen.dataJson = json::serialize(data);
        const auto known = m_services.engine.audience()->record(std::move(seen));
        return known ? told("success") : told("failed", toString(known.error()));
    }

    json::object winnerTold() const
    {
        if (!m_sold.noticeProblem.empty())
            return told("failed", m_sold.noticeProblem);
        return told(m_sold.won && !m_sold.away ? "success" : "pending");
    }

    void finish()
    {
        m_outcome.milliseconds = rounded(elapsed());
        auto& result = m_outcome.result;
        result["workflow_id"] = m_outcome.workflowId;
        result["status"] = m_outcome.succeeded ? "success" : "failed";
        result["duration_ms"] = m_outcome.milliseconds;
        result["steps"] = std::move(m_steps);
        result["timings"] = std::move(m_timings);
        result["timestamp"] = base::toIso(m_services.clock.now());
        auto& book = m_services.workflows;
        const auto kept = m_outcome.succeeded
            ? book.succeeded(m_outcome.workflowId,
                             {m_sold.auction, m_offer.id, m_outcome.campaignId, m_outcome.price,
                              m_sold.bids.size(), m_services.clock.now()},
                             m_outcome.milliseconds)
            : book.failed();
        if (m_outcome.succeeded && !kept) {
            m_outcome.succeeded = false;
            m_outcome.error = toString(kept.error());
            result["status"] = "failed";
        }
        if (!m_outcome.succeeded)
            result["error"] = m_outcome.error;
    }

    json::object device() const { return {{"type", m_visit.deviceType}}; }
    json::object geo() const
    {
        return {{"country", m_visit.place.country},
                {"region", m_visit.place.region},
                {"city", m_visit.place.city}};
    }

    Services& m_services;
    Visit m_visit;
    base::Random m_random;
    std::int64_t m_start = base::monotonicNanos();
    double m_stepStart = 0;
    json::object m_steps;
    json::array m_timings;
    json::object m_profile;
    RestBidRequest m_offer;
    AuctionRecord m_sold;
    Result<void> m_shown;
    std::string m_profileProblem; ///< why the remote DMP cannot be told either
    WorkflowOutcome m_outcome;
};

} // namespace

WorkflowOutcome runWorkflow(Services& services, const Visit& visit)
{
    return Workflow(services, visit).run();
}

} // namespace gavel::gateway
