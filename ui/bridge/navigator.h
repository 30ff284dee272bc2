// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace gavel::bridge {

/// A thing a page can be asked to show.
struct Destination
{
    QString page{}; ///< "overview", "market", "campaigns", "schedule", "pipeline", "settlement",
                    ///< "training", "system"
    QString kind{}; ///< "" = only the page; "auction", "filter", "campaign", "component"
    QString value{}; ///< id, filter text, or milliseconds of market time

    bool operator==(const Destination&) const = default;
};

inline Destination auctionPlace(quint64 auction)
{
    return {QStringLiteral("market"), QStringLiteral("auction"), QString::number(auction)};
}
inline Destination campaignPlace(const QString& id)
{
    return {QStringLiteral("campaigns"), QStringLiteral("campaign"), id};
}
inline Destination seatPlace(const QString& id)
{
    return {QStringLiteral("training"), QStringLiteral("seat"), id};
}

/// A sentence at the foot of the window for a few seconds, with at most one thing to do about it.
struct Notice
{
    QString sentence{};
    QString actionText{}; ///< "" = none
    std::function<void()> action{};
};

/// The way from a page to the window: pages ask, the window answers the signals.
class Navigator final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void openPage(const QString& page) { go({page, {}, {}}); }
    void openAuction(quint64 auction) { go(auctionPlace(auction)); }
    void openAuctions(const QString& filter)
    {
        go({QStringLiteral("market"), QStringLiteral("filter"), filter});
    }
    void openCampaign(const QString& id) { go(campaignPlace(id)); }
    void openSeat(const QString& id) { go(seatPlace(id)); }
    void go(const Destination& destination) { Q_EMIT requested(destination); }
    /// Shows the thing in the inspector, beside the page in front.
    void openBeside(const Destination& thing) { Q_EMIT besideRequested(thing); }

    void say(const QString& sentence) { Q_EMIT noticed({sentence, {}, {}}); }
    void say(const Notice& notice) { Q_EMIT noticed(notice); }

    /// A page says that its commands, header actions or sentence are different now.
    void pageChanged() { Q_EMIT changed(); }

Q_SIGNALS:
    void requested(const gavel::bridge::Destination& destination);
    void besideRequested(const gavel::bridge::Destination& thing);
    void noticed(const gavel::bridge::Notice& notice);
    void changed();
};

} // namespace gavel::bridge
