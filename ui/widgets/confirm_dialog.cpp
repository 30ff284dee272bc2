// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/confirm_dialog.h"

#include "ui/widgets/button.h"

#include <QBoxLayout>
#include <QLabel>

namespace gavel::widgets {

namespace {

constexpr int kConfirmWidth = 460;

} // namespace

ConfirmDialog::ConfirmDialog(const Words& words, QWidget* parent)
    : SheetDialog(words.title, parent)
{
    setFixedWidth(kConfirmWidth);
    for (const QString& sentence : {words.what, words.lost}) {
        auto* label = new QLabel(sentence);
        label->setWordWrap(true);
        label->setVisible(!sentence.isEmpty());
        content()->addWidget(label);
    }
    auto* cancel = new Button(tr("Cancel"));
    auto* accept = new Button(words.button, Button::Kind::Primary);
    cancel->setDefault(true);
    addButton(cancel);
    addButton(accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus();
}

} // namespace gavel::widgets
