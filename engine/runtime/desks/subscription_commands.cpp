// SPDX-License-Identifier: GPL-3.0-or-later
// What people see of subscribers, and do about them.
#include "engine/model/checks.h"
#include "engine/pipeline/distribute/distribution_tables.h"
#include "engine/pipeline/distribute/message_text.h"
#include "engine/runtime/desks/subscriptions.h"
#include "engine/store/workspace.h"

#include <algorithm>
#include <chrono>

namespace gavel::runtime {

namespace {

using pipeline::DeadState;
using namespace std::chrono_literals;

constexpr auto kTestWait = 20s; ///< longer than a sender waits for an answer

Error nobody()
{
    return {"PERSON_MISSING", "actor", "somebody does this", "give a name"};
}

/// What does not say more than where it goes: the rest of the address of a webhook is its key.
std::string shownPlace(const pipeline::Subscription& subscription)
{
    const std::string& place = subscription.place;
    if (subscription.channel != pipeline::Channel::Webhook)
        return place;
    const auto host = place.find("://");
    const auto end = host == std::string::npos ? host : place.find_first_of("/?", host + 3);
    return end == std::string::npos ? place : place.substr(0, end) + "/...";
}

pipeline::Delivery testFor(const pipeline::Subscription& member, const std::string& actor,
                           TimeMs now)
{
    metrics::AlertChange change;
    change.kind = metrics::AlertChangeKind::Firing;
    change.at = now;
    change.person = actor;
    change.tell = true;
    metrics::Alert& alert = change.alert;
    alert.fingerprint = "test";
    alert.rule = "test";
    alert.name = "Test of a subscriber";
    alert.description = "Nothing is wrong: somebody wants to see that this arrives.";
    alert.subject = member.name;
    alert.level = metrics::AlertLevel::Ticket;
    alert.state = metrics::AlertState::Firing;
    alert.pendingAt = alert.firingAt = alert.heldAt = now;
    const auto position = static_cast<std::uint64_t>(now.value);
    pipeline::Delivery delivery{member.name, member.channel, member.place, {}, 1};
    // No group has a dot in its name.
    delivery.parcel = {"test." + member.name,
                       position,
                       position,
                       1,
                       member.form.format,
                       pipeline::headerText(member.form),
                       {},
                       member.topic()};
    pipeline::appendText(delivery.parcel.texts,
                         pipeline::messageText(position, pipeline::messageOf(change), member.form),
                         member.form.format);
    return delivery;
}

} // namespace

std::vector<SubscriberView> Subscriptions::subscribers() const
{
    const std::lock_guard lock(m_mutex);
    std::map<pipeline::MessageKind, std::vector<pipeline::GroupStatus>> groups;
    for (const auto& [topic, told] : m_told)
        groups[topic] = told.distributor.status();
    std::vector<SubscriberView> views;
    for (const pipeline::Subscription& one : m_set.subscribers) {
        SubscriberView& view = views.emplace_back();
        view.name = one.name;
        view.group = one.group;
        view.topic = one.topic();
        view.channel = one.channel;
        view.place = shownPlace(one);
        view.isEnabled = one.isEnabled;
        if (const auto at = m_successAt.find(one.name); at != m_successAt.end())
            view.lastSuccessAt = at->second;
        if (const auto dead = m_openDeads.find(one.group); dead != m_openDeads.end())
            view.openDead = dead->second;
        const auto& its = groups[one.topic()];
        const auto group = std::ranges::find(its, one.group, &pipeline::GroupStatus::name);
        if (group == its.end())
            continue;
        const std::uint64_t newest = m_told.at(one.topic()).newest;
        view.lag = newest - std::min(newest, group->committed);
        view.isSending = group->inFlight > 0;
        view.nextAt = group->dueAt;
        view.lastFailure = group->lastFailure;
        view.counts = group->counts;
    }
    return views;
}

std::map<std::string, std::uint64_t> Subscriptions::openDeads() const
{
    const std::lock_guard lock(m_mutex);
    auto counts = m_openDeads;
    for (const pipeline::Subscription& one : m_set.subscribers)
        counts.try_emplace(one.group, 0);
    return counts;
}

Result<std::vector<DeadDeliveryView>>
Subscriptions::deadDeliveries(const DeadDeliveryQuery& query) const
{
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    const auto deads
        = pipeline::readDeads(*reader, {query.state, query.group, query.beforeId, query.most});
    if (!deads)
        return deads.error();
    std::vector<DeadDeliveryView> views;
    for (const auto& [id, dead, changedAt, actor] : *deads)
        views.push_back({id, dead.id(), dead.parcel.group, dead.state, dead.attempts,
                         dead.parcel.count, dead.reason, dead.parcel.body(), dead.at, changedAt,
                         actor, dead.note});
    return views;
}

Result<std::vector<SubscriberAct>> Subscriptions::acts(std::size_t most) const
{
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    const auto kept = pipeline::readActs(*reader, most);
    if (!kept)
        return kept.error();
    std::vector<SubscriberAct> acts;
    for (const auto& [at, actor, action, subject, detail] : *kept)
        acts.push_back({at, actor, action, subject, detail});
    return acts;
}

/// Reads a dead delivery, lets `change` move it, and keeps what it is now with who did it.
Result<void> Subscriptions::see(std::int64_t id, const std::string& actor,
                                const std::string& action,
                                const std::function<Result<void>(pipeline::DeadDelivery&)>& change)
{
    if (model::isBlank(actor))
        return nobody();
    const std::lock_guard lock(m_mutex);
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    auto kept = pipeline::readDead(*reader, id);
    if (!kept)
        return kept.error();
    pipeline::DeadDelivery& dead = kept->dead;
    if (auto moved = change(dead); !moved)
        return moved;
    const TimeMs now = m_parts.clock.now();
    const std::string& detail = action == "discard" ? dead.note : dead.reason;
    auto done = m_parts.workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        if (auto one = pipeline::keepDead(connection, dead, actor, now); !one)
            return one;
        return pipeline::keepAct(connection, {now, actor, action, dead.id(), detail});
    });
    if (done && dead.state == DeadState::Redriven)
        m_redriven[dead.id()] = dead;
    recount();
    m_isNews = true;
    m_wake.notify_all();
    return done;
}

