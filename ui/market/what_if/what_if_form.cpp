// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/what_if/what_if_form.h"

#include "ui/market/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QMenu>

#include <algorithm>

namespace gavel::auctions {

using namespace widgets;
using model::CampaignFate;
using model::Dimension;

namespace {

constexpr std::size_t kMostChoices = 500;
constexpr int kCampaignWidth = 150;
constexpr int kLeastCampaign = 104;

/// Campaigns whose changed bid can act, at once or with other segments.
bool canBid(const model::CampaignTrace& campaign)
{
    const auto isOfSegments
        = [](const model::Mismatch& one) { return one.dimension == Dimension::Segment; };
    return campaign.terms.barred == CampaignFate::Bid && campaign.fate != CampaignFate::SeatLate
        && campaign.fate != CampaignFate::SeatCutOff
        && std::all_of(campaign.mismatches.begin(), campaign.mismatches.end(), isOfSegments);
}

/// The bid in the market's currency where the seat sent it, else as the formula gave it.
Price bidOf(const model::AuctionTrace& trace, const model::CampaignTrace& campaign)
{
    for (const model::SeatTrace& seat : trace.seats)
        if (seat.bid.campaign == campaign.campaign && seat.bid.price.nanos > 0)
            return seat.bid.price;
    return campaign.formula.bid;
}

bool wins(const model::AuctionTrace& trace, Handle campaign)
{
    return trace.row.winnerCampaign == campaign;
}

bool takeOut(std::vector<Handle>& handles, Handle handle)
{
    const auto found = std::find(handles.begin(), handles.end(), handle);
    if (found == handles.end())
        return false;
    handles.erase(found);
    return true;
}

} // namespace

WhatIfForm::WhatIfForm(const Names& names, QWidget* parent)
    : QWidget(parent)
    , m_names(names)
    , m_settingLabel(new ElidedLabel(TextRole::Body, Token::T2))
    , m_campaign(new QComboBox)
    , m_amount(new AmountEdit)
    , m_floorLabel(new ElidedLabel(TextRole::Body, Token::T2))
    , m_floor(new AmountEdit)
    , m_ruleLabel(new ElidedLabel(TextRole::Body, Token::T2))
    , m_rule(new QComboBox)
    , m_segments(new Button(QString()))
{
    build();
    connect(m_campaign, qOverload<int>(&QComboBox::activated), this, [this] {
        showCampaign();
        Q_EMIT edited();
    });
    connect(m_amount, &QLineEdit::textEdited, this, &WhatIfForm::edited);
    connect(m_floor, &QLineEdit::textEdited, this, &WhatIfForm::edited);
    connect(m_rule, qOverload<int>(&QComboBox::activated), this, &WhatIfForm::edited);
    connect(m_segments, &QPushButton::clicked, this, &WhatIfForm::showSegmentMenu);
    retranslate();
}

void WhatIfForm::build()
{
    m_campaign->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_campaign->setMinimumContentsLength(kCampaignWidth); // its greatest width, where there is room
    m_campaign->setMinimumWidth(kLeastCampaign);
    m_campaign->setMaximumWidth(kCampaignWidth);
    for (ElidedLabel* label : {m_settingLabel, m_floorLabel, m_ruleLabel})
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_settingLabel->setFixedWidth(72);
    m_floorLabel->setFixedWidth(40);
    m_segments->setOpensMenu(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_campaign, 0, 0);
    grid->addWidget(m_settingLabel, 0, 1);
    grid->addWidget(m_amount, 0, 2);
    grid->addWidget(m_floorLabel, 0, 3);
    grid->addWidget(m_floor, 0, 4);
    grid->addWidget(m_segments, 1, 0);
    grid->addWidget(m_ruleLabel, 1, 1);
    grid->addWidget(m_rule, 1, 2, 1, 3);
}

void WhatIfForm::retranslate()
{
    m_floorLabel->setText(tr("Floor"));
    m_ruleLabel->setText(tr("Rule", "price rule"));
    m_segments->setText(tr("Segments"));
    m_campaign->setAccessibleName(tr("Campaign whose bid is changed"));
    m_amount->setAccessibleName(tr("New amount of the bid"));
    m_floor->setAccessibleName(tr("New floor per thousand"));
    m_rule->setAccessibleName(tr("New price rule"));
    const int now = std::max(m_rule->currentIndex(), 0);
    m_rule->clear();
    for (std::size_t rule = 0; rule < model::kPriceRuleNames.size(); ++rule)
        m_rule->addItem(ruleText(static_cast<model::PriceRule>(rule)));
    m_rule->setCurrentIndex(now);
    showCampaign();
}

void WhatIfForm::setTrace(const TracePtr& trace, Handle campaign)
{
    m_trace = trace;
    m_added.clear();
    m_removed.clear();
    m_problem.clear();
    m_segments->setText(tr("Segments"));
    m_floor->setRecorded(trace->hardFloor.asCpm());
    m_rule->setCurrentIndex(static_cast<int>(trace->rules.kind));
    fillCampaigns(campaign);
}

void WhatIfForm::clear()
{
    m_trace = nullptr;
    m_choices.clear();
    m_campaign->clear();
    m_floor->setNothing();
    showCampaign();
}

/// Those that bid first, the dearest that did not win chosen unless another is asked for.
void WhatIfForm::fillCampaigns(Handle preferred)
{
    m_choices.clear();
    for (const model::CampaignTrace& campaign : m_trace->campaigns) {
        if (!canBid(campaign))
            continue;
        const Price bid = bidOf(*m_trace, campaign);
        m_choices.push_back({campaign.campaign, bidSettingOf(campaign.formula), bid,
                             campaign.fate == CampaignFate::Targeting});
    }
    std::stable_sort(m_choices.begin(), m_choices.end(), [](const Choice& a, const Choice& b) {
        return a.needsSegment != b.needsSegment ? b.needsSegment : a.bid > b.bid;
    });
    if (m_choices.size() > kMostChoices)
        m_choices.resize(kMostChoices);
    m_campaign->clear();
    int asked = -1;
    int loser = -1;
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const Handle campaign = m_choices[i].campaign;
        const QString name = m_names.campaign(campaign);
        m_campaign->addItem(m_choices[i].needsSegment ? tr("%1, needs a segment").arg(name) : name);
        if (campaign == preferred)
            asked = static_cast<int>(i);
        if (loser < 0 && !wins(*m_trace, campaign))
            loser = static_cast<int>(i);
    }
    const int first = m_choices.empty() ? -1 : 0;
    m_campaign->setCurrentIndex(asked >= 0 ? asked : std::max(loser, first));
    showCampaign();
}

