// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/distribute/consumer_group.h"

#include "engine/base/enum_name.h"
#include "engine/pipeline/distribute/message_text.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace gavel::pipeline {

ConsumerGroup::ConsumerGroup(std::string name, std::uint64_t from, base::Random random)
    : m_name(std::move(name))
    , m_taken(from)
    , m_random(random)
{
}

Result<void> ConsumerGroup::join(const Subscription& member)
{
    for (const Subscription& other : m_members)
        if (other.name != member.name && !other.fitsTogether(member))
            return Error{"GROUP_DIFFERS", "group " + m_name,
                         "\"" + member.name + "\" and \"" + other.name
                             + "\" do not want the same messages in the same form",
                         "give it another group, or the same filter, fields, batch and retry"};
    // What was gathered keeps the form it was gathered in.
    if (m_members.empty() || !rules().fitsTogether(member))
        closeFilling({INT64_MIN});
    const auto place = std::ranges::lower_bound(m_members, member.name, {}, &Subscription::name);
    if (place != m_members.end() && place->name == member.name)
        *place = member;
    else
        m_members.insert(place, member);
    return {};
}

bool ConsumerGroup::leave(std::string_view member)
{
    if (std::erase_if(m_members, [&](const Subscription& one) { return one.name == member; }) == 0)
        return false;
    for (auto* batches : {&m_batches, &m_redriven})
        for (Batch& batch : *batches)
            if (batch.stage == Stage::UnderWay && batch.member == member)
                batch.stage = Stage::Waiting;
    return true;
}

Offered ConsumerGroup::offer(std::uint64_t position, const Message& message, TimeMs now)
{
    if (position <= m_taken)
        return Offered::Known;
    if (position != wantsFrom() || m_members.empty() || !hasRoom())
        return Offered::Later;
    m_taken = position;
    if (position <= m_refillTo)
        refill(position, message, now);
    else if (rules().takes(message))
        take(position, message, now);
    return Offered::Taken;
}

void ConsumerGroup::pass(std::uint64_t position)
{
    m_taken = std::max(m_taken, position);
    closeRefilled(m_taken);
}

void ConsumerGroup::miss(std::uint64_t position, TimeMs now)
{
    if (position <= m_taken || m_members.empty() || !hasRoom())
        return;
    const std::uint64_t missed = position - m_taken;
    m_counts.missed += missed;
    const bool isTold = position > m_refillTo && !rules().form.notification;
    pass(position);
    if (isTold)
        take(position, missedMessage(rules().topic(), missed, now), now);
}

bool ConsumerGroup::hasRoom() const
{
    return wantsFrom() <= m_refillTo
        || (m_backlog < kMostBacklog && m_backlogBytes < kMostBacklogBytes);
}

void ConsumerGroup::take(std::uint64_t position, const Message& message, TimeMs now)
{
    const MessageForm& form = rules().form;
    const std::string text = messageText(position, message, form);
    if (!m_batches.empty()
        && m_batches.back().parcel.texts.size() + text.size() > rules().batch.mostBytes)
        closeFilling(now);
    if (m_batches.empty() || m_batches.back().stage != Stage::Filling) {
        Batch batch;
        batch.parcel
            = {m_name, position, position, 0, form.format, headerText(form), {}, rules().topic()};
        batch.openedAt = now;
        m_batches.push_back(std::move(batch));
    }
    Batch& batch = m_batches.back();
    append(batch, position, text);
    if (batch.parcel.count >= rules().batch.mostMessages)
        close(batch, now);
}

/// The parcels that were begun get the messages they had.
void ConsumerGroup::refill(std::uint64_t position, const Message& message, TimeMs now)
{
    for (Batch& batch : m_batches) {
        if (batch.stage != Stage::Refilling || position < batch.parcel.first
            || position > batch.parcel.last || !rules().takes(message))
            continue;
        const MessageForm& form = rules().form;
        batch.parcel.format = form.format;
        batch.parcel.header = headerText(form);
        batch.parcel.topic = rules().topic();
        batch.openedAt = now;
        const std::uint64_t last = batch.parcel.last;
        append(batch, position, messageText(position, message, form));
        batch.parcel.last = last;
    }
    closeRefilled(position);
}

