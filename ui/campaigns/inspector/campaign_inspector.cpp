// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/campaign_inspector.h"

#include "ui/campaigns/campaign_fields.h"
#include "ui/campaigns/inspector/budget_tab.h"
#include "ui/campaigns/inspector/caps_tab.h"
#include "ui/campaigns/inspector/creatives_tab.h"
#include "ui/campaigns/inspector/targeting_tab.h"
#include "ui/widgets/status_mark.h"

#include <QBoxLayout>
#include <QPainter>

namespace gavel::campaigns {

using namespace widgets;
using bridge::DraftChange;

namespace {

constexpr int kLeastWidth = 320;

/// "03-01"; an en dash where a flight has no bound.
QString monthAndDay(TimeMs time, bool none, const std::string& zone)
{
    return none ? QStringLiteral("–") : dayText(time, zone).mid(5);
}

QIcon markIcon(Mark mark)
{
    if (mark == Mark::None)
        return {};
    QPixmap pixmap(28, 28);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(painter, QRect(0, 0, 14, 14), mark, 9);
    return pixmap;
}

} // namespace

CampaignInspector::CampaignInspector(bridge::EngineClient& client, bridge::CampaignDraft& draft,
                                     QWidget* parent)
    : QFrame(parent)
    , m_draft(draft)
    , m_name(new ElidedLabel(TextRole::BodyBold, Token::T1))
    , m_idLabel(new ElidedLabel(TextRole::Mono, Token::T2))
    , m_badge(new MarketBadge(MarketWord::Draft))
    , m_words(new ElidedLabel(TextRole::Body, Token::T2))
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_targeting(new TargetingTab(client))
    , m_budget(new BudgetTab)
    , m_creatives(new CreativesTab)
    , m_caps(new CapsTab)
    , m_empty(new ElidedLabel(TextRole::Body, Token::T3))
{
    setMinimumWidth(kLeastWidth);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 8, 1, 1);
    column->setSpacing(2);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::kPadding, 0, space::kPadding, 0);
    head->setSpacing(8);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    head->addWidget(m_name);
    head->addWidget(m_idLabel, 1);
    head->addWidget(m_badge);
    column->addLayout(head);
    auto* words = new QHBoxLayout;
    words->setContentsMargins(space::kPadding, 0, space::kPadding, 4);
    words->addWidget(m_words);
    column->addLayout(words);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setIconSize({14, 14});
    m_tabs->setFocusPolicy(Qt::TabFocus);
    column->addWidget(m_tabs);
    for (CampaignTab* tab :
         {static_cast<CampaignTab*>(m_targeting), static_cast<CampaignTab*>(m_budget),
          static_cast<CampaignTab*>(m_creatives), static_cast<CampaignTab*>(m_caps)}) {
        m_tabs->addTab(QString());
        m_stack->addWidget(tab);
        connect(tab, &CampaignTab::edited, this,
                [this](const model::Campaign& campaign, const QString& step) {
                    m_draft.put(step, {campaign});
                });
    }
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (!m_id.empty())
            m_stack->setCurrentIndex(tab);
    });
    connect(&draft, &bridge::CampaignDraft::changed, this, &CampaignInspector::refresh);
    retranslate();
}

void CampaignInspector::retranslate()
{
    setAccessibleName(tr("Inspector of the campaign"));
    const QStringList titles{tr("Targeting"), tr("Budget"), tr("Creatives"), tr("Caps")};
    for (int tab = 0; tab < TabCount; ++tab)
        m_tabs->setTabText(tab, titles[tab]);
    m_empty->setText(tr("No campaign is selected."));
    m_targeting->retranslate();
    m_budget->retranslate();
    m_creatives->retranslate();
    m_caps->retranslate();
    refresh();
}

void CampaignInspector::setCampaign(const std::string& id)
{
    m_id = id;
    refresh();
}

void CampaignInspector::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void CampaignInspector::setSnapshot(const runtime::Snapshot& snapshot)
{
    QList<std::pair<QString, QString>> seats;
    for (const runtime::SeatView& seat : snapshot.seats) {
        const QString id = QString::fromStdString(seat.id);
        m_seatNames.insert(id, QString::fromStdString(seat.name));
        if (seat.kind == model::SeatKind::Campaigns)
            seats.append({id, m_seatNames.value(id)});
    }
    m_budget->setSeats(seats);
    m_targeting->setAuctions(snapshot.total.auctions);
}

void CampaignInspector::refresh()
{
    const model::Campaign* campaign = m_draft.find(m_id);
    m_tabs->setEnabled(campaign != nullptr);
    if (!campaign) {
        m_stack->setCurrentWidget(m_empty);
        m_name->setText(QString());
        m_idLabel->setText(QString());
        m_words->setText(QString());
        m_badge->hide();
        return;
    }
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    showHeader(*campaign);
    const bool removed = m_draft.changeOf(m_id) == DraftChange::Removed;
    for (CampaignTab* tab :
         {static_cast<CampaignTab*>(m_targeting), static_cast<CampaignTab*>(m_budget),
          static_cast<CampaignTab*>(m_creatives), static_cast<CampaignTab*>(m_caps)}) {
        tab->setReadOnly(removed);
        tab->show(*campaign, m_draft.live(m_id));
    }
    m_budget->setFindings(m_draft.findings(m_id));
    m_creatives->setFindings(m_draft.findings(m_id));
    showMarks();
}

void CampaignInspector::showHeader(const model::Campaign& campaign)
{
    m_name->setText(QString::fromStdString(campaign.name));
    m_idLabel->setText(QString::fromStdString(campaign.id));
    m_badge->setVisible(m_draft.changeOf(m_id) != DraftChange::None);
    const QString seat = QString::fromStdString(campaign.seatId);
    const QString advertiser = QString::fromStdString(
        campaign.advertiserName.empty() ? campaign.advertiserId : campaign.advertiserName);
    m_words->setText(tr("%1, seat %2, flight %3 to %4", "advertiser, seat, days")
                         .arg(advertiser, m_seatNames.value(seat, seat),
                              monthAndDay(campaign.flightStart, campaign.flightStart == TimeMs{},
                                          campaign.timeZone),
                              monthAndDay(campaign.flightEnd, campaign.flightEnd == model::kOpenEnd,
                                          campaign.timeZone)));
}

CampaignInspector::Tab CampaignInspector::tabOf(const QString& field)
{
    if (field.startsWith(u"targeting"))
        return Targeting;
    if (field.startsWith(u"ads"))
        return Creatives;
    return field.startsWith(u"caps") ? Caps : Budget;
}

/// A tab whose side breaks a rule says so.
void CampaignInspector::showMarks()
{
    std::array<Mark, TabCount> marks{};
    for (const bridge::Finding& finding : m_draft.findings(m_id)) {
        Mark& mark = marks[static_cast<std::size_t>(tabOf(finding.field))];
        if (finding.error)
            mark = Mark::Bad;
        else if (mark == Mark::None)
            mark = Mark::Warn;
    }
    for (int tab = 0; tab < TabCount; ++tab)
        m_tabs->setTabIcon(tab, markIcon(marks[static_cast<std::size_t>(tab)]));
}

void CampaignInspector::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(Token::Line1));
    painter.setBrush(color(Token::Bg2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
    painter.fillRect(1, m_tabs->geometry().bottom(), width() - 2, 1, color(Token::Line1));
}

} // namespace gavel::campaigns
