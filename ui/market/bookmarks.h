// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QStringList>

namespace gavel::auctions {

/// The three filters that are a click away; a new one takes the place of the oldest.
class Bookmarks
{
public:
    static constexpr int kMost = 3;

    Bookmarks();
    const QStringList& filters() const { return m_filters; }
    bool contains(const QString& filter) const { return m_filters.contains(filter); }
    void add(const QString& filter);
    /// A word for the filters that come with the console, else the filter itself.
    static QString nameOf(const QString& filter);

    QJsonArray save() const;
    void restore(const QJsonArray& filters);

private:
    QStringList m_filters;
};

} // namespace gavel::auctions
