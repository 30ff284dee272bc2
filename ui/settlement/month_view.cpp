// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settlement/month_view.h"

#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace gavel::settlement {

using namespace widgets;

namespace {

constexpr int kPerLine = 16;
constexpr int kHeight = 20;
constexpr int kGap = 2;

} // namespace

MonthView::MonthView(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MonthView::setDays(const std::vector<runtime::ReconciledDay>& days, TimeMs chosen,
                        int utcOffset)
{
    m_days = days;
    m_chosen = chosen;
    m_utcOffset = utcOffset;
    const int at = chosenDay();
    setAccessibleDescription(at < 0 ? QString() : wordsOf(m_days[static_cast<std::size_t>(at)]));
    update();
}

QSize MonthView::sizeHint() const
{
    return {kPerLine * 17, 2 * kHeight + kGap};
}

QRect MonthView::cell(std::size_t day) const
{
    const int column = static_cast<int>(day) % kPerLine;
    const int left = column * (width() + kGap) / kPerLine;
    const int right = (column + 1) * (width() + kGap) / kPerLine - kGap;
    return {left, static_cast<int>(day) / kPerLine * (kHeight + kGap), right - left, kHeight};
}

int MonthView::dayAt(const QPoint& place) const
{
    for (std::size_t day = 0; day < m_days.size(); ++day)
        if (cell(day).contains(place))
            return static_cast<int>(day);
    return -1;
}

int MonthView::chosenDay() const
{
    const auto found = std::ranges::find(m_days, m_chosen, &runtime::ReconciledDay::day);
    return found == m_days.end() ? -1 : static_cast<int>(found - m_days.begin());
}

QString MonthView::wordsOf(const runtime::ReconciledDay& day) const
{
    const QString name = numbers::date(day.day.value, m_utcOffset);
    if (!day.isSettled)
        return tr("%1: nothing was settled").arg(name);
    if (!day.agrees && !day.closed)
        return tr("%1: open, %Ln auction(s) without their impression so far", nullptr,
                  static_cast<int>(day.differing))
            .arg(name);
    if (day.differing > 0)
        return tr("%1: %Ln auction(s) differ", nullptr, static_cast<int>(day.differing)).arg(name);
    if (!day.agrees)
        return tr("%1: the seats’ book differs").arg(name);
    return day.closed ? tr("%1: closed, all three books agree").arg(name)
                      : tr("%1: open, all three books agree so far").arg(name);
}

void MonthView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setFont(widgets::font(TextRole::Caption));
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const runtime::ReconciledDay& day = m_days[i];
        const QRect box = cell(i);
        const bool differs = day.closed && !day.agrees;
        const Token ground = !day.isSettled ? Token::Bg1
            : differs                       ? Token::WarnBg
            : day.closed                    ? Token::GoodBg
                                            : Token::Bg3;
        const Token ink = !day.isSettled ? Token::T3
            : differs                    ? Token::Warn
            : day.closed                 ? Token::Good
                                         : Token::T1;
        painter.fillRect(box, color(ground));
        if (day.day == m_chosen) {
            painter.setPen(color(hasFocus() ? Token::Focus : Token::Edge));
            painter.drawRect(box.adjusted(0, 0, -1, -1));
        }
        painter.setPen(color(ink));
        painter.drawText(box, Qt::AlignCenter, QString::number(i + 1));
    }
}

void MonthView::choose(int day)
{
    if (day < 0 || day >= static_cast<int>(m_days.size()))
        return;
    const runtime::ReconciledDay& chosen = m_days[static_cast<std::size_t>(day)];
    if (chosen.isSettled)
        Q_EMIT dayChosen(chosen.day.value);
}

void MonthView::mousePressEvent(QMouseEvent* event)
{
    choose(dayAt(event->pos()));
}

void MonthView::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left ? -1
        : event->key() == Qt::Key_Right           ? 1
        : event->key() == Qt::Key_Up              ? -kPerLine
        : event->key() == Qt::Key_Down            ? kPerLine
                                                  : 0;
    if (step == 0)
        return QWidget::keyPressEvent(event);
    choose(chosenDay() + step);
}

bool MonthView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int day = dayAt(help->pos());
        if (day >= 0)
            QToolTip::showText(help->globalPos(), wordsOf(m_days[static_cast<std::size_t>(day)]),
                               this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace gavel::settlement
