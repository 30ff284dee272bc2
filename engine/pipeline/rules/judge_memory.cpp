// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/judge_memory.h"

#include "engine/base/random.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

using model::AdField;

/// What a hash is the key of, so that a user and a session of one name stay apart.
enum class KeyOf : std::uint32_t { User = 2, Session, Request };

std::uint64_t keyOf(KeyOf what, std::string_view text)
{
    return hash64(text, static_cast<std::uint32_t>(what));
}

std::uint64_t fieldKey(std::uint64_t key, AdField field)
{
    return base::mix64(key + static_cast<std::uint64_t>(field));
}

void addOnce(std::vector<AdField>& fields, AdField field)
{
    if (std::find(fields.begin(), fields.end(), field) == fields.end())
        fields.push_back(field);
}

template<typename V>
void provide(std::optional<RecentMap<V>>& map, bool isNeeded, std::size_t capacity)
{
    if (isNeeded && !map)
        map.emplace(capacity);
}

bool hasCheck(const RuleSet& rules, CheckKind kind)
{
    return std::any_of(rules.rules.begin(), rules.rules.end(), [kind](const Rule& rule) {
        return std::any_of(rule.checks.begin(), rule.checks.end(),
                           [kind](const Check& check) { return check.kind == kind; });
    });
}

} // namespace

void JudgeMemory::KnownText::set(std::string_view value)
{
    size = static_cast<std::uint8_t>(value.size());
    std::copy(value.begin(), value.end(), text.begin());
}

JudgeMemory::JudgeMemory(const RuleSet& rules, const MemoryLimits& limits)
    : m_limits(limits)
{
    serve(rules);
}

void JudgeMemory::serve(const RuleSet& rules)
{
    m_historyFields.clear();
    m_requestFields.clear();
    for (const Rule& rule : rules.rules)
        for (const Repair& repair : rule.repairs) {
            if (repair.kind == RepairKind::History)
                addOnce(m_historyFields, rule.field);
            if (repair.kind == RepairKind::CrossSource)
                addOnce(m_requestFields, rule.field);
        }
    provide(m_history, !m_historyFields.empty(), m_limits.history);
    provide(m_requests, !m_requestFields.empty(), m_limits.requests);
    provide(m_impressions, hasCheck(rules, CheckKind::AfterImpression), m_limits.impressions);
    const bool countsClicks = hasCheck(rules, CheckKind::ClicksPerSession);
    provide(m_sessions, countsClicks, m_limits.sessions);
    provide(m_clicks, countsClicks, m_limits.clicks);
}

std::string_view JudgeMemory::lastOf(AdField field, const model::AdEvent& event) const
{
    const auto lookUp = [&](KeyOf what, std::string_view owner) -> std::string_view {
        if (owner.empty() || !m_history)
            return {};
        const KnownText* known = m_history->find(fieldKey(keyOf(what, owner), field));
        return known == nullptr ? std::string_view{} : known->view();
    };
    const auto ofUser = lookUp(KeyOf::User, event[AdField::UserId]);
    return ofUser.empty() ? lookUp(KeyOf::Session, event[AdField::SessionId]) : ofUser;
}

std::string_view JudgeMemory::toldElsewhere(AdField field, const model::AdEvent& event,
                                            std::string_view source) const
{
    const auto request = event[AdField::RequestId];
    if (request.empty() || !m_requests)
        return {};
    const KnownText* known = m_requests->find(fieldKey(keyOf(KeyOf::Request, request), field));
    return known == nullptr || known->source == hash64(source) ? std::string_view{} : known->view();
}

bool JudgeMemory::hadImpression(const model::AdEvent& event, TimeMs at, std::int64_t withinMs) const
{
    const auto isAfter = [&](KeyOf what, std::string_view owner) {
        const Span* span
            = owner.empty() || !m_impressions ? nullptr : m_impressions->find(keyOf(what, owner));
        if (span == nullptr || span->first > at.value)
            return false;
        const auto before = span->last <= at.value ? span->last : span->first;
        return at.value - before <= withinMs;
    };
    return isAfter(KeyOf::Request, event[AdField::RequestId])
        || isAfter(KeyOf::Session, event[AdField::SessionId]);
}

std::uint32_t JudgeMemory::clickNumber(const model::AdEvent& event, const Received& received) const
{
    const auto session = event[AdField::SessionId];
    if (session.empty() || !m_sessions)
        return 0;
    const auto key = keyOf(KeyOf::Session, session);
    if (const auto* number = m_clicks->find(base::mix64(key) ^ eventIdOf(event, received).high))
        return *number;
    const auto* clicks = m_sessions->find(key);
    return clicks == nullptr ? 1 : *clicks + 1;
}

void JudgeMemory::learn(const model::AdEvent& event, const Received& received, TimeMs at, Fate fate)
{
    if (fate == Fate::Dead)
        return;
    const auto kind = event[AdField::EventType];
    if (m_impressions && kind == "IMPRESSION")
        learnImpression(event, at);
    if (m_sessions && kind == "CLICK")
        learnClick(event, received);
    if (fate == Fate::Stored)
        learnValues(event, received);
}

void JudgeMemory::learnValues(const model::AdEvent& event, const Received& received)
{
    const auto source = hash64(received.source);
    const auto canKeep = [&](AdField field) {
        return !event[field].empty() && event[field].size() <= sizeof(KnownText::text);
    };
    const auto keep = [&](RecentMap<KnownText>& map, KeyOf what, AdField owner, AdField field) {
        if (event[owner].empty() || !canKeep(field))
            return;
        auto& known = map.touch(fieldKey(keyOf(what, event[owner]), field));
        known.set(event[field]);
        known.source = source;
    };
    for (const AdField field : m_historyFields) {
        keep(*m_history, KeyOf::User, AdField::UserId, field);
        keep(*m_history, KeyOf::Session, AdField::SessionId, field);
    }
    for (const AdField field : m_requestFields)
        keep(*m_requests, KeyOf::Request, AdField::RequestId, field);
}

void JudgeMemory::learnImpression(const model::AdEvent& event, TimeMs at)
{
    const auto widen = [&](KeyOf what, std::string_view owner) {
        if (owner.empty())
            return;
        auto& span = m_impressions->touch(keyOf(what, owner));
        span.first = std::min(span.first, at.value);
        span.last = std::max(span.last, at.value);
    };
    widen(KeyOf::Request, event[AdField::RequestId]);
    widen(KeyOf::Session, event[AdField::SessionId]);
}

void JudgeMemory::learnClick(const model::AdEvent& event, const Received& received)
{
    const auto number = clickNumber(event, received);
    if (number == 0)
        return;
    const auto key = keyOf(KeyOf::Session, event[AdField::SessionId]);
    auto& clicks = m_sessions->touch(key);
    clicks = std::max(clicks, number);
    m_clicks->touch(base::mix64(key) ^ eventIdOf(event, received).high) = number;
}

std::size_t JudgeMemory::size() const
{
    const auto sizeOf = [](const auto& map) { return map ? map->size() : 0; };
    return sizeOf(m_history) + sizeOf(m_requests) + sizeOf(m_impressions) + sizeOf(m_sessions)
        + sizeOf(m_clicks);
}

} // namespace gavel::pipeline
