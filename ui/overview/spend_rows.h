// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/plan_today.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/rows_model.h"

#include <QString>

#include <functional>

namespace gavel::overview {

/// A row of "Spend against plan": one campaign, the others together, or all of them.
struct SpendRow
{
    QString id; ///< of the campaign; "" = others or sum
    QString name;
    QString seat;
    widgets::RowKind kind = widgets::RowKind::Normal;
    Money spent; ///< today, also without a plan
    bridge::PlanToday today;
    int campaigns = 1;
};

/// At most `most` rows: the campaigns with the largest day budget, "52 others" when some are left
/// out, and the sum over all campaigns.
std::vector<SpendRow> spendRows(const runtime::Snapshot& snapshot, int most);

using SpendModel = widgets::RowsModel<SpendRow, std::function<QString(const SpendRow&)>>;
QString spendKey(const SpendRow& row);
std::vector<widgets::RowColumn<SpendRow>> spendColumns();

} // namespace gavel::overview
