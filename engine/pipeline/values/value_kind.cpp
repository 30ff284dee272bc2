// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/values/value_kind.h"

#include "engine/model/checks.h"
#include "engine/pipeline/values/code_tables.h"
#include "engine/pipeline/values/decimal.h"
#include "engine/pipeline/values/event_time.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool areDigits(std::string_view text, std::size_t most)
{
    return !text.empty() && text.size() <= most && std::all_of(text.begin(), text.end(), isDigit);
}

/// Takes the text up to a mark off the front; without a mark all of it.
std::string_view takeUpTo(std::string_view& rest, char mark)
{
    const auto end = std::min(rest.find(mark), rest.size());
    const auto part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !isHex(text[i]))
            return false;
    }
    return true;
}

bool isIpv4(std::string_view text)
{
    if (std::count(text.begin(), text.end(), '.') != 3 || text.back() == '.')
        return false;
    while (!text.empty()) {
        const auto part = takeUpTo(text, '.');
        if (!areDigits(part, 3) || (part.size() > 1 && part.front() == '0')
            || (part.size() == 3 && part > "255"))
            return false;
    }
    return true;
}

/// Groups of hexadecimal digits on one side of "::"; -1 when one of them is not good.
int groupsOf(std::string_view side, bool mayEndInIpv4)
{
    if (side.empty())
        return 0;
    if (side.back() == ':')
        return -1;
    int groups = 0;
    while (!side.empty()) {
        const auto part = takeUpTo(side, ':');
        if (side.empty() && mayEndInIpv4 && part.find('.') != std::string_view::npos)
            return isIpv4(part) ? groups + 2 : -1;
        if (part.empty() || part.size() > 4 || !std::all_of(part.begin(), part.end(), isHex))
            return -1;
        ++groups;
    }
    return groups;
}

/// RFC 4291, section 2.2.
bool isIpv6(std::string_view text)
{
    const auto gap = text.find("::");
    if (gap == std::string_view::npos)
        return groupsOf(text, true) == 8;
    const auto tail = text.substr(gap + 2);
    if (tail.starts_with(':'))
        return false;
    const int before = groupsOf(text.substr(0, gap), false);
    const int after = groupsOf(tail, true);
    return before >= 0 && after >= 0 && before + after <= 7;
}

bool isIp(std::string_view text)
{
    return text.find(':') == std::string_view::npos ? isIpv4(text) : isIpv6(text);
}

bool isInteger(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    return areDigits(text, 18);
}

bool isLanguage(std::string_view text)
{
    std::size_t place = 0;
    if (text.empty() || text.size() > 35 || text.back() == '-' || text.back() == '_')
        return false;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("-_"), text.size());
        const auto part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool built = std::all_of(part.begin(), part.end(), [place](char c) {
            return isLetter(c) || (place > 0 && isDigit(c));
        });
        if (!built || part.size() < (place == 0 ? 2U : 1U) || part.size() > (place == 0 ? 3U : 8U))
            return false;
        ++place;
    }
    return true;
}

/// "+08:00", "-0330", "+8"
bool isOffset(std::string_view text)
{
    if (text.size() < 2 || text.size() > 6 || (text.front() != '+' && text.front() != '-'))
        return false;
    text.remove_prefix(1);
    const auto hours = takeUpTo(text, ':');
    return areDigits(hours, 4) && (text.empty() || (hours.size() <= 2 && areDigits(text, 2)));
}

bool isTimezone(std::string_view text)
{
    if (isOffset(text))
        return true;
    if ((text.starts_with("UTC") || text.starts_with("GMT"))
        && (text.size() == 3 || isOffset(text.substr(3))))
        return true;
    const auto built = [](char c) {
        return isLetter(c) || isDigit(c) || c == '_' || c == '/' || c == '-' || c == '+';
    };
    return text.size() <= 64 && !text.empty() && isLetter(text.front()) && text.back() != '/'
        && text.find('/') != std::string_view::npos && text.find("//") == std::string_view::npos
        && std::all_of(text.begin(), text.end(), built);
}

bool isSize(std::string_view text)
{
    const auto width = takeUpTo(text, 'x');
    return areDigits(width, 5) && areDigits(text, 5);
}

bool isUrl(std::string_view text)
{
    if (text.size() > 2048)
        return false;
    const std::size_t scheme
        = text.starts_with("https://") ? 8 : (text.starts_with("http://") ? 7 : 0);
    const bool visible = std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != '\x7f' && c != '"' && c != '<'
            && c != '>';
    });
    const auto host = text.substr(scheme, text.find_first_of("/?#", scheme) - scheme);
    return scheme > 0 && visible && !host.empty() && host.front() != ':' && host.back() != '@';
}

} // namespace

bool isOfKind(std::string_view text, ValueKind kind)
{
    switch (kind) {
    case ValueKind::Id:
        return model::isId(text);
    case ValueKind::Uuid:
        return isUuid(text);
    case ValueKind::Ip:
        return !text.empty() && isIp(text);
    case ValueKind::Integer:
        return isInteger(text);
    case ValueKind::Decimal:
        return Decimal::parse(text).has_value();
    case ValueKind::Boolean:
        return text == "true" || text == "false";
    case ValueKind::Time:
        return timeOf(text).has_value();
    case ValueKind::Country:
        return isCountry(text);
    case ValueKind::Language:
        return isLanguage(text);
    case ValueKind::Timezone:
        return isTimezone(text);
    case ValueKind::Size:
        return isSize(text);
    case ValueKind::Url:
        return isUrl(text);
    case ValueKind::Currency:
        return isCurrency(text);
    }
    return false;
}

} // namespace gavel::pipeline
