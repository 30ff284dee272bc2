// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"
#include "ui/bridge/engine_client.h"

#include <QVariant>

namespace gavel::campaigns {

/// Everything a row of the table shows.
struct CampaignCells
{
    const model::Campaign& campaign; ///< as it will be
    const model::Campaign* live; ///< null when added
    bridge::DraftChange change;
    const std::vector<bridge::Finding>& findings;
    const runtime::CampaignView* view; ///< what it did; null when it does not run
    std::int64_t now; ///< market time; its year is left out of dates

    QVariant data(int column, int role) const;

private:
    QVariant text(int column) const;
    QVariant struck(int column) const;
    QVariant mark(int column) const;
    QVariant toolTip(int column) const;
    QVariant tone(int column) const;
    bool isChanged(int column) const;
};

/// Distance to the plan by now, as a share of it; nothing without a plan, or while
/// it does not run.
std::optional<double> toPlan(const runtime::CampaignView& view);

} // namespace gavel::campaigns
