// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/validation_bubble.h"

#include "ui/widgets/status_mark.h"

#include <QBoxLayout>
#include <QKeySequence>
#include <QPainter>

#include <algorithm>

namespace gavel::campaigns {

using namespace widgets;

namespace {

constexpr int kWidth = 372;
constexpr int kMarkSpace = 30;

void paintWith(QLabel& label, Token token, TextRole role)
{
    QPalette colors = label.palette();
    colors.setColor(QPalette::WindowText, color(token));
    label.setPalette(colors);
    label.setFont(font(role));
}

} // namespace

ValidationBubble::ValidationBubble(QWidget* parent)
    : QWidget(parent)
    , m_ruleLabel(new QLabel)
    , m_advice(new QLabel)
    , m_use(new Button(QString(), Button::Kind::Link))
    , m_keeps(new QLabel)
{
    setFixedWidth(kWidth);
    setFocusPolicy(Qt::NoFocus);
    m_use->setFocusPolicy(Qt::NoFocus);
    m_use->setKeyHint(QKeySequence(Qt::ALT | Qt::Key_Return).toString(QKeySequence::NativeText));
    m_ruleLabel->setWordWrap(true);
    m_advice->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMarkSpace, 8, 10, 8);
    column->setSpacing(3);
    column->addWidget(m_ruleLabel);
    column->addWidget(m_advice);
    auto* row = new QHBoxLayout;
    row->addWidget(m_use);
    row->addStretch(1);
    row->addWidget(m_keeps);
    column->addLayout(row);
    connect(m_use, &QPushButton::clicked, this, &ValidationBubble::proposalTaken);
    hide();
}

void ValidationBubble::showAt(const QWidget& editor, const BubbleText& text)
{
    m_rule = text.rule;
    m_error = text.error;
    m_ruleLabel->setText(text.rule);
    m_advice->setText(text.advice);
    m_advice->setVisible(!text.advice.isEmpty());
    m_use->setText(text.proposal);
    m_use->setVisible(!text.proposal.isEmpty());
    m_keeps->setText(text.keeps);
    paintWith(*m_ruleLabel, text.error ? Token::Bad : Token::Warn, TextRole::BodyBold);
    paintWith(*m_advice, Token::T1, TextRole::Body);
    paintWith(*m_keeps, Token::T3, TextRole::Body);
    setAccessibleName(text.rule);
    setAccessibleDescription(text.advice);
    layout()->activate();
    resize(kWidth,
           layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(kWidth)
                                         : sizeHint().height());
    const QPoint below = editor.mapTo(parentWidget(), QPoint(-70, editor.height() + 3));
    const int x = std::clamp(below.x(), 0, std::max(0, parentWidget()->width() - width()));
    const bool fits = below.y() + height() <= parentWidget()->height();
    move(x, fits ? below.y() : below.y() - editor.height() - height() - 6);
    raise();
    show();
    update();
}

void ValidationBubble::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(m_error ? Token::Bad : Token::Warn));
    painter.setBrush(color(Token::Bg4));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
    paintMark(painter, QRect(10, 8, 12, 16), m_error ? Mark::Bad : Mark::Warn);
}

} // namespace gavel::campaigns
