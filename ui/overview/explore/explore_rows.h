// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/metrics.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/rows_model.h"

namespace gavel::overview {

/// One thing of the dimension, as the explorer lists it.
struct ExploreRow
{
    QString key; ///< id, as the events have it; "" = the whole market
    QString name;
    runtime::MetricRow counted;
    std::optional<double> share; ///< of everything
    int series = -1; ///< of its line in the chart; -1 = it has none

    bool operator==(const ExploreRow& other) const { return key == other.key; }
};

using ExploreModel = widgets::RowsModel<ExploreRow, std::function<QString(const ExploreRow&)>>;

/// Name, value, share, change, course over the window; in the language of the moment.
std::vector<widgets::RowColumn<ExploreRow>>
exploreColumns(const QString& dimension, const QString& measure, const QString& currency);

/// The rows as a table for other programs: a line for each row and step, amounts exact.
QString exploreCsv(const std::vector<ExploreRow>& rows, const runtime::MetricAnswer& answer,
                   const QString& dimension, const QString& measure, int utcOffset);

/// Also draws the course over the window, and an arrow before a change.
class ExploreDelegate final : public widgets::CellDelegate
{
    Q_OBJECT
public:
    /// A list of numbers, NaN where nothing was measured; and the direction of a change.
    static constexpr int kCourseRole = Qt::UserRole + 100;
    static constexpr int kDirectionRole = Qt::UserRole + 101;

    using CellDelegate::CellDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace gavel::overview
