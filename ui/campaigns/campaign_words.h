// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"
#include "ui/widgets/status_mark.h"

#include <QString>

/// The nouns of a campaign in the language of the window.
namespace gavel::campaigns::words {

QString state(model::CampaignStatus status);
widgets::Mark stateMark(model::CampaignStatus status);
QString strategy(model::StrategyKind kind);
/// What the strategy's number is: "Target per click".
QString bid(model::StrategyKind kind);
QString pacing(model::PacingPolicy policy);
QString delivery(model::DeliveryPromise promise);
/// What is paid for: "Clicks".
QString billing(model::BillingModel billing);
QString format(model::CreativeFormat format);
QString capScope(model::CapScope scope);
QString capWindow(model::CapWindow window);
QString dimension(model::Dimension dimension);
QString match(model::Match match);
/// +, Δ or −; "" for none.
QString changeSign(bridge::DraftChange change);
QString changeWord(bridge::DraftChange change);

} // namespace gavel::campaigns::words
