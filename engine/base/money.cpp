// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/money.h"

#include <cmath>
#include <limits>

namespace gavel::base {

namespace {

Error notAnAmount(std::string_view text, int decimals, std::string_view where)
{
    std::string shown(text.substr(0, 40));
    return {"INVALID_AMOUNT", std::string(where), "\"" + shown + "\" is not an amount",
            "write digits with at most " + std::to_string(decimals)
                + " decimals, for example 12.50"};
}

} // namespace

Result<Currency> Currency::parse(std::string_view text)
{
    Currency currency;
    if (text.size() != 3)
        return Error{"INVALID_CURRENCY", "currency",
                     "\"" + std::string(text) + "\" is not three letters",
                     "write an ISO 4217 code such as USD"};
    for (std::size_t i = 0; i < 3; ++i) {
        if (text[i] < 'A' || text[i] > 'Z')
            return Error{"INVALID_CURRENCY", "currency",
                         "\"" + std::string(text) + "\" is not upper case letters",
                         "write an ISO 4217 code such as USD"};
        currency.code[i] = text[i];
    }
    return currency;
}

Price Price::floorOf(double nanos)
{
    if (!(nanos > 0))
        return {};
    constexpr double kMost = 9.0e18;
    return {static_cast<std::int64_t>(nanos < kMost ? nanos : kMost)};
}

Result<std::int64_t> parseDecimal(std::string_view text, int decimals, std::string_view where)
{
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative)
        rest.remove_prefix(1);
    std::int64_t value = 0;
    int seen = -1; // decimals read so far, or -1 before the point
    bool digits = false;
    for (const char c : rest) {
        if (c == '.' && seen < 0 && digits) {
            seen = 0;
            continue;
        }
        if (c < '0' || c > '9' || seen >= decimals)
            return notAnAmount(text, decimals, where);
        if (__builtin_mul_overflow(value, std::int64_t{10}, &value)
            || __builtin_add_overflow(value, std::int64_t{c - '0'}, &value))
            return notAnAmount(text, decimals, where);
        digits = true;
        if (seen >= 0)
            ++seen;
    }
    if (!digits || seen == 0)
        return notAnAmount(text, decimals, where);
    for (int i = seen < 0 ? 0 : seen; i < decimals; ++i) {
        if (__builtin_mul_overflow(value, std::int64_t{10}, &value))
            return notAnAmount(text, decimals, where);
    }
    return negative ? -value : value;
}

Result<Money> parseMoney(std::string_view text, std::string_view where)
{
    const auto micros = parseDecimal(text, 6, where);
    if (!micros)
        return micros.error();
    return Money{*micros};
}

Result<Price> parseCpm(std::string_view text, std::string_view where)
{
    const auto micros = parseDecimal(text, 6, where);
    if (!micros)
        return micros.error();
    return Price{*micros};
}

std::string formatDecimal(std::int64_t scaled, int decimals, int shown)
{
    const bool negative = scaled < 0;
    auto rest
        = negative ? 0 - static_cast<std::uint64_t>(scaled) : static_cast<std::uint64_t>(scaled);
    std::string digits;
    for (int i = 0; i < decimals || rest > 0 || digits.size() <= static_cast<std::size_t>(decimals);
         ++i) {
        digits.insert(digits.begin(), static_cast<char>('0' + rest % 10));
        rest /= 10;
    }
    std::string whole = digits.substr(0, digits.size() - static_cast<std::size_t>(decimals));
    std::string fraction = digits.substr(digits.size() - static_cast<std::size_t>(decimals));
    while (fraction.size() > static_cast<std::size_t>(shown) && fraction.back() == '0')
        fraction.pop_back();
    return (negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

std::string toString(Money amount, int shown)
{
    return formatDecimal(amount.micros, 6, shown);
}

std::string toCpmString(Price price, int shown)
{
    return formatDecimal(price.nanos, 6, shown);
}

Split splitByPpm(Price whole, std::int32_t firstPpm)
{
    const auto product = static_cast<__int128_t>(whole.nanos) * firstPpm;
    const Price first{static_cast<std::int64_t>(product / 1'000'000)};
    return {first, whole - first};
}

} // namespace gavel::base
