// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/bookmarks.h"

#include <QCoreApplication>

namespace gavel::auctions {

namespace {

struct BookmarksWords
{
    Q_DECLARE_TR_FUNCTIONS(Bookmarks)
};

} // namespace

Bookmarks::Bookmarks()
    : m_filters{QStringLiteral("late"), QStringLiteral("fate = below_floor"),
                QStringLiteral("unfilled")}
{
}

void Bookmarks::add(const QString& filter)
{
    m_filters.removeAll(filter);
    m_filters.prepend(filter);
    while (m_filters.size() > kMost)
        m_filters.removeLast();
}

QString Bookmarks::nameOf(const QString& filter)
{
    if (filter == u"late")
        return BookmarksWords::tr("Seat late");
    if (filter == u"fate = below_floor")
        return BookmarksWords::tr("Below floor");
    if (filter == u"unfilled")
        return BookmarksWords::tr("Nobody won");
    return filter;
}

QJsonArray Bookmarks::save() const
{
    return QJsonArray::fromStringList(m_filters);
}

void Bookmarks::restore(const QJsonArray& filters)
{
    for (qsizetype i = std::min<qsizetype>(filters.size(), kMost) - 1; i >= 0; --i)
        if (const QString filter = filters[i].toString(); !filter.isEmpty())
            add(filter);
}

} // namespace gavel::auctions
