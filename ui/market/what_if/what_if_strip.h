// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/what_if/what_if_form.h"
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
    /// Winner, price and publisher's part of the recorded or the what-if line, as shown.
    QStringList shown(bool whatIf) const;
    /// What would be paid more and what the publisher would get more, as shown.
    QStringList shownChanges() const
    {
        return {m_recorded.change->text(), m_whatIf.change->text()};
    }
    /// The seats that would bid otherwise, as shown.
    QString shownBids() const { return m_moved->text(); }
    void retranslate();

Q_SIGNALS:
    /// The changes are to be run; answer with setOutcome().
    void asked(const gavel::market::WhatIf& change);
    void draftAsked(const QString& campaign, const QString& amount);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// One of the two lines: an outcome, and one of the two differences between them.
    struct Side
    {
        widgets::ElidedLabel* name;
        widgets::ElidedLabel* winner;
        widgets::ElidedLabel* price;
        widgets::ElidedLabel* what;
        widgets::ElidedLabel* change;
        QString publisher{}; ///< its part
    };
    void build();
    Side addSide(QGridLayout& grid, int row, widgets::Token token);
    void say(const QString& sentence, widgets::Token token);
    void changed();
    void showSide(Side& side, const model::Clearing& clearing, const model::Bid& bid, bool tells);
    QString winnerText(const model::Bid& bid) const;
    void showChange(const market::WhatIfOutcome& outcome);
    void showMovedBids(const market::WhatIfOutcome& outcome);
    QString bidText(const model::Bid& bid) const;
    void showDraftButton();

    const Names& m_names;
    TracePtr m_trace;
    widgets::MarketBadge* m_badge;
    QLabel* m_promise;
    WhatIfForm* m_form;
    Side m_recorded{};
    Side m_whatIf{};
    widgets::ElidedLabel* m_moved; ///< which seats bid otherwise
    widgets::Button* m_draft;
    QTimer m_settle;
};

} // namespace gavel::auctions
