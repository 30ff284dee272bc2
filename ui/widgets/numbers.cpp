// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/numbers.h"

#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>
#include <cmath>

namespace gavel::widgets::numbers {

namespace {

constexpr std::int64_t kDaysFromHours = 48;

constexpr char16_t kMinus = u'\u2212';
constexpr char16_t kNoBreakSpace = u'\u00a0';

QString grouped(const QString& digits)
{
    QString result = digits;
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        result.insert(at, u',');
    return result;
}

QString signedText(bool negative, const QString& text)
{
    return negative ? QChar(kMinus) + text : text;
}

QString withUnit(const QString& number, QStringView unit)
{
    return number + QChar(kNoBreakSpace) + unit.toString();
}

/// Three figures: 9.84, 31.2, 312.
QString threeFigures(double value)
{
    const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text;
}

QDateTime local(std::int64_t utcMs, int offsetMinutes)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs + std::int64_t{offsetMinutes} * 60'000, Qt::UTC);
}

QString symbolOf(const QString& currency)
{
    if (currency == u"USD")
        return QStringLiteral("$");
    if (currency == u"EUR")
        return QStringLiteral("€");
    if (currency == u"GBP")
        return QStringLiteral("£");
    if (currency == u"CNY" || currency == u"JPY")
        return QStringLiteral("¥");
    if (currency == u"KRW")
        return QStringLiteral("₩");
    return currency + QChar(kNoBreakSpace);
}

QString percentSign(const QString& number)
{
    const bool english = Theme::current().language() == Language::English;
    return english ? withUnit(number, u"%") : number + u'%';
}

QString withSign(double value, const QString& magnitude, bool zero)
{
    if (zero)
        return magnitude;
    return (value < 0 ? QChar(kMinus) : QChar(u'+')) + magnitude;
}

bool showsZero(double magnitude, int decimals)
{
    return magnitude < 0.5 * std::pow(10.0, -decimals);
}

} // namespace

QString missing()
{
    return QStringLiteral("–");
}

QString count(std::int64_t value)
{
    const QString digits = value < 0 ? QString::number(value).mid(1) : QString::number(value);
    return signedText(value < 0, grouped(digits));
}

QString compact(double value)
{
    if (!std::isfinite(value))
        return missing();
    const double magnitude = std::abs(value);
    if (magnitude < 999.5)
        return signedText(value < 0, threeFigures(magnitude));
    if (magnitude < 999.5e3)
        return signedText(value < 0, withUnit(threeFigures(magnitude / 1e3), u"k"));
    if (magnitude < 999.5e6)
        return signedText(value < 0, withUnit(threeFigures(magnitude / 1e6), u"M"));
    return signedText(value < 0, withUnit(threeFigures(magnitude / 1e9), u"G"));
}

QString big(double value)
{
    if (!std::isfinite(value))
        return missing();
    return std::abs(value) < 99'999'999.5 ? count(std::llround(value)) : compact(value);
}

QString decimal(double value, int decimals)
{
    if (!std::isfinite(value))
        return missing();
    const QString text = QString::number(std::abs(value), 'f', decimals);
    const qsizetype point = text.indexOf(u'.');
    const QString whole = grouped(point < 0 ? text : text.left(point));
    const bool negative = value < 0 && !showsZero(std::abs(value), decimals);
    return signedText(negative, point < 0 ? whole : whole + text.mid(point));
}

int decimalsOf(const QString& currency, int decimals)
{
    return currency == u"KRW" || currency == u"JPY" ? 0 : decimals;
}

QString amount(std::int64_t micros, int decimals)
{
    static constexpr std::array<std::int64_t, 7> kStep{1'000'000, 100'000, 10'000, 1'000,
                                                       100,       10,      1};
    const std::int64_t step = kStep[static_cast<std::size_t>(std::clamp(decimals, 0, 6))];
    const std::uint64_t magnitude
        = micros < 0 ? 0 - static_cast<std::uint64_t>(micros) : static_cast<std::uint64_t>(micros);
    const auto unsignedStep = static_cast<std::uint64_t>(step);
    const std::uint64_t rounded = (magnitude + unsignedStep / 2) / unsignedStep;
    const std::uint64_t perUnit = 1'000'000 / unsignedStep;
    QString text = grouped(QString::number(rounded / perUnit));
    if (decimals > 0)
        text += u'.' + QString::number(rounded % perUnit).rightJustified(decimals, u'0');
    return signedText(micros < 0 && rounded > 0, text);
}

