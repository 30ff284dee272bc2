// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"

#include "engine/base/iso_time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace gavel::base {

namespace {

namespace json = boost::json;

constexpr std::size_t kExactDigits = 15; ///< decimal digits that survive a double (DBL_DIG)

std::size_t significantDigits(std::string_view text)
{
    std::size_t digits = 0;
    std::size_t trailing = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || (c == '0' && digits == 0))
            continue;
        ++digits;
        trailing = c == '0' ? trailing + 1 : 0;
    }
    return digits - trailing;
}

Result<std::int64_t> realAmount(double value, int decimals, std::string_view where)
{
    std::array<char, 400> text{};
    const auto end
        = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    const std::string_view shortest(text.data(), static_cast<std::size_t>(end.ptr - text.data()));
    if (significantDigits(shortest) > kExactDigits)
        return Error{
            "INVALID_AMOUNT", std::string(where),
            "the number " + std::string(shortest.substr(0, 40)) + " has more than 15 digits",
            "write the amount in quotes with at most " + std::to_string(decimals) + " decimals"};
    return parseDecimal(shortest, decimals, where);
}

} // namespace

Result<std::int64_t> amount(const json::value& value, int decimals, std::string_view where)
{
    if (const auto* text = value.if_string())
        return parseDecimal({text->data(), text->size()}, decimals, where);
    if (const auto* whole = value.if_int64())
        return parseDecimal(std::to_string(*whole), decimals, where);
    if (const auto* real = value.if_double())
        return realAmount(*real, decimals, where);
    const bool tooLarge = value.is_uint64();
    return Error{"INVALID_AMOUNT", std::string(where),
                 tooLarge ? "the amount is too large" : "this is not an amount",
                 "write digits with at most " + std::to_string(decimals)
                     + " decimals, for example 12.50"};
}

ObjectReader::ObjectReader(const json::value& value, std::string path, std::vector<Error>& errors)
    : m_object(value.if_object())
    , m_path(std::move(path))
    , m_errors(&errors)
{
    if (m_object == nullptr)
        errors.push_back({"INVALID_FIELD", m_path, "an object is needed here", "write { ... }"});
}

bool ObjectReader::has(std::string_view key) const
{
    const auto* value = m_object == nullptr ? nullptr : m_object->if_contains(key);
    return value != nullptr && !value->is_null();
}

const json::value* ObjectReader::find(std::string_view key, Need need)
{
    m_known.emplace_back(key);
    if (has(key))
        return m_object->if_contains(key);
    if (need == Need::Required && m_object != nullptr)
        m_errors->push_back({"MISSING_FIELD", pathOf(key), "this field is needed", "add it"});
    return nullptr;
}

std::string ObjectReader::pathOf(std::string_view key) const
{
    if (key.empty())
        return m_path;
    return m_path.empty() ? std::string(key) : m_path + "." + std::string(key);
}

void ObjectReader::fail(std::string_view key, std::string what, std::string advice)
{
    m_errors->push_back({"INVALID_FIELD", pathOf(key), std::move(what), std::move(advice)});
}

bool ObjectReader::text(std::string_view key, std::string& out, Need need)
{
    const auto* value = find(key, need);
    if (value == nullptr)
        return false;
    const auto* text = value->if_string();
    if (text == nullptr) {
        fail(key, "text is needed here", "write it in quotes");
        return false;
    }
    out.assign(text->data(), text->size());
    return true;
}

bool ObjectReader::boolean(std::string_view key, bool& out, Need need)
{
    const auto* value = find(key, need);
    if (value == nullptr)
        return false;
    if (!value->is_bool()) {
        fail(key, "yes or no is needed here", "write true or false");
        return false;
    }
    out = value->get_bool();
    return true;
}

bool ObjectReader::number(std::string_view key, double& out, double least, double most, Need need)
{
    const auto* value = find(key, need);
    if (value == nullptr)
        return false;
    boost::system::error_code code;
    const auto real = value->to_number<double>(code);
    if (code || !(real >= least && real <= most)) {
        const auto range = jsonText(least) + " to " + jsonText(most);
        fail(key, code ? "a number is needed here" : jsonText(*value) + " is out of range",
             "write a number from " + range);
        return false;
    }
    out = real;
    return true;
}

