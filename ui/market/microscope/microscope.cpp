// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/microscope/microscope.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QSplitter>

namespace gavel::auctions {

using namespace widgets;

Microscope::Microscope(const Names& names, QWidget* parent)
    : QWidget(parent)
    , m_names(names)
    , m_split(new QSplitter(Qt::Horizontal))
    , m_timing(new Panel(QString()))
    , m_waterfall(new Waterfall)
    , m_bids(new BidsPanel)
    , m_whyNot(new WhyNotPanel(names))
    , m_group(new PanelGroup(Qt::Horizontal))
{
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_waterfall);
    m_waterfall->setAutoFillBackground(false);
    m_timing->setBody(scroll);
    m_split->setHandleWidth(space::kGap);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_timing);
    m_split->addWidget(m_group);
    m_group->setPanels({m_bids, m_whyNot}, false);
    m_bids->setMinimumWidth(340);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_split);
    connect(m_waterfall, &Waterfall::seatChosen, m_bids, &BidsPanel::setCurrentSeat);
    connect(m_bids, &BidsPanel::seatChosen, m_waterfall, &Waterfall::setCurrentSeat);
    resetLayout();
    retranslate();
    clear();
}

void Microscope::resetLayout()
{
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({520, 754});
    m_group->splitter()->setSizes({406, 338});
}

void Microscope::retranslate()
{
    m_timing->setTitle(tr("Timing"));
    m_bids->retranslate();
    m_whyNot->retranslate();
    m_group->retranslate();
}

void Microscope::setTrace(const TracePtr& trace, Handle campaign)
{
    for (Panel* panel : {m_timing, static_cast<Panel*>(m_bids), static_cast<Panel*>(m_whyNot)})
        panel->clearEmpty();
    m_timing->setCaption(tr("auction %1, from visit to feedback").arg(trace->row.id));
    m_waterfall->setTiming(timingOf(*trace, m_names));
    m_bids->setTrace(*trace, m_names);
    m_whyNot->setTrace(trace);
    Handle seat = base::kNone;
    for (const model::CampaignTrace& story : trace->campaigns)
        if (story.campaign == campaign && campaign != base::kNone)
            seat = story.seat;
    m_waterfall->setCurrentSeat(seat);
    if (seat != base::kNone)
        m_bids->setCurrentSeat(seat);
}

void Microscope::setUntraced(const model::AuctionRow& row)
{
    showEmpty(tr("The full story of this auction was not kept."), tr("Open the nearest that was"));
    m_timing->clearEmpty();
    m_timing->setCaption(tr("auction %1, from visit to feedback").arg(row.id));
    m_waterfall->setTiming(timingOf(row, m_names));
    m_waterfall->setCurrentSeat(base::kNone);
}

void Microscope::clear()
{
    showEmpty(tr("Select an auction in the list."), QString());
    m_timing->setCaption({});
    m_timing->setEmpty(tr("Select an auction in the list."));
}

void Microscope::showEmpty(const QString& sentence, const QString& buttonText)
{
    m_bids->setEmpty(sentence, buttonText, [this] { Q_EMIT nearestTracedAsked(); });
    m_whyNot->setEmpty(sentence);
    m_whyNot->setCaption({});
}

void Microscope::setNarrow(bool narrow)
{
    if (narrow == m_group->isTabbed())
        return;
    m_group->setPanels({m_bids, m_whyNot}, narrow);
    if (!narrow)
        m_group->splitter()->setSizes({406, 338});
}

void Microscope::setTall(bool tall)
{
    m_split->setOrientation(tall ? Qt::Vertical : Qt::Horizontal);
}

void Microscope::showWhyNot()
{
    m_group->showPanel(m_whyNot);
    m_whyNot->takeFocus();
}

} // namespace gavel::auctions
