// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/attribution.h"

#include "engine/base/random.h"
#include "engine/model/auction_name.h"
#include "engine/pipeline/counters/counter_table.h"
#include "engine/store/connection.h"
#include "engine/store/event_key.h"
#include "engine/store/tiers/event_reader.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <utility>

namespace gavel::pipeline {

namespace {

using model::AttributedBy;
using model::EventKind;
using store::LoggedEvent;

constexpr int kMostTouchSteps = 256; ///< back through the touches of one user
constexpr std::int64_t kMostSources = 64; ///< of markets, that are recalled

bool isTouch(const LoggedEvent& event)
{
    const bool isKind = event.kind >= EventKind::Win && event.kind <= EventKind::Click;
    return isKind && (!event.uncharged || event.kind == EventKind::Win);
}

} // namespace

/// Touches that may have caused an event, and which of two is the better one.
class Attribution::Wanted
{
public:
    Wanted(const LoggedEvent& event, const Belongings& belongings)
        : m_event(event)
        , m_belongings(belongings)
    {
    }
    /// Only those of a user, in these times before it.
    Wanted& within(EventKind first, EventKind last, std::int64_t ms)
    {
        m_first = first;
        m_last = last;
        m_within = ms;
        return *this;
    }
    std::uint32_t adOf(const Touch& touch) const
    {
        return m_belongings.adOf(Belongings::moment(touch.run, touch.at), touch.ad, touch.creative);
    }
    bool fits(const Touch& touch) const
    {
        if (touch.kind >= m_event.kind || touch.kind < m_first || touch.kind > m_last)
            return false;
        if (m_within && (touch.at > m_event.at || m_event.at - touch.at > *m_within))
            return false;
        return (m_event.campaign == 0 || touch.campaign == m_event.campaign)
            && (m_event.ad == 0 || adOf(touch) == m_event.ad);
    }
    /// The touch, if it fits and nothing better was found: a click before what was shown, the
    /// later one of two.
    const Touch* better(const Touch& touch, const Touch* found) const
    {
        if (!fits(touch))
            return found;
        const bool isClick = touch.kind == EventKind::Click;
        const bool isBetter = found == nullptr
            || (isClick != (found->kind == EventKind::Click) ? isClick : touch.at > found->at);
        return isBetter ? &touch : found;
    }

private:
    const LoggedEvent& m_event;
    const Belongings& m_belongings;
    EventKind m_first = EventKind::Win;
    EventKind m_last = EventKind::Click;
    std::optional<std::int64_t> m_within;
};

void Attribution::Cause::complete(LoggedEvent& event) const
{
    event.bid = static_cast<std::int64_t>(how);
    const auto fill
        = [](std::uint32_t& told, std::uint32_t known) { told = told != 0 ? told : known; };
    fill(event.campaign, campaign);
    fill(event.ad, ad);
    fill(event.creative, creative);
    fill(event.placement, placement);
    fill(event.seller, seller);
    fill(event.audience, audience);
}

Attribution::Attribution(std::size_t mostTouches)
    : m_mostTouches(mostTouches)
    , m_users(mostTouches)
    , m_requests(mostTouches)
{
    assert(std::has_single_bit(mostTouches));
    m_touches.reserve(mostTouches);
}

void Attribution::take(const LoggedEvent& event)
{
    if (model::isRealAuction(event.auction) && isTouch(event))
        remember(event, 0);
}

Result<void> Attribution::store(store::Connection& /*connection*/)
{
    return {};
}

void Attribution::told(const LoggedEvent& event, std::uint64_t request)
{
    if (isTouch(event))
        remember(event, request);
}

/// Clicks stand apart, so that what was shown since does not hide them.
std::size_t Attribution::userBucket(std::uint64_t user, bool isClick) const
{
    return bucketOf(isClick ? base::mix64(user) : user);
}

void Attribution::remember(const LoggedEvent& event, std::uint64_t request)
{
    if (event.user == 0 && request == 0)
        return;
    Touch touch{store::eventKey(event.source, event.sequence),
                event.at,
                event.user,
                request,
                0,
                0,
                event.campaign,
                event.ad,
                event.creative,
                event.placement,
                event.seller,
                event.audience,
                event.run,
                event.kind};
    const std::uint64_t place = ++m_taken;
    const auto join = [place](std::uint64_t& newest) { return std::exchange(newest, place); };
    if (event.user != 0)
        touch.beforeOfUser = join(m_users[userBucket(event.user, event.kind == EventKind::Click)]);
    if (request != 0)
        touch.beforeOfRequest = join(m_requests[bucketOf(request)]);
    if (m_touches.size() < m_mostTouches)
        m_touches.push_back(touch);
    else
        m_touches[(place - 1) % m_mostTouches] = touch;
}

const Attribution::Touch* Attribution::at(std::uint64_t place) const
{
    return place == 0 || place + m_mostTouches <= m_taken ? nullptr
                                                          : &m_touches[(place - 1) % m_mostTouches];
}

const Attribution::Touch* Attribution::bestOfUser(const Wanted& wanted, std::uint64_t user,
                                                  bool clicks) const
{
    const Touch* best = nullptr;
    const Touch* touch = at(m_users[userBucket(user, clicks)]);
    for (int step = 0; touch != nullptr && step < kMostTouchSteps;
         ++step, touch = at(touch->beforeOfUser))
        if (touch->user == user)
            best = wanted.better(*touch, best);
    return best;
}

const Attribution::Touch* Attribution::bestOfRequest(const Wanted& wanted,
                                                     std::uint64_t request) const
{
    const Touch* best = nullptr;
    const Touch* touch = request == 0 ? nullptr : at(m_requests[bucketOf(request)]);
    for (int step = 0; touch != nullptr && step < kMostTouchSteps;
         ++step, touch = at(touch->beforeOfRequest))
        if (touch->request == request)
            best = wanted.better(*touch, best);
    return best;
}

// An auction whose day lies in a file that cannot be read now is as one that is not known: a sender
// does not wait for it.
Result<std::optional<Attribution::Touch>>
Attribution::ofAuction(store::Connection& connection, std::uint64_t auction, EventKind before)
{
    const auto find = connection.cached(
        "SELECT e.key, e.at, e.campaign, e.ad, e.creative, e.placement, e.seller, e.audience, "
        "e.kind, "
        "(SELECT run FROM source WHERE id = e.key >> 40) FROM event e WHERE e.auction = $1 AND "
        "e.auction < "
        "0 AND e.kind >= 2 AND e.kind < $2 AND (e.uncharged = 0 OR e.kind = 2) ORDER BY e.kind "
        "DESC, e.key DESC LIMIT 1");
    if (!find)
        return find.error();
    std::optional<Touch> found;
    if (const auto row = (*find)->bindAll(auction, static_cast<int>(before)).step(); row && *row) {
        const auto number
            = [&](int column) { return static_cast<std::uint32_t>((*find)->integer(column)); };
        found.emplace();
        found->key = (*find)->integer(0);
        found->at = {(*find)->integer(1)};
        found->campaign = number(2);
        found->ad = number(3);
        found->creative = number(4);
        found->placement = number(5);
        found->seller = number(6);
        found->audience = number(7);
        found->kind = static_cast<EventKind>(number(8));
        found->run = number(9);
    }
    (*find)->reset();
    return found;
}

Result<std::optional<Attribution::Cause>>
Attribution::causeOf(store::Connection& connection, const LoggedEvent& event, const Named& named,
                     const AttributionWindows& windows, const Belongings& belongings) const
{
    if (event.kind != EventKind::Click && event.kind != EventKind::Conversion)
        return std::optional<Cause>();
    Wanted wanted(event, belongings);
    const auto causeBy = [&](const Touch& touch, AttributedBy how) {
        return Cause{
            touch.key,       how,          touch.campaign, wanted.adOf(touch), touch.creative,
            touch.placement, touch.seller, touch.audience};
    };
    const Touch* ofRequest = bestOfRequest(wanted, named.request);
    if (named.auction != 0) {
        const auto touch = ofAuction(connection, named.auction, event.kind);
        if (!touch)
            return touch.error();
        const bool isClicked = ofRequest != nullptr && ofRequest->kind == EventKind::Click;
        if (*touch && wanted.fits(**touch) && (!isClicked || (*touch)->kind == EventKind::Click))
            return std::optional(causeBy(**touch, AttributedBy::Request));
    }
    if (ofRequest != nullptr)
        return std::optional(causeBy(*ofRequest, AttributedBy::Request));
    if (event.user == 0)
        return std::optional<Cause>();
    const bool isClick = event.kind == EventKind::Click;
    if (windows.clickMs > 0 && !isClick) {
        wanted.within(EventKind::Click, EventKind::Click, windows.clickMs);
        if (const Touch* click = bestOfUser(wanted, event.user, true))
            return std::optional(causeBy(*click, AttributedBy::Click));
    }
    if (windows.viewMs == 0)
        return std::optional<Cause>();
    // Who won an auction has shown something only when it says so; a click proves it.
    wanted.within(isClick ? EventKind::Win : EventKind::Impression, EventKind::Viewable,
                  windows.viewMs);
    const Touch* view = bestOfUser(wanted, event.user, false);
    return view == nullptr ? std::optional<Cause>()
                           : std::optional(causeBy(*view, AttributedBy::View));
}

namespace {

/// What may have touches: collectors, and markets of late if one of them had a real auction.
struct RecalledSource
{
    std::uint32_t source = 0;
    std::uint32_t run = 0;
    bool isOutside = false;
};
Result<std::vector<RecalledSource>> recalledSources(store::Connection& connection)
{
    auto statement = connection.prepare(
        "SELECT s.id, s.run, 1 FROM source s JOIN run r ON r.id = s.run WHERE r.market = $1 UNION "
        "ALL "
        "SELECT * FROM (SELECT s.id, s.run, 0 FROM source s JOIN run r ON r.id = s.run WHERE "
        "r.market "
        "<> $1 AND EXISTS (SELECT 1 FROM event_warm WHERE auction < 0 AND kind >= 2) ORDER BY s.id "
        "DESC LIMIT $2)");
    if (!statement)
        return statement.error();
    statement->bindAll(kOutsideMarket, kMostSources);
    std::vector<RecalledSource> sources;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return sources;
        sources.push_back({static_cast<std::uint32_t>(statement->integer(0)),
                           static_cast<std::uint32_t>(statement->integer(1)),
                           statement->integer(2) != 0});
    }
}

} // namespace

