// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/judgement.h"

#include "engine/pipeline/values/event_time.h"

#include <algorithm>

namespace gavel::pipeline {

using model::AdField;

Judgement::Judgement(model::AdEvent& event, const Received& received,
                     const Surroundings& surroundings, const JudgeMemory& memory, TextArena& texts,
                     std::vector<Change>& changes)
    : m_event(event)
    , m_received(received)
    , m_surroundings(surroundings)
    , m_memory(memory)
    , m_texts(texts)
    , m_changes(changes)
{
}

TimeMs Judgement::at()
{
    const auto text = m_event[AdField::Timestamp];
    if (text.data() != m_timeText.data() || text.size() != m_timeText.size()) {
        m_timeText = text;
        m_time = timeOf(text);
    }
    return m_time.value_or(m_received.now);
}

bool Judgement::mayBeAttributed() const
{
    const auto type = m_event[AdField::EventType];
    return (type == "CLICK" || type == "CONVERSION")
        && !(m_event[AdField::RequestId].empty() && m_event[AdField::UserId].empty());
}

Judgement::Outcome Judgement::run(const Rule& rule, std::uint16_t place)
{
    if (!isAsked(rule))
        return Outcome::NotAsked;
    if (passes(rule))
        return Outcome::Passed;
    m_place = place;
    m_firstChange = m_changes.size();
    for (const Repair& repair : rule.repairs)
        if (apply(repair, rule.field) && passes(rule))
            return Outcome::Repaired;
    undoTo(m_firstChange);
    return rule.checks.empty() ? Outcome::Passed : Outcome::Failed;
}

bool Judgement::isAsked(const Rule& rule) const
{
    return !rule.when
        || std::find(rule.when->is.begin(), rule.when->is.end(), m_event[rule.when->field])
        != rule.when->is.end();
}

bool Judgement::passes(const Rule& rule)
{
    if (rule.checks.empty())
        return !m_event[rule.field].empty();
    return std::all_of(rule.checks.begin(), rule.checks.end(),
                       [&](const Check& check) { return holds(check, rule.field); });
}

bool Judgement::holds(const Check& check, AdField field)
{
    const auto text = m_event[field];
    if (text.empty())
        return check.kind != CheckKind::Required;
    switch (check.kind) {
    case CheckKind::Required:
        return true;
    case CheckKind::OneOf:
        return std::find(check.texts.begin(), check.texts.end(), text) != check.texts.end();
    case CheckKind::Kind:
        return isOfKind(text, check.value);
    case CheckKind::Min:
    case CheckKind::Max:
    case CheckKind::Decimals:
        return holdsInBounds(check, text);
    case CheckKind::MaxLength:
        return text.size() <= static_cast<std::size_t>(check.limit);
    case CheckKind::Known:
        return m_surroundings.isKnown(field, text);
    case CheckKind::NotAhead:
    case CheckKind::NotOlder:
        return holdsInTime(check);
    case CheckKind::Requires:
        return !m_event[check.other].empty();
    case CheckKind::AfterImpression:
    case CheckKind::ClicksPerSession:
        return holdsInMemory(check);
    case CheckKind::Robot:
        return !check.marks.isIn(text);
    case CheckKind::SameAs:
        return belongs(check, field);
    }
    return false;
}

bool Judgement::holdsInBounds(const Check& check, std::string_view text) const
{
    const auto number = Decimal::parse(text);
    if (!number)
        return false;
    if (check.kind == CheckKind::Decimals)
        return number->decimals() <= check.limit;
    return check.kind == CheckKind::Min ? *number >= check.bound : *number <= check.bound;
}

bool Judgement::holdsInTime(const Check& check)
{
    const auto ahead = at() - m_received.now;
    if (check.kind == CheckKind::NotAhead)
        return ahead <= check.limit * base::kSecondMs;
    return -ahead <= check.limit * base::kDayMs;
}

bool Judgement::holdsInMemory(const Check& check)
{
    if (check.kind == CheckKind::AfterImpression)
        return m_memory.hadImpression(m_event, at(), check.limit * base::kSecondMs);
    return m_memory.clickNumber(m_event, m_received) <= check.limit;
}

bool Judgement::belongs(const Check& check, AdField field) const
{
    const auto other = m_event[check.other];
    const auto owner
        = other.empty() ? std::string_view{} : m_surroundings.ownerOf(check.other, other, field);
    return owner.empty() || owner == m_event[field];
}

bool Judgement::apply(const Repair& repair, AdField field)
{
    const auto value = repaired(repair, field);
    if (!value)
        return false;
    set(field, *value, repair.kind);
    return true;
}

void Judgement::set(AdField field, std::string_view value, RepairKind how)
{
    const auto same = std::find_if(m_changes.begin() + static_cast<std::ptrdiff_t>(m_firstChange),
                                   m_changes.end(),
                                   [field](const Change& change) { return change.field == field; });
    if (same != m_changes.end()) {
        same->how = how;
        same->after = value;
    } else {
        m_changes.push_back({m_place, field, how, m_event[field], value});
    }
    m_event[field] = value;
}

void Judgement::undoTo(std::size_t changes)
{
    for (; m_changes.size() > changes; m_changes.pop_back())
        m_event[m_changes.back().field] = m_changes.back().before;
}

} // namespace gavel::pipeline