const WhatIfForm::Choice* WhatIfForm::chosen() const
{
    const int at = m_campaign->currentIndex();
    return at < 0 || at >= static_cast<int>(m_choices.size())
        ? nullptr
        : &m_choices[static_cast<std::size_t>(at)];
}

void WhatIfForm::showCampaign()
{
    const Choice* choice = chosen();
    m_campaign->setEnabled(choice != nullptr);
    m_amount->setEnabled(choice != nullptr);
    m_campaign->setToolTip(choice ? m_names.campaignId(choice->campaign)
                                  : tr("No campaign could bid in this auction."));
    const bool isSetting = choice && !choice->setting.label.isEmpty();
    m_settingLabel->setText(isSetting ? choice->setting.label : tr("bid, CPM"));
    if (choice)
        m_amount->setRecorded(isSetting ? Money{choice->setting.micros} : choice->bid.asCpm());
    else
        m_amount->setNothing();
    m_amount->setToolTip(isSetting ? tr("The seat makes its bid of it again: by its own rule, with "
                                        "what it knew then.")
                                   : tr("The bid itself, per thousand."));
}

std::optional<Money> WhatIfForm::amountIn(const AmountEdit* field) const
{
    const auto amount = field->amount();
    if (!amount)
        m_problem = tr("“%1” is not an amount; write one such as 1.20.").arg(field->text());
    return amount;
}

