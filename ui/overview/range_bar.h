// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/time_range.h"
#include "ui/widgets/button.h"

#include <QWidget>

namespace gavel::overview {

/// The time range in the page header: a step earlier, the menu of spans, a step later, zoom out.
class RangeBar final : public QWidget
{
    Q_OBJECT
public:
    explicit RangeBar(QWidget* parent = nullptr);

    void show(const TimeRange& range, TimeWindow window, TimeWindow run, int utcOffsetMinutes);
    void retranslate();

Q_SIGNALS:
    void spanChosen(gavel::overview::Span span);
    void earlierWanted();
    void laterWanted();
    void resetWanted();

private:
    void openMenu();

    widgets::Button* m_earlier;
    widgets::Button* m_menu;
    widgets::Button* m_later;
    widgets::Button* m_reset;
    Span m_span = Span::Hour;
};

/// "Last 1 h".
QString spanText(Span span);

} // namespace gavel::overview
