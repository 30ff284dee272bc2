// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/inspector/campaign_tab.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"

class QVBoxLayout;

namespace gavel::campaigns {

/// How often one user may see a campaign or a creative: one row a cap.
class CapsTab final : public CampaignTab
{
    Q_OBJECT
public:
    explicit CapsTab(QWidget* parent = nullptr);

    void show(const model::Campaign& campaign, const model::Campaign* live) override;
    void retranslate() override;

private:
    void rebuild();
    void addRow(std::size_t place);
    void addCap();
    void change(const std::function<void(std::vector<model::FrequencyCap>&)>& edit);

    model::Campaign m_campaign;
    widgets::ElidedLabel* m_intro;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_column;
    widgets::Button* m_add;
};

} // namespace gavel::campaigns
