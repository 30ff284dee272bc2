// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gavel::pipeline {

/// A decimal number exactly as it was written: 0.d1d2d3... times 10^point, without a first or last
/// digit of 0. Never through a floating point number.
class Decimal
{
public:
    /// Digits with at most one point and an exponent as JSON has it: "-12.50", "1.0E-4". Nothing
    /// for another text, more than 40 significant digits or an exponent beyond 99.
    static std::optional<Decimal> parse(std::string_view text);

    std::strong_ordering operator<=>(const Decimal& other) const;
    bool operator==(const Decimal& other) const { return std::is_eq(*this <=> other); }

    bool isNegative() const { return m_negative; }
    /// Behind the point: 2 for 12.50 would be 1, since the last 0 says nothing.
    int decimals() const;
    /// The number times 10^decimals; nothing when it has more decimals or does not fit.
    std::optional<std::int64_t> scaled(int decimals) const;
    /// With at most so many decimals, a half away from zero.
    Decimal rounded(int decimals) const;
    /// Plain digits with a point where it is needed: "0.0001".
    std::string text() const;

private:
    static constexpr int kMostDigits = 40;
    static constexpr int kMostExponent = 99;

    bool readMantissa(std::string_view& rest);
    void dropZeros();
    std::strong_ordering sizeOrder(const Decimal& other) const;

    std::array<char, kMostDigits> m_digits{}; ///< values 0 to 9
    int m_count = 0; ///< 0 = the number is 0
    int m_point = 0; ///< digits before the point; may be negative or beyond the last digit
    bool m_negative = false;
};

} // namespace gavel::pipeline
