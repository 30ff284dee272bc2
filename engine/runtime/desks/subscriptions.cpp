// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/subscriptions.h"

#include "engine/pipeline/distribute/distribution_tables.h"
#include "engine/store/workspace.h"

#include <algorithm>
#include <chrono>

namespace gavel::runtime {

namespace {

using pipeline::DeadState;
using pipeline::DeliveryEnd;

using pipeline::MessageKind;

constexpr std::size_t kReadAtOnce = 500;
constexpr int kReadsAtOnce = 4; ///< then something is sent first
constexpr std::int64_t kPollMs = 250; ///< topics but alerts are looked for so often
constexpr std::int64_t kShortestWaitMs = 10;
constexpr std::int64_t kLongestWaitMs = base::kMinuteMs;

} // namespace

Subscriptions::Subscriptions(Parts parts)
    : m_parts(std::move(parts))
    , m_topics(m_parts.workspace, m_parts.clock)
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
    const auto redriven
        = pipeline::readDeads(*reader, {DeadState::Redriven, {}, INT64_MAX, INT64_MAX});
    if (!kept || !redriven)
        return !kept ? kept.error() : redriven.error();
    pipeline::SubscriberSet set;
    if (*kept) {
        auto read = pipeline::readSubscriberSet((*kept)->json, "subscribers");
        if (!read)
            return read.error();
        set = std::move(*read);
        m_document = {(*kept)->version, (*kept)->at, (*kept)->actor, (*kept)->json};
    }
    ToldByTopic told;
    for (const MessageKind topic : pipeline::kTopics) {
        Told& one = told.emplace(topic, Told{pipeline::Distributor(m_parts.seed), 0}).first->second;
        const auto state = pipeline::readDistribution(*reader, pipeline::topicName(topic));
        if (!state)
            return state.error();
        if (!state->empty())
            if (auto restored = one.distributor.restore(*state, "distribution"); !restored)
                return restored;
    }
    if (auto looked = lookFor(set, told); !looked)
        return looked;
    m_set = {};
    change(set, told);
    m_told = std::move(told);
    m_set = std::move(set);
    m_isNews = true;
    m_redriven.clear();
    m_toRedrive.clear();
    for (const pipeline::KeptDead& dead : *redriven)
        m_toRedrive.push_back(dead.id);
    recount();
    return {};
}

/// Where the topics are that somebody wants to be told of.
Result<void> Subscriptions::lookFor(const pipeline::SubscriberSet& wanted, ToldByTopic& told)
{
    for (const pipeline::Subscription& one : wanted.subscribers) {
        const auto kept = m_topics.look(one.topic());
        if (!kept)
            return kept.error();
        told.at(one.topic()).newest = kept->newest;
    }
    return {};
}

void Subscriptions::hear()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isNews = true;
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
    TimeMs due = now + (polls() ? kPollMs : kLongestWaitMs);
    for (const auto& [topic, told] : m_told)
        due = std::min(due, told.distributor.dueAt());
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
    redriveWaiting();
    const auto turn = m_told.upper_bound(m_lastTopic);
    for (const auto& [begin, end] :
         {std::pair{turn, m_told.end()}, std::pair{m_told.begin(), turn}})
        for (auto told = begin; told != end; ++told) {
            readOn(told->first, told->second);
            if (auto outgoing = decide(told->first, told->second))
                return outgoing;
        }
    return std::nullopt;
}

std::optional<Outgoing> Subscriptions::decide(MessageKind topic, Told& told)
{
    auto delivery = told.distributor.decide(m_parts.clock.now());
    if (!delivery)
        return std::nullopt;
    const auto kept = m_parts.workspace.writeAndWait([&](store::Connection& connection) {
        return pipeline::keepDistribution(connection, pipeline::topicName(topic),
                                          told.distributor.state());
    });
    if (!kept)
        return std::nullopt; // a workspace that writes no more has its own alarm; nothing is sent
    m_lastTopic = topic;
    return Outgoing{std::move(*delivery), m_set.allow};
}

/// Nobody says when there is more of these.
bool Subscriptions::polls() const
{
    return std::ranges::any_of(m_told, [](const auto& told) {
        return told.first != MessageKind::Alert && told.second.distributor.hasMembers();
    });
}

void Subscriptions::readOn(MessageKind topic, Told& told)
{
    if (!told.distributor.hasMembers())
        return;
    const auto kept = m_topics.look(topic);
    if (!kept)
        return;
    told.newest = kept->newest;
    for (const auto& behind : told.distributor.groupsBehind(told.newest))
        if (offerTo(topic, told, *kept, behind))
            m_isNews = true;
}

/// Until it has everything or no room; true when there is more that it has room for. What is not
/// told to people is passed over.
bool Subscriptions::offerTo(MessageKind topic, Told& told, const pipeline::KeptPlaces& kept,
                            const pipeline::Distributor::Behind& behind)
{
    const TimeMs now = m_parts.clock.now();
    pipeline::Distributor& distributor = told.distributor;
    std::uint64_t done = behind.from - 1;
    if (behind.from < kept.oldest) {
        distributor.missTo(behind.group, kept.oldest - 1, now);
        done = kept.oldest - 1;
    }
    for (int reads = 0; done < told.newest && reads < kReadsAtOnce; ++reads) {
        const auto messages = m_topics.read(topic, done, kReadAtOnce);
        if (!messages || messages->empty())
            return false;
        for (const auto& [place, message] : *messages) {
            distributor.passTo(behind.group, place - 1);
            if (!message)
                distributor.passTo(behind.group, place);
            else if (distributor.offerTo(behind.group, place, *message, now)
                     == pipeline::Offered::Later)
                return false;
            done = place;
        }
    }
    return done < told.newest;
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
    const auto redriven = m_told.at(kept->dead.parcel.topic).distributor.redrive(kept->dead, now);
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
            if (auto news
                = m_told.at(delivery.parcel.topic).distributor.note(delivery, outcome, now))
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
        const MessageKind topic = delivery.parcel.topic;
        return pipeline::keepDistribution(connection, pipeline::topicName(topic),
                                          m_told.at(topic).distributor.state());
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

/// The groups and members as another document has them. A new group begins at the newest place.
void Subscriptions::change(const pipeline::SubscriberSet& wanted, ToldByTopic& told) const
{
    const auto stays = [&](const pipeline::Subscription& old) {
        return old.isEnabled
            && std::ranges::find(wanted.subscribers, old) != wanted.subscribers.end();
    };
    for (const pipeline::Subscription& old : m_set.subscribers)
        if (!stays(old))
            told.at(old.topic()).distributor.unsubscribe(old.name);
    for (const pipeline::Subscription& one : wanted.subscribers)
        if (Told& its = told.at(one.topic()); one.isEnabled)
            (void)its.distributor.subscribe(one, its.newest); // the document was checked
    for (const pipeline::Subscription& old : m_set.subscribers)
        if (std::ranges::none_of(wanted.subscribers, [&](const pipeline::Subscription& one) {
                return one.group == old.group && one.topic() == old.topic();
            }))
            told.at(old.topic()).distributor.forget(old.group);
}

} // namespace gavel::runtime
