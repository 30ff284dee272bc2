// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/subscriptions.h"

#include "engine/health/alert_tables.h"
#include "engine/pipeline/distribute/distribution_tables.h"
#include "engine/store/workspace.h"

#include <algorithm>
#include <chrono>

namespace gavel::runtime {

namespace {

using pipeline::DeadState;
using pipeline::DeliveryEnd;

constexpr std::size_t kReadAtOnce = 200;
constexpr std::int64_t kShortestWaitMs = 10;
constexpr std::int64_t kLongestWaitMs = base::kMinuteMs;

} // namespace

Subscriptions::Subscriptions(Parts parts)
    : m_parts(std::move(parts))
    , m_distributor(m_parts.seed)
{
}

Result<std::unique_ptr<Subscriptions>> Subscriptions::open(Parts parts)
{
    std::unique_ptr<Subscriptions> subscriptions(new Subscriptions(std::move(parts)));
    const std::lock_guard lock(subscriptions->m_mutex);
    if (auto loaded = subscriptions->load(); !loaded)
        return loaded.error();
    return subscriptions;
}

/// From what is durable, as after a crash.
Result<void> Subscriptions::load()
{
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    const auto kept = pipeline::readSubscribers(*reader);
    const auto state = pipeline::readDistribution(*reader, kAlerts);
    const auto newest = health::newestAlertChange(*reader);
    const auto redriven
        = pipeline::readDeads(*reader, {DeadState::Redriven, {}, INT64_MAX, INT64_MAX});
    if (!kept || !state || !newest || !redriven)
        return !kept  ? kept.error()
            : !state  ? state.error()
            : !newest ? newest.error()
                      : redriven.error();
    pipeline::SubscriberSet set;
    if (*kept) {
        auto read = pipeline::readSubscriberSet((*kept)->json, "subscribers");
        if (!read)
            return read.error();
        set = std::move(*read);
        m_document = {(*kept)->version, (*kept)->at, (*kept)->actor, (*kept)->json};
    }
    pipeline::Distributor distributor(m_parts.seed);
    if (!state->empty())
        if (auto restored = distributor.restore(*state, "distribution"); !restored)
            return restored;
    m_set = {};
    m_distributor = std::move(distributor);
    m_distributor = changed(set, *newest);
    m_set = std::move(set);
    m_newest = *newest;
    m_heard = m_isNews = true;
    m_redriven.clear();
    m_toRedrive.clear();
    for (const pipeline::KeptDead& dead : *redriven)
        m_toRedrive.push_back(dead.id);
    recount();
    return {};
}

void Subscriptions::hear()
{
    {
        const std::lock_guard lock(m_mutex);
        m_heard = m_isNews = true;
    }
    m_wake.notify_all();
}

std::optional<Outgoing> Subscriptions::next(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_hasSender) {
        if (const auto loaded = load(); !loaded)
            m_parts.say({m_parts.clock.now(), "gateway", "bad", "Subscribers",
                         base::toString(loaded.error())});
        m_hasSender = true;
    }
    while (!stop.stop_requested()) {
        m_isNews = false;
        if (auto outgoing = take())
            return outgoing;
        m_wake.wait_for(lock, stop, std::chrono::milliseconds(waitMs()),
                        [this] { return m_isNews; });
    }
    m_hasSender = false;
    return std::nullopt;
}

std::optional<Outgoing> Subscriptions::tryNext()
{
    const std::lock_guard lock(m_mutex);
    return take();
}

std::int64_t Subscriptions::waitMs() const
{
    const TimeMs now = m_parts.clock.now();
    TimeMs due = std::min(m_distributor.dueAt(), now + kLongestWaitMs);
    if (!m_toRedrive.empty())
        due = std::min(due, now + pipeline::kRedriveEveryMs);
    return std::clamp(due - now, kShortestWaitMs, kLongestWaitMs);
}

std::optional<Outgoing> Subscriptions::take()
{
    for (const auto& test : m_tests)
        if (!test->isSent) {
            test->isSent = true;
            return Outgoing{test->delivery, m_set.allow};
        }
    readOn();
    redriveWaiting();
    auto delivery = m_distributor.decide(m_parts.clock.now());
    if (!delivery)
        return std::nullopt;
    const auto kept = m_parts.workspace.writeAndWait([&](store::Connection& connection) {
        return pipeline::keepDistribution(connection, kAlerts, m_distributor.state());
    });
    if (!kept)
        return std::nullopt; // a workspace that writes no more has its own alarm; nothing is sent
    return Outgoing{std::move(*delivery), m_set.allow};
}

void Subscriptions::readOn()
{
    if (!m_heard && m_distributor.groupsBehind(m_newest).empty())
        return;
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return;
    if (const auto newest = health::newestAlertChange(*reader)) {
        m_newest = *newest;
        m_heard = false;
    }
    for (const auto& behind : m_distributor.groupsBehind(m_newest))
        offerTo(*reader, behind);
}

