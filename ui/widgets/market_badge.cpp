// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/market_badge.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

namespace gavel::widgets {

namespace {

constexpr int kSide = 8;
constexpr int kMarkBox = 14;
constexpr int kBetween = 5;

} // namespace

QString marketWordText(MarketWord word)
{
    switch (word) {
    case MarketWord::Live:
        return MarketBadge::tr("LIVE");
    case MarketWord::Simulation:
        return MarketBadge::tr("SIMULATION");
    case MarketWord::Draft:
        return MarketBadge::tr("DRAFT");
    case MarketWord::WhatIf:
        return MarketBadge::tr("WHAT-IF");
    case MarketWord::Stopped:
        break;
    }
    return MarketBadge::tr("NO MARKET");
}

Token marketWordToken(MarketWord word)
{
    switch (word) {
    case MarketWord::Live:
        return Token::Live;
    case MarketWord::Simulation:
    case MarketWord::WhatIf:
        return Token::Sim;
    case MarketWord::Draft:
        return Token::Warn;
    case MarketWord::Stopped:
        break;
    }
    return Token::Stale;
}

Token marketWordTint(MarketWord word)
{
    switch (word) {
    case MarketWord::Live:
        return Token::LiveBg;
    case MarketWord::Simulation:
    case MarketWord::WhatIf:
        return Token::SimBg;
    case MarketWord::Draft:
        return Token::WarnBg;
    case MarketWord::Stopped:
        break;
    }
    return Token::StaleBg;
}

Mark marketWordMark(MarketWord word)
{
    switch (word) {
    case MarketWord::Live:
        return Mark::Live;
    case MarketWord::Simulation:
    case MarketWord::WhatIf:
        return Mark::Sim;
    case MarketWord::Draft:
        return Mark::Draft;
    case MarketWord::Stopped:
        break;
    }
    return Mark::Stale;
}

MarketBadge::MarketBadge(MarketWord word, QWidget* parent)
    : QWidget(parent)
    , m_word(word)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(marketWordText(word));
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MarketBadge::setWord(MarketWord word)
{
    if (m_word == word)
        return;
    m_word = word;
    setAccessibleName(marketWordText(word));
    updateGeometry();
    update();
}

void MarketBadge::setLarge(bool large)
{
    m_large = large;
    updateGeometry();
}

QFont MarketBadge::textFont() const
{
    return widgets::font(m_large ? TextRole::RailBold : TextRole::CaptionBold);
}

QSize MarketBadge::sizeHint() const
{
    const int text = QFontMetrics(textFont()).horizontalAdvance(marketWordText(m_word));
    return {text + kMarkBox + kBetween + 2 * kSide, m_large ? 34 : 20};
}

void MarketBadge::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = color(marketWordToken(m_word));
    painter.setBrush(color(marketWordTint(m_word)));
    painter.setPen(QPen(ink, 1, m_word == MarketWord::Draft ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
    paintMark(painter, QRect(kSide, 0, kMarkBox, height()), marketWordMark(m_word), 12);
    painter.setPen(ink);
    painter.setFont(textFont());
    painter.drawText(rect().adjusted(kSide + kMarkBox + kBetween, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, marketWordText(m_word));
}

void MarketBadge::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(marketWordText(m_word));
        updateGeometry();
    }
}

void paintHatch(QPainter& painter, const QRect& rect, const QColor& color)
{
    // Across the stripe 4 + 4 px means a period of 8 * sqrt(2) along x.
    constexpr qreal kPeriod = 11.3137;
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const qreal height = rect.height();
    const int stripes = static_cast<int>((rect.width() + height) / kPeriod) + 2;
    for (int stripe = -1; stripe < stripes; ++stripe) {
        const qreal x = rect.left() - height + stripe * kPeriod;
        painter.drawPolygon(QPolygonF({{x, qreal(rect.top())},
                                       {x + kPeriod / 2, qreal(rect.top())},
                                       {x + kPeriod / 2 + height, rect.top() + height},
                                       {x + height, rect.top() + height}}));
    }
    painter.restore();
}

} // namespace gavel::widgets
