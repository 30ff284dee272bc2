// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settlement/order_dialog.h"

#include "ui/settlement/settlement_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"

#include <QFormLayout>
#include <QLabel>
#include <QPainter>

namespace gavel::settlement {

using namespace widgets;

namespace {

constexpr int kWidth = 460;

} // namespace

OrderDialog::OrderDialog(const QString& title, const QString& button, QWidget* parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_what(new QLabel)
    , m_wrong(new QLabel)
    , m_accept(new Button(button, Button::Kind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(title);
    setFixedWidth(kWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    auto* label = new ElidedLabel(TextRole::Title);
    label->setText(title);
    column->addWidget(label);
    column->addLayout(m_form);
    for (QLabel* words : {m_what, m_wrong}) {
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        words->hide();
        column->addWidget(words);
    }
    QPalette warning = m_wrong->palette();
    warning.setColor(QPalette::WindowText, color(Token::Bad));
    m_wrong->setPalette(warning);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* cancel = new Button(tr("Cancel"));
    row->addWidget(cancel);
    row->addWidget(m_accept);
    column->addLayout(row);
    m_accept->setEnabled(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
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

Result<Money> OrderDialog::amountOf(const QLineEdit& line, const char* field)
{
    QString text = line.text().trimmed();
    text.remove(u',');
    return base::parseMoney(text.toStdString(), field);
}

void OrderDialog::changed()
{
    m_accept->setEnabled(false);
    ++m_asked;
    if (m_check)
        m_check();
}

void OrderDialog::showPreview(const runtime::CommandPreview& preview)
{
    QStringList lines;
    for (const std::string& line : preview.lines)
        lines << words::of(line);
    if (!preview.caution.empty())
        lines << words::of(preview.caution);
    QStringList wrong;
    for (const Error& error : preview.errors)
        wrong << words::of(base::toString(error));
    m_what->setText(lines.join(u'\n'));
    m_what->setVisible(!lines.isEmpty());
    m_wrong->setText(wrong.join(u'\n'));
    m_wrong->setVisible(!wrong.isEmpty());
    m_accept->setEnabled(wrong.isEmpty() && preview.objects > 0);
    m_accept->setDefault(m_accept->isEnabled());
    adjustSize();
}

void OrderDialog::answer(int question, const runtime::CommandPreview& preview)
{
    if (question == m_asked)
        showPreview(preview);
}

bool OrderDialog::mayBeDone() const
{
    return m_accept->isEnabled();
}

void OrderDialog::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Bg2));
    painter.setPen(color(Token::Line2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace gavel::settlement
