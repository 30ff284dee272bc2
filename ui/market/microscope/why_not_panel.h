// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/microscope/why_not_list.h"
#include "ui/widgets/button.h"
#include "ui/widgets/charts/bar_list.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/panel/panel.h"

namespace gavel::auctions {

/// "Why not": what stopped the campaigns that did not bid, as bars; the campaigns of the chosen bar
/// below.
class WhyNotPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit WhyNotPanel(const Names& names, QWidget* parent = nullptr);
    void setTrace(const TracePtr& trace);
    const WhyNot& whyNot() const { return m_whyNot; }
    const WhyNotList& campaigns() const { return m_campaigns; }
    void takeFocus() { m_bars->setFocus(Qt::ShortcutFocusReason); }
    void retranslate();

Q_SIGNALS:
    void campaignOpened(const QString& id);
    void campaignOpenedBeside(const QString& id);

private:
    void build();
    void showGroups();
    void showGroup(const QString& key);
    void showMore();

    WhyNot m_whyNot;
    TracePtr m_trace;
    WhyNotList m_campaigns;
    widgets::BarList* m_bars;
    widgets::ElidedLabel* m_group;
    widgets::ElidedLabel* m_also;
    widgets::DataTable* m_table;
    widgets::Button* m_more;
    widgets::ElidedLabel* m_sum;
    QWidget* m_barArea = nullptr;
    QString m_chosen;
};

} // namespace gavel::auctions
