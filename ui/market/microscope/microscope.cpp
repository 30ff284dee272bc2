// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/microscope/microscope.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QScrollArea>
#include <QSplitter>

namespace gavel::auctions {

using namespace widgets;

Microscope::Microscope(const Names& names, QWidget* parent)
    : QWidget(parent)
    , m_names(names)
    , m_split(new QSplitter(Qt::Horizontal))
    , m_upper(new QSplitter(Qt::Horizontal))
    , m_timing(new Panel(QString()))
    , m_jsonPanel(new Panel(QString()))
    , m_json(new TraceDocument)
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
    m_jsonPanel->setBody(m_json);
    m_jsonPanel->hide();
    for (QSplitter* splitter : {m_split, m_upper}) {
        splitter->setHandleWidth(space::kGap);
        splitter->setChildrenCollapsible(false);
    }
    m_upper->addWidget(m_timing);
    m_upper->addWidget(m_jsonPanel);
    m_split->addWidget(m_upper);
    m_split->addWidget(m_group);
    m_group->setPanels({m_bids, m_whyNot}, false);
    m_bids->setMinimumWidth(340);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_split);
    connect(m_waterfall, &Waterfall::seatChosen, m_bids, &BidsPanel::setCurrentSeat);
    connect(m_bids, &BidsPanel::jsonShown, this, [this](bool shown) {
        if (shown)
            Q_EMIT jsonAsked();
    });
    connect(m_bids, &BidsPanel::seatChosen, m_waterfall, &Waterfall::setCurrentSeat);
    resetLayout();
    retranslate();
    clear();
}

void Microscope::resetLayout()
{
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes(m_isTall ? QList<int>{400, 790} : QList<int>{520, 754});
    m_upper->setSizes({800, 584});
    m_groupSizes = {406, 338};
    m_group->splitter()->setSizes(m_groupSizes);
}

QJsonObject Microscope::saveState() const
{
    QJsonArray sizes;
    for (const int size : m_group->isTabbed() ? m_groupSizes : m_group->splitter()->sizes())
        sizes << size;
    return {{QStringLiteral("split"), QString::fromLatin1(m_split->saveState().toBase64())},
            {QStringLiteral("upper"), QString::fromLatin1(m_upper->saveState().toBase64())},
            {QStringLiteral("group"), sizes}};
}

void Microscope::restoreState(const QJsonObject& state)
{
    if (state.isEmpty())
        return;
    const auto bytes = [&](const QString& name) {
        return QByteArray::fromBase64(state.value(name).toString().toLatin1());
    };
    m_split->restoreState(bytes(QStringLiteral("split")));
    m_upper->restoreState(bytes(QStringLiteral("upper")));
    const QJsonArray sizes = state.value(QStringLiteral("group")).toArray();
    if (sizes.size() == 2)
        m_groupSizes = {sizes[0].toInt(), sizes[1].toInt()};
    m_group->splitter()->setSizes(m_groupSizes);
}

void Microscope::retranslate()
{
    m_timing->setTitle(tr("Timing"));
    m_jsonPanel->setTitle(tr("Raw JSON"));
    m_json->setAccessibleName(tr("Trace as a document"));
    m_bids->retranslate();
    m_whyNot->retranslate();
    m_group->retranslate();
}

void Microscope::setTrace(const TracePtr& trace, Handle campaign)
{
    for (Panel* panel :
         {m_timing, m_jsonPanel, static_cast<Panel*>(m_bids), static_cast<Panel*>(m_whyNot)})
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

void Microscope::setUntraced(const model::AuctionRow& row, const QString& advice)
{
    showEmpty(advice, tr("Open the nearest that was"));
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
    m_whyNot->setEmpty(tr("Why not needs the full story of an auction."));
    m_jsonPanel->setEmpty(tr("Raw JSON needs the full story of an auction."));
    m_whyNot->setCaption({});
}

void Microscope::setNarrow(bool narrow)
{
    if (narrow == m_group->isTabbed())
        return;
    m_group->setPanels({m_bids, m_whyNot}, narrow);
    if (!narrow)
        m_group->splitter()->setSizes(m_groupSizes);
}

void Microscope::setTall(bool tall)
{
    m_isTall = tall;
    m_split->setOrientation(tall ? Qt::Vertical : Qt::Horizontal);
    m_jsonPanel->setVisible(tall);
    m_bids->setSwitchable(!tall);
    if (tall)
        Q_EMIT jsonAsked();
}

void Microscope::switchJson()
{
    if (m_isTall)
        m_json->setFocus(Qt::ShortcutFocusReason);
    else
        m_bids->showJson(!m_bids->showsJson());
}

void Microscope::setJson(const QString& document)
{
    m_json->setPlainText(m_isTall ? document : QString());
    m_bids->setJson(m_isTall ? QString() : document);
}

void Microscope::showWhyNot()
{
    m_group->showPanel(m_whyNot);
    m_whyNot->takeFocus();
}

} // namespace gavel::auctions
