// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/market_strip.h"

#include <QPainter>

namespace gavel::shell {

using namespace widgets;

namespace {

constexpr int kStripHeight = 3;
constexpr int kDash = 8;

} // namespace

MarketStrip::MarketStrip(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(kStripHeight);
    setAccessibleName(tr("Market strip"));
    setAccessibleDescription(marketWordText(m_word));
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MarketStrip::setWord(MarketWord word)
{
    if (m_word == word)
        return;
    m_word = word;
    setAccessibleDescription(marketWordText(word));
    update();
}

void MarketStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Bg0));
    const QColor ink = color(marketWordToken(m_word));
    if (m_word == MarketWord::Live) {
        painter.fillRect(rect(), ink);
    } else if (m_word == MarketWord::Stopped) {
        for (int x = 0; x < width(); x += 2 * kDash)
            painter.fillRect(x, 1, kDash, 1, ink);
    } else {
        paintHatch(painter, rect(), ink);
    }
}

} // namespace gavel::shell
