// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/widgets/charts/heat_map.h"
#include "ui/widgets/panel/panel.h"

namespace gavel::training {

/// Where the bids lie by price and time, what was paid, and the ladder of now.
class DepthPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit DepthPanel(QWidget* parent = nullptr);

    void setDepth(const runtime::Depth& depth, double floorFactor, int utcOffsetMinutes);
    /// How much market time fits: an hour where the panel is wide.
    qint64 spanMs() const;
    void retranslate();

private:
    widgets::HeatMap* m_map;
    QWidget* m_key;
};

} // namespace gavel::training
