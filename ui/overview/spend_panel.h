// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/spend_rows.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"

namespace gavel::overview {

/// What the campaigns spent today against their plan: as many of the largest as fit, the others,
/// and the sum.
class SpendPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit SpendPanel(QWidget* parent = nullptr);

    void setSnapshot(const std::shared_ptr<const runtime::Snapshot>& snapshot);
    const SpendModel& rows() const { return m_rows; }
    void retranslate();

Q_SIGNALS:
    void opened(const QString& campaign);
    void openedBeside(const QString& campaign);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();

    SpendModel m_rows;
    widgets::DataTable* m_table;
    std::shared_ptr<const runtime::Snapshot> m_snapshot;
};

} // namespace gavel::overview
