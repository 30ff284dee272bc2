// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace gavel::base {

/// An ISO 4217 code in three bytes; "USD" unless said otherwise.
struct Currency
{
    char code[3] = {'U', 'S', 'D'};

    static Result<Currency> parse(std::string_view text);
    std::string_view view() const { return {code, 3}; }
    auto operator<=>(const Currency&) const = default; // NOLINT(modernize-use-nullptr)
};

/// An exact amount in micro-units of its currency. Arithmetic between currencies is a programming
/// error.
struct Money
{
    std::int64_t micros = 0;

    constexpr Money operator+(Money other) const { return {micros + other.micros}; }
    constexpr Money operator-(Money other) const { return {micros - other.micros}; }
    constexpr Money operator-() const { return {-micros}; }
    constexpr Money& operator+=(Money other)
    {
        micros += other.micros;
        return *this;
    }
    constexpr Money& operator-=(Money other)
    {
        micros -= other.micros;
        return *this;
    }
    constexpr auto operator<=>(const Money&) const = default; // NOLINT(modernize-use-nullptr)

    static constexpr Money units(std::int64_t whole) { return {whole * 1'000'000}; }
};

/// The price of one impression in nano-units. A CPM of p micro-units is exactly p nano-units here.
struct Price
{
    std::int64_t nanos = 0;

    constexpr Price operator+(Price other) const { return {nanos + other.nanos}; }
    constexpr Price operator-(Price other) const { return {nanos - other.nanos}; }
    constexpr Price& operator+=(Price other)
    {
        nanos += other.nanos;
        return *this;
    }
    constexpr Price& operator-=(Price other)
    {
        nanos -= other.nanos;
        return *this;
    }
    constexpr auto operator<=>(const Price&) const = default; // NOLINT(modernize-use-nullptr)

    /// A CPM in micro-units: 2.87 USD per thousand is cpm({2'870'000}).
    static constexpr Price cpm(Money perThousand) { return {perThousand.micros}; }
    constexpr Money asCpm() const { return {nanos}; }
    /// An amount for one impression.
    static constexpr Price perImpression(Money amount) { return {amount.micros * 1000}; }
    /// The dearest price that is not above this many nano-units of a real number; NaN and negatives
    /// give 0.
    static Price floorOf(double nanos);
};

inline constexpr std::int64_t kNanosPerMicro = 1000;

/// Accrues nano-units and releases whole micro-units; the carry (0 to 999) is kept, so nothing is
/// lost.
class Accrual
{
public:
    Accrual() = default;
    explicit Accrual(std::int64_t nanos)
        : m_nanos(nanos)
    {
    }
    void add(Price price) { m_nanos += price.nanos; }
    Money whole() const { return {m_nanos / kNanosPerMicro}; }
    std::int64_t nanos() const { return m_nanos; }
    std::int64_t carry() const { return m_nanos % kNanosPerMicro; }

private:
    std::int64_t m_nanos = 0;
};

/// Reads a decimal text exactly into an integer scaled by 10^decimals.
/// Errors: not a number, more decimals than allowed, exponent, out of range; `where` names the
/// field.
Result<std::int64_t> parseDecimal(std::string_view text, int decimals, std::string_view where);
Result<Money> parseMoney(std::string_view text, std::string_view where);
/// A CPM with at most six decimals.
Result<Price> parseCpm(std::string_view text, std::string_view where);

/// Writes scaled/10^decimals with at least `shown` and at most `decimals` decimals: no thousands
/// separators.
std::string formatDecimal(std::int64_t scaled, int decimals, int shown);
std::string toString(Money amount, int shown = 2);
/// The price per thousand, as people quote it.
std::string toCpmString(Price price, int shown = 2);

/// Splits an amount by parts-per-million so that the two parts always sum to the whole.
/// The first part is floored, the second takes the rest.
struct Split
{
    Price first;
    Price rest;
};
Split splitByPpm(Price whole, std::int32_t firstPpm);

} // namespace gavel::base

namespace gavel {
using base::Currency;
using base::Money;
using base::Price;
} // namespace gavel
