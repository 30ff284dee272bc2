// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/widgets/status_mark.h"

#include <QString>

/// What the engine's enumerations are called on the page, in the language of the moment.
namespace gavel::auctions {

QString bidFateText(model::BidFate fate);
widgets::Mark bidFateMark(model::BidFate fate);
QString campaignFateText(model::CampaignFate fate);
QString dimensionText(model::Dimension dimension);
/// One of the seven steps, counted from 0.
QString stepText(std::size_t step);
QString ruleText(model::PriceRule rule);

} // namespace gavel::auctions
