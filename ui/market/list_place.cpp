// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/list_place.h"

#include <QStringList>

namespace gavel::auctions {

QString ListPlace::toText() const
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(QString::number(upTo), QString::number(row), QString::number(top), filter);
}

std::optional<ListPlace> ListPlace::fromText(const QString& text)
{
    ListPlace place;
    bool isUpTo = false;
    bool isRow = false;
    bool isTop = false;
    place.upTo = text.section(u' ', 0, 0).toULongLong(&isUpTo);
    place.row = text.section(u' ', 1, 1).toInt(&isRow);
    place.top = text.section(u' ', 2, 2).toInt(&isTop);
    place.filter = text.section(u' ', 3);
    const bool isPlace = isUpTo && isRow && isTop && place.row >= -1 && place.top >= 0;
    return isPlace ? std::optional(place) : std::nullopt;
}

} // namespace gavel::auctions