bool WhatIfForm::changeBid(market::WhatIf& change) const
{
    const Choice* choice = chosen();
    if (!choice)
        return true;
    const auto amount = amountIn(m_amount);
    if (!amount || !m_amount->isChanged())
        return amount.has_value();
    if (choice->setting.label.isEmpty())
        change.bids.emplace_back(choice->campaign, Price::cpm(*amount));
    else
        change.amounts.emplace_back(choice->campaign, *amount);
    return true;
}

bool WhatIfForm::changeFloor(market::WhatIf& change) const
{
    const auto floor = amountIn(m_floor);
    if (floor && m_floor->isChanged())
        change.floor = Price::cpm(*floor);
    return floor.has_value();
}

std::optional<market::WhatIf> WhatIfForm::change() const
{
    m_problem.clear();
    market::WhatIf change;
    if (!m_trace || !changeBid(change) || !changeFloor(change))
        return std::nullopt;
    const auto rule = static_cast<model::PriceRule>(std::max(m_rule->currentIndex(), 0));
    if (rule != m_trace->rules.kind) {
        change.rules = m_trace->rules;
        change.rules->kind = rule;
    }
    change.addSegments = m_added;
    change.removeSegments = m_removed;
    return change;
}

bool WhatIfForm::isChanged() const
{
    const auto now = change();
    return now
        && (now->rules || now->floor || !now->bids.empty() || !now->amounts.empty()
            || !m_added.empty() || !m_removed.empty());
}

QString WhatIfForm::draftCampaign() const
{
    const Choice* choice = chosen();
    const auto now = change();
    return choice && now && !now->amounts.empty() ? m_names.campaignId(choice->campaign)
                                                  : QString();
}

QString WhatIfForm::draftAmount() const
{
    return m_amount->text().trimmed();
}

void WhatIfForm::takeFocus()
{
    m_amount->setFocus(Qt::ShortcutFocusReason);
    m_amount->selectAll();
}

bool WhatIfForm::hasSegment(Handle segment) const
{
    const bool recorded = m_trace->opportunity.list(Dimension::Segment).contains(segment);
    const auto& changes = recorded ? m_removed : m_added;
    const bool isChanged = std::find(changes.begin(), changes.end(), segment) != changes.end();
    return recorded != isChanged;
}

void WhatIfForm::toggleSegment(Handle segment)
{
    const bool recorded = m_trace->opportunity.list(Dimension::Segment).contains(segment);
    auto& changes = recorded ? m_removed : m_added;
    if (!takeOut(changes, segment))
        changes.push_back(segment);
    const auto count = static_cast<int>(m_added.size() + m_removed.size());
    m_segments->setText(count == 0 ? tr("Segments") : tr("Segments, %n changed", nullptr, count));
    m_segments->updateGeometry();
    Q_EMIT edited();
}

void WhatIfForm::addSegmentActions(QMenu& menu)
{
    QStringList segments = m_names.segments();
    std::stable_sort(segments.begin(), segments.end(), [this](const QString& a, const QString& b) {
        const auto has = [this](const QString& id) {
            return m_trace->opportunity.list(Dimension::Segment)
                .contains(m_names.segmentHandle(id));
        };
        return has(a) && !has(b);
    });
    for (const QString& id : std::as_const(segments)) {
        const Handle segment = m_names.segmentHandle(id);
        QAction* action = menu.addAction(id, this, [this, segment] { toggleSegment(segment); });
        action->setCheckable(true);
        action->setChecked(hasSegment(segment));
    }
}

void WhatIfForm::showSegmentMenu()
{
    if (!m_trace)
        return;
    QMenu menu(this);
    addSegmentActions(menu);
    if (menu.isEmpty())
        menu.addAction(tr("This market knows no segments."))->setEnabled(false);
    menu.exec(m_segments->mapToGlobal(QPoint(0, m_segments->height())));
}

} // namespace gavel::auctions
