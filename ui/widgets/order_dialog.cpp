// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/order_dialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QFormLayout>
#include <QLabel>

namespace gavel::widgets {

namespace {

constexpr int kOrderWidth = 460;
constexpr std::size_t kTypedAbove = 20;

} // namespace

OrderDialog::OrderDialog(const QString& title, const QString& button, QWidget* parent)
    : SheetDialog(title, parent)
    , m_form(new QFormLayout)
    , m_what(new QLabel)
    , m_wrong(new QLabel)
    , m_accept(new Button(button, Button::Kind::Primary))
{
    setFixedWidth(kOrderWidth);
    content()->addLayout(m_form);
    for (QLabel* words : {m_what, m_wrong}) {
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        words->hide();
        content()->addWidget(words);
    }
    QPalette warning = m_wrong->palette();
    warning.setColor(QPalette::WindowText, color(Token::Bad));
    m_wrong->setPalette(warning);
    auto* cancel = new Button(tr("Cancel"));
    addButton(cancel);
    addButton(m_accept);
    m_accept->setEnabled(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        if (m_order)
            m_order();
        else
            accept();
    });
}

QLineEdit* OrderDialog::addLine(const QString& label, const QString& text, const QString& hint)
{
    auto* line = new QLineEdit(text);
    line->setPlaceholderText(hint);
    line->setAccessibleName(label);
    m_form->addRow(label, line);
    connect(line, &QLineEdit::textChanged, this, &OrderDialog::changed);
    return line;
}

void OrderDialog::addField(const QString& label, QWidget* field)
{
    m_form->addRow(label, field);
}

void OrderDialog::addNumber(std::size_t count)
{
    if (count <= kTypedAbove)
        return;
    const QString number = numbers::count(static_cast<std::int64_t>(count));
    m_number = addLine(tr("Type %1").arg(number), {}, number);
}

/// With or without its commas.
bool OrderDialog::isNumberTyped() const
{
    if (m_number == nullptr)
        return true;
    const QString number = m_number->placeholderText();
    return m_number->text() == number || m_number->text() == QString(number).remove(u',');
}

void OrderDialog::changed()
{
    m_accept->setEnabled(false);
    ++m_asked;
    if (m_check)
        m_check();
}

void OrderDialog::tell(const QStringList& what, const QStringList& wrong, bool mayBeDone)
{
    m_what->setText(what.join(u'\n'));
    m_what->setVisible(!what.isEmpty());
    m_wrong->setText(wrong.join(u'\n'));
    m_wrong->setVisible(!wrong.isEmpty());
    m_accept->setEnabled(wrong.isEmpty() && mayBeDone && isNumberTyped());
    m_accept->setDefault(m_accept->isEnabled());
    adjustSize();
}

bool OrderDialog::mayBeDone() const
{
    return m_accept->isEnabled();
}

} // namespace gavel::widgets
