// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"

#include <QElapsedTimer>
#include <QHash>

namespace gavel::auctions {

/// What the handles of rows and traces are called, and how this market writes money and time.
/// GUI thread.
class Names
{
public:
    /// Names are read anew when the market is another one, has more of something, or after two
    /// seconds. True when they were.
    bool update(const bridge::SnapshotPtr& snapshot,
                std::shared_ptr<const model::Vocabulary> vocabulary);

    /// As people read them; the id when there is no name; "" for no handle.
    QString seat(Handle handle) const;
    QString campaign(Handle handle) const;
    QString publisher(Handle handle) const;
    QString placement(Handle handle) const;
    QString value(model::Dimension dimension, Handle handle) const;

    QString seatId(Handle handle) const;
    QString campaignId(Handle handle) const;
    /// 0 when the market has no such campaign.
    Handle campaignHandle(const QString& id) const;
    Handle segmentHandle(const QString& id) const;
    QStringList segments() const;

    QString currency() const;
    int utcOffset() const { return m_snapshot ? m_snapshot->utcOffsetMinutes : 0; }
    std::uint32_t limitMicros() const;
    /// A price per thousand: two decimals in lists, six under the microscope.
    QString price(Price price) const;
    QString exact(Price price) const;

private:
    QString named(const QHash<QString, QString>& names, const QString& id) const;

    bridge::SnapshotPtr m_snapshot;
    std::shared_ptr<const model::Vocabulary> m_vocabulary;
    QHash<QString, QString> m_seats;
    QHash<QString, QString> m_campaigns;
    QHash<QString, QString> m_publishers;
    QHash<QString, QString> m_placements;
    QElapsedTimer m_read;
};

} // namespace gavel::auctions
