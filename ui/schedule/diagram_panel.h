// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/schedule.h"
#include "ui/widgets/panel/panel.h"

namespace gavel::schedule {

class StateDiagram;

/// One round on the diagram of states.
class DiagramPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit DiagramPanel(QWidget* parent = nullptr);

    StateDiagram& diagram() { return *m_diagram; }
    void setRound(const runtime::RoundView& round, std::int64_t now, int utcOffset);
    void setTask(const runtime::TaskDetail* task);
    void retranslate();

private:
    StateDiagram* m_diagram;
    widgets::ElidedLabel* m_legend;
};

/// "Round 14:32", or "By hand 14:32:07".
QString roundName(const runtime::RoundView& round, int utcOffset);

} // namespace gavel::schedule
