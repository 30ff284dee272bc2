// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

namespace gavel::system_page {

/// Where events come from, and how fresh and complete they are. What becomes of them is on the page
/// Pipeline.
class SourcesPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit SourcesPanel(QWidget* parent = nullptr);

    void setSources(const std::vector<runtime::SourceView>& sources, TimeMs now);
    /// Null when nothing is selected.
    const runtime::SourceView* selected() const;
    bool select(const std::string& name);
    void retranslate();

Q_SIGNALS:
    void selectedChanged();
    void pauseWanted(const QString& name, bool pause);
    void pipelineWanted();

private:
    using Column = widgets::RowColumn<runtime::SourceView>;
    void setColumns();
    void showButton();

    TimeMs m_now;
    widgets::RowsModel<runtime::SourceView, QString (*)(const runtime::SourceView&)> m_rows;
    widgets::DataTable* m_table;
    widgets::Button* m_pause;
    widgets::Button* m_pipeline;
};

} // namespace gavel::system_page
