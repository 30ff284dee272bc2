// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/pipeline/flow_rates.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

namespace gavel::pipeline_page {

/// Where events come from: how fresh each source is, what it brings, how much of it is complete,
/// and their sum.
class SourcesPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit SourcesPanel(QWidget* parent = nullptr);

    void setSources(const std::vector<runtime::SourceView>& sources, const FlowRates& rates,
                    TimeMs now);
    /// nullptr = none, or the sum.
    const runtime::SourceView* selected() const;
    widgets::DataTable& table() { return *m_table; }
    void retranslate();

Q_SIGNALS:
    void pauseWanted(const QString& source, bool pause);
    void removeWanted(const QString& source);
    void feedWanted();
    /// Its dead letters.
    void lettersWanted(const QString& source);
    void selectedChanged();

private:
    struct Row
    {
        runtime::SourceView source;
        double perSecond = 0;
        std::size_t summed = 0; ///< 0 = a source
    };
    using Model = widgets::RowsModel<Row, QString (*)(const Row&)>;
    using Column = widgets::RowColumn<Row>;
    static Column nameColumn();
    static Column collectorColumn();
    static Column freshnessColumn();
    static Column completeColumn();
    void setColumns();
    void showCaption(const std::vector<runtime::SourceView>& sources);
    void showMenu(const QModelIndex& index, const QPoint& place);
    static QString tipOf(const Row& row);
    static Row sumOf(const std::vector<Row>& rows);

    Model m_rows;
    widgets::DataTable* m_table;
    TimeMs m_now;
    bool m_filling = false;
};

} // namespace gavel::pipeline_page
