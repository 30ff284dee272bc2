// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/system/service_rows.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

#include <QLabel>

class QSplitter;

namespace gavel::system_page {

class FaultDiagram;

/// One component: where its fault stands among the states, what happened, and what a person may do.
class FaultPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit FaultPanel(QWidget* parent = nullptr);

    /// The history is of the component, newest first.
    void setService(const ServiceRow& row, const std::vector<health::KeptFaultChange>& history,
                    TimeMs now, int utcOffset);
    void setNothing();
    FaultDiagram& diagram() { return *m_diagram; }
    std::vector<health::KeptFaultChange> history() const;
    QString facts() const { return m_facts->text(); }
    void retranslate();

Q_SIGNALS:
    void acknowledgeWanted();
    void moveWanted(gavel::model::FaultState to);
    void maintainWanted();
    void endWanted();

private:
    void setColumns();
    void showButtons(const ServiceRow& row);
    QString factsOf(const ServiceRow& row, TimeMs now) const;

    QLabel* m_facts;
    FaultDiagram* m_diagram;
    QSplitter* m_halves;
    widgets::RowsModel<health::KeptFaultChange, qint64 (*)(const health::KeptFaultChange&)> m_rows;
    widgets::DataTable* m_table;
    widgets::Button* m_acknowledge;
    std::vector<widgets::Button*> m_moves; ///< as many as a state has ways by hand at most
    std::vector<model::FaultState> m_targets;
    widgets::Button* m_maintain;
    bool m_isWorkedOn = false;
    int m_utcOffset = 0; ///< minutes
};

/// The states that a person may take a fault to.
std::vector<model::FaultState> waysByHand(model::FaultState from);

} // namespace gavel::system_page