void ConsumerGroup::closeRefilled(std::uint64_t position)
{
    for (Batch& batch : m_batches)
        if (batch.stage == Stage::Refilling && batch.parcel.last <= position)
            close(batch, batch.openedAt);
    prune();
}

void ConsumerGroup::append(Batch& batch, std::uint64_t position, std::string_view text)
{
    const std::size_t before = batch.parcel.texts.size();
    appendText(batch.parcel.texts, text, batch.parcel.format);
    batch.parcel.last = position;
    ++batch.parcel.count;
    ++m_backlog;
    m_backlogBytes += batch.parcel.texts.size() - before;
}

void ConsumerGroup::close(Batch& batch, TimeMs dueAt)
{
    batch.stage = batch.parcel.count == 0 ? Stage::Done : Stage::Waiting;
    batch.dueAt = dueAt;
}

void ConsumerGroup::closeFilling(TimeMs dueAt)
{
    if (!m_batches.empty() && m_batches.back().stage == Stage::Filling)
        close(m_batches.back(), dueAt);
}

std::uint64_t ConsumerGroup::committed() const
{
    return m_batches.empty() ? m_taken : m_batches.front().parcel.first - 1;
}

/// The parcels that are begun or may be: those that are redriven, and as many as there are members,
/// the oldest first.
template<typename Group>
auto ConsumerGroup::begun(Group& group)
{
    std::vector<decltype(&group.m_batches.front())> batches;
    for (auto& batch : group.m_redriven)
        batches.push_back(&batch);
    std::size_t open = 0;
    for (auto& batch : group.m_batches) {
        if (batch.stage == Stage::Done)
            continue;
        if (batch.attempts == 0 && open >= group.m_members.size())
            break;
        ++open;
        batches.push_back(&batch);
    }
    return batches;
}

std::optional<Delivery> ConsumerGroup::decide(TimeMs now)
{
    if (m_members.empty())
        return std::nullopt;
    if (!m_batches.empty() && now >= m_batches.back().openedAt + rules().batch.mostWaitMs)
        closeFilling(now);
    const auto batches = begun(*this);
    const auto next = std::ranges::find_if(batches, [now](const Batch* one) {
        return one->stage == Stage::Waiting && one->dueAt <= now;
    });
    if (next == batches.end())
        return std::nullopt;
    Batch* batch = *next;
    const Subscription* member = freeMember(batch->member);
    if (member == nullptr)
        return std::nullopt;
    batch->stage = Stage::UnderWay;
    batch->member = member->name;
    ++batch->attempts;
    m_counts.retries += batch->attempts > 1 ? 1 : 0;
    m_lastMember = member->name;
    return Delivery{member->name, member->channel, member->place, batch->parcel, batch->attempts};
}

/// The one whose turn it is, of those that have nothing under way; the one that failed before only
/// when there is no other.
const Subscription* ConsumerGroup::freeMember(std::string_view failedBefore) const
{
    std::set<std::string_view> busy;
    for (const Batch* batch : begun(*this))
        if (batch->stage == Stage::UnderWay)
            busy.insert(batch->member);
    const auto turn = std::ranges::upper_bound(m_members, m_lastMember, {}, &Subscription::name);
    const Subscription* found = nullptr;
    for (const auto& [begin, end] :
         {std::pair{turn, m_members.end()}, std::pair{m_members.begin(), turn}})
        for (auto member = begin; member != end; ++member) {
            if (busy.contains(member->name))
                continue;
            found = &*member;
            if (member->name != failedBefore)
                return found;
        }
    return found;
}

TimeMs ConsumerGroup::dueAt() const
{
    TimeMs due{INT64_MAX};
    if (m_members.empty() || freeMember({}) == nullptr)
        return due;
    for (const Batch* batch : begun(*this)) {
        if (batch->stage == Stage::Waiting)
            due = std::min(due, batch->dueAt);
        if (batch->stage == Stage::Filling)
            due = std::min(due, batch->openedAt + rules().batch.mostWaitMs);
    }
    return due;
}

