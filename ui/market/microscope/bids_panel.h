// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/microscope/bid_tree.h"
#include "ui/market/microscope/trace_document.h"
#include "ui/widgets/panel/panel.h"

#include <QSet>

class QStackedWidget;
class QTreeView;

namespace gavel::auctions {

/// "Bids and price": the tree of one auction, or the trace as a document.
class BidsPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit BidsPanel(QWidget* parent = nullptr);

    void setTrace(const model::AuctionTrace& trace, const Names& names);
    void setJson(const QString& document);
    void setCurrentSeat(Handle seat);
    void showJson(bool json);
    bool showsJson() const;
    /// False where the document has a panel of its own.
    void setSwitchable(bool switchable);
    void takeFocus();
    const BidTree& tree() const { return m_tree; }
    void retranslate();

Q_SIGNALS:
    void seatChosen(gavel::Handle seat);
    /// The document is in front now, or no longer.
    void jsonShown(bool shown);

private:
    void build();
    void expand();
    void spanWideRows(const QModelIndex& parent);

    BidTree m_tree;
    QStackedWidget* m_stack;
    QTreeView* m_view;
    TraceDocument* m_json;
    widgets::Button* m_switch;
    QSet<QString> m_open{QStringLiteral("bids"), QStringLiteral("clearing"),
                         QStringLiteral("money"), QStringLiteral("bid")};
    bool m_isExpanding = false;
};

} // namespace gavel::auctions
