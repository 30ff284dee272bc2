// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/market_badge.h"

#include <QWidget>

namespace gavel::shell {

/// The line of 3 px that says what the market is: solid LIVE, hatched SIMULATION, dashed none.
class MarketStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit MarketStrip(QWidget* parent = nullptr);
    void setWord(widgets::MarketWord word);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    widgets::MarketWord m_word = widgets::MarketWord::Stopped;
};

} // namespace gavel::shell