QString amountAlone(std::int64_t micros, const QString& currency, int decimals)
{
    const int shown = decimalsOf(currency, decimals);
    const QString text = amount(micros, shown);
    const bool negative = text.startsWith(QChar(kMinus));
    return signedText(negative, symbolOf(currency) + (negative ? text.mid(1) : text));
}

QString amountInSentence(std::int64_t micros, const QString& currency, int decimals)
{
    return withUnit(amount(micros, decimalsOf(currency, decimals)), currency);
}

QString cpm(std::int64_t nanos, int decimals)
{
    return amount(nanos, decimals);
}

QString percent(double ratio, int decimals)
{
    return std::isfinite(ratio) ? percentSign(decimal(ratio * 100, decimals)) : missing();
}

QString change(double ratio, int decimals)
{
    if (!std::isfinite(ratio))
        return missing();
    const double magnitude = std::abs(ratio * 100);
    return withSign(ratio, percentSign(decimal(magnitude, decimals)),
                    showsZero(magnitude, decimals));
}

QString points(double difference, int decimals)
{
    if (!std::isfinite(difference))
        return missing();
    const double magnitude = std::abs(difference * 100);
    return withSign(difference, withUnit(decimal(magnitude, decimals), u"pp"),
                    showsZero(magnitude, decimals));
}

std::optional<double> ratio(double part, double whole)
{
    if (whole == 0 || !std::isfinite(whole) || !std::isfinite(part))
        return std::nullopt;
    return part / whole;
}

QString percentOf(double part, double whole, int decimals)
{
    const std::optional<double> value = ratio(part, whole);
    return value ? percent(*value, decimals) : missing();
}

QString time(std::int64_t utcMs, int offsetMinutes)
{
    return local(utcMs, offsetMinutes).toString(QStringLiteral("HH:mm:ss"));
}

QString timeMillis(std::int64_t utcMs, int offsetMinutes)
{
    return local(utcMs, offsetMinutes).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString timeShort(std::int64_t utcMs, int offsetMinutes)
{
    return local(utcMs, offsetMinutes).toString(QStringLiteral("HH:mm"));
}

QString date(std::int64_t utcMs, int offsetMinutes)
{
    return local(utcMs, offsetMinutes).toString(QStringLiteral("yyyy-MM-dd"));
}

QString dateTime(std::int64_t utcMs, int offsetMinutes)
{
    return local(utcMs, offsetMinutes).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString zone(int offsetMinutes)
{
    if (offsetMinutes == 0)
        return QStringLiteral("UTC");
    const int magnitude = std::abs(offsetMinutes);
    return QStringLiteral("UTC%1%2:%3")
        .arg(offsetMinutes < 0 ? QChar(kMinus) : QChar(u'+'))
        .arg(magnitude / 60, 2, 10, QLatin1Char('0'))
        .arg(magnitude % 60, 2, 10, QLatin1Char('0'));
}

QString duration(std::int64_t milliseconds)
{
    const auto unit = [](std::int64_t value, QStringView name) {
        return withUnit(QString::number(value), name);
    };
    if (milliseconds < 1000)
        return unit(milliseconds, u"ms");
    const std::int64_t seconds = milliseconds / 1000;
    if (seconds < 60)
        return unit(seconds, u"s");
    const std::int64_t minutes = seconds / 60;
    if (minutes < 60)
        return seconds % 60 == 0 ? unit(minutes, u"min")
                                 : unit(minutes, u"min") + u' ' + unit(seconds % 60, u"s");
    const std::int64_t hours = minutes / 60;
    if (hours >= kDaysFromHours)
        return hours % 24 == 0 ? unit(hours / 24, u"d")
                               : unit(hours / 24, u"d") + u' ' + unit(hours % 24, u"h");
    return minutes % 60 == 0 ? unit(hours, u"h")
                             : unit(hours, u"h") + u' ' + unit(minutes % 60, u"min");
}

} // namespace gavel::widgets::numbers
