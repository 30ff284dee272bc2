// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/what_if/what_if_strip.h"

#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace gavel::auctions {

using namespace widgets;

namespace {

constexpr int kHatch = 6;
constexpr int kSettleMs = 30;
constexpr int kNumberWidth = 68;
constexpr int kFieldNameWidth = 56; ///< "Recorded"
constexpr int kMostWinner = 340;
constexpr int kPromiseWidth = 104;

ElidedLabel* number(Token token)
{
    auto* label = new ElidedLabel(TextRole::Body, token);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setMinimumWidth(kNumberWidth);
    return label;
}

QString signedPrice(Price difference, const Names& names)
{
    if (difference.nanos == 0)
        return numbers::missing();
    const QString text = names.exact(difference);
    return difference.nanos > 0 ? QStringLiteral("+%1").arg(text) : text;
}

} // namespace

WhatIfStrip::WhatIfStrip(const Names& names, QWidget* parent)
    : QWidget(parent)
    , m_names(names)
    , m_badge(new MarketBadge(MarketWord::WhatIf))
    , m_promise(new QLabel)
    , m_form(new WhatIfForm(names))
    , m_moved(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_draft(new Button(QString()))
{
    build();
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(m_form, &WhatIfForm::edited, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_settle, &QTimer::timeout, this, &WhatIfStrip::changed);
    connect(m_draft, &QPushButton::clicked, this,
            [this] { Q_EMIT draftAsked(m_form->draftCampaign(), m_form->draftAmount()); });
    connect(&Theme::current(), &Theme::changed, this, [this] {
        say(m_trace ? m_form->problem() : m_promise->text(), m_trace ? Token::Bad : Token::T3);
        update();
    });
    retranslate();
}

void WhatIfStrip::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kHatch + space::kPadding, 8, space::kPadding, 8);
    row->setSpacing(16);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_badge, 0, Qt::AlignLeft);
    m_promise->setFixedWidth(kPromiseWidth);
    m_promise->setWordWrap(true);
    words->addWidget(m_promise);
    words->addStretch(1);
    row->addLayout(words);
    row->addWidget(m_form);
    auto* outcome = new QGridLayout;
    outcome->setHorizontalSpacing(12);
    outcome->setVerticalSpacing(2);
    // On a wide page the prices stay near their names.
    outcome->setColumnStretch(1, 100);
    outcome->setColumnStretch(5, 1);
    m_recorded = addSide(*outcome, 0, Token::T2);
    m_whatIf = addSide(*outcome, 1, Token::Sim);
    // The way to the draft stands below, so that the names above have the whole width.
    auto* below = new QHBoxLayout;
    below->addSpacing(kFieldNameWidth + space::kPadding);
    below->addWidget(m_moved, 1);
    below->addWidget(m_draft);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    column->addLayout(outcome);
    column->addLayout(below);
    row->addLayout(column, 1);
    m_draft->setIconName(QStringLiteral("edit"));
    m_draft->setDense(true);
    m_draft->setObjectName(QStringLiteral("draft"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

WhatIfStrip::Side WhatIfStrip::addSide(QGridLayout& grid, int row, Token token)
{
    Side side{new ElidedLabel(TextRole::Body, token), new ElidedLabel(TextRole::Body, Token::T1),
              number(Token::T1), new ElidedLabel(TextRole::Body, Token::T2), number(Token::T1)};
    side.winner->setMinimumWidth(40);
    side.winner->setMaximumWidth(kMostWinner);
    side.name->setMinimumWidth(kFieldNameWidth);
    side.change->setRole(TextRole::BodyBold);
    int column = 0;
    for (ElidedLabel* label : {side.name, side.winner, side.price, side.what, side.change})
        grid.addWidget(label, row, column++);
    return side;
}

void WhatIfStrip::retranslate()
{
    say({}, Token::T3);
    m_recorded.name->setText(tr("Recorded"));
    m_whatIf.name->setText(tr("What-if"));
    m_recorded.what->setText(tr("Paid", "difference of the price"));
    m_whatIf.what->setText(tr("Publisher", "difference of the publisher's part"));
    m_form->retranslate();
    setAccessibleName(tr("What-if"));
    showDraftButton();
}

void WhatIfStrip::setTrace(const TracePtr& trace, Handle campaign)
{
    m_trace = trace;
    m_form->setEnabled(true);
    m_form->setTrace(trace, campaign);
    const model::Clearing& clearing = trace->clearing;
    const bool sold = clearing.winner >= 0;
    const model::Bid bid
        = sold ? trace->seats[static_cast<std::size_t>(clearing.winner)].bid : model::Bid{};
    showSide(m_recorded, clearing, bid, false);
    changed();
}

void WhatIfStrip::clear(const QString& why)
{
    m_trace = nullptr;
    m_settle.stop();
    m_form->setEnabled(false);
    m_form->clear();
    for (const Side& side : {m_recorded, m_whatIf})
        for (ElidedLabel* label : {side.winner, side.price, side.change})
            label->setText(numbers::missing());
    m_moved->setText({});
    say(why, Token::T3);
    m_draft->hide();
}

/// What stands in the way; without that, what a what-if is.
void WhatIfStrip::say(const QString& sentence, Token token)
{
    QPalette palette = m_promise->palette();
    palette.setColor(QPalette::WindowText, color(sentence.isEmpty() ? Token::T3 : token));
    m_promise->setPalette(palette);
    m_promise->setFont(widgets::font(TextRole::Caption));
    m_promise->setText(sentence.isEmpty() ? tr("nothing is sent or charged") : sentence);
}

void WhatIfStrip::changed()
{
    if (!m_trace)
        return;
    const auto change = m_form->change();
    say(m_form->problem(), Token::Bad);
    showDraftButton();
    if (change)
        Q_EMIT asked(*change);
}

void WhatIfStrip::showDraftButton()
{
    m_draft->setVisible(m_trace && !m_form->draftCampaign().isEmpty());
    m_draft->setText(tr("Put %1 in a draft…").arg(m_form->draftAmount()));
    m_draft->updateGeometry();
}

QString WhatIfStrip::winnerText(const model::Bid& bid) const
{
    const QString name = m_names.campaign(bid.campaign);
    const QString seat = m_names.seat(bid.seat);
    return name.isEmpty() ? seat : tr("%1, %2", "seat, campaign").arg(seat, name);
}

/// `tells`: also what the winner bids.
void WhatIfStrip::showSide(Side& side, const model::Clearing& clearing, const model::Bid& bid,
                           bool tells)
{
    const bool sold = clearing.winner >= 0;
    side.winner->setText(
        !sold ? tr("Nobody")
            : !tells
            ? winnerText(bid)
            : tr("%1 bids %2", "winner, price").arg(winnerText(bid), m_names.exact(bid.price)));
    side.price->setText(sold ? m_names.exact(clearing.price) : numbers::missing());
    side.price->setToolTip(tr("Paid per thousand, %1.").arg(m_names.currency()));
    side.publisher = sold ? m_names.exact(clearing.publisher) : numbers::missing();
}

void WhatIfStrip::setOutcome(const market::WhatIfOutcome& outcome)
{
    if (!m_trace)
        return;
    const bool sold = outcome.clearing.winner >= 0;
    const model::Bid bid
        = sold ? outcome.bids[static_cast<std::size_t>(outcome.clearing.winner)] : model::Bid{};
    showSide(m_whatIf, outcome.clearing, bid, m_form->isChanged());
    const bool isOther = outcome.clearing.winner != m_trace->clearing.winner
        || bid.campaign != m_trace->row.winnerCampaign;
    m_whatIf.winner->setRole(isOther ? TextRole::BodyBold : TextRole::Body);
    const QString parts
        = tr("The publisher gets %1; recorded %2.").arg(m_whatIf.publisher, m_recorded.publisher);
    for (ElidedLabel* label : {m_whatIf.what, m_whatIf.change})
        label->setToolTip(parts);
    showChange(outcome);
    showMovedBids(outcome);
}

void WhatIfStrip::showChange(const market::WhatIfOutcome& outcome)
{
    const model::Clearing& before = m_trace->clearing;
    m_recorded.change->setText(signedPrice(outcome.clearing.price - before.price, m_names));
    m_whatIf.change->setText(signedPrice(outcome.clearing.publisher - before.publisher, m_names));
    const bool dearer = outcome.clearing.price != before.price;
    m_whatIf.price->setRole(dearer ? TextRole::BodyBold : TextRole::Body);
}

QString WhatIfStrip::bidText(const model::Bid& bid) const
{
    const QString name = m_names.campaign(bid.campaign);
    if (bid.price.nanos == 0)
        return tr("no bid");
    return name.isEmpty() ? m_names.exact(bid.price)
                          : tr("%1 %2", "campaign, price").arg(name, m_names.exact(bid.price));
}

void WhatIfStrip::showMovedBids(const market::WhatIfOutcome& outcome)
{
    QStringList moved;
    for (std::size_t i = 0; i < outcome.bids.size() && i < m_trace->seats.size(); ++i) {
        const model::Bid& before = m_trace->seats[i].bid;
        const model::Bid& now = outcome.bids[i];
        const bool isSame = now.price == before.price
            && (now.campaign == before.campaign || now.price.nanos == 0);
        if (!isSame)
            moved << tr("%1: %2, recorded %3", "seat, bid now, bid before")
                         .arg(m_names.seat(now.seat), bidText(now), bidText(before));
    }
    m_moved->setText(!m_form->isChanged()  ? tr("Change the bid, the floor, the rule or a segment.")
                         : moved.isEmpty() ? tr("Every seat bids as recorded.")
                                           : moved.join(QStringLiteral("; ")));
}

QStringList WhatIfStrip::shown(bool whatIf) const
{
    const Side& side = whatIf ? m_whatIf : m_recorded;
    return {side.winner->text(), side.price->text(), side.publisher};
}

void WhatIfStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setPen(color(Token::Sim));
    painter.setBrush(color(Token::Bg2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    paintHatch(painter, QRect(0, 0, kHatch, height()), color(Token::Sim));
}

} // namespace gavel::auctions