/// Until it has everything or no room. What is not told to people is passed over.
void Subscriptions::offerTo(store::Connection& reader, const pipeline::Distributor::Behind& behind)
{
    const TimeMs now = m_parts.clock.now();
    for (std::uint64_t done = behind.from - 1; done < m_newest;) {
        const auto changes = health::readAlertChangesAfter(reader, done, kReadAtOnce);
        if (!changes || changes->empty())
            return;
        for (const auto& [number, change] : *changes) {
            m_distributor.passTo(behind.group, number - 1);
            if (!change || !change->tell)
                m_distributor.passTo(behind.group, number);
            else if (m_distributor.offerTo(behind.group, number, pipeline::messageOf(*change), now)
                     == pipeline::Offered::Later)
                return;
            done = number;
        }
    }
}

/// Those that a person redrove before the program ended.
void Subscriptions::redriveWaiting()
{
    if (m_toRedrive.empty())
        return;
    auto reader = m_parts.workspace.reader();
    if (reader)
        std::erase_if(m_toRedrive, [&](std::int64_t id) { return redriveAgain(*reader, id); });
}

/// False when it is not its turn yet.
bool Subscriptions::redriveAgain(store::Connection& reader, std::int64_t id)
{
    auto kept = pipeline::readDead(reader, id);
    if (!kept || kept->dead.state != DeadState::Redriven)
        return true;
    const TimeMs now = m_parts.clock.now();
    const auto redriven = m_distributor.redrive(kept->dead, now);
    if (redriven) {
        m_redriven[kept->dead.id()] = std::move(kept->dead);
        return true;
    }
    if (redriven.error().code != "GROUP_UNKNOWN")
        return redriven.error().code != "REDRIVE_LIMITED";
    kept->dead.state = DeadState::Open;
    (void)m_parts.workspace.writeAndWait([&](store::Connection& connection) {
        return pipeline::keepDead(connection, kept->dead, {}, now);
    });
    recount();
    return true;
}

void Subscriptions::note(const pipeline::Delivery& delivery,
                         const pipeline::DeliveryOutcome& outcome)
{
    {
        const std::lock_guard lock(m_mutex);
        const TimeMs now = m_parts.clock.now();
        if (outcome.end == DeliveryEnd::Delivered)
            m_successAt[delivery.member] = now;
        if (!noteTest(delivery, outcome))
            if (auto news = m_distributor.note(delivery, outcome, now))
                keep(*news, delivery);
        m_isNews = true;
    }
    m_wake.notify_all();
}

/// What became of a parcel, with the state of its group, in one commit.
void Subscriptions::keep(const pipeline::ParcelNews& news, const pipeline::Delivery& delivery)
{
    const TimeMs now = m_parts.clock.now();
    auto dead = news.dead;
    const auto redriven = m_redriven.find(delivery.parcel.key());
    if (news.isDelivered && redriven != m_redriven.end()) {
        dead = redriven->second;
        dead->attempts = delivery.attempt;
        dead->state = DeadState::Delivered;
    }
    (void)m_parts.workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        if (dead)
            if (auto one = pipeline::keepDead(connection, *dead, {}, now); !one)
                return one;
        return pipeline::keepDistribution(connection, kAlerts, m_distributor.state());
    });
    if (!dead)
        return;
    m_redriven.erase(delivery.parcel.key());
    recount();
    if (news.dead)
        m_parts.say({now, "gateway", "bad", delivery.member,
                     "nobody took " + news.dead->id() + " in " + std::to_string(news.dead->attempts)
                         + " tries: " + news.dead->reason});
}

bool Subscriptions::noteTest(const pipeline::Delivery& delivery,
                             const pipeline::DeliveryOutcome& outcome)
{
    for (const auto& test : m_tests)
        if (test->delivery.parcel.key() == delivery.parcel.key()) {
            test->outcome = outcome;
            return true;
        }
    return false;
}

void Subscriptions::recount()
{
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return;
    if (auto counts = pipeline::countOpenDeads(*reader))
        m_openDeads = std::move(*counts);
}

/// The groups and members as another document has them. A new group begins behind `from`.
pipeline::Distributor Subscriptions::changed(const pipeline::SubscriberSet& wanted,
                                             std::uint64_t from) const
{
    pipeline::Distributor next = m_distributor;
    const auto stays = [&](const pipeline::Subscription& old) {
        return old.isEnabled
            && std::ranges::find(wanted.subscribers, old) != wanted.subscribers.end();
    };
    for (const pipeline::Subscription& old : m_set.subscribers)
        if (!stays(old))
            next.unsubscribe(old.name);
    for (const pipeline::Subscription& one : wanted.subscribers)
        if (one.isEnabled)
            (void)next.subscribe(one, from); // the document was checked: they fit together
    for (const pipeline::Subscription& old : m_set.subscribers)
        if (std::ranges::find(wanted.subscribers, old.group, &pipeline::Subscription::group)
            == wanted.subscribers.end())
            next.forget(old.group);
    return next;
}

} // namespace gavel::runtime
