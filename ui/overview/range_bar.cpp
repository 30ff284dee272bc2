// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/range_bar.h"

#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QMenu>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr qint64 kDayMs = 86'400'000;

/// With the date when the window is longer than a day.
QString momentText(qint64 at, TimeWindow window, int offset)
{
    const QString time = numbers::timeShort(at, offset);
    return window.length() <= kDayMs
        ? time
        : RangeBar::tr("%1 %2", "date, time").arg(numbers::date(at, offset).mid(5), time);
}

} // namespace

QString spanText(Span span)
{
    switch (span) {
    case Span::QuarterHour:
        return RangeBar::tr("Last 15 min");
    case Span::Hour:
        return RangeBar::tr("Last 1 h");
    case Span::FourHours:
        return RangeBar::tr("Last 4 h");
    case Span::Day:
        return RangeBar::tr("Last day");
    case Span::WholeRun:
        break;
    }
    return RangeBar::tr("Whole run");
}

RangeBar::RangeBar(QWidget* parent)
    : QWidget(parent)
    , m_earlier(Button::iconOnly(QStringLiteral("chevron-left"), QString()))
    , m_menu(new Button(QString()))
    , m_later(Button::iconOnly(QStringLiteral("chevron-right"), QString()))
    , m_reset(Button::iconOnly(QStringLiteral("zoom-out"), QString()))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_menu->setIconName(QStringLiteral("calendar"));
    m_menu->setOpensMenu(true);
    for (QWidget* part : {m_earlier, m_menu, m_later, m_reset})
        row->addWidget(part);
    connect(m_earlier, &QPushButton::clicked, this, &RangeBar::earlierWanted);
    connect(m_later, &QPushButton::clicked, this, &RangeBar::laterWanted);
    connect(m_reset, &QPushButton::clicked, this, &RangeBar::resetWanted);
    connect(m_menu, &QPushButton::clicked, this, &RangeBar::openMenu);
    retranslate();
}

void RangeBar::retranslate()
{
    const auto name = [](Button* button, const QString& text) {
        button->setAccessibleName(text);
        button->setToolTip(text);
    };
    name(m_earlier, tr("One step earlier ([)"));
    name(m_later, tr("One step later (])"));
    name(m_reset, tr("Zoom out (Z)"));
    name(m_menu, tr("Time range"));
}

void RangeBar::show(const TimeRange& range, TimeWindow window, TimeWindow run, int utcOffsetMinutes)
{
    m_span = range.span();
    const QString from = momentText(window.from, window, utcOffsetMinutes);
    const QString to = momentText(window.to, window, utcOffsetMinutes);
    const QString words = range.follows()
        ? tr("%1  %2–%3", "span, from, to").arg(spanText(m_span), from, to)
        : tr("%1–%2", "from, to").arg(from, to);
    if (words != m_menu->text()) {
        m_menu->setText(words);
        m_menu->updateGeometry();
    }
    m_earlier->setEnabled(window.from > run.from);
    m_later->setEnabled(!range.follows());
    m_reset->setEnabled(!range.follows());
}

void RangeBar::openMenu()
{
    QMenu menu(this);
    for (int i = 0; i < kSpanCount; ++i) {
        const auto span = static_cast<Span>(i);
        QAction* action = menu.addAction(spanText(span));
        action->setCheckable(true);
        action->setChecked(span == m_span);
        connect(action, &QAction::triggered, this, [this, span] { Q_EMIT spanChosen(span); });
    }
    menu.exec(m_menu->mapToGlobal(QPoint(0, m_menu->height() + 2)));
}

} // namespace gavel::overview
