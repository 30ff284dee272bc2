// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/settlement.h"
#include "ui/widgets/panel/panel.h"

namespace gavel::settlement {

/// The equation of a day as two bars of one length: what was paid, and who has it now.
class MoneyView final : public QWidget
{
    Q_OBJECT
public:
    explicit MoneyView(QWidget* parent = nullptr);
    void setDay(const runtime::MoneyDay& day);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Check
    {
        bool holds;
        QString what;
        QString shown;
    };
    std::vector<Check> checks() const;
    void paintBars(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    void paintChecks(QPainter& painter) const;

    runtime::MoneyDay m_day;
};

/// Where the money of a day went, and whether it adds up.
class MoneyPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit MoneyPanel(QWidget* parent = nullptr);
    void setDay(const runtime::MoneyDay& day, int utcOffset);
    void retranslate();

private:
    MoneyView* m_view;
};

} // namespace gavel::settlement