Result<void> Attribution::recall(store::Connection& connection)
{
    const auto sources = recalledSources(connection);
    if (!sources)
        return sources.error();
    std::vector<LoggedEvent> events;
    for (const RecalledSource& from : *sources) {
        store::EventsWanted newest;
        newest.firstKey = store::eventKey(from.source, 0);
        newest.lastKey = store::eventKey(from.source, store::kMostSequence);
        newest.order = store::EventsWanted::Order::Falling;
        newest.warmOnly = true;
        std::size_t left = std::max<std::size_t>(m_mostTouches / sources->size(), 1);
        auto read = store::eachEvent(connection, newest, [&](const store::EventRow& row) {
            const LoggedEvent event = store::eventOf(from.run, row);
            if ((from.isOutside || model::isRealAuction(event.auction)) && isTouch(event))
                events.push_back(event);
            return --left > 0;
        });
        if (!read)
            return read;
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const LoggedEvent& a, const LoggedEvent& b) { return a.at < b.at; });
    for (const LoggedEvent& event : events)
        remember(event, 0);
    return {};
}

Result<void> keepCause(store::Connection& connection, const LoggedEvent& event,
                       const Attribution::Cause& cause)
{
    const auto keep
        = connection.cached("INSERT INTO attribution (event, cause, how) VALUES ($1, $2, $3)");
    if (!keep)
        return keep.error();
    return (*keep)
        ->bindAll(store::eventKey(event.source, event.sequence), cause.key,
                  static_cast<int>(cause.how))
        .run();
}

} // namespace gavel::pipeline
