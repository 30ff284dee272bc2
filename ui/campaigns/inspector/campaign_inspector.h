// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/campaigns/inspector/campaign_tab.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/market_badge.h"

#include <QFrame>
#include <QStackedWidget>
#include <QTabBar>

namespace gavel::campaigns {

class BudgetTab;
class CapsTab;
class CreativesTab;
class TargetingTab;

/// One campaign in full: who it wants, its money, what it shows, how often. Every edit goes into
/// the draft as one step.
class CampaignInspector final : public QFrame
{
    Q_OBJECT
public:
    CampaignInspector(bridge::EngineClient& client, bridge::CampaignDraft& draft,
                      QWidget* parent = nullptr);

    void setCampaign(const std::string& id);
    void setSnapshot(const runtime::Snapshot& snapshot);
    void retranslate();
    enum Tab { Targeting, Budget, Creatives, Caps, TabCount };
    void showTab(Tab tab);
    Tab tab() const { return static_cast<Tab>(m_tabs->currentIndex()); }
    TargetingTab& targeting() { return *m_targeting; }

    QSize sizeHint() const override { return {352, 600}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void showHeader(const model::Campaign& campaign);
    void showMarks();
    static Tab tabOf(const QString& field);

    bridge::CampaignDraft& m_draft;
    std::string m_id;
    widgets::ElidedLabel* m_name;
    widgets::ElidedLabel* m_idLabel;
    widgets::MarketBadge* m_badge;
    widgets::ElidedLabel* m_words;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    TargetingTab* m_targeting;
    BudgetTab* m_budget;
    CreativesTab* m_creatives;
    CapsTab* m_caps;
    widgets::ElidedLabel* m_empty;
    QHash<QString, QString> m_seatNames;
};

} // namespace gavel::campaigns