Result<void> Subscriptions::redrive(std::int64_t id, const std::string& actor)
{
    return see(id, actor, "redrive", [this](pipeline::DeadDelivery& dead) {
        return m_told.at(dead.parcel.topic).distributor.redrive(dead, m_parts.clock.now());
    });
}

Result<void> Subscriptions::discard(std::int64_t id, const std::string& reason,
                                    const std::string& actor)
{
    return see(id, actor, "discard",
               [&](pipeline::DeadDelivery& dead) { return pipeline::discard(dead, reason); });
}

SubscribersDocument Subscriptions::document() const
{
    const std::lock_guard lock(m_mutex);
    return m_document;
}

Result<std::size_t> Subscriptions::checkDocument(const std::string& json) const
{
    const auto set = pipeline::readSubscriberSet(json, "subscribers");
    if (!set)
        return set.error();
    return set->subscribers.size();
}

Result<std::uint32_t> Subscriptions::setDocument(const std::string& json, const std::string& actor)
{
    if (model::isBlank(actor))
        return nobody();
    auto set = pipeline::readSubscriberSet(json, "subscribers");
    if (!set)
        return set.error();
    const std::lock_guard lock(m_mutex);
    const TimeMs now = m_parts.clock.now();
    Result<std::uint32_t> version = std::uint32_t{0};
    ToldByTopic next = m_told;
    if (auto looked = lookFor(*set, next); !looked)
        return looked.error();
    change(*set, next);
    const auto lost = homeless(*set);
    auto kept = m_parts.workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        version = pipeline::keepSubscribers(connection, json, actor, now);
        if (!version)
            return version.error();
        for (const std::string& key : lost) {
            pipeline::DeadDelivery dead = m_redriven.at(key);
            dead.state = DeadState::Open;
            if (auto one = pipeline::keepDead(connection, dead, {}, now); !one)
                return one;
        }
        for (const auto& [topic, told] : next)
            if (auto state = pipeline::keepDistribution(connection, pipeline::topicName(topic),
                                                        told.distributor.state());
                !state)
                return state;
        return pipeline::keepAct(connection,
                                 {now, actor, "set", std::to_string(*version),
                                  std::to_string(set->subscribers.size()) + " subscribers"});
    });
    if (!kept)
        return kept.error();
    for (const std::string& key : lost)
        m_redriven.erase(key);
    m_told = std::move(next);
    m_set = std::move(*set);
    m_document = {*version, now, actor, json};
    recount();
    m_isNews = true;
    m_wake.notify_all();
    return version;
}

/// Keys of what is redriven for groups that are no more there.
std::vector<std::string> Subscriptions::homeless(const pipeline::SubscriberSet& wanted) const
{
    std::vector<std::string> keys;
    for (const auto& redriven : m_redriven) {
        const pipeline::Parcel& parcel = redriven.second.parcel;
        if (std::ranges::none_of(wanted.subscribers, [&](const pipeline::Subscription& one) {
                return one.group == parcel.group && one.topic() == parcel.topic;
            }))
            keys.push_back(redriven.first);
    }
    return keys;
}

Result<void> Subscriptions::sendTest(const std::string& name, const std::string& actor)
{
    if (model::isBlank(actor))
        return nobody();
    std::unique_lock lock(m_mutex);
    const auto member = std::ranges::find(m_set.subscribers, name, &pipeline::Subscription::name);
    if (member == m_set.subscribers.end())
        return Error{"SUBSCRIBER_UNKNOWN", name, "there is no such subscriber", "list them first"};
    if (!m_hasSender)
        return Error{"NOT_SENDING", name, "this program sends nothing now",
                     "start the gateway or the server"};
    const TimeMs now = m_parts.clock.now();
    auto acted = m_parts.workspace.writeAndWait([&](store::Connection& connection) {
        return pipeline::keepAct(connection, {now, actor, "test", name, {}});
    });
    if (!acted)
        return acted;
    const auto test = std::make_shared<Test>();
    test->delivery = testFor(*member, actor, now);
    m_tests.push_back(test);
    m_isNews = true;
    m_wake.notify_all();
    m_wake.wait_for(lock, kTestWait, [&] { return test->outcome.has_value(); });
    std::erase(m_tests, test);
    if (!test->outcome)
        return Error{"TEST_FAILED", name, "there is no answer yet", "see whether it arrived"};
    if (test->outcome->end != pipeline::DeliveryEnd::Delivered)
        return Error{"TEST_FAILED", name, test->outcome->reason, "correct its address or its side"};
    return {};
}

} // namespace gavel::runtime
