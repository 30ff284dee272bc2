// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/document_dialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/json_edit.h"

#include <QBoxLayout>
#include <QSplitter>

namespace gavel::widgets {

namespace {

constexpr int kCheckAfterMs = 300;

} // namespace

DocumentDialog::DocumentDialog(const QString& title, const QString& name, QWidget* parent)
    : SheetDialog(title, parent)
    , m_edit(new JsonEdit)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_status(new ElidedLabel(TextRole::Body, Token::T2))
    , m_tools(new QHBoxLayout)
    , m_saveButton(new Button(tr("Save"), Button::Kind::Primary))
{
    resize(900, 620);
    m_edit->setAccessibleName(name);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_edit);
    content()->addWidget(m_splitter, 1);
    addFootWords(m_status);
    auto* tools = new QWidget;
    m_tools->setContentsMargins(0, 0, 0, 0);
    tools->setLayout(m_tools);
    addButton(tools);
    auto* cancel = new Button(tr("Cancel"));
    addButton(cancel);
    addButton(m_saveButton);
    m_saveButton->setEnabled(false);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kCheckAfterMs);
    connect(&m_settle, &QTimer::timeout, this, &DocumentDialog::check);
    connect(cancel, &QPushButton::clicked, this, &DocumentDialog::reject);
    connect(m_saveButton, &QPushButton::clicked, this, &DocumentDialog::carryOut);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        ++m_asked;
        m_mayLeave = false;
        m_saveButton->setEnabled(false);
        m_settle.start();
        Q_EMIT edited();
    });
}

void DocumentDialog::addBelow(QWidget* widget)
{
    m_splitter->addWidget(widget);
    m_splitter->setSizes({400, 160});
}

void DocumentDialog::addTool(QWidget* button)
{
    m_tools->addWidget(button);
}

void DocumentDialog::startReading(const QString& words)
{
    m_edit->setEnabled(false);
    say(Token::T2, words);
}

void DocumentDialog::failReading(const QString& words)
{
    say(Token::Bad, words);
}

void DocumentDialog::setDocument(const QString& inForce, const QString& text)
{
    m_inForce = inForce;
    m_edit->setEnabled(true);
    m_edit->setPlainText(text);
    m_edit->setFocus();
}

bool DocumentDialog::isChanged() const
{
    return m_edit->isEnabled() && m_edit->toPlainText() != m_inForce;
}

void DocumentDialog::check()
{
    say(Token::T2, tr("Checking…"));
    m_check(m_edit->toPlainText(), [this, question = m_asked](const Verdict& verdict) {
        if (question != m_asked)
            return;
        m_edit->setWrongLine(verdict.wrongLine);
        say(verdict.isGood ? Token::Good : Token::Bad, verdict.words);
        const bool ready = verdict.isGood && isChanged();
        m_saveButton->setEnabled(ready);
        if (ready)
            Q_EMIT mayBeSaved();
    });
}

void DocumentDialog::carryOut()
{
    m_saveButton->setEnabled(false);
    m_save(m_edit->toPlainText(), [this](const Verdict& verdict) {
        if (verdict.isGood)
            return accept();
        m_edit->setWrongLine(verdict.wrongLine);
        say(Token::Bad, verdict.words);
    });
}

void DocumentDialog::reject()
{
    if (!isChanged() || m_mayLeave)
        return SheetDialog::reject();
    m_mayLeave = true;
    say(Token::Warn, tr("What you typed is not saved. Cancel again leaves it."));
}

void DocumentDialog::say(Token token, const QString& sentence)
{
    m_status->setToken(token);
    m_status->setText(sentence);
}

QString DocumentDialog::statusWords() const
{
    return m_status->text();
}

} // namespace gavel::widgets
