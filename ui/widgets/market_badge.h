// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/status_mark.h"

#include <QWidget>

namespace gavel::widgets {

/// What the market, or a panel of it, is.
enum class MarketWord : quint8 { Stopped, Live, Simulation, Draft, WhatIf };

QString marketWordText(MarketWord word);
Token marketWordToken(MarketWord word);
Token marketWordTint(MarketWord word);
Mark marketWordMark(MarketWord word);

/// A tinted frame with shape and word: LIVE, SIMULATION, DRAFT, WHAT-IF; dashed for DRAFT.
class MarketBadge final : public QWidget
{
    Q_OBJECT
public:
    explicit MarketBadge(MarketWord word = MarketWord::Stopped, QWidget* parent = nullptr);
    MarketWord word() const { return m_word; }
    void setWord(MarketWord word);
    /// A taller badge with 13 px text, for the transport bar.
    void setLarge(bool large);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QFont textFont() const;

    MarketWord m_word;
    bool m_large = false;
};

/// Diagonal hatch at 135 degrees, 4 px on and 4 px off: the mark of everything simulated.
void paintHatch(QPainter& painter, const QRect& rect, const QColor& color);

} // namespace gavel::widgets
