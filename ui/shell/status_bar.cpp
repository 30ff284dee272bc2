// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_bar.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/numbers.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace gavel::shell {

using namespace widgets;

namespace {

constexpr int kHeight = 26;
constexpr int kCellSide = 12;
constexpr int kLamp = 11;
constexpr int kSlowGapMs = 50;

int drawWords(QPainter& painter, int x, const QString& words, TextRole role, const QColor& ink)
{
    painter.setFont(font(role));
    painter.setPen(ink);
    const int width = painter.fontMetrics().horizontalAdvance(words);
    painter.drawText(QRect(x, 0, width + 4, kHeight), Qt::AlignLeft | Qt::AlignVCenter, words);
    return x + width;
}

} // namespace

StatusBar::StatusBar(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(kHeight);
    setAccessibleName(tr("Status bar"));
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StatusBar::setSnapshot(const runtime::Snapshot& snapshot, MarketWord word)
{
    m_word = word;
    const bool stopped = word == MarketWord::Stopped;
    m_date = stopped ? numbers::missing()
                     : numbers::dateTime(snapshot.now.value, snapshot.utcOffsetMinutes);
    m_zone = stopped ? QString() : numbers::zone(snapshot.utcOffsetMinutes);
    m_speed = snapshot.speed;
    m_paused = snapshot.paused;
    m_finished = snapshot.finished;
    m_rate = snapshot.auctionsPerSecond;
    m_lamps.clear();
    for (const runtime::Invariant& invariant : snapshot.invariants) {
        if (invariant.checked)
            m_lamps.push_back({QString::fromStdString(invariant.name),
                               QString::fromStdString(invariant.detail), invariant.broken > 0});
    }
    m_firing = snapshot.watch ? snapshot.watch->firing : 0;
    m_pending = snapshot.watch ? snapshot.watch->pending : 0;
    m_isPaging
        = m_firing > 0 && snapshot.watch->active.front().alert.level == metrics::AlertLevel::Page;
    describe();
    update();
}

void StatusBar::setStale(std::int64_t ageMs)
{
    if (m_staleMs == ageMs)
        return;
    m_staleMs = ageMs;
    update();
}

void StatusBar::setWorstGap(int milliseconds)
{
    m_gapMs = milliseconds;
    update();
}

void StatusBar::describe()
{
    setAccessibleDescription(
        tr("%1; market time %2; speed %3; %4 auctions per second; %n alert(s) firing",
           "status bar for readers", static_cast<int>(m_firing))
            .arg(marketWordText(m_word), m_date, speedText(), numbers::count(qRound64(m_rate))));
}

QString StatusBar::speedText() const
{
    if (m_finished)
        return tr("ended", "the market reached its end");
    if (m_paused)
        return tr("paused", "speed of the market");
    if (m_speed <= 0)
        return tr("Max", "speed of the market");
    return tr("%1×", "speed of the market").arg(m_speed, 0, 'g', 4);
}

void StatusBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), color(Token::Bg0));
    painter.fillRect(0, 0, width(), 1, color(Token::Line1));
    int x = paintMarket(painter, 0);
    x = paintTime(painter, x);
    x = paintPair(painter, x, tr("Speed"), speedText());
    x = paintPair(painter, x, QString(), tr("%1 auctions/s").arg(numbers::big(m_rate)));
    paintInvariants(painter, x);
    paintAlerts(painter, paintWindow(painter));
}

int StatusBar::endCell(QPainter& painter, int x) const
{
    painter.fillRect(x, 1, 1, kHeight - 1, color(Token::Line1));
    return x + 1;
}

int StatusBar::paintMarket(QPainter& painter, int x) const
{
    const QString word = marketWordText(m_word);
    const int text = QFontMetrics(widgets::font(TextRole::BodyBold)).horizontalAdvance(word);
    const int width = text + 20 + 2 * kCellSide;
    painter.fillRect(x, 1, width, kHeight - 1, color(marketWordTint(m_word)));
    paintMark(painter, QRect(x + kCellSide, 0, 13, kHeight), marketWordMark(m_word), 12);
    drawWords(painter, x + kCellSide + 19, word, TextRole::BodyBold,
              color(marketWordToken(m_word)));
    return endCell(painter, x + width);
}

int StatusBar::paintTime(QPainter& painter, int x) const
{
    paintIcon(painter, QRect(x + kCellSide, 0, 14, kHeight), QStringLiteral("clock"),
              color(Token::T2), 14);
    x = drawWords(painter, x + kCellSide + 21, m_date, TextRole::Body,
                  color(m_staleMs > 0 ? Token::T3 : Token::T1));
    x = drawWords(painter, x + 7, m_zone, TextRole::Body, color(Token::T3));
    if (m_staleMs > 0) {
        paintMark(painter, QRect(x + 10, 0, 12, kHeight), Mark::Stale);
        x = drawWords(painter, x + 26, tr("stale for %1 s").arg(m_staleMs / 1000), TextRole::Body,
                      color(Token::Stale));
    }
    return endCell(painter, x + kCellSide);
}

