// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/campaigns/inspector/campaign_tab.h"
#include "ui/campaigns/inspector/rule_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"

#include <QTimer>

class QScrollArea;
class QVBoxLayout;

namespace gavel::campaigns {

/// The targeting builder: one row a part, with the opportunities a day that are left after it.
class TargetingTab final : public CampaignTab
{
    Q_OBJECT
public:
    explicit TargetingTab(bridge::EngineClient& client, QWidget* parent = nullptr);

    void show(const model::Campaign& campaign, const model::Campaign* live) override;
    void retranslate() override;
    const std::vector<RuleRow*>& rows() const { return m_rows; }
    /// Auctions held so far: where there are more, rows in sight are counted anew every few
    /// seconds.
    void setAuctions(std::uint64_t auctions);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void recount();
    void rebuild();
    void addRow(const TargetingPart& part, bool differs);
    void showDimensions();
    void takeEdit(const model::Targeting& targeting, const QString& what);
    void showCounts(const std::vector<double>& left);
    QStringList knownValues(model::Dimension dimension) const;

    bridge::EngineClient& m_client;
    model::Campaign m_campaign;
    std::optional<model::Targeting> m_live;
    std::optional<TargetingPart> m_pending; ///< a row without values yet
    std::optional<TargetingPart> m_adding; ///< whose line stays open
    std::vector<RuleRow*> m_rows;
    widgets::ElidedLabel* m_intro;
    widgets::ElidedLabel* m_unit;
    QScrollArea* m_scroll;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_column = nullptr;
    widgets::Button* m_addDimension;
    QTimer m_settle;
    QTimer m_again;
    std::uint64_t m_auctions = 0;
    quint64 m_question = 0;
};

} // namespace gavel::campaigns
