// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/targeting_text.h"

#include "engine/base/iso_time.h"
#include "engine/model/targeting_json.h"

#include <QRegularExpression>

namespace gavel::bridge {

QStringList hourTexts(const model::HourGrid& hours)
{
    QStringList all;
    for (const std::string& text : model::hourTexts(hours))
        all << QString::fromStdString(text);
    return all;
}

QString systemText(const model::OsVersionRule& rule)
{
    return QString::fromStdString(model::osVersionText(rule));
}

std::optional<model::OsVersionRule> readSystem(const QString& text)
{
    const auto read = model::parseOsVersion(text.trimmed().toStdString(), "targeting");
    return read ? std::optional(*read) : std::nullopt;
}

QString datesText(const model::DateRange& range)
{
    const QString first = QString::fromStdString(base::toIsoDay(range.first));
    return range.first == range.last
        ? first
        : QStringLiteral("%1 %2").arg(first, QString::fromStdString(base::toIsoDay(range.last)));
}

std::optional<model::DateRange> readDates(const QString& text)
{
    static const QRegularExpression kBlanks(QStringLiteral("\\s+"));
    const QStringList days = text.trimmed().split(kBlanks, Qt::SkipEmptyParts);
    if (days.isEmpty() || days.size() > 2)
        return std::nullopt;
    const auto first = base::parseIsoDay(days.first().toStdString(), "targeting");
    const auto last = base::parseIsoDay(days.last().toStdString(), "targeting");
    if (!first || !last)
        return std::nullopt;
    return model::DateRange{*first, *last};
}

} // namespace gavel::bridge