Result<ParcelNews> ConsumerGroup::note(const Delivery& delivery, const DeliveryOutcome& outcome,
                                       TimeMs now)
{
    Batch* batch = underWay(delivery);
    if (batch == nullptr)
        return Error{"DELIVERY_UNKNOWN", delivery.parcel.key(), "this attempt is not under way",
                     "report the outcome of what was decided, once"};
    if (outcome.end != DeliveryEnd::Delivered) {
        m_lastFailure = outcome.reason;
        return noteFailure(*batch, outcome, now);
    }
    m_lastFailure.clear();
    ++m_counts.parcels;
    m_counts.messages += batch->parcel.count;
    finish(*batch);
    return ParcelNews{true, std::nullopt};
}

ParcelNews ConsumerGroup::noteFailure(Batch& batch, const DeliveryOutcome& outcome, TimeMs now)
{
    assert(batch.stage == Stage::UnderWay);
    ++batch.failed;
    const base::RetryPolicy retry = m_members.empty() ? base::RetryPolicy() : rules().retry;
    if (outcome.end == DeliveryEnd::Retry && batch.failed < retry.attempts) {
        batch.stage = Stage::Waiting;
        batch.dueAt = now + std::max(retry.waitMs(batch.failed, m_random), outcome.leastWaitMs);
        return {};
    }
    ++m_counts.dead;
    ParcelNews news{
        false,
        DeadDelivery{batch.parcel, batch.attempts, outcome.reason, now, DeadState::Open, {}}};
    finish(batch);
    return news;
}

ConsumerGroup::Batch* ConsumerGroup::underWay(const Delivery& delivery)
{
    for (Batch* batch : begun(*this))
        if (batch->stage == Stage::UnderWay && batch->parcel.key() == delivery.parcel.key()
            && batch->attempts == delivery.attempt)
            return batch;
    return nullptr;
}

/// Nothing is left to send of it.
void ConsumerGroup::finish(Batch& batch)
{
    m_backlog -= batch.parcel.count;
    m_backlogBytes -= batch.parcel.texts.size();
    batch.parcel.texts.clear();
    batch.stage = Stage::Done;
    prune();
}

void ConsumerGroup::prune()
{
    std::erase_if(m_redriven, [](const Batch& batch) { return batch.stage == Stage::Done; });
    while (!m_batches.empty() && m_batches.front().stage == Stage::Done)
        m_batches.pop_front();
}

Result<void> ConsumerGroup::redrive(DeadDelivery& dead, TimeMs now)
{
    if (dead.parcel.group != m_name)
        return Error{"GROUP_UNKNOWN", dead.id(), "it is not of the group " + m_name,
                     "redrive it in its own group"};
    const bool isHere = std::ranges::any_of(
        m_redriven, [&](const Batch& batch) { return batch.parcel.first == dead.parcel.first; });
    const bool isOver = dead.state == DeadState::Discarded || dead.state == DeadState::Delivered;
    if (isOver || isHere)
        return Error{"DEAD_NOT_OPEN", dead.id(),
                     isHere ? "it is redriven already"
                            : "it is " + std::string(base::nameOf(dead.state, kDeadStateNames)),
                     "choose one that is open"};
    if (now < m_redriveAt || m_redriven.size() >= kMostRedriven)
        return Error{"REDRIVE_LIMITED", dead.id(), "too many are redriven at once",
                     "redrive one a second, and wait while 16 of a group are tried"};
    Batch batch;
    batch.parcel = dead.parcel;
    batch.stage = Stage::Waiting;
    batch.dueAt = now;
    batch.attempts = dead.attempts;
    m_backlog += batch.parcel.count;
    m_backlogBytes += batch.parcel.texts.size();
    m_redriven.push_back(std::move(batch));
    m_redriveAt = now + kRedriveEveryMs;
    dead.state = DeadState::Redriven;
    return {};
}

GroupStatus ConsumerGroup::status() const
{
    GroupStatus status;
    status.name = m_name;
    for (const Subscription& member : m_members)
        status.members.push_back(member.name);
    status.taken = m_taken;
    status.committed = committed();
    status.waiting = m_backlog;
    status.inFlight = static_cast<std::size_t>(
        std::ranges::count(begun(*this), Stage::UnderWay, &Batch::stage));
    status.dueAt = dueAt();
    status.lastFailure = m_lastFailure;
    status.counts = m_counts;
    return status;
}

} // namespace gavel::pipeline
