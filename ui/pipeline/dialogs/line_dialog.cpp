// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dialogs/line_dialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/json_edit.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>

namespace gavel::pipeline_page {

using namespace widgets;

LineDialog::LineDialog(const Words& words, QWidget* parent)
    : SheetDialog(words.title, parent)
{
    resize(640, 360);
    for (const QString& text :
         {words.facts,
          words.repaired.isEmpty() ? tr("It is stored as it came.") : words.repaired}) {
        auto* label = new QLabel(text);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setVisible(!text.isEmpty());
        content()->addWidget(label);
    }
    auto* line = new QPlainTextEdit(words.original);
    line->setReadOnly(true);
    frameEditor(*line);
    line->setTabChangesFocus(true);
    line->setFont(widgets::font(TextRole::Mono));
    line->setAccessibleName(tr("The line as it came"));
    content()->addWidget(line, 1);
    auto* copy = new Button(tr("Copy"));
    auto* close = new Button(tr("Close"), Button::Kind::Primary);
    close->setDefault(true);
    addButton(copy);
    addButton(close);
    connect(copy, &QPushButton::clicked, this,
            [original = words.original] { QGuiApplication::clipboard()->setText(original); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace gavel::pipeline_page
