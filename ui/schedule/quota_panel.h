// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/schedule.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

#include <QStackedWidget>

#include <optional>

namespace gavel::schedule {

class QuotaFlowView;

/// The quota of one campaign as a flow, or of all campaigns as a table.
class QuotaPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit QuotaPanel(QWidget* parent = nullptr);

    void setFlow(const std::optional<runtime::QuotaFlow>& flow, int utcOffset);
    void setAll(const std::vector<runtime::QuotaFlow>& flows);
    bool showsAll() const;
    void showAll(bool all);
    /// The table and nothing else.
    void keepAll();
    void retranslate();

Q_SIGNALS:
    /// A row of the table was opened.
    void campaignChosen(const QString& campaign);

private:
    using Flow = runtime::QuotaFlow;
    using FlowModel = widgets::RowsModel<Flow, QString (*)(const Flow&)>;
    void setColumns();
    void showWords();

    std::optional<Flow> m_flow;
    FlowModel m_rows;
    QuotaFlowView* m_view;
    widgets::DataTable* m_table;
    QStackedWidget* m_stack;
    widgets::Button* m_link;
};

} // namespace gavel::schedule
