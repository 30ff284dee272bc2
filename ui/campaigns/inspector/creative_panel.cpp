// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/creative_panel.h"

#include <QScrollArea>

namespace gavel::campaigns {

using namespace widgets;

namespace {

constexpr int kLeastPanelWidth = 260;

} // namespace

CreativePanel::CreativePanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_column(new QVBoxLayout)
{
    setMinimumWidth(kLeastPanelWidth);
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(space::kPadding, space::kPadding, space::kPadding, space::kPadding);
    m_column->setSpacing(space::kGap);
    column->addLayout(m_column);
    column->addStretch(1);
    list->setBackgroundRole(QPalette::Base);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(list);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    setBody(scroll);
    retranslate();
    setCampaign(nullptr);
}

void CreativePanel::retranslate()
{
    setTitle(tr("Creatives"));
}

void CreativePanel::setCampaign(const model::Campaign* campaign)
{
    if (!campaign) {
        show({});
        setEmpty(tr("No campaign is selected."));
        return;
    }
    m_advertiser = QString::fromStdString(campaign->advertiserName);
    show(campaign->ads);
    if (m_previews.empty())
        setEmpty(tr("This campaign has no creative yet."));
    else
        clearEmpty();
    touch();
}

void CreativePanel::show(const std::vector<model::Ad>& ads)
{
    if (ads == m_ads)
        return;
    m_ads = ads;
    for (CreativePreview* preview : m_previews)
        delete preview;
    m_previews.clear();
    std::size_t all = 0;
    for (const model::Ad& ad : m_ads) {
        for (const model::Creative& creative : ad.creatives) {
            if (++all > kMostShown)
                continue;
            m_previews.push_back(new CreativePreview);
            m_previews.back()->setCreative(creative, m_advertiser);
            m_column->addWidget(m_previews.back());
        }
    }
    setCaption(tr("%1 of %2 shown").arg(m_previews.size()).arg(all));
}

} // namespace gavel::campaigns
