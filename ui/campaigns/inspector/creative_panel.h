// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/inspector/creative_preview.h"
#include "ui/widgets/panel/panel.h"

#include <QBoxLayout>

#include <vector>

namespace gavel::campaigns {

/// Every creative of a campaign as a user meets it, beside the inspector of a wide page.
class CreativePanel final : public widgets::Panel
{
    Q_OBJECT
public:
    static constexpr std::size_t kMostShown = 24;

    explicit CreativePanel(QWidget* parent = nullptr);
    /// Null: no campaign is selected.
    void setCampaign(const model::Campaign* campaign);
    void retranslate();

private:
    void show(const std::vector<model::Ad>& ads);

    std::vector<model::Ad> m_ads;
    QString m_advertiser;
    QVBoxLayout* m_column;
    std::vector<CreativePreview*> m_previews;
};

} // namespace gavel::campaigns