int StatusBar::paintPair(QPainter& painter, int x, const QString& label, const QString& value) const
{
    x += kCellSide;
    if (!label.isEmpty())
        x = drawWords(painter, x, label, TextRole::Body, color(Token::T2)) + 7;
    x = drawWords(painter, x, value, TextRole::Body, color(m_staleMs > 0 ? Token::T3 : Token::T1));
    return endCell(painter, x + kCellSide);
}

int StatusBar::paintInvariants(QPainter& painter, int x)
{
    if (m_lamps.empty()) {
        m_invariants = {};
        return x;
    }
    const int start = x;
    x = drawWords(painter, x + kCellSide, tr("Invariants"), TextRole::Body, color(Token::T2)) + 7;
    int broken = 0;
    QString first;
    for (const Lamp& lamp : m_lamps) {
        const QRect place(x, 0, kLamp, kHeight);
        if (lamp.broken) {
            paintMark(painter, place, Mark::Warn, color(Token::Bad), 11);
            if (++broken == 1)
                first = lamp.name;
        } else {
            painter.setPen(color(Token::Good));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(x + 1.5, kHeight / 2.0 - 4, 8, 8), 1, 1);
            paintMark(painter, QRect(x + 1, 0, 9, kHeight), Mark::Done, 7);
        }
        x += kLamp;
    }
    const int all = static_cast<int>(m_lamps.size());
    const QString words = broken == 0
        ? tr("%1 of %2 hold").arg(all).arg(all)
        : tr("%1 of %2 hold; broken: %3").arg(all - broken).arg(all).arg(first);
    x = drawWords(painter, x + 6, words, TextRole::Body,
                  color(broken == 0 ? Token::Good : Token::Bad));
    m_invariants = QRect(start, 0, x + kCellSide - start, kHeight);
    return endCell(painter, x + kCellSide);
}

int StatusBar::paintWindow(QPainter& painter) const
{
    const QString words = tr("Window %1 ms", "worst gap of the window").arg(m_gapMs);
    painter.setFont(widgets::font(TextRole::Body));
    const int width = painter.fontMetrics().horizontalAdvance(words) + 2 * kCellSide;
    endCell(painter, this->width() - width - 1);
    drawWords(painter, this->width() - width + kCellSide, words, TextRole::Body,
              color(m_gapMs > kSlowGapMs ? Token::Warn : Token::T2));
    return this->width() - width - 1;
}

/// To the left of `right`.
void StatusBar::paintAlerts(QPainter& painter, int right)
{
    const QString firing = tr("%n firing", "alerts", static_cast<int>(m_firing));
    const QString pending
        = m_pending > 0 ? tr("%n pending", "alerts", static_cast<int>(m_pending)) : QString();
    const QFontMetrics metrics(widgets::font(TextRole::Body));
    constexpr int kBell = 22;
    constexpr int kMarkRoom = 17;
    int width = 2 * kCellSide + kBell + kMarkRoom + metrics.horizontalAdvance(firing);
    if (!pending.isEmpty())
        width += kCellSide + kMarkRoom + metrics.horizontalAdvance(pending);
    m_alerts = QRect(right - width, 0, width, kHeight);
    endCell(painter, m_alerts.left());
    int x = m_alerts.left() + kCellSide;
    paintIcon(painter, QRect(x, 0, 14, kHeight), QStringLiteral("bell"), color(Token::T2), 14);
    x += kBell;
    const Token ink = m_firing == 0 ? Token::T2 : (m_isPaging ? Token::Bad : Token::Warn);
    const Mark mark = m_firing == 0 ? Mark::Done : (m_isPaging ? Mark::Bad : Mark::Warn);
    paintMark(painter, QRect(x, 0, 12, kHeight), mark, color(ink), 11);
    x = drawWords(painter, x + kMarkRoom, firing, TextRole::Body, color(ink));
    if (pending.isEmpty())
        return;
    paintMark(painter, QRect(x + kCellSide, 0, 12, kHeight), Mark::Waiting, color(Token::T2), 11);
    drawWords(painter, x + kCellSide + kMarkRoom, pending, TextRole::Body, color(Token::T2));
}

QString StatusBar::invariantsToolTip() const
{
    QStringList lines;
    for (const Lamp& lamp : m_lamps) {
        const QString state = lamp.broken ? tr("broken") : tr("holds");
        lines << (lamp.detail.isEmpty() ? tr("%1: %2", "invariant: state").arg(lamp.name, state)
                                        : tr("%1: %2; %3", "invariant: state; detail")
                                              .arg(lamp.name, state, lamp.detail));
    }
    return lines.join(u'\n');
}

void StatusBar::mousePressEvent(QMouseEvent* event)
{
    if (m_invariants.contains(event->pos()))
        Q_EMIT invariantsClicked();
    if (m_alerts.contains(event->pos()))
        Q_EMIT alertsClicked();
}

bool StatusBar::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (m_invariants.contains(help->pos()))
        QToolTip::showText(help->globalPos(), invariantsToolTip(), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace gavel::shell
