// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/campaign_table.h"
#include "ui/widgets/filter_edit.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/panel/panel_notice.h"

#include <QStackedWidget>

namespace gavel::campaigns {

class EditTogether;

/// The table with its filter above and the sums of the checked rows below.
class CampaignPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    CampaignPanel(CampaignTree& tree, bridge::CampaignDraft& draft, QWidget* parent = nullptr);

    CampaignTable& table() { return *m_table; }
    widgets::FilterEdit& filter() { return *m_filter; }
    void setCurrency(const QString& currency);
    /// The table keeps the values it has, and says so.
    void setHolding(bool holds);
    /// Counts and sums anew, and which of the empty states there is.
    void refresh(bool loaded);
    void retranslate();
    void toggleEditTogether();
    bool closeEditTogether();

Q_SIGNALS:
    void newAsked();

private:
    void showSums();

    CampaignTree& m_tree;
    bridge::CampaignDraft& m_draft;
    CampaignTable* m_table;
    QStackedWidget* m_stack; ///< the table, or that the filter hides everything
    widgets::PanelNotice* m_nothing;
    widgets::FilterEdit* m_filter;
    widgets::ElidedLabel* m_shown;
    widgets::Button* m_together;
    widgets::ElidedLabel* m_selected;
    widgets::ElidedLabel* m_legend;
    EditTogether* m_edit;
    bool m_holds = false;
    QString m_currency;
};

} // namespace gavel::campaigns
