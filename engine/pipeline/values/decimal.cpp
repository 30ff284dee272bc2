// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/values/decimal.h"

#include <algorithm>
#include <limits>

namespace gavel::pipeline {

namespace {

bool isDecimalDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "e-4" to the end of the text; nothing when it is no exponent.
std::optional<int> exponentOf(std::string_view text, int most)
{
    if (text.empty() || (text.front() != 'e' && text.front() != 'E'))
        return std::nullopt;
    text.remove_prefix(1);
    const bool negative = !text.empty() && text.front() == '-';
    if (negative || (!text.empty() && text.front() == '+'))
        text.remove_prefix(1);
    if (text.empty())
        return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (!isDecimalDigit(c))
            return std::nullopt;
        value = std::min(value * 10 + (c - '0'), most + 1);
    }
    if (value > most)
        return std::nullopt;
    return negative ? -value : value;
}

} // namespace

std::optional<Decimal> Decimal::parse(std::string_view text)
{
    Decimal number;
    number.m_negative = !text.empty() && text.front() == '-';
    if (number.m_negative)
        text.remove_prefix(1);
    if (!number.readMantissa(text))
        return std::nullopt;
    if (!text.empty()) {
        const auto exponent = exponentOf(text, kMostExponent);
        if (!exponent)
            return std::nullopt;
        number.m_point += *exponent;
    }
    number.dropZeros();
    return number;
}

bool Decimal::readMantissa(std::string_view& rest)
{
    bool pointSeen = false;
    bool digitSeen = false; // on this side of the point
    for (; !rest.empty(); rest.remove_prefix(1)) {
        const char c = rest.front();
        if (c == '.' && digitSeen && !pointSeen) {
            pointSeen = true;
            digitSeen = false;
            continue;
        }
        if (!isDecimalDigit(c))
            break;
        digitSeen = true;
        if (m_count == 0 && c == '0') {
            m_point -= pointSeen ? 1 : 0;
            continue;
        }
        if (m_count == kMostDigits)
            return false;
        m_digits[static_cast<std::size_t>(m_count++)] = static_cast<char>(c - '0');
        m_point += pointSeen ? 0 : 1;
    }
    return digitSeen;
}

void Decimal::dropZeros()
{
    while (m_count > 0 && m_digits[static_cast<std::size_t>(m_count - 1)] == 0)
        --m_count;
    if (m_count == 0) {
        m_point = 0;
        m_negative = false;
    }
}

std::strong_ordering Decimal::sizeOrder(const Decimal& other) const
{
    if (m_count == 0 || other.m_count == 0)
        return m_count <=> other.m_count;
    if (m_point != other.m_point)
        return m_point <=> other.m_point;
    return std::lexicographical_compare_three_way(m_digits.begin(), m_digits.begin() + m_count,
                                                  other.m_digits.begin(),
                                                  other.m_digits.begin() + other.m_count);
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const
{
    if (m_negative != other.m_negative)
        return m_negative ? std::strong_ordering::less : std::strong_ordering::greater;
    return m_negative ? other.sizeOrder(*this) : sizeOrder(other);
}

int Decimal::decimals() const
{
    return std::max(0, m_count - m_point);
}

std::optional<std::int64_t> Decimal::scaled(int decimals) const
{
    constexpr int kDigitsOfInt64 = 19;
    const int length = m_point + decimals; // digits of the result
    if (this->decimals() > decimals || (m_count > 0 && length > kDigitsOfInt64))
        return std::nullopt;
    std::int64_t value = 0;
    for (int i = 0; i < length && m_count > 0; ++i) {
        const std::int64_t digit = i < m_count ? m_digits[static_cast<std::size_t>(i)] : 0;
        if (__builtin_mul_overflow(value, std::int64_t{10}, &value)
            || __builtin_sub_overflow(value, digit, &value)) // down: the least has no positive
            return std::nullopt;
    }
    if (m_negative)
        return value;
    if (value == std::numeric_limits<std::int64_t>::min())
        return std::nullopt;
    return -value;
}

Decimal Decimal::rounded(int decimals) const
{
    const int kept = m_point + decimals;
    if (kept >= m_count)
        return *this;
    Decimal result = *this;
    if (kept < 0) { // less than a half of the last place
        result.m_count = 0;
        result.dropZeros();
        return result;
    }
    result.m_count = kept;
    if (m_digits[static_cast<std::size_t>(kept)] >= 5) {
        int i = kept - 1;
        for (; i >= 0 && result.m_digits[static_cast<std::size_t>(i)] == 9; --i)
            result.m_digits[static_cast<std::size_t>(i)] = 0;
        if (i >= 0) {
            ++result.m_digits[static_cast<std::size_t>(i)];
        } else { // 9.99 becomes 10
            result.m_digits[0] = 1;
            result.m_count = 1;
            ++result.m_point;
        }
    }
    result.dropZeros();
    return result;
}

std::string Decimal::text() const
{
    std::string text = m_negative ? "-" : "";
    if (m_point <= 0)
        text += "0";
    for (int i = 0; i < std::max(m_count, m_point); ++i) {
        if (i == std::max(m_point, 0))
            text += ".";
        if (i == 0 && m_point < 0)
            text.append(static_cast<std::size_t>(-m_point), '0');
        text += static_cast<char>('0' + (i < m_count ? m_digits[static_cast<std::size_t>(i)] : 0));
    }
    return text;
}

} // namespace gavel::pipeline
