// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/system/service_rows.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

namespace gavel::system_page {

/// The components and what is wrong with them.
class ServicesPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit ServicesPanel(QWidget* parent = nullptr);

    void setView(const runtime::FaultsView& view);
    /// Null when nothing is selected.
    const ServiceRow* selected() const;
    /// The worst row of the component; false when there is none.
    bool select(const std::string& component);
    std::vector<ServiceRow> rows() const;
    widgets::DataTable& table() { return *m_table; }
    void retranslate();

Q_SIGNALS:
    void selectedChanged();
    void menuWanted(const QPoint& globalPosition);

private:
    using Column = widgets::RowColumn<ServiceRow>;
    void setColumns();

    TimeMs m_now;
    widgets::RowsModel<ServiceRow, QString (*)(const ServiceRow&)> m_rows;
    widgets::DataTable* m_table;
    std::string m_component; ///< stays selected while its faults come and go
    bool m_filling = false;
};

} // namespace gavel::system_page
