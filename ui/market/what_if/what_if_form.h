// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/microscope/bid_formula.h"
#include "ui/market/microscope/why_not_list.h"
#include "ui/market/what_if/amount_edit.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"

#include <optional>

class QComboBox;

namespace gavel::auctions {

/// The fields of a what-if: a campaign's bid, the floor, the price rule, segments.
class WhatIfForm final : public QWidget
{
    Q_OBJECT
public:
    explicit WhatIfForm(const Names& names, QWidget* parent = nullptr);

    /// Starts from what was recorded. `campaign` is the one to change first when it could bid.
    void setTrace(const TracePtr& trace, Handle campaign);
    void clear();
    /// The changes against what was recorded; nullopt while a field cannot be read: see problem().
    std::optional<market::WhatIf> change() const;
    const QString& problem() const { return m_problem; }
    bool isChanged() const;

    /// The campaign whose bid was changed and its new amount as typed; "" = nothing for a draft.
    QString draftCampaign() const;
    QString draftAmount() const;
    void takeFocus();
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    struct Choice
    {
        Handle campaign = 0;
        BidSetting setting; ///< without a label the bid itself is typed
        Price bid; ///< as recorded, or what it would have been
        bool needsSegment = false; ///< its bid acts only when a segment is changed too
    };
    void build();
    void fillCampaigns(Handle preferred);
    void showCampaign();
    void showSegmentMenu();
    void addSegmentActions(class QMenu& menu);
    void toggleSegment(Handle segment);
    bool hasSegment(Handle segment) const;
    const Choice* chosen() const;
    std::optional<Money> amountIn(const AmountEdit* field) const;
    bool changeBid(market::WhatIf& change) const;
    bool changeFloor(market::WhatIf& change) const;

    const Names& m_names;
    TracePtr m_trace;
    std::vector<Choice> m_choices;
    widgets::ElidedLabel* m_settingLabel;
    QComboBox* m_campaign;
    AmountEdit* m_amount;
    widgets::ElidedLabel* m_floorLabel;
    AmountEdit* m_floor;
    widgets::ElidedLabel* m_ruleLabel;
    QComboBox* m_rule;
    widgets::Button* m_segments;
    std::vector<Handle> m_added;
    std::vector<Handle> m_removed;
    mutable QString m_problem;
};

} // namespace gavel::auctions
