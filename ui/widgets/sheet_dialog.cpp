// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sheet_dialog.h"

#include "ui/widgets/elided_label.h"

#include <QBoxLayout>
#include <QPainter>

namespace gavel::widgets {

SheetDialog::SheetDialog(const QString& title, QWidget* parent)
    : QDialog(parent)
    , m_title(new ElidedLabel(TextRole::Title))
    , m_content(new QVBoxLayout)
    , m_foot(new QHBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    m_content->setSpacing(10);
    column->addWidget(m_title);
    column->addLayout(m_content, 1);
    m_foot->addStretch(1);
    column->addLayout(m_foot);
    setTitle(title);
}

void SheetDialog::setTitle(const QString& title)
{
    setWindowTitle(title);
    m_title->setText(title);
}

void SheetDialog::addButton(QWidget* button)
{
    m_foot->addWidget(button);
}

void SheetDialog::addFootWords(QWidget* words)
{
    m_foot->insertWidget(0, words, 1);
}

void SheetDialog::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Bg2));
    painter.setPen(color(Token::Line2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace gavel::widgets
