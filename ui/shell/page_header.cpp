// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_header.h"

#include <QBoxLayout>
#include <QPainter>

namespace gavel::shell {

using namespace widgets;

namespace {

constexpr int kHeaderHeight = 44;

} // namespace

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(TextRole::Title, Token::T1))
    , m_badge(new MarketBadge)
    , m_draft(new MarketBadge(MarketWord::Draft))
    , m_sentence(new ElidedLabel(TextRole::Body, Token::T2))
{
    setFixedHeight(kHeaderHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, space::kPadding, 0);
    row->setSpacing(10);
    m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(m_title);
    row->addWidget(m_badge);
    row->addWidget(m_draft);
    row->addWidget(m_sentence, 1);
    m_draft->hide();
}

void PageHeader::addPage(bridge::Page& page)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (QWidget* action : page.headerActions())
        row->addWidget(action);
    box->hide();
    layout()->addWidget(box);
    m_actions << box;
}

void PageHeader::show(int page, const bridge::PageInfo& info, MarketWord word)
{
    m_title->setText(info.title);
    m_badge->setWord(word);
    m_draft->setVisible(info.draft);
    m_sentence->setText(info.sentence);
    for (int i = 0; i < m_actions.size(); ++i)
        m_actions[i]->setVisible(i == page);
}

void PageHeader::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Bg1));
    painter.fillRect(0, height() - 1, width(), 1, color(Token::Line1));
}

} // namespace gavel::shell
