// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/names.h"

#include "ui/widgets/numbers.h"

namespace gavel::auctions {

namespace numbers = widgets::numbers;

namespace {

constexpr qint64 kReadAgainMs = 2000;

QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

template<typename Views>
QHash<QString, QString> namesOf(const Views& views)
{
    QHash<QString, QString> names;
    names.reserve(static_cast<qsizetype>(views.size()));
    for (const auto& view : views)
        names.insert(QString::fromStdString(view.id), QString::fromStdString(view.name));
    return names;
}

} // namespace

bool Names::update(const bridge::SnapshotPtr& snapshot,
                   std::shared_ptr<const model::Vocabulary> vocabulary)
{
    const bool sameMarket = m_vocabulary == vocabulary && m_read.isValid()
        && m_campaigns.size() == static_cast<qsizetype>(snapshot->campaigns.size())
        && m_seats.size() == static_cast<qsizetype>(snapshot->seats.size());
    m_snapshot = snapshot;
    m_vocabulary = std::move(vocabulary);
    if (sameMarket && !m_read.hasExpired(kReadAgainMs))
        return false;
    m_seats = namesOf(snapshot->seats);
    m_campaigns = namesOf(snapshot->campaigns);
    m_publishers = namesOf(snapshot->publishers);
    m_placements = namesOf(snapshot->placements);
    m_read.start();
    return true;
}

QString Names::named(const QHash<QString, QString>& names, const QString& id) const
{
    const QString name = names.value(id);
    return name.isEmpty() ? id : name;
}

QString Names::seat(Handle handle) const
{
    return named(m_seats, seatId(handle));
}

QString Names::campaign(Handle handle) const
{
    return named(m_campaigns, campaignId(handle));
}

QString Names::publisher(Handle handle) const
{
    return named(m_publishers, value(model::Dimension::Publisher, handle));
}

QString Names::placement(Handle handle) const
{
    return named(m_placements, value(model::Dimension::Placement, handle));
}

QString Names::value(model::Dimension dimension, Handle handle) const
{
    return m_vocabulary ? QString::fromStdString(m_vocabulary->text(dimension, handle)) : QString();
}

QString Names::seatId(Handle handle) const
{
    return m_vocabulary ? words(m_vocabulary->seats.text(handle)) : QString();
}

QString Names::campaignId(Handle handle) const
{
    return m_vocabulary ? words(m_vocabulary->campaigns.text(handle)) : QString();
}

Handle Names::campaignHandle(const QString& id) const
{
    return m_vocabulary ? m_vocabulary->campaigns.find(id.toStdString()) : base::kNone;
}

Handle Names::segmentHandle(const QString& id) const
{
    return m_vocabulary ? m_vocabulary->of(model::Dimension::Segment).find(id.toStdString())
                        : base::kNone;
}

QStringList Names::segments() const
{
    QStringList all;
    if (!m_vocabulary)
        return all;
    const base::Dictionary& segments = m_vocabulary->of(model::Dimension::Segment);
    for (Handle handle = 1; handle <= segments.size(); ++handle)
        all << words(segments.text(handle));
    all.sort();
    return all;
}

QString Names::currency() const
{
    return m_snapshot ? QString::fromUtf8(m_snapshot->currency.code, 3) : QString();
}

std::uint32_t Names::limitMicros() const
{
    return m_snapshot ? m_snapshot->rules.auctionDeadlineMicros
                      : model::AuctionRules{}.auctionDeadlineMicros;
}

QString Names::price(Price price) const
{
    return numbers::cpm(price.nanos, numbers::decimalsOf(currency(), 2));
}

QString Names::exact(Price price) const
{
    return numbers::cpm(price.nanos, 6);
}

} // namespace gavel::auctions
