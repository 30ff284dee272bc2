// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/microscope/what_if_form.h"
#include "ui/widgets/market_badge.h"

#include <QTimer>

class QGridLayout;
class QLabel;

namespace gavel::auctions {

/// What would have happened: the selected auction with other bids, floor, rule or segments, beside
/// what was recorded. Nothing is sent or charged.
class WhatIfStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit WhatIfStrip(const Names& names, QWidget* parent = nullptr);

    void setTrace(const TracePtr& trace, Handle campaign);
    /// Nothing to change: no auction is selected, or its full story was not kept.
    void clear(const QString& why);
    void setOutcome(const market::WhatIfOutcome& outcome);
    WhatIfForm* form() const { return m_form; }
    /// Winner, price and publisher's part as shown: first recorded, then what-if.
    QStringList shown(bool whatIf) const;
    void retranslate();

Q_SIGNALS:
    /// The changes are to be run; answer with setOutcome().
    void asked(const gavel::market::WhatIf& change);
    void draftAsked(const QString& campaign, const QString& amount);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Side
    {
        widgets::ElidedLabel* name;
        widgets::ElidedLabel* winner;
        widgets::ElidedLabel* price;
        widgets::ElidedLabel* priceChange;
        widgets::ElidedLabel* publisher;
        widgets::ElidedLabel* publisherChange;
    };
    void build();
    Side addSide(QGridLayout& grid, int row, widgets::Token token);
    void say(const QString& sentence, widgets::Token token);
    void changed();
    void showSide(const Side& side, const model::Clearing& clearing, Handle seat, Handle campaign,
                  Price bid);
    void showChange(const market::WhatIfOutcome& outcome);
    void showDraftButton();

    const Names& m_names;
    TracePtr m_trace;
    widgets::MarketBadge* m_badge;
    QLabel* m_promise;
    WhatIfForm* m_form;
    QList<widgets::ElidedLabel*> m_heads;
    Side m_recorded{};
    Side m_whatIf{};
    widgets::Button* m_draft;
    QTimer m_settle;
};

} // namespace gavel::auctions
