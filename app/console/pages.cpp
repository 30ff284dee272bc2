// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pages.h"

#include "ui/campaigns/campaigns_page.h"
#include "ui/market/market_page.h"
#include "ui/overview/overview_page.h"
#include "ui/pipeline/pipeline_page.h"
#include "ui/schedule/schedule_page.h"
#include "ui/settlement/settlement_page.h"
#include "ui/system/system_page.h"
#include "ui/training/training_page.h"

namespace gavel::console {

std::vector<bridge::Page*> makePages(bridge::EngineClient& client, bridge::Navigator& navigator)
{
    return {new overview::OverviewPage(client, navigator),
            new pages::MarketPage(client, navigator),
            new pages::CampaignsPage(client, navigator),
            new schedule::SchedulePage(client, navigator),
            new pipeline_page::PipelinePage(client, navigator,
                                            [](runtime::Engine& engine) -> runtime::PipelineDesk& {
                                                return engine.pipeline();
                                            }),
            new settlement::SettlementPage(client, navigator),
            new training::TrainingPage(client, navigator),
            new system_page::SystemPage(client, navigator)};
}

} // namespace gavel::console
