// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"
#include "engine/pipeline/rules/judgement.h"
#include "engine/pipeline/values/event_time.h"
#include "engine/pipeline/values/user_agent.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

using model::AdField;
using Value = std::optional<std::string_view>;

Value ifOther(std::string_view value, std::string_view than)
{
    return value.empty() || value == than ? Value{} : Value{value};
}

std::string_view withoutBlanks(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n\v\f";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return text.substr(0, 0);
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// A copy with every letter of one case moved by so much.
std::string_view inCase(std::string_view text, char first, int by, TextArena& texts)
{
    const auto copy = texts.room<char>(text.size());
    std::transform(text.begin(), text.end(), copy.begin(), [first, by](char c) {
        const bool isOfCase = c >= first && c <= first + ('Z' - 'A');
        return isOfCase ? static_cast<char>(c + by) : c;
    });
    return {copy.data(), copy.size()};
}

/// "12,50": one comma, no point.
Value withPoint(std::string_view text, TextArena& texts)
{
    const auto comma = text.find(',');
    if (comma == std::string_view::npos || text.find_first_of(".,", comma + 1) != text.npos
        || text.find('.') != text.npos)
        return std::nullopt;
    const auto copy = texts.room<char>(text.size());
    std::copy(text.begin(), text.end(), copy.begin());
    copy[comma] = '.';
    return std::string_view(copy.data(), copy.size());
}

bool isPlainLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

Value Judgement::repaired(const Repair& repair, AdField field)
{
    const auto text = m_event[field];
    switch (repair.kind) {
    case RepairKind::Clear:
        return m_event.has(field) ? Value{std::string_view{}} : Value{};
    case RepairKind::Default:
    case RepairKind::From:
    case RepairKind::History:
    case RepairKind::CrossSource:
    case RepairKind::ReceivedTime:
    case RepairKind::Derive:
    case RepairKind::Owner:
        return found(repair, field);
    case RepairKind::Trim: {
        // An empty text is a repair of blanks, so it is not left to ifOther().
        const auto trimmed = withoutBlanks(text);
        return trimmed.size() == text.size() ? Value{} : Value{trimmed};
    }
    case RepairKind::Upper:
    case RepairKind::Lower:
    case RepairKind::Map:
    case RepairKind::DecimalComma:
    case RepairKind::Round:
    case RepairKind::Zone:
    case RepairKind::Prefix:
        return text.empty() ? Value{} : rewritten(repair, text);
    }
    return std::nullopt;
}

Value Judgement::rewritten(const Repair& repair, std::string_view text)
{
    switch (repair.kind) {
    case RepairKind::Upper:
        return ifOther(inCase(text, 'a', 'A' - 'a', m_texts), text);
    case RepairKind::Lower:
        return ifOther(inCase(text, 'A', 'a' - 'A', m_texts), text);
    case RepairKind::Map: {
        const auto same = std::find_if(repair.map.begin(), repair.map.end(),
                                       [text](const auto& pair) { return pair.first == text; });
        return same == repair.map.end() ? Value{} : Value{m_texts.keep(same->second)};
    }
    case RepairKind::DecimalComma:
        return withPoint(text, m_texts);
    case RepairKind::Round: {
        const auto number = Decimal::parse(text);
        if (!number || number->decimals() <= repair.count)
            return std::nullopt;
        return m_texts.keep(number->rounded(static_cast<int>(repair.count)).text());
    }
    case RepairKind::Zone:
        return lacksZone(text) ? Value{m_texts.keep(std::string(text) + repair.text)} : Value{};
    default:
        return prefix(repair, text);
    }
}

Value Judgement::found(const Repair& repair, AdField field)
{
    const auto text = m_event[field];
    switch (repair.kind) {
    case RepairKind::Default:
        return ifOther(m_texts.keep(repair.text), text);
    case RepairKind::From:
        return ifOther(m_event[*repair.field], text);
    case RepairKind::History:
        return ifOther(m_texts.keep(m_memory.lastOf(field, m_event)), text);
    case RepairKind::CrossSource:
        return ifOther(m_texts.keep(m_memory.toldElsewhere(field, m_event, m_received.source)),
                       text);
    case RepairKind::ReceivedTime:
        return receivedTime(repair);
    case RepairKind::Derive:
        return ifOther(derived(field), text);
    default: {
        const auto thing = m_event[*repair.field];
        return thing.empty()
            ? Value{}
            : ifOther(m_texts.keep(m_surroundings.ownerOf(*repair.field, thing, field)), text);
    }
    }
}

Value Judgement::prefix(const Repair& repair, std::string_view text)
{
    const auto letters = static_cast<std::size_t>(repair.count);
    if (text.size() <= letters
        || !std::all_of(text.begin(), text.begin() + repair.count, isPlainLetter))
        return std::nullopt;
    const char mark = text[letters];
    if (mark != '-' && mark != '_' && mark != ' ' && mark != '/' && mark != '.')
        return std::nullopt;
    const auto rest = text.substr(letters + 1);
    if (repair.field && m_event[*repair.field].empty() && !rest.empty())
        set(*repair.field, rest, RepairKind::Prefix);
    return text.substr(0, letters);
}

Value Judgement::receivedTime(const Repair& repair)
{
    const auto text = m_event[AdField::Timestamp];
    const auto time = timeOf(text);
    const auto ahead = time ? *time - m_received.now : 0;
    const bool isSlightlyAhead = ahead > 0 && ahead <= repair.count * base::kSecondMs;
    if (!text.empty() && !isSlightlyAhead)
        return std::nullopt;
    return m_texts.keep(base::toIso(m_received.now));
}

std::string_view Judgement::derived(AdField field) const
{
    const auto agent = m_event[AdField::UserAgent];
    if (field == AdField::Browser)
        return browserOfAgent(agent);
    return field == AdField::Os ? systemOfAgent(agent) : contractWord(deviceOfAgent(agent));
}

} // namespace gavel::pipeline
