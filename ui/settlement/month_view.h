// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/settlement.h"

#include <QWidget>

namespace gavel::settlement {

/// The days of a month, two lines of sixteen: closed, open, differing. Arrow keys move the chosen
/// day.
class MonthView final : public QWidget
{
    Q_OBJECT
public:
    explicit MonthView(QWidget* parent = nullptr);

    void setDays(const std::vector<runtime::ReconciledDay>& days, TimeMs chosen, int utcOffset);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void dayChosen(qint64 utcMs);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect cell(std::size_t day) const;
    int dayAt(const QPoint& place) const;
    QString wordsOf(const runtime::ReconciledDay& day) const;
    void choose(int day);
    int chosenDay() const;

    std::vector<runtime::ReconciledDay> m_days;
    TimeMs m_chosen;
    int m_utcOffset = 0;
};

} // namespace gavel::settlement
