// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/targeting_tab.h"

#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>

#include <cmath>

namespace gavel::campaigns {

using namespace widgets;

namespace {

constexpr int kSettleMs = 120;
constexpr int kAgainMs = 3000;
constexpr std::size_t kMostKnown = 2000;

} // namespace

TargetingTab::TargetingTab(bridge::EngineClient& client, QWidget* parent)
    : CampaignTab(parent)
    , m_client(client)
    , m_intro(new ElidedLabel(TextRole::Caption, Token::T2))
    , m_unit(new ElidedLabel(TextRole::Caption, Token::T2))
    , m_scroll(new QScrollArea)
    , m_addDimension(new Button(QString()))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::kPadding, 6, space::kPadding, 4);
    head->addWidget(m_intro, 1);
    head->addWidget(m_unit);
    column->addLayout(head);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    column->addWidget(m_scroll, 1);
    m_addDimension->setIconName(QStringLiteral("plus"));
    m_addDimension->setOpensMenu(true);
    connect(m_addDimension, &QPushButton::clicked, this, &TargetingTab::showDimensions);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::kPadding, 8, space::kPadding, 8);
    foot->addWidget(m_addDimension);
    foot->addStretch(1);
    column->addLayout(foot);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &TargetingTab::recount);
    m_again.setSingleShot(true);
    m_again.setInterval(kAgainMs);
    connect(&m_again, &QTimer::timeout, this, &TargetingTab::recount);
    retranslate();
}

void TargetingTab::retranslate()
{
    m_intro->setText(tr("All of these must match"));
    m_unit->setText(tr("opportunities/day left"));
    m_addDimension->setText(tr("Dimension"));
    if (m_list)
        rebuild();
}

void TargetingTab::show(const model::Campaign& campaign, const model::Campaign* live)
{
    const bool other = campaign.id != m_campaign.id;
    const auto liveTargeting = live ? std::optional(live->targeting) : std::nullopt;
    const bool same = !other && campaign.targeting == m_campaign.targeting
        && campaign.timeZone == m_campaign.timeZone && liveTargeting == m_live;
    if (other) {
        m_pending.reset();
        m_adding.reset();
    }
    m_campaign = campaign;
    m_live = liveTargeting;
    if (!same || !m_list)
        rebuild();
}

void TargetingTab::setAuctions(std::uint64_t auctions)
{
    if (auctions == m_auctions)
        return;
    m_auctions = auctions;
    if (!m_again.isActive())
        m_again.start();
}

/// Out of sight nothing is counted.
void TargetingTab::showEvent(QShowEvent* event)
{
    CampaignTab::showEvent(event);
    m_settle.start();
}

void TargetingTab::rebuild()
{
    const int place = m_scroll->verticalScrollBar()->value();
    m_rows.clear();
    m_list = new QWidget;
    m_column = new QVBoxLayout(m_list);
    m_column->setContentsMargins(space::kPadding, 0, space::kPadding, 0);
    m_column->setSpacing(0);
    for (const TargetingPart& part : targetingParts(m_campaign.targeting)) {
        bool differs = m_live.has_value();
        if (m_live) {
            for (const TargetingPart& other : targetingParts(*m_live)) {
                if (other.title() == part.title())
                    differs = partText(*m_live, other) != partText(m_campaign.targeting, part);
            }
        }
        addRow(part, differs);
    }
    if (m_pending)
        addRow(*m_pending, true);
    m_column->addStretch(1);
    m_scroll->setWidget(m_list);
    m_list->setAutoFillBackground(false);
    m_scroll->verticalScrollBar()->setValue(place);
    m_settle.start();
}

void TargetingTab::addRow(const TargetingPart& part, bool differs)
{
    auto* row = new RuleRow(part, m_campaign.targeting, differs,
                            [this](model::Dimension dimension) { return knownValues(dimension); });
    m_column->addWidget(row);
    m_rows.push_back(row);
    connect(row, &RuleRow::edited, this,
            [this, part](const model::Targeting& targeting) { takeEdit(targeting, part.title()); });
    connect(row, &RuleRow::valueAdded, this, [this, part](const model::Targeting& targeting) {
        m_adding = part;
        takeEdit(targeting, part.title());
    });
    connect(
        row, &RuleRow::abandoned, this,
        [this] {
            m_adding.reset();
            if (!m_pending)
                return;
            m_pending.reset();
            rebuild();
        },
        Qt::QueuedConnection);
    if ((m_adding && m_adding->title() == part.title()) || (m_pending && *m_pending == part))
        QMetaObject::invokeMethod(row, &RuleRow::startAdding, Qt::QueuedConnection);
}

/// Rows are made anew by the edit, so it waits until the row has returned from its handler.
void TargetingTab::takeEdit(const model::Targeting& targeting, const QString& what)
{
    m_pending.reset();
    model::Campaign changed = m_campaign;
    changed.targeting = targeting;
    const QString step
        = tr("%1 of %2", "undo: rule, campaign").arg(what, QString::fromStdString(changed.name));
    QMetaObject::invokeMethod(
        this, [this, changed, step] { Q_EMIT edited(changed, step); }, Qt::QueuedConnection);
}

void TargetingTab::showDimensions()
{
    QMenu menu(this);
    for (const TargetingPart& part : addableParts(m_campaign.targeting)) {
        QAction* action = menu.addAction(part.title());
        connect(action, &QAction::triggered, this, [this, part] {
            model::Targeting changed = m_campaign.targeting;
            addPart(changed, part);
            if (!(changed == m_campaign.targeting)) {
                takeEdit(changed, part.title());
                return;
            }
            m_pending = part;
            rebuild();
        });
    }
    menu.exec(m_addDimension->mapToGlobal(QPoint(0, m_addDimension->height())));
}

QStringList TargetingTab::knownValues(model::Dimension dimension) const
{
    QStringList all;
    const auto vocabulary = m_client.quick().vocabulary();
    if (!vocabulary || model::index(dimension) >= model::kValueDimensions)
        return all;
    const auto& known = vocabulary->of(dimension);
    const std::size_t count = std::min(known.size(), kMostKnown);
    for (std::size_t handle = 1; handle <= count; ++handle) {
        const std::string_view text = known.text(static_cast<base::Handle>(handle));
        all << QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    all.sort();
    return all;
}

void TargetingTab::recount()
{
    if (m_campaign.id.empty() || !isVisible())
        return;
    const quint64 question = ++m_question;
    m_client.ask(
        this,
        [targeting = m_campaign.targeting, zone = m_campaign.timeZone](runtime::Engine& engine) {
            return engine.opportunitiesPerDay(targeting, zone);
        },
        [this, question](const std::vector<double>& left) {
            if (question == m_question)
                showCounts(left);
        });
}

void TargetingTab::showCounts(const std::vector<double>& left)
{
    const double all = left.empty() ? 0 : left.front();
    m_unit->setText(all > 0 ? tr("left of %1 opportunities/day").arg(numbers::big(all))
                            : tr("opportunities/day left"));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool counted = i + 1 < left.size() && all > 0 && std::isfinite(left[i + 1]);
        m_rows[i]->left().setValue(counted ? std::optional(left[i + 1]) : std::nullopt,
                                   counted ? left[i + 1] / all : 0);
        if (!counted)
            m_rows[i]->left().setToolTip(
                tr("Not known yet: no such hour or opportunity has been seen."));
    }
}

} // namespace gavel::campaigns
