// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

/// How numbers and times are written everywhere in the console.
namespace gavel::widgets::numbers {

/// What stands where nothing was measured: an en dash.
QString missing();

/// All digits in groups of three: 58,134,212; a minus is U+2212.
QString count(std::int64_t value);
/// All digits up to eight of them, else three figures with k, M or G: 31.2 M.
QString big(double value);
/// Three figures with k, M or G from a thousand on: 15 k, 9.84 M.
QString compact(double value);
/// A fixed number of decimals in groups: 1,247.30; NaN is missing().
QString decimal(double value, int decimals);

/// Decimals a currency has: 0 for KRW and JPY, else the number asked for.
int decimalsOf(const QString& currency, int decimals);
/// An amount of micro-units, rounded half away from zero, without a unit: 3,068.00.
QString amount(std::int64_t micros, int decimals);
/// With the currency's symbol, for a number that stands alone: $59,388.
QString amountAlone(std::int64_t micros, const QString& currency, int decimals);
/// With the currency's code, for sentences: 3.64 USD.
QString amountInSentence(std::int64_t micros, const QString& currency, int decimals);
/// A price of one impression as CPM: nanos are the micro-units of a thousand.
QString cpm(std::int64_t nanos, int decimals = 2);

/// 0.1812 is 18.1 % in English and 18.1% in Chinese and Korean; NaN is missing().
QString percent(double ratio, int decimals = 1);
/// The same with a sign: +4.1 %, −0.8 %.
QString change(double ratio, int decimals = 1);
/// A difference of two ratios in points: −0.8 pp.
QString points(double difference, int decimals = 1);
/// part/whole, or nothing when the whole is 0.
std::optional<double> ratio(double part, double whole);
QString percentOf(double part, double whole, int decimals = 1);

/// Times of a market, shifted by its zone: 14:32:07, 14:32:05.958, 14:32, 2026-03-20.
QString time(std::int64_t utcMs, int offsetMinutes);
QString timeMillis(std::int64_t utcMs, int offsetMinutes);
QString timeShort(std::int64_t utcMs, int offsetMinutes);
QString date(std::int64_t utcMs, int offsetMinutes);
QString dateTime(std::int64_t utcMs, int offsetMinutes);
/// UTC+08:00, or UTC.
QString zone(int offsetMinutes);
/// 12 d 3 h, 2 h 26 min, 38 s, 12 ms.
QString duration(std::int64_t milliseconds);

} // namespace gavel::widgets::numbers
