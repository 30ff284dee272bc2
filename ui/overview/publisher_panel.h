// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

namespace gavel::overview {

/// A publisher, the others together, or all of them.
struct PublisherRow
{
    QString id; ///< "" = others or sum
    QString name;
    widgets::RowKind kind = widgets::RowKind::Normal;
    Money revenue;
    double share = 0; ///< of the largest
};

/// At most `most` rows, largest revenue first, others and the sum at the end.
std::vector<PublisherRow> publisherRows(const runtime::Snapshot& snapshot, int most);

/// What publishers earned, and the equation with what was paid.
class PublisherPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit PublisherPanel(QWidget* parent = nullptr);

    void setSnapshot(const std::shared_ptr<const runtime::Snapshot>& snapshot);
    QString equation() const { return m_equation->text(); }
    void retranslate();

Q_SIGNALS:
    void opened(const QString& publisher);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void setColumns();
    void showEquation();

    widgets::RowsModel<PublisherRow, std::function<QString(const PublisherRow&)>> m_rows;
    widgets::DataTable* m_table;
    widgets::ElidedLabel* m_equation;
    std::shared_ptr<const runtime::Snapshot> m_snapshot;
};

} // namespace gavel::overview
