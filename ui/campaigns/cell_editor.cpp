// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/cell_editor.h"

#include <QPainter>

namespace gavel::campaigns {

using namespace widgets;

CellEditor::CellEditor(Check check, const QString& kept, QWidget* parent)
    : QLineEdit(parent)
    , m_check(std::move(check))
    , m_kept(kept)
{
    setFont(widgets::font(TextRole::BodyBold));
    connect(this, &QLineEdit::textChanged, this, &CellEditor::checkText);
}

CellEditor::~CellEditor()
{
    if (m_bubble)
        m_bubble->deleteLater();
}

void CellEditor::checkText()
{
    m_verdict = m_check(text());
    update();
    const bool silent = m_verdict.state == CellVerdict::State::Good || !isVisible();
    if (silent) {
        if (m_bubble)
            m_bubble->hide();
        return;
    }
    if (!m_bubble) {
        m_bubble = new ValidationBubble(window());
        connect(m_bubble, &ValidationBubble::proposalTaken, this, &CellEditor::takeProposal);
    }
    BubbleText words;
    words.error = m_verdict.state == CellVerdict::State::Wrong;
    words.rule = m_verdict.rule;
    words.advice = m_verdict.advice;
    if (!m_verdict.proposal.isEmpty())
        words.proposal = tr("Use %1").arg(m_verdict.proposalShown);
    words.keeps = tr("Esc keeps %1").arg(m_kept);
    m_bubble->showAt(*this, words);
}

bool CellEditor::takeProposal()
{
    if (m_verdict.proposal.isEmpty())
        return false;
    setText(m_verdict.proposal);
    selectAll();
    return true;
}

/// A value that was wrong before it was opened is said at once.
void CellEditor::showEvent(QShowEvent* event)
{
    QLineEdit::showEvent(event);
    checkText();
}

void CellEditor::hideEvent(QHideEvent* event)
{
    if (m_bubble)
        m_bubble->hide();
    QLineEdit::hideEvent(event);
}

void CellEditor::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    Token token = Token::Focus;
    if (m_verdict.state != CellVerdict::State::Good)
        token = m_verdict.state == CellVerdict::State::Wrong ? Token::Bad : Token::Warn;
    painter.setPen(QPen(color(token), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace gavel::campaigns
