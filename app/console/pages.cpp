// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pages.h"

#if __has_include("ui/overview/overview_page.h")
#include "ui/overview/overview_page.h"
#endif
#if __has_include("ui/market/market_page.h")
#include "ui/market/market_page.h"
#endif
#if __has_include("ui/campaigns/campaigns_page.h")
#include "ui/campaigns/campaigns_page.h"
#endif
#if __has_include("ui/training/training_page.h")
#include "ui/training/training_page.h"
#endif

namespace gavel::console {

std::vector<bridge::Page*> makePages([[maybe_unused]] bridge::EngineClient& client,
                                     [[maybe_unused]] bridge::Navigator& navigator)
{
    std::vector<bridge::Page*> all;
#if __has_include("ui/overview/overview_page.h")
    all.push_back(new overview::OverviewPage(client, navigator));
#endif
#if __has_include("ui/market/market_page.h")
    all.push_back(new auctions::MarketPage(client, navigator));
#endif
#if __has_include("ui/campaigns/campaigns_page.h")
    all.push_back(new campaigns::CampaignsPage(client, navigator));
#endif
#if __has_include("ui/training/training_page.h")
    all.push_back(new training::TrainingPage(client, navigator));
#endif
    return all;
}

} // namespace gavel::console
