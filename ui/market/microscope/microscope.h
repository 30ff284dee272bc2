// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/microscope/bids_panel.h"
#include "ui/market/microscope/waterfall.h"
#include "ui/market/microscope/why_not_panel.h"
#include "ui/widgets/panel/panel_group.h"

class QSplitter;

namespace gavel::auctions {

/// One auction from all sides: timing, bids and price, why not.
class Microscope final : public QWidget
{
    Q_OBJECT
public:
    explicit Microscope(const Names& names, QWidget* parent = nullptr);

    void setTrace(const TracePtr& trace, Handle campaign);
    /// An auction whose full story was not kept: its steps are known, the rest is not.
    void setUntraced(const model::AuctionRow& row);
    void clear();

    const Waterfall& waterfall() const { return *m_waterfall; }
    BidsPanel* bids() const { return m_bids; }
    WhyNotPanel* whyNot() const { return m_whyNot; }
    /// Why-not joins bids as a tab.
    void setNarrow(bool narrow);
    /// Timing above the others.
    void setTall(bool tall);
    void showWhyNot();
    void retranslate();
    void resetLayout();

Q_SIGNALS:
    void nearestTracedAsked();

private:
    void showEmpty(const QString& sentence, const QString& buttonText);

    const Names& m_names;
    QSplitter* m_split;
    widgets::Panel* m_timing;
    Waterfall* m_waterfall;
    BidsPanel* m_bids;
    WhyNotPanel* m_whyNot;
    widgets::PanelGroup* m_group;
};

} // namespace gavel::auctions
