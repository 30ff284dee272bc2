// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/microscope/bids_panel.h"
#include "ui/market/microscope/waterfall.h"
#include "ui/market/microscope/why_not_panel.h"
#include "ui/widgets/panel/panel_group.h"

class QJsonObject;
class QSplitter;

namespace gavel::auctions {

/// One auction from all sides: timing, bids and price, why not.
class Microscope final : public QWidget
{
    Q_OBJECT
public:
    explicit Microscope(const Names& names, QWidget* parent = nullptr);

    void setTrace(const TracePtr& trace, Handle campaign);
    /// An auction whose full story was not kept: its steps are known, the rest is not. `advice`
    /// says how to come by one.
    void setUntraced(const model::AuctionRow& row, const QString& advice);
    void clear();

    const Waterfall& waterfall() const { return *m_waterfall; }
    BidsPanel* bids() const { return m_bids; }
    WhyNotPanel* whyNot() const { return m_whyNot; }
    /// Why-not joins bids as a tab.
    void setNarrow(bool narrow);
    /// Timing above the others, the document beside it.
    void setTall(bool tall);
    void showWhyNot();
    /// To the document and back.
    void switchJson();
    bool showsJson() const { return m_isTall || m_bids->showsJson(); }
    void setJson(const QString& document);
    void retranslate();
    void resetLayout();
    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

Q_SIGNALS:
    void nearestTracedAsked();
    /// The document is in front now.
    void jsonAsked();

private:
    void showEmpty(const QString& sentence, const QString& buttonText);

    const Names& m_names;
    QSplitter* m_split;
    QSplitter* m_upper; ///< timing and, where it is tall, the document
    widgets::Panel* m_timing;
    widgets::Panel* m_jsonPanel;
    TraceDocument* m_json;
    Waterfall* m_waterfall;
    BidsPanel* m_bids;
    WhyNotPanel* m_whyNot;
    widgets::PanelGroup* m_group;
    QList<int> m_groupSizes;
    bool m_isTall = false;
};

} // namespace gavel::auctions
