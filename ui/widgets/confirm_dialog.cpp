// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/confirm_dialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace gavel::widgets {

namespace {

constexpr int kWidth = 460;

} // namespace

ConfirmDialog::ConfirmDialog(const Words& words, QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(words.title);
    setFixedWidth(kWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    auto* title = new ElidedLabel(TextRole::Title);
    title->setText(words.title);
    column->addWidget(title);
    for (const QString& sentence : {words.what, words.lost}) {
        auto* label = new QLabel(sentence);
        label->setWordWrap(true);
        label->setVisible(!sentence.isEmpty());
        column->addWidget(label);
    }
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* cancel = new Button(tr("Cancel"));
    auto* accept = new Button(words.button, Button::Kind::Primary);
    cancel->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(accept);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus();
}

void ConfirmDialog::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Bg2));
    painter.setPen(color(Token::Line2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace gavel::widgets