bool ObjectReader::wholeNumber(std::string_view key, std::int64_t& out, std::int64_t least,
                               std::int64_t most, Need need)
{
    const auto* value = find(key, need);
    if (value == nullptr)
        return false;
    boost::system::error_code code;
    const auto whole = value->to_number<std::int64_t>(code);
    if (code || whole < least || whole > most) {
        fail(key,
             value->is_number() ? jsonText(*value) + " is not a whole number in range"
                                : "a whole number is needed here",
             "write a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return false;
    }
    out = whole;
    return true;
}

bool ObjectReader::positiveAmount(std::string_view key, std::int64_t& out, Need need)
{
    const auto* value = find(key, need);
    if (value == nullptr)
        return false;
    const auto scaled = amount(*value, 6, pathOf(key));
    if (!scaled) {
        m_errors->push_back(scaled.error());
        return false;
    }
    if (*scaled < 0) {
        fail(key, "an amount cannot be negative here", "write 0 or more");
        return false;
    }
    out = *scaled;
    return true;
}

bool ObjectReader::money(std::string_view key, Money& out, Need need)
{
    return positiveAmount(key, out.micros, need);
}

bool ObjectReader::cpm(std::string_view key, Price& out, Need need)
{
    return positiveAmount(key, out.nanos, need);
}

bool ObjectReader::time(std::string_view key, TimeMs& out, Need need)
{
    const auto* value = find(key, need);
    if (value == nullptr)
        return false;
    if (const auto* whole = value->if_int64()) {
        out = {*whole};
        return true;
    }
    const auto* text = value->if_string();
    const auto time
        = parseIso(text == nullptr ? std::string_view() : std::string_view(*text), pathOf(key));
    if (!time) {
        m_errors->push_back(time.error());
        return false;
    }
    out = *time;
    return true;
}

bool ObjectReader::texts(std::string_view key, std::vector<std::string>& out, Need need)
{
    const auto before = m_errors->size();
    std::vector<std::string> read;
    const bool there = each(
        key,
        [&](const json::value& value, const std::string& path) {
            if (const auto* text = value.if_string())
                read.emplace_back(text->data(), text->size());
            else
                m_errors->push_back(
                    {"INVALID_FIELD", path, "text is needed here", "write it in quotes"});
        },
        need);
    if (!there || m_errors->size() != before)
        return false;
    out = std::move(read);
    return true;
}

bool ObjectReader::currency(std::string_view key, Currency& out, Need need)
{
    std::string code;
    if (!text(key, code, need))
        return false;
    const auto parsed = Currency::parse(code);
    if (!parsed) {
        fail(key, parsed.error().what, parsed.error().advice);
        return false;
    }
    out = *parsed;
    return true;
}

std::optional<std::size_t> ObjectReader::choiceOf(std::string_view key,
                                                  const std::string_view* names, std::size_t count,
                                                  Need need)
{
    std::string chosen;
    if (!text(key, chosen, need))
        return std::nullopt;
    std::string known;
    for (std::size_t i = 0; i < count; ++i) {
        if (names[i] == chosen)
            return i;
        known += (i == 0 ? "" : ", ") + std::string(names[i]);
    }
    fail(key, "\"" + chosen.substr(0, 40) + "\" is not known here", "write one of: " + known);
    return std::nullopt;
}

const json::array* ObjectReader::arrayOf(std::string_view key, Need need)
{
    const auto* value = find(key, need);
    if (value == nullptr)
        return nullptr;
    if (!value->is_array())
        fail(key, "a list is needed here", "write [ ... ]");
    return value->if_array();
}

std::vector<std::string> ObjectReader::unknownKeys() const
{
    std::vector<std::string> unknown;
    if (m_object == nullptr)
        return unknown;
    for (const auto& member : *m_object) {
        const std::string_view key(member.key().data(), member.key().size());
        if (std::find(m_known.begin(), m_known.end(), key) == m_known.end())
            unknown.emplace_back(key);
    }
    return unknown;
}

void ObjectReader::refuseUnknown()
{
    for (const auto& key : unknownKeys())
        m_errors->push_back({"UNKNOWN_FIELD", pathOf(key), "this field is not known here",
                             "remove it or check its spelling"});
}

} // namespace gavel::base
