// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/bridge/navigator.h"
#include "ui/overview/history.h"
#include "ui/widgets/panel/tile.h"

#include <QWidget>

#include <array>

namespace gavel::overview {

/// The seven numbers of the desk. Each opens where it comes from.
class TileRow final : public QWidget
{
    Q_OBJECT
public:
    enum Place { Auctions, Bids, WinRate, Fill, ClearingCpm, AuctionP99, SpendToday, Count };

    explicit TileRow(QWidget* parent = nullptr);

    void setValues(const runtime::Snapshot& snapshot, const History& history);
    void setStale(bool stale);
    widgets::Tile* tile(Place place) const { return m_tiles[place]; }
    void retranslate();

Q_SIGNALS:
    void opened(const gavel::bridge::Destination& place);

private:
    void showToolTips();
    void setRate(Place place, const std::vector<double>& values);
    void setShare(Place place, std::vector<double> values);
    void setCpm(const runtime::Snapshot& snapshot, const History& history);
    void setLatency(const runtime::Snapshot& snapshot, const History& history);
    void setSpend(const runtime::Snapshot& snapshot, const History& history);
    void compare(Place place, const QString& difference, double sign);

    std::array<widgets::Tile*, Count> m_tiles{};
    QString m_since; ///< where the window begins
    std::int64_t m_meanMs = 0; ///< what the numbers are means of; 0 = nothing read yet
};

} // namespace gavel::overview
